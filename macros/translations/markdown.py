"""The second door to Python-Markdown: finds the blocks of a page, gives each an anchor and a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE

from macros.citations.markdown import SOURCE, CitationRule
from macros.citations.template import NOCITE, PLACES
from macros.translations.blocks import Block, BlockKind

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOXES = frozenset({"div", "section", "article", "aside", "details", "dl", "ol", "ul"})
_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "li": BlockKind.ITEM,
    "dt": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
    "table": BlockKind.TABLE,
    "figure": BlockKind.FIGURE,
    "blockquote": BlockKind.QUOTATION,
}
_LISTS = frozenset({"ol", "ul", "dl"})
_REMARK = re.compile(r"<!--\s*(?P<what>differs|only here)\s*:(?P<reason>.*?)-->", re.DOTALL)
# What a citation leaves behind that is taken out.
_BEFORE_SIGN = re.compile(r" (?=[.,;:!?)])")
# The title of an admonition is part of its frame.
_NO_BLOCKS = frozenset({"admonition-title"})


class BlocksExtension(Extension):
    """Adds the step that marks blocks; `blocks` holds those of the last page, `label` names their links."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: tuple[Block, ...] = ()
        self.label = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the tree step."""
        # After attr_list (8), whose ids it keeps, before the marks of citations are filled (6.5).
        md.treeprocessors.register(BlocksStep(md, self), "sholu_blocks", 7)


class BlocksStep(Treeprocessor):
    """Walks the tree of a page, and makes a `Block` of each block."""

    def __init__(self, md: Markdown, extension: BlocksExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Mark the blocks of a page."""
        rule = cast("CitationRule", self.md.inlinePatterns["sholu_citation"])
        walk = _Walk(self.md.htmlStash.rawHtmlBlocks, rule.sources, self.extension.label)
        self.extension.blocks = tuple(walk.blocks(root))


class _Walk:
    """One page being walked: the section that it has come to, and how many blocks of it there were."""

    def __init__(self, stash: list[str | Element], sources: list[str], label: str) -> None:
        self.stash = stash
        self.sources = sources
        self.label = label
        self.section = ""
        self.count = 0
        self.remark: re.Match[str] | None = None

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Yield the blocks below an element, in reading order."""
        for child in list(parent):
            if child.tag in _HEADINGS:
                self.section, self.count = child.get("id") or self.section, 0
                yield self._block(child, BlockKind.HEADING, self.section)
            elif child.get("class") == "footnote":
                yield from self._footnotes(child)
            elif child.tag in _KINDS and child.get("class") not in _NO_BLOCKS:
                yield from self._own(child, parent)
            elif child.tag in _BOXES:
                yield from self.blocks(child)

    def _own(self, element: Element, parent: Element) -> Iterator[Block]:
        """Yield a block, and those of the lists in it."""
        alone = self._alone(element)
        if alone is not None:
            # Neither HTML nor what macros put in may get an attribute: it replaces its paragraph whole.
            if remark := _REMARK.fullmatch(alone.strip()):
                self.remark = remark
                parent.remove(element)
            return
        self.count += 1
        identifier = element.get("id") or f"{self.section}-p{self.count}"
        element.set("id", identifier)
        kind = _KINDS[element.tag]
        if kind is BlockKind.PARAGRAPH and len(element) == 1 and element[0].tag == "img":
            kind = BlockKind.FIGURE
        yield self._block(element, kind, identifier)
        self._link(element, identifier)
        if element.tag in {"li", "dd"}:
            for child in element:
                if child.tag in _LISTS:
                    yield from self.blocks(child)

    def _alone(self, element: Element) -> str | None:
        """Return the HTML or macro that is all that a paragraph holds, else None."""
        if element.tag != "p":
            return None
        text = (element.text or "").strip()
        if not len(element) and (found := HTML_PLACEHOLDER_RE.fullmatch(text)):
            kept = self.stash[int(found[1])]
            return kept if isinstance(kept, str) else ""
        if len(element) == 1 and not text and not (element[0].tail or "").strip():
            number = element[0].get(SOURCE)
            source = self.sources[int(number)] if number is not None else ""
            return source if source in PLACES or source.startswith(NOCITE) else None
        return None

    def _footnotes(self, box: Element) -> Iterator[Block]:
        self.section = box.get("class", "")
        for item in box.iter("li"):
            yield self._block(item, BlockKind.FOOTNOTE, item.get("id", ""))

    def _block(self, element: Element, kind: BlockKind, identifier: str) -> Block:
        reader = _Reader(self.sources)
        reader.read(element, is_outermost=True)
        text = "".join(reader.words)
        remark = next(filter(None, map(self._remark_in, HTML_PLACEHOLDER_RE.findall(text))), self.remark)
        self.remark = None
        words = INLINE_PLACEHOLDER_RE.sub(" ", HTML_PLACEHOLDER_RE.sub(" ", text))
        return Block(
            identifier,
            self.section,
            kind,
            _BEFORE_SIGN.sub("", " ".join(words.split())),
            tuple(reader.citations),
            reader.footnotes,
            tuple(reader.images),
            remark["reason"].strip() if remark else "",
            remark is not None and remark["what"] == "only here",
        )

    def _remark_in(self, number: str) -> re.Match[str] | None:
        kept = self.stash[int(number)]
        return _REMARK.fullmatch(kept.strip()) if isinstance(kept, str) else None

    def _link(self, element: Element, identifier: str) -> None:
        """Put a link to itself at the end of a block; a table has it in its first cell."""
        place = element
        if element.tag == "table":
            place = next(element.iter("th"), element)
        elif element.tag == "blockquote":
            place = [element, *element.iter("p")][-1]
        link = Element("a", {"class": "block-link", "href": f"#{identifier}", "aria-label": self.label})
        link.text = "¶"
        lists = [number for number, child in enumerate(place) if child.tag in _LISTS]
        if lists:
            place.insert(lists[0], link)
        else:
            place.append(link)


class _Reader:
    """The words of one block, apart from its citations, footnote signs and pictures."""

    def __init__(self, sources: list[str]) -> None:
        self.sources = sources
        self.words: list[str] = []
        self.citations: list[str] = []
        self.footnotes = 0
        self.images: list[str] = []

    def read(self, element: Element, *, is_outermost: bool = False) -> None:
        """Read an element; lists in a list item are blocks of their own."""
        if not is_outermost and element.tag in _LISTS:
            return
        self.words.append(element.text or "")
        for child in element:
            number = child.get(SOURCE)
            if number is not None:
                self.citations.append(self.sources[int(number)])
            elif child.tag == "sup" and child.get("id", "").startswith("fnref"):
                self.footnotes += 1
            elif child.tag == "img":
                self.images.append(child.get("src", ""))
            elif child.get("class") not in {"footnote-backref", "block-link"}:
                self.read(child)
            self.words.append(child.tail or "")
        if element.tag in {"td", "th", "p", "br"}:
            self.words.append(" ")
