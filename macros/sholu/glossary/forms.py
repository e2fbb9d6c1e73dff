"""How a form of a term looks in a text: its words with the endings that its language gives them.

An abbreviation (a word with two capitals or more, and no more small letters than capitals) stands as it is
written, and an ending may follow it, with a hyphen or without: БҰҰ-ның, ЕАЭОға, NGOs. Other words stand in
small letters or capitals and change as `Inflection` says; where that fails an author marks the changing end
of a word by an asterisk: «Иссык-Кул*».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from sholu.languages import HYPHENS, Inflection, Language
from sholu.values import Value, field

_APOSTROPHES = "'’ʼ"
_FEWEST_CAPITALS = 2
# What must be left of a word when its ending is taken off; a shorter word is left as it is.
_FEWEST_LETTERS = 3
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
    """A form as a pattern of its stems; `rests` tells for each group whether any ending may stand there."""

    first: str
    pattern: str
    rests: tuple[bool, ...]


class Forms(Value, dict=True):
    """Finds forms of terms as whole words in texts of one language.

    A pattern with every ending in it takes longer to make than a small review to be searched. So one pattern
    has the stems of all forms, and what follows a stem is compared with the endings of the language, which
    stand in a pattern of their own.

    Args:
        forms: what is looked for; of two that begin at one place the earlier is found.
        own: the language of the texts.
    """

    forms: tuple[str, ...]
    own: Language
    _alone: dict[int, re.Pattern[str]] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[Place]:
        """Yield where forms stand in a text, in its order; no two of them overlap."""
        search = self._stems.search
        found = search(text)
        while found:
            place = self._place(text, found)
            if place:
                yield place
            found = search(text, place.end if place else found.start() + 1)

    def _place(self, text: str, found: re.Match[str]) -> Place | None:
        """Return the first form that stands where the stems of one were found, if one does."""
        number = self._numbers[found.lastindex or 0]
        if self._has_endings(number, found, found.lastindex or 0):
            return Place(number, found.start(), found.end())
        for other in self._by_first[self._shapes[number].first]:
            if other > number:
                alone = self._pattern(other).match(text, found.start())
                if alone and self._has_endings(other, alone, 1):
                    return Place(other, alone.start(), alone.end())
        return None

    def _has_endings(self, number: int, found: re.Match[str], group: int) -> bool:
        """Tell whether what follows the stems of a form, whose group is given, is an ending each time."""
        return all(
            is_any or self._endings.fullmatch(found[rest])
            for rest, is_any in enumerate(self._shapes[number].rests, group + 1)
        )

    @cached_property
    def _shapes(self) -> tuple[_Shape, ...]:
        return tuple(_shape(form, self.own) for form in self.forms)

    @cached_property
    def _by_first(self) -> dict[str, list[int]]:
        """The numbers of the forms by their first letters."""
        numbers: dict[str, list[int]] = {}
        for number, shape in enumerate(self._shapes):
            numbers.setdefault(shape.first, []).append(number)
        return numbers

    @cached_property
    def _stems(self) -> re.Pattern[str]:
        # By first letter, so that at most words of a text all is said after one look.
        groups = (
            f"(?={_letters(first, self.own.inflection)})"
            f"(?:{'|'.join(f'({self._shapes[number].pattern})' for number in numbers)})"
            for first, numbers in self._by_first.items()
        )
        return re.compile(rf"(?<!\w)(?:{'|'.join(groups) or '(?!)'})")

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """The number of each form by that of its group, in the order in which they stand in the pattern."""
        numbers: dict[int, int] = {}
        group = 1
        for number in chain.from_iterable(self._by_first.values()):
            numbers[group] = number
            group += 1 + len(self._shapes[number].rests)
        return numbers

    @cached_property
    def _endings(self) -> re.Pattern[str]:
        slots = self.own.inflection.endings
        return re.compile("".join(f"(?:{'|'.join(slot)})?" for slot in slots))

    def _pattern(self, number: int) -> re.Pattern[str]:
        """Return the pattern of one form, made when it is asked for, which is rarely so."""
        if number not in self._alone:
            self._alone[number] = re.compile(f"({self._shapes[number].pattern})")
        return self._alone[number]


def _shape(form: str, own: Language) -> _Shape:
    """Return what a form looks like."""
    words = form.split()
    inflection = own.inflection
    stems, rests = [], []
    for number, word in enumerate(words, 1):
        is_last = number == len(words)
        stem, rest = _word(word, inflection if inflection.every or is_last else Inflection())
        if rest is not None:
            stem += _REST
            rests.append(rest)
        elif is_last:
            stem += _after_abbreviation(own) if is_abbreviation(word) else r"(?!\w)"
        stems.append(stem)
    return _Shape(form[0].casefold(), r"\s+".join(stems), tuple(rests))


def _after_abbreviation(own: Language) -> str:
    """Return what may follow an abbreviation: an ending of small letters, or no word."""
    ending = rf"[{_APOSTROPHES}{HYPHENS}]?[{re.escape(own.alphabet)}]+(?!\w)"
    return rf"(?={ending}|(?![{HYPHENS}]?\w))"


def _word(word: str, inflection: Inflection) -> tuple[str, bool | None]:
    """Return a pattern of what of a word stays, and whether any ending may follow; None if none may."""
    if word.endswith("*"):
        return _letters(word.rstrip("*"), inflection), True
    if is_abbreviation(word):
        return "".join(map(_letter, word)), None
    ending = next(
        (one for one in sorted(inflection.stripped, key=len, reverse=True) if word.casefold().endswith(one)),
        "",
    )
    stem = word[: len(word) - len(ending)]
    if len(stem) < _FEWEST_LETTERS:
        return _letters(word, inflection), None
    return _letters(stem, inflection), False if inflection.endings else None


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
