"""The values of BibTeX's fields: words, titles, lists and names, as TeX and our own reader take them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from sholu.bibliography.references import Person, Versions
from sholu.bibliography.stops import without_stop
from sholu.bibliography.tex_writer import escaped
from sholu.bibliography.values import BETWEEN

# The name of each field, and what stands in its braces.
Fields: TypeAlias = Iterator[tuple[str, str]]


def title_of(name: str, versions: Versions[str], protecting: tuple[str, ...]) -> Fields:
    """Give a title, with a stop in braces that would be taken for none of its own."""
    for written, words in words_of(name, versions, protecting):
        yield written, f"{words[:-1]}{{.}}" if without_stop(words) != words else words


def words_of(name: str, versions: Versions[str], protecting: tuple[str, ...] = ()) -> Fields:
    """Give words, and their forms in other languages under the name with the code: "title_kk"."""
    if versions.original:
        yield name, escaped(versions.original, protecting)
    yield from ((f"{name}_{code}", escaped(words, protecting)) for code, words in versions.items())


def members_of(name: str, versions: Versions[str]) -> Fields:
    """Give a list of places or bodies as biblatex has it: each member in braces, “and” between them."""
    for written, words in (
        (name, versions.original),
        *((f"{name}_{code}", words) for code, words in versions.items()),
    ):
        members = words.split(BETWEEN)
        if len(members) > 1 and all(members) and ";" not in "".join(members):
            yield written, " and ".join(f"{{{escaped(member)}}}" for member in members)
        elif words:
            # Of "Centers for Disease Control and Prevention" others would make two.
            yield written, f"{{{escaped(words)}}}" if " and " in words else escaped(words)


def people_of(name: str, versions: Versions[tuple[Person, ...]], and_others: frozenset[str]) -> Fields:
    """Give the names of persons, with "others" at the end where some are left out (`and_others`)."""
    for code, people in (("", versions.original), *versions.items()):
        names = [*map(_person, people), *(("others",) if people and name in and_others else ())]
        if names:
            yield f"{name}_{code}" if code else name, " and ".join(names)
    named = enumerate(versions.original, start=1)
    told = [f'{position}="{one.genitive}"' for position, one in named if one.genitive]
    if told:
        # By an annotation of biblatex, which other programs pass over.
        yield f"{name}+an:genitive", "; ".join(told)


def _person(person: Person) -> str:
    """Write a name as "Family, Given", "van Family, Jr., Given" or "{Organization}"."""
    if person.is_organization:
        return f"{{{escaped(person.family)}}}"
    family = " ".join(filter(None, (escaped(person.particle), _part(person.family))))
    given = " ".join(_given(person))
    parts = (family, _part(person.suffix), given) if person.suffix else (family, given)
    # The comma says that what has no given name is a family name all the same.
    return ", ".join(parts)


def _given(person: Person) -> Iterator[str]:
    r"""Yield the given names; an initial of more letters than one as BibTeX has it: {\relax Yu}rii."""
    names, initials = person.given_names.split(), person.own_initials.split()
    told = initials if len(initials) == len(names) else [""] * len(names)
    for name, initial in zip(names, told, strict=True):
        letters = initial.removesuffix(".")
        is_kept = len(letters) > 1 and letters.isalpha() and name.startswith(letters) and name != letters
        yield f"{{\\relax {letters}}}{escaped(name[len(letters) :])}" if is_kept else _part(name)


def _part(name: str) -> str:
    """Protect a part of a name that BibTeX would take apart: "de la Cruz", "Sons and Daughters"."""
    is_split = " " in name and any(word[:1].islower() for word in name.split())
    has_signs = "," in name or "and" in name.casefold().split() or name == "others"
    return f"{{{escaped(name)}}}" if is_split or has_signs else escaped(name)
