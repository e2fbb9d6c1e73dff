"""What is doubtful in names: institutions without braces, names run together, letters of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sholu.bibliography.fields import NAME_FIELDS
from sholu.bibliography.institutions import is_institution
from sholu.bibliography.people import PATRONYMIC, parted, whole
from sholu.bibliography.persons import Person
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import Reference
from sholu.bibliography.versions import Versions

# A finding: the code, the field, what is wrong with it, how to mend it.
Findings = Iterator[tuple[str, str, str, str]]

# One letter with its stop, or a pair that stands for one Cyrillic letter; but no "St." and no "Jr.".
_INITIALS = re.compile(r"(?:(?:[^\W\d_]|[Zz]h|[KkCcSs]h|[Tt]s|[Yy][aeou])\.[ \u00a0-]?)+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_MANY = "write each as Family, Given Patronymic and put “and” between two of them"
_FORMS = {
    "interviewer": "interviewers", "translator": "translators", "editor": "editors", "author": "authors",
    "bookauthor": "host_authors", "shortauthor": "short_author",
}  # fmt: skip


def name_findings(entry: RawEntry, reference: Reference) -> Findings:
    """Yield what is doubtful in the names of an entry: the field, what it is, how to mend it."""
    for name, value in entry.fields.items():
        role, _, code = name.partition("_")
        if role not in NAME_FIELDS:
            continue
        if "{" not in value:
            yield from _typed(name, value)
        people = _people(reference, role)
        form = people.get(code, ()) if code else people.original
        for person in form:
            if fault := _fault(person):
                yield "B022", name, f"{name} has {fault}", _MANY
        if code and people.original and len(form) != len(people.original):
            what = f"{name} has {len(form)} names, {role} has {len(people.original)}"
            yield "B021", name, what, "give the same persons in the same order, with “and” between them"


def _people(reference: Reference, role: str) -> Versions[tuple[Person, ...]]:
    if role in _FORMS:
        people: Versions[tuple[Person, ...]] = getattr(reference, _FORMS[role])
        return people
    return reference.roles.get(role, Versions(()))


def _typed(name: str, value: str) -> Findings:
    """Find what has been read otherwise than BibTeX and other programs read it."""
    if " " not in value:
        return
    if ";" in value or " & " in value or "；" in value or "、" in value:
        yield "B022", name, f"{name} has names with a semicolon or & between them, “{_short(value)}”", _MANY
        return
    names = [" ".join(one.split()) for one in re.split(r"\s+and\s+", value)]
    if re.search(r"(?:^|\s)and\s*$|^\s*and\s", value):
        yield "B022", name, f"{name} has an “and” with no name beside it", _MANY
        return
    if any("," in one and len(parted(one)) > 1 for one in names):
        yield "B022", name, f"{name} has names that a comma parts, “{_short(value)}”", _MANY
        return
    for part in whole(value):
        if "," in part:
            continue
        if is_institution(part):
            mend = f"an institution stands in braces of its own: {name} = {{{{{part}}}}}"
            yield (
                "B023",
                name,
                f"“{part}” looks like an institution, and other programs read it as a person",
                mend,
            )
        elif _INITIALS.fullmatch(part.split()[-1]):
            yield "B022", name, f"{name} has initials for a family name, “{part}”", _MANY
        elif part.split()[-1].strip(".").casefold() in _SUFFIXES:
            what = f"a suffix in the family name “{part}”, which stands between commas: King, Jr., Martin"
            yield "B022", name, f"{name} has {what}", _MANY


def _short(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:60]}…"  # noqa: PLR2004 -- enough to find it


@lru_cache(maxsize=20_000)
def _fault(person: Person) -> str:
    """Say what is wrong with a name; BibTeX reads «А, Б, В, Г» as something else."""
    family = person.family
    if not family.strip(" .,"):
        return "a name without a family name"
    if person.is_organization:
        return ""
    faults = (
        ("too many commas in", "," in family),
        ("initials for a family name,", "." in family and any(map(_INITIALS.fullmatch, family.split()))),
        ("small letters for a name (an institution takes double braces: {{…}}),", _is_small(person)),
        ("a patronymic for a family name,", _is_patronymic(person)),
        # A suffix is one word, "Jr."; the rest of another name has more: "Smith, J. & Lee, K."
        ("a comma too many after", " " in person.suffix or _INITIALS.fullmatch(person.suffix)),
    )
    return next((f"{fault} “{family}”" for fault, is_there in faults if is_there), "")


def _is_small(person: Person) -> bool:
    return person.family.islower() and not person.given


def _is_patronymic(person: Person) -> bool:
    """Tell whether a name was typed as it is spoken, «Ахметов Болат Каримович», with no comma."""
    if PATRONYMIC.search(person.family) is None:
        return False
    names = person.given.split()
    return len(names) > 1 and not person.patronymic and all(name.isalpha() for name in names)
