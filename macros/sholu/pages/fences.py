"""Fences of code that nobody has ended: for the end of each Python-Markdown looks through the whole page."""

from __future__ import annotations

import re

from sholu.regexes import regex

_OPENING = regex(r"^(?:~{3,}|`{3,})", re.MULTILINE)


class Fences:
    """The pattern of Python-Markdown's own rule, asked only at fences that a line ends."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        # By what would end a fence, in how many letters at the end of the text it is known not to stand.
        self._without: dict[str, int] = {}

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find the first fence from a place on; the rule goes through a text from its beginning."""
        if not start:
            self._without.clear()
        if text.find("```", start) < 0 and text.find("~~~", start) < 0:
            return None
        for opening in _OPENING.finditer(text, start):
            is_ended = self._is_ended(opening[0], text, opening.end())
            if is_ended and (found := self._pattern.match(text, opening.start())):
                return found
        return None

    def _is_ended(self, fence: str, text: str, start: int) -> bool:
        left = len(text) - start
        if left <= self._without.get(fence, 0):
            return False
        if re.compile(f"^{fence} *$", re.MULTILINE).search(text, start):
            return True
        self._without[fence] = left
        return False
