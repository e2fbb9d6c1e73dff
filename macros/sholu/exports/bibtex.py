"""BibTeX as `BIBLIOGRAPHY.md` has it: what `read_library` makes of it is the library that was written.

Types and fields are those that Zotero, JabRef and Mendeley know; forms in other languages stand beside them
as fields that these programs keep and do not understand.
"""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.fields import KINDS, NUMBERED, OTHER_EDITORS, PERIODICAL, ROLES
from sholu.bibliography.language_names import name_of_language
from sholu.bibliography.references import Kind, Reference, Standing, Versions
from sholu.bibliography.tex_writer import escaped
from sholu.exports.bibtex_values import Fields, members_of, people_of, title_of, words_of
from sholu.exports.record import Format
from sholu.exports.words import kept, name_of_thesis
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
_PAPERS = frozenset({"newspaper", "magazine", "review"})
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
# What a style of BibTeX may write small.
_TITLES = frozenset({"maintitle", "mainsubtitle", "issuetitle"})
_MORE_TEXTS = {
    "issue": "issue",
    "volumes": "volumes",
    "part": "part",
    "chapter": "chapter",
    "version": "version",
    "application": "application",
    "eid": "eid",
    "eprint": "eprint",
    "eprinttype": "eprint_type",
    "eprintclass": "eprint_class",
    "pmid": "pmid",
    "pubstate": "pub_state",
    "nameaddon": "name_addon",
    "archive": "archive",
    "archivelocation": "archive_location",
    "sortname": "sort_name",
    "sorttitle": "sort_title",
    "presort": "presort",
}

_FOUND = r"^@\w+\{{key},\n[\s\S]*?^\}\n"


def file(entries: Iterable[str]) -> str:
    """Make a file of entries."""
    return "\n".join(entries)


def entry(reference: Reference) -> str:
    """Write the entry of a work."""
    fields = "".join(f"  {name:<{_WIDTH}} = {value},\n" for name, value in _fields(reference))
    return f"@{_type(reference)}{{{reference.key},\n{fields}}}\n"


def _type(reference: Reference) -> str:
    own = reference.entry_type
    # BibTeX's @inbook, which names the book alone, is the book; a page of an encyclopedia is a part of it.
    is_other = (own, reference.kind) in {("inbook", Kind.BOOK), ("online", Kind.CHAPTER)}
    if own and (is_other or KINDS[own] is reference.kind):
        return own
    if reference.kind is Kind.ONLINE and kept(reference, "journal"):
        # A preprint of Google Scholar, whose journal is the archive.
        return "article"
    if reference.kind is Kind.THESIS and reference.genre == "master":
        return "mastersthesis"
    is_own = reference.kind is Kind.MISC and reference.genre in _OWN_TYPES
    if is_own or reference.genre == PERIODICAL:
        return reference.genre
    if reference.kind is Kind.THESIS and reference.genre == "thesis":
        # Of which degree nobody has said; the other type would say it.
        return "thesis"
    return _TYPES.get(reference.kind, str(reference.kind.value))


def _fields(reference: Reference) -> Fields:
    for name, words in _unbraced(reference):
        yield name, f"{{{words}}}"
    # A macro of BibTeX, and no text: it stands without braces.
    date = reference.date
    if date and date.month:
        yield "month", _MONTHS[date.month - 1]
    # Behind year and month: Zotero joins what it reads, unless a whole date comes last.
    # A date is biblatex's, whose volumes are those of a work; BibTeX has the number in a series there.
    is_of_biblatex = reference.kind is Kind.BOOK and reference.volume and reference.series
    if date and (is_of_biblatex or date.edtf != f"{date.year:04d}"):
        yield "date", f"{{{date.edtf}}}"


def _unbraced(reference: Reference) -> Fields:
    school = "school" if reference.kind is Kind.THESIS else "institution"
    is_part = reference.kind in {Kind.CHAPTER, Kind.PAPER}
    yield from people_of("author", reference.authors, reference.and_others)
    yield from people_of("editor", reference.editors, reference.and_others)
    yield from people_of("translator", reference.translators, reference.and_others)
    yield from people_of("interviewer", reference.interviewers, reference.and_others)
    yield from people_of("bookauthor", reference.host_authors, reference.and_others)
    yield from people_of("hosttranslator", reference.host_translators, reference.and_others)
    if not reference.translators:
        # Our name for them is nobody else's.
        yield from people_of("translator", reference.host_translators, reference.and_others)
    yield from people_of("shortauthor", reference.short_author, reference.and_others)
    yield from _others(reference)
    if supplied := supplied_title(reference):
        yield "title", escaped(supplied)
    yield from title_of("title", reference.title, reference.protected)
    yield from title_of("subtitle", reference.subtitle, reference.protected)
    yield from words_of("shorttitle", reference.short_title, reference.protected)
    yield from words_of("description", reference.description)
    yield from words_of("shorthand", reference.shorthand)
    # A song stands on its album as a chapter in its book.
    container = "booktitle" if is_part or reference.genre == "music" else "journal"
    yield from words_of(container, reference.container, reference.protected if is_part else ())
    for name, words in _MORE_WORDS.items():
        protected = reference.protected if name in _TITLES else ()
        yield from words_of(name, getattr(reference, words), protected)
    subtitle, protected = ("booksubtitle", reference.protected) if is_part else ("journalsubtitle", ())
    yield from words_of(subtitle, reference.container_subtitle, protected)
    yield from words_of("series", reference.series)
    yield from members_of("publisher", reference.publisher)
    yield from members_of(school, reference.institution)
    yield from members_of("address", reference.place)
    yield from words_of("field", reference.field_of_study)
    yield from _sort(reference)
    yield from _plain(reference)
    yield from words_of("jurisdiction", reference.jurisdiction_name)
    if reference.restates:
        yield "note", escaped(remark(reference))
    elif machine_note := kept(reference, "note"):
        yield "note", escaped(machine_note)
        yield from words_of("note", Versions("", reference.note.forms))
    else:
        yield from words_of("note", reference.note)
    if not reference.note.original and reference.note:
        # What Zotero and JabRef show as a remark; to us it is a field of theirs.
        yield "annote", escaped(form(reference.note, reference.language))
    if reference.date and reference.date.year > 0 and not reference.date.is_open_start:
        yield "year", f"{reference.date.year:04d}"


def _plain(reference: Reference) -> Fields:
    """Give the fields that have one form."""
    texts = {
        "entrysubtype": _SUBTYPES.get(reference.kind, "") or _sort_of_article(reference),
        "kind": _genre(reference),
        "edition": reference.edition,
        "volume": reference.volume,
        "number": reference.number or reference.series_number,
        **{name: getattr(reference, attribute) for name, attribute in _MORE_TEXTS.items()},
        # Its parts say it to others, and to us.
        "citation": "" if kept(reference, "journal") else reference.citation,
        "pages": reference.pages.text,
        "pagetotal": reference.page_total,
        "isbn": kept(reference, "isbn") or reference.isbn,
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
        if words := reference.related[0].words:
            yield "relatedstring", escaped(words)
    passed_on = dict(reference.kept)
    if reference.language:
        yield "langid", passed_on.pop("langid", "") or name_of_language(reference.language)
        yield "language", passed_on.pop("language", "") or reference.language
    # "U.S. Patent" in words is more than biblatex's key for it.
    told = {
        "howpublished",
        "isbn",
        "note",
        *(("type",) if reference.number_type or not _keeps_type(reference) else ()),
    }
    yield from ((name, escaped(text)) for name, text in passed_on.items() if name not in told)


def _keeps_type(reference: Reference) -> bool:
    """Tell whether biblatex's key for a sort of work is passed on; that of a doctorate is no candidate's."""
    return "type" in dict(reference.kept) and reference.genre != "candidate"


def _sort(reference: Reference) -> Fields:
    """Give what a work is called in words, where biblatex has a place for it."""
    # biblatex's own key, as the entry has it, is passed on with what else is kept.
    if reference.kind is Kind.THESIS and not reference.number_type and not _keeps_type(reference):
        name = name_of_thesis(reference.genre)
        if name and reference.genre != "master":
            yield "type", name
    yield from words_of("type", reference.number_type)
    is_numbered = reference.kind in {Kind.THESIS, Kind.REPORT} or reference.genre in NUMBERED
    published = dict(reference.kept).get("howpublished", "")
    if reference.archive_location and published.endswith(reference.archive_location):
        # Where an archive has it stands in fields of its own.
        published = ""
    if published and published != reference.medium.original:
        yield "howpublished", escaped(published)
        published = ""
    words = "howpublished" if published else "type"
    yield from words_of("entrysubtype" if is_numbered else words, reference.medium)


def _others(reference: Reference) -> Fields:
    """Give the persons of other roles, and what authors and editors are."""
    if reference.editor_role:
        yield "editortype", reference.editor_role
    if reference.author_role:
        yield "authortype", reference.author_role
    apart = iter(OTHER_EDITORS)
    for role, people in reference.roles.items():
        if role in ROLES:
            yield from people_of(role, people, reference.and_others)
        elif name := next(apart, ""):
            yield from people_of(name, people, reference.and_others)
            yield f"{name}type", role
    for name in ("role", "username"):
        said = ((place, getattr(one, name)) for place, one in enumerate(reference.authors.original, start=1))
        if written := "; ".join(f'{place}="{words}"' for place, words in said if words):
            yield f"author+an:{name}", written


def _sort_of_article(reference: Reference) -> str:
    """Say of what sort of paper an article is, as pandoc and styles of biblatex ask for it."""
    is_told = reference.kind is Kind.ARTICLE and reference.genre in _PAPERS
    return reference.genre if is_told and reference.medium.original.casefold() != reference.genre else ""


def _genre(reference: Reference) -> str:
    """Name the genre, unless the type of the entry does."""
    is_said = reference.kind is Kind.THESIS or (reference.kind is Kind.MISC and reference.genre in _OWN_TYPES)
    is_said = is_said or bool(_sort_of_article(reference))
    return "" if is_said or reference.genre == PERIODICAL else reference.genre


FORMAT = Format("BibTeX", "bib", "application/x-bibtex", 1, entry, file, _FOUND)
