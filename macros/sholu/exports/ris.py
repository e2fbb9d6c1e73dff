"""RIS, which EndNote, Zotero, Mendeley and JabRef read: a line for each value, in UTF-8.

Tags as in the specification of 2011 and as Zotero reads them; where the two differ, as Zotero does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.bibliography.references import Date, Kind, PageRanges, Person, Reference
from sholu.exports.record import Format
from sholu.exports.words import (
    added,
    address_of_eprint,
    genre_in_words,
    kept,
    number_of,
    short_form,
    state_in_words,
)
from sholu.works.view import WorkView, between, form, view

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

_GENRES = {
    "newspaper": "NEWS",
    "magazine": "MGZN",
    "dataset": "DATA",
    "software": "COMP",
    "movie": "MPCT",
    "video": "VIDEO",
    "audio": "SOUND",
    "music": "SOUND",
    "image": "ART",
    "artwork": "ART",
    "map": "MAP",
    "standard": "STAND",
    "patent": "PAT",
    "letter": "PCOMM",
    "jurisdiction": "CASE",
    "presentation": "SLIDE",
    "unpublished": "UNPB",
}

_Lines = Iterator[tuple[str, str]]

_FOUND = r"^TY  - .*\nID  - {key}\n[\s\S]*?^ER  - .*\n"


def file(entries: Iterable[str]) -> str:
    """Make a file of records."""
    return "\n".join(entries)


def entry(reference: Reference) -> str:
    """Write the record of a work."""
    tags = _lines(view(reference), reference)
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in tags if value.strip()]
    is_open = reference.kind in {Kind.ARTICLE, Kind.MISC}
    type_of_reference = _GENRES.get(reference.genre, "") if is_open else ""
    if reference.kind is Kind.ONLINE and kept(reference, "journal"):
        # A preprint of Google Scholar, whose journal is the archive.
        type_of_reference = _TYPES[Kind.ARTICLE]
    if reference.entry_type == "inreference":
        type_of_reference = "ENCYC"
    return f"TY  - {type_of_reference or _TYPES[reference.kind]}\n{''.join(lines)}ER  - \n"


def _lines(work: WorkView, reference: Reference) -> _Lines:
    yield "ID", work.key
    yield from _people(work, reference)
    yield "TI", added(work.title, form(reference.title_addon, work.language))
    yield "TT", work.translated_title
    yield "ST", short_form(reference)
    subtitle = form(reference.container_subtitle, work.language)
    host = f"{work.host}{between(work.host)}{subtitle}" if work.host and subtitle else work.host or subtitle
    host = added(host, form(reference.container_addon, work.language)) if host else ""
    yield "J2", kept(reference, "shortjournal")
    yield "T2", host or kept(reference, "journal") or work.series or form(reference.main_title, work.language)
    yield "T3", work.series if work.host else ""
    yield from _date(work.date)
    # There is no tag for a part of a volume, nor for one of a work without volumes.
    yield "VL", ".".join(filter(None, (work.volume or kept(reference, "volume"), reference.part)))
    yield "NV", reference.volumes or kept(reference, "volumes")
    # Of a book Zotero and EndNote have the number in its series there.
    yield "M1" if work.kind.is_legal else "IS", number_of(reference) if reference.number else ""
    # Where a decision is reported is its number for other programs.
    yield "M1", "" if kept(reference, "journal") else reference.citation
    yield "M1", reference.series_number
    yield "SE", reference.chapter or reference.version
    # Of a part it is its book that has so many.
    total = "" if work.kind.is_part else work.page_total
    reported = kept(reference, "pages") if kept(reference, "journal") else ""
    yield from _pages(work.pages, total or reference.eid or reported)
    yield "ET", work.edition
    yield "PB", work.body
    yield "CY", work.place
    yield "M3", genre_in_words(reference)
    yield "SN", (work.isbn or work.issn) if not work.kind.is_part else work.issn
    yield "SN", work.isbn if work.kind.is_part else ""
    yield "DO", work.doi
    for address in work.addresses:
        yield "UR", address
    if not work.addresses:
        yield "UR", address_of_eprint(reference)
    if work.access_date:
        yield "Y2", work.access_date.iso.replace("-", "/")
    yield "LA", kept(reference, "language") or work.language
    for keyword in work.keywords:
        yield "KW", keyword
    yield "OP", _original(reference)
    yield "AN", reference.pmid
    yield "DB", reference.archive or reference.eprint_type
    yield "CN", reference.archive_location or reference.eprint
    yield "C3", form(reference.event_title, work.language)
    yield "AB", kept(reference, "abstract")
    yield "N1", work.note
    yield "N1", form(reference.addendum, work.language)
    yield "N1", form(reference.credits, work.language)
    yield "N1", state_in_words(reference)


def _original(reference: Reference) -> str:
    """Say what a translation or reprint was made from: "Die Traumdeutung, 1900"."""
    date = reference.original_date
    return ", ".join(filter(None, (form(reference.original_title, ""), date.iso if date else "")))


def _people(work: WorkView, reference: Reference) -> _Lines:
    roles = (
        ("AU", work.authors),
        # Zotero reads the editor of a book in A3, since A2 is the one of its series.
        ("A3" if work.kind is Kind.BOOK else "A2", work.editors),
        ("A4", work.translators or form(reference.host_translators, work.language)),
        ("A2", work.interviewers),
        ("A3" if work.kind is not Kind.BOOK else "A2", form(reference.host_authors, work.language)),
        *(("A4", form(people, work.language)) for people in reference.roles.values()),
    )
    for tag, people in roles:
        for person in people:
            yield tag, _name(person)


def _name(person: Person) -> str:
    """Write "Family, Given, Jr."; a comma within a name would part it, and has no escape."""
    if person.is_organization:
        return person.family.replace(",", "")
    parts = (person.full_family, person.given_names, person.suffix)
    last = max(position for position, part in enumerate(parts) if part or position == 0)
    return ", ".join(part.replace(",", "") for part in parts[: last + 1])


def _date(date: Date | None) -> _Lines:
    if date is None:
        return
    yield "PY", date.iso[: -3 * (bool(date.month) + bool(date.month and date.day)) or None]
    if date.end_iso or date.is_open:
        # The fourth part of a date is free text: year/month/day/other.
        parts = [*date.iso.split("-"), "", ""][:3]
        yield "DA", f"{'/'.join(parts)}/{date.iso}/{date.end_iso or '..'}"
    elif date.month:
        yield "DA", date.iso.replace("-", "/")


def _pages(pages: PageRanges, total: str) -> _Lines:
    if len(pages.ranges) == 1 and pages.last:
        yield "SP", pages.first
        yield "EP", pages.last
    else:
        # Of a book the same tag tells how many pages it has.
        yield "SP", pages.hyphenated or total


FORMAT = Format("RIS", "ris", "application/x-research-info-systems", 2, entry, file, _FOUND)
