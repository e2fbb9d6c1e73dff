"""What of a work a format shows that holds one form of everything: the form in the language of the work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from sholu.bibliography.references import LATIN, Date, Person, Reference, Versions

Form = TypeVar("Form")

# Where the data has no form in the language of the work, the one that most readers can read.
_NEXT_BEST = ("en", LATIN)


def form(versions: Versions[Form], language: str) -> Form:
    """Return the original, else the form in the language of the work, else the next best that there is."""
    if versions.original or not versions:
        return versions.original
    for code in (language, *_NEXT_BEST):
        if versions.get(code):
            return versions[code]
    return next(given for given in versions.values() if given)


def supplied_title(reference: Reference) -> str:
    """Return, in square brackets, what stands in for a title that nobody has verified; else ""."""
    if reference.title.original:
        return ""
    words = form(reference.title, reference.language) or form(reference.description, reference.language)
    return f"[{words}]" if words else ""


def whole_title(reference: Reference) -> str:
    """Return title and subtitle, or what stands in for them."""
    title = reference.title.original or supplied_title(reference)
    subtitle = form(reference.subtitle, reference.language)
    return ": ".join(filter(None, (title, subtitle)))


def translated_title(reference: Reference) -> str:
    """Return the translation of the title that most readers can read, or ""."""
    if not reference.title.original:
        return ""
    forms: Mapping[str, str] = reference.title
    return next(
        (
            forms[code]
            for code in ("en", *forms)
            if code not in {reference.language, LATIN} and forms.get(code)
        ),
        "",
    )


def remark(reference: Reference) -> str:
    """Return what stands as a remark: the note on a work, and what it restates."""
    restated = reference.restates.words if reference.restates else ""
    return ". ".join(filter(None, (form(reference.note, reference.language).rstrip("."), restated)))


def given_names(person: Person) -> str:
    """Return all that stands after the comma of a name: "Болат Каримович"."""
    return " ".join(filter(None, (person.given, person.patronymic)))


def iso(year: int, month: int | None, day: int | None) -> str:
    """Write a day as ISO 8601 has it, as far as it is known: "1997-04-08", "1997-04", "1997"."""
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day if month else None) if part)]
    return "-".join(parts)


def ends(date: Date) -> tuple[str, str]:
    """Return the beginning and the end of a date as ISO 8601 has them; the end is "" if it is none."""
    end = iso(date.end_year, date.end_month, date.end_day) if date.end_year else ""
    return iso(date.year, date.month, date.day), end
