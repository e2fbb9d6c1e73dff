"""RIS, which EndNote, Zotero, Mendeley and JabRef read: a line for each value, in UTF-8.

Tags as in the specification of 2011 and as Zotero reads them; where the two differ, as Zotero does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.bibliography.references import Date, Kind, Pages, Person, Reference
from sholu.works.view import WorkView, view

_TYPES = {
    Kind.ARTICLE: "JOUR",
    Kind.BOOK: "BOOK",
    Kind.CHAPTER: "CHAP",
    Kind.PAPER: "CPAPER",
    Kind.THESIS: "THES",
    Kind.REPORT: "RPRT",
    Kind.ONLINE: "ELEC",
    # RIS has no interviews and no treaties; these are what comes nearest.
    Kind.INTERVIEW: "PCOMM",
    Kind.LAW: "STAT",
    Kind.TREATY: "STAT",
    Kind.MISC: "GEN",
}

_Lines = Iterator[tuple[str, str]]


def file(entries: Iterable[str]) -> str:
    """Make a file of records."""
    return "\n".join(entries)


def entry(reference: Reference) -> str:
    """Write the record of a work."""
    tags = _lines(view(reference))
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in tags if value.strip()]
    return f"TY  - {_TYPES[reference.kind]}\n{''.join(lines)}ER  - \n"


def _lines(work: WorkView) -> _Lines:
    yield "ID", work.key
    yield from _people(work)
    yield "TI", work.title
    yield "TT", work.translated_title
    yield "ST", work.short_title
    yield "T2", work.host or work.series
    yield "T3", work.series if work.host else ""
    yield from _date(work.date)
    yield "VL", work.volume
    yield "M1" if work.kind.is_legal else "IS", work.number
    yield from _pages(work.pages, work.page_total)
    yield "ET", work.edition
    yield "PB", work.body
    yield "CY", work.place
    yield "M3", work.genre
    yield "SN", (work.isbn or work.issn) if not work.kind.is_part else work.issn
    yield "SN", work.isbn if work.kind.is_part else ""
    yield "DO", work.doi
    for address in work.addresses:
        yield "UR", address
    if work.access_date:
        yield "Y2", work.access_date.iso.replace("-", "/")
    yield "LA", work.language
    for keyword in work.keywords:
        yield "KW", keyword
    yield "N1", work.note


def _people(work: WorkView) -> _Lines:
    roles = (
        ("AU", work.authors),
        # Zotero reads the editor of a book in A3, since A2 is the one of its series.
        ("A3" if work.kind is Kind.BOOK else "A2", work.editors),
        ("A4", work.translators),
        ("A2", work.interviewers),
    )
    for tag, people in roles:
        for person in people:
            yield tag, _name(person)


def _name(person: Person) -> str:
    """Write "Family, Given, Jr."; a comma within a name would part it, and has no escape."""
    if person.is_organization:
        return person.family.replace(",", "")
    parts = (person.full_family, person.given_names, person.suffix)
    last = max(place for place, part in enumerate(parts) if part or place == 0)
    return ", ".join(part.replace(",", "") for part in parts[: last + 1])


def _date(date: Date | None) -> _Lines:
    if date is None:
        return
    yield "PY", f"{date.year:04d}"
    if date.end_iso or date.is_open:
        # The fourth part of a date is free text: year/month/day/other.
        parts = [*date.iso.split("-"), "", ""][:3]
        yield "DA", f"{'/'.join(parts)}/{date.iso}/{date.end_iso or '..'}"
    elif date.month:
        yield "DA", date.iso.replace("-", "/")


def _pages(pages: Pages, total: str) -> _Lines:
    if len(pages.ranges) == 1 and pages.last:
        yield "SP", pages.first
        yield "EP", pages.last
    else:
        # Of a book the same tag tells how many pages it has.
        yield "SP", pages.text or total
