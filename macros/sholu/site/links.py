"""Where the links of a review lead: to pages of any language, and to places on them that are there.

MkDocs knows the pages of the language that it builds, and lets a dead place on a page pass.
Here all languages are known; a place is looked for when the last of them is read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mkdocs.utils import get_relative_url

from sholu.problems import Place, Problem, nearest
from sholu.site.settings import default_language, home_addresses
from sholu.values import Value

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from sholu.citations.source import PageSource


class Link(Value):
    """A link to a place: on which page it stands and where, which page it leads to, which place there."""

    source: str
    line: int
    address: str
    target: str
    place: str


class Links:
    """Those of one build; pages are named by their paths in the docs folder: "ru/water.md"."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._urls: dict[str, str] = {}
        self._pages: dict[str, str] = {}
        self._ids: dict[str, Collection[str]] = {}
        self._links: list[Link] = []
        self._below = urlsplit(config.site_url or "").path.strip("/")
        self.problems: list[Problem] = []

    def learn(self, files: Files) -> None:
        """Learn of all pages; asked before static-i18n has taken those of other languages away."""
        homes, default = home_addresses(self._config), default_language(self._config)
        for file in files.documentation_pages():
            url = file.url
            code = file.src_uri.partition("/")[0]
            if code in homes:
                home = homes[code].lstrip("/") if code != default else homes[code].strip("/")
                url = f"{home}{url.removeprefix(code).lstrip('/')}"
            self._urls[file.src_uri] = url or "./"
            self._pages[_bare(url)] = file.src_uri

    def has(self, page: str, ids: Collection[str]) -> None:
        """Learn which places a page has."""
        self._ids[page] = ids

    def follow(
        self, page: str, url: str, source: PageSource, address: str, line: Callable[[], int]
    ) -> str | None:
        """Return another address for a link, "" if it leads nowhere, None if it is good as it is.

        Args:
            page: the page on which it stands.
            url: the address of that page, from the root of the site.
            source: its text.
            address: what the author wrote.
            line: tells the line of the text (from 0) on which the link stands.
        """
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("\\") or "\x02" in address:
            return None
        path = unquote(parts.path)
        target = self._target(page, url, path)
        if target is None:
            return None
        if not target:
            at = source.line_from(line(), address)
            mend = self._mend(page, path)
            what = f"the link “{address}” leads to no page of the review"
            self.problems.append(Problem(Place(source.path, at), "L001", what, mend))
            return ""
        if parts.fragment and not parts.fragment.startswith(":~:"):
            at = source.line_from(line(), address)
            self._links.append(Link(source.path, at, address, target, unquote(parts.fragment)))
        is_of_mkdocs = path.endswith(".md") and not path.startswith("/")
        if not path or (is_of_mkdocs and target.partition("/")[0] == page.partition("/")[0]):
            return None
        query = f"?{parts.query}" if parts.query else ""
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return f"{get_relative_url(self._urls[target], url)}{query}{fragment}"

    def _target(self, page: str, url: str, path: str) -> str | None:
        """Return the page that a path leads to, "" if to none, None if it is none of pages."""
        if not path:
            return page
        if path.startswith("/"):
            inner = path.strip("/")
            if self._below and (inner == self._below or inner.startswith(f"{self._below}/")):
                inner = inner.removeprefix(self._below).strip("/")
            if posixpath.splitext(inner)[1] not in {"", ".html", ".md"}:
                return None
            # The folder of the first language is no part of its addresses, but of how authors see them.
            named = (inner, f"{inner}.md", posixpath.join(inner, "index.md"))
            return self._pages.get(_bare(inner)) or next((one for one in named if one in self._urls), "")
        if path.endswith(".md"):
            found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            return found if found in self._urls else ""
        if posixpath.splitext(path.rstrip("/"))[1] and path.strip("./"):
            # A picture or a download; MkDocs looks for it.
            return None
        base = url if url.endswith("/") else posixpath.dirname(url)
        return self._pages.get(_bare(posixpath.normpath(posixpath.join("/", base, path)))) or ""

    def _mend(self, page: str, path: str) -> str:
        """Say which page was meant."""
        folder = posixpath.dirname(page)
        if path.startswith("/"):
            folder = ""
        wanted = posixpath.normpath(posixpath.join(folder, path.strip("/")))
        guess = next((one for one in (f"{wanted}.md", f"{wanted}/index.md") if one in self._urls), "")
        own = [one for one in self._urls if one.partition("/")[0] == wanted.partition("/")[0]]
        near = guess or nearest(wanted if wanted.endswith(".md") else f"{wanted}.md", own or self._urls)
        if not near:
            return "name a file of docs/ as seen from this one, such as ../ru/index.md, or a whole address"
        return f"did you mean {posixpath.relpath(near, posixpath.dirname(page) or '.')}?"

    def dead(self) -> Iterator[Problem]:
        """Yield the links to places that no page has; asked when all pages are read."""
        yield from self.problems
        for link in self._links:
            ids = self._ids.get(link.target)
            if ids is None or link.place in ids:
                continue
            near = nearest(link.place, sorted(one for one in ids if one))
            where = "this page" if not urlsplit(link.address).path else link.target
            mend = (
                f"did you mean #{near}?"
                if near
                else "correct it, or give the place that is meant an id: {#name}"
            )
            what = f"the link “{link.address}” leads to no place: {where} has no id “{link.place}”"
            yield Problem(Place(link.source, link.line), "L002", what, mend)


def _bare(url: str) -> str:
    """Return an address without what several addresses of one page differ in."""
    bare = url.strip("/").removesuffix("index.html").removesuffix(".html").strip("/")
    return "" if bare == "." else bare
