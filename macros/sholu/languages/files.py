"""The file of a language, read word by word: what cannot be used is told with its line, and left out.

The file of English is the list of all words: others may have no word that it has not, and need not have all.
`words` and the types here say what a word is made of. Knows nothing of where files lie.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict, get_type_hints, is_typeddict

from sholu.languages.answers import asked_once
from sholu.languages.patterns import pattern_fault, patterns, plural_fault
from sholu.languages.unfit import odd_letters, of_type
from sholu.languages.words import Catalogue, InterfaceWords, Messages, Numbered, Terms
from sholu.problems import NO_FAULT, Fault, Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.toml_files import TomlError, toml_values
from sholu.values import UnfitError, checked

NBSP = "\u00a0"
FOLDER = Path(__file__).parent

Words = Mapping[str, str]
Lists = Mapping[str, tuple[str, ...]]
Twelve = tuple[str, str, str, str, str, str, str, str, str, str, str, str]


class InflectionTable(TypedDict, total=False):
    """How terms of the glossary change (`Inflection`)."""

    every: bool
    stripped: tuple[str, ...]
    endings: tuple[tuple[str, ...], ...]
    changes: dict[str, str]


class RomanizationTable(TypedDict):
    """A way to write the language in Latin letters (`romanization`)."""

    name: str
    title: str
    source: str
    letters: str
    after: NotRequired[str]


class LanguageFile(TypedDict, total=False):
    """A whole file. `fallback` names the language whose words stand for missing ones, before English's."""

    name: str
    fallback: str
    locale: str
    script: str
    direction: Literal["ltr", "rtl"]
    alphabet: str
    vowels: str
    style: str
    decimal: str
    cites_whole_names: bool
    character_set: Literal["gb2312", "big5", "euc_jp"]
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    bibliography_names: tuple[str, ...]
    institution_words: tuple[str, ...]
    sorts_like: dict[str, str]
    punctuation: dict[str, str]
    joints: dict[str, str]
    locators: dict[str, tuple[str, str]]
    locator_words: dict[str, tuple[str, ...]]
    terms: Terms
    ordinals: dict[str, str]
    months: dict[str, Twelve]
    numbers: dict[str, tuple[str, ...]]
    unbroken: dict[str, tuple[str, ...]]
    orthography: dict[str, tuple[str, ...]]
    reading: dict[str, tuple[str, ...]]
    capitals: dict[str, tuple[str, ...]]
    inflection: InflectionTable
    genres: dict[str, str]
    descriptions: dict[str, str]
    roles: dict[str, str]
    mediums: dict[str, str]
    signed: dict[str, str]
    jurisdictions: dict[str, str]
    us_states: dict[str, str]
    acts_in_short: dict[str, str]
    acts_in_full: dict[str, str]
    exported: dict[str, str]
    countries: dict[str, str]
    languages: dict[str, str]
    language_notes: dict[str, str]
    translated_from: dict[str, str]
    genitive: dict[str, str]
    romanizations: tuple[RomanizationTable, ...]
    numbered: Numbered
    kinds: dict[str, str]
    catalogue: Catalogue
    messages: Messages
    interface: InterfaceWords
    theme: dict[str, str]


# Whose words are those of English: no other language may have further ones.
CLOSED = (
    "locators", "locator_words", "terms", "genres", "descriptions", "roles", "mediums", "numbered", "kinds",
    "catalogue", "messages", "interface", "us_states", "acts_in_short", "acts_in_full", "exported",
)  # fmt: skip
# For each of their words something is shown, so that English stands in for one that is missing.
SHOWN = (
    "locators", "genres", "signed", "numbered", "kinds", "terms", "catalogue", "messages", "interface",
)  # fmt: skip
# Few works need one of these, so that no language is asked for them: English stands in, where it lacks one.
RARE = ("descriptions", "roles", "mediums")
# English in whatever language one writes.
ENGLISH_ALONE = ("us_states", "acts_in_short", "acts_in_full", "exported")
_FILLED = frozenset({*SHOWN, *RARE, *ENGLISH_ALONE})
# What a file of thousands of unknown words was meant to say nobody is told of each.
_ASKED_AT_MOST = 100
_HEAD = regex(r"\s*\[+\s*([\w.\"-]+)\s*\]")
_NAMED = regex(r"\s*(?:([\w-]+)|\"([^\"]*)\"|'([^']*)')\s*=")


class File:
    """One file as far as it can be used: `data` by the names of `LanguageFile`, and what is wrong with it."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.data: dict[str, Any] = {}
        # As in TeX, a tilde in these files is a space at which no line breaks.
        self._text = text.replace("~", NBSP)
        try:
            found = toml_values(self._text)
        except TomlError as error:
            self.problems.append(problem("W001", Place(path, error.line), reason=error))
            return
        self._read(found)

    def _read(self, found: Mapping[str, Any]) -> None:
        hints = _types()
        for name, value in found.items():
            if name not in hints:
                self._unknown(name, "", hints)
            elif is_typeddict(hints[name]) or name in _values():
                self._read_section(name, value)
            else:
                self._keep(self.data, name, value, hints[name], "")

    def _read_section(self, section: str, value: object) -> None:
        if not isinstance(value, dict):
            self._unfit(section, "", {"reason": "@@table_expected"})
            return
        hint = _types()[section]
        known = get_type_hints(hint) if is_typeddict(hint) else dict.fromkeys(_english(section))
        kept = self.data.setdefault(section, {})
        for name, word in value.items():
            kind = known.get(name) or _values().get(section)
            if kind is None or (section in CLOSED and known and name not in known):
                self._unknown(name, section, known)
            else:
                self._keep(kept, name, word, kind, section)

    def _keep(self, kept: dict[str, Any], name: str, word: object, kind: object, section: str) -> None:
        try:
            kept[name] = checked(word, kind)
        except UnfitError as error:
            self._unfit(name, section, of_type(str(error)))
            return
        if section in _FILLED and not all(pattern.strip(" \t\n") for pattern in patterns(kept[name])):
            del kept[name]
            place = Place(self.path, self.line(name, section))
            self.problems.append(problem("W004", place, word=_full(name, section)))
        elif fault := _fault(section or name, name, kept[name]):
            del kept[name]
            self._unfit(name, section, fault)

    def _unfit(self, name: str, section: str, why: Fault) -> None:
        place = Place(self.path, self.line(name, section))
        self.problems.append(problem("W002", place, word=_full(name, section), **why))

    def _unknown(self, name: str, section: str, known: Mapping[str, Any]) -> None:
        near = nearest(name, known) if len(self.problems) < _ASKED_AT_MOST else ""
        place = Place(self.path, self.line(name, section))
        self.problems.append(problem("W003", place, word=_full(name, section), near=near))

    def line(self, name: str, section: str) -> int:
        """Return the line of a word, of its section if it stands in none of its own."""
        words, heads = self._lines
        of_section = max(heads.get(head, 1) for head in (name, section, f"{section}.{name}"))
        return words.get((section, name), of_section)

    @cached_property
    def _lines(self) -> tuple[dict[tuple[str, str], int], dict[str, int]]:
        """Return the first line of each word by its section, and the last of each head of a section."""
        words: dict[tuple[str, str], int] = {}
        heads: dict[str, int] = {}
        here = ""
        for number, line in enumerate(self._text.splitlines(), 1):
            if head := _HEAD.match(line):
                here = head[1]
                heads[here] = number
            elif named := _NAMED.match(line):
                words.setdefault((here, named[1] or named[2] or named[3] or ""), number)
        return words, heads


def _full(name: str, section: str) -> str:
    return f"{section}.{name}" if section else name


@cache
def _types() -> dict[str, Any]:
    return get_type_hints(LanguageFile)


@cache
def _values() -> dict[str, Any]:
    """Return the types of what the open sections hold."""
    hints = _types()
    return {
        name: kind.__args__[1] for name, kind in hints.items() if getattr(kind, "__origin__", None) is dict
    }


@asked_once
def of_sholu(code: str) -> Mapping[str, Any]:
    """Return what Sholu's own file of a language holds, which is without a fault: `File` need not look."""
    return {name: _in_types(name, value) for name, value in tomllib.loads(_text_of(code)).items()}


@asked_once
def list_of_sholu(code: str, section: str, name: str) -> tuple[str, ...] | None:
    """Return one list of words in a section of Sholu's own file of a language, None if it has none.

    Nothing else is read: a build asks for a few lists of each of more than twenty languages.
    """
    _, start, rest = _section_of(code, section).partition(f"\n{name} = [")
    if not start:
        return None
    # A list of several lines ends with a bracket on a line of its own.
    end = rest.index("\n]") + 2 if rest.startswith("\n") else rest.index("\n")
    return tuple(tomllib.loads(f"{start}{rest[:end]}")[name])


@cache
def _section_of(code: str, name: str) -> str:
    """Return the lines of a section, each with its break before it and behind it."""
    _, found, rest = _text_of(code).partition(f"\n[{name}]")
    lines, _, _ = rest.partition("\n[")
    return f"{lines}\n" if found else ""


def _in_types(name: str, value: Any) -> Any:  # noqa: ANN401 -- words, lists and tables of TOML
    """Return what stands by a name in a file in the types of `LanguageFile`, of which it may lack words."""
    hint = _types()[name]
    if not is_typeddict(hint) or hint is InflectionTable:
        return checked(value, hint)
    return {word: tuple(one) if isinstance(one, list) else one for word, one in value.items()}


def _text_of(code: str) -> str:
    return (FOLDER / f"{code}.toml").read_text(encoding="utf-8").replace("~", NBSP)


def english() -> Mapping[str, Any]:
    """Return the file of English, which has every word."""
    return of_sholu("en")


def _english(section: str) -> Mapping[str, Any]:
    return english().get(section, {}) if section in CLOSED else {}


def _fault(section: str, name: str, word: object) -> Fault:
    """Say why a word of the right type cannot be used, if it cannot."""
    if section == "romanizations":
        return next(filter(None, map(odd_letters, _tables(word))), NO_FAULT)
    if section not in _FILLED:
        return NO_FAULT
    if name == "search_found":
        return plural_fault(str(word))
    model = english()[section].get(name, _OPTIONAL.get(name, ""))
    others = _ALLOWED.get(name) or _ALLOWED.get(section, frozenset())
    return next(filter(None, (pattern_fault(one, model, others) for one in patterns(word))), NO_FAULT)


# What patterns may leave open that those of English do not: `field` of a degree, a title before `in_book`; of
# words that English lacks.
_ALLOWED = {"genres": frozenset({"field"}), "signed": frozenset({""}), "in_book": frozenset({""})}
_OPTIONAL = {"two": "{}{}", "apart": "{}", "with_others": "{}{}"}


def _tables(word: object) -> tuple[Mapping[str, str], ...]:
    return word if isinstance(word, tuple) else ()
