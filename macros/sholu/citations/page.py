"""The citations of one page in reading order, turned to marks, entries and the links between them.

Pure: the same citations give the same page. Knows neither Markdown nor files; whoever calls it knows
which line a citation stands on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from sholu.bibliography.references import Library
from sholu.citations.grammar import Citation, CitationError, read_citation
from sholu.citations.style import Style, note
from sholu.citations.text import (
    Element,
    Emphasis,
    Link,
    Mention,
    Node,
    Ready,
    Span,
    Text,
    kept_together,
    plain,
)
from sholu.languages import Language
from sholu.problems import nearest
from sholu.values import Value, field


class PageCitations(Value):
    """All citations of a page: a mark for each, its words with links to the entries, and the list.

    `errors` holds (position of the citation, what is wrong); a citation in error is marked as it was typed.
    `cited` holds the ids of the marks of each key in the order of the list; `nocite` works have none.
    """

    marks: tuple[Text, ...]
    cited: Mapping[str, tuple[str, ...]]
    errors: tuple[tuple[int, CitationError], ...]


def entry_id(key: str) -> str:
    """Return the anchor of a work's entry, the same on every page that lists it."""
    return f"ref-{key}"


def fragment(identifier: str) -> str:
    """Return the link to an anchor of the same page."""
    # Everything that RFC 3986 allows in a fragment stays readable.
    return f"#{quote(identifier, safe=':/?@!$&()*+,;=~')}"


class Citations(Value):
    """Reads the citations of all pages in one language; keeps what it has read and dressed.

    `known` holds what citations say in whatever language they are written; all languages may share it.
    """

    library: Library
    language: Language
    style: Style
    locator_words: Mapping[str, str]
    known: dict[str, Citation] = field(default_factory=dict)
    _dressed: dict[str, Text | CitationError] = field(default_factory=dict)
    _entries: dict[str, Text] = field(default_factory=dict)

    def of_page(self, sources: Sequence[str], listed: Iterable[str] = ()) -> PageCitations:
        """Number and dress the citations of a page.

        Args:
            sources: the citations as the author wrote them, in reading order.
            listed: keys that stand in the list with no citation (`nocite`).
        """
        marks: list[Text] = []
        errors: list[tuple[int, CitationError]] = []
        places: dict[str, list[str]] = {key: [] for key in listed if key in self.library}
        for position, source in enumerate(sources):
            dressed = self._dress(source)
            if isinstance(dressed, CitationError):
                errors.append((position, dressed))
                marks.append((source,))
            else:
                marks.append(_mark(dressed, places))
        references = self.style.in_order(self.library[key] for key in places)
        cited = {
            reference.key: tuple(places[reference.key])
            for reference in references
            if self.style.has_entry(reference)
        }
        return PageCitations(tuple(marks), cited, tuple(errors))

    def unknown(self, key: str) -> CitationError:
        """Say that no work has this key, with the nearest key that one has."""
        near = nearest(key, self.library.references)
        return CitationError(
            "C001",
            f'no work "{key}" in the bibliography',
            f'did you mean "{near}"?'
            if near
            else "add its entry or correct the key; an @ that is no citation takes a backslash: \\@",
        )

    def text(self, source: str) -> Text:
        """Return a citation apart from any page, without links; one in error as it was typed."""
        dressed = self._dress(source)
        return (source,) if isinstance(dressed, CitationError) else dressed

    def words(self, source: str) -> str:
        """Return a citation as plain text; one in error as it was typed."""
        return plain(self.text(source))

    def note(self, key: str) -> Text:
        """Return the editor's note of a work in the language of the page, or ()."""
        return kept_together(note(self.library[key], self.language), self.language.code)

    def entry(self, key: str) -> Text:
        """Return the entry of a work in the list."""
        if key not in self._entries:
            self._entries[key] = self.style.entry(self.library[key])
        return self._entries[key]

    def _dress(self, source: str) -> Text | CitationError:
        dressed = self._dressed.get(source)
        if dressed is None:
            try:
                dressed = self._read(source)
            except CitationError as error:
                dressed = error
            self._dressed[source] = dressed
        return dressed

    def _read(self, source: str) -> Text:
        citation = self.known.get(source)
        if citation is None:
            citation = self.known[source] = read_citation(source, self.locator_words)
        for work in citation.works:
            if work.key not in self.library:
                raise self.unknown(work.key)
        text = self.style.citation(citation)
        return _without_links(text, self._unlisted(citation))

    def _unlisted(self, citation: Citation) -> frozenset[str]:
        """Return the keys that have no entry to link to (APA lists no personal communication)."""
        return frozenset(
            work.key for work in citation.works if not self.style.has_entry(self.library[work.key])
        )


def _without_links(text: Text, keys: frozenset[str]) -> Text:
    if not keys:
        return text
    return tuple(
        part
        for node in text
        for part in (node.children if isinstance(node, Mention) and node.key in keys else (node,))
    )


def _mark(text: Text, places: dict[str, list[str]]) -> Text:
    """Make links of the mentions, numbering for each key the places where it is cited."""

    def linked(node: Node) -> Node:
        if isinstance(node, str | Link | Element | Ready):
            return node
        children = tuple(map(linked, node.children))
        if not isinstance(node, Mention):
            return (
                Emphasis(children) if isinstance(node, Emphasis) else Span(children, node.language, node.role)
            )
        cited = places.setdefault(node.key, [])
        identifier = f"cite-{node.key}-{len(cited) + 1}"
        cited.append(identifier)
        return Link(
            children,
            fragment(entry_id(node.key)),
            identifier=identifier,
            label=node.label,
            role="citation__work",
            kind="doc-biblioref",
        )

    return tuple(map(linked, text))
