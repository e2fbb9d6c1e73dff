"""What an author writes into mkdocs.yml and front matter, as text in the templates of the theme.

Material puts most of it into attributes as it is: a quotation mark would end those, and a tag the head. Here
it is escaped once for all templates; where one escapes it again, nothing changes (`Markup`).
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

# `copyright` is HTML, by Material's guide.
_OPTIONS = frozenset(
    {"site_name", "site_description", "site_author", "site_url", "repo_url", "repo_name", "edit_uri"}
)
_VALUES = ("description", "author")


class EscapedConfig:
    """The variable `config` of a template: mkdocs.yml, whose words are text.

    It serves one page, whose templates ask fifty times for a dozen options.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config

    def __getattr__(self, name: str) -> object:
        value = self.__dict__[name] = _escaped(name, getattr(self._config, name))
        return value

    def __getitem__(self, name: str) -> object:
        return _escaped(name, self._config[name])

    def __contains__(self, name: str) -> bool:
        return name in self._config


def _escaped(name: str, value: object) -> object:
    return escape(value) if name in _OPTIONS and isinstance(value, str) else value


def escape_title(meta: MutableMapping[str, object]) -> None:
    """Make the title of a front matter what MkDocs makes of a heading: HTML, in which words are escaped."""
    if meta.get("title"):
        meta["title"] = escape(str(meta["title"]))


def escape_menu(items: Iterable[StructureItem]) -> None:
    """Escape what mkdocs.yml calls pages, sections and links of the menu, likewise."""
    for item in items:
        # A page that is not named there is called as its heading, which is HTML.
        if "title" in vars(item) and isinstance(item.title, str):
            item.title = escape(item.title)
        escape_menu(getattr(item, "children", None) or ())


def titled(pattern: str, *values: str) -> str:
    """Return a title of the menu that is HTML: a pattern, in which words are escaped unless they are HTML."""
    return Markup(pattern).format(*values)  # noqa: S704 -- patterns are ours


def escape_page(page: Page) -> None:
    """Escape the addresses of a page and what its front matter says of it, right before it is written."""
    for name in _VALUES:
        if page.meta.get(name):
            page.meta[name] = escape(str(page.meta[name]))
    for name in ("edit_url", "canonical_url"):
        if isinstance(value := getattr(page, name, None), str):
            setattr(page, name, escape(value))
