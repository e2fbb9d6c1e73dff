"""On which line of the text each block of a page begins, and what is in it: Python-Markdown keeps neither.

Its parser cuts a page into blocks of text; each of its rules takes some off the front of the list (`pop`),
may put a rest back (`insert`), and has what is indented parsed anew. Here the list knows the number of each
line in it. A text that is parsed anew is looked for among the lines that the rule at work has taken, from the
place on to which it has come: indentation or a sign may be gone by then, the words of a line are not.

Nothing is planted in the text, and no rule is replaced: what other extensions bring is numbered likewise.
Where a rule has rewritten what it took, its elements get the line where it began.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import cast
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX

from sholu.pages.numbering import Numbered, NumberedBlocks, Numbers, Taken, found_lines, number_at
from sholu.pages.pieces import Lines
from sholu.pages.typed import TypedLines
from sholu.values import State, field

# What frames other blocks, and so begins where its rule did.
_FRAMES = frozenset({"div", "details", "hr", "pre", "ul", "ol", "dl", "blockquote", "section"})
_LISTS = frozenset({"ul", "ol", "dl"})
_ROWS = frozenset({"tr", "thead", "tbody"})


def numbered(md: Markdown) -> Lines:
    """Make a parser number what it parses, and return the lines of the page that it parses next."""
    if not isinstance(md.parser, _LineParser):
        # In its place: footnotes and others keep the parser that they met first.
        md.parser.__class__ = _LineParser
        parser = cast("_LineParser", md.parser)
        parser.typed, parser.lines = TypedLines(md), Lines(md)
        parser.lines.put_aside = parser.typed.put_aside
        parser.lines.code_languages = parser.typed.code_languages
        parser.begin([])
        # After white space is made one (30), before fences (25) and HTML (20) are put aside.
        md.preprocessors.register(parser.typed, "sholu_lines", 29)
        # After footnotes (50) are put below the page, before what is in a line is read (20).
        md.treeprocessors.register(_Wrapped(md, parser.lines), "sholu_lines", 45)
    return cast("_LineParser", md.parser).lines


class _Frame(State):
    """A rule at work: what it has taken, and to which of these lines its nested texts have come.

    `below` is that place in the page, for what was put aside before the page was cut into blocks.
    """

    taken: Taken = field(default_factory=Taken)
    cursor: list[int] = field(default_factory=lambda: [0])
    below: int = 0


class _LineParser(BlockParser):
    """Python-Markdown's parser, which numbers what it parses; its attributes are set by `numbered`."""

    typed: TypedLines
    lines: Lines
    _frames: list[_Frame]
    # What was taken by rules that made no element: footnotes, which are parsed at the end.
    _put_aside: list[Numbered]
    # Where among these stands what is defined, by its words; of the same words the first not yet asked for.
    _defined: dict[str, deque[int]]
    _indexed: int
    _of_page: list[int]

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 -- the names are BlockParser's
        """Parse a page."""
        lines = list(lines)
        self.begin(self.typed.numbers(lines))
        return super().parseDocument(lines)

    def begin(self, of_page: list[int]) -> None:
        """Forget what was parsed before; `of_page` are the numbers of the lines of the next page."""
        self.root = Element("div")
        self.lines.of_blocks.clear()
        self.lines.of_html.clear()
        self._frames, self._put_aside, self._of_page = [], [], of_page
        self._defined, self._indexed = {}, 0

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        """Parse a text; the first is the page itself."""
        blocks = text.split("\n\n")
        if parent is not self.root or self._frames or not self._of_page:
            self.parseBlocks(parent, blocks)
            return
        # Behind each stands the empty line that ends it.
        self.parseBlocks(parent, NumberedBlocks(blocks, _numbers_of(blocks, self._of_page, 1)))

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Parse blocks as BlockParser does, in one frame as it does, since rules mind the depth of calls."""
        known = blocks if isinstance(blocks, NumberedBlocks) else self._nested(parent, blocks)
        processors = tuple(self.blockprocessors)
        while known:
            for processor in processors:
                if processor.test(parent, known[0]):
                    self._frames.append(_Frame())
                    known.taken = self._frames[-1].taken
                    before = len(self.lines.of_blocks)
                    try:
                        is_done = processor.run(parent, known) is not False
                    finally:
                        frame = self._frames.pop()
                    if is_done:
                        self._name_new(parent, frame)
                        if not self._frames and len(self.lines.of_blocks) == before:
                            self._put_aside += frame.taken.kept()
                        break
        blocks.clear()

    def _nested(self, parent: Element, blocks: list[str]) -> NumberedBlocks:
        """Number blocks that a rule has made of what it took, and the element that is to hold them."""
        lines = [line for block in blocks for line in block.split("\n")]
        numbers = self._numbers(lines)
        if parent not in self.lines.of_blocks:
            pairs = zip(lines, numbers, strict=True)
            first = next((number for line, number in pairs if line.strip()), None)
            if first is not None:
                self.lines.of_blocks[parent] = first
        return NumberedBlocks(blocks, _numbers_of(blocks, numbers, 0))

    def _numbers(self, lines: list[str]) -> list[int]:
        frame = self._frames[-1] if self._frames else None
        found = found_lines(lines, frame.taken, frame.cursor) if frame else None
        if found is None and self._put_aside:
            found = found_lines(lines, self._put_aside, [self._place_aside(lines)], within=False)
        if found is None:
            start = frame.taken[0][1] if frame and frame.taken else 0
            found = self._in_page(lines, start, frame or _Frame())
        return found

    def _place_aside(self, lines: Sequence[str]) -> int:
        """Return where the text of a footnote begins among what was put aside, 0 if nobody knows."""
        for position in range(self._indexed, len(self._put_aside)):
            words = self._put_aside[position][0].partition("]:")[2].strip()
            if words:
                self._defined.setdefault(words, deque()).append(position)
        self._indexed = len(self._put_aside)
        first = next((line.strip() for line in lines if line.strip()), "")
        places = self._defined.get(first)
        return places.popleft() if places else 0

    def _in_page(self, lines: list[str], start: int, frame: _Frame) -> list[int]:
        """Look for lines in the page: below their rule what md_in_html has put aside, else above it."""
        typed = self.typed.numbered
        frame.below = max(frame.below, start)
        for within in (False, True):
            cursor = [frame.below]
            if found := found_lines(lines, typed, cursor, within=within):
                frame.below = cursor[0]
                return found
        words = next((line.strip() for line in lines if line.strip()), "")
        above = (n for n in range(min(start, len(typed) - 1), -1, -1) if typed[n][0].rstrip().endswith(words))
        at = next(above, start) if words else start
        return found_lines(lines, typed, [at]) or [at] * len(lines)

    def _name_new(self, parent: Element, frame: _Frame) -> None:
        """Give lines to what a rule has put at the end of an element."""
        known = self.lines.of_blocks
        if self._is_named_at_once(parent, frame.taken):
            return
        count = 0
        for child in reversed(parent):
            if child in known:
                break
            count += 1
        new = parent[len(parent) - count :]
        if not new and len(parent) and parent[-1].tag in _LISTS:
            new = [item for item in parent[-1] if item not in known]
        for child in new:
            self._name(child, frame.taken, frame.cursor)

    def _is_named_at_once(self, parent: Element, taken: Taken) -> bool:
        """Give a paragraph its line that is all that was taken, as most are, and tell whether it is one."""
        known = self.lines.of_blocks
        if not len(parent) or taken.only is None or (len(parent) > 1 and parent[-2] not in known):
            return False
        (block, numbers), last = taken.only, parent[-1]
        text = block.lstrip()
        # What was put aside has breaks of lines of its own.
        if last.tag != "p" or last in known or not text or last.text != text or STX in text:
            return False
        known[last] = numbers.numbers[numbers.start + block.count("\n", 0, len(block) - len(text))]
        return True

    def _name(self, element: Element, taken: Sequence[Numbered], cursor: list[int]) -> None:
        """Give an element its line, and all in it that have none."""
        known = self.lines.of_blocks
        line = (
            self._name_rows(element, taken, cursor)
            if element.tag == "table"
            else self._line(element, taken, cursor)
        )
        if line is None:
            return
        known[element] = line
        if all(map(_is_put_aside, taken)):
            # All breaks of lines are there to be counted.
            self.lines.of_html.add(element)
            return
        for child in element:
            if child not in known and child.tag not in _ROWS:
                self._name(child, taken, [0])

    def _line(self, element: Element, taken: Sequence[Numbered], cursor: list[int]) -> int | None:
        """Return the line of what is no table; None if it was made around something that stood there."""
        text = (
            element.text or next((one.text for one in element.iter() if (one.text or "").strip()), "") or ""
        )
        first = [next((line for line in text.split("\n") if line.strip()), "")]
        if len(element) and not (element.text or "").strip() and element.tag not in {"div", "details"}:
            inner = self.lines.of_blocks.get(element[0])
            if inner is not None:
                return inner
        if first[0]:
            place = [*cursor]
            if found := found_lines(first, taken, place):
                cursor[:] = place
                return found[0]
            if element.tag in {"p", "dt"}:
                found = found_lines(first, taken, [0])
                return found[0] if found else None
        if not taken:
            return None
        start = 0 if element.tag in _FRAMES else cursor[0]
        return _first_with_words(taken, start)

    def _name_rows(self, table: Element, taken: Sequence[Numbered], cursor: list[int]) -> int | None:
        """Give each row and its cells their line; return that of the first."""
        row = first = None
        for one in table.iter("tr"):
            cells = [cell.text for cell in one if cell.text and cell.text.strip()]
            place = [*cursor]
            if cells and (found := found_lines(cells[:1], taken, place)):
                row, cursor[:] = found[0], place
            elif row is not None:
                row += 1
            else:
                row = number_at(taken, cursor[0])
            for element in (one, *one):
                self.lines.of_blocks[element] = row
            first = row if first is None else first
        return first


def _numbers_of(blocks: Iterable[str], numbers: Sequence[int], between: int) -> Iterator[Numbers]:
    """Yield the numbers of blocks that follow one another; so many lines stand between two of them."""
    at = 0
    for block in blocks:
        yield Numbers(numbers, at)
        at += block.count("\n") + 1 + between


def _first_with_words(taken: Sequence[Numbered], start: int) -> int:
    """Return the number of the first line from a place on that is not empty, else that of the last."""
    place = start
    try:
        while not taken[place][0].strip():
            place += 1
    except IndexError:
        place = -1
    return taken[place][1]


def _is_put_aside(line: Numbered) -> bool:
    return not line[0].strip() or HTML_PLACEHOLDER_RE.fullmatch(line[0].strip()) is not None


class _Wrapped(Treeprocessor):
    """Numbers what was made later around a text that stood there (the paragraph of a loose item)."""

    def __init__(self, md: Markdown, lines: Lines) -> None:
        super().__init__(md)
        self.known = lines.of_blocks

    def run(self, root: Element) -> None:
        """Go through a page."""
        for parent in root.iter():
            for position, child in enumerate(parent):
                if child not in self.known:
                    line = self.known.get(parent) if position == 0 and child.tag == "p" else None
                    if line is None:
                        line = next((self.known[one] for one in child.iter() if one in self.known), None)
                    if line is not None:
                        self.known[child] = line
