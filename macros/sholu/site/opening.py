"""How a page opens: its title, and below it by whom the text is, which version, when it was changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from sholu.citations import dates
from sholu.languages import language
from sholu.publication.works import Publication
from sholu.site.landing import home_of, is_home
from sholu.translations.history import Change, file_changes
from sholu.values import Value

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

# A title at the head of a page; comments before it show nothing.
_TITLE = re.compile(r"\s*(?:<!--.*?-->\s*)*<h1\b.*?</h1>", re.DOTALL)
# What a host puts between the address of a repository and the branch to edit a file, and to show its history.
_HISTORIES: Mapping[str, str] = {
    "/-/edit/": "/-/commits/",
    "/_edit/": "/commits/branch/",
    "/edit/": "/commits/",
}


class Opening(Value):
    """The variable `opening` of a template.

    `title` and `text` are the HTML of the page: its heading ("" if it has none), and what follows. `byline`
    holds what stands below the title; `changed` is the day of the last change in words, "" if nobody knows
    it, `history` where all changes are shown. `disclaimer` says whose thoughts the page retells;
    `home` leads to the first page of its language.
    """

    title: str
    text: str
    byline: tuple[str, ...]
    changed: str = ""
    history: str = ""
    disclaimer: str = ""
    home: str = ""
    is_home: bool = False


class Openings(Value, dict=True):
    """Writes the openings of the pages of one build."""

    config: MkDocsConfig
    publication: Publication

    @cached_property
    def changes(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of all pages, the latest first, by the path in the docs folder."""
        return file_changes(Path(self.config.docs_dir))

    def last_change(self, page: Page) -> Change | None:
        """Return the last change of a page, None where no history tells it."""
        return next(iter(self.changes.get(page.file.src_uri, ())), None)

    def of(self, code: str, page: Page) -> Opening:
        """Return how a page in a language opens."""
        own, content = language(code), page.content or ""
        found = _TITLE.match(content)
        title = found[0] if found else ""
        last = self.last_change(page)
        home = home_of(code, self.config)
        return Opening(
            title,
            content.removeprefix(title),
            tuple(self._byline(code)),
            own.messages["book_date"].format(dates.signed(last.day, own)) if last else "",
            history_address(page.edit_url or "") if last else "",
            self.publication.stated(code),
            get_relative_url(home or ".", page.url),
            is_home(page, code, self.config),
        )

    def _byline(self, code: str) -> list[str]:
        words, publication = language(code).interface, self.publication
        authors = publication.author_names(code) or tuple(filter(None, (self.config.site_author,)))
        editors = publication.editor_names(code)
        said = [", ".join(authors)]
        if editors:
            said.append(words["edited_by"].format(", ".join(editors)))
        if publication.version:
            said.append(words["version"].format(publication.version))
        return [one for one in said if one]


def history_address(edit: str) -> str:
    """Return where a host of Git shows the history of the file that `edit` opens, "" if nobody knows."""
    for before, after in _HISTORIES.items():
        if before in edit:
            return edit.replace(before, after, 1)
    return ""
