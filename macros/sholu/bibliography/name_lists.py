"""A field of names as a list: where one name ends and the next begins, and whether there are others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.bibliography.arabic_names import is_by_father
from sholu.bibliography.given_names import (
    BY_INITIALS,
    INITIALS,
    are_halves,
    in_spoken_order,
    is_given,
    is_given_name,
)
from sholu.bibliography.institutions import (
    is_abbreviated,
    is_concern,
    is_institution,
    is_whole_institution,
)
from sholu.bibliography.others_in_names import is_others, with_others
from sholu.bibliography.patronymics import is_in_full, is_patronymic
from sholu.bibliography.tex import composed, without_braces
from sholu.bibliography.typed_words import typed_words
from sholu.bibliography.values import BETWEEN_NAMES
from sholu.languages import kept
from sholu.regexes import regex

_AND_OR_BRACE = regex(r"[{}]|\s+and(?=\s)", re.IGNORECASE)
# «А. М. Шмырин, Н. М. Мишачев»: initials before each family name, and commas between the persons.
# What was read up to a comma is not read anew (`?>`): each name doubled the ways to read the list.
_LISTED_BY_INITIALS = regex(rf"(?>{BY_INITIALS}(?=,))(?:,\s*(?>{BY_INITIALS}(?=,|\.?$)))+\.?")
# One name of a list as people type it, whichever part of it stands first.
_TYPED_NAME = regex(rf"[^\W\d_][\w’'ʹʺ-]+,?\s{INITIALS}|{BY_INITIALS}")
_LISTED = regex(rf"[^\W\d_][\w’'ʹʺ-]+\s(?>{INITIALS}\s*)(?:,\s*[^\W\d_][\w’'ʹʺ-]+\s(?>{INITIALS}\s*))+")
# "Smith, J., Doe, A.": a comma within each name and between two of them, as lists of works have it.
_BEFORE_ITS_INITIALS = regex(rf"[^\W\d_][^,.;&\d]+,\s*(?![JjSs]r\.){INITIALS}")
# Of a family name, not of an initial.
_STOP_AT_END = regex(r"(?<=[^\W\d_]{3})\.$")
# "Doe JA": a family name and initials without their stops, as PubMed has them.
_WITH_LETTERS = regex(
    r"(?P<family>(?:[a-z]{2,3} ){0,2}[^\W\d_a-z][^\W\d_]*[^\W\d_A-Z](?:[-’'][^\W\d_]+)?)"
    r" (?P<given>(?!II|IV|[JS]R\b)[^\W\d_a-z]{1,3})"
)
# Names in the order in which they are spoken: "Jane Q. Roe".
_SPOKEN = regex(
    r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_]\.)*(?: [^\W\d_a-z][\w’'-]+)?(?: [a-z]{2,3})? [^\W\d_a-z][\w’'-]+"
)
_SHORT = regex(BY_INITIALS)
# "Ringer, S. P. Larson, D. J.": so is it here.
_TWO_WITH_COMMAS = regex(rf"([^\W\d_][\w’'-]{{2,}}, {INITIALS})\s*([^\W\d_][\w’'-]{{2,}}, {INITIALS})")
# "K. M. Vashi C. W. Gay": the "and" between two persons is lost.
_ONE_OF_TWO = r"(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]{2,}"
_TWO_BY_INITIALS = regex(rf"({_ONE_OF_TWO}) ({_ONE_OF_TWO})")
# "{Eva Mahnke}, Jörg Roe": no family name has a given one in its braces.
_BRACES_FIRST = regex(r"\{[^{}]+\}, [^{}]+")
# “G. H. {Chen}” of IEEE Xplore.
_BY_IEEE = regex(r"(?:[A-Z]\.[ -]?)+ \{[^{}]+\}$")
_PERSON_IN_BRACES = regex(r"\{([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})\}")
# “Jan Jaśkowiec, N. Sukumar”
_SPOKEN_BY_INITIALS = regex(BY_INITIALS)
# Between two names in full, and the word that joins them.
_FEWEST_SPACES = 3
_LISTED_BY_COMMAS = regex(rf"{_BEFORE_ITS_INITIALS.pattern}(?:,\s*{_BEFORE_ITS_INITIALS.pattern})+")


def parted(value: str) -> list[str]:
    """Part a field of names at each “and” outside of braces, at semicolons, where names are only listed."""
    value = composed(value)
    if "{" not in value:
        names = BETWEEN_NAMES.split(f" {value} ") if "and" in value.casefold() else [value]
        names = _with_spoken_parted(names)
    else:
        names = list(outside_of_braces(value))
        if any(map(_BY_IEEE.match, map(str.strip, names))):
            names = [_unbraced(name) for name in names]
    if are_halves(names):
        names = [f"{one}, {other}" for one, other in zip(names[::2], names[1::2], strict=True)]
    return [name for one in names for name in _within(one.strip())]


def _unbraced(name: str) -> str:
    """Return a person without the braces in which the IEEE has whole names: “{King-Jet Tseng}”."""
    found = _PERSON_IN_BRACES.fullmatch(name.strip())
    return found[1] if found else name


def _with_spoken_parted(names: list[str]) -> list[str]:
    """Part “Jerome Mairat, Andrew Wilson and Chris Howgego”, whose last name has no comma."""
    last = names[-1].strip()
    if len(names) == 1 or "," in last or not (in_spoken_order(last) or _SHORT.fullmatch(last)):
        return names
    return [part for name in names for part in (name.split(", ") if _are_spoken(name) else (name,))]


def _are_spoken(name: str) -> bool:
    """Tell whether a comma parts names of two words or more, and no family name from given ones."""
    parts = name.strip().split(", ")
    are_names = len(parts) > 1 and all(" " in part and _SPOKEN.fullmatch(part) for part in parts)
    return are_names and any(map(in_spoken_order, parts)) and not any(map(is_institution, parts))


# Names are parted when they are read and when they are looked through, and many have written several works.
@kept
def _within(one: str) -> tuple[str, ...]:
    """Part what stands between two "and" of a field."""
    if one.startswith("(") and one.endswith(")") and one.count("(") == 1:
        # "(the PHENIX Collaboration)" of the Institute of Physics.
        one = one[1:-1]
    parts = (name.strip() for part in with_others(one) for name in _listed(part))
    return tuple(filter(None, parts))


def outside_of_braces(value: str) -> Iterator[str]:
    """Part a field of names at each “and” outside of braces."""
    depth = start = 0
    for found in _AND_OR_BRACE.finditer(value):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth <= 0:
            yield value[start : found.start()]
            start = found.end()
    yield value[start:]


def _listed(name: str) -> Iterator[str]:
    """Part what somebody has put into one name: "Иванов, И.; Петров, П.", «Иванов И. И., Петров П. П.»."""
    if "{" in name:
        yield from without_braces(name).split(", ") if are_two_persons(name) else (name,)
    elif ("." in name or "," in name or name.count(" ") > _FEWEST_SPACES) and (
        parts := joined_in_words(name)
    ):
        for part in parts:
            yield from _listed(part)
    elif ";" in name or "；" in name or "、" in name or " | " in name:
        yield from re.split(r"\s*[;；、]\s*|\s+\|\s+", name)
    elif " & " in name and "," in name:
        for part in re.split(r",?\s+&\s+", name):
            yield from _listed(part)
    elif name.count(",") > 2 and _LISTED_BY_COMMAS.fullmatch(name):  # noqa: PLR2004 -- of two names
        yield from _BEFORE_ITS_INITIALS.findall(name)
    elif "," in name and (_LISTED.fullmatch(name) or _LISTED_BY_INITIALS.fullmatch(name)):
        # «А.В. Андрейчиков, О.Н. Андрейчикова.»
        yield from re.split(r"\s*,\s*", _STOP_AT_END.sub("", name))
    elif "," in name:
        found = _TWO_WITH_COMMAS.fullmatch(name) if name.count(",") == 2 else None  # noqa: PLR2004 -- of two names
        yield from map(str.strip, found.groups()) if found else _parted_by_commas(name)
    else:
        found = _TWO_BY_INITIALS.fullmatch(name) if "." in name else None
        yield from found.groups() if found else (name,)


def _parted_by_commas(name: str) -> list[str]:
    """Part persons between whom stands a comma, "John Doe, Jane Roe"; the comma of one name parts nothing."""
    family, _, rest = name.partition(",")
    several = rest.count(",")
    if not several and " " not in family:
        return [name]
    parts = [part.strip() for part in name.split(",")]
    if not several:
        is_list = are_two_persons(name) or all(map(with_letters, parts)) or _are_in_full(parts)
    else:
        is_list = all(map(_SPOKEN.fullmatch, parts)) and not any(map(is_institution, parts))
        is_list = is_list or all(map(with_letters, parts)) or _are_in_full(parts)
    if is_list:
        return parts
    # "Smith, John, Doe, Alan": no name has so many commas.
    names, given = parts[::2], parts[1::2]
    if several < 2 or len(names) != len(given) or not all(map(is_given, given)):  # noqa: PLR2004 -- of two names
        return [name]
    return [f"{one}, {other}" for one, other in zip(names, given, strict=True)]


def _are_in_full(parts: list[str]) -> bool:
    """Tell whether names stand as documents have them: «ИВАНОВ ИВАН ИВАНОВИЧ, ПЕТРОВА А.А.» of eLIBRARY."""
    return any(map(is_in_full, parts)) and all(is_in_full(one) or _TYPED_NAME.fullmatch(one) for one in parts)


def are_two_persons(name: str) -> bool:
    """Tell whether a comma joins two persons, "John Doe, Jane Roe", and parts no family name from others."""
    if _BRACES_FIRST.fullmatch(name):
        name = without_braces(name)
    parts = name.split(", ")
    return (
        len(parts) == 2  # noqa: PLR2004
        and in_spoken_order(parts[0])
        and (in_spoken_order(parts[1]) or _SPOKEN_BY_INITIALS.fullmatch(parts[1]) is not None)
        # Asked of what passes alone: it reads the files of all languages.
        and not any(map(is_institution, parts))
        and not is_patronymic(parts[1].rsplit(maxsplit=1)[-1])
        and not is_by_father(parts[1])
    )


def with_letters(name: str) -> tuple[str, str] | None:
    """Return the family name and the initials of "Doe JA"; None of any other name, as "Malcolm X"."""
    found = _WITH_LETTERS.fullmatch(name)
    if found is None or not found["given"].isupper():
        return None
    if len(found["given"]) == 1 and is_given_name(found["family"]):
        return None
    return found["family"], found["given"]


@kept
def _joining() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{'|'.join(map(re.escape, typed_words('joining')))})\s+", re.IGNORECASE)


def joined_in_words(name: str) -> list[str]:
    """Part names that another word than BibTeX's joins: «Иванов, И. И. и Петров, П. П.»; [] for any other."""
    parts = _joining().split(name)
    if len(parts) > 1 and all(part.count(",") == 1 or is_others(part) for part in parts):
        # “Aydın, Mustafa ve Yılmaz, Ali”: but no body has a comma in each of its halves by chance.
        return [] if is_institution(name) or any(map(is_institution, parts)) else parts
    if len(parts) > 1 and all(map(in_spoken_order, parts)):
        # «Бейімбет Майлин мен Сәкен Сейфуллин»
        return [] if is_institution(name) else parts
    is_list = len(parts) > 1 and _TYPED_NAME.fullmatch(parts[-1])
    return parts if is_list and all(map(_is_list_or_name, parts)) else []


def _is_list_or_name(part: str) -> bool:
    patterns = (_TYPED_NAME, _LISTED, _LISTED_BY_INITIALS, _LISTED_BY_COMMAS)
    return any(pattern.fullmatch(part) for pattern in patterns)


@kept
def whole(value: str) -> tuple[str, ...]:
    """Part names, but not “Ministry of Trade and Industry”, which has no person's name in it.

    Nor has “Ministry of Labour and Social Protection”: its second half ends in what a body is for.
    """
    return tuple(_whole(parted(value), value))


def _whole(names: list[str], value: str) -> list[str]:
    if len(names) > 1 and "," in value and "{" not in value:
        return _with_whole_bodies(names) if any("," not in one for one in names) else names
    if len(names) > 1 and not ("{" in value or ";" in value):
        institutions = [is_institution(one) for one in names]
        pairs = zip(institutions, names, strict=True)
        is_one_name = any(institutions) and all(
            is_one or " " not in name or (number > 0 and is_concern(name))
            for number, (is_one, name) in enumerate(pairs)
        )
        if is_one_name and not all(is_whole_institution(one) or is_abbreviated(one) for one in names):
            return [" and ".join(names)]
    return names


def _with_whole_bodies(names: list[str]) -> list[str]:
    """Put together a body that an "and" has parted: "Ministry of Education, Science and Technology"."""
    joined: list[str] = []
    for name in names:
        is_rest = joined and "," not in name and not (name.isupper() or is_others(name))
        is_rest = is_rest and (" " not in name or _is_rest_of_body(joined[-1], name))
        if is_rest and is_institution(joined[-1]):
            joined[-1] = f"{joined[-1]} and {name}"
        else:
            joined.append(name)
    return joined


def _is_rest_of_body(body: str, name: str) -> bool:
    """Tell whether two words and more belong to a body: "Association for Business and Applied Learning"."""
    is_person = in_spoken_order(name) or _SPOKEN_BY_INITIALS.fullmatch(name) or _TYPED_NAME.fullmatch(name)
    return not (is_person or "," in body or is_institution(name)) and name.replace(" ", "").isalpha()
