"""CSL-JSON by the schema of the Citation Style Language 1.0.2: what citeproc, pandoc and Zotero take in.

Forms in other languages have no place in it and stand under `custom`, by the names of `BIBLIOGRAPHY.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from sholu.bibliography.references import Date, Kind, Person, Reference, Versions
from sholu.exports.csl_titles import bodies, host, short_title, title, volume_title
from sholu.exports.record import Format
from sholu.exports.words import (
    added,
    address_of_eprint,
    genre_in_words,
    kept,
    number_of,
    state_in_words,
    tagged,
)
from sholu.works.view import form, view

_TYPES = {
    Kind.ARTICLE: "article-journal",
    Kind.BOOK: "book",
    Kind.CHAPTER: "chapter",
    Kind.PAPER: "paper-conference",
    Kind.THESIS: "thesis",
    Kind.REPORT: "report",
    Kind.ONLINE: "webpage",
    Kind.INTERVIEW: "interview",
    Kind.LAW: "legislation",
    Kind.TREATY: "treaty",
    Kind.MISC: "document",
}

# What an article or an entry of no kind of its own is, by its genre.
_GENRES = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "blog": "post-weblog",
    "review": "review",
    "periodical": "periodical",
    "dataset": "dataset",
    "software": "software",
    "movie": "motion_picture",
    "video": "motion_picture",
    "audio": "song",
    "music": "song",
    "image": "graphic",
    "artwork": "graphic",
    "map": "map",
    "performance": "performance",
    "standard": "standard",
    "patent": "patent",
    "letter": "personal_communication",
    "jurisdiction": "legal_case",
    "presentation": "speech",
    "unpublished": "manuscript",
}
# Types of entries that CSL has.
_OWN_TYPES = {"inreference": "entry-encyclopedia", "booklet": "pamphlet"}
# Roles of biblatex that CSL has, some by another name; whoever did something else is a contributor.
_ROLES = {
    "composer": "composer",
    "director": "director",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "performer": "performer",
    "producer": "producer",
    "writer": "script-writer",
    "execproducer": "executive-producer",
    "host": "host",
    "guest": "guest",
    "compiler": "compiler",
    "organizer": "organizer",
    "chair": "chair",
}
# In Portuguese and Spanish who has put a book together is its organizer.
_OF_EVENTS = frozenset({Kind.PAPER, Kind.MISC})

# Journals have issues, books and their parts numbers in a series; laws, treaties and reports have numbers.
_NUMBERS = {
    Kind.ARTICLE: "issue",
    Kind.INTERVIEW: "issue",
    **dict.fromkeys((Kind.BOOK, Kind.CHAPTER, Kind.PAPER), "collection-number"),
}

Json = str | int | list["Json"] | dict[str, "Json"]


_FOUND = r'^\{\n "id": "{key}",\n[\s\S]*?^\}'


def file(entries: Iterable[str]) -> str:
    """Make a file, which is an array, of items."""
    items = ",\n".join(entries)
    return f"[\n{items}\n]\n"


def entry(reference: Reference) -> str:
    """Write the item of a work."""
    written = json.dumps(_item(reference), ensure_ascii=False, indent=1)
    # Where lines break is for the style that prints it to say.
    return written.replace("\u00a0", " ").replace("\u202f", " ")


def _item(reference: Reference) -> dict[str, Json]:
    work = view(reference)
    item: dict[str, Json] = {"id": work.key, "type": _type(reference)}
    texts = {
        "title": title(reference),
        "title-short": short_title(reference),
        "container-title": host(reference) or kept(reference, "journal"),
        "container-title-short": kept(reference, "shortjournal"),
        "abstract": tagged(kept(reference, "abstract")),
        "annote": tagged(kept(reference, "annotation")),
        "volume-title": volume_title(reference),
        "collection-title": work.series,
        "publisher": bodies(reference),
        "publisher-place": work.place,
        "edition": work.edition,
        "volume": work.volume or kept(reference, "volume"),
        "number-of-volumes": reference.volumes or kept(reference, "volumes"),
        "part": reference.part,
        "chapter-number": reference.chapter,
        "version": reference.version,
        _NUMBERS.get(work.kind, "number"): number_of(reference)
        or ("" if kept(reference, "journal") else reference.citation),
        # So many pages a book has, as the entry says it; most programs look for it there.
        "page": work.pages.hyphenated or reference.eid or kept(reference, "pages"),
        "number-of-pages": work.page_total,
        "genre": genre_in_words(reference),
        "status": state_in_words(reference),
        "event-title": form(reference.event_title, work.language),
        # As programs before CSL 1.0.2 know it, and pandoc writes it.
        "event": form(reference.event_title, work.language),
        "event-place": form(reference.venue, work.language),
        "archive": reference.archive or reference.eprint_type,
        "archive_location": reference.archive_location or reference.eprint,
        "PMID": reference.pmid,
        "jurisdiction": work.jurisdiction,
        "DOI": work.doi,
        "ISBN": kept(reference, "isbn") or work.isbn,
        "ISSN": work.issn,
        "URL": work.address or address_of_eprint(reference),
        "language": kept(reference, "language") or work.language,
        "keyword": ", ".join(work.keywords),
        "original-title": work.restates.title if work.restates else form(reference.original_title, ""),
        "original-publisher": form(reference.original_publisher, ""),
        "original-publisher-place": form(reference.original_place, ""),
        "note": tagged(added(kept(reference, "note") or work.note, form(reference.addendum, work.language))),
    }
    for role, people in _people(reference):
        named = item.setdefault(role, [])
        if isinstance(named, list):
            named += [_name(person) for person in people]
            # As pandoc and citeproc know “and others”.
            named += [{"literal": "others"}] if role in reference.and_others else []
    item |= {name: text for name, text in texts.items() if text}
    if work.restates and work.restates.authors:
        item["original-author"] = [_name(person) for person in work.restates.authors]
    dates = {
        "issued": work.date,
        "accessed": work.access_date,
        "original-date": reference.original_date,
        # Of a patent it is the day on which it was filed.
        "submitted" if reference.genre == "patent" else "event-date": reference.event_date,
    }
    item |= {name: _date(date) for name, date in dates.items() if date}
    if custom := _custom(reference):
        item["custom"] = custom
    return item


def _type(reference: Reference) -> str:
    if reference.is_personal:
        return "personal_communication"
    if own := _OWN_TYPES.get(reference.entry_type):
        return own
    if reference.kind is Kind.ONLINE and kept(reference, "journal"):
        # A preprint of Google Scholar, whose journal is the archive.
        return _TYPES[Kind.ARTICLE]
    usual = _TYPES[reference.kind]
    return _GENRES.get(reference.genre, usual) if reference.kind in {Kind.ARTICLE, Kind.MISC} else usual


def _roles(reference: Reference) -> Mapping[str, Versions[tuple[Person, ...]]]:
    return {
        "author": reference.authors,
        _role_of_editors(reference): reference.editors,
        "translator": reference.translators or reference.host_translators,
        "interviewer": reference.interviewers,
        "container-author": reference.host_authors,
    }


def _role_of_editors(reference: Reference) -> str:
    is_editor = reference.editor_role == "organizer" and reference.kind not in _OF_EVENTS
    return "editor" if is_editor else _ROLES.get(reference.editor_role, "editor")


def _people(reference: Reference) -> Iterator[tuple[str, tuple[Person, ...]]]:
    others = ((_ROLES.get(role, "contributor"), people) for role, people in reference.roles.items())
    for role, people in (*_roles(reference).items(), *others):
        if people:
            yield role, form(people, reference.language)


def _name(person: Person) -> dict[str, Json]:
    if person.is_organization:
        return {"literal": person.family}
    parts = {
        "family": person.family,
        "given": person.given_names,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {name: part for name, part in parts.items() if part}


def _date(date: Date) -> Json:
    days: list[Json] = [_day(date.year, date.month, date.day)]
    if date.end_year is not None:
        days.append(_day(date.end_year, date.end_month, date.end_day))
    written: dict[str, Json] = {"date-parts": days}
    if date.season:
        written["season"] = date.season - 20
    if date.is_uncertain or date.is_approximate:
        written["circa"] = 1
    # There is no part for a range that goes on, and none for one whose beginning nobody knows.
    if date.is_open or date.is_open_start:
        written["literal"] = f"–{date.iso}" if date.is_open_start else f"{date.iso}–"
    return written


def _day(year: int, month: int | None, day: int | None) -> Json:
    # CSL counts the years before ours from 1 BC, which ISO 8601 calls 0.
    parts = [year if year > 0 else year - 1, month, day if month else None]
    return [part for part in parts if part]


def _custom(reference: Reference) -> dict[str, Json]:
    """Return the forms in other languages and what else the schema has no name for."""
    texts = {
        "title": reference.title,
        "subtitle": reference.subtitle,
        "shorttitle": reference.short_title,
        "description": reference.description,
        "shorthand": reference.shorthand,
        "container": reference.container,
        "series": reference.series,
        "publisher": reference.publisher,
        "institution": reference.institution,
        "place": reference.place,
        "field": reference.field_of_study,
        "url": reference.urls,
        "note": reference.note,
        "titleaddon": reference.title_addon,
        "maintitle": reference.main_title,
        "eventtitle": reference.event_title,
        "addendum": reference.addendum,
        "credits": reference.credits,
        "origtitle": reference.original_title,
    }
    custom: dict[str, Json] = {
        f"{name}_{code}": words for name, versions in texts.items() for code, words in versions.items()
    }
    custom |= {
        f"{role}_{code}": [_name(person) for person in people]
        for role, versions in _roles(reference).items()
        for code, people in versions.items()
    }
    for name in ("shorthand", "field", "description", "titleaddon"):
        if words := texts[name].original:
            custom[name] = words
    if reference.countries:
        custom["country"] = list(reference.countries)
    return custom


FORMAT = Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", 3, entry, file, _FOUND)
