"""The citations of one page in reading order, turned to marks, entries and the links between them.

Pure: the same citations give the same page. Knows neither Markdown nor files; whoever calls it knows
which line a citation stands on.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from urllib.parse import quote

from sholu.bibliography.library import Library
from sholu.citations.grammar import Citation, CitationError, keys_in, read_citation, written_key
from sholu.citations.styles import Numbers, Style, note
from sholu.citations.text import (
    Element,
    Emphasis,
    Link,
    Mention,
    Node,
    Ready,
    Span,
    Text,
    heard,
    isolated,
    kept_together,
    plain,
)
from sholu.languages import Language
from sholu.languages.look_alikes import mixed_words
from sholu.languages.runs import direction_of, has_direction
from sholu.problems import nearest
from sholu.regexes import regex
from sholu.values import Value, field, replace

# Faults of the place in a work: what is said of the key beside it is another fault.
_OF_A_PLACE = frozenset({"C007", "C012", "C013", "C014", "C015"})
# What is left of a key with a space in it: @kim 2011.
_REST_OF_KEY = regex(r"[ \u00a0]+(\w+)")
# What holds no mention of a work; `str | Link | …` would be put together at each question.
# Of so many citations in error it is asked what was meant; who has more has another bibliography.
_ASKED_AT_MOST = 300
_ON_THEIR_OWN = (str, Link, Element, Ready)
_NO_NUMBERS: Numbers = MappingProxyType({})


class PageCitations(Value):
    """All citations of a page: a mark for each, its words with links to the entries, and the list.

    `errors` holds (position of the citation, what is wrong); a citation in error is marked as it was typed.
    `cited` holds the ids of the marks of each key in the order of the list; `nocite` works have none.
    `numbers` are those before the entries of a numbered list, `notes` those to which marks refer.
    """

    marks: tuple[Text, ...]
    cited: Mapping[str, tuple[str, ...]]
    errors: tuple[tuple[int, CitationError], ...]
    numbers: Numbers = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[Text, ...] = ()


def entry_id(key: str) -> str:
    """Return the anchor of a work's entry, the same on every page that lists it."""
    return f"ref-{key}"


# Of each work and each of its marks it is asked on many pages.
@lru_cache(maxsize=20_000)
def fragment(identifier: str) -> str:
    """Return the link to an anchor of the same page."""
    # Everything that RFC 3986 allows in a fragment stays readable.
    return f"#{quote(identifier, safe=':/?@!$&()*+,;=~')}"


class Citations(Value, eq=False, dict=True):
    """Reads the citations of all pages in one language; keeps what it has read and dressed.

    `known` holds what citations say in whatever language they are written; all languages may share it. One
    that `has_own_words` before locators, in another sense than others, reads for itself what it asks for.
    `asked` are those that were looked up, as typed, until somebody clears it.
    """

    library: Library
    language: Language
    style: Style
    locator_words: Mapping[str, str]
    known: dict[str, Citation] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    has_own_words: bool = False
    _own: dict[str, Citation] = field(default_factory=dict)
    _errors: dict[str, CitationError] = field(default_factory=dict)
    _entries: dict[str, Text] = field(default_factory=dict)

    def of_page(
        self, sources: Sequence[str], listed: Iterable[str] = (), apart: Container[int] = ()
    ) -> PageCitations:
        """Number and dress the citations of a page.

        Args:
            sources: the citations as the author wrote them, in reading order.
            listed: keys that stand in the list with no citation (`nocite`).
            apart: positions of the citations whose notes do not follow that of the one before.
        """
        read = [self._read(source) for source in sources]
        if apart:
            read = [
                replace(one, is_apart=True) if position in apart and isinstance(one, Citation) else one
                for position, one in enumerate(read)
            ]
        page = self.style.page(
            [one for one in read if isinstance(one, Citation)],
            [own for key in listed if (own := self.library.key_of(key)) in self.library],
        )
        dressed = iter(page.marks)
        places: dict[str, list[str]] = {}
        marks = tuple(
            _mark(self._without_unlisted(next(dressed)), places, self.language.code)
            if isinstance(one, Citation)
            else (source,)
            for source, one in zip(sources, read, strict=True)
        )
        errors = tuple(
            (n, fault)
            for n, one in enumerate(read)
            if isinstance(one, CitationError)
            for fault in (one, *one.also)
        )
        cited = {key: tuple(places.get(key, ())) for key in page.listed}
        return PageCitations(marks, cited, errors, page.numbers, page.notes)

    def unknown(self, key: str, code: str = "C001", source: str = "") -> CitationError:
        """Say that no work has this key, with the nearest that one has; C053 where it may be none at all.

        Args:
            key: what was typed.
            code: that of the rule.
            source: the citation, in which the rest of the key may stand behind a space.
        """
        is_few = len(self._errors) < _ASKED_AT_MOST
        near = nearest(key, self.library.references) if is_few else ""
        start = source.replace("\u00a0", " ").find(f"@{key} ")
        rest = _REST_OF_KEY.match(source, start + 1 + len(key)) if start >= 0 else None
        if rest and (whole := self.library.key_of(f"{key}{rest[1]}")) in self.library:
            return CitationError(code, key=key, near=whole, slip="@@slip_space", typed=f"@{key}{rest[0]}")
        if word := next(mixed_words(key), None):
            right = key[: word.start] + word.right + key[word.end :]
            near = right if right in self.library else near
            values = {"letters": ", ".join(word.letters), "typed": key}
            return CitationError(code, key=key, near=near, slip=f"@@slip_{word.script}", **values)
        return CitationError(code, key=key, near=written_key(near) if near else near)

    def text(self, source: str, numbers: Numbers = _NO_NUMBERS) -> Text:
        """Return a citation apart from its page, without links; one in error as it was typed.

        Args:
            source: the citation as the author wrote it.
            numbers: those of its page (`PageCitations.numbers`), where that page is what is told of.
        """
        read = self._read(source)
        return (source,) if isinstance(read, CitationError) else self.style.apart(read, numbers)

    def words(self, source: str, numbers: Numbers = _NO_NUMBERS) -> str:
        """Return a citation as plain text, as `text` has it."""
        return plain(self.text(source, numbers))

    def note(self, key: str) -> Text:
        """Return the editor's note of a work in the language of the page, or ()."""
        return kept_together(note(self.library[key], self.language), self.language.code)

    def forget(self) -> None:
        """Let go of the entries and citations that were dressed."""
        self._entries.clear()
        self.style.forget()

    def entry(self, key: str) -> Text:
        """Return the entry of a work in the list."""
        if key not in self._entries:
            self._entries[key] = isolated(self.style.entry(self.library[key]), self.language.code)
        return self._entries[key]

    def _read(self, source: str) -> Citation | CitationError:
        """Read a citation of works that there are; what it says is the same in most languages."""
        self.asked.add(source)
        known = self._own if self.has_own_words else self.known
        if source in self._errors:
            return self._errors[source]
        try:
            if source not in known:
                citation = self._by_own_keys(read_citation(source, self.locator_words))
                # A handle in a sentence, as @user, looks the same as a citation there.
                is_handle = citation.is_narrative and "[" not in source
                keys = (work.key for work in citation.works)
                if unknown := self._unknown_among(keys, "C053" if is_handle else "C001", source):
                    unknown[0].also = unknown[1:]
                    raise unknown[0]
                known[source] = citation
                self.known.setdefault(source, citation)
        except CitationError as error:
            if error.code in _OF_A_PLACE:
                error.also += self._unknown_among(keys_in(source), source=source)
            self._errors[source] = error
            return error
        return known[source]

    def _unknown_among(
        self, keys: Iterable[str], code: str = "C001", source: str = ""
    ) -> tuple[CitationError, ...]:
        unknown = (key for key in dict.fromkeys(keys) if key not in self.library)
        return tuple(self.unknown(key, code, source) for key in unknown)

    def _by_own_keys(self, citation: Citation) -> Citation:
        """Name each work by its own key where another of its keys was typed."""
        if not any(work.key in self.library.aliases for work in citation.works):
            return citation
        return replace(
            citation,
            works=tuple(replace(work, key=self.library.key_of(work.key)) for work in citation.works),
        )

    def _without_unlisted(self, text: Text) -> Text:
        """Take the links off works that have no entry to lead to (APA lists no personal communication)."""
        unlisted = self._unlisted
        # Most reviews have no such works.
        if not unlisted:
            return text
        return tuple(
            part
            for node in text
            for part in (node.children if isinstance(node, Mention) and node.key in unlisted else (node,))
        )

    @cached_property
    def _unlisted(self) -> frozenset[str]:
        """The keys of the works that the norm does not list."""
        return frozenset(work.key for work in self.library if not self.style.has_entry(work))


def _mark(text: Text, places: dict[str, list[str]], tag: str) -> Text:
    """Make links of the mentions, numbering for each key the places where it is cited."""
    # Most pieces are words, and a page has a hundred.
    return tuple([node if type(node) is str else _linked(node, places, tag) for node in text])


def _linked(node: Node, places: dict[str, list[str]], tag: str) -> Node:
    if isinstance(node, _ON_THEIR_OWN):
        return node
    children = _mark(node.children, places, tag)
    if isinstance(node, Emphasis):
        return Emphasis(children)
    if isinstance(node, Span):
        return Span(children, node.language, node.role, node.direction)
    cited = places.setdefault(node.key, [])
    identifier = f"cite-{node.key}-{len(cited) + 1}"
    cited.append(identifier)
    if not children:
        # Cited without a word, within a range: a place to come back to; its dash shows the entry, too.
        entry = fragment(entry_id(node.key))
        place = (("id", identifier), ("class", "citation__within"), ("data-entry", entry))
        return Element("span", place, ())
    # A title that is a translation stands in brackets, which a listener is spared.
    seen = plain(children)
    said = heard(seen)
    # On a page from left to right the name alone runs against it: “بدوي et al. (1961)”, the year behind; on
    # one from right to left it does where words of the page follow, as “ص 33”.
    is_alone = not has_direction(seen, "rtl")
    shown = isolated(children, tag) if direction_of(tag) == "rtl" and is_alone else children
    return Link(
        shown,
        fragment(entry_id(node.key)),
        identifier=identifier,
        label=node.label or (said if said != seen else ""),
        role="citation__work",
        kind="doc-biblioref",
    )
