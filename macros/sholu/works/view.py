"""What of a work is shown where there is room for one form of everything: names, titles, host, addresses.

A work may be known by several forms of each; which of them is shown is decided here and nowhere else, so that
a journal which is known by its English name alone is called by it in every format.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import quote

from sholu.bibliography.references import LATIN, Date, Kind, PageRanges, Person, Reference, Restated, Versions
from sholu.bibliography.theses import has_own_name, names_thesis
from sholu.values import Value

Form = TypeVar("Form")

# Where the data has no form in the language of the work, the one that most readers can read.
_NEXT_BEST = ("en", LATIN)
# The genre of an @online entry that is a site as a whole, and no page of one.
SITE = "site"
# What stands in a DOI and in an address alike.
_IN_ADDRESSES = "/:;()@!$&'*+,=~"


class WorkView(Value, gc=False):
    """A work in one form of everything, that of its own language where the data has it; else the next best.

    What is not known is "" or (). `title` is the whole title with its subtitle, or in square brackets what
    stands in for one that nobody has verified; `translated_title` is the translation that most readers can
    read. `host` is what the work stands in. `addresses` are those of all its texts. `note` says also what the
    work restates.
    """

    key: str
    kind: Kind
    language: str
    title: str
    short_title: str
    translated_title: str
    authors: tuple[Person, ...]
    editors: tuple[Person, ...]
    translators: tuple[Person, ...]
    interviewers: tuple[Person, ...]
    host: str
    series: str
    publisher: str
    institution: str
    place: str
    edition: str
    volume: str
    number: str
    pages: PageRanges
    page_total: str
    date: Date | None
    access_date: Date | None
    doi: str
    isbn: str
    issn: str
    addresses: tuple[str, ...]
    genre: str
    jurisdiction: str
    keywords: tuple[str, ...]
    note: str
    restates: Restated | None

    @property
    def body(self) -> str:
        """Who answers for the work in print."""
        return self.publisher or self.institution

    @property
    def address(self) -> str:
        """Where the work is read, "" if it is nowhere."""
        return self.addresses[0] if self.addresses else ""

    @property
    def issued(self) -> str:
        """The day, month or year of publication as ISO 8601 has it, "" if it is not known."""
        return self.date.iso if self.date else ""


class _Last:
    """The work that was asked for last: a page and its records ask for theirs half a dozen times in a row."""

    work: Reference | None = None
    view: WorkView | None = None


def view(work: Reference) -> WorkView:
    """Choose what is shown of a work in its own language."""
    if _Last.view is None or _Last.work is not work:
        _Last.work, _Last.view = work, _view(work)
    return _Last.view


def _view(work: Reference) -> WorkView:
    def words(versions: Versions[str]) -> str:
        return form(versions, work.language)

    def people(versions: Versions[tuple[Person, ...]]) -> tuple[Person, ...]:
        return form(versions, work.language)

    return WorkView(
        key=work.key,
        kind=work.kind,
        language=work.language,
        title=whole_title(work),
        short_title=words(work.short_title),
        translated_title=translated_title(work),
        authors=people(work.authors),
        editors=people(work.editors),
        translators=people(work.translators),
        interviewers=people(work.interviewers),
        host=words(work.container),
        series=words(work.series),
        publisher=words(work.publisher),
        institution=words(work.institution),
        place=words(work.place),
        edition=work.edition,
        volume=work.volume,
        number=work.number,
        pages=work.pages,
        page_total=work.page_total,
        date=work.date,
        access_date=work.access_date,
        doi=work.doi,
        isbn=work.isbn,
        issn=work.issn,
        addresses=tuple(dict.fromkeys(filter(None, (words(work.urls), *work.urls.values())))),
        genre=work.genre,
        jurisdiction=work.jurisdiction,
        keywords=work.keywords,
        note=remark(work),
        restates=work.restates,
    )


def form(versions: Versions[Form], language: str) -> Form:
    """Return the original, else the form in the language of the work, else the next best that there is."""
    original, forms = versions.original, versions.forms
    # Nearly all that is asked for is in the language of the work, or nowhere.
    if original or not forms:
        return original
    for code in (language, *_NEXT_BEST):
        if found := forms.get(code):
            return found
    return next((given for given in forms.values() if given), original)


def doi_address(doi: str) -> str:
    """Return the address of a DOI; signs that no address may have (`<`, in old ones) are escaped."""
    # A short one is a name of its own there.
    return f"https://doi.org/{quote(doi.removeprefix('10/'), safe=_IN_ADDRESSES)}"


# Where archives have what they number; "pmid" is that of PubMed.
_ARCHIVES = MappingProxyType(
    {
        "arxiv": "https://arxiv.org/abs/{}",
        "jstor": "https://www.jstor.org/stable/{}",
        "hdl": "https://hdl.handle.net/{}",
        "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{}/",
        "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    }
)


# How they write themselves, which files seldom do.
_NAMES_OF_ARCHIVES = MappingProxyType(
    {
        one.casefold(): one
        for one in ("arXiv", "JSTOR", "PubMed", "bioRxiv", "medRxiv", "PsyArXiv", "SocArXiv", "SSRN", "ERIC")
    }
)


def archive_name(work: Reference) -> str:
    """Return the archive of electronic texts that has a work, as it writes itself: "arXiv"."""
    return _NAMES_OF_ARCHIVES.get(work.eprint_type.casefold(), work.eprint_type)


def called_thesis(work: Reference) -> str:
    """Return what a thesis is called that is none of the known degrees: “Mémoire de DEA”; else ""."""
    said = work.number_type.original
    is_other = work.kind is Kind.THESIS and work.genre == "thesis" and not work.is_thesis_abstract
    return said if is_other and (has_own_name(said) or not names_thesis(said)) else ""


def archive_address(work: Reference) -> str:
    """Return where an archive has a work by the number that `eprint` gives, or ""."""
    pattern = _ARCHIVES.get(work.eprint_type.casefold(), "")
    return pattern.format(quote(work.eprint, safe=_IN_ADDRESSES)) if pattern and work.eprint else ""


def supplied_title(work: Reference) -> str:
    """Return, in square brackets, what stands in for a title that nobody has verified; else ""."""
    if work.title.original:
        return ""
    words = form(work.title, work.language) or form(work.description, work.language)
    return f"[{words}]" if words else ""


def whole_title(work: Reference) -> str:
    """Return title and subtitle, or what stands in for them."""
    title = work.title.original or supplied_title(work)
    subtitle = form(work.subtitle, work.language)
    return f"{title}{between(title)}{subtitle}" if title and subtitle else title or subtitle


def between(title: str) -> str:
    """Return what stands between a title and its subtitle: no colon behind “Why us?”."""
    return " " if title.endswith(("?", "!", "—")) else ": "


def remark(work: Reference) -> str:
    """Return what stands as a remark: the note on a work, and what it restates."""
    note = form(work.note, work.language)
    return ". ".join(filter(None, (note.rstrip("."), work.restates.words))) if work.restates else note


def translated_title(work: Reference) -> str:
    """Return the translation of the title that most readers can read, or ""."""
    if not work.title.original:
        return ""
    forms: Mapping[str, str] = work.title
    return next(
        (forms[code] for code in ("en", *forms) if code not in {work.language, LATIN} and forms.get(code)), ""
    )
