"""What a work is: its people, its wording in several languages, its date.

Knows nothing of BibTeX, of styles or of pages. Everything is frozen; a changed work is a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from sholu.bibliography.dates import Date
from sholu.bibliography.kinds import Kind
from sholu.bibliography.persons import Person, initials_fit
from sholu.bibliography.versions import LATIN, NO_WORDS, Versions
from sholu.values import Value, field

# Whoever asks for a work asks here for what it is made of.
__all__ = [
    "LATIN",
    "NOBODY",
    "NO_WORDS",
    "Date",
    "Kind",
    "PageRanges",
    "Person",
    "Reference",
    "Related",
    "Restated",
    "Standing",
    "Versions",
    "initials_fit",
]


class Standing(Enum):
    """Who refers to a work, and how; the value is that of the field `mention`."""

    # The text under review cites it.
    CITED = "cited"
    # The text under review names it without a citation.
    NAMED = "named"
    # Only the editors of the review cite it, in their notes.
    EDITORS = "editors"


NOBODY: Versions[tuple[Person, ...]] = Versions(())


class PageRanges(Value, gc=False):
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


class Restated(Value, gc=False):
    """What a work restates, in the language of the work: in words, by whom it is, what it is called."""

    words: str
    authors: tuple[Person, ...]
    title: str


class Related(Value):
    """A work that another one reviews, reprints, translates: biblatex’s kind of relation, words for it."""

    kind: str
    words: str
    work: Reference


class Reference(Value, gc=False):
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

    A title may be `Words`, which know their emphasis. `main_title` is that of the whole of which the work is
    a volume, `title_addon` what stands behind a title in a description. `issue_title` is that of an issue.
    `number` is that of an issue, a report or an act, `series_number` that of a book in its series, `issue`
    that of the journal in which an act with a number of its own was published.
    `genre` of a `Kind.MISC` is the type of its entry ("movie", "dataset"), where there is one that says more;
    `medium` is what the entry itself calls it ("Film", "Автореферат диссертации"), `number_type` what its
    number is one of ("NIH Publication"); `citation` is how courts and codes are cited ("347 U.S. 483").
    `pub_state` is "inpress", "forthcoming", "submitted", "inpreparation", "prepublished", or as given.
    `editor_role` and `author_role` are "" for editors and authors, else what these persons are ("compiler",
    "director"); `roles` holds all other persons by role, as biblatex calls it ("commentator", "foreword").
    `credits` are words of who did what in it ("Отв. ред. А. В. Никитин").
    `related` are the works that this one reviews, reprints or translates.
    `host_authors` and `host_translators` are those of the book of which the work is a part.
    `application` is the number of that for a patent, whose `event_date` is the day on which it was filed.
    `original_*` is what a translation or reprint was made from, `event_*` a conference or performance.
    `sort_name`, `sort_title` and `presort` say where the work stands in a list, if not where it would.
    `archive` keeps the work at `archive_location`; `archive_url` keeps a copy of its address.
    `other_keys` are those under which the work may be cited, too. `entry_type` is the type of the entry where
    other programs know more of it than its kind says ("inbook"); `kept` are fields that readers are not shown
    and other programs read (`fields.KEPT_FIELDS`), as text.
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
    issue: str = ""
    pages: PageRanges = PageRanges()
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
    main_title: Versions[str] = NO_WORDS
    main_subtitle: Versions[str] = NO_WORDS
    main_title_addon: Versions[str] = NO_WORDS
    title_addon: Versions[str] = NO_WORDS
    container_subtitle: Versions[str] = NO_WORDS
    container_addon: Versions[str] = NO_WORDS
    issue_title: Versions[str] = NO_WORDS
    series_number: str = ""
    volumes: str = ""
    part: str = ""
    chapter: str = ""
    version: str = ""
    application: str = ""
    eid: str = ""
    eprint: str = ""
    eprint_type: str = ""
    eprint_class: str = ""
    pmid: str = ""
    medium: Versions[str] = NO_WORDS
    number_type: Versions[str] = NO_WORDS
    citation: str = ""
    related: tuple[Related, ...] = ()
    is_thesis_abstract: bool = False
    addendum: Versions[str] = NO_WORDS
    pub_state: str = ""
    editor_role: str = ""
    author_role: str = ""
    credits: Versions[str] = NO_WORDS
    roles: Mapping[str, Versions[tuple[Person, ...]]] = field(default_factory=lambda: MappingProxyType({}))
    host_authors: Versions[tuple[Person, ...]] = NOBODY
    host_translators: Versions[tuple[Person, ...]] = NOBODY
    short_author: Versions[tuple[Person, ...]] = NOBODY
    name_addon: str = ""
    original_title: Versions[str] = NO_WORDS
    original_date: Date | None = None
    original_language: str = ""
    original_publisher: Versions[str] = NO_WORDS
    original_place: Versions[str] = NO_WORDS
    event_title: Versions[str] = NO_WORDS
    event_date: Date | None = None
    venue: Versions[str] = NO_WORDS
    archive: str = ""
    archive_location: str = ""
    archive_url: str = ""
    archive_date: Date | None = None
    sort_name: str = ""
    sort_title: str = ""
    presort: str = ""
    restates: Restated | None = None
    protected: tuple[str, ...] = ()
    other_keys: tuple[str, ...] = ()
    entry_type: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    line: int = 1

    @property
    def corporate_author(self) -> Versions[tuple[Person, ...]]:
        """The body that made a report or standard which names no person: its author by APA 7 (9.11)."""
        is_of_body = self.kind is Kind.REPORT or self.genre == "standard"
        if not is_of_body or self.authors or self.editors or not self.institution:
            return NOBODY
        forms = {code: (Person(name, is_organization=True),) for code, name in self.institution.items()}
        name = self.institution.original
        return Versions((Person(name, is_organization=True),) if name else (), forms)

    @property
    def remark(self) -> str:
        """The `note` of BibTeX, a part of the description; with forms for readers it is an editor's note."""
        return "" if self.note.forms else self.note.original

    def people(self, role: str) -> Versions[tuple[Person, ...]]:
        """Return the persons in a role: "author", "editor", "translator" or "interviewer"."""
        people: Versions[tuple[Person, ...]] = getattr(self, _ROLES[role])
        return people


_ROLES = {
    "author": "authors",
    "editor": "editors",
    "translator": "translators",
    "interviewer": "interviewers",
}
