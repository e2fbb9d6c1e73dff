"""The pages of a site that stand in its folder already, to be finished once all languages are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from sholu.site.folder import SiteFolder
from sholu.values import Value

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


class WrittenPage(Value):
    """A page of the site: its language, its path in the docs folder, its file in the site, address, title."""

    code: str
    name: str
    file: str
    url: str
    title: str


class WrittenPages:
    """Those of a build, by the path of the text from which each was made."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._folder = SiteFolder(config)
        self._pages: dict[str, WrittenPage] = {}
        # Further pages of a list, by the file of its first.
        self._parts: dict[str, list[str]] = {}

    def add(self, path: str, code: str, page: Page) -> None:
        """Learn of a page."""
        self._pages[path] = WrittenPage(
            code, page.file.src_uri, page.file.dest_uri, page.url, str(page.title)
        )

    def __getitem__(self, path: str) -> WrittenPage:
        return self._pages[path]

    def of_language(self, code: str) -> Iterator[WrittenPage]:
        """Yield the pages of a language."""
        return (page for page in self._pages.values() if page.code == code)

    def addresses(self) -> Mapping[str, tuple[str, str]]:
        """Return the address of each page from the root of the site, and its title."""
        return {path: (page.url, page.title) for path, page in self._pages.items()}

    def revise(self, page: WrittenPage, change: Callable[[str], str]) -> None:
        """Write a page anew as `change` has it, and those of a list of which it is the first."""
        for file in (page.file, *self._parts.get(page.file, ())):
            self._folder.write(file, change(self._folder.read(file)))

    def add_part(self, first: str, file: str, content: str) -> None:
        """Write a further page of a list; `first` is the file of its first page."""
        self._folder.write(file, content)
        self._parts.setdefault(first, []).append(file)

    def fill(self, page: WrittenPage, words: Mapping[str, str]) -> None:
        """Put into a page what was not known when it was made: HTML by the place that it takes."""

        def filled(content: str) -> str:
            for place, written in words.items():
                content = content.replace(place, written)
            return content

        self.revise(page, filled)
