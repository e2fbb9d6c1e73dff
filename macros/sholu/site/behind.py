"""How far translations are, told on the pages of a site that stand in its folder already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sholu.bibliography.references import Date
from sholu.citations.elements import place_of
from sholu.languages import language
from sholu.review.build import ReviewBuild
from sholu.review.versions import translation_states
from sholu.site.files import Publishing
from sholu.site.settings import default_language, languages, root_folder
from sholu.site.written import WrittenPages
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.history import block_changed_on
from sholu.translations.state import Pages, TranslationState, overview, stale_note, with_notes

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Translations:
    """The translations of one build; `shown_on` are the paths of the pages that ask for the state of all."""

    def __init__(
        self, config: MkDocsConfig, review: ReviewBuild, written: WrittenPages, publishing: Publishing
    ) -> None:
        self._config = config
        self._review = review
        self._written = written
        self._publishing = publishing
        self.shown_on: list[str] = []

    def states(self) -> tuple[TranslationState, ...]:
        """Return how far each translation is."""
        return translation_states(self._review, default_language(self._config))

    def write(self) -> None:
        """Put notes on the blocks that are behind, and the state of all where a page asks for it."""
        states = self.states()
        for state in states:
            page = self._written[state.translation.path]
            notes = {
                one.block.identifier: stale_note(language(page.code), self.dated(state.source, one.source))
                for one in state.stale
            }
            if notes:
                self._written.revise(page, partial(with_notes, notes=notes))
                self._publishing.note(page.code, page.url, notes)
        for path in self.shown_on:
            page = self._written[path]
            pages = Pages(self._written.links(page), self._written.titles(), languages(self._config))
            written = overview(states, language(page.code), pages, self.dated)
            self._written.fill(page, {place_of("translations"): written})

    def dated(self, version: PageVersion, block: Block) -> Date | None:
        """Return the day on which a block was last changed, None if no history tells it."""
        return block_changed_on(root_folder(self._config) / version.path, version, block)
