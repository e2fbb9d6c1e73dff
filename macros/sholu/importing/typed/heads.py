"""Who stands at the head of a line: names in whatever order, what they did, and the year behind them.

All that stands before a mark which ends names (a year, “(eds)”, a quotation mark, a stop, a comma) is read as
one list; it is one only if every part of it is a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sholu.bibliography.cities import names_city
from sholu.bibliography.given_names import in_spoken_order, is_given_name
from sholu.bibliography.institutions import is_institution
from sholu.bibliography.typed_words import of_words
from sholu.importing.draft import Name
from sholu.importing.typed.full_names import with_both_families
from sholu.importing.typed.line import AND, LETTER, UPPER, WORD
from sholu.importing.typed.people import clean, names_at_head, spaced
from sholu.regexes import regex
from sholu.values import Value

YEAR = r"(?:1[4-9]|20)\d\d"
_PARTICLE = r"(?:(?:<<particles>>)[ -])*"
_INITIALS = rf"(?:[{UPPER}]{LETTER}?\.(?:\s?-?\s?[{UPPER}]{LETTER}?\.){{0,3}}|[A-Z]{{1,3}}(?![^\W\d_]))"
_FAMILY = rf"{_PARTICLE}{WORD}(?:\s(?:(?:y|i|e|de)\s)?{_PARTICLE}{WORD})?"
_GIVEN = rf"(?:{_INITIALS}|{WORD}(?:\s{WORD}){{0,2}}(?:\s{_INITIALS}){{0,2}})(?:\s(?:<<particles>>))*"
_SPOKEN = (
    rf"(?P<given>(?:{_INITIALS}(?:\s{WORD})?|{WORD}(?:\s{WORD}){{0,2}}?(?:\s{_INITIALS}){{0,2}}))\s?"
    rf"(?P<family>(?<=[\s.]){_PARTICLE}{WORD})"
)
_SUFFIX = r"(?:Jr|Sr|II|III|IV)\.?"
SPOKEN = of_words(_SPOKEN)
# Up to where a name ends.
PERSON = of_words(rf"{_SPOKEN}(?=\s*(?:[.,;:()\[\]¦]|$)|\s(?:{AND}|(?i:<<and_others>>))\s?)")
_BEHIND_FAMILY = of_words(rf"(?P<family>{_FAMILY})\s(?P<given>{_INITIALS})")
_FAMILY_ALONE, _GIVEN_ALONE, _INITIALS_ALONE = map(of_words, (_FAMILY, _GIVEN, _INITIALS))
_ROLES = "<<role_editor>>|<<role_chief_editor>>|<<role_compiler>>"
_ROLE_AT = of_words(
    rf"(?:,\s?|\s?[(\[]|\s)(?i:(?P<editor>{_ROLES})|(?P<translator><<role_translator>>))[)\]]?[.,:]?\s+"
)
_YEAR_AT = of_words(
    rf"[,.\s]*(?:[(\[](?P<a>{YEAR})[a-z]?(?:,\s(?P<day>[^()\d]{{3,12}}(?:\s\d{{1,2}})?))?[)\]]"
    rf"|(?<=[,.]\s)(?P<b>{YEAR})[a-z]?(?=[.,:]\s)|[(\[](?P<none>(?i:<<no_date>>)\.?)[)\]])[.,:]?\s+"
)
_QUOTE_AT = regex(r"[,.:]?\s+(?=[“«„\"‘](?=\S)|'(?=[A-ZÀ-Ý“\"]))")
_END_AT = regex(r"[.,:]\s+|\s[-–]\s+")
# «DIDI-HUBERMAN Georges»
_SHOUTED = of_words(
    rf"(?P<family>[{UPPER}]{{2,}}(?:[-’' ][{UPPER}]{{2,}})*)\s(?P<given>{WORD}(?:[ -]{WORD})*)"
)
# «Beaud (Michel), L'art de la thèse»
_IN_BRACKETS = regex(rf"^(?P<family>{WORD}) \((?P<given>{WORD}(?:[ -]{WORD})*)\), (?=\S)")
_OTHERS = of_words(r"[\s,;]*[\[(]?\b(?i:<<and_others>>)\.?[\])]?[\s,.]*$")
_PARTS = of_words(rf"\s*,?\s+{AND}\s+|\s*;\s+(?:{AND}\s+)?|\s*,\s*(?:{AND}\s+)?|\s/\s")
_LISTED = of_words(rf"\s*[;/]\s*(?:{AND}\s+)?|\s+{AND}\s+")
_PARTICLES_BEHIND = of_words(r"\s(?P<words><<particles>>(?:\s<<particles>>)*)$")
# «Ким С. А. Соседи»: no list in Cyrillic letters has initials in the midst of a name.
_CYRILLIC_TITLE = regex(r"[А-ЯЁӘҒҚҢӨҰҮҺІЇЄҐЎҲҶӢӮ]\w+\s(?:\w{1,2}\.\s?)+\w+$")
# In letters: no list of names is longer.
_LONGEST = 320


class Head(Value):
    """Who stands before a title, in which role, with the year, and the rest of the line."""

    names: tuple[Name, ...] = ()
    others: bool = False
    role: str = "author"
    year: str = ""
    day: str = ""
    rest: str = ""
    # Whether a comma alone parts the names from what follows: so do commas go on.
    by_commas: bool = False


def head_of(text: str) -> Head:
    """Read the head of a line; `rest` is all of it where no names are found."""
    text = _IN_BRACKETS.sub(r"\g<family>, \g<given>: ", text)
    readings = (_before_role, _before_year, _before_quote)
    if found := next((head for read in readings if (head := read(text)) is not None), None):
        return found
    known, ended = _at_head(text), _before_end(text)
    if known is None or ended is None:
        return known or ended or Head(rest=text)
    return ended if len(ended.rest) < len(known.rest) else known


def _before_role(text: str) -> Head | None:
    for mark in _ROLE_AT.finditer(text, 0, _LONGEST):
        names, others = people_in(text[: mark.start()])
        if names:
            role = "editor" if mark["editor"] else "translator"
            year = _YEAR_AT.match(text, mark.end() - 1)
            return _head(
                names, text[year.end() if year else mark.end() :], others=others, role=role, year=year
            )
    return None


def _before_year(text: str) -> Head | None:
    for mark in _YEAR_AT.finditer(text, 0, _LONGEST):
        people = text[: mark.start()].strip(" ,.")
        names, others = people_in(people)
        if not names and (
            (is_institution(people) and not re.search('[“«"]', people))
            or re.fullmatch(rf"[{UPPER}][^.,:“”«»\"\d]{{1,80}}", people)
        ):
            names = [Name(people, is_institution=" " in people or people.isupper())]
        if names:
            return _head(names, text[mark.end() :], others=others, year=mark)
    return None


def _before_quote(text: str) -> Head | None:
    mark = _QUOTE_AT.search(text, 0, _LONGEST)
    names, others = people_in(text[: mark.start()]) if mark else ([], False)
    return _head(names, text[mark.end() :], others=others) if mark and names else None


def _at_head(text: str) -> Head | None:
    names, others, rest = names_at_head(text)
    if not names:
        return None
    behind = text[: len(text) - len(rest)].rstrip()
    return _head(names, rest, others=others, by_commas=behind.endswith(","))


def _before_end(text: str) -> Head | None:
    """Read the longest list of sure names that a mark ends: “Choudhry S and Herring J, Law”."""
    best = None
    for mark in _END_AT.finditer(text, 0, _LONGEST):
        names, others = people_in(text[: mark.start()])
        # “Kim A. Rivers. Brook” has a title of one word rather than two given names.
        is_title = best is not None and mark[0][0] == "." and len(names) == 1 and not others
        is_whole = all(map(is_sure, names)) or _is_ended(text[: mark.start()], mark[0], names)
        if names and is_whole and not is_title:
            best = _head(names, text[mark.end() :], others=others, by_commas=mark[0].startswith(","))
    return best


def _is_ended(words: str, mark: str, names: list[Name]) -> bool:
    """Tell whether the mark behind names ends nothing else: “Kant, Immanuel: Kritik”, «LEAL, João – Etno»."""
    if re.match(rf"[{UPPER}]{{3}}", words) and mark[0] != ".":
        return True
    family = names[0].family
    is_turned = len(names) == 1 and words.casefold().startswith(f"{family.casefold()}, ")
    if mark[0] == ".":
        # “Gómez da Silva, Guido. Diccionario”
        return is_turned and re.search(r"\s[a-z]{1,3}\s", family) is not None
    return is_turned and mark[0] in ": -–" and not names_city(family)


def _head(  # noqa: PLR0913 -- all that a head tells
    names: list[Name],
    rest: str,
    *,
    others: bool,
    role: str = "author",
    year: re.Match[str] | None = None,
    by_commas: bool = False,
) -> Head:
    told = year.groupdict() if year else {}
    return Head(
        tuple(names),
        others,
        role,
        told.get("a") or told.get("b") or "",
        told.get("day") or "",
        rest,
        by_commas or bool(year and year[0].endswith(", ")),
    )


def is_sure(name: Name) -> bool:
    """Tell whether nothing but a person can be called so: by initials, or a given name that many bear."""
    first = name.given.split()[0] if name.given else ""
    is_initial = "." in name.given or (name.given.isupper() and len(name.given) <= 3)  # noqa: PLR2004
    is_given = any(map(is_given_name, (first, *first.split("-"))))
    return is_initial or (bool(first) and (is_given or in_spoken_order(f"{name.given} {name.family}")))


def people_in(words: str) -> tuple[list[Name], bool]:
    """Read words that are nothing but names; none where any part of them is no name."""
    others = _OTHERS.search(words)
    text = (words[: others.start()] if others else words).strip(" ,;")
    if not text or not re.match(rf"(?:[{UPPER}]|[a-z’']{{1,4}}\s[{UPPER}])", text):
        return [], False
    if re.search(rf"(?:^|[\s.,-])[{UPPER}]$", text):
        # The stop that ends a list is that of an initial.
        text = f"{text}."
    if ";" in text:
        listed = [people_in(part)[0] for part in _LISTED.split(text) if part]
        return ([name for names in listed for name in names] if all(listed) else []), others is not None
    parts = [part for part in _PARTS.split(text) if part and not re.fullmatch(_SUFFIX, part)]
    readings: tuple[Callable[[list[str]], list[Name]], ...] = (
        _initialled,
        _shouted,
        _turned,
        _first_turned,
        _spoken,
    )
    if "," not in text:
        readings = (_initialled, _shouted, _spoken)
    names = next((names for read in readings if (names := read(parts))), [])
    return names, others is not None


def _initialled(parts: list[str]) -> list[Name]:
    found = [_BEHIND_FAMILY.fullmatch(part) for part in parts]
    return [Name(clean(one["family"]), spaced(one["given"])) for one in found if one] if all(found) else []


def _shouted(parts: list[str]) -> list[Name]:
    found = [_SHOUTED.fullmatch(part) for part in parts]
    return [Name(clean(one["family"]), one["given"]) for one in found if one] if all(found) else []


def _turned(parts: list[str]) -> list[Name]:
    families, given = parts[::2], parts[1::2]
    if len(families) != len(given) or not all(map(_FAMILY_ALONE.fullmatch, families)):
        return []
    if not all(map(_INITIALS_ALONE.fullmatch, given)) and not (
        all(map(_GIVEN_ALONE.fullmatch, given))
        and (len(given) == 1 or all(is_given_name(one.split()[0]) for one in given))
    ):
        return []
    return [_particled(family, spaced(own)) for family, own in zip(families, given, strict=True)]


def _first_turned(parts: list[str]) -> list[Name]:
    others = [SPOKEN.fullmatch(part) for part in parts[2:]]
    if not others or not all(others):
        return []
    if not _FAMILY_ALONE.fullmatch(parts[0]) or not _GIVEN_ALONE.fullmatch(parts[1]):
        return []
    return [_particled(parts[0], spaced(parts[1])), *(_as_spoken(one) for one in others if one)]


def _spoken(parts: list[str]) -> list[Name]:
    found = [SPOKEN.fullmatch(part) for part in parts]
    if not all(found) or any(map(is_institution, parts)):
        return []
    if any(_CYRILLIC_TITLE.match(part) for part in parts):
        return []
    return [_as_spoken(one) for one in found if one]


def _as_spoken(found: re.Match[str]) -> Name:
    return with_both_families(found["family"], spaced(found["given"]))


def _particled(family: str, given: str) -> Name:
    """Put what stands behind given names before the family name: “Garza, Rudolph O. de la”."""
    behind = _PARTICLES_BEHIND.search(given)
    family = clean(family)
    return Name(f"{behind['words']} {family}", given[: behind.start()]) if behind else Name(family, given)
