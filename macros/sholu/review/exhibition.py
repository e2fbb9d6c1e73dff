"""The pictures of a review over all its languages: what they are drawn from, and whether that is in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from sholu.citations.locator_kinds import locator_words
from sholu.languages import language
from sholu.pictures.events import Events, read_events
from sholu.pictures.gallery import Gallery
from sholu.pictures.pages import SeenPage, missing_paragraphs, page_name
from sholu.pictures.when import words
from sholu.problems import errors
from sholu.review.build import ReviewBuild
from sholu.review.paths import shown_path
from sholu.values import Value


class Exhibition(Value):
    """The review and its events.

    `no_events_in` names their file if it is missing or empty.
    """

    review: ReviewBuild
    events: Events
    no_events_in: str = ""

    @classmethod
    def prepare(cls, review: ReviewBuild, events: Traversable, codes: tuple[str, ...]) -> Exhibition:
        """Read the events of a review; the file may be missing.

        Args:
            review: the review; it gets the problems that are found.
            events: the file.
            codes: the languages of the review.
        """
        shown = shown_path(events, review.root)
        happened, problems = read_events(events, shown, codes, review.library, locator_words())
        review.problems.update(problems)
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

    def check_paragraphs(self) -> None:
        """Look whether the paragraphs that events name are there, in each language."""
        if self.events.events:
            pages = {
                code: {page.name: page for page in self._seen(code, {})} for code in self.review.pages.codes
            }
            self.review.problems.update(missing_paragraphs(self.events, pages))
