"""The texts of a page's tree, each with the line on which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE, STX

from sholu.values import Value

# Whose attributes hold words that were typed.
_WITH_WORDS = frozenset({"img", "a"})


class Piece(Value):
    """A text in a tree and the line where it begins: what an element begins with, or what follows it."""

    words: str
    line: int
    element: Element
    follows: bool


class Lines:
    """The lines (from 0) of a page: of its blocks once they are parsed, of what is in them when asked."""

    def __init__(self, md: Markdown) -> None:
        self.of_blocks: dict[Element, int] = {}
        # By the number of its placeholder how many breaks of lines stand in what was put aside.
        self.put_aside: Mapping[int, int] = {}
        # And which language a fence names that was put aside.
        self.code_languages: Mapping[int, str] = {}
        # Elements of HTML that were put aside with all that is in them.
        self.of_html: set[Element] = set()
        self._md = md

    def everywhere(self, root: Element) -> dict[Element, int]:
        """Return the lines of all elements of a tree."""
        return {piece.element: piece.line for piece in self.pieces(root) if not piece.follows}

    def pieces(self, root: Element) -> Iterator[Piece]:
        """Yield all texts of a tree in reading order, also empty ones, after blocks were put on lines (10).

        An element that took breaks of lines out of the text tells their number by `breaks`.
        """
        yield from self._pieces(root, [0])

    def _pieces(self, element: Element, line: list[int]) -> Iterator[Piece]:
        known = self.of_blocks.get(element)
        if known is not None:
            line[0] = known
        words = element.text or ""
        yield Piece(words, line[0], element, follows=False)
        # Before a block in it stands a break that nobody has typed.
        is_made = words == "\n" and len(element) and self._md.is_block_level(element[0].tag)
        line[0] += 0 if is_made and element not in self.of_html else self._breaks(words)
        line[0] += int(getattr(element, "breaks", 0))
        if element.tag in _WITH_WORDS:
            line[0] += sum((element.get(name) or "").count("\n") for name in ("alt", "title"))
        for child in element:
            yield from self._pieces(child, line)
            words = child.tail or ""
            yield Piece(words, line[0], child, follows=True)
            line[0] += self._breaks(words)

    def within(self, piece: Piece, offset: int) -> int:
        """Return the line of a place in a text."""
        return piece.line + self._breaks(piece.words[:offset])

    def _breaks(self, words: str) -> int:
        """Count the breaks of lines in a text, and in the HTML that was typed in it."""
        count = words.count("\n")
        if STX in words:
            for found in HTML_PLACEHOLDER_RE.finditer(words):
                number = int(found[1])
                kept = self._md.htmlStash.rawHtmlBlocks[number]
                own = kept.count("\n") if isinstance(kept, str) else 0
                # What was put aside before, as a fence, is other HTML by now than what was typed.
                count += self.put_aside.get(number, own)
        return count
