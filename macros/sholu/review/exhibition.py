"""The pictures of a review over all its languages: what they are drawn from, and whether that is in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from sholu.catalogue.spots import spots
from sholu.citations.locators import locator_words
from sholu.citations.marks import Mark
from sholu.citations.page import entry_id
from sholu.citations.reading import PageReading
from sholu.conversion import PageExtension
from sholu.languages import language
from sholu.pages.tree import unfold
from sholu.pictures.events import Events, read_events
from sholu.pictures.gallery import Gallery
from sholu.pictures.pages import SeenPage, missing_paragraphs, page_name
from sholu.pictures.timeline import event_anchor
from sholu.pictures.when import words
from sholu.problems import Place, Problem, errors
from sholu.problems.telling import problem
from sholu.review.build import ReviewBuild
from sholu.review.paths import shown_path
from sholu.review.read_pages import ReadPage
from sholu.translations.blocks import Block, PageVersion
from sholu.values import Value


class ClosedPage(Value):
    """A page that was read: its language, its path in the docs folder, its title, its HTML.

    `source` is the language that it says to be translated from, or "", and the line on which it does.
    """

    code: str
    name: str
    title: str
    source: tuple[str, int]
    html: str


class Exhibition(Value):
    """The review and its events.

    `no_events_in` names their file if it is missing or empty.
    """

    review: ReviewBuild
    events: Events
    no_events_in: str = ""

    @classmethod
    def prepare(cls, review: ReviewBuild, events: Traversable, codes: tuple[str, ...]) -> Exhibition:
        """Read the events of a review; the file may be missing. A page with a timeline cites what they cite.

        Args:
            review: the review; it gets the problems that are found.
            events: the file.
            codes: the languages of the review.
        """
        shown = shown_path(events, review.root)
        happened, problems = read_events(events, shown, codes, review.library, locator_words())
        review.problems.update(problems)
        review.place_sources["timeline"] = happened.citations
        # What cannot be read is told in its own file.
        return cls(review, happened, "" if happened.events or errors(problems) else shown)

    def gallery(
        self,
        code: str,
        name: str = "",
        links: Mapping[str, str] | None = None,
        bibliography: str | None = None,
    ) -> Gallery:
        """Return the pictures in a language.

        Args:
            code: the language.
            name: the page on which a picture stands.
            links: the address of each page, relative to that page.
            bibliography: the address of the list of all works, None where there is none.
        """
        own = self.review.pages.of(code).get(name)
        marks = own.place_marks.get("timeline", ()) if own else ()
        citing = [event.identifier for event in self.events.events if event.citation]
        return Gallery(
            self.review.listings.of(code).citations,
            self.events,
            self.review.works.topics,
            self._seen(code, links or {}),
            bibliography,
            dict(zip(citing, marks, strict=True)) if marks else {},
        )

    def happened(self, code: str) -> Iterator[tuple[str, str, str, str]]:
        """Yield the events in one language: when, what, more of it, and how a page cites their sources."""
        own = language(code)
        for event in self.events.events:
            yield words(event.date, own), event.title.get(code, ""), event.text.get(code, ""), event.citation

    def _seen(self, code: str, links: Mapping[str, str]) -> tuple[SeenPage, ...]:
        """Return the pages of a language as pictures see them."""

        def works_of(citation: str) -> tuple[str, ...]:
            return tuple(work.partition(" ")[0] for work in self.review.listings.cited_works(citation) or ())

        return tuple(
            SeenPage(
                page_name(name.removeprefix(f"{code}/")),
                page.title,
                links.get(name, ""),
                page.version,
                works_of,
            )
            for name, page in self.review.pages.of(code).items()
        )

    def close_page(self, page: ClosedPage, rules: PageExtension) -> frozenset[str]:
        """Take over what was read from a page; return the ids that Sholu gives on it.

        Args:
            page: what is known of it.
            rules: those by which it was read.
        """
        reading, found = rules.reading, rules.found
        source = reading.source

        # Numbers alone, so that nothing holds the text of a page when it has been read.
        lines = {one.identifier: source.file_line(found.lines.get(one.identifier, 0)) for one in found.blocks}

        def line_of(block: Block) -> int:
            return lines[block.identifier]

        version = PageVersion(page.code, source.path, found.blocks, line_of, *page.source)
        self.review.problems.update(found.problems(source), self._empty_places(reading))
        cited = reading.citations.cited
        unfold(rules.tree(), Mark)
        where = spots(rules.tree(), found.blocks) if cited else {}
        numbers = reading.citations.numbers
        marks = reading.place_marks
        read = ReadPage(page.title, cited, version, where, marks, found.notes, rules.persons, numbers)
        self.review.close_page(page.code, page.name, read, reading.problems)
        return reading.anchors | frozenset(block.identifier for block in found.blocks) | self._ids(reading)

    def _ids(self, reading: PageReading) -> frozenset[str]:
        """Return the ids that the lists of a page bring along."""
        ids: frozenset[str] = frozenset()
        if "bibliography" in reading.places:
            ids |= {entry_id(reference.key) for reference in self.review.library}
        if "glossary" in reading.places:
            ids |= self.review.term_ids()
        if "timeline" in reading.places:
            ids |= {event_anchor(event) for event in self.events.events}
        return ids

    def _empty_places(self, reading: PageReading) -> Iterator[Problem]:
        """Report macros of a page that have nothing to show."""
        path = reading.source.path
        if "timeline" in reading.places and self.no_events_in:
            place = Place(path, reading.places["timeline"])
            yield problem("E008", place, file=self.no_events_in)
        if "glossary" in reading.places and self.review.no_terms_in:
            file = self.review.no_terms_in
            yield problem("G006", Place(path, reading.places["glossary"]), file=file)

    def check_paragraphs(self) -> None:
        """Look whether the paragraphs that events name are there, in each language."""
        if self.events.events:
            pages = {
                code: {page.name: page for page in self._seen(code, {})} for code in self.review.pages.codes
            }
            self.review.problems.update(missing_paragraphs(self.events, pages))
