"""BibTeX as `BIBLIOGRAPHY.md` has it: what `read_library` makes of it is the library that was written.

Types and fields are those that Zotero, JabRef and Mendeley know; forms in other languages stand beside them
as fields that these programs keep and do not understand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.bibliography.fields import KINDS, NAMES_OF_THESES, NUMBERED, OTHER_EDITORS, PERIODICAL, ROLES
from sholu.bibliography.language_names import name_of_language
from sholu.bibliography.references import Kind, Person, Reference, Standing, Versions
from sholu.bibliography.stops import without_stop
from sholu.bibliography.tex_writer import escaped
from sholu.bibliography.values import BETWEEN
from sholu.exports.record import Format
from sholu.works.view import form, remark, supplied_title

# Zotero leaves out an entry of a type that it does not know: it has none for interviews and treaties.
_TYPES = {
    Kind.THESIS: "phdthesis",
    Kind.LAW: "legislation",
    Kind.TREATY: "legislation",
    Kind.INTERVIEW: "misc",
}
# Types of biblatex for what has no kind of its own, by its genre.
_NAMES_OF_TYPES = """dataset software movie video audio music image artwork performance standard patent letter
    jurisdiction unpublished commentary"""
_OWN_TYPES = frozenset(_NAMES_OF_TYPES.split())
_SUBTYPES = {Kind.TREATY: "treaty", Kind.INTERVIEW: "interview"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WIDTH = 15
# What biblatex calls the parts of a reference that have forms, and those that have none.
_MORE_WORDS = {
    "maintitle": "main_title",
    "mainsubtitle": "main_subtitle",
    "maintitleaddon": "main_title_addon",
    "titleaddon": "title_addon",
    "booktitleaddon": "container_addon",
    "issuetitle": "issue_title",
    "addendum": "addendum",
    "credits": "credits",
    "origtitle": "original_title",
    "origpublisher": "original_publisher",
    "origlocation": "original_place",
    "eventtitle": "event_title",
    "venue": "venue",
}
_MORE_TEXTS = {
    "issue": "issue",
    "volumes": "volumes",
    "part": "part",
    "chapter": "chapter",
    "version": "version",
    "eid": "eid",
    "eprint": "eprint",
    "eprinttype": "eprint_type",
    "eprintclass": "eprint_class",
    "pmid": "pmid",
    "citation": "citation",
    "pubstate": "pub_state",
    "nameaddon": "name_addon",
    "archive": "archive",
    "archivelocation": "archive_location",
    "sortname": "sort_name",
    "sorttitle": "sort_title",
    "presort": "presort",
}

_Fields = Iterator[tuple[str, str]]


def file(entries: Iterable[str]) -> str:
    """Make a file of entries."""
    return "\n".join(entries)


def entry(reference: Reference) -> str:
    """Write the entry of a work."""
    fields = "".join(f"  {name:<{_WIDTH}} = {value},\n" for name, value in _fields(reference))
    return f"@{_type(reference)}{{{reference.key},\n{fields}}}\n"


def _type(reference: Reference) -> str:
    own = reference.entry_type
    # BibTeX's @inbook, which names the book alone, is the book.
    if own and (KINDS[own] is reference.kind or (own == "inbook" and reference.kind is Kind.BOOK)):
        return own
    if reference.kind is Kind.THESIS and reference.genre == "master":
        return "mastersthesis"
    is_own = reference.kind is Kind.MISC and reference.genre in _OWN_TYPES
    if is_own or reference.genre == PERIODICAL:
        return reference.genre
    return _TYPES.get(reference.kind, str(reference.kind.value))


def _fields(reference: Reference) -> _Fields:
    for name, words in _unbraced(reference):
        yield name, f"{{{words}}}"
    # A macro of BibTeX, and no text: it stands without braces.
    date = reference.date
    if date and date.month:
        yield "month", _MONTHS[date.month - 1]
    # Behind year and month: Zotero joins what it reads, unless a whole date comes last.
    if date and date.edtf != f"{date.year:04d}":
        yield "date", f"{{{date.edtf}}}"


def _unbraced(reference: Reference) -> _Fields:
    school = "school" if reference.kind is Kind.THESIS else "institution"
    is_part = reference.kind in {Kind.CHAPTER, Kind.PAPER}
    yield from _people("author", reference.authors, reference.and_others)
    yield from _people("editor", reference.editors, reference.and_others)
    yield from _people("translator", reference.translators, reference.and_others)
    yield from _people("interviewer", reference.interviewers, reference.and_others)
    yield from _people("bookauthor", reference.host_authors, reference.and_others)
    yield from _people("hosttranslator", reference.host_translators, reference.and_others)
    if not reference.translators:
        # Our name for them is nobody else's.
        yield from _people("translator", reference.host_translators, reference.and_others)
    yield from _people("shortauthor", reference.short_author, reference.and_others)
    yield from _others(reference)
    if supplied := supplied_title(reference):
        yield "title", escaped(supplied)
    yield from _title("title", reference.title, reference.protected)
    yield from _title("subtitle", reference.subtitle, reference.protected)
    yield from _words("shorttitle", reference.short_title, reference.protected)
    yield from _words("description", reference.description)
    yield from _words("shorthand", reference.shorthand)
    container = "booktitle" if is_part else "journal"
    yield from _words(container, reference.container, reference.protected if is_part else ())
    for name, words in _MORE_WORDS.items():
        yield from _words(name, getattr(reference, words))
    yield from _words("booksubtitle" if is_part else "journalsubtitle", reference.container_subtitle)
    yield from _words("series", reference.series)
    yield from _list("publisher", reference.publisher)
    yield from _list(school, reference.institution)
    yield from _list("address", reference.place)
    yield from _words("field", reference.field_of_study)
    yield from _sort(reference)
    yield from _plain(reference)
    yield from _words("jurisdiction", reference.jurisdiction_name)
    if reference.restates:
        yield "note", escaped(remark(reference))
    else:
        yield from _words("note", reference.note)
    if not reference.note.original and reference.note:
        # What Zotero and JabRef show as a remark; to us it is a field of theirs.
        yield "annote", escaped(form(reference.note, reference.language))
    if reference.date and reference.date.year > 0 and not reference.date.is_open_start:
        yield "year", f"{reference.date.year:04d}"


def _plain(reference: Reference) -> _Fields:
    """Give the fields that have one form."""
    texts = {
        "entrysubtype": _SUBTYPES.get(reference.kind, ""),
        "kind": _genre(reference),
        "edition": reference.edition,
        "volume": reference.volume,
        "number": reference.number or reference.series_number,
        **{name: getattr(reference, attribute) for name, attribute in _MORE_TEXTS.items()},
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
    # Keys and addresses hold signs of TeX that are none there.
    literal = {
        "ids": ", ".join(reference.other_keys),
        "doi": reference.doi,
        "url": reference.urls.original,
    }
    yield from ((name, text) for name, text in literal.items() if text)
    yield from ((f"url_{code}", address) for code, address in reference.urls.items())
    if reference.access_date:
        yield "urldate", reference.access_date.edtf
    dates = {
        "origdate": reference.original_date,
        "eventdate": reference.event_date,
        "archivedate": reference.archive_date,
    }
    yield from ((name, date.edtf) for name, date in dates.items() if date)
    if reference.archive_url:
        yield "archiveurl", reference.archive_url
    if reference.original_language:
        yield "origlanguage", reference.original_language
    if reference.related:
        yield "related", ", ".join(one.work.key for one in reference.related)
        yield "relatedtype", reference.related[0].kind
    kept = dict(reference.kept)
    if reference.language:
        yield "langid", kept.pop("langid", "") or name_of_language(reference.language)
        yield "language", reference.language
    # "U.S. Patent" in words is more than biblatex's key for it.
    told = {"howpublished", *(("type",) if reference.number_type else ())}
    yield from ((name, escaped(text)) for name, text in kept.items() if name not in told)


def _sort(reference: Reference) -> _Fields:
    """Give what a work is called in words, where biblatex has a place for it."""
    if reference.kind is Kind.THESIS and not reference.number_type:
        name = NAMES_OF_THESES.get(reference.genre, "")
        if name and reference.genre != "master":
            yield "type", name
    yield from _words("type", reference.number_type)
    is_numbered = reference.kind in {Kind.THESIS, Kind.REPORT} or reference.genre in NUMBERED
    published = dict(reference.kept).get("howpublished", "")
    if reference.archive_location and published.endswith(reference.archive_location):
        # Where an archive has it stands in fields of its own.
        published = ""
    if published and published != reference.medium.original:
        yield "howpublished", escaped(published)
        published = ""
    words = "howpublished" if published else "type"
    yield from _words("entrysubtype" if is_numbered else words, reference.medium)


def _others(reference: Reference) -> _Fields:
    """Give the persons of other roles, and what authors and editors are."""
    if reference.editor_role:
        yield "editortype", reference.editor_role
    if reference.author_role:
        yield "authortype", reference.author_role
    apart = iter(OTHER_EDITORS)
    for role, people in reference.roles.items():
        if role in ROLES:
            yield from _people(role, people, reference.and_others)
        elif name := next(apart, ""):
            yield from _people(name, people, reference.and_others)
            yield f"{name}type", role
    for name in ("role", "username"):
        said = ((place, getattr(one, name)) for place, one in enumerate(reference.authors.original, start=1))
        if written := "; ".join(f'{place}="{words}"' for place, words in said if words):
            yield f"author+an:{name}", written


def _genre(reference: Reference) -> str:
    """Name the genre, unless the type of the entry does."""
    is_said = reference.kind is Kind.THESIS or (reference.kind is Kind.MISC and reference.genre in _OWN_TYPES)
    return "" if is_said or reference.genre == PERIODICAL else reference.genre


def _title(name: str, versions: Versions[str], protecting: tuple[str, ...]) -> _Fields:
    """Give a title, with a stop in braces that would be taken for none of its own."""
    for written, words in _words(name, versions, protecting):
        yield written, f"{words[:-1]}{{.}}" if without_stop(words) != words else words


def _words(name: str, versions: Versions[str], protecting: tuple[str, ...] = ()) -> _Fields:
    if versions.original:
        yield name, escaped(versions.original, protecting)
    yield from ((f"{name}_{code}", escaped(words, protecting)) for code, words in versions.items())


def _list(name: str, versions: Versions[str]) -> _Fields:
    """Give a list of places or bodies as biblatex has it: each member in braces, “and” between them."""
    for written, words in (
        (name, versions.original),
        *((f"{name}_{code}", words) for code, words in versions.items()),
    ):
        members = words.split(BETWEEN)
        if len(members) > 1 and all(members) and ";" not in "".join(members):
            yield written, " and ".join(f"{{{escaped(member)}}}" for member in members)
        elif words:
            yield written, escaped(words)


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


FORMAT = Format("BibTeX", "bib", "application/x-bibtex", 1, entry, file)
