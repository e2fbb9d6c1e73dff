"""What a work is: its people, its wording in several languages, its date, and the library of all works.

Knows nothing of BibTeX, of styles or of pages. Everything is frozen; a changed work is a new one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from sholu.values import Value, field

Form = TypeVar("Form")

# The form of a word or a name in Latin letters, beside the forms in languages ("kk", "ru", "en").
LATIN = "latin"


class Kind(Enum):
    """What a work is; the value is the type of a BibTeX entry, the first of its synonyms."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "incollection"
    PAPER = "inproceedings"
    THESIS = "thesis"
    REPORT = "report"
    ONLINE = "online"
    INTERVIEW = "interview"
    LAW = "legislation"
    TREATY = "treaty"
    MISC = "misc"

    @property
    def is_legal(self) -> bool:
        """Whether the work is an act of states: it is named by its title, never by an author."""
        return self in {Kind.LAW, Kind.TREATY}

    @property
    def is_part(self) -> bool:
        """Whether the work stands in another one: a journal, a book, a volume of proceedings."""
        return self in {Kind.ARTICLE, Kind.CHAPTER, Kind.PAPER}


class Standing(Enum):
    """Who refers to a work, and how; the value is that of the field `mention`."""

    # The text under review cites it.
    CITED = "cited"
    # The text under review names it without a citation.
    NAMED = "named"
    # Only the editors of the review cite it, in their notes.
    EDITORS = "editors"


class Person(Value):
    """A person as the parts of the name, or an organization with its whole name as `family`.

    `given` and `patronymic` hold full names or initials ("Болат", "Б."); a name whose parts are not
    known to be first name and patronymic keeps them together in `given`.
    """

    family: str
    given: str = ""
    patronymic: str = ""
    particle: str = ""
    suffix: str = ""
    is_organization: bool = False
    orcid: str = ""

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials with their stops: ("Б.", "К."); a hyphenated name keeps its hyphen: "Ж.-Б."."""
        return tuple(_initial(name) for name in f"{self.given} {self.patronymic}".split())

    @property
    def full_family(self) -> str:
        """The family name with its particle: "van Strien"."""
        return f"{self.particle} {self.family}".strip()

    @property
    def given_names(self) -> str:
        """All that stands after the comma of a name: "Болат Каримович"."""
        return _joined(self.given, self.patronymic)

    @property
    def spoken(self) -> str:
        """The name as it is spoken: "Jane A. Smith"."""
        return _joined(self.given, self.patronymic, self.full_family, self.suffix)

    @property
    def inverted(self) -> str:
        """The name with the family name first: "Smith, Jane A."."""
        return _joined(self.full_family, self.given_names, self.suffix, by=", ")

    @property
    def listed(self) -> str:
        """The name as registers have it: "Ахметов Болат Каримович"; an organization as it is called."""
        return _joined(self.full_family, self.given, self.patronymic, self.suffix)


def _joined(*parts: str, by: str = " ") -> str:
    return by.join(filter(None, parts))


def initials_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two sets of initials may be one person's: "А." and "А. П."."""
    return all(a == b for a, b in zip(one, other, strict=False))


def _initial(name: str) -> str:
    """Shorten a given name; an initial ("Ю.", "Zh.") or a particle ("de", «оглы») stays as it is."""
    if name.endswith(".") or name.islower():
        return name
    return "-".join(f"{part[0]}." for part in name.split("-") if part)


@dataclasses.dataclass(frozen=True, slots=True)
class Versions(Mapping[str, Form]):
    """Something in the language of the work (`original`) and its forms in other languages or scripts.

    A mapping of the forms that the data gives: "kk", "ru", "en", or `LATIN` for a romanized one.
    `original` is empty ("" or ()) when the data has only forms, or nothing.
    """

    original: Form
    forms: Mapping[str, Form] = dataclasses.field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, language: str) -> Form:
        return self.forms[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self.forms)

    def __len__(self) -> int:
        return len(self.forms)

    def __bool__(self) -> bool:
        return bool(self.original) or any(self.forms.values())


NO_WORDS: Versions[str] = Versions("")
NOBODY: Versions[tuple[Person, ...]] = Versions(())


class Date(Value, order=True):
    """A date to the year, month or day; `end_*` closes a range, `is_open` leaves it open ("2019–")."""

    year: int
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    is_open: bool = False

    @property
    def iso(self) -> str:
        """The date by ISO 8601 as exactly as it is known: "2026-03-05", "2026"; of a range its beginning."""
        return _iso(self.year, self.month, self.day)

    @property
    def end_iso(self) -> str:
        """The end of a range as `iso` has its beginning; "" if there is none."""
        return _iso(self.end_year, self.end_month, self.end_day) if self.end_year else ""


def _iso(year: int, month: int | None, day: int | None) -> str:
    parts = (f"{part:02d}" for part in (month, day if month else None) if part)
    return "-".join((f"{year:04d}", *parts))


class Pages(Value):
    """Pages of a work in another one as they are printed: "34–41", "12–15, 20–22", "A5", or nothing."""

    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def ranges(self) -> tuple[tuple[str, str], ...]:
        """First and last page of each run; the last is "" for a single page."""
        runs = (run.partition("–") for run in self.text.replace(";", ",").split(","))
        return tuple((first.strip(), last.strip()) for first, _, last in runs if first.strip())

    @property
    def first(self) -> str:
        """The page on which the work begins, "" if that is not known."""
        return self.ranges[0][0] if self.ranges else ""

    @property
    def last(self) -> str:
        """The page on which it ends, "" if it has one page alone."""
        if not self.ranges:
            return ""
        first, last = self.ranges[-1]
        return last or (first if len(self.ranges) > 1 else "")

    @property
    def is_many(self) -> bool:
        """Whether there is more than one page."""
        return bool(self.last)

    @property
    def hyphenated(self) -> str:
        """The same with the hyphens that other programs expect: "34-41"."""
        return self.text.replace("–", "-")


class Restated(Value):
    """What a work restates, in the language of the work: in words, by whom it is, what it is called."""

    words: str
    authors: tuple[Person, ...]
    title: str


class Reference(Value):
    """One work of the library, as its entry in the BibTeX file gives it; what is not given is empty.

    `language` is the code of the language of the work ("kk", "ru", "en", …; "" if not given).
    `title` may be missing when nobody has verified one; then `description` says what the work is.
    `container` is the journal, book, proceedings, newspaper or site in which the work stands.
    `urls.original` is the address of the work, its forms those of the text in each language.
    `and_others` names the roles ("author", "editor", …) in which the work has more persons than are named.
    `mention` tells whether the text under review cites the work, only names it, or only its editors do.
    `genre` is a subkind in the style's terms ("law", "code", "candidate", "doctoral", "phd", …).
    `restates` is what the work sets out in other words, whose authors stand in each citation of it.
    `protected` holds the words that braces keep from being put in small letters, as "NATO".
    `line` is the line of the entry in the BibTeX file.
    """

    key: str
    kind: Kind
    language: str = ""
    authors: Versions[tuple[Person, ...]] = NOBODY
    editors: Versions[tuple[Person, ...]] = NOBODY
    translators: Versions[tuple[Person, ...]] = NOBODY
    interviewers: Versions[tuple[Person, ...]] = NOBODY
    and_others: frozenset[str] = frozenset()
    title: Versions[str] = NO_WORDS
    subtitle: Versions[str] = NO_WORDS
    short_title: Versions[str] = NO_WORDS
    description: Versions[str] = NO_WORDS
    shorthand: Versions[str] = NO_WORDS
    container: Versions[str] = NO_WORDS
    series: Versions[str] = NO_WORDS
    publisher: Versions[str] = NO_WORDS
    institution: Versions[str] = NO_WORDS
    place: Versions[str] = NO_WORDS
    edition: str = ""
    date: Date | None = None
    access_date: Date | None = None
    volume: str = ""
    number: str = ""
    pages: Pages = Pages()
    page_total: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    urls: Versions[str] = NO_WORDS
    genre: str = ""
    field_of_study: Versions[str] = NO_WORDS
    jurisdiction: str = ""
    jurisdiction_name: Versions[str] = NO_WORDS
    is_personal: bool = False
    mention: Standing = Standing.CITED
    countries: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    note: Versions[str] = NO_WORDS
    restates: Restated | None = None
    protected: tuple[str, ...] = ()
    line: int = 1

    @property
    def corporate_author(self) -> Versions[tuple[Person, ...]]:
        """The body that made a report which names no person: its author by APA 7 (9.11)."""
        if self.kind is not Kind.REPORT or self.authors or self.editors or not self.institution:
            return NOBODY
        forms = {code: (Person(name, is_organization=True),) for code, name in self.institution.items()}
        name = self.institution.original
        return Versions((Person(name, is_organization=True),) if name else (), forms)

    def people(self, role: str) -> Versions[tuple[Person, ...]]:
        """Return the persons in a role: "author", "editor", "translator" or "interviewer"."""
        roles = {
            "author": self.authors,
            "editor": self.editors,
            "translator": self.translators,
            "interviewer": self.interviewers,
        }
        return roles[role]


class Library(Value):
    """All works of a review, in the order of the file, with the letters of their years.

    `year_letters` maps a key to "a", "b", … where a label would fit two works. They are given once
    over the whole library, so that a label never changes from page to page.
    """

    references: Mapping[str, Reference]
    year_letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, key: str) -> Reference:
        return self.references[key]

    def __contains__(self, key: object) -> bool:
        return key in self.references

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references.values())
