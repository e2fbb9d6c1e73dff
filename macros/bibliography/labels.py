"""The letters that part works of one author and year: 2019a, 2019b.

They are given once over the whole library, in the order of the titles in Latin letters, so that one work has
one label in every language and on every page (`citation-forms`, case 10: Latin letters in all three).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import ascii_lowercase

from macros.bibliography.references import LATIN, Library, Reference
from macros.languages import is_written_in, known_languages, language

FALLBACK_LANGUAGE = "ru"


def lettered(references: Iterable[Reference]) -> Library:
    """Make a library of works, with letters where a label would fit two of them."""
    works = {reference.key: reference for reference in references}
    return Library(works, year_letters(works.values()))


def year_letters(references: Iterable[Reference]) -> Mapping[str, str]:
    """Return the letter of each work whose label in the text is that of another work too."""
    alike: dict[tuple[object, ...], list[Reference]] = {}
    for reference in references:
        alike.setdefault(_label(reference), []).append(reference)
    return {
        reference.key: _letter(position)
        for works in alike.values()
        if len(works) > 1
        for position, reference in enumerate(sorted(works, key=_order))
    }


def _label(reference: Reference) -> tuple[object, ...]:
    """Return what the label of a work is made of: its authors, or its name, and its years."""
    date = reference.date
    years = (date.year, date.end_year, date.is_open) if date else None
    authors = tuple(
        (person.full_family, person.initials)
        for person in reference.authors.original
        if not person.is_organization
    )
    name = reference.shorthand.original or reference.title.original or reference.key
    return (authors or name.casefold(), years)


def _order(reference: Reference) -> tuple[str, str]:
    return title_in_latin(reference).casefold(), reference.key


def title_in_latin(reference: Reference) -> str:
    """Return the title in Latin letters, from the data or by the romanization of its language."""
    title = reference.title.original
    if LATIN in reference.title:
        return reference.title[LATIN]
    if is_written_in("Latn", title):
        return title
    code = reference.language if reference.language in known_languages() else FALLBACK_LANGUAGE
    return language(code).romanized(title)


def _letter(position: int) -> str:
    """Count a, b, …, z, aa, ab, …"""
    count = len(ascii_lowercase)
    prefix = _letter(position // count - 1) if position >= count else ""
    return f"{prefix}{ascii_lowercase[position % count]}"
