"""How the persons of a work are called in every script, and all that a reader may look for it by. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.bibliography.references import LATIN, Person, Reference, Versions
from sholu.languages import Language, is_written_in
from sholu.languages.runs import tagged


def names_in_all_scripts(reference: Reference, own: Language) -> Iterator[tuple[str, str]]:
    """Yield each form of the names that head a work, with its language ("ru-Latn" for one in Latin letters).

    A form that says the same as one before is passed over; Cyrillic that the data does not romanize is, by
    the system that the review chose.
    """
    people = reference.authors or reference.editors or reference.interviewers
    seen: set[str] = set()
    has_latin = False
    for code, form in _forms(people, reference.language):
        words = ", ".join(person.listed for person in form)
        has_latin = has_latin or is_written_in("Latn", words)
        if words not in seen:
            seen.add(words)
            yield words, code
    if people.original and not has_latin:
        written = own.in_latin(", ".join(person.listed for person in people.original), reference.language)
        yield written, tagged(reference.language, written)


def _forms(people: Versions[tuple[Person, ...]], language: str) -> Iterator[tuple[str, tuple[Person, ...]]]:
    if people.original:
        yield language, people.original
    latin = f"{language}-Latn" if language else ""
    yield from ((latin if code == LATIN else code, form) for code, form in people.items() if form)


def other_wordings(reference: Reference) -> Iterator[str]:
    """Yield the titles, containers and abbreviations of a work in every language that the data has."""
    for words in (
        reference.title, reference.subtitle, reference.description, reference.shorthand, reference.container,
    ):  # fmt: skip
        yield from filter(None, (words.original, *words.values()))
