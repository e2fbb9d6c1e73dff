"""The numbers, dates and percentages of a text, in a form that is the same in every language.

1 990, 1,990 and 1990 are one number, "2 млрд" and "2 billion" too; "15 қазан", "15 октября" and "October 15"
are one day, "XX ғасыр" and "20th century" one century. How a language writes them is in its file
(`[numbers]`, `[months]`, CLDR's `decimal` and `group`). Numbers in words are not read, but for centuries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from sholu.languages import DASHES, kept, language
from sholu.translations.months import SPACES, any_of, months_by_numbers, months_named
from sholu.values import Value, replace

# Each begins with a figure and looks behind afterwards: a look behind that comes first is
# tried at each letter.
_ISO_DATE = re.compile(r"(?P<year>\d(?<![\d-]\d)\d{3})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)(?![\d-])")
_NUMERIC_DATE = re.compile(
    r"(?P<day>\d(?<![\d./]\d)(?:(?<=[0-3])\d)?)(?P<sign>[./])(?P<month>0?\d|1[0-2])(?P=sign)"
    r"(?P<year>\d{4}|\d\d)(?![\d/])"
)
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
# Letters that look like those of Roman numbers, and are typed for them on a Cyrillic keyboard.
_ROMAN = str.maketrans("ХІ", "XI")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
# A year of two figures is one of the last century from here on.
_LAST_CENTURY = 50
_FOUR_FIGURES = 4


def numbers(text: str, code: str) -> Counter[str]:
    """Count the numbers of a text: "1990", "2000000000", "5 %"; a month beside a number is "month 10".

    Args:
        text: the words of a block.
        code: their language.
    """
    found: list[str] = list(_centuries(text, code))
    if not any(map(str.isdigit, text)):
        return Counter(found)

    def take_date(date: re.Match[str]) -> str:
        year = int(date["year"])
        if len(date["year"]) < _FOUR_FIGURES:
            year += 1900 if year >= _LAST_CENTURY else 2000
        found.extend((str(int(date["day"])), f"month {int(date['month'])}", str(year)))
        return " "

    for pattern in (_ISO_DATE, _NUMERIC_DATE):
        text = pattern.sub(take_date, text)
    found += (f"month {month}" for month in months_by_numbers(text, code))
    text = _decade_pattern(code).sub(r"19\g<0>", text)
    found += map(str, _joined(list(_values(text, code)), text, code))
    return Counter(found)


# A source is compared with each of its translations.
_counted = lru_cache(maxsize=20_000)(numbers)


def numbers_of_both(words: tuple[str, str], codes: tuple[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Count the numbers of two texts; a month counts as said where it is named without its day or year.

    Args:
        words: the words of a block and of its counterpart.
        codes: their languages.
    """
    one, other = (_counted(text, code) for text, code in zip(words, codes, strict=True))
    if one == other:
        return one, other
    one, other = one.copy(), other.copy()
    for text, code, own, theirs in ((words[1], codes[1], other, one), (words[0], codes[0], one, other)):
        for month in months_named(text, code):
            name = f"month {month}"
            own[name] = max(own[name], theirs[name])
    return +one, +other


class _Number(Value):
    """A number as it stands in a text (offsets), with the power of ten and the per cent beside it."""

    start: int
    end: int
    typed: str
    value: Decimal
    power: int
    is_percent: bool

    def __str__(self) -> str:
        written = f"{(self.value * 10**self.power).normalize():f}"
        return f"{written} %" if self.is_percent else written


def _values(text: str, code: str) -> Iterator[_Number]:
    pattern, powers = _number_pattern(code)
    for number in pattern.finditer(text):
        digits = re.sub(r"\D", "", number["digits"])
        yield _Number(
            number.start(),
            number.end(),
            number[0],
            Decimal(f"{digits}.{number['fraction'] or 0}"),
            powers[number["power"].casefold()] if number["power"] else 0,
            bool(number["percent"]),
        )


@kept
def _number_pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return what a number looks like in a language, and the power of ten of each word after it."""
    own = language(code)
    decimal = re.escape(own.decimal)
    # Before three digits the sign is that of the language; before one or two it parts a fraction in any.
    group = re.escape("," if own.decimal == "." else ".")
    powers = {word: power for name, power in _POWERS.items() for word in own.numbers.get(name, ())}
    percent = any_of(own.numbers.get("percent", ("%",)))
    return (
        re.compile(
            rf"(?P<digits>\d(?:\d{{0,2}}(?:[{SPACES}{group}]\d{{3}})+(?!\d)|\d*))"
            rf"(?:[.,](?P<fraction>\d{{1,2}}(?!\d)|(?<={decimal})\d+))?"
            rf"(?:[{SPACES}-]*(?P<power>{any_of(powers)})\w*\.?)?"
            rf"(?:(?:-[^\W\d]{{1,2}}(?=[{SPACES}]))?[{SPACES}-]*(?P<percent>{percent}))?",
            re.IGNORECASE,
        ),
        powers,
    )


def _joined(found: list[_Number], text: str, code: str) -> Iterator[_Number]:
    """Give both ends of a range what only the second shows: "2–3 million", "3 to 5 %"; "1991–98" is 1998."""
    between = _range_pattern(code)
    for position, number in enumerate(found):
        before = found[position - 1] if position else None
        after = found[position + 1] if position + 1 < len(found) else None
        if before and between.fullmatch(text[before.end : number.start]) and _is_short_year(before, number):
            yield replace(number, value=before.value // 100 * 100 + number.value)
        elif (
            after
            and not (number.power or number.is_percent)
            and number.value < after.value
            and between.fullmatch(text[number.end : after.start])
        ):
            yield replace(number, power=after.power, is_percent=after.is_percent)
        else:
            yield number


def _is_short_year(before: _Number, number: _Number) -> bool:
    is_year = len(before.typed) == _FOUR_FIGURES and before.value % 100 < number.value
    return is_year and len(number.typed) == 2  # noqa: PLR2004 -- the two last figures of a year


@kept
def _range_pattern(code: str) -> re.Pattern[str]:
    """Return what may stand between the two ends of a range."""
    words = any_of(language(code).numbers.get("range", ()))
    space = f"[{SPACES}]"
    return re.compile(rf"{space}*[{DASHES}]{space}*|{space}*-?(?:{words}){space}+[$€£₸]?", re.IGNORECASE)


@kept
def _decade_pattern(code: str) -> re.Pattern[str]:
    """Return what a decade of the last century looks like without its century: "the 90s", «90-е годы»."""
    words = any_of(language(code).numbers.get("decade", ()))
    return re.compile(rf"[2-9](?<![\d.,].)0(?={words})", re.IGNORECASE)


def _centuries(text: str, code: str) -> Iterator[str]:
    """Find the centuries that are numbered by Roman numbers or in words."""
    folded = text.casefold()
    if not any(word in folded for word in language(code).numbers.get("century", ())):
        return
    pattern, ordinals = _century_pattern(code)
    for century in pattern.finditer(text):
        if century["roman"]:
            yield str(_roman(century["roman"].translate(_ROMAN)))
        else:
            yield str(ordinals[century["ordinal"].casefold()])


@kept
def _century_pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    own = language(code).numbers
    ordinals = {word: number for number, word in enumerate(own.get("ordinals", ()), 1)}
    century = any_of(own.get("century", ()))
    # Words may stand between: "XIX and early XX centuries"; but one letter may be a word or a name.
    beside = rf"[{SPACES}{DASHES}]+(?:{century})"
    near = rf"(?=(?:[{SPACES}{DASHES}]+\w+){{0,4}}?{beside})"
    roman = rf"(?-i:[IVXХІ]{{2,}}(?!\w){near}|[IVXХІ](?={beside}))"
    return (
        re.compile(
            rf"\b(?:(?P<roman>{roman})|(?P<ordinal>{any_of(ordinals)})\w*{near})",
            re.IGNORECASE,
        ),
        ordinals,
    )


def _roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = (*values[1:], 0)
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
