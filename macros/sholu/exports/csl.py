"""CSL-JSON by the schema of the Citation Style Language 1.0.2: what citeproc, pandoc and Zotero take in.

Forms in other languages have no place in it and stand under `custom`, by the names of `BIBLIOGRAPHY.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sholu.bibliography.references import Date, Kind, Person, Reference, Versions
from sholu.works.view import view

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

Json = str | int | list["Json"] | dict[str, "Json"]


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
        "title": work.title,
        "title-short": work.short_title,
        "container-title": work.host,
        "collection-title": work.series,
        "publisher": work.body,
        "publisher-place": work.place,
        "edition": work.edition,
        "volume": work.volume,
        # Journals have issues; laws, treaties and reports have numbers.
        "issue" if work.kind.is_part or work.kind is Kind.INTERVIEW else "number": work.number,
        "page": work.pages.hyphenated,
        "number-of-pages": work.page_total,
        "genre": work.genre,
        "jurisdiction": work.jurisdiction,
        "DOI": work.doi,
        "ISBN": work.isbn,
        "ISSN": work.issn,
        "URL": work.address,
        "language": work.language,
        "keyword": ", ".join(work.keywords),
        "original-title": work.restates.title if work.restates else "",
        "note": work.note,
    }
    roles = {
        "author": work.authors,
        "editor": work.editors,
        "translator": work.translators,
        "interviewer": work.interviewers,
    }
    item |= {role: [_name(person) for person in people] for role, people in roles.items() if people}
    item |= {name: text for name, text in texts.items() if text}
    if work.restates and work.restates.authors:
        item["original-author"] = [_name(person) for person in work.restates.authors]
    if work.date:
        item["issued"] = _date(work.date)
    if work.access_date:
        item["accessed"] = _date(work.access_date)
    if custom := _custom(reference):
        item["custom"] = custom
    return item


def _type(reference: Reference) -> str:
    return "personal_communication" if reference.is_personal else _TYPES[reference.kind]


def _roles(reference: Reference) -> Mapping[str, Versions[tuple[Person, ...]]]:
    return {
        "author": reference.authors,
        "editor": reference.editors,
        "translator": reference.translators,
        "interviewer": reference.interviewers,
    }


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
    given = filter(None, (date.iso, date.end_iso))
    days: list[Json] = [[int(part) for part in day.split("-")] for day in given]
    # There is no part for a range that goes on.
    return {"date-parts": days, "literal": f"{date.iso}–"} if date.is_open else {"date-parts": days}


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
    }
    custom: dict[str, Json] = {
        f"{name}_{code}": words for name, versions in texts.items() for code, words in versions.items()
    }
    custom |= {
        f"{role}_{code}": [_name(person) for person in people]
        for role, versions in _roles(reference).items()
        for code, people in versions.items()
    }
    for name in ("shorthand", "field", "description"):
        if words := texts[name].original:
            custom[name] = words
    if reference.countries:
        custom["country"] = list(reference.countries)
    return custom
