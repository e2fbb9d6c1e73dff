"""How far translations are, told on the pages of a site that stand in its folder already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sholu.bibliography.references import Date
from sholu.citations.elements import place_of
from sholu.citations.text import html
from sholu.review.exhibition import Exhibition
from sholu.review.places import PLACES, Asked
from sholu.review.versions import translation_states
from sholu.site.files import Publishing
from sholu.site.settings import default_language, languages, root_folder
from sholu.site.written import WrittenPage, WrittenPages
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.history import block_changed_on
from sholu.translations.state import TranslationState, stale_notes, with_notes

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Translations:
    """The translations of one build, and what pages show of all languages.

    `places` are the macros that wait for the last language, each with the path of its page's file.
    """

    def __init__(
        self, config: MkDocsConfig, pictures: Exhibition, written: WrittenPages, publishing: Publishing
    ) -> None:
        self._config = config
        self._pictures = pictures
        self._written = written
        self._publishing = publishing
        self.places: list[tuple[str, str]] = []

    def states(self) -> tuple[TranslationState, ...]:
        """Return how far each translation is."""
        return translation_states(self._pictures.review, default_language(self._config))

    def write(self) -> None:
        """Put notes on the blocks that are behind, and what shows all languages where a page asks for it."""
        for state in self.states():
            page = self._written[state.translation.path]
            if notes := stale_notes(state, self.dated):
                self._written.revise(page, partial(with_notes, notes=notes))
                self._publishing.note(page.code, page.url, notes)
        for place, path in self.places:
            page = self._written[path]
            written = html(PLACES[place].text(self._asked(place, page)))
            self._written.fill(page, {place_of(place): written})

    def _asked(self, place: str, page: WrittenPage) -> Asked:
        return Asked(
            self._pictures,
            place,
            page.code,
            page.name,
            page.url,
            {one.name: one.url for one in self._written.of_language(page.code)},
            default=default_language(self._config),
            everywhere=self._written.addresses(),
            languages=languages(self._config),
            dated=self.dated,
        )

    def dated(self, version: PageVersion, block: Block) -> Date | None:
        """Return the day on which a block was last changed, None if no history tells it."""
        return block_changed_on(root_folder(self._config) / version.path, version, block)
