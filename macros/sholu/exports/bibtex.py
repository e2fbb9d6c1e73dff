"""BibTeX as `BIBLIOGRAPHY.md` has it: what `read_library` makes of it is the library that was written.

Types and fields are those that Zotero, JabRef and Mendeley know; forms in other languages stand beside them
as fields that these programs keep and do not understand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.bibliography.language_names import name_of_language
from sholu.bibliography.references import Date, Kind, Person, Reference, Standing, Versions
from sholu.bibliography.tex import escaped
from sholu.works.view import form, remark, supplied_title

# Zotero leaves out an entry of a type that it does not know: it has none for interviews and treaties.
_TYPES = {
    Kind.THESIS: "phdthesis",
    Kind.LAW: "legislation",
    Kind.TREATY: "legislation",
    Kind.INTERVIEW: "misc",
}
_SUBTYPES = {Kind.TREATY: "treaty", Kind.INTERVIEW: "interview"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WIDTH = 15

_Fields = Iterator[tuple[str, str]]


def file(entries: Iterable[str]) -> str:
    """Make a file of entries."""
    return "\n".join(entries)


def entry(reference: Reference) -> str:
    """Write the entry of a work."""
    fields = "".join(f"  {name:<{_WIDTH}} = {value},\n" for name, value in _fields(reference))
    return f"@{_type(reference)}{{{reference.key},\n{fields}}}\n"


def _type(reference: Reference) -> str:
    if reference.kind is Kind.THESIS and reference.genre == "master":
        return "mastersthesis"
    return _TYPES.get(reference.kind, reference.kind.value)


def _fields(reference: Reference) -> _Fields:
    for name, words in _unbraced(reference):
        yield name, f"{{{words}}}"
    # A macro of BibTeX, and no text: it stands without braces.
    date = reference.date
    if date and date.month:
        yield "month", _MONTHS[date.month - 1]
    # Behind year and month: Zotero joins what it reads, unless a whole date comes last.
    if date and (date.month or date.end_year or date.is_open):
        yield "date", f"{{{_date(date)}}}"


def _unbraced(reference: Reference) -> _Fields:
    school = "school" if reference.kind is Kind.THESIS else "institution"
    is_part = reference.kind in {Kind.CHAPTER, Kind.PAPER}
    yield from _people("author", reference.authors, reference.and_others)
    yield from _people("editor", reference.editors, reference.and_others)
    yield from _people("translator", reference.translators, reference.and_others)
    yield from _people("interviewer", reference.interviewers, reference.and_others)
    if supplied := supplied_title(reference):
        yield "title", escaped(supplied)
    yield from _words("title", reference.title, reference.protected)
    yield from _words("subtitle", reference.subtitle, reference.protected)
    yield from _words("shorttitle", reference.short_title, reference.protected)
    yield from _words("description", reference.description)
    yield from _words("shorthand", reference.shorthand)
    container = "booktitle" if is_part else "journal"
    yield from _words(container, reference.container, reference.protected if is_part else ())
    yield from _words("series", reference.series)
    yield from _words("publisher", reference.publisher)
    yield from _words(school, reference.institution)
    yield from _words("address", reference.place)
    yield from _words("field", reference.field_of_study)
    yield from _plain(reference)
    yield from _words("jurisdiction", reference.jurisdiction_name)
    if reference.restates:
        yield "note", escaped(remark(reference))
    else:
        yield from _words("note", reference.note)
    if not reference.note.original and reference.note:
        # What Zotero and JabRef show as a remark; to us it is a field of theirs.
        yield "annote", escaped(form(reference.note, reference.language))
    if reference.date:
        yield "year", f"{reference.date.year:04d}"


def _plain(reference: Reference) -> _Fields:
    """Give the fields that have one form."""
    texts = {
        "entrysubtype": _SUBTYPES.get(reference.kind, ""),
        "type" if reference.kind is Kind.THESIS else "kind": _genre(reference),
        "edition": reference.edition,
        "volume": reference.volume,
        "number": reference.number,
        "pages": reference.pages.text,
        "pagetotal": reference.page_total,
        "isbn": reference.isbn,
        "issn": reference.issn,
        "jurisdiction": reference.jurisdiction,
        "howpublished": "personal" if reference.is_personal else "",
        "mention": "" if reference.mention is Standing.CITED else reference.mention.value,
        "country": ", ".join(reference.countries),
        "keywords": ", ".join(reference.keywords),
    }
    for name, text in texts.items():
        if text:
            # The dash between two pages is a pair of hyphens in BibTeX.
            yield name, escaped(text).replace("–", "--") if name == "pages" else escaped(text)
    # Addresses hold signs of TeX that are none there.
    if reference.doi:
        yield "doi", reference.doi
    if reference.urls.original:
        yield "url", reference.urls.original
    yield from ((f"url_{code}", address) for code, address in reference.urls.items())
    if reference.access_date:
        yield "urldate", _date(reference.access_date)
    if reference.language:
        yield "langid", name_of_language(reference.language)
        yield "language", reference.language


def _genre(reference: Reference) -> str:
    """Name the genre, unless the type of the entry does."""
    is_said = reference.kind is Kind.THESIS and reference.genre in {"phd", "master"}
    return "" if is_said else reference.genre


def _date(date: Date) -> str:
    return f"{date.iso}/{date.end_iso}" if date.end_iso or date.is_open else date.iso


def _words(name: str, versions: Versions[str], protecting: tuple[str, ...] = ()) -> _Fields:
    if versions.original:
        yield name, escaped(versions.original, protecting)
    yield from ((f"{name}_{code}", escaped(words, protecting)) for code, words in versions.items())


def _people(name: str, versions: Versions[tuple[Person, ...]], and_others: frozenset[str]) -> _Fields:
    for code, people in (("", versions.original), *versions.items()):
        names = [*map(_person, people), *(("others",) if people and name in and_others else ())]
        if names:
            yield f"{name}_{code}" if code else name, " and ".join(names)


def _person(person: Person) -> str:
    """Write a name as "Family, Given", "van Family, Jr., Given" or "{Organization}"."""
    if person.is_organization:
        return f"{{{escaped(person.family)}}}"
    family = " ".join(filter(None, (escaped(person.particle), _part(person.family))))
    given = " ".join(map(_part, person.given_names.split()))
    parts = (family, _part(person.suffix), given) if person.suffix else (family, given)
    # The comma says that what has no given name is a family name all the same.
    return ", ".join(parts)


def _part(name: str) -> str:
    """Protect a part of a name that BibTeX would take apart: "de la Cruz", "Sons and Daughters"."""
    is_split = " " in name and any(word[:1].islower() for word in name.split())
    has_signs = "," in name or "and" in name.casefold().split() or name == "others"
    return f"{{{escaped(name)}}}" if is_split or has_signs else escaped(name)
