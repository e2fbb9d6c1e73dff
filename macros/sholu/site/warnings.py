"""What a build warns of, MkDocs and its plugins included: counted, and heard where the build ends by it."""

from __future__ import annotations

import logging

from mkdocs.utils import CountHandler


class Warnings:
    """Counts the warnings of a build until it is let go.

    MkDocs counts for itself, and ends a strict build by that count. Both count what is logged: with
    `--quiet` that would be nothing, and a review with faults a good one. So a strict build logs its warnings
    all the same.
    """

    def __init__(self, *, is_strict: bool) -> None:
        self._logger = logging.getLogger("mkdocs")
        self._level = self._logger.level
        self._counter = CountHandler(level=logging.WARNING)
        self._logger.addHandler(self._counter)
        if is_strict:
            self._logger.setLevel(min(self._level, logging.WARNING))

    def __bool__(self) -> bool:
        """Whether there was any."""
        return bool(self._counter.get_counts())

    def let_go(self) -> None:
        """Leave the logger as it was."""
        self._logger.removeHandler(self._counter)
        self._logger.setLevel(self._level)
