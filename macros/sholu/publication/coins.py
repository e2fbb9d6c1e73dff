"""COinS: a work as an OpenURL ContextObject (Z39.88-2004) in a span, which Zotero and others read.

Journals and books have formats of their own there; everything else is described by Dublin Core.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from sholu.bibliography.references import Kind, Reference
from sholu.citations.text import Element
from sholu.publication.works import authors_of, inverted_name, iso_date, title_of

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
    if work.kind is Kind.ARTICLE:
        format_name, pairs = _JOURNAL, _article(work)
    elif work.kind in _BOOKS:
        format_name, pairs = _BOOK, _book(work)
    else:
        format_name, pairs = _DUBLIN_CORE, _other(work)
    start = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", format_name)]
    return urlencode([*start, *((name, value) for name, value in pairs if value)], quote_via=quote)


def _article(work: Reference) -> _Pairs:
    yield "rft.genre", "article"
    yield "rft.atitle", title_of(work)
    yield "rft.jtitle", work.container.original
    yield "rft.volume", work.volume
    yield "rft.issue", work.number
    yield "rft.issn", work.issn
    yield from _shared(work)


def _book(work: Reference) -> _Pairs:
    yield "rft.genre", _BOOKS[work.kind]
    if work.kind.is_part:
        yield "rft.atitle", title_of(work)
        yield "rft.btitle", work.container.original
    else:
        yield "rft.btitle", title_of(work)
    yield "rft.pub", work.publisher.original or work.institution.original
    yield "rft.place", work.place.original
    yield "rft.isbn", work.isbn
    yield from _shared(work)


def _shared(work: Reference) -> _Pairs:
    for author in authors_of(work)[:1]:
        if author.is_organization:
            yield "rft.aucorp", author.family
        else:
            yield "rft.aulast", author.full_family
            yield "rft.aufirst", " ".join(filter(None, (author.given, author.patronymic)))
    for author in authors_of(work):
        yield "rft.au", inverted_name(author)
    yield "rft.date", iso_date(work.date)
    yield "rft.pages", work.pages.replace("–", "-")
    yield "rft.language", work.language
    yield "rft_id", f"info:doi/{work.doi}" if work.doi else work.urls.original


def _other(work: Reference) -> _Pairs:
    yield "rft.type", "webpage" if work.kind is Kind.ONLINE else ""
    yield "rft.title", title_of(work)
    for author in authors_of(work):
        yield "rft.creator", inverted_name(author)
    yield "rft.date", iso_date(work.date)
    yield "rft.source", work.container.original
    yield "rft.description", work.restates.words if work.restates else ""
    yield "rft.publisher", work.publisher.original or work.institution.original
    yield "rft.language", work.language
    yield "rft.identifier", work.urls.original
