"""RIS, which EndNote, Zotero, Mendeley and JabRef read: a line for each value, in UTF-8.

Tags as in the specification of 2011 and as Zotero reads them; where the two differ, as Zotero does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.bibliography.export.wording import (
    ends,
    form,
    given_names,
    remark,
    translated_title,
    whole_title,
)
from sholu.bibliography.references import Date, Kind, Person, Reference

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
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in _lines(reference) if value.strip()]
    return f"TY  - {_TYPES[reference.kind]}\n{''.join(lines)}ER  - \n"


def _lines(reference: Reference) -> _Lines:
    language = reference.language
    yield "ID", reference.key
    yield from _people(reference)
    yield "TI", whole_title(reference)
    yield "TT", translated_title(reference)
    yield "ST", form(reference.short_title, language)
    yield from _container(reference)
    yield from _date(reference.date)
    yield "VL", reference.volume
    yield "M1" if reference.kind.is_legal else "IS", reference.number
    yield from _pages(reference)
    yield "ET", reference.edition
    yield "PB", form(reference.publisher, language) or form(reference.institution, language)
    yield "CY", form(reference.place, language)
    yield "M3", reference.genre
    yield "SN", (reference.isbn or reference.issn) if not reference.kind.is_part else reference.issn
    yield "SN", reference.isbn if reference.kind.is_part else ""
    yield "DO", reference.doi
    for address in dict.fromkeys((reference.urls.original, *reference.urls.values())):
        yield "UR", address
    if accessed := reference.access_date:
        yield "Y2", ends(accessed)[0].replace("-", "/")
    yield "LA", language
    for keyword in reference.keywords:
        yield "KW", keyword
    yield "N1", remark(reference) if reference.restates else form(reference.note, language)


def _people(reference: Reference) -> _Lines:
    roles = (
        ("AU", reference.authors),
        # Zotero reads the editor of a book in A3, since A2 is the one of its series.
        ("A3" if reference.kind is Kind.BOOK else "A2", reference.editors),
        ("A4", reference.translators),
        ("A2", reference.interviewers),
    )
    for tag, people in roles:
        for person in form(people, reference.language):
            yield tag, _name(person)


def _name(person: Person) -> str:
    """Write "Family, Given, Jr."; a comma within a name would part it, and has no escape."""
    if person.is_organization:
        return person.family.replace(",", "")
    parts = (person.full_family, given_names(person), person.suffix)
    last = max(place for place, part in enumerate(parts) if part or place == 0)
    return ", ".join(part.replace(",", "") for part in parts[: last + 1])


def _container(reference: Reference) -> _Lines:
    container, series = (form(name, reference.language) for name in (reference.container, reference.series))
    yield "T2", container or series
    yield "T3", series if container else ""


def _date(date: Date | None) -> _Lines:
    if date is None:
        return
    start, end = ends(date)
    yield "PY", f"{date.year:04d}"
    if end or date.is_open:
        # The fourth part of a date is free text: year/month/day/other.
        parts = [*start.split("-"), "", ""][:3]
        yield "DA", f"{'/'.join(parts)}/{start}/{end or '..'}"
    elif date.month:
        yield "DA", start.replace("-", "/")


def _pages(reference: Reference) -> _Lines:
    first, dash, last = reference.pages.partition("–")
    is_range = dash and not any(sign in reference.pages for sign in ",;") and "–" not in last
    if is_range:
        yield "SP", first
        yield "EP", last
    else:
        # Of a book the same tag tells how many pages it has.
        yield "SP", reference.pages or reference.page_total
