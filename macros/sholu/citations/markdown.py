"""The door to Python-Markdown: finds the citations of a page, puts their marks and its list in the tree.

An inline rule leaves an empty mark that carries its source, since inline rules see a page out of reading
order (paragraphs first, then tables and footnotes). A step over the finished tree reads the marks in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE, AtomicString

from sholu.citations import refusals
from sholu.citations.anchors import (
    HEADINGS,
    OWN_HEADING,
    check_attributes,
    check_footnotes,
    check_headings,
    check_ids,
    heading_lines,
)
from sholu.citations.elements import put_in
from sholu.citations.grammar import CitationError
from sholu.citations.macros import NOCITE, PLACES
from sholu.citations.page import Citations
from sholu.citations.reading import PATTERN, PageReading, citation_in, unread_citations
from sholu.citations.text import html, in_scripts

LIST_ID = "page-references"

SOURCE = "data-citation"
PLACE = "data-place"
# Before the rule of backslashes (180), so that it sees them; after that of code spans (190).
_PRIORITY = 185
# What of raw HTML no reader sees as text, or as code.
_NO_TEXT = re.compile(r"<(pre|code|script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)

# What Python-Markdown takes for a sign that is escaped already (RE_AMP in its serializers.py).
_ENTITY = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)

# What Markdown takes for the address of a reference: [name]: word
_TARGET = re.compile(r"^ {0,3}(\[[^\[\]\n]*\]):[ ]*\n?[ ]*\S+[ ]*$", re.MULTILINE)


def place_of(macro: str) -> str:
    """Return what stands in the HTML of a page where a macro's list goes."""
    return f"<!-- sholu: {macro} -->"


class CitationsExtension(Extension):
    """Adds the citations of one page to Python-Markdown."""

    def __init__(self, reading: PageReading) -> None:
        super().__init__()
        self.reading = reading

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the inline rule and the tree steps."""
        rule = CitationRule(md)
        md.inlinePatterns.register(rule, "sholu_citation", _PRIORITY)
        # Between attr_list (8) and whoever reads ids.
        md.treeprocessors.register(AttributesStep(md, self.reading), "sholu_attributes", 7.5)
        # After attr_list (8), whose ids it checks, before toc (5), which takes up the list's heading.
        md.treeprocessors.register(CitationStep(md, self.reading, rule), "sholu_citations", 6.5)


class _Rule(InlineProcessor):
    """Finds citations in the texts of a page, and what looks like one; what each becomes is `mark`'s."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(PATTERN, md)

    def mark(self, source: str) -> Element | str:
        """Return what stands in the place of a citation."""
        raise NotImplementedError

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- name and shape are InlineProcessor's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """Make a mark of a citation; what a backslash protects becomes plain text."""
        if m["kept"]:
            return m["kept"].replace("\\]", "]"), m.start(), m.end()
        if m["comment"]:
            return self.md.htmlStash.store(m["comment"]), m.start(), m.end()
        found = citation_in(m, data)
        if found is None:
            return "\\", m.start(), m.end()
        source, end = found
        return self.mark(" ".join(INLINE_PLACEHOLDER_RE.sub("`…`", source).split())), m.start(), end


class CitationRule(_Rule):
    """Leaves a mark for each citation; `sources` are all of them, so that none is lost in silence."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.sources: list[str] = []

    def mark(self, source: str) -> Element:
        """Return an empty mark with the number of the citation."""
        self.sources.append(source)
        return Element("span", {SOURCE: str(len(self.sources) - 1)})


class WordsExtension(Extension):
    """Writes out the citations of a text that is no page: it has no list to which they could lead."""

    def __init__(self, citations: Citations) -> None:
        super().__init__()
        self.citations = citations

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the inline rule."""
        md.inlinePatterns.register(_WordsRule(md, self.citations), "sholu_citation", _PRIORITY)


class _WordsRule(_Rule):
    def __init__(self, md: Markdown, citations: Citations) -> None:
        super().__init__(md)
        self.citations = citations

    def mark(self, source: str) -> Element | str:
        text = self.citations.text(source)
        if text == (source,):
            return source
        words = Element("span", {"class": "citation"})
        put_in(words, in_scripts(text, self.citations.language.code))
        for element in words.iter():
            element.text, element.tail = _as_it_is(element.text), _as_it_is(element.tail)
        return words


class AttributesStep(Treeprocessor):
    """Looks through the ids that an author has given, before anybody reads them."""

    def __init__(self, md: Markdown, reading: PageReading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, root: Element) -> None:
        """Look through the tree of a page."""
        check_attributes(root, self.reading)


class CitationStep(Treeprocessor):
    """Reads the marks of a page in reading order, fills them, and adds the list of references."""

    def __init__(self, md: Markdown, reading: PageReading, rule: CitationRule) -> None:
        super().__init__(md)
        self.reading = reading
        self.rule = rule
        self._lines: Mapping[Element, int] = {}

    def run(self, root: Element) -> None:
        """Fill the tree of a page."""
        reading = self.reading
        code = {int(number) for text in _code(root) for number in HTML_PLACEHOLDER_RE.findall(text)}
        blocks = enumerate(self.md.htmlStash.rawHtmlBlocks)
        raw = [block for number, block in blocks if isinstance(block, str) and number not in code]
        check_headings(root, raw, reading)
        check_footnotes(reading)
        self._check_raw_html(root, raw, reading)
        self._check_targets(reading)
        self._lines = {}
        marks, listed = self._collect(root, reading)
        sources = [self.rule.sources[int(mark.attrib.pop(SOURCE))] for mark in marks]
        reading.citations = reading.listing.citations.of_page(sources, listed)
        for position, error in reading.citations.errors:
            occurrence = sources[:position].count(sources[position])
            reading.report(error, reading.line_of(sources[position], occurrence))
        for mark, dressed in zip(marks, reading.citations.marks, strict=True):
            if place := mark.get(PLACE):
                reading.place_marks[place] = (*reading.place_marks.get(place, ()), dressed)
            else:
                mark.set("class", "citation")
                own = reading.listing.citations.language.code
                mark.text = self.md.htmlStash.store(html(in_scripts(dressed, own)))
        if reading.citations.cited and "bibliography" not in reading.places:
            self._add_list(root, reading)
        check_ids(root, reading, {LIST_ID})

    def _collect(self, root: Element, reading: PageReading) -> tuple[list[Element], list[str]]:
        """Return the marks that are citations, in reading order, and the keys of `nocite`."""
        marks: list[Element] = []
        listed: list[str] = []
        found: set[int] = set()
        count = len(self.rule.sources)
        for mark, parents in list(_walk(root, ())):
            number = int(mark.attrib[SOURCE])
            source = self.rule.sources[number]
            found.add(number)
            if source in PLACES:
                self._place(source, mark, parents[-1], reading)
                marks += self._marks_of_place(PLACES[source], reading)
            elif source.startswith(NOCITE):
                listed += self._nocite(source, reading)
                _take_out(mark, parents)
            elif self._is_refused(source, parents, reading):
                mark.attrib.pop(SOURCE)
                mark.text = AtomicString(source)
            else:
                marks.append(mark)
        for number in sorted(set(range(count)) - found):
            source = self.rule.sources[number]
            reading.report(refusals.lost(source), reading.line_in_link(source))
        return marks, listed

    def _is_refused(self, source: str, parents: tuple[Element, ...], reading: PageReading) -> bool:
        """Report a citation that stands where it cannot be a link."""
        tags = {element.tag: element for element in parents}
        if headings := tags.keys() & HEADINGS:
            self._lines = self._lines or heading_lines(parents[0], reading)
            reading.report(refusals.in_heading(source), self._lines[tags[headings.pop()]])
        elif "a" in tags:
            reading.report(refusals.in_link(source), reading.line_in_link(source))
        else:
            return False
        return True

    def _place(self, source: str, mark: Element, parent: Element, reading: PageReading) -> None:
        """Leave a mark for what is written once all pages have been read."""
        mark.attrib.pop(SOURCE)
        if parent.tag != "p" or len(parent) != 1 or (parent.text or "").strip() or (mark.tail or "").strip():
            line = reading.line_of(source)
            reading.report(
                CitationError(
                    "C025",
                    f"{PLACES[source]}() stands inside a text",
                    "give it a paragraph of its own, outside of lists",
                ),
                line,
            )
            return
        if PLACES[source] in reading.places:
            error = CitationError(
                "C026", f"{PLACES[source]}() stands on this page already", "take one of the two out"
            )
            reading.report(error, reading.line_of(source, 1))
            return
        reading.places.add(PLACES[source])
        parent.remove(mark)
        parent.text = self.md.htmlStash.store(place_of(PLACES[source]))

    def _marks_of_place(self, place: str, reading: PageReading) -> Iterator[Element]:
        """Make a mark of each citation that a macro brings along, to be numbered with those of the page."""
        if place in reading.places and place not in reading.place_marks:
            reading.place_marks[place] = ()
            for source in reading.place_sources.get(place, ()):
                yield Element("span", {SOURCE: str(len(self.rule.sources)), PLACE: place})
                self.rule.sources.append(source)

    def _nocite(self, source: str, reading: PageReading) -> Iterator[str]:
        """Yield the keys of a `nocite` that the library has."""
        for key in source.removeprefix(NOCITE).removesuffix("]").split():
            citations = reading.listing.citations
            if key in citations.library:
                yield key
            else:
                reading.report(citations.unknown(key), reading.line_of(source))

    def _check_raw_html(self, root: Element, raw: list[str], reading: PageReading) -> None:
        """Report citations in HTML, which Python-Markdown leaves as they are typed."""
        for block in raw:
            prose = _NO_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), block) if "@" in block else ""
            for citation, offset in unread_citations(prose, reading):
                first = reading.source.line_of(block.partition("\n")[0])
                reading.report(refusals.in_html(citation), first + block.count("\n", 0, offset))
        for text in _left_as_typed(root):
            start = reading.source.prose.find(text)
            for citation, offset in unread_citations(text, reading):
                line = reading.line_of(citation) if start < 0 else reading.source.line(start + offset)
                reading.report(refusals.in_html(citation), line)

    def _check_targets(self, reading: PageReading) -> None:
        """Report citations before a colon at the beginning of a line, which Markdown takes for addresses."""
        if not any("@" in name for name in self.md.references):
            return
        for found in _TARGET.finditer(reading.source.prose):
            for citation, _ in unread_citations(found[1], reading):
                reading.report(refusals.in_target(citation), reading.source.line(found.start(1)))

    def _add_list(self, root: Element, reading: PageReading) -> None:
        listing = reading.listing
        heading = SubElement(root, "h2", {"id": LIST_ID, "class": OWN_HEADING})
        heading.text = AtomicString(listing.citations.language.messages["references_heading"])
        SubElement(root, "p").text = self.md.htmlStash.store(
            listing.html(reading.citations.cited, reading.citations.numbers)
        )


def _as_it_is(words: str | None) -> AtomicString:
    """Return words in which Python-Markdown looks neither for Markdown nor for signs that are escaped."""
    return AtomicString(_ENTITY.sub(f"{AMP_SUBSTITUTE}amp;", words or ""))


def _code(root: Element) -> Iterator[str]:
    """Yield the texts of code, which a highlighter may have kept as HTML."""
    for element in root.iter("code"):
        yield from element.itertext()


def _left_as_typed(element: Element) -> Iterator[str]:
    """Yield the text of HTML that stands in the midst of Markdown, code apart."""
    if element.tag in {"pre", "code", "script", "style"} or SOURCE in element.attrib:
        return
    if isinstance(element.text, AtomicString):
        yield element.text
    for child in element:
        yield from _left_as_typed(child)
        if isinstance(child.tail, AtomicString):
            yield child.tail


def _walk(parent: Element, above: tuple[Element, ...]) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Yield all marks in reading order, each with the elements around it."""
    parents = (*above, parent)
    for child in parent:
        if SOURCE in child.attrib:
            yield child, parents
        else:
            yield from _walk(child, parents)


def _take_out(mark: Element, parents: tuple[Element, ...]) -> None:
    """Remove a mark that leaves nothing in the text, and its paragraph if nothing else stood in it."""
    parent = parents[-1]
    position = list(parent).index(mark)
    if position:
        parent[position - 1].tail = (parent[position - 1].tail or "") + (mark.tail or "")
    else:
        parent.text = (parent.text or "") + (mark.tail or "")
    parent.remove(mark)
    if parent.tag == "p" and not len(parent) and not (parent.text or "").strip():
        parents[-2].remove(parent)
