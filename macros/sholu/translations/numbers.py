"""The numbers, dates and percentages of a text, in a form that is the same in every language.

1 990, 1,990 and 1990 are one number, "2 млрд" and "2 billion", "568m" and 5.68亿 too;
"15 қазан", "15 октября" and "October 15" are one day, "XX ғасыр" and "20th century" one century, "3:30 p.m."
and 15:30 one time. How a language writes them is in its file (`[numbers]`, `[months]`, CLDR's `decimal` and
`group`). Numbers in words are counted of centuries alone; else see `number_words` and `large_numbers`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from sholu.languages import DASHES, folded, kept, language
from sholu.regexes import regex
from sholu.translations.centuries import centuries
from sholu.translations.large_numbers import large_numbers
from sholu.translations.months import SPACES, any_of, months_by_numbers, months_named
from sholu.translations.number_words import WITHOUT_SPACES, numbers_named
from sholu.translations.said_otherwise import exchanges, numbers_said
from sholu.translations.times import by_24_hours
from sholu.values import Value, replace

# Each begins with a figure and looks behind afterwards: a look behind that comes first is
# tried at each letter.
_ISO_DATE = regex(r"(?P<year>\d(?<![\d-]\d)\d{3})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)(?![\d-])")
_NUMERIC_DATE = regex(
    r"(?P<day>\d(?<![\d./]\d)(?:(?<=[0-3])\d)?)(?P<sign>[./])(?P<month>0?\d|1[0-2])(?P=sign)"
    r"(?P<year>\d{4}|\d\d)(?![\d/])"
)
# 1992年10月15日, 1992년 10월.
_CJK_DATE = regex(
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>0?[1-9](?!\d)|1[0-2])\s?[月월](?:\s?(?P<day>[0-3]?\d)\s?[日号일])?"
)
# All figures of any script, and letters of some: a set of ranges is found four times as fast.
_FIGURE = regex("[0-9¼-¾⅐-⅞\u0660-\u1c59\ua620-\uabf9\uff10-\uff19\U00010000-\U0010ffff]")
_OTHER_FIGURE = regex(r"[٫٬٪％]|\d(?<![0-9])")
# ½ is 1/2, and 2½ is 2.5.
_FRACTION = regex(r"(?P<whole>\d?)(?P<sign>[¼-¾⅐-⅞])")
# A number of a telephone, however it is parted.
_TELEPHONE = regex(r"\+\d[\d()\s-]{8,20}\d")
_POWERS = {
    "thousand": 3, "ten_thousand": 4, "lakh": 5, "million": 6, "crore": 7, "hundred_million": 8,
    "billion": 9, "trillion": 12,
}  # fmt: skip
# A year of two figures is one of the last century from here on.
_LAST_CENTURY = 50
_FOUR_FIGURES = 4
# The power of ten of a thousand, and so many figures are left of one.
_THOUSANDS = 3
_MOST_FIGURES = 2


def numbers(text: str, code: str) -> Counter[str]:
    """Count the numbers of a text: "1990", "2000000000", "5 %"; a month beside a number is "month 10".

    Args:
        text: the words of a block.
        code: their language.
    """
    found: list[str] = list(centuries(text, code))
    if not _FIGURE.search(text):
        # A counter of no words takes Python longer than all that was looked for.
        return Counter(found) if found else Counter()
    text = _FRACTION.sub(_fraction, _in_our_figures(text, code))
    text = _TELEPHONE.sub(lambda number: re.sub(r"[^\d+]", "", number[0]), text) if "+" in text else text

    def take_date(date: re.Match[str]) -> str:
        year = int(date["year"])
        if len(date["year"]) < _FOUR_FIGURES:
            year += 1900 if year >= _LAST_CENTURY else 2000
        day = (str(int(date["day"])),) if date["day"] else ()
        found.extend((*day, f"month {int(date['month'])}", str(year)))
        return " "

    for pattern in (_ISO_DATE, _NUMERIC_DATE, _CJK_DATE):
        text = pattern.sub(take_date, text)
    text = by_24_hours(text, code)
    found += (f"month {month}" for month in months_by_numbers(text, code))
    text = _decade_pattern(code).sub(r"19\g<0>", text)
    found += map(str, _joined(list(_added(_values(text, code), text)), text, code))
    return Counter(found)


def _in_our_figures(text: str, code: str) -> str:
    """Write figures of other scripts (١٩٩٠, ۱۹۹۰, १९९०, １９９０) and their signs as ours."""
    if not _OTHER_FIGURE.search(text):
        return text
    own = language(code).decimal
    signs = {"٫": own, "٬": "," if own == "." else ".", "٪": "%", "％": "%"}
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else signs.get(sign, sign) for sign in text
    )


def _fraction(found: re.Match[str]) -> str:
    value = unicodedata.numeric(found["sign"])
    if found["whole"] and (value * 8).is_integer():
        return f"{found['whole']}.{str(value)[2:]}"
    return f"{found['whole']} {unicodedata.normalize('NFKC', found['sign']).replace(chr(0x2044), '/')}"


# A source is compared with each of its translations.
_counted = lru_cache(maxsize=20_000)(numbers)


def numbers_of_both(words: tuple[str, str], codes: tuple[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Count the numbers of two texts, and what either says of those of the other in words.

    A month counts as said where it is named without its day or year, a number where it is named in words.

    Args:
        words: the words of a block and of its counterpart.
        codes: their languages.
    """
    one, other = (_counted(text, code) for text, code in zip(words, codes, strict=True))
    # As dictionaries they are compared at once, since neither counts anything as none.
    if dict.__eq__(one, other):
        return one, one
    one, other = one.copy(), other.copy()
    for text, code, own, theirs in ((words[1], codes[1], other, one), (words[0], codes[0], one, other)):
        for month in months_named(text, code):
            name = f"month {month}"
            own[name] = max(own[name], theirs[name])
        if lacking := set(theirs - own):
            for number in lacking & _in_words(text, code):
                own[number] = theirs[number]
            for number, million in _in_metres(own, text, code):
                if number in lacking and own[million] > theirs[million]:
                    own.update({number: 1, million: -1})
        for given, taken in list(exchanges(own, theirs, text, code)):
            own.subtract(given)
            own.update(taken)
    return +one, +other


def _in_words(text: str, code: str) -> set[str]:
    """Return the numbers that a text may name in words, "fifty per cent" and "two hundred and fifty" too."""
    counted = {*numbers_named(text, code), *large_numbers(text, code)}
    named = {*map(Decimal, counted), *map(Decimal, numbers_said(text, code, counted))}
    found = {f"{number.normalize():f}" for number in named}
    own, folded = language(code).numbers, text.casefold()
    if any(word in folded for word in own.get("percent", ())):
        found |= {f"{number} %" for number in found}
    for name, power in _POWERS.items():
        if any(word in folded for word in own.get(name, ())):
            found |= {f"{(number * 10**power).normalize():f}" for number in named}
    return found


def _in_metres(own: Counter[str], text: str, code: str) -> Iterator[tuple[str, str]]:
    """Yield a number that may be one of metres, "5m", beside what it has been read as: "5000000"."""
    for mark in language(code).numbers.get("million_mark", ()):
        for found in re.finditer(rf"(?<![\w.,$€£])(\d{{1,3}}){mark}(?!\w)", text):
            if (million := f"{found[1]}000000") in own:
                yield found[1], million


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
        typed, power = number[0], number["power"] or number["mark"]
        digits = typed if typed.isdecimal() else re.sub(r"\D", "", number["digits"])
        yield _Number(
            number.start(),
            number.end(),
            typed,
            Decimal(f"{digits}.{number['fraction'] or 0}"),
            powers[folded(power)] if power else 0,
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
    # "$568m", "5k"; with a space before it, it is a metre.
    marks = {word: power for name, power in _POWERS.items() for word in own.numbers.get(f"{name}_mark", ())}
    ending = "" if code in WITHOUT_SPACES else r"[^\W\d]*\.?"
    percent = any_of(own.numbers.get("percent", ("%",)))
    return (
        re.compile(
            rf"(?P<digits>\d(?:\d{{0,2}}(?:[{SPACES}{group}]\d{{3}})+(?!\d)|\d*))"
            rf"(?:[.,](?P<fraction>\d{{1,2}}(?!\d)|(?<={decimal})\d+))?"
            rf"(?:(?P<mark>{any_of(marks)})(?!\w)|[{SPACES}-]*(?P<power>{any_of(powers)}){ending})?"
            rf"(?:(?:-[^\W\d]{{1,2}}(?=[{SPACES}]))?[{SPACES}-]*(?P<percent>{percent}))?",
            re.IGNORECASE,
        ),
        {folded(word): power for word, power in (powers | marks).items()},
    )


def _are_one(before: _Number, number: _Number, text: str) -> bool:
    """Tell whether two numbers are one: 1亿2000万, «1 млн 200 тыс.», «2 мың 500»."""
    gap = text[before.end : number.start]
    is_rest = before.power == _THOUSANDS and len(number.typed) == _THOUSANDS and not number.is_percent
    is_counted = number.power > 0 or (is_rest and before.value == int(before.value))
    return before.power > number.power and (not gap or (is_counted and gap in SPACES))


def _added(found: Iterator[_Number], text: str) -> Iterator[_Number]:
    """Add what stands together as one number."""
    before: _Number | None = None
    for number in found:
        if before and _are_one(before, number, text):
            value = before.value * 10**before.power + number.value * 10**number.power
            before = replace(before, end=number.end, typed=before.typed + number.typed, value=value, power=0)
            continue
        if before:
            yield before
        before = number
    if before:
        yield before


def _joined(found: list[_Number], text: str, code: str) -> Iterator[_Number]:
    """Give both ends of a range what only the second shows: "2–3 million", "3 to 5 %"; "1991–98" is 1998."""
    between = _range_pattern(code)
    for position, number in enumerate(found):
        before = found[position - 1] if position else None
        after = found[position + 1] if position + 1 < len(found) else None
        gap = text[before.end : number.start] if before else " "
        if before and (gap == "/" or between.fullmatch(gap)) and (digits := _short_year(before, number)):
            yield replace(number, value=before.value // 10**digits * 10**digits + number.value)
        elif (
            after
            and not (number.power or number.is_percent)
            and number.value < after.value
            and between.fullmatch(text[number.end : after.start])
        ):
            yield replace(number, power=after.power, is_percent=after.is_percent)
        else:
            yield number


def _short_year(before: _Number, number: _Number) -> int:
    """Return how many figures a year has that begins as the one before, "1991–98", "1992–5"; else 0."""
    digits = len(number.typed)
    is_year = len(before.typed) == _FOUR_FIGURES and digits <= _MOST_FIGURES
    return digits if is_year and before.value % 10**digits < number.value else 0


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
    # Of several the last alone has the words: «60–70-е годы».
    return re.compile(
        rf"[2-9](?<![\d.,].)0(?=(?:[{SPACES}]*[{DASHES}][{SPACES}]*[2-9]0)?(?:{words}))", re.IGNORECASE
    )
