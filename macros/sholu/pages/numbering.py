"""Blocks of text that know on which lines of a page they stand, and how a text is found by its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import SupportsIndex

from markdown.util import HTML_PLACEHOLDER_RE

# A line of what is parsed, and the number (from 0) of the line of the page that it was.
Numbered = tuple[str, int]


class NumberedBlocks(list[str]):
    """Blocks yet to be parsed, with the numbers of their lines; `taken` is what the rule at work took off."""

    def __init__(self, blocks: Iterable[str], numbers: list[list[int]]) -> None:
        super().__init__(blocks)
        self.numbers = numbers
        self.taken: list[Numbered] = []

    def pop(self, index: SupportsIndex = -1) -> str:
        """Take a block."""
        block = super().pop(index)
        self.taken.extend(zip(block.split("\n"), self.numbers.pop(index), strict=False))
        return block

    def insert(self, index: SupportsIndex, block: str) -> None:
        """Put back the rest of one that was taken."""
        super().insert(index, block)
        self.numbers.insert(index, _rest(block, self.taken))

    def __setitem__(self, index: SupportsIndex | slice, block: str | Iterable[str]) -> None:
        if isinstance(index, slice) or not isinstance(block, str):
            self._change(lambda: super(NumberedBlocks, self).__setitem__(index, block))  # type: ignore[index,assignment]
            return
        before = list(zip(self[index].split("\n"), self.numbers[index], strict=False))
        super().__setitem__(index, block)
        self.numbers[index] = _rest(block, before)

    def __delitem__(self, index: SupportsIndex | slice) -> None:
        super().__delitem__(index)
        del self.numbers[index]

    def append(self, block: str) -> None:
        """Put a block at the end, as no rule of Python-Markdown's own does."""
        self._change(lambda: super(NumberedBlocks, self).append(block))

    def extend(self, blocks: Iterable[str]) -> None:
        """Put blocks at the end."""
        self._change(lambda: super(NumberedBlocks, self).extend(blocks))

    def remove(self, block: str) -> None:
        """Take out a block."""
        self._change(lambda: super(NumberedBlocks, self).remove(block))

    def clear(self) -> None:
        """Take out all."""
        self._change(super().clear)

    def _change(self, change: Callable[[], None]) -> None:
        """Change the list, and number it anew by its lines."""
        known = [*self.taken, *self._lines()]
        change()
        self.numbers = [_rest(block, known) for block in self]

    def _lines(self) -> Iterator[Numbered]:
        for block, numbers in zip(self, self.numbers, strict=True):
            yield from zip(block.split("\n"), numbers, strict=False)


def _rest(block: str, taken: Sequence[Numbered]) -> list[int]:
    """Number a block that is put back: it is the end of what was taken, or made of lines of it."""
    lines = block.split("\n")
    end = taken[-len(lines) :]
    if len(end) == len(lines) and all(_is_same(line, one) for (one, _), line in zip(end, lines, strict=True)):
        return [number for _, number in end]
    return found_lines(lines, taken, [0]) or [taken[0][1] if taken else 0] * len(lines)


def _is_same(one: str, other: str) -> bool:
    # Any line ends with an empty one.
    return bool(one.strip()) is bool(other.strip()) and (one.endswith(other) or other.endswith(one))


def found_lines(
    lines: Sequence[str], among: Sequence[Numbered], cursor: list[int], *, within: bool = True
) -> list[int] | None:
    """Number lines that follow one another among others, from a place on; None if one is not there.

    Args:
        lines: what is looked for; an empty line gets the number of the one before it.
        among: where.
        cursor: the place, which is moved behind what is found.
        within: whether a line may also be a part of another one.
    """
    last = among[min(cursor[0], len(among) - 1)][1] if among else 0
    numbers: list[int] = []
    for line in lines:
        words = line.strip()
        if words and not HTML_PLACEHOLDER_RE.fullmatch(words):
            place = _place(words, among, cursor[0], within=within)
            if place < 0:
                return None
            last, cursor[0] = among[place][1], place + 1
        numbers.append(last)
    return numbers


def _place(words: str, among: Sequence[Numbered], start: int, *, within: bool) -> int:
    """Return where a line stands that ends with some words, or holds them; -1 for nowhere."""
    for place in range(start, len(among)):
        if among[place][0].rstrip().endswith(words):
            return place
    # A sign before them is gone, and one behind them: the words of a heading, the cell of a table.
    return next((place for place in range(start, len(among)) if within and words in among[place][0]), -1)
