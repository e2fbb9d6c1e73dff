"""The door to Python-Markdown: finds the citations of a page, puts their marks and its list in the tree.

An inline rule leaves an empty mark that carries its source, since inline rules see a page out of reading
order (paragraphs first, then tables and footnotes). A step over the finished tree reads the marks in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from macros.citations.grammar import CitationError
from macros.citations.listing import CitingPage
from macros.citations.reading import BRACKETED_CITATION, PATTERN, PageReading, citation_in
from macros.citations.template import NOCITE, PLACES
from macros.citations.text import html

LIST_ID = "page-references"
NO_PAGE = "no page is being read"

SOURCE = "data-citation"
PLACE = "data-place"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Before the rule of backslashes (180), so that it sees them; after that of code spans (190).
_PRIORITY = 185
# What of raw HTML no reader sees as text, or as code.
_NO_TEXT = re.compile(r"<(pre|code|script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


def place_of(macro: str) -> str:
    """Return what stands in the HTML of a page where a macro's list goes."""
    return f"<!-- sholu: {macro} -->"


class CitationsExtension(Extension):
    """Adds Sholu's citations to Python-Markdown; `reading` is set anew before each page."""

    def __init__(self) -> None:
        super().__init__()
        self.reading: PageReading | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the inline rule and the tree step."""
        rule = CitationRule(md)
        md.inlinePatterns.register(rule, "sholu_citation", _PRIORITY)
        # After attr_list (8), whose ids it checks, before toc (5), which takes up the list's heading.
        md.treeprocessors.register(CitationStep(md, self, rule), "sholu_citations", 6.5)


class CitationRule(InlineProcessor):
    """Leaves a mark for each citation; `count` tells how many, so that none is lost in silence."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(PATTERN, md)
        self.sources: list[str] = []

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- name and shape are InlineProcessor's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """Make a mark of a citation; what a backslash protects becomes plain text."""
        if m["kept"]:
            return m["kept"], m.start(), m.end()
        if m["comment"]:
            return self.md.htmlStash.store(m["comment"]), m.start(), m.end()
        found = citation_in(m, data)
        if found is None:
            return "\\", m.start(), m.end()
        source, end = found
        mark = Element("span", {SOURCE: str(len(self.sources))})
        self.sources.append(" ".join(INLINE_PLACEHOLDER_RE.sub("`…`", source).split()))
        return mark, m.start(), end


class CitationStep(Treeprocessor):
    """Reads the marks of a page in reading order, fills them, and adds the list of references."""

    def __init__(self, md: Markdown, extension: CitationsExtension, rule: CitationRule) -> None:
        super().__init__(md)
        self.extension = extension
        self.rule = rule

    def run(self, root: Element) -> None:
        """Fill the tree of a page."""
        reading = self.extension.reading
        if reading is None:
            raise RuntimeError(NO_PAGE)
        self._check_headings(root, reading)
        self._check_raw_html(reading)
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
                mark.text = self.md.htmlStash.store(html(dressed))
        if reading.citations.cited and "bibliography" not in reading.places:
            self._add_list(root, reading)

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
            reading.report(_lost(source), reading.line_in_link(source))
        return marks, listed

    def _is_refused(self, source: str, parents: tuple[Element, ...], reading: PageReading) -> bool:
        """Report a citation that stands where it cannot be a link."""
        tags = {element.tag: element for element in parents}
        if headings := tags.keys() & _HEADINGS:
            line = _heading_line(parents[0], tags[headings.pop()], reading)
            reading.report(_in_heading(source), line)
        elif "a" in tags:
            reading.report(_in_link(source), reading.line_in_link(source))
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
                    f"{PLACES[source]}() stands inside a text",
                    "give it a paragraph of its own, outside of lists",
                ),
                line,
            )
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

    def _check_headings(self, root: Element, reading: PageReading) -> None:
        """Report headings without an id: the one that Python-Markdown makes differs between languages."""
        for heading in _headings(root):
            if not heading.get("id"):
                words = "".join(heading.itertext()).strip()
                reading.report(_no_id(words), _heading_line(root, heading, reading))

    def _check_raw_html(self, reading: PageReading) -> None:
        """Report citations in blocks of HTML, which Python-Markdown leaves as they are typed."""
        for block in self.md.htmlStash.rawHtmlBlocks:
            text = block if isinstance(block, str) and "@" in block else ""
            prose = _NO_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
            for found in BRACKETED_CITATION.finditer(prose):
                first = reading.source.line_of(text.partition("\n")[0])
                reading.report(_in_html(found[0]), first + text.count("\n", 0, found.start()))

    def _add_list(self, root: Element, reading: PageReading) -> None:
        listing = reading.listing
        heading = SubElement(root, "h2", {"id": LIST_ID, "class": "references-heading"})
        heading.text = AtomicString(listing.citations.language.messages["references_heading"])
        cited = {key: [CitingPage(ids)] for key, ids in reading.citations.cited.items()}
        SubElement(root, "p").text = self.md.htmlStash.store(listing.html(cited))


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


def _headings(root: Element) -> list[Element]:
    return [element for element in root.iter() if element.tag in _HEADINGS]


def _heading_line(root: Element, heading: Element, reading: PageReading) -> int:
    """Return the line of a heading: the nth in the tree is the nth in the text."""
    headings = _headings(root)
    lines = reading.source.heading_lines()
    if len(lines) != len(headings):
        return reading.source.line_of("".join(heading.itertext()).strip())
    return lines[headings.index(heading)]


def _in_heading(source: str) -> CitationError:
    return CitationError(
        f"{source} stands in a heading, which is repeated in menus and contents",
        "cite in the text below the heading",
    )


def _in_link(source: str) -> CitationError:
    return CitationError(
        f"{source} stands in the text of a link, but is a link itself",
        "write it before or after the link",
    )


def _in_html(source: str) -> CitationError:
    return CitationError(
        f"{source} stands in HTML, where citations are not read",
        'write the block in Markdown, or give its HTML element the attribute markdown="1"',
    )


def _lost(source: str) -> CitationError:
    return CitationError(
        f"{source} stands where no link can be, in the description of an image or the title of a link",
        "write it in the text",
    )


def _no_id(words: str) -> CitationError:
    return CitationError(
        f'the heading "{words}" has no id',
        "write one after it, the same in all languages: {#short-english-name}",
    )
