"""Where the lines of a text begin and end, and texts of which pieces are blanked out. Knows no markup."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from sholu.problems import Place


def blanked_out(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    """Return a text with a sign in the place of each letter of some spans; its lines stay."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [letter if letter == "\n" else sign for letter in text[start:end]]
    return "".join(letters)


class LineSpans:
    """Where the lines of a text begin and end; nobody looks for them again and again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [end.start() for end in re.finditer("\n", text)]
        self._counts: dict[tuple[str, int], int] = {}

    def number(self, offset: int) -> int:
        """Return the number of a line (from 1)."""
        return 1 + bisect_left(self._ends, offset)

    def place(self, path: str, offset: int) -> Place:
        """Return the line and the column of an offset, as a place of the file that has the text."""
        return Place(path, self.number(offset), 1 + offset - self.span(offset)[0])

    def span(self, offset: int) -> tuple[int, int]:
        """Return where the line begins that holds an offset, and where it ends."""
        place = bisect_left(self._ends, offset)
        start = self._ends[place - 1] + 1 if place else 0
        return start, self._ends[place] if place < len(self._ends) else len(self._text)

    def count(self, sign: str, offset: int) -> int:
        """Return how often a sign stands on the line that holds an offset."""
        start, end = self.span(offset)
        if (sign, start) not in self._counts:
            self._counts[sign, start] = self._text.count(sign, start, end)
        return self._counts[sign, start]
