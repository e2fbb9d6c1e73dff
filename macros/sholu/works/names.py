"""Whose names a page shows, in which script and which form.

A name comes from the data where the data gives it; the fallback is the romanization of the language's file.
A name in Latin letters is never put into Cyrillic.
"""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.references import LATIN, Person, Reference, Versions, initials_fit
from sholu.languages import Language, is_written_in
from sholu.languages.scripts import has_initials
from sholu.values import replace

NBSP = "\u00a0"


def shown_people(
    people: Versions[tuple[Person, ...]], own: Language, work_language: str
) -> tuple[Person, ...]:
    """Return the persons as a page in its own language names them."""
    # Most works have nobody in most roles.
    if not people.original and not people.forms:
        return ()
    given = _given_form(people, own)
    if given is not None:
        return given
    code, form = (work_language, people.original) if people.original else next(iter(people.items()))
    return tuple(_romanized(person, own, code) for person in form)


def _given_form(people: Versions[tuple[Person, ...]], own: Language) -> tuple[Person, ...] | None:
    """Return the form that the data gives for this page, or None if one must be made."""
    if own.code in people:
        return people[own.code]
    # A name in Latin letters is never put into Cyrillic.
    if people.original and _can_be_read(people.original, own):
        return people.original
    own_script = (form for form in people.values() if own.script != "Latn" and _is_in(own.script, form))
    for form in (*own_script, *(people[name] for name in (LATIN, "en") if name in people)):
        return form
    if own.script == "Latn" and people:
        return next((form for form in people.values() if _is_in("Latn", form)), None)
    return people.original or next(iter(people.values()), ())


def is_transliterated(reference: Reference, own: Language) -> bool:
    """Tell whether a page has to romanize names itself, since the entry gives no form for it."""
    roles = (reference.authors, reference.editors, reference.interviewers)
    return any(_given_form(people, own) is None for people in roles)


def _is_in(script: str, people: Iterable[Person]) -> bool:
    return all(is_written_in(script, f"{person.family}{person.given}") for person in people)


def _can_be_read(people: Iterable[Person], own: Language) -> bool:
    """Tell whether names are in letters of the script of a page or Latin ones; 王 and محمد are not."""
    letters = "".join(f"{person.family}{person.given}" for person in people)
    if is_written_in(own.script, letters) or is_written_in("Latn", letters):
        return True
    return all(is_written_in(own.script, letter) or is_written_in("Latn", letter) for letter in set(letters))


def _romanized(person: Person, own: Language, work_language: str) -> Person:
    # «Юрий» and «Ю.» are one person, so the letter is romanized and not the name shortened: "Yu.", no "Y.".
    is_shortened = person.given and not person.is_organization and has_initials(person.given)
    initials = " ".join(person.initials) if is_shortened else ""
    return replace(
        person,
        own_initials=own.in_latin(initials, work_language),
        # That of a language is in its letters.
        genitive="",
        family=own.in_latin(person.family, work_language),
        given=own.in_latin(person.given, work_language),
        patronymic=own.in_latin(person.patronymic, work_language),
        particle=own.in_latin(person.particle, work_language),
    )


def initials_after(person: Person) -> str:
    """Write "Тарасова В. И.", without a comma: GOST R 7.0.5-2008; “Rong X. 榮新江”."""
    if person.is_whole:
        return person.whole
    parts = (person.full_family, *person.initials, person.suffix, person.native)
    return NBSP.join(filter(None, parts))


def initials_before(person: Person) -> str:
    """Write "В. И. Тарасова" or "J. Smith": after a slash in GOST, in the text in APA."""
    if person.is_whole:
        return person.whole
    return NBSP.join((*person.initials, person.full_family, *filter(None, (person.suffix,))))


def in_genitive(person: Person, own: Language) -> Person:
    """Put a family name into the genitive as far as the endings of the language tell it: «пер. И. Иванова».

    Names of foreigners stay as they are, and so do those that may be a woman's nominative or a man's
    genitive: of these the reader of the bibliography says that they were typed so (`Person.genitive`).
    """
    if person.is_organization or not own.genitive:
        return person
    if person.genitive:
        return replace(person, family=person.genitive)
    given = f"{person.given} {person.patronymic}".casefold().strip()
    # Of "Римский-Корсаков" both parts change.
    parts = [_part_in_genitive(part, given, own) for part in person.family.split("-")]
    return replace(person, family="-".join(parts)) if all(parts) else person


def _part_in_genitive(family: str, given: str, own: Language) -> str:
    for ending, genitive in own.genitive.items():
        of_whom, _, last = ending.rpartition(" ")
        # A patronymic is not alone, and no initial.
        is_known = not of_whom or (" " in given and given.endswith(of_whom))
        if is_known and family.endswith(last) and len(family) > len(last):
            return f"{family.removesuffix(last)}{genitive}"
    return ""


def cited(person: Person, own: Language) -> str:
    """Write a name in a citation: the family name, or all of it where family names part nobody (王, 김)."""
    return person.whole if own.cites_whole_names and person.is_whole else person.full_family


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
            if len(all_initials) > 1
            and not all(initials_fit(one, other) for one in all_initials for other in all_initials)
        }

    def are_many(self, person: Person) -> bool:
        """Tell whether another person in the library has this family name."""
        return person.full_family in self._shared


class SameInitials:
    """Tells persons of one family name and the same initials apart, by given names that are written out.

    Reginald and Robert Plumber are two, and come in the order of these names (APA 7, 8.20).
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._known: dict[str, set[str]] = {}
        for person in people:
            if person.given.isalpha() and not person.is_organization:
                self._known.setdefault(initials_after(person), set()).add(person.given)

    def given_name(self, person: Person) -> str:
        """Return the name that parts a person from another of the same initials, or ""."""
        if len(self._known.get(initials_after(person), ())) <= 1 or not person.given.isalpha():
            return ""
        return person.given
