"""A page that MkDocs is about to convert: by its rules, or as it was in a build before."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

from sholu.conversion import PageExtension
from sholu.review.read_before import ReadBefore
from sholu.search.documents import Document
from sholu.site.rendering import render
from sholu.values import State, Value, copied, replace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


class Entry(Value):
    """One line of the contents of a page."""

    title: str
    identifier: str
    level: int
    children: tuple[Entry, ...]


class KeptPage(Value):
    """What was read of a page, and what MkDocs, the search and its plain Markdown have of it.

    `links` are those to places that MkDocs looks for: the path of the page, the place, what was typed; None
    where it looks for none.
    """

    read: ReadBefore
    html: str
    title: str | None
    contents: tuple[Entry, ...]
    ids: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...] | None
    documents: tuple[Document, ...]
    twin: str


class OpenedPage(State):
    """A page that is about to be converted: by `rules`, or as it was `before`.

    `told` is the sum of all that it depends on, None if it is not to be kept. `open` makes the rules.
    """

    open: Callable[[], PageExtension]
    told: bytes | None = None
    before: KeptPage | None = None
    _rules: PageExtension | None = None

    @property
    def text(self) -> str:
        """Its Markdown, with macros written out."""
        return self.before.read.text if self.before is not None else self.rules.reading.source.text

    @property
    def rules(self) -> PageExtension:
        """Those by which it is converted."""
        if self._rules is None:
            self._rules = self.open()
        return self._rules

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Convert it, or put in what it was converted to; stands in for `page.render`."""
        if self.before is not None and page.markdown == self.before.read.text:
            _put_back(page, self.before, files)
            return
        self.before = None
        listener = _Listener()
        logging.getLogger().addHandler(listener)
        try:
            render(page, self.rules, config, files)
        finally:
            logging.getLogger().removeHandler(listener)
        # Another plugin may have changed it since.
        if listener.has_heard or page.markdown != self.text:
            self.told = None


class _Listener(logging.Handler):
    """Hears whether anything is said of a page, which would have to be said again in the next build."""

    has_heard = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 -- the shape is Handler's
        """Hear it."""
        self.has_heard = True


def kept_page(page: Page, read: ReadBefore, documents: tuple[Document, ...], twin: str) -> KeptPage:
    """Return what MkDocs has of a page that was converted right now, and what others have of it."""
    links = None
    if page.links_to_anchors is not None:
        links = tuple(
            (file.src_uri, anchor, typed)
            for file, anchors in page.links_to_anchors.items()
            for anchor, typed in anchors.items()
        )
    return KeptPage(
        read,
        copied(page.content or ""),
        page._title_from_render,  # noqa: SLF001 -- MkDocs offers no other way
        _entries(page.toc),
        tuple(sorted(page.present_anchor_ids or ())),
        links,
        tuple(replace(one, text=copied(one.text)) for one in documents),
        twin,
    )


def _entries(contents: Iterable[Any]) -> tuple[Entry, ...]:
    return tuple(Entry(str(one.title), one.id, one.level, _entries(one.children)) for one in contents)


def _put_back(page: Page, kept: KeptPage, files: Files) -> None:
    """Give MkDocs what it had of a page when that was converted."""
    page.content = kept.html
    items = _contents(kept.contents)
    if items:
        items[0].active = True  # type: ignore[attr-defined]
    page.toc = TableOfContents(items)
    page._title_from_render = kept.title  # noqa: SLF001 -- MkDocs offers no other way
    page.present_anchor_ids = set(kept.ids)
    if kept.links is not None:
        page.links_to_anchors = {}
        for path, anchor, typed in kept.links:
            if file := files.src_uris.get(path):
                page.links_to_anchors.setdefault(file, {})[anchor] = typed


def _contents(entries: Iterable[Entry]) -> list[AnchorLink]:
    links: list[AnchorLink] = []
    for one in entries:
        link = AnchorLink(one.title, one.identifier, one.level)
        link.children = _contents(one.children)
        links.append(link)
    return links
