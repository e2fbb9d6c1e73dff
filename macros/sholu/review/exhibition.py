"""The pictures of a review over all its languages: what they are drawn from, and whether that is in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sholu.citations.grammar import CitationError
from sholu.citations.locators import locator_words
from sholu.citations.reading import PageReading
from sholu.languages import language
from sholu.pictures.events import Events, read_events
from sholu.pictures.gallery import Gallery
from sholu.pictures.pages import SeenPage, missing_paragraphs, page_name
from sholu.pictures.when import words
from sholu.review import ReviewBuild, shown_path
from sholu.values import Value


class Exhibition(Value):
    """The review and its events."""

    review: ReviewBuild
    events: Events

    @classmethod
    def prepare(cls, review: ReviewBuild, events: Path, codes: tuple[str, ...]) -> Exhibition:
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
        return cls(review, happened)

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
        own = self.review.pages(code).get(name)
        marks = own.place_marks.get("timeline", ()) if own else ()
        citing = [event.identifier for event in self.events.events if event.citation]
        return Gallery(
            self.review.listing(code).citations,
            self.events,
            self.review.topics,
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
            return tuple(work.partition(" ")[0] for work in self.review.cited_works(citation))

        return tuple(
            SeenPage(
                page_name(name.removeprefix(f"{code}/")),
                page.title,
                links.get(name, ""),
                page.version,
                works_of,
            )
            for name, page in self.review.pages(code).items()
        )

    def check_places(self, reading: PageReading) -> None:
        """Report a macro of a page that has nothing to show."""
        if "timeline" in reading.places and not self.events.events:
            mend = f"write them into {self.events.shown}, or take the macro out"
            error = CitationError("E008", "timeline() has no events to show", mend)
            reading.report(error, reading.places["timeline"])

    def check_paragraphs(self) -> None:
        """Look whether the paragraphs that events name are there, in each language."""
        if self.events.events:
            pages = {code: {page.name: page for page in self._seen(code, {})} for code in self.review.codes}
            self.review.problems.update(missing_paragraphs(self.events, pages))
