"""What is written once the pages of all languages are: downloads, feeds, the index of the search, files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sholu.publication.feed import FEED
from sholu.site.faces import write_faces
from sholu.site.folder import SiteFolder
from sholu.site.opening import Openings
from sholu.site.parts import lead_to_parts
from sholu.site.reading import Reading
from sholu.site.records import Describing
from sholu.site.settings import has_search, home_addresses, language_of
from sholu.site.showing import show_problems

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Finishing:
    """Writes what stands beside the pages, and finishes those that could not be whole before."""

    def __init__(self, config: MkDocsConfig, reading: Reading, describing: Describing) -> None:
        self._config = config
        self._reading = reading
        self._describing = describing
        self._folder = SiteFolder(config)

    @property
    def _homes(self) -> Mapping[str, str]:
        return home_addresses(self._config) or {language_of(self._config): "/"}

    def write(self, openings: Openings) -> None:
        """Write what every build has."""
        if has_search(self._config):
            self._reading.searching.write(self._folder)
        self._reading.filling.write_picture_files(self._folder)
        # Once for all languages.
        for address, text in self._reading.review.gathered.works.files():
            self._folder.write(address, text)
        self._describing.finish()
        self._write_feeds(openings)
        write_faces(self._config, self._folder, self._reading.review.fonts)

    def _write_feeds(self, openings: Openings) -> None:
        """Write what has changed in each language; a review may bring a file of its own."""
        for code, home in self._homes.items():
            uri = f"{home.lstrip('/')}{FEED}"
            content = openings.feed(code, self._describing.described(code))
            if content and uri not in self._folder:
                self._folder.write(uri, content)

    def write_files(self) -> None:
        """Make PDF and EPUB, and tell on all pages how large they are.

        Raises:
            MissingLibraryError: what makes files is not installed.
        """
        for code, words in self._reading.publishing.write(Path(self._config.site_dir)).items():
            for page in self._reading.written.of_language(code):
                self._reading.written.fill(page, words)
        unprinted = self._reading.publishing.unprinted()
        self._reading.review.gathered.problems.update(unprinted)
        show_problems(unprinted)

    def lead_to_parts(self) -> None:
        """Lead the links to works of a long catalogue to the pages on which they stand."""
        for code in self._homes:
            for page in self._reading.filling.pages_with(code, "bibliography"):
                lead_to_parts(
                    self._reading.written, page.url, self._reading.review.gathered.listings.of(code).citations
                )
