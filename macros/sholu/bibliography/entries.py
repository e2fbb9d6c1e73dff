"""What the fields of an entry mean: the convention of BIBLIOGRAPHY.md, as data and as checks.

Knows neither the syntax of BibTeX nor pybtex. Fields of Zotero, JabRef or biber that are not ours are
ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sholu.bibliography import values
from sholu.bibliography.fields import (
    GENRES_OF_LAWS,
    GENRES_OF_TREATIES,
    KINDS,
    LANGUAGES,
    NAME_FIELDS,
    SUBTYPES,
    THESIS_GENRES,
)
from sholu.bibliography.people import RawName, is_others, person
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import (
    LATIN,
    NO_WORDS,
    NOBODY,
    Date,
    Kind,
    Pages,
    Person,
    Reference,
    Standing,
    Versions,
)
from sholu.bibliography.tex import protected, readable, without_braces
from sholu.languages import DASHES, code_of, kept, known_languages
from sholu.problems import Place, Problem, nearest

Value = TypeVar("Value")


@kept
def form_endings() -> tuple[str, ...]:
    """Return what a field may end with that is a form of another (title_kk, author_latin)."""
    return (*known_languages(), LATIN)


# Fields whose capitals BibTeX and its kin change.
_TITLES = frozenset({"title", "subtitle", "booktitle", "shorttitle"})
# The codes of values that cannot be; other fields hold addresses.
_IMPOSSIBLE = {"date": "B015", "urldate": "B015", "doi": "B016", "isbn": "B017"}
MENTIONS = {mention.value: mention for mention in Standing}


def understand(
    entry: RawEntry,
    entries: Mapping[str, RawEntry],
    shown: str,
    split_names: Callable[[str], Sequence[RawName]],
) -> tuple[Reference, tuple[Problem, ...]]:
    """Make a reference of an entry, with all that is wrong in it.

    Args:
        entry: the entry.
        entries: all entries by key in small letters, for `crossref`.
        shown: the path of the file, for the problems.
        split_names: splits a field of names by BibTeX's rules.
    """
    reading = _Reading(entry, entry.with_parent(entries), shown, split_names)
    return reading.reference(), tuple(reading.problems)


class _Reading:
    """One entry being read."""

    def __init__(
        self,
        entry: RawEntry,
        fields: Mapping[str, str],
        shown: str,
        split_names: Callable[[str], Sequence[RawName]],
    ) -> None:
        self.entry = entry
        self.fields = fields
        self.shown = shown
        self.split_names = split_names
        self.problems: list[Problem] = []
        # The fields that are there in whatever form; of the forty that there might be most are not.
        self.present = frozenset(name.partition("_")[0] for name in fields)

    def report(self, code: str, what: str, mend: str, name: str = "") -> None:
        """Note what is wrong, on the line of a field or of the entry."""
        line = self.entry.lines.get(name, self.entry.line)
        self.problems.append(Problem(Place(self.shown, line), code, f'"{self.entry.key}": {what}', mend))

    def reference(self) -> Reference:
        """Read all fields."""
        kind, genre = self._kind()
        return Reference(
            key=self.entry.key,
            kind=kind,
            genre=genre,
            language=self._language(),
            authors=self._names("author"),
            editors=self._names("editor"),
            translators=self._names("translator"),
            interviewers=self._names("interviewer"),
            and_others=frozenset(name for name in NAME_FIELDS if self._has_others(name)),
            title=self._title(),
            subtitle=self._text("subtitle"),
            short_title=self._text("shorttitle"),
            description=self._text("description"),
            shorthand=self._text("shorthand"),
            container=self._container(kind),
            series=self._text("series"),
            publisher=self._text("publisher"),
            institution=self._text("institution", "school", "organization"),
            place=self._text("address", "location"),
            edition=self._plain("edition"),
            date=self._date(),
            access_date=self._read("urldate", values.read_date),
            volume=self._plain("volume"),
            number=self._plain("number", "issue"),
            pages=Pages(_pages(self._plain("pages"))),
            page_total=self._plain("pagetotal"),
            doi=self._read("doi", values.read_doi) or "",
            isbn=self._isbn(),
            issn=self._plain("issn"),
            urls=self._addresses(),
            field_of_study=self._text("field"),
            jurisdiction=self._plain("jurisdiction").casefold(),
            jurisdiction_name=Versions("", self._text("jurisdiction").forms),
            is_personal=self._plain("howpublished").casefold() == "personal",
            mention=self._mention(),
            countries=self._list("country"),
            keywords=self._list("keywords"),
            note=self._text("note"),
            protected=self._protected(),
            line=self.entry.line,
        )

    def _kind(self) -> tuple[Kind, str]:
        """Return the kind of work and its genre in the style's terms."""
        kind = KINDS.get(self.entry.type)
        if kind is None:
            near = nearest(self.entry.type, KINDS)
            hint = f"did you mean @{near}?" if near else f"known are {', '.join(sorted(KINDS))}"
            self.report("B011", f"there is no type of entry @{self.entry.type}", hint)
            return Kind.MISC, ""
        kind = SUBTYPES.get((kind, self._plain("entrysubtype").casefold()), kind)
        genre = self._plain("kind").casefold()
        if kind is Kind.THESIS:
            named = self._plain("type").casefold() or self.entry.type
            return kind, THESIS_GENRES.get(named, named)
        if kind is Kind.LAW and genre in GENRES_OF_TREATIES:
            return Kind.TREATY, genre
        if kind.is_legal and genre and genre not in GENRES_OF_LAWS | GENRES_OF_TREATIES:
            near = nearest(genre, GENRES_OF_LAWS | GENRES_OF_TREATIES)
            known = ", ".join(sorted(GENRES_OF_LAWS | GENRES_OF_TREATIES))
            hint = f'did you mean "{near}"?' if near else f"known are {known}"
            self.report("B012", f'there is no kind of legal act "{genre}"', hint, "kind")
        return kind, genre

    def _mention(self) -> Standing:
        mention = self._plain("mention").casefold()
        if mention in MENTIONS:
            return MENTIONS[mention]
        if mention:
            self.report(
                "B013",
                f'mention is "{mention}"',
                f"write {', '.join(MENTIONS)}; without the field it is cited",
                "mention",
            )
        return Standing.CITED

    def _language(self) -> str:
        """Return the code of the language of the work; one that nobody knows is kept as given."""
        name = without_braces(self.fields.get("langid", "")).strip()
        return code_of(name) or LANGUAGES.get(name.casefold(), name.casefold())

    def _plain(self, *names: str) -> str:
        """Return the first of these fields that is there, as text."""
        return next((text for name in names if (text := self._readable(name))), "")

    def _readable(self, name: str) -> str:
        if name not in self.fields:
            return ""
        text, commands = readable(self.fields[name])
        for command in dict.fromkeys(commands):
            self.report(
                "B014",
                f"{name} has the TeX {command}, which is not read",
                "write the text in plain letters; accents and protecting braces are fine",
                name,
            )
        return text

    def _text(self, *names: str) -> Versions[str]:
        """Return the first of these fields that is there, with its forms in other languages."""
        for name in names:
            if name not in self.present:
                continue
            forms = {code: text for code in form_endings() if (text := self._readable(f"{name}_{code}"))}
            original = self._readable(name)
            if original or forms:
                return Versions(original, forms)
        return NO_WORDS

    def _title(self) -> Versions[str]:
        """Return the title; one in brackets that only repeats another field is none (`supplied_title`)."""
        title = self._text("title")
        description = self._text("description")
        supplied = (*title.values(), description.original, *description.values())
        if title.original in {f"[{words}]" for words in supplied if words}:
            return Versions("", title.forms)
        return title

    def _protected(self) -> tuple[str, ...]:
        """Return what stands in braces in titles, the longest first: else programs write it small."""
        titles = (value for name, value in self.fields.items() if name.partition("_")[0] in _TITLES)
        found = {words for value in titles if "{" in value for words in protected(value)}
        return tuple(sorted(found, key=lambda words: (-len(words), words)))

    def _container(self, kind: Kind) -> Versions[str]:
        if kind in {Kind.CHAPTER, Kind.PAPER}:
            return self._text("booktitle", "journaltitle", "journal")
        return self._text("journaltitle", "journal", "booktitle")

    def _list(self, name: str) -> tuple[str, ...]:
        parts = re.split(r"[,;]", self._plain(name))
        return tuple(part.strip() for part in parts if part.strip())

    def _names(self, name: str) -> Versions[tuple[Person, ...]]:
        if name not in self.present:
            return NOBODY
        forms = {
            code: self._people(f"{name}_{code}")
            for code in form_endings()
            if self.fields.get(f"{name}_{code}")
        }
        return Versions(self._people(name), forms)

    def _people(self, name: str) -> tuple[Person, ...]:
        value = self.fields.get(name, "")
        if not value:
            return ()
        # For its TeX alone, which is reported once for the whole field.
        self._readable(name)
        return tuple(person(raw) for raw in self.split_names(value) if not is_others(raw))

    def _has_others(self, name: str) -> bool:
        """Tell whether a field of names, or a form of it, ends with BibTeX's “and others”."""
        values = [
            self.fields.get(field, "") for field in (name, *(f"{name}_{code}" for code in form_endings()))
        ]
        return any(is_others(raw) for value in values if "others" in value for raw in self.split_names(value))

    def _date(self) -> Date | None:
        if self.fields.get("date"):
            return self._read("date", values.read_date)
        year, month, day = (self._plain(name) for name in ("year", "month", "day"))
        if not year:
            if name := next((name for name in ("month", "day") if self.fields.get(name)), ""):
                what = f"impossible date: a {name} without a year"
                self.report("B015", what, "add the year, or take it out", name)
            return None
        try:
            return values.read_year(year, month, day)
        except values.ImpossibleValueError as error:
            self.report(
                "B015",
                f"impossible date: {error}",
                "correct it, or leave it out if it is not known",
                "year",
            )
            return None

    def _read(self, name: str, read: Callable[[str], Value]) -> Value | None:
        """Read a field whose value may be impossible."""
        # Addresses hold % and ~, which are no TeX there.
        value = re.sub(r"\\(?:url|doi)\s*(?=\{)", "", self.fields.get(name, ""))
        value = without_braces(value).replace("\\_", "_").replace("\\%", "%")
        value = value.replace("\\&", "&").replace("\\#", "#").strip()
        if not value:
            return None
        try:
            return read(value)
        except values.ImpossibleValueError as error:
            self.report(
                _IMPOSSIBLE.get(name.partition("_")[0], "B018"),
                f"impossible {name}: {error}",
                "correct it, or leave it out if it is not known",
                name,
            )
            return None

    def _isbn(self) -> str:
        return self._read("isbn", values.read_isbn) or ""

    def _addresses(self) -> Versions[str]:
        forms = {
            code: address
            for code in known_languages()
            if (address := self._read(f"url_{code}", values.read_address))
        }
        return Versions(self._read("url", values.read_address) or "", forms)


def _pages(value: str) -> str:
    """Write a range of pages with an en dash and no spaces, and a comma with a space behind it."""
    return re.sub(r"\s*,\s*", ", ", re.sub(rf"\s*[{DASHES}]+\s*", "–", value))
