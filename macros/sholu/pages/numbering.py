"""Blocks of text that know on which lines of a page they stand, and how a text is found by its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple, SupportsIndex, overload

from markdown.util import HTML_PLACEHOLDER_RE

# A line of what is parsed, and the number (from 0) of the line of the page that it was.
Numbered = tuple[str, int]


class Numbers(NamedTuple):
    """The numbers of the lines of a block: those of `numbers` from the place `start` on.

    A block loses its first lines one after the other, and many blocks share the numbers of what they were.
    """

    numbers: Sequence[int]
    start: int = 0

    def pairs(self, block: str) -> Iterator[Numbered]:
        """Yield the lines of a block with their numbers."""
        place, begin = self.start, 0
        while place < len(self.numbers):
            end = block.find("\n", begin)
            yield block[begin : end if end >= 0 else None], self.numbers[place]
            if end < 0:
                return
            place, begin = place + 1, end + 1


class Taken(Sequence[Numbered]):
    """The lines that a rule took off, one block after the other; they are parted as far as somebody asks.

    Of a block of thousands of lines a rule takes one, and puts the rest back.
    """

    def __init__(self) -> None:
        self._blocks: list[tuple[str, Numbers]] = []
        self._lines: list[Numbered] = []
        self._coming: Iterator[Numbered] = iter(())
        self._next = 0
        # What of the last block was put back.
        self._rest = ""

    def add(self, block: str, numbers: Numbers) -> None:
        """Take a block."""
        self._blocks.append((block, numbers))
        self._rest = ""

    @property
    def only(self) -> tuple[str, Numbers] | None:
        """The block that was taken, if it is one."""
        return self._blocks[0] if len(self._blocks) == 1 else None

    def put_back(self, block: str) -> Numbers:
        """Return the numbers of a rest that is put back: it is the end of what was taken, or lines of it."""
        if self._blocks and block.strip():
            whole, numbers = self._blocks[-1]
            if whole.endswith(block):
                before = len(whole) - len(block)
                begun = whole.rfind("\n", 0, before) + 1
                # Any line ends with an empty one.
                if block.partition("\n")[0].strip() or not whole[begun:before].strip():
                    self._rest = block
                    return Numbers(numbers.numbers, numbers.start + whole.count("\n", 0, before))
        return Numbers(_rest(block, self))

    def kept(self) -> Iterator[Numbered]:
        """Yield the lines that were not put back."""
        *blocks, last = self._blocks or [("", Numbers(()))]
        for block, numbers in blocks:
            yield from numbers.pairs(block)
        block, numbers = last
        yield from numbers.pairs(block.removesuffix(self._rest).removesuffix("\n"))

    def _reaches(self, position: int) -> bool:
        """Part as many lines as there are up to a place; tell whether there are so many."""
        while len(self._lines) <= position:
            line = next(self._coming, None)
            if line is not None:
                self._lines.append(line)
            elif self._next < len(self._blocks):
                block, numbers = self._blocks[self._next]
                self._coming = numbers.pairs(block)
                self._next += 1
            else:
                return False
        return True

    @overload
    def __getitem__(self, position: int) -> Numbered: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Numbered]: ...
    def __getitem__(self, position: int | slice) -> Numbered | Sequence[Numbered]:
        """Return the line at a position; positions are counted from the end too."""
        if isinstance(position, slice) or position < 0:
            len(self)
        elif not self._reaches(position):
            raise IndexError(position)
        return self._lines[position]

    def __len__(self) -> int:
        self._reaches(sum(block.count("\n") + 1 for block, _ in self._blocks))
        return len(self._lines)

    def __bool__(self) -> bool:
        return bool(self._blocks)


class NumberedBlocks(list[str]):
    """Blocks yet to be parsed, with the numbers of their lines; `taken` is what the rule at work took off."""

    def __init__(self, blocks: Iterable[str], numbers: Iterable[Numbers]) -> None:
        super().__init__(blocks)
        self.numbers = list(numbers)
        self.taken = Taken()

    def pop(self, index: SupportsIndex = -1) -> str:
        """Take a block."""
        block = super().pop(index)
        self.taken.add(block, self.numbers.pop(index))
        return block

    def insert(self, index: SupportsIndex, block: str) -> None:
        """Put back the rest of one that was taken."""
        super().insert(index, block)
        self.numbers.insert(index, self.taken.put_back(block))

    def __setitem__(self, index: SupportsIndex | slice, block: str | Iterable[str]) -> None:
        if isinstance(index, slice) or not isinstance(block, str):
            self._change(lambda: super(NumberedBlocks, self).__setitem__(index, block))  # type: ignore[index,assignment]
            return
        before = Taken()
        before.add(self[index], self.numbers[index])
        super().__setitem__(index, block)
        self.numbers[index] = before.put_back(block)

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
        self.numbers = [Numbers(_rest(block, known)) for block in self]

    def _lines(self) -> Iterator[Numbered]:
        for block, numbers in zip(self, self.numbers, strict=True):
            yield from numbers.pairs(block)


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


def number_at(taken: Sequence[Numbered], position: int) -> int:
    """Return the number of the line at a place, that of the last behind the end, 0 where there is none."""
    if not taken:
        return 0
    try:
        return taken[position][1]
    except IndexError:
        return taken[-1][1]


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
    last = number_at(among, cursor[0])
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


# A rule takes lines from the beginning of what it is given; so many more of one block none passes over.
_FARTHEST = 200


def _place(words: str, among: Sequence[Numbered], start: int, *, within: bool) -> int:
    """Return where a line stands that ends with some words, or holds them; -1 for nowhere."""
    holding = -1
    # Without asking how many lines there are, since they are parted as they are asked for.
    with suppress(IndexError):
        for position in range(start, start + _FARTHEST):
            line = among[position][0]
            if line.rstrip().endswith(words):
                return position
            # A sign before them is gone, and one behind them: the words of a heading, the cell of a table.
            if within and holding < 0 and words in line:
                holding = position
    return holding
