"""Single values of an entry: dates, addresses, numbers of works. A value that cannot be is refused."""

from __future__ import annotations

import re
from datetime import date as day_of_calendar

from sholu.bibliography.references import Date
from sholu.languages import known_languages, language

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T[\d:.]+Z?)?)?)?")
_YEARS = re.compile(r"(?P<start>\d{4})\s*(?:--?|–|—|/)\s*(?P<end>\d{4})?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)


class ImpossibleValueError(ValueError):
    """A value that cannot be right; the message says how a right one looks."""


def read_date(value: str) -> Date:
    """Read `1997-04-08`, `1997-04`, `1997`, `1991/1998` or `2019/` (ISO 8601-2, level 0, as biblatex has it).

    Raises:
        ImpossibleValueError: it is no date of the calendar, or a range that ends before it begins.
    """
    start, slash, end = (part.strip() for part in value.partition("/"))
    first = _read_day(start, value)
    if not slash:
        return Date(*first)
    if end in {"", ".."}:
        return Date(*first, is_open=True)
    last = _read_day(end, value)
    # "2019-05-03/2019-05" is in order: what only one of the two says is not compared.
    shared = [(one, other) for one, other in zip(first, last, strict=True) if one and other]
    if [other for _, other in shared] < [one for one, _ in shared]:
        raise ImpossibleValueError("the range ends before it begins")
    return Date(*first, *last)


def _read_day(text: str, value: str) -> tuple[int, int | None, int | None]:
    found = _DAY.fullmatch(text)
    if found is None:
        raise ImpossibleValueError(f'"{value}" is no date; write 1997-04-08, 1997-04, 1997 or 1991/1998')
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        day_of_calendar(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise ImpossibleValueError(f'there is no day "{value}" in the calendar') from error
    return year or 0, month, day


def read_year(year: str, month: str, day: str) -> Date:
    """Read the older fields `year`, `month` (a number or a name) and `day`.

    Raises:
        ImpossibleValueError: they are no date.
    """
    if found := _YEARS.fullmatch(year):
        end = f"/{found['end']}" if found["end"] else "/"
        return read_date(f"{found['start']}{end}")
    parts = [year]
    if month:
        parts.append(f"{read_month(month):02d}")
    if month and day:
        parts.append(day.zfill(2))
    return read_date("-".join(parts))


def read_month(month: str) -> int:
    """Read a month: a number, or a name in English or in one of the languages of Sholu.

    Raises:
        ImpossibleValueError: there is no such month.
    """
    name = month.strip(". ").casefold()
    # ² is a digit too, and no number.
    if re.fullmatch("0?[1-9]|1[0-2]", name):
        return int(name)
    names: dict[str, int] = {}
    for code in known_languages():
        for forms in language(code).months.values():
            for number, form in enumerate(forms, start=1):
                # BibTeX's own macros are the first three letters: jan, feb, mar.
                names |= {form.casefold(): number, form.casefold()[:3]: number}
    if name not in names:
        raise ImpossibleValueError(f'there is no month "{month}"; write a number from 1 to 12')
    return names[name]


def read_doi(value: str) -> str:
    """Read a DOI, with or without its address before it.

    Raises:
        ImpossibleValueError: it is none.
    """
    doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value.strip(), flags=re.IGNORECASE)
    if not _DOI.fullmatch(doi):
        raise ImpossibleValueError(f'"{value}" is no DOI; one looks like 10.1000/182')
    return doi


def read_address(value: str) -> str:
    """Read a web address.

    Raises:
        ImpossibleValueError: it does not begin with http:// or https://, or has signs that no address has.
    """
    if not _WEB.fullmatch(value):
        raise ImpossibleValueError(
            f'"{value}" is no web address; it has to begin with https:// or http:// and hold no space'
        )
    return value


def read_isbn(value: str) -> str:
    """Read an ISBN of 10 or 13 digits (ISO 2108).

    Raises:
        ImpossibleValueError: its check digit does not fit.
    """
    digits = re.sub(r"[\s–-]", "", value).upper()
    if re.fullmatch(r"\d{13}", digits):
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        is_right = total % 10 == 0
    elif re.fullmatch(r"\d{9}[\dX]", digits):
        total = sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
        is_right = total % 11 == 0
    else:
        is_right = False
    if not is_right:
        raise ImpossibleValueError(f'"{value}" is no ISBN: its length or check digit does not fit')
    return value
