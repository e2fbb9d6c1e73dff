"""Dates in the words of a language; the patterns and the forms of the months are in its file."""

from __future__ import annotations

from sholu.bibliography.references import Date
from sholu.languages import Language, worded

NBSP = "\u00a0"


def years(date: Date) -> str:
    """Write the year, a range of years or an open range: 2019, 1991–1998, 2019–."""
    if date.is_open:
        return f"{date.year}–"
    if date.end_year and date.end_year != date.year:
        return f"{date.year}–{date.end_year}"
    return str(date.year)


def full(date: Date, language: Language) -> str:
    """Write a date as exactly as it is known: "18 февраля 1991 г.", "февраль 1991 г.", "1991 г."."""
    name = "date" if date.day else "month_year" if date.month else "year_only"
    return fill(worded(language.terms, name), date, language)


def signed(date: Date, language: Language) -> str:
    """Write when something was signed: "18 февраля 1991 г.", "в 2003 г."."""
    if date.day:
        return fill(language.terms.get("signed_date", language.terms["date"]), date, language)
    return fill(language.terms["in_month" if date.month else "in_year"], date, language)


def day_and_month(date: Date, language: Language) -> str:
    """Write the day of a newspaper without its year: "5 марта"; "" for a date that has no day."""
    return fill(language.terms["day_month"], date, language) if date.day else ""


def numeric(date: Date) -> str:
    """Write a date of access in figures, as GOST does: 12.03.2022."""
    parts = [f"{part:02d}" for part in (date.day, date.month) if part]
    return ".".join((*parts, str(date.year)))


def fill(pattern: str, date: Date, language: Language, /, **words: str) -> str:
    """Fill a pattern of the language's file with the parts of a date and other words."""
    forms = language.month_forms(date.month or 1)
    return pattern.format_map(forms | {"year": years(date), "day": str(date.day or ""), **words})
