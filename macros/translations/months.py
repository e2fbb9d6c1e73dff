"""The months that a text names. Beside a number they belong to a date; alone "May" may be another word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from macros.languages import language

# Of any width, breaking or not.
SPACES = "\u00a0\u2007\u2009\u200a\u202f "
_DASHES = "–—-"
# Endings may follow the name of a month, but those of short ones make other words: "Mayor", «майор».
_SHORT = 4


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first, so that none is taken for the beginning of another."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def months_by_numbers(text: str, code: str) -> Iterator[int]:
    """Yield the months (1 to 12) that stand beside a day or a year, in any order.

    Args:
        text: the words of a block.
        code: their language.
    """
    places = set()
    for pattern in _date_patterns(code):
        for found in pattern.finditer(text):
            for name in _name_pattern(code).finditer(text, found.start("months"), found.end("months")):
                if name.start() not in places:
                    places.add(name.start())
                    yield _number_of(name[0], code)


def months_named(text: str, code: str) -> frozenset[int]:
    """Return all months that a text names, also without a number."""
    return frozenset(_number_of(name[0], code) for name in _name_pattern(code).finditer(text))


@cache
def _numbers(code: str) -> dict[str, int]:
    cases = language(code).months.values()
    return {name.casefold(): number for names in cases for number, name in enumerate(names, 1)}


@cache
def _name(code: str) -> str:
    names = _numbers(code)
    long = any_of(name for name in names if len(name) > _SHORT)
    short = any_of(name for name in names if len(name) <= _SHORT)
    return rf"\b(?:(?:{long})\w*|(?:{short})\b)\.?"


@cache
def _name_pattern(code: str) -> re.Pattern[str]:
    return re.compile(_name(code), re.IGNORECASE)


def _number_of(name: str, code: str) -> int:
    """Return the month of which a word is the name, with whatever ending."""
    numbers = _numbers(code)
    word = name.casefold().rstrip(".")
    return numbers[next(word[:end] for end in range(len(word), 0, -1) if word[:end] in numbers)]


@cache
def _date_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what months look like after a day or year, and before one; several may share it."""
    own = language(code).numbers
    space = f"[{SPACES}]"
    joint = rf"(?:{space}*[{_DASHES}]{space}*|{space}+(?:{any_of(own.get('range', ()))}){space}+)"
    months = rf"(?P<months>{_name(code)}(?:{joint}{_name(code)})*)"
    # "18th of", «18-го», «2021 жылғы», «в мае месяце», «мамыр айының».
    ending = r"(?:-?[^\W\d]{1,4})?"
    filler = rf"(?:(?:{any_of(own.get('date_words', ()))})\w*\.?,?{space}+)*"
    return (
        re.compile(rf"\d{ending}[,.]?[{SPACES}{_DASHES}]+{filler}{months}", re.IGNORECASE),
        re.compile(rf"{months}[,{SPACES}]+{filler}\d", re.IGNORECASE),
    )
