"""A door to Python-Markdown: numbers of what has a label, and references to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from sholu.citations.reading import PageReading
from sholu.crossreferences.captions import HEADINGS, has_words, numbered_in, pair, put_before
from sholu.crossreferences.figures import CaptionBlock, FigureBlock, wrong_sizes
from sholu.crossreferences.grammar import LARGEST_SIZE, PATTERN, ReferenceItem, items, works_among
from sholu.crossreferences.labels import HeadingNumbers, Labelled, Labels
from sholu.crossreferences.words import (
    LONGEST_NAME,
    NAME_BEFORE,
    ReferencePart,
    bare_beside_name,
    caption_label,
    heading_label,
    joins,
    names_several,
    without_appendix,
    written,
)
from sholu.languages import Language, worded
from sholu.pages.labels import HEADED, LabelKind
from sholu.pages.lines import numbered
from sholu.problems import Place, nearest
from sholu.problems.telling import problem
from sholu.values import replace

# Before citations (185), after code (190) and formulas (186).
_PRIORITY = 185.5
_OWN_HEADING = "references-heading"


class CrossReference(Element):
    """A reference: `labels` are those that it names, `source` is how it is typed.

    `fault` is the code of what is wrong with it, and what is to be named.
    """

    def __init__(self, source: str, labels: tuple[str, ...]) -> None:
        super().__init__("span", {"class": "crossref"})
        self.source = source
        self.labels = labels
        self.breaks = source.count("\n")
        self.fault: tuple[str, Mapping[str, object]] | None = None
        self.named: LabelKind | None = None
        """What is numbered, where an author has typed the name of several before it: "figures @fig-map"."""


class CrossReferencesExtension(Extension):
    """Adds what is numbered on one page to Python-Markdown.

    Args:
        reading: the page; it gets the problems that are found.
        labels: those of all pages in its language.
    """

    def __init__(self, reading: PageReading, labels: Labels) -> None:
        super().__init__()
        self.reading = reading
        self.path = reading.source.path
        self.labels = labels
        self.language: Language = reading.listing.citations.language

    def report(self, code: str, values: Mapping[str, object], line: int) -> None:
        """Note a problem on a line of the file."""
        self.reading.problems.append(problem(code, Place(self.path, line), **values))

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the rules and steps."""
        md.inlinePatterns.register(_Rule(md, self), "sholu_crossreference", _PRIORITY)
        md.parser.blockprocessors.register(FigureBlock(md.parser), "sholu_figure", 92)
        md.parser.blockprocessors.register(CaptionBlock(md.parser), "sholu_caption", 91)
        # After attr_list (8), before the blocks of a page are read (7).
        md.treeprocessors.register(_PairingStep(md, self), "sholu_captions", 7.4)
        # After ids are given (6.5), before toc (5) takes up headings: no number is part of a block's words.
        md.treeprocessors.register(_NumbersStep(md, self), "sholu_numbers", 5.5)


def _with_ending(label: str, known: Collection[str]) -> str:
    """Return how a label with an ending in Latin letters is typed, “@{tbl-a}da” for “@tbl-ada”, else ""."""
    begun = (label[:end] for end in range(len(label) - 1, 0, -1) if label[end:].isalpha())
    found = next((one for one in begun if one in known), "")
    return f"@{{{found}}}{label[len(found) :]}" if found else ""


class _Rule(InlineProcessor):
    def __init__(self, md: Markdown, extension: CrossReferencesExtension) -> None:
        super().__init__(PATTERN, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- name and shape are InlineProcessor's
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Make a reference."""
        typed = INLINE_PLACEHOLDER_RE.sub("`…`", m[0])
        inside = INLINE_PLACEHOLDER_RE.sub("`…`", m["bracket"] or m[0])
        found = items(inside)
        one = CrossReference(typed, tuple(item.label for item in found))
        if works := list(works_among(inside)):
            one.fault = "N006", {"source": " ".join(typed.split()), "key": works[0]}
        elif unknown := [item.label for item in found if self.extension.labels.of(item.label) is None]:
            near = _with_ending(unknown[0], self.extension.labels.every)
            near = near or nearest(unknown[0], self.extension.labels.every)
            one.fault = "N001", {"label": unknown[0], "near": near}
        if one.fault:
            # As it is typed, where nobody looks for citations.
            one.tag, one.text = "code", AtomicString(typed)
        else:
            is_first = not data[: m.start()].strip() or found[0].label[:1].isupper()
            before = data[max(0, m.start() - LONGEST_NAME) : m.start()]
            after = data[m.end() : m.end() + 10 * LONGEST_NAME]
            found = bare_beside_name(found, self.extension.labels, self.extension.language, before, after)
            found = self._within_list(one, found, data, m)
            for piece in written(found, self.extension.labels, self.extension.language, is_first=is_first):
                _append(one, piece, "" if piece.target is None else self._address(piece.target))
        return one, m.start(), m.end()

    def _within_list(
        self, one: CrossReference, found: tuple[ReferenceItem, ...], data: str, m: re.Match[str]
    ) -> tuple[ReferenceItem, ...]:
        """Leave the number alone where its name stands before a list: "figures @fig-a and @fig-b"."""
        target, own = self.extension.labels.of(found[0].label), self.extension.language
        if target is None or m["bracket"] is not None or target.kind is LabelKind.EQUATION:
            return found
        begin = max(0, m.start() - LONGEST_NAME)
        if found[0].is_bare:
            name = NAME_BEFORE.search(data[begin : m.start()])
            one.named = target.kind if name and names_several(name["name"], target.kind, own) else None
            return found
        for mark in list(INLINE_PLACEHOLDER_RE.finditer(data, begin, m.start()))[-1:]:
            last = self.md.treeprocessors["inline"].stashed_nodes.get(mark[1])  # type: ignore[attr-defined]
            is_of_kind = isinstance(last, CrossReference) and last.named is target.kind
            if is_of_kind and joins(data[mark.end() : m.start()], data[m.end() :], own):
                one.named = target.kind
                return (replace(found[0], is_bare=True),)
        return found

    def _address(self, target: Labelled) -> str:
        """Return where a reference leads, as an author would write it."""
        if target.path == self.extension.path:
            return f"#{target.label}"
        here = posixpath.dirname(self.extension.path)
        return f"{posixpath.relpath(target.path, here or '.')}#{target.label}"


def _append(parent: Element, piece: ReferencePart, address: str) -> None:
    if address:
        SubElement(parent, "a", {"class": "crossref__link", "href": address}).text = AtomicString(piece.words)
    elif len(parent):
        parent[-1].tail = AtomicString((parent[-1].tail or "") + piece.words)
    else:
        parent.text = AtomicString((parent.text or "") + piece.words)


class _PairingStep(Treeprocessor):
    """Joins tables and captions, and tells of what is wrong on the page."""

    def __init__(self, md: Markdown, extension: CrossReferencesExtension) -> None:
        super().__init__(md)
        self.extension = extension
        self.lines = numbered(md)

    def run(self, root: Element) -> None:
        """Look through a page."""
        lines: dict[Element, int] = {}

        def report(code: str, values: Mapping[str, object], element: Element) -> None:
            lines.update(lines or self.lines.everywhere(root))
            self.extension.report(
                code, values, self.extension.reading.source.file_line(lines.get(element, 0))
            )

        for one in root.iter("code"):
            if isinstance(one, CrossReference) and one.fault:
                report(*one.fault, one)
        for one, name, typed in wrong_sizes(root):
            report("N009", {"name": name, "typed": typed, "largest": LARGEST_SIZE}, one)
            del one.attrib[name]
        for parent in list(root.iter()):
            pair(parent)
        on_page = {label for label, _, _ in numbered_in(root)}
        for label, element, caption in numbered_in(root):
            target = self.extension.labels.of(label)
            if target and target.kind in {LabelKind.FIGURE, LabelKind.TABLE} and not has_words(caption):
                report("N004", {"label": label, "kind": f"@@kind_{target.kind.value}"}, element)
        for target in self.extension.labels.every.values():
            if target.path == self.extension.path and target.label not in on_page:
                values = {"label": target.label, "kind": f"@@kind_{target.kind.value}"}
                self.extension.report("N003", values, target.line)


class _NumbersStep(Treeprocessor):
    """Puts numbers before captions and headings, and beside equations."""

    def __init__(self, md: Markdown, extension: CrossReferencesExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Number a page."""
        labels, own = self.extension.labels, self.extension.language
        for label, element, caption in list(numbered_in(root)):
            target = labels.of(label)
            if target is None or target.kind in HEADED or target.path != self.extension.path:
                continue
            if target.kind is LabelKind.EQUATION:
                if element.tag == "div":
                    number = SubElement(element, "span", {"class": "equation__number"})
                    number.text = AtomicString(f"({target.number})")
                continue
            words = caption
            if words is None:
                words = Element("caption" if element.tag == "table" else "figcaption")
                element.insert(0 if element.tag == "table" else len(element), words)
            sign = worded(own.numbered, "caption_sign") if has_words(words) else ""
            put_before(words, "caption__label", caption_label(target, own), sign)
        self._number_headings(root)

    def _number_headings(self, root: Element) -> None:
        labels, own = self.extension.labels, self.extension.language
        chapter = labels.chapters.get(self.extension.path, "")
        is_appendix = self.extension.path in labels.appendices
        headings = HeadingNumbers(chapter, has_sections=labels.numbering.has_sections)
        for heading in [one for one in root.iter() if one.tag in HEADINGS]:
            if heading.get("class") == _OWN_HEADING:
                continue
            level = HEADINGS[heading.tag]
            number = headings.next(level)
            target = labels.of(heading.get("id", ""))
            is_named = target is not None and target.kind is LabelKind.APPENDIX and target.number
            if target and is_named:
                _name_appendix(heading, target.number, own)
            elif number and is_appendix and level == 1:
                _name_appendix(heading, number, own)
            elif number:
                put_before(heading, "heading-number", heading_label(number, own, is_appendix=False), " ")


def _name_appendix(heading: Element, number: str, own: Language) -> None:
    """Call an appendix one before the words of its heading, which may have done so themselves."""
    said = heading_label(number, own, is_appendix=True)
    heading.text = without_appendix(heading.text or "", own)
    is_all = not has_words(heading)
    sign = worded(own.numbered, "caption_sign").rstrip()
    put_before(heading, "heading-number", said.removesuffix(sign) if is_all else said, "" if is_all else " ")
