"""One build of a review: its library, what its pages cite, and all problems that were found.

Made anew for every build. Knows no MkDocs: the plugin hands in texts and takes out HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from importlib.resources.abc import Traversable
from pathlib import PurePath
from types import MappingProxyType

from sholu.bibliography.bibtex import read_library
from sholu.bibliography.references import Library, Reference
from sholu.bibliography.topics import Topics, read_topics
from sholu.catalogue.entries import CitingPage, Entries
from sholu.catalogue.facets import Facets
from sholu.catalogue.files import downloads
from sholu.catalogue.lists import JournalList, headed, own_list, romanized_by_gost, romanized_list
from sholu.catalogue.page import catalogue, list_address
from sholu.catalogue.spots import Spot
from sholu.citations.grammar import Citation
from sholu.citations.headings import HeadingIds
from sholu.citations.listing import Listing
from sholu.citations.locators import locator_words
from sholu.citations.order import in_order_of_citing
from sholu.citations.page import Citations
from sholu.citations.reading import PageReading
from sholu.citations.source import without_code
from sholu.citations.styles import Numbers, known_style, style_of
from sholu.citations.template import Template
from sholu.citations.text import Text, html
from sholu.decoding import decoded
from sholu.front_matter import readable_front_matter, take_out_wrong_values
from sholu.glossary.listing import UsingPage, listing, term_id
from sholu.glossary.reading import read_glossary
from sholu.glossary.terms import Glossary
from sholu.languages import language
from sholu.pages.leftovers import leftovers
from sholu.pages.limits import within_limits
from sholu.problems import Place, Problem
from sholu.problems.judging import OffRemark, off_remarks
from sholu.review.choices import CitationChoice, ListChoice
from sholu.review.pages import left_out
from sholu.translations.blocks import EditorNote, PageVersion
from sholu.translations.lock import Lock, read_lock
from sholu.values import State, Value, field, replace

LOCK_FILE = "translations.lock"


class ReadPage(Value):
    """A page that has been read: its title, what it cites (key to ids) and where, its blocks, its places.

    `numbers` are those before the works of its list, if that has any.
    """

    title: str
    cited: Mapping[str, tuple[str, ...]]
    version: PageVersion
    spots: Mapping[str, Spot] = field(default_factory=dict)
    place_marks: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    notes: tuple[EditorNote, ...] = ()
    numbers: Numbers = field(default_factory=lambda: MappingProxyType({}))


class ReviewBuild(State):
    """Everything that one build gathers, over all languages.

    `remarks` are those that silence problems.
    `no_terms_in` names the file of the glossary if it is missing or empty.
    `place_sources` holds what a macro that fills a place cites, by its name.
    """

    root: Traversable
    library: Library
    choices: Mapping[str, CitationChoice] = field(default_factory=dict)
    latin_list: ListChoice = field(default_factory=ListChoice)
    template: Template = field(default_factory=Template)
    problems: set[Problem] = field(default_factory=set)
    remarks: list[OffRemark] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    glossary: Glossary = field(default_factory=Glossary)
    no_terms_in: str = ""
    shown_bibliography: str = ""
    topics: Topics = field(default_factory=Topics)
    place_sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heading_ids: HeadingIds = field(default_factory=HeadingIds)
    languages: tuple[str, ...] = ()
    _listings: dict[str, Listing] = field(default_factory=dict)
    _citations: dict[str, Citation] = field(default_factory=dict)
    _pages: dict[str, dict[str, ReadPage]] = field(default_factory=dict)
    _order: dict[str, int] = field(default_factory=dict)
    _lists: dict[str, str] = field(default_factory=dict)
    _first_cited: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _romanized: JournalList | None = None

    @classmethod
    def begin(
        cls,
        root: Traversable,
        bibliography: Traversable,
        choices: Mapping[str, CitationChoice],
        glossary: Traversable | None = None,
        codes: tuple[str, ...] = (),
    ) -> ReviewBuild:
        """Read the library and the glossary; their problems are the first of the build.

        Args:
            root: the folder of mkdocs.yml.
            bibliography: the BibTeX file.
            choices: how each language cites.
            glossary: the file with the glossary, if the review has one; it need not be there.
            codes: the languages of the review.
        """
        shown = shown_path(bibliography, root)
        library, problems = read_library(bibliography, shown)
        lock, unreadable = _read_lock(root / LOCK_FILE)
        found = {*problems, *unreadable}
        review = cls(root, library, choices, problems=found, lock=lock, shown_bibliography=shown)
        review.languages = codes
        if glossary is not None:
            shown = shown_path(glossary, root)
            review.glossary, faults = read_glossary(glossary, shown, codes)
            review.problems.update(faults)
            review.no_terms_in = "" if review.glossary.terms or faults else shown
        return review

    @property
    def systems(self) -> Mapping[str, str]:
        """The romanization of each language that has another than its default."""
        return {code: choice.romanization for code, choice in self.choices.items() if choice.romanization}

    def read_topics(self, path: Traversable, codes: tuple[str, ...]) -> None:
        """Read the names of topics in the languages of the review; the file may be missing."""
        self.topics, problems = read_topics(path, shown_path(path, self.root), codes)
        self.problems.update(problems, self.topics.unknown(self.library, self.shown_bibliography))

    def read_text(self, path: Traversable, content: bytes) -> str:
        """Decode a page; bytes that are no UTF-8 are reported with their line and replaced.

        So is front matter that cannot be read: what follows it keeps its line.
        """
        shown = shown_path(path, self.root)
        text, undecodable = decoded(content, shown)
        text, unreadable = readable_front_matter(text, shown)
        self.problems.update(undecodable, unreadable)
        self.remarks += off_remarks(text, shown)
        return text

    def read_front_matter(self, path: Traversable, meta: MutableMapping[str, object], text: str) -> None:
        """Take out of a front matter what nobody can read, and report it."""
        shown = shown_path(path, self.root)
        self.problems.update(take_out_wrong_values(meta, text, shown))
        absent, faults = left_out(meta.get("languages"), shown, self.languages)
        self.problems.update(faults)
        self.problems -= {one for one in self.problems if one.code == "T001" and one.place.path in absent}

    def put_in_order(self, names: Iterable[str]) -> None:
        """Take the order of pages from the menu; the list of all works names them in it."""
        self._order |= {name: position for position, name in enumerate(names)}

    def open_page(self, code: str, path: Traversable, text: str, first_line: int) -> PageReading:
        """Write out the macros of a page; the result goes through Python-Markdown."""
        shown = shown_path(path, self.root)
        text, excess = within_limits(text, without_code)
        source, problems = self.template.render(text, shown, first_line)
        for one in (*excess, *leftovers(text, without_code)):
            self.problems.add(one.at(shown, first_line + text.count("\n", 0, one.start)))
        self.problems.update(problems)
        return PageReading(
            source, self.listing(code), place_sources=self.place_sources, heading_ids=self.heading_ids
        )

    def close_page(self, code: str, name: str, page: ReadPage, problems: Iterable[Problem]) -> None:
        """Keep what a page cites, for the list of all works, and its problems."""
        self.problems.update(problems)
        self._pages.setdefault(code, {})[name] = page

    def cited_works(self, citation: str) -> tuple[str, ...] | None:
        """Name what a citation of a page cites, the same in every language: "hiro2009 page 12".

        None for one that was refused where it stands; all others were read with their pages.
        """
        read = self._citations.get(citation)
        if read is None:
            return None
        return tuple(
            " ".join((work.key, *(f"{place.kind.value} {place.value}" for place in work.locators)))
            for work in read.works
        )

    def needs_all_pages(self, code: str) -> bool:
        """Tell whether no page of a language can be written before it is known what all of them cite."""
        return self._choice(code).manner().needs_all_pages

    def number(self, code: str, texts: Iterable[str]) -> None:
        """Number the works of a language in the order in which its pages, in theirs, cite them.

        Args:
            code: the language.
            texts: the pages as their authors wrote them, without their front matter.
        """
        written = (self.template.render(text, "", 1)[0].text for text in texts)
        first = in_order_of_citing(written, self.place_sources, self.library.__contains__)
        self._first_cited[code] = first
        self._listings.pop(code, None)

    def has_own_lists(self, code: str) -> bool:
        """Tell whether the numbers on a page mean something beside its own list alone."""
        return self._choice(code).manner().has_own_lists

    def _choice(self, code: str) -> CitationChoice:
        return self.choices.get(code, CitationChoice())

    def listing(self, code: str) -> Listing:
        """Return the writer of reference lists in a language."""
        if code not in self._listings:
            own = replace(language(code), systems=self.systems)
            choice = self._choice(code)
            manner = choice.manner(self._first_cited.get(code, ()))
            style = style_of(
                choice.style or known_style(own.style), self.library, own, choice.brackets, manner
            )
            citations = Citations(self.library, own, style, locator_words(), self._citations)
            self._listings[code] = Listing(citations)
        return self._listings[code]

    def bibliography(self, code: str, name: str, links: Mapping[str, str], root: str) -> Text:
        """Make the catalogue of all works, each with every place of this language that cites it.

        Args:
            code: the language.
            name: the page on which it stands.
            links: the address of each page, relative to that page.
            root: the way from that page to the root of the site: "../".
        """
        citations = self.listing(code).citations
        style, own = citations.style, citations.language
        works = [work for work in style.in_order(self.library) if style.has_entry(work)]
        lists = (own_list(citations), self._latin_list(citations))
        self._lists |= {list_address(one): one.text() for one in lists}
        pages = [
            CitingPage(page.title, "" if other == name else links[other], page.cited, page.spots)
            for other, page in self.pages(code).items()
        ]
        entries = Entries(citations, Facets(own, self.topics), pages, root)
        return catalogue(entries, works, lists)

    def _latin_list(self, citations: Citations) -> JournalList:
        """Write the romanized list; by APA it is the same on the pages of all languages."""
        chosen = self.latin_list
        systems = {**self.systems, **chosen.romanization}
        if chosen.style == "gost":
            return romanized_by_gost(citations, systems, chosen.note)
        if self._romanized is None:
            self._romanized = romanized_list(self.library, systems, chosen.note)
        return headed(self._romanized, self.library, replace(citations.language, systems=systems))

    def works(self, code: str, cited: Iterable[str] | None = None) -> str:
        """Write one list of works as HTML, without the pages that cite them: all, or the `cited`."""
        listing = self.listing(code)
        style = listing.citations.style
        wanted = self.library if cited is None else [self.library[key] for key in dict.fromkeys(cited)]
        listed = [work.key for work in style.in_order(wanted) if style.has_entry(work)]
        return html((listing.element(dict.fromkeys(listed, ())),)) if listed else ""

    def cited_on(self, code: str, name: str) -> tuple[str, ...]:
        """Return the keys of the works that a page cites."""
        return tuple(self._pages[code][name].cited)

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield what the catalogue offers for download, if there is one: addresses in the site, and texts."""
        if self._lists:
            yield from downloads(self.library)
            yield from self._lists.items()

    def glossary_list(self, code: str, name: str, links: Mapping[str, str]) -> Text:
        """Make the list of all terms, each with the pages of this language that use it.

        Args:
            code: the language.
            name: the page on which the list stands.
            links: the address of each page, relative to that page.
        """
        using: dict[str, list[UsingPage]] = {}
        pages = self._pages.get(code, {})
        for other in sorted(pages.keys() - {name}, key=self.place):
            first: dict[str, str] = {}
            for block in pages[other].version.blocks:
                for use in self.glossary.uses(block.words, code):
                    first.setdefault(use.term.identifier, block.identifier)
            for term, block_id in first.items():
                address = f"{links[other]}#{block_id}"
                using.setdefault(term, []).append(UsingPage(pages[other].title, address))
        places = {term: tuple(found) for term, found in using.items()}
        return listing(self.glossary.terms, language(code), places)

    def term_ids(self) -> frozenset[str]:
        """Return the anchors of all terms on a glossary page."""
        return frozenset(term_id(term.identifier) for term in self.glossary.terms)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages that have pages."""
        return tuple(self._pages)

    def pages(self, code: str) -> Mapping[str, ReadPage]:
        """Return the pages of a language in the order of the menu, by their paths."""
        pages = self._pages.get(code, {})
        return {name: pages[name] for name in sorted(pages, key=self.place)}

    def cited(self, code: str, name: str) -> tuple[Reference, ...]:
        """Return the works that a page cites, in the order of its list."""
        page = self._pages.get(code, {}).get(name)
        return tuple(self.library[key] for key in page.cited) if page else ()

    def place(self, name: str) -> tuple[int, str]:
        """Return where a page stands in the menu; pages that are not in it come last."""
        return self._order.get(name, len(self._order)), name

    def unused(self) -> tuple[str, ...]:
        """Return the keys of works that no page cites, in the order of the file."""
        used = {key for pages in self._pages.values() for page in pages.values() for key in page.cited}
        return tuple(reference.key for reference in self.library if reference.key not in used)


def _read_lock(path: Traversable) -> tuple[Lock, tuple[Problem, ...]]:
    if not path.is_file():
        return Lock(), ()
    try:
        return read_lock(path.read_bytes().decode("utf-8-sig")), ()
    except (ValueError, RecursionError) as error:
        mend = "bring back its last version from Git, or delete it and accept the translations anew"
        reason = "its brackets are nested too deeply" if isinstance(error, RecursionError) else str(error)
        line = re.search(r"\bat line (\d+)", reason)
        place = Place(LOCK_FILE, int(line[1]) if line else 1)
        return Lock(), (Problem(place, "T018", f"the file cannot be read: {reason}", mend),)


def shown_path(path: Traversable, root: Traversable) -> str:
    """Return a path as an author knows it: relative to the folder of mkdocs.yml."""
    whole, folder = PurePath(str(path)), PurePath(str(root))
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()
