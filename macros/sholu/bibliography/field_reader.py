"""Reads the fields of one entry: text with its forms, names, values; gathers what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sholu.bibliography.annotations import by_place
from sholu.bibliography.fields import ALIASES, AUDIOVISUAL, THESES
from sholu.bibliography.genitives import GOVERNED, in_doubt
from sholu.bibliography.institutions import is_body, is_institution, without_article
from sholu.bibliography.language_names import code_of_language
from sholu.bibliography.lists import as_list
from sholu.bibliography.name_lists import parted, whole
from sholu.bibliography.others_in_names import is_others
from sholu.bibliography.people import Split, person
from sholu.bibliography.persons import Person
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.stops import without_stop
from sholu.bibliography.straight_marks import ENGLISH, QUOTES, in_print
from sholu.bibliography.tex import readable, without_braces
from sholu.bibliography.two_scripts import parted_by_script
from sholu.bibliography.typed_words import typed_words
from sholu.bibliography.values import (
    WEB_ADDRESS,
    ImpossibleValueError,
    UnreadableValueError,
    number_alone,
    without_escapes,
)
from sholu.bibliography.versions import LATIN, NO_WORDS, Versions
from sholu.languages import kept, known_languages
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.values import replace

Read = TypeVar("Read")
Meant = Callable[[str, Callable[[], Iterable[str]]], str]

_NOBODY: Versions[tuple[Person, ...]] = Versions(())
# Letters that languages have whose I is the capital of ı.
_OF_TURKISH = frozenset({"Ğ", "ğ", "İ", "ı", "Ş", "ş"})
# Dates beside that of publication.
_DATES = ("urldate", "origdate", "origyear", "eventdate", "archivedate")
# The codes of values that nobody understands and that cannot be; other fields hold addresses.
_UNREADABLE = {
    "doi": "B016", "isbn": "B017", "issn": "B032",
    **dict.fromkeys(_DATES, "B042"),
}  # fmt: skip
_IMPOSSIBLE = dict.fromkeys(_DATES, "B015")
_ADDRESS_IN_TEX = regex(r"\\(?:url|href|path|nolinkurl|doi)\s*(?=\{)")
# Fields in which some mark with question marks what they do not know.
_MAY_BE_UNKNOWN = frozenset(
    {"publisher", "address", "location", "volume", "number", "issue", "pages", "pagetotal", "edition"}
)
# "http://www. example. org/water. html": Google Scholar puts a space behind each full stop of an address.
_SPACED = regex(r"https?://(?:[\w-]+\. ){2}\S*(?:(?<=\.) \S+)*", re.IGNORECASE)
# "Tokayev, K. [@TokayevKZ]": what a person is called on a site.
_USERNAME = regex(r"(?<!\s)\s*+[(\[](?P<username>@[\w.]+)[)\]]$")
# "The {Univalent Foundations Program}": no person has an article.
_ARTICLED = regex(r"The \{[^{}]+ [^{}]+\}")
# What parts the members of a list: biblatex's word, or a cataloguer's sign between places.
_STOPPED = regex(r"(?<!\{)\.\}?$")
_SEVERAL = regex(r" and | : | \| ")


@kept
def forms() -> tuple[str, ...]:
    """Return what a form of a field may be in: "title_kk", "title_latin"."""
    return (*known_languages(), LATIN)


class FieldReader:
    """The fields of one entry, with those that it takes over, and the problems of those that were read."""

    def __init__(
        self, entry: RawEntry, fields: Mapping[str, str], shown: str, split: Split, meant: Meant
    ) -> None:
        self.entry, self.meant = entry, meant
        self.fields = fields
        self.shown = shown
        self.problems: list[Problem] = []
        # The fields that are there in whatever form; of the hundred that there might be most are not.
        self.present = frozenset(name.partition("_")[0] for name in fields)
        self.quotes = ENGLISH
        self._split = split
        endings = {name.rpartition("_")[2] for name in fields if "_" in name}
        self.forms = [code for code in forms() if code in endings] if endings else []
        self._keeps_particle = "options" not in fields or not re.search(
            r"useprefix\s*=\s*false", fields["options"], re.IGNORECASE
        )

    def report(self, code: str, name: str = "", /, **values: object) -> None:
        """Note what is wrong, on the line of a field or of the entry; `values` are what its rule names."""
        line = self.entry.lines.get(name, self.entry.line)
        self.problems.append(problem(code, Place(self.shown, line), key=self.entry.key, **values))

    def quote_as(self, code: str) -> None:
        """Quote as a language does from now on."""
        self.quotes = QUOTES.get(code, self.quotes)

    def plain(self, *names: str) -> str:
        """Return the first of these fields that is there, as text."""
        for name in names:
            if text := self._readable(name):
                return text
        return ""

    def number(self, name: str, *others: str) -> str:
        """Return a number without the words that say what it counts."""
        value = self.plain(name, *others)
        is_number = value.isascii() and value.isdecimal()
        return number_alone(name, value) if value and not is_number else value

    def text(self, *names: str) -> Versions[str]:
        """Return the first of these fields that is there, with its forms in other languages."""
        for name in names:
            if name not in self.present:
                continue
            read = ((code, self._readable(f"{name}_{code}")) for code in self.forms)
            given = {code: in_print(text, QUOTES.get(code, ENGLISH)) for code, text in read if text}
            original = in_print(self._readable(name), self.quotes)
            if original or given:
                return Versions(original, given)
        return NO_WORDS

    def title(self, *names: str) -> Versions[str]:
        """Return a title without the full stop at its end, which PubMed and some catalogues put there."""
        title = self.text(*names)

        def read(words: str, ending: str = "") -> str:
            # One in braces is meant: {.}
            is_stopped = any(_STOPPED.search(self.fields.get(name + ending, "")) for name in names)
            return without_stop(words) if is_stopped else words

        if not title:
            return title
        return Versions(
            read(title.original), {code: read(words, f"_{code}") for code, words in title.items()}
        )

    def list(self, *names: str) -> Versions[str]:
        """Return a list of places or bodies as a text with "; " between its members."""
        for name in names:
            # A thesis has one archive: "ProQuest Dissertations and Theses".
            is_one = name == "publisher" and self.entry.type in THESES
            if (
                not is_one
                and name in self.present
                and any(_SEVERAL.search(self.fields.get(one, "")) for one in (name, *self._of(name)))
            ):
                canonical = ALIASES.get(name, "institution" if name == "organization" else name)
                listed = {
                    one: as_list(
                        canonical,
                        self.fields[one],
                        is_institution,
                        is_audiovisual=self.entry.type in AUDIOVISUAL,
                    )
                    for one in (name, *self._of(name))
                    if one in self.fields
                }
                self.fields = {**self.fields, **listed}
        return self.text(*names)

    def codes(self, name: str) -> tuple[str, ...]:
        """Return the members of a list that is parted by commas or semicolons."""
        if name not in self.present:
            return ()
        parts = re.split(r"[,;]", self.plain(name))
        return tuple(part.strip() for part in parts if part.strip())

    def names(self, name: str) -> Versions[tuple[Person, ...]]:
        """Return the persons of a field, with the forms of their names."""
        if name not in self.present:
            return _NOBODY
        given = {
            code: people for code in self.forms if (people := self._people(f"{name}_{code}", reports=True))
        }
        people = self._people(name, reports=True)
        # «Общ. ред.» is whose, «ред.» who it was.
        is_whose = name in GOVERNED or (name == "editor" and self.fields.get("editortype") == "geneditor")
        return Versions(self._with_genitives(name, people) if is_whose else people, given)

    def _with_genitives(self, name: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
        """Say how «пер.» and the like call those of whom no rule can tell it."""
        said = by_place(self.fields.get(f"{name}+an:genitive", ""))
        typed = [one for one in whole(self.fields.get(name, "")) if not is_others(one)]
        return tuple(
            replace(person, genitive=genitive)
            if (genitive := said.get(position) or person.genitive or in_doubt(one))
            else person
            for position, (person, one) in enumerate(zip(people, typed, strict=True), start=1)
        )

    def has_others(self, name: str) -> bool:
        """Tell whether a field of names, or a form of it, ends with BibTeX's “and others”."""
        if name not in self.present:
            return False
        values = (self.fields.get(one, "").rstrip(" ;]") for one in (name, *self._of(name)))
        return any(
            value.casefold().endswith(typed_words("others")) and is_others(parted(value)[-1])
            for value in values
        )

    def read(self, name: str, read: Callable[[str], Read]) -> Read | None:
        """Read a field whose value may be impossible, or unreadable."""
        if name.partition("_")[0] not in self.present:
            return None
        # Addresses hold % and ~, which are no TeX there.
        value = _ADDRESS_IN_TEX.sub("", self.fields.get(name, ""))
        value = without_escapes(without_braces(value)).strip()
        # Some mark with question marks what they do not know.
        if not any(map(str.isalnum, value)):
            return None
        try:
            return read(value)
        except UnreadableValueError as error:
            code = _UNREADABLE.get(name, "B039")
            year = getattr(error.read, "year", "")
            kept = "@@year_kept" if year else "@@no_date_kept"
            self.report(code, name, field=name, kept=kept, year=year, **error.values)
            # What a part of the value says is of the type that the whole would have.
            return error.read  # type: ignore[return-value]
        except ImpossibleValueError as error:
            self.report(_IMPOSSIBLE.get(name, "B018"), name, field=name, **error.values)
        return None

    def address_in(self, name: str) -> str:
        r"""Return the address that stands in a field of words: howpublished = {\url{…}}."""
        value = self.fields.get(name, "") if name in self.present else ""
        if "://" not in value:
            return ""
        # Somebody has put all capitals of the entry into braces.
        value = re.sub(r"\{(\w)\}", r"\1", without_escapes(value))
        found = WEB_ADDRESS.search(value.replace(". ", ".") if _SPACED.fullmatch(value) else value)
        return found[0].rstrip(".,;)") if found else ""

    def _of(self, name: str) -> tuple[str, ...]:
        return tuple(f"{name}_{code}" for code in self.forms)

    def _readable(self, name: str) -> str:
        value = self.fields.get(name)
        if value and value.isalnum():
            # Most numbers, years and keys: nothing in them can be TeX.
            return value
        if not value or (value[0] == "?" and name in _MAY_BE_UNKNOWN and not value.strip("?-–. ")):
            return ""
        text, commands = readable(value, self.quotes)
        for command in dict.fromkeys(commands):
            self.report("B014", name, field=name, command=command)
        return text

    def _is_turkish(self, names: str) -> bool:
        """Tell whether I is the capital of ı here, by the language, or by letters of names and title."""
        code = code_of_language(self.fields.get("langid", self.fields.get("language", "")).casefold())
        return code in {"tr", "az"} or not _OF_TURKISH.isdisjoint(names + self.fields.get("title", ""))

    def _people(self, name: str, *, reports: bool) -> tuple[Person, ...]:
        value = self.fields.get(name, "")
        if not value:
            return ()
        if reports and "\\" in value:
            # For its TeX alone, which is reported once for the whole field.
            self._readable(name)
        is_turkish = "I" in value and self._is_turkish(value)
        return tuple(
            _named(one, self._split, keeps_particle=self._keeps_particle, is_turkish=is_turkish)
            for one in whole(value)
            if not is_others(one)
        )


# Many have written several works.
@kept
def _named(name: str, split: Split, *, keeps_particle: bool, is_turkish: bool) -> Person:
    if both := parted_by_script(name):
        alone = _named(both[0], split, keeps_particle=keeps_particle, is_turkish=is_turkish)
        return replace(alone, native=both[1])
    if "@" in name and (found := _USERNAME.search(name)) and found.start():
        known = name[: found.start()].strip()
        bare = _named(known, split, keeps_particle=keeps_particle, is_turkish=is_turkish)
        return replace(bare, username=found["username"])
    # "Institute {and} Faculty of …": its braces keep the word from parting names.
    if _ARTICLED.fullmatch(name):
        return Person(without_braces(name), is_organization=True)
    if is_body(name.replace("{and}", "and")):
        # “World Bank, The” of EndNote.
        return Person(str(readable(without_article(name))[0]), is_organization=True)
    return person(name, split, keeps_particle=keeps_particle, is_turkish=is_turkish)
