"""One build of a review: its library, what its pages cite, and all problems that were found.

Made anew for every build. Knows no MkDocs: the plugin hands in texts and takes out HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from sholu.bibliography.library import Library
from sholu.bibliography.topics import read_topics
from sholu.citations.headings import HeadingIds
from sholu.citations.order import in_order_of_citing
from sholu.citations.reading import PageReading
from sholu.citations.source import without_code
from sholu.citations.template import Template
from sholu.citations.text import Text
from sholu.crossreferences.labels import Appendices, Labels, Numbering, numbered
from sholu.crossreferences.words import heading_label
from sholu.decoding import decoded
from sholu.front_matter import readable_front_matter, take_out_wrong_values
from sholu.glossary.listing import UsingPage, listing, term_id
from sholu.glossary.reading import read_glossary
from sholu.glossary.terms import Glossary
from sholu.languages import language
from sholu.pages.labels import kind_of
from sholu.pages.leftovers import leftovers
from sholu.pages.limits import within_limits
from sholu.problems import Place, Problem
from sholu.problems.judging import OffRemark, off_remarks
from sholu.problems.telling import problem
from sholu.review.all_works import AllWorks
from sholu.review.bibtex_files import read_library
from sholu.review.choices import CitationChoice
from sholu.review.listings import Listings
from sholu.review.numbering import page_text
from sholu.review.pages import left_out
from sholu.review.paths import shown_path
from sholu.review.read_pages import ReadPage, ReadPages
from sholu.review.remembered import FORGETFUL, Memory
from sholu.translations.lock import Lock
from sholu.translations.lock_file import LOCK_FILE, read_lock_file
from sholu.values import State, field


class ReviewBuild(State):
    """Everything that one build gathers, over all languages.

    `remarks` are those that silence problems.
    `no_terms_in` names the file of the glossary if it is missing or empty.
    `place_sources` holds what a macro that fills a place cites, by its name. `left_out` holds the versions
    that a page says it has not (`languages`), by its path as its author knows it. Pages are translated from
    `default`, and come one by one in languages that are `incomplete`.
    """

    root: Traversable
    library: Library
    listings: Listings
    pages: ReadPages
    works: AllWorks
    template: Template = field(default_factory=Template)
    problems: set[Problem] = field(default_factory=set)
    remarks: list[OffRemark] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    glossary: Glossary = field(default_factory=Glossary)
    no_terms_in: str = ""
    shown_bibliography: str = ""
    place_sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heading_ids: HeadingIds = field(default_factory=HeadingIds)
    languages: tuple[str, ...] = ()
    left_out: dict[str, frozenset[str]] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    default: str = ""
    incomplete: tuple[str, ...] = ()
    _labels: dict[str, Labels] = field(default_factory=dict)
    _originals: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begin(  # noqa: PLR0913 -- a file each, and what is known of them
        cls,
        root: Traversable,
        bibliography: Traversable,
        choices: Mapping[str, CitationChoice],
        glossary: Traversable | None = None,
        codes: tuple[str, ...] = (),
        *,
        memory: Memory = FORGETFUL,
    ) -> ReviewBuild:
        """Read the library and the glossary; their problems are the first of the build.

        Args:
            root: the folder of mkdocs.yml.
            bibliography: the BibTeX file.
            choices: how each language cites.
            glossary: the file with the glossary, if the review has one; it need not be there.
            codes: the languages of the review.
            memory: what was read of the file before.
        """
        shown = shown_path(bibliography, root)
        content = b""
        if isinstance(bibliography, Path) and bibliography.is_file():
            content = bibliography.read_bytes()
        library, problems = memory.of(read_library, bibliography, shown)
        lock, unreadable = read_lock_file(root / LOCK_FILE)
        like_labels = (one for one in library if kind_of(one.key))
        found = {
            *problems,
            *unreadable,
            *(problem("N007", Place(shown, one.line), key=one.key) for one in like_labels),
        }
        listings, pages = Listings(library, choices, codes), ReadPages()
        # What is made of it is kept by what stands in it, and so not if it was saved while it was read.
        if isinstance(bibliography, Path) and content and bibliography.read_bytes() == content:
            listings.memory = memory
            listings.told = str(bibliography.absolute()), sha256(content).hexdigest()
        works = AllWorks(library, listings, pages)
        review = cls(
            root, library, listings, pages, works, problems=found, lock=lock, shown_bibliography=shown
        )
        review.languages = codes
        if glossary is not None:
            shown = shown_path(glossary, root)
            review.glossary, faults = read_glossary(glossary, shown, codes)
            review.problems.update(faults)
            review.no_terms_in = "" if review.glossary.terms or faults else shown
        return review

    def read_topics(self, path: Traversable, codes: tuple[str, ...]) -> None:
        """Read the names of topics in the languages of the review; the file may be missing."""
        self.works.topics, problems = read_topics(path, shown_path(path, self.root), codes)
        self.problems.update(problems, self.works.topics.unknown(self.library, self.shown_bibliography))

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
        if absent:
            self.left_out[shown] = absent
            self.problems -= {one for one in self.problems if one.code == "T001" and one.place.path in absent}

    def open_page(self, code: str, path: Traversable, text: str, first_line: int) -> PageReading:
        """Write out the macros of a page; the result goes through Python-Markdown."""
        shown = shown_path(path, self.root)
        typed = text
        text, excess = within_limits(typed, without_code)
        source, problems = self.template.render(text, shown, first_line)
        found = [
            one.at(Place(shown, first_line + typed.count("\n", 0, one.start)))
            for one in (*excess, *leftovers(text, without_code))
        ]
        found += problems
        # Told also if the page breaks what reads it.
        self.problems.update(found)
        listing = self.listings.of(code)
        listing.citations.asked.clear()
        return PageReading(
            source, listing, found, place_sources=self.place_sources, heading_ids=self.heading_ids
        )

    def close_page(self, code: str, name: str, page: ReadPage, problems: Iterable[Problem]) -> None:
        """Keep what a page cites, for the list of all works, and its problems."""
        self.problems.update(problems)
        self.pages.add(code, name, page)

    def number(self, code: str, texts: Iterable[str]) -> None:
        """Number the works of a language in the order in which its pages, in theirs, cite them.

        Args:
            code: the language.
            texts: the pages as their authors wrote them, without their front matter.
        """
        written = (self.template.render(text, "", 1)[0].text for text in texts)
        self.listings.number(code, in_order_of_citing(written, self.place_sources, self.library.__contains__))

    def number_labels(self, code: str, texts: Mapping[str, str]) -> None:
        """Find and number figures, tables, equations, sections and appendices of a language.

        Args:
            code: the language.
            texts: the files of its pages, by their paths as authors know them, in the order of the menu.
        """
        own = frozenset(texts)
        if code in self.incomplete:
            texts = self._with_lent(code, texts)
        elif self.incomplete and code == self.default:
            self._originals.update(texts)
        pages = [
            page_text(path, text, self.numbering, is_first=number == 0)
            for number, (path, text) in enumerate(texts.items())
        ]
        words = language(code).numbered
        appendices = Appendices(words["letters"].split(), words["in_appendix"])
        self._labels[code] = numbered(pages, self.numbering, appendices, without_code)
        self._labels[code].lent = frozenset(texts) - own

    def _with_lent(self, code: str, texts: Mapping[str, str]) -> dict[str, str]:
        """Return the pages of a language that is being added, and where it lacks one that of the originals.

        So its numbers are those of the other languages, and references lead to what is not translated yet.
        """
        versions = {path.replace(f"/{self.default}/", f"/{code}/", 1): path for path in self._originals}
        whole = {
            path if path in texts else original: texts.get(path, self._originals[original])
            for path, original in versions.items()
        }
        return whole | dict(texts)

    def labels_of(self, code: str) -> Labels:
        """Return what is numbered in a language."""
        return self._labels.setdefault(code, Labels(self.numbering))

    def heading_label(self, code: str, path: str) -> str:
        """Return what stands before the heading of a page, "" if it has no number."""
        labels = self.labels_of(code)
        chapter = labels.chapters.get(path, "")
        is_appendix = path in labels.appendices
        return heading_label(chapter, language(code), is_appendix=is_appendix) if chapter else ""

    def check_labels(self) -> None:
        """Report labels that stand twice, and those to which no text refers, once all pages are read."""
        # A reference that is mistyped leads to none of them, and is told.
        nears = (dict(one.values)["near"] for one in self.problems if one.code == "N001")
        meant = {near.removeprefix("@{").partition("}")[0] for near in nears}
        for labels in self._labels.values():
            for one in labels.repeated:
                first = labels.every[one.label]
                where = f"{first.path}:{first.line}"
                self.problems.add(problem("N002", Place(one.path, one.line), label=one.label, where=where))
            for one in labels.unused():
                if one.label in meant:
                    continue
                kind = f"@@kind_{one.kind.value}"
                self.problems.add(problem("N005", Place(one.path, one.line), label=one.label, kind=kind))

    def glossary_list(self, code: str, name: str, links: Mapping[str, str]) -> Text:
        """Make the list of all terms, each with the pages of this language that use it.

        Args:
            code: the language.
            name: the page on which the list stands.
            links: the address of each page, relative to that page.
        """
        using: dict[str, list[UsingPage]] = {}
        for other, page in self.pages.of(code).items():
            if other == name:
                continue
            first: dict[str, str] = {}
            for block in page.version.blocks:
                for use in self.glossary.uses(block.words, code):
                    first.setdefault(use.term.identifier, block.identifier)
            for term, block_id in first.items():
                address = f"{links[other]}#{block_id}"
                using.setdefault(term, []).append(UsingPage(page.title, address))
        places = {term: tuple(found) for term, found in using.items()}
        return listing(self.glossary.terms, language(code), places)

    def term_ids(self) -> frozenset[str]:
        """Return the anchors of all terms on a glossary page."""
        return frozenset(term_id(term.identifier) for term in self.glossary.terms)
