"""Files and menu over the passes of all languages: further ones have them from the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from sholu.review.strays import is_stray
from sholu.site.docs import shared_files
from sholu.site.menu import Elsewhere, menu_of, menu_of_folders
from sholu.site.settings import is_inner_pass, language_of, languages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from sholu.review.front import Review


class Passes:
    """The pictures in `docs/assets/`, which stand in the site once, and the menu of mkdocs.yml."""

    def __init__(self) -> None:
        self._shared: list[File] = []
        self._menu: object = None
        self._shown_menu: object = None

    def look_through(self, files: Files, config: MkDocsConfig) -> None:
        """Take out what is not published, and learn what all languages share."""
        for file in [one for one in files if one.generated_by is None and is_stray(one.src_uri)]:
            files.remove(file)
        self._shared = shared_files(files, config)

    def share(self, files: Files, config: MkDocsConfig, review: Review) -> None:
        """Give a language the menu and the files that it has with the others."""
        # A language may have a menu of its own in mkdocs.yml; else the one of the pass before stands here.
        if config.nav is not self._shown_menu:
            self._menu = config.nav
        code = language_of(config)
        elsewhere = partial(_elsewhere, review, config)
        incomplete = review.settings.incomplete
        menu = self._menu
        if menu is None and code in languages(config):
            pages = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
            menu = menu_of_folders(
                [*_below(code, (page.src_uri for page in pages))], _read_elsewhere(review, code)
            )
        config.nav = self._shown_menu = menu_of(menu, config, code, incomplete, elsewhere)
        if is_inner_pass(config):
            for file in self._shared:
                if file.src_uri not in files.src_uris:
                    files.append(file)


def _below(code: str, names: Iterable[str]) -> Iterator[str]:
    return (name.removeprefix(f"{code}/") for name in names if name.startswith(f"{code}/"))


def _read_elsewhere(review: Review, code: str) -> Iterator[str]:
    """Yield the pages of other languages, as far as they are read, by their paths from the folder of one."""
    pages = review.gathered.pages
    return (path for other in pages.codes if other != code for path in _below(other, pages.of(other)))


def _elsewhere(review: Review, config: MkDocsConfig, path: str) -> Elsewhere | None:
    """Return where a page is in the first language that has it, None if that is read only later."""
    names, default = languages(config), review.settings.default
    for code in dict.fromkeys((default, *names)):
        if page := review.gathered.pages.of(code).get(name := f"{code}/{path}"):
            return Elsewhere(code, names[code], page.title, review.links.address(name))
    return None
