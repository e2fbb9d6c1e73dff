"""COinS: a work as an OpenURL ContextObject (Z39.88-2004) in a span, which Zotero and others read.

Journals and books have formats of their own there; everything else is described by Dublin Core.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from sholu.bibliography.references import Kind, Reference
from sholu.citations.text import Element
from sholu.works.view import WorkView, view

_JOURNAL = "info:ofi/fmt:kev:mtx:journal"
_BOOK = "info:ofi/fmt:kev:mtx:book"
_DUBLIN_CORE = "info:ofi/fmt:kev:mtx:dc"
_BOOKS = {Kind.BOOK: "book", Kind.CHAPTER: "bookitem", Kind.PAPER: "proceeding", Kind.REPORT: "report"}

_Pairs = Iterator[tuple[str, str]]


def span(work: Reference) -> Element:
    """Return the element that describes a work; it shows nothing."""
    return Element("span", (("class", "Z3988"), ("title", context_object(work))), ())


def context_object(work: Reference) -> str:
    """Write a work as the query of an OpenURL."""
    shown = view(work)
    if work.kind is Kind.ARTICLE:
        format_name, pairs = _JOURNAL, _article(shown)
    elif work.kind in _BOOKS:
        format_name, pairs = _BOOK, _book(shown)
    else:
        format_name, pairs = _DUBLIN_CORE, _other(shown)
    start = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", format_name)]
    return urlencode([*start, *((name, value) for name, value in pairs if value)], quote_via=quote)


def _article(work: WorkView) -> _Pairs:
    yield "rft.genre", "article"
    yield "rft.atitle", work.title
    yield "rft.jtitle", work.host
    yield "rft.volume", work.volume
    yield "rft.issue", work.number
    yield "rft.issn", work.issn
    yield from _shared(work)


def _book(work: WorkView) -> _Pairs:
    yield "rft.genre", _BOOKS[work.kind]
    if work.kind.is_part:
        yield "rft.atitle", work.title
        yield "rft.btitle", work.host
    else:
        yield "rft.btitle", work.title
    yield "rft.pub", work.body
    yield "rft.place", work.place
    yield "rft.isbn", work.isbn
    yield from _shared(work)


def _shared(work: WorkView) -> _Pairs:
    for author in work.authors[:1]:
        if author.is_organization:
            yield "rft.aucorp", author.family
        else:
            yield "rft.aulast", author.full_family
            yield "rft.aufirst", author.given_names
    for author in work.authors:
        yield "rft.au", author.inverted
    yield "rft.date", work.issued
    yield "rft.pages", work.pages.hyphenated
    yield "rft.language", work.language
    yield "rft_id", f"info:doi/{work.doi}" if work.doi else work.address


def _other(work: WorkView) -> _Pairs:
    yield "rft.type", "webpage" if work.kind is Kind.ONLINE else ""
    yield "rft.title", work.title
    for author in work.authors:
        yield "rft.creator", author.inverted
    yield "rft.date", work.issued
    yield "rft.source", work.host
    yield "rft.description", work.restates.words if work.restates else ""
    yield "rft.publisher", work.body
    yield "rft.language", work.language
    yield "rft.identifier", work.address
