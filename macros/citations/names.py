"""Whose names a page shows, in which script and which form.

A name comes from the data where the data gives it; the fallback is the romanization of the language's file.
A name in Latin letters is never put into Cyrillic.
"""

from __future__ import annotations

from collections.abc import Iterable

from macros.bibliography.references import LATIN, Person, Reference, Versions, initials_fit
from macros.languages import Language, is_written_in
from macros.values import replace

NBSP = "\u00a0"


def shown_people(
    people: Versions[tuple[Person, ...]], page: Language, work_language: str
) -> tuple[Person, ...]:
    """Return the persons as a page in `page` names them."""
    given = _given_form(people, page)
    if given is not None:
        return given
    return tuple(_romanized(person, page, work_language) for person in people.original)


def _given_form(people: Versions[tuple[Person, ...]], page: Language) -> tuple[Person, ...] | None:
    """Return the form that the data gives for this page, or None if one must be made."""
    if page.code in people:
        return people[page.code]
    if people.original and (page.script != "Latn" or _is_latin(people.original)):
        return people.original
    if page.script == "Latn":
        for form in (LATIN, "en"):
            if form in people:
                return people[form]
    if people.original:
        return None
    return next(iter(people.values()), ())


def is_transliterated(reference: Reference, page: Language) -> bool:
    """Tell whether a page has to romanize names itself, since the entry gives no form for it."""
    roles = (reference.authors, reference.editors, reference.interviewers)
    return any(_given_form(people, page) is None for people in roles)


def _is_latin(people: Iterable[Person]) -> bool:
    return all(is_written_in("Latn", f"{person.family}{person.given}") for person in people)


def _romanized(person: Person, page: Language, work_language: str) -> Person:
    return replace(
        person,
        family=page.in_latin(person.family, work_language),
        given=page.in_latin(person.given, work_language),
        patronymic=page.in_latin(person.patronymic, work_language),
        particle=page.in_latin(person.particle, work_language),
    )


def initials_after(person: Person) -> str:
    """Write "Тарасова В. И.", without a comma: GOST R 7.0.5-2008."""
    return NBSP.join((person.full_family, *person.initials, *filter(None, (person.suffix,))))


def initials_before(person: Person) -> str:
    """Write "В. И. Тарасова" or "J. Smith": after a slash in GOST, in the text in APA."""
    return NBSP.join((*person.initials, person.full_family, *filter(None, (person.suffix,))))


class Namesakes:
    """Tells which family names in a library belong to different persons, so that initials part them.

    "Орлова, Анна" and "Орлова, Анна Петровна" may be one person; "Иванов, А." and "Иванов, Б." are not.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        known: dict[str, set[tuple[str, ...]]] = {}
        for person in people:
            if person.initials and not person.is_organization:
                known.setdefault(person.full_family, set()).add(person.initials)
        self._shared = {
            family
            for family, all_initials in known.items()
            if not all(initials_fit(one, other) for one in all_initials for other in all_initials)
        }

    def are_many(self, person: Person) -> bool:
        """Tell whether another person in the library has this family name."""
        return person.full_family in self._shared
