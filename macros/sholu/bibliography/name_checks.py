"""What is doubtful in names: institutions without braces, names run together, letters of another script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sholu.bibliography.fields import NAME_FIELDS
from sholu.bibliography.given_names import in_spoken_order, is_given_name, may_be_given_name
from sholu.bibliography.institutions import (
    is_abbreviated,
    is_body,
    is_body_with_part,
    is_institution,
    is_turned,
    without_article,
)
from sholu.bibliography.name_lists import (
    are_two_persons,
    joined_in_words,
    outside_of_braces,
    parted,
    whole,
    with_letters,
)
from sholu.bibliography.name_roles import in_the_genitive, read_role
from sholu.bibliography.others_in_names import is_others
from sholu.bibliography.patronymics import is_in_full, is_patronymic
from sholu.bibliography.people import without_capitals
from sholu.bibliography.persons import Person
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import Reference
from sholu.bibliography.tex import without_braces
from sholu.bibliography.typed_words import typed_words
from sholu.bibliography.values import BETWEEN_NAMES
from sholu.bibliography.versions import Versions
from sholu.languages import kept
from sholu.languages.english_words import is_small_word
from sholu.regexes import regex

# A finding: the code, the field, what the sentences of its rule name.
Findings = Iterator[tuple[str, str, Mapping[str, object]]]

# One letter with its stop, or a pair that stands for one Cyrillic letter; but no "St." and no "Jr.".
_INITIALS = regex(r"(?:(?:[^\W\d_]|[Zz]h|[KkCcSs]h|[Tt]s|[Yy][aeou])\.[ \u00a0-]?)+")
_LONE_AND = regex(r"^\s*and\s|and(?<=\sand)\s*$|^and\s*$")
_MAY_HAVE_ROLES = frozenset({"author", "editor"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_BRACED_SUFFIX = regex(r"\{[^{},]+ (?:jr\.?|sr\.?|i{2,3}|iv)\}(?=,)", re.IGNORECASE)
_SHOUTED = regex(r"[A-ZÀ-ÖØ-ÞĀ-ſА-ЯЁӘҒҚҢӨҰҮҺІ]{4}")
# So many letters of a field are enough to find it.
_ENOUGH = 60
_MOST_NAMES = 5
_SEVERAL_NAMES = regex(r"[^\W\d_a-z][^\W\d_]+\.?(?: (?:[^\W\d_]\.?|[^\W\d_a-z][^\W\d_]+)){1,4}")
# “{Russell, Stuart and Norvig, Peter}”, “{Smith, John; Doe, Jane}”: the braces keep what would part them.
_BETWEEN_PERSONS = regex(r"\s+and\s+|;\s*")
# In its names the family name stands first, in Latin letters too.
_FAMILY_FIRST = "hu"
_FORMS = {
    "interviewer": "interviewers", "translator": "translators", "editor": "editors", "author": "authors",
    "bookauthor": "host_authors", "shortauthor": "short_author",
}  # fmt: skip


def name_findings(entry: RawEntry, reference: Reference) -> Findings:
    """Yield what is doubtful in the names of an entry: the code, the field, what the sentences name."""
    for name, value in entry.fields.items():
        role, _, code = name.partition("_")
        if role not in NAME_FIELDS:
            continue
        told = _of_value(name, value)
        yield from told
        if reference.language == _FAMILY_FIRST and not code and "{" not in value:
            yield from _order(name, value)
        people = _people(reference, role)
        form = people.get(code, ()) if code else people.original
        for person in form:
            if (fault := _fault(person)) and not any(one == "B022" for one, *_ in told):
                # What has been said of the field says how each of its names is written.
                told = (_misread(name, fault, person.family),)
                yield from told
        if code and people.original and len(form) != len(people.original):
            expected = len(people.original)
            yield "B021", name, {"field": name, "count": len(form), "role": role, "expected": expected}


# Many have written several works.
@kept
def _of_value(name: str, value: str) -> tuple[tuple[str, str, Mapping[str, object]], ...]:
    """Find what is doubtful in the names of a field, whatever the work is."""
    found = [*_as_on_a_title_page(name, value)]
    if any(code == "B022" for code, _, _ in found):
        return tuple(found)
    if value.islower():
        found += _small(name, value)
    if "{" not in value:
        found += tuple(_joined(name, value)) or _typed(name, value)
    elif suffix := _BRACED_SUFFIX.search(value):
        found.append(_misread(name, "names_suffix", suffix[0]))
    elif person := next(filter(_is_person, map(str.strip, outside_of_braces(value))), ""):
        found.append(_misread(name, "names_braced", person[1:-1]))
    else:
        found += _two_in_one(name, BETWEEN_NAMES.split(value))
    return tuple(found)


def _is_person(part: str) -> bool:
    """Tell whether a name in braces of its own is that of persons, as Zotero has those in one field."""
    bare = part[1:-1]
    if part != f"{{{bare}}}" or not bare.isprintable() or {"{", "}", "\\"} & set(bare):
        return False
    return all(map(_is_persons, _BETWEEN_PERSONS.split(bare)))


def _is_persons(bare: str) -> bool:
    if bare.count(",") == 1 and (given := bare.partition(", ")[2]) and " " not in bare.partition(", ")[0]:
        return is_given_name(given.split()[0]) and not is_institution(bare)
    parts = bare.split(", ")
    if len(parts) > 1:
        # One in three parts, “{Dilip, Hiro, D.}”, or a list of them: “{Edwin. J. Tan, Wendi. B. Heinzelman}”.
        is_one = _INITIALS.fullmatch(parts[-1]) and all(map(str.isalpha, parts[:-1]))
        are_several = all(map(_SEVERAL_NAMES.fullmatch, parts)) and not any(map(is_institution, parts))
        return bool(is_one) or are_several
    first, *others = bare.split() or [""]
    # “Ibn Khaldūn” has no family name, either.
    is_by_father = first.casefold() in typed_words("child_of")
    if is_by_father or not others or not may_be_given_name(first) or is_institution(bare):
        return False
    if in_spoken_order(bare):
        # “Benedict XVI” has no family name.
        return not others[-1].isupper()
    # “Chris Wan Yee Ong”; “Thomas Cook Group” is a body.
    is_named = len(others) < _MOST_NAMES and all(one.isalpha() and one.istitle() for one in others)
    return is_named and is_given_name(first) and not is_small_word(others[-1])


def _order(name: str, value: str) -> Findings:
    """Find Hungarian names without a comma: there the family name stands first, and BibTeX takes the last."""
    for part in whole(value):
        words = part.split()
        if "," not in part and len(words) > 1 and not is_institution(part) and part != "others":
            yield _misread(name, "names_order", part)


def _people(reference: Reference, role: str) -> Versions[tuple[Person, ...]]:
    if role in _FORMS:
        people: Versions[tuple[Person, ...]] = getattr(reference, _FORMS[role])
        return people
    return reference.roles.get(role, Versions(()))


def _misread(name: str, fault: str, value: str = "") -> tuple[str, str, Mapping[str, object]]:
    """Return the finding that the names of a field are not what BibTeX reads; `fault` names a phrase."""
    shown = value if len(value) <= _ENOUGH else f"{value[:_ENOUGH]}…"
    return "B022", name, {"field": name, "fault": f"@@{fault}", "value": shown}


def _joined(name: str, value: str) -> Findings:
    """Find names after "others", and two persons with a comma for their "and"."""
    names = [" ".join(one.split()) for one in BETWEEN_NAMES.split(value)]
    if any(is_others(one) for one in names[:-1]):
        right = " and ".join((*(one for one in names if not is_others(one)), "others"))
        yield "B111", name, {"field": name, "right": right}
    yield from _two_in_one(name, names)


def _two_in_one(name: str, names: Iterable[str]) -> Findings:
    for one in filter(are_two_persons, names):
        yield "B110", name, {"field": name, "value": one, "right": without_braces(one).replace(", ", " and ")}


def _as_on_a_title_page(name: str, value: str) -> Findings:
    """Find names in the genitive, family names in capitals, bodies with their place behind a comma."""
    if not value.isascii() and not name.startswith("author") and in_the_genitive(value):
        yield _misread(name, "names_genitive", value)
    if "{" in value or " " not in value:
        return
    parts = whole(value)
    for part in parts:
        if "," in part and (is_body_with_part(part) or is_turned(part)):
            yield "B023", name, {"field": name, "part": without_article(part) if is_turned(part) else part}
    if _SHOUTED.search(value) and (shouted := next(filter(_is_in_capitals, parts), "")):
        yield _misread(name, "names_capitals", shouted)


def _is_in_capitals(part: str) -> bool:
    """Tell whether a family name stands in capitals alone, as some lists have them."""
    family, _, given = part.partition("," if "," in part else " ")
    return (
        family.isupper()
        and without_capitals(family, given)[0] != family
        and not (is_abbreviated(part) or is_institution(part))
    )


def _small(name: str, value: str) -> Findings:
    """Find names in small letters alone; of one word they are what a person is called on a site."""
    if " " not in value.strip() or "{" in value:
        return
    right = re.sub(r"(?<![^\W\d_])(?!and\b|others\b)[^\W\d_]+", lambda one: one[0].capitalize(), value)
    # Names of scripts without capitals, 王小波 and others, are as they shall be.
    if right != value:
        yield "B091", name, {"field": name, "value": value[:_ENOUGH], "right": right[:_ENOUGH]}


def _typed(name: str, value: str) -> Findings:
    """Find what has been read otherwise than BibTeX and other programs read it."""
    if " " not in value:
        yield from _abbreviated(name, value)
        return
    if ";" in value or " & " in value or " | " in value or "；" in value or "、" in value:
        yield _misread(name, "names_semicolon", value)
        return
    if name in _MAY_HAVE_ROLES and read_role(value)[0]:
        yield _misread(name, "names_role", value)
        return
    if _LONE_AND.search(value):
        yield _misread(name, "names_lone_and")
        return
    names = [" ".join(one.split()) for one in BETWEEN_NAMES.split(value)]
    # "Et al." behind a name is told by B048, where it is.
    if any(sum(part != "others" for part in parted(one)) > 1 for one in names):
        is_joined = any(map(joined_in_words, names))
        yield _misread(name, "names_word" if is_joined else "names_commas", value)
        return
    if all("," in one for one in names):
        return
    for part in whole(value):
        if "," not in part and not is_others(part):
            yield from _without_comma(name, part)


def _abbreviated(name: str, value: str) -> Findings:
    """Find an abbreviation for a name; what is meant to be one (`shortauthor`) is none to be told of."""
    if is_abbreviated(value) and not name.startswith("short"):
        yield "B023", name, {"field": name, "part": value}


def _without_comma(name: str, part: str) -> Findings:
    last = part.rsplit(maxsplit=1)[-1]
    if is_body(part):
        yield "B023", name, {"field": name, "part": part}
    elif _INITIALS.fullmatch(last) or with_letters(part):
        yield _misread(name, "names_initials", part)
    elif is_in_full(part):
        yield _misread(name, "names_patronymic", last)
    elif last.strip(".").casefold() in _SUFFIXES:
        yield _misread(name, "names_suffix", part)


@lru_cache(maxsize=20_000)
def _fault(person: Person) -> str:
    """Name the phrase for what is wrong with a name; BibTeX reads «А, Б, В, Г» as something else."""
    family = person.family
    if not family.strip(" .,"):
        return "names_no_family"
    if person.is_organization:
        return ""
    faults = (
        ("names_many_commas", "," in family),
        ("names_initials", "." in family and any(map(_INITIALS.fullmatch, family.split()))),
        ("names_small", _is_small(person)),
        ("names_patronymic", _is_patronymic(person)),
        # A suffix is one word, "Jr."; the rest of another name has more: "Smith, J. & Lee, K."
        ("names_comma_after", " " in person.suffix or _INITIALS.fullmatch(person.suffix)),
    )
    return next((fault for fault, is_there in faults if is_there), "")


def _is_small(person: Person) -> bool:
    return person.family.islower() and not person.given


def _is_patronymic(person: Person) -> bool:
    """Tell whether a name was typed as it is spoken, «Ахметов Болат Каримович», with no comma."""
    if not is_patronymic(person.family):
        return False
    names = person.given.split()
    return len(names) > 1 and not person.patronymic and all(name.isalpha() for name in names)
