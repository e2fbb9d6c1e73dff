"""The pages of a review made from texts, with the lists and pictures for which their macros stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from sholu.bibliography.references import Date
from sholu.citations.elements import place_of
from sholu.citations.source import PageSource
from sholu.citations.text import Text, html
from sholu.review.exhibition import Exhibition
from sholu.review.places import PLACES, Asked
from sholu.review.places.record import file_stem
from sholu.review.settings import Settings
from sholu.review.versions import translation_states
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.history import block_changed_on
from sholu.translations.state import stale_notes, with_notes
from sholu.values import State, Value, field


class Page(Value, dict=True):
    """A page of a review: its language, its title, the works that it cites (keys), its text.

    `address` is where it stands, from the root of the site: "water/". `places` are the macros on it that
    stand for a list or a picture, `written` is its HTML before these are known, `fill` puts them in.
    """

    code: str
    title: str
    address: str
    cited: tuple[str, ...]
    source: PageSource
    places: tuple[str, ...]
    written: str
    fill: Callable[[Page], str]

    # Most who read a review ask for its problems alone.
    @cached_property
    def html(self) -> str:
        """Its HTML."""
        return self.fill(self)


class FilledPages(State, dict=True):
    """All pages by their paths in the docs folder; what one shows of all is made when it is asked for.

    `root` is the folder of the review, None if it is on no disk, where no history is.
    """

    pictures: Exhibition
    settings: Settings
    root: Path | None = None
    every: dict[str, Page] = field(default_factory=dict)

    def filled(self, name: str, page: Page) -> str:
        """Return the HTML of a page with what its macros stand for, and notes where it is behind."""
        content = page.written
        if notes := self._notes.get(page.source.path):
            content = with_notes(content, notes)
        for place in page.places:
            before, _, after = content.partition(place_of(place))
            content = f"{before}{html(PLACES[place].text(self._asked(place, name, page)))}{after}"
        return content

    @cached_property
    def _notes(self) -> Mapping[str, Mapping[str, Text]]:
        """The notes on blocks that are behind, by the paths of their pages and by their ids."""
        states = translation_states(self.pictures.review, self.settings.default)
        return {one.translation.path: stale_notes(one, self.dated) for one in states if one.stale}

    def dated(self, version: PageVersion, block: Block) -> Date | None:
        """Return the day on which a block was last changed, None if no history tells it."""
        return block_changed_on(self.root / version.path, version, block) if self.root else None

    def _of(self, code: str) -> Mapping[str, Page]:
        return {name: page for name, page in self.every.items() if page.code == code}

    def _asked(self, place: str, name: str, page: Page) -> Asked:
        own = self._of(page.code)
        lists = (one.address for one in own.values() if "bibliography" in one.places)
        return Asked(
            self.pictures,
            place,
            page.code,
            name,
            page.address,
            {path: one.address for path, one in own.items()},
            next(lists, None),
            self.settings.default,
            {one.source.path: (one.address, one.title) for one in self.every.values()},
            self.settings.languages,
            self.dated,
        )

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield what pages offer for download: paths from the root of the site, and texts."""
        for code, place in dict.fromkeys(
            (page.code, one) for page in self.every.values() for one in page.places
        ):
            if written := PLACES[place].files:
                for ending, content in written(self.pictures.gallery(code)).items():
                    yield f"{file_stem(place, code)}.{ending}", content
        # The lists for journals are written with the catalogue that offers them.
        if [page.html for page in self.every.values() if "bibliography" in page.places]:
            yield from self.pictures.review.works.files()
