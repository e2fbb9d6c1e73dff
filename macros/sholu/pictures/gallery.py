"""What the pictures of a review in one language are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sholu.bibliography.references import Reference, Standing
from sholu.bibliography.topics import Topics
from sholu.citations.page import Citations, entry_id, fragment
from sholu.citations.text import Text, plain
from sholu.languages.typography import unbroken
from sholu.pictures.events import Events
from sholu.pictures.literature import Literature, Work
from sholu.pictures.pages import SeenPage
from sholu.values import Value, field
from sholu.works.groups import of_the_text
from sholu.works.shown import ShownWork


class Gallery(Value, dict=True):
    """The events, works and pages that pictures show in one language.

    `pages` are in the order of the menu. `bibliography` is the address of the list of all works from the page
    with the picture, None where the review has none.
    """

    citations: Citations
    events: Events
    topics: Topics
    pages: tuple[SeenPage, ...] = ()
    bibliography: str | None = None
    marks: Mapping[str, Text] = field(default_factory=dict)

    @cached_property
    def literature(self) -> Literature:
        """The works by country, topic and year."""
        mention = of_the_text(self.citations.library)
        return Literature(self.works, self.topics, self.citations.language, mention)

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The works that pictures show."""
        works = self.citations.style.listed(self.citations.library)
        # The pictures show the literature of the subject; what only the editors cite is none of it.
        return tuple(self._work(work) for work in works if work.mention is not Standing.EDITORS)

    def _work(self, reference: Reference) -> Work:
        own = self.citations.language
        title = ShownWork(reference, own).name
        has_list = self.bibliography is not None
        address = f"{self.bibliography}{fragment(entry_id(reference.key))}" if has_list else ""
        return Work(reference, self.label(reference), unbroken(title, own.code), address)

    def label(self, reference: Reference) -> str:
        """Return what a work is called in the text: "Лаумулин, 2020"."""
        return plain(self.citations.style.called(reference))
