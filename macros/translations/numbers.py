"""The numbers, dates and percentages of a text, in a form that is the same in every language.

1 990, 1,990 and 1990 are one number, "2 млрд" and "2 billion" too; "15 қазан", "15 октября" and "October 15"
are one day. How a language writes numbers is in its file (`[numbers]`, CLDR's `decimal` and `group`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from macros.languages import language

# Signs that part groups of three digits in any language; a comma or full stop does where it is not decimal.
_SPACES = "\u00a0\u202f "
_ISO_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_NUMERIC_DATE = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def numbers(text: str, code: str) -> Counter[str]:
    """Count the numbers of a text: "1990", "2000000000", "5 %"; a month beside a number is "month 10".

    Args:
        text: the words of a block.
        code: their language.
    """
    if not any(map(str.isdigit, text)):
        return Counter()
    found: list[str] = []

    def take_date(day: str, month: str, year: str) -> str:
        found.extend((str(int(day)), f"month {int(month)}", year))
        return " "

    text = _ISO_DATE.sub(lambda date: take_date(date[3], date[2], date[1]), text)
    text = _NUMERIC_DATE.sub(lambda date: take_date(date[1], date[2], date[3]), text)
    found += _months(text, code)
    found += _values(text, code)
    return Counter(found)


def _values(text: str, code: str) -> Iterator[str]:
    pattern, powers = _number_pattern(code)
    for number in pattern.finditer(text):
        digits = re.sub(r"\D", "", number["grouped"] or number["plain"])
        value = Decimal(f"{digits}.{number['fraction'] or 0}")
        if word := number["power"]:
            value *= 10 ** powers[word.casefold()]
        written = f"{value.normalize():f}"
        yield f"{written} %" if number["percent"] else written


@cache
def _number_pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return what a number looks like in a language, and the power of ten of each word after it."""
    own = language(code)
    decimal = re.escape(own.decimal)
    # Before three digits the sign is that of the language; before one or two it parts a fraction in any.
    group = re.escape("," if own.decimal == "." else ".")
    powers = {word: power for name, power in _POWERS.items() for word in own.numbers.get(name, ())}
    return (
        re.compile(
            rf"(?:(?P<grouped>\d{{1,3}}(?:[{_SPACES}{group}]\d{{3}})+(?!\d))|(?P<plain>\d+))"
            rf"(?:[.,](?P<fraction>\d{{1,2}}(?!\d)|(?<={decimal})\d+))?"
            rf"(?:[{_SPACES}-]*(?P<power>{_any_of(powers)})\w*\.?)?"
            rf"(?:[{_SPACES}]*(?P<percent>{_any_of(own.numbers.get('percent', ('%',)))}))?",
            re.IGNORECASE,
        ),
        powers,
    )


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first, so that none is taken for the beginning of another."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _months(text: str, code: str) -> Iterator[str]:
    """Find the months that stand beside a day or a year; alone, "May" and «мамыр» may be other words."""
    places = set()
    for pattern in _month_patterns(code):
        for found in pattern.finditer(text):
            if found.start("month") not in places:
                places.add(found.start("month"))
                yield f"month {_month_numbers(code)[found['month'].casefold()]}"


@cache
def _month_numbers(code: str) -> dict[str, int]:
    cases = language(code).months.values()
    return {name.casefold(): number for names in cases for number, name in enumerate(names, 1)}


@cache
def _month_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a month looks like after a day or year, and before one."""
    month = rf"\b(?P<month>{_any_of(_month_numbers(code))})"
    filler = _any_of(language(code).numbers.get("year_words", ()))
    after = rf"\d(?:st|nd|rd|th)?[{_SPACES}–-]+(?:(?:{filler})[{_SPACES}]+)?{month}"
    before = rf"{month}\w*[,{_SPACES}]+(?:of[{_SPACES}]+)?\d"
    return re.compile(after, re.IGNORECASE), re.compile(before, re.IGNORECASE)
