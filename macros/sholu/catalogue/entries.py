"""One work in the catalogue: its entry and one quiet line, kind, topics and how often it is cited; on request
its note, its names, where it is cited, works like it, its files.

Pure. What a script filters and sorts by stands in attributes of the item; without it a reader sees the list.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TypeAlias
from urllib.parse import quote, unquote

from sholu.bibliography.references import Reference
from sholu.catalogue.facets import UNKNOWN, Facets
from sholu.catalogue.files import whole_address, whole_name
from sholu.catalogue.names import names_in_all_scripts, other_wordings
from sholu.catalogue.spots import Spot
from sholu.citations.listing import numbered
from sholu.citations.page import Citations, entry_id, fragment
from sholu.citations.shown import in_language
from sholu.citations.text import Element, Link, Node, Span, Text, kept_together, plain
from sholu.exports import FORMATS
from sholu.file_names import file_name
from sholu.languages import worded
from sholu.languages.typography import joint, unbroken
from sholu.values import Value, field
from sholu.works.groups import SEPARATOR

Attributes: TypeAlias = tuple[tuple[str, str], ...]


class CitingPage(Value):
    """A page that cites works: its title, its address from the page of the list ("" for that page itself).

    `spots` are those of its citations by the id of the mark, in reading order.
    """

    title: str
    address: str
    cited: Mapping[str, tuple[str, ...]]
    spots: Mapping[str, Spot] = field(default_factory=dict)

    def section(self, mark: str) -> tuple[str, str]:
        """Return anchor and title of the section in which a mark stands; "" where there is none."""
        spot = self.spots.get(mark)
        return (spot.section, spot.title) if spot else ("", "")


class Entries(Value, dict=True, eq=False):
    """Writes the items of the catalogue in one language.

    `root` is the way from the page of the list to the root of the site; `coins` is what Zotero is told of
    each work, by its key: it stands in the item, so that it comes and goes with it.
    """

    citations: Citations
    facets: Facets
    pages: Sequence[CitingPage]
    root: str
    coins: Mapping[str, Node] = field(default_factory=dict)
    _items: dict[str, Element] = field(default_factory=dict)

    @cached_property
    def _firsts(self) -> Mapping[str, int]:
        """Tell for each work that is cited the place of its first citation among those of all works."""
        by_mark = ({mark: key for key, marks in page.cited.items() for mark in marks} for page in self.pages)
        keys = (known[mark] for page, known in zip(self.pages, by_mark, strict=True) for mark in page.spots)
        return {key: position for position, key in enumerate(dict.fromkeys(keys), start=1)}

    @cached_property
    def by_author(self) -> Mapping[str, int]:
        """The place of each work among all by author, where the list is in another order; else empty."""
        numbers = self.citations.style.numbers
        works = [work for work in self.citations.library if work.key in numbers]
        in_order = self.citations.style.by_author(works)
        if list(in_order) == sorted(works, key=lambda work: numbers[work.key]):
            return {}
        return {work.key: position for position, work in enumerate(in_order, start=1)}

    def item(self, reference: Reference) -> Element:
        """Write the item of a work; it is kept, since a long list has an index of its items too."""
        if reference.key not in self._items:
            self._items[reference.key] = self._item(reference)
        return self._items[reference.key]

    def _item(self, reference: Reference) -> Element:
        entry = self.citations.entry(reference.key)
        names = tuple(self._names(reference))
        said = f"{plain(entry)} {plain(names)}".casefold()
        others = [form for form in other_wordings(reference) if form.casefold() not in said]
        places = tuple(self._places(reference.key))
        note = self.citations.note(reference.key)
        more: list[Node] = []
        if note:
            label = Span((self.citations.language.messages["note_label"],), role="reference__note-label")
            more += [Span((label, " ", *note), role="reference__note"), " "]
        if names:
            more += [self._line("names", names), " "]
        if places:
            more += [self._line("cited_in", places, "reference__places"), " "]
        more.append(self._more(reference))
        summary = Element("summary", (), tuple(self._summary(reference, has_note=bool(note))))
        details = Element("details", (("class", "reference__details"),), (summary, *more))
        number = self.citations.style.numbers.get(reference.key, 0)
        told = (self.coins[reference.key],) if reference.key in self.coins else ()
        children = (*numbered(number), Span(entry, role="reference__text"), " ", details, *told)
        return Element("li", tuple(self._attributes(reference, others)), children)

    def _summary(self, reference: Reference, *, has_note: bool) -> Iterator[Node]:
        """Say in a line what the work is, how often the review cites it, and whether it has a note."""
        own = self.citations.language
        yield own.kinds[reference.kind.value]
        if marks := sum(len(page.cited.get(reference.key, ())) for page in self.pages):
            yield f" · {own.catalogue['cited_in']} {marks}"
        if has_note:
            yield Span((f" · {own.messages['note_label'].rstrip('.')}",), role="reference__noted")

    def _attributes(self, reference: Reference, others: Iterable[str]) -> Iterator[tuple[str, str]]:
        yield "class", "reference"
        yield "id", entry_id(reference.key)
        for facet, values in self.facets.values(reference).items():
            yield f"data-{facet}", SEPARATOR.join(values)
        yield "data-year", str(reference.date.year) if reference.date else ""
        yield "data-first", str(self._firsts.get(reference.key, ""))
        yield "data-author", str(self.by_author.get(reference.key, ""))
        yield "data-words", " ".join(dict.fromkeys(others))

    def _line(self, label: str, words: Text, role: str = "reference__names") -> Node:
        heading = Span((worded(self.citations.language.catalogue, label),), role="reference__label")
        return Span((heading, " ", *words), role=role)

    def _names(self, reference: Reference) -> Iterator[Node]:
        """Yield the names in all scripts; where there is one form alone, the entry says it."""
        own = self.citations.language
        forms = list(names_in_all_scripts(reference, own))
        if len(forms) > 1:
            for number, (words, code) in enumerate(forms):
                if number:
                    yield " · "
                yield from kept_together(in_language((words,), code, own), own.code)

    def _places(self, key: str) -> Iterator[Node]:
        """Yield links to every citation: Introduction: para. 2, para. 5; Findings, Water: para. 1."""
        is_first, code = True, self.citations.language.code
        for page in self.pages:
            marks = page.cited.get(key, ())
            for (section, title), group in groupby(marks, page.section):
                if not is_first:
                    yield joint(";", code)
                is_first = False
                name = title if title in {"", page.title} else f"{page.title}{joint(',', code)}{title}"
                name = unbroken(name or page.title, code)
                yield Link((name,), f"{page.address}{fragment(section) if section else ''}" or "#")
                yield joint(":", code)
                yield from self._numbers(page, name, list(group))

    def _numbers(self, page: CitingPage, section: str, marks: Sequence[str]) -> Iterator[Node]:
        """Yield a link to the first citation in each paragraph of a section."""
        forms = self.citations.language.locators
        comma = joint(",", self.citations.language.code)
        by_words: dict[str, str] = {}
        for number, mark in enumerate(marks, start=1):
            spot = page.spots.get(mark)
            kind = "note" if spot and spot.is_note else "paragraph"
            by_words.setdefault(forms[kind][0].format(spot.number if spot else number), mark)
        for position, (words, mark) in enumerate(by_words.items()):
            if position:
                yield comma
            yield Link((words,), f"{page.address}{fragment(mark)}", label=f"{section}{comma}{words}")

    def _more(self, reference: Reference) -> Node:
        """Write kind and topics, each a link to the works like it, and the files of the entry."""
        values = self.facets.values(reference)
        chosen = [
            (facet, value) for facet in ("kind", "topic") for value in values[facet] if value != UNKNOWN
        ]
        words: list[Node] = []
        for facet, value in chosen:
            address = f"?{facet}={quote(value, safe='')}"
            words += [" · " if words else "", Link((self.facets.name(facet, value),), address)]
        links: list[Node] = []
        for one in FORMATS:
            address = whole_address(one)
            # Who has no script gets the file of all works; a script cuts this one out (references.js).
            link = download(one.name, f"{self.root}{address}", whole_name(address), of=reference.key)
            links += [" " if links else "", link]
        own = (("data-entry", reference.key), ("data-name", file_name(reference.key)))
        files = Element("span", (("class", "reference__files"), *own), tuple(links))
        return Span((Span(tuple(words), role="reference__like"), " ", files), role="reference__more")


def download(title: str, address: str, name: str = "", of: str = "", said: Attributes = ()) -> Node:
    """Make a link that saves a file.

    Args:
        title: its words.
        address: where the file is.
        name: what it is called on the reader's device; as in its address unless it is given. Always said,
            since a browser calls a file by the value of `download`, whatever that is.
        of: says to a screen reader of which work.
        said: other attributes, for scripts.
    """
    label = f"{title}: {of}" if of else ""
    called = name or unquote(posixpath.basename(address))
    return Element("a", (("href", address), ("download", called), ("aria-label", label), *said), (title,))
