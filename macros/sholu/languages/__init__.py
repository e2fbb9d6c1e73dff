"""What a language is to Sholu: its words, alphabet, dates and romanization, read from `<code>.toml`.

An open set: a new language is one more TOML file. Knows nothing of references or pages.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sholu.languages.romanization import OTHER_LETTERS, Romanization, romanization
from sholu.values import Value, field, replace

FOLDER = Path(__file__).parent

NBSP = "\u00a0"
# As they come out of other files; the plain hyphen stands last, where no set of signs takes it for a range.
HYPHENS = "\u2010\u2011-"
DASHES = f"–—\u2212{HYPHENS}"

Words = Mapping[str, str]


class Inflection(Value):
    """How words change in a language, as far as a term must be known again in a text.

    `every` tells that all words of a term change, not the last one alone. Of a word in its dictionary form
    one of `stripped` is taken off; then one of each of the lists in `endings` may follow, in their order.
    `changes` maps letters to what may stand in their place (одақ → одағы).
    """

    every: bool = False
    stripped: tuple[str, ...] = ()
    endings: tuple[tuple[str, ...], ...] = ()
    changes: Words = field(default_factory=dict)


class Language(Value, dict=True):
    """One language with every word of it that a reader sees.

    `locale` is its code with that of the country for which it is written ("ru_RU"), as POSIX and Open Graph
    have it. `script` is the ISO 15924 code of its writing ("Cyrl", "Latn"). `alphabet` holds its small
    letters in order; `sorts_like` maps letters of other alphabets to the one they are sorted with.
    `style` names the citation style that a review in this language uses by default.
    `bibliography_names` are the names that `langid` may give the language (biblatex, ISO 639).
    `institution_words` are words that names of institutions have and those of persons not, in small letters.
    `locator_words` maps what authors write before a locator ("с", "pp") to the kind of locator;
    `locators` holds for each kind how one and how several are printed ("{}-б.").
    `decimal` is the sign before a fraction; `numbers` holds the words for powers of ten, per cent and year
    that stand beside a number, as they begin ("тыс", "млрд"); `ordinals` maps the ending of a number in
    figures to what makes it an ordinal ("1" to "st"), where that is not part of a pattern.
    `unbroken` says at which spaces of data files no line breaks (`typography`).
    `inflection` is how terms of the glossary change; without it they are known in their very form.
    `countries` and `languages` hold names of countries and languages that CLDR gives otherwise.
    `romanizations` are the systems by name that write it in Latin letters, `vowels` the vowels after which
    some write a letter otherwise; `systems` names for each language the one that a review chose.
    """

    code: str
    name: str
    locale: str
    script: str
    alphabet: str
    vowels: str
    style: str
    decimal: str
    bibliography_names: tuple[str, ...]
    institution_words: tuple[str, ...]
    sorts_like: Words
    locators: Mapping[str, tuple[str, str]]
    locator_words: Words
    terms: Words
    months: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[str, ...]]
    unbroken: Mapping[str, tuple[str, ...]]
    genres: Words
    signed: Words
    jurisdictions: Words
    countries: Words
    languages: Words
    language_notes: Words
    ordinals: Words
    romanizations: Mapping[str, Romanization]
    kinds: Words
    catalogue: Words
    messages: Words
    interface: Words
    inflection: Inflection = field(default_factory=Inflection)
    systems: Words = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return MappingProxyType({letter: rank for rank, letter in enumerate(self.alphabet)})

    def sort_key(self, text: str) -> tuple[tuple[tuple[int, int, int], ...], str]:
        """Order by this alphabet: digits, then its own script, then the other scripts.

        Punctuation does not count, a space comes before every letter. The text itself decides
        between strings that are otherwise equal, so that the order is always the same.
        """
        letters = text.casefold()
        known = self._weights
        for letter in letters:
            if letter not in known:
                known[letter] = self._weight(letter) if letter.isalnum() or letter.isspace() else None
        return tuple([weight for weight in map(known.__getitem__, letters) if weight]), text

    # A list of a thousand works asks for the weights of some letters a hundred thousand times.
    @cached_property
    def _weights(self) -> dict[str, tuple[int, int, int] | None]:
        return {}

    def _weight(self, letter: str) -> tuple[int, int, int]:
        if letter.isspace():
            return 0, 0, 0
        if letter.isdigit():
            return 1, ord(letter), 0
        if letter in self._ranks:
            return 2, self._ranks[letter], 0
        base = self.sorts_like.get(letter) or unicodedata.normalize("NFD", letter)[0]
        if base in self._ranks:
            return 2, self._ranks[base], ord(letter)
        is_own_script = is_written_in(self.script, letter)
        return 3 if is_own_script else 4, ord(base), ord(letter)

    def without_article(self, title: str) -> str:
        """Return a title without the article before it, which does not count in its order (APA 7, 9.49)."""
        first, _, rest = title.partition(" ")
        return rest if rest and first.casefold() in self.terms.get("articles", "").split() else title

    def ordinal(self, number: str) -> str:
        """Write a number in figures as an ordinal, where the language changes its form: 2nd."""
        fitting = [ending for ending in self.ordinals if number.endswith(ending)]
        return f"{number}{self.ordinals[max(fitting, key=len)]}" if fitting and number.isdigit() else number

    @property
    def default_system(self) -> str:
        """The name of the romanization that is used where a review chooses none; "" if there is none."""
        return next(iter(self.romanizations), "")

    def system_of(self, code: str) -> Romanization | None:
        """Return the system by which pages in this language write the language `code` in Latin letters."""
        if code not in known_languages() or not language(code).romanizations:
            return None
        own = language(code)
        return own.romanizations[self.systems.get(code) or own.default_system]

    def in_latin(self, text: str, code: str) -> str:
        """Write words of the language `code` in Latin letters, by the system that the review chose for it."""
        return romanized(text, code, self.systems.get(_romanized_as(code), ""))


# Names and titles are asked about again on every page; a library has some thousands of them.
@lru_cache(maxsize=20_000)
def is_written_in(script: str, text: str) -> bool:
    """Tell whether all letters of `text` are of `script`, an ISO 15924 code."""
    prefix = {"Cyrl": "CYRILLIC", "Latn": "LATIN", "Arab": "ARABIC", "Geor": "GEORGIAN"}[script]
    # A modifier such as that of Oʻzbekiston is of every script.
    letters = (sign for sign in text if sign.isalpha() and unicodedata.category(sign) != "Lm")
    return all(unicodedata.name(letter, "").startswith(prefix) for letter in letters)


# Cyrillic of a work whose language is not known is romanized as Russian, in which most of it is written.
FALLBACK_LANGUAGE = "ru"


def _romanized_as(code: str) -> str:
    """Return the language whose tables write a text in Latin letters."""
    return code if code in known_languages() and language(code).romanizations else FALLBACK_LANGUAGE


@lru_cache(maxsize=20_000)
def romanized(text: str, code: str, system: str = "") -> str:
    """Write a text of the language `code` in Latin letters; one that is so already is returned as it is.

    Args:
        text: the text.
        code: its language.
        system: the name of a romanization; "" is the default one.
    """
    if is_written_in("Latn", text):
        return text
    return _table(_romanized_as(code), system).write(text)


@cache
def _table(code: str, system: str) -> Romanization:
    """Return a table, with the letters that it lacks from those of other languages.

    A work in Russian may have a Kazakh author.
    """
    own = language(code)
    table = own.romanizations[system or own.default_system]
    letters = dict(OTHER_LETTERS)
    for other in map(language, known_languages()):
        if other.romanizations:
            theirs = other.romanizations[other.default_system].letters
            letters |= {letter: theirs[letter] for letter in other.alphabet if letter not in letters}
    opening = table.opening.union(*(language(known).vowels for known in known_languages()))
    return replace(table, letters=MappingProxyType(letters | dict(table.letters)), opening=opening)


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a file, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def language(code: str) -> Language:
    """Read the language of `code`.

    Raises:
        KeyError: there is no file for this language.
    """
    path = FOLDER / f"{code}.toml"
    if code not in known_languages():
        raise KeyError(code)
    # As in TeX, a tilde in these files is a space at which no line breaks.
    data = tomllib.loads(path.read_text(encoding="utf-8").replace("~", NBSP))
    spoken = {word: kind for kind, words in data["locator_words"].items() for word in words}
    tables = {
        name: MappingProxyType(data.get(name, {}))
        for name in (
            "sorts_like", "terms", "genres", "signed", "jurisdictions", "countries", "languages",
            "language_notes", "ordinals", "kinds", "catalogue", "messages", "interface",
        )
    }  # fmt: skip
    return Language(
        code=code,
        name=data["name"],
        locale=data["locale"],
        script=data["script"],
        alphabet=data["alphabet"],
        vowels=data.get("vowels", ""),
        style=data["style"],
        decimal=data["decimal"],
        bibliography_names=tuple(data["bibliography_names"]),
        institution_words=tuple(data["institution_words"]),
        locators=MappingProxyType({kind: (one, many) for kind, (one, many) in data["locators"].items()}),
        locator_words=MappingProxyType(spoken),
        months=_lists(data["months"]),
        numbers=_lists(data["numbers"]),
        unbroken=_lists(data.get("unbroken", {})),
        inflection=_inflection(data.get("inflection", {})),
        romanizations=MappingProxyType(
            {one["name"]: romanization(one, data["vowels"]) for one in data.get("romanizations", ())}
        ),
        **tables,
    )


def capitalized(words: str) -> str:
    """Return words with a capital at their beginning, all other letters as they are."""
    return words[:1].upper() + words[1:]


def lowered(words: str) -> str:
    """Return words with a small letter at their beginning, all other letters as they are."""
    return words[:1].lower() + words[1:]


def _lists(table: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({name: tuple(words) for name, words in table.items()})


def _inflection(table: Mapping[str, Any]) -> Inflection:
    return Inflection(
        every=table.get("every", False),
        stripped=tuple(table.get("stripped", ())),
        endings=tuple(tuple(endings) for endings in table.get("endings", ())),
        changes=MappingProxyType(table.get("changes", {})),
    )


@cache
def code_of(bibliography_name: str) -> str:
    """Return the code of the language that `langid` names ("kazakh", "kk", "kk-KZ"), or ""."""
    name = bibliography_name.strip().casefold()
    for code in known_languages():
        if name in language(code).bibliography_names or name.split("-")[0] == code:
            return code
    return ""


def unknown_system(code: str, system: str) -> str:
    """Say why a language cannot be written in Latin letters by a system, or "" if it can."""
    systems = {known: tuple(language(known).romanizations) for known in known_languages()}
    known = systems.get(code, ())
    if system in known:
        return ""
    others = ", ".join(other for other, names in systems.items() if names)
    mend = f"known are {', '.join(known)}" if known else f"languages that have one are {others}"
    return f'there is no system "{system}" for "{code}"; {mend}'
