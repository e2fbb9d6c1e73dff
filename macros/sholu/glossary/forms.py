"""How a form of a term looks in a text: its words with the endings that its language gives them.

An abbreviation (a word with two capitals or more, and no more small letters than capitals) stands as it is
written, and an ending may follow it, with a hyphen or without: БҰҰ-ның, ЕАЭОға, NGOs. Other words stand in
small letters or capitals and change as `Inflection` says; where that fails an author marks the changing end
of a word by an asterisk: «Иссык-Кул*».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from sholu.languages import HYPHENS, Inflection, Language, lower, upper
from sholu.languages.scripts import stands_close
from sholu.values import Value, field

_APOSTROPHES = "'’ʼ"
_FEWEST_CAPITALS = 2
# What must be left of a word when its ending is taken off; a shorter word is left as it is.
_FEWEST_LETTERS = 3
# How much of the beginnings of forms is looked for in every word of a text, and in those where it is found.
_LOOKED_FOR = 3
_LONGEST_KEY = 10
# What follows a stem to the end of its word, in a group of its own.
_REST = r"(\w*)"


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is one whose capitals matter: UN, ДоДиС, but not CyberLeninka."""
    capitals = sum(map(str.isupper, word))
    return capitals >= max(_FEWEST_CAPITALS, sum(map(str.islower, word)))


class Place(NamedTuple):
    """Where a form stands in a text, `number` being its place in the list of forms."""

    number: int
    start: int
    end: int


class _Shape(NamedTuple):
    """A form as a pattern of its stems; `rests` tells for each group whether any ending may stand there.

    `key` is how every place where it stands begins, folded.
    """

    key: str
    pattern: str
    rests: tuple[bool, ...]


class Forms(Value, dict=True, eq=False):
    """Finds forms of terms as whole words in texts of one language.

    A pattern of all forms takes longer to make than a small review to be searched, and with thousands of them
    longer to search than to write. So one pattern knows their first three letters; what stands there in a
    text names the few forms that it is compared with, and what follows their stems is compared with the
    endings of the language, which stand in a pattern of their own.

    Args:
        forms: what is looked for; of two that begin at one place the earlier is found.
        own: the language of the texts.
    """

    forms: tuple[str, ...]
    own: Language
    _patterns: dict[int, re.Pattern[str]] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[Place]:
        """Yield where forms stand in a text, in its order; no two of them overlap."""
        search = self._beginnings.search
        found = search(text)
        while found:
            place = self._place(text, found.start())
            if place:
                yield place
            found = search(text, place.end if place else found.start() + 1)

    def _place(self, text: str, start: int) -> Place | None:
        """Return the first form that stands at a place, if one does."""
        key = self._fold.key(text[start : start + _LONGEST_KEY])
        keys = (key[:length] for length in range(1, len(key) + 1))
        for number in sorted(number for one in keys for number in self._by_key.get(one, ())):
            found = self._pattern(number).match(text, start)
            if found and self._has_endings(number, found):
                return Place(number, start, found.end())
        return None

    def _has_endings(self, number: int, found: re.Match[str]) -> bool:
        """Tell whether what follows the stems of a form is an ending each time."""
        return all(
            is_any or self._endings.fullmatch(rest)
            for is_any, rest in zip(self._shapes[number].rests, found.groups(), strict=True)
        )

    @cached_property
    def _fold(self) -> _Fold:
        return _Fold(self.own.inflection.changes, self.own.code)

    @cached_property
    def _shapes(self) -> tuple[_Shape, ...]:
        return tuple(_shape(form, self.own, self._fold) for form in self.forms)

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        """The numbers of the forms by how they begin."""
        numbers: dict[str, list[int]] = {}
        for number, shape in enumerate(self._shapes):
            numbers.setdefault(shape.key, []).append(number)
        return numbers

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        keys = {key[:_LOOKED_FOR] for key in self._by_key if key}
        close = {key for key in keys if stands_close(key[0])}
        # No space stands before a word of Chinese, so that it may begin anywhere.
        begun = ((r"(?<!\w)", keys - close), ("", close))
        found = "|".join(f"{before}(?:{self._fold.tree(those)})" for before, those in begun if those)
        return re.compile(found or "(?!)")

    @cached_property
    def _endings(self) -> re.Pattern[str]:
        slots = self.own.inflection.endings
        return re.compile("".join(f"(?:{'|'.join(slot)})?" for slot in slots))

    def _pattern(self, number: int) -> re.Pattern[str]:
        """Return the pattern of one form, made when a text begins as it does."""
        if number not in self._patterns:
            self._patterns[number] = re.compile(self._shapes[number].pattern)
        return self._patterns[number]


class _Fold:
    """Takes letters that may stand for each other in a form for one: А and а, г where к may change to it."""

    def __init__(self, changes: Mapping[str, str], code: str) -> None:
        self._code = code
        self._one = {other: letter for letter, other in changes.items()}
        self._one |= dict.fromkeys(HYPHENS, "-") | dict.fromkeys(_APOSTROPHES, "'")
        self._many: dict[str, set[str]] = {}
        for other, letter in self._one.items():
            both = letter, upper(letter, code), other, upper(other, code)
            self._many.setdefault(letter, set()).update(both)

    def key(self, text: str) -> str:
        """Return a text, letter by letter as long."""
        # Letter by letter: the end of what is asked is none of a word, where σ would be another.
        small = (lower(letter, self._code)[:1] for letter in text)
        return "".join(self._one.get(letter, letter) for letter in small)

    def tree(self, keys: Iterable[str]) -> str:
        """Return a pattern of any of some keys, none of them empty, which says each beginning once."""
        rests: dict[str, set[str]] = {}
        for key in keys:
            rests.setdefault(key[0], set()).add(key[1:])
        # A key that is the beginning of another says all that is to be known.
        return "|".join(
            f"{self._any_of(letter)}{'' if '' in after else f'(?:{self.tree(after)})'}"
            for letter, after in rests.items()
        )

    def _any_of(self, letter: str) -> str:
        return f"[{re.escape(''.join(sorted(self._many.get(letter, {letter, upper(letter, self._code)}))))}]"


def _shape(form: str, own: Language, fold: _Fold) -> _Shape:
    """Return what a form looks like."""
    words = form.split()
    inflection = own.inflection
    stems, rests = [], []
    key = ""
    for number, word in enumerate(words, 1):
        is_last = number == len(words)
        changing = inflection if inflection.every or is_last else Inflection()
        stem, rest = _stem(word, changing)
        key = key or fold.key(stem)[:_LONGEST_KEY]
        # All letters of an abbreviation are as they are written.
        is_exact = is_abbreviation(word) and not rest
        pattern = "".join(map(_letter, stem)) if is_exact else _letters(stem, changing)
        if rest is not None:
            pattern += _REST
            rests.append(rest)
        elif is_last:
            pattern += _after_abbreviation(own) if is_abbreviation(word) else _end(word)
        stems.append(pattern)
    return _Shape(key, r"\s+".join(stems), tuple(rests))


def _end(word: str) -> str:
    """Return what may not follow the last word of a form; in scripts without spaces anything may."""
    return "" if stands_close(word[-1]) else r"(?!\w)"


def _after_abbreviation(own: Language) -> str:
    """Return what may follow an abbreviation: an ending of small letters, or no word."""
    letters = f"[{re.escape(own.alphabet)}]" if own.alphabet else r"[^\W\d_]"
    ending = rf"[{_APOSTROPHES}{HYPHENS}]?{letters}+(?!\w)"
    return rf"(?={ending}|(?![{HYPHENS}]?\w))"


def _stem(word: str, inflection: Inflection) -> tuple[str, bool | None]:
    """Return what of a word stays, and whether any ending may follow; None if none may."""
    if word.endswith("*"):
        return word.rstrip("*"), True
    if is_abbreviation(word):
        return word, None
    ending = next(
        (one for one in sorted(inflection.stripped, key=len, reverse=True) if word.casefold().endswith(one)),
        "",
    )
    stem = word[: len(word) - len(ending)]
    if len(stem) < _FEWEST_LETTERS:
        return word, None
    return stem, False if inflection.endings else None


def _letters(word: str, inflection: Inflection) -> str:
    """Return a pattern of a word in small letters or capitals; some letters have another in their place."""
    letters = (
        f"(?:{_letter(letter)}|{re.escape(other)})"
        if (other := inflection.changes.get(letter.casefold()))
        else _letter(letter)
        for letter in word
    )
    return f"(?i:{''.join(letters)})"


def _letter(letter: str) -> str:
    """Return a pattern of a letter as it is, or of a sign in any of its shapes."""
    for signs in (HYPHENS, _APOSTROPHES):
        if letter in signs:
            return f"[{signs}]"
    return re.escape(letter)
