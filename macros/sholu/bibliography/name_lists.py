"""A field of names as a list: where one name ends and the next begins, and whether there are others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.bibliography.institutions import is_institution, is_whole_institution
from sholu.bibliography.typed_words import typed_words
from sholu.languages import kept
from sholu.regexes import regex

_AND = regex(r"\s+and\s+", re.IGNORECASE)
_AND_OR_BRACE = regex(r"[{}]|\s+and(?=\s)", re.IGNORECASE)
INITIALS = r"(?:[^\W\d_]{1,2}\.[ \u00a0-]?){1,3}"
_CAPITALS = regex(r"(?:[^\W\d_a-zа-яәғқңөұүһіё]\.[ \u00a0]?)+")
# «А. М. Шмырин, Н. М. Мишачев»: initials before each family name, and commas between the persons.
_BY_INITIALS = rf"{INITIALS}\s*(?:[^\W\d_]{{2,3}}\s){{0,2}}[^\W\d_][\w’'-]+"
_LISTED_BY_INITIALS = regex(rf"{_BY_INITIALS}(?:,\s*{_BY_INITIALS})+")
# One name of a list as people type it, whichever part of it stands first.
_TYPED_NAME = regex(rf"[^\W\d_][\w’'ʹʺ-]+,?\s{INITIALS}|{_BY_INITIALS}")
_LISTED = regex(rf"[^\W\d_][\w’'ʹʺ-]+\s{INITIALS}\s*(?:,\s*[^\W\d_][\w’'ʹʺ-]+\s{INITIALS}\s*)+")
# "Smith, J., Doe, A.": a comma within each name and between two of them, as lists of works have it.
_BEFORE_ITS_INITIALS = regex(rf"[^\W\d_][^,.;&\d]+,\s*(?![JjSs]r\.){INITIALS}")
_LISTED_BY_COMMAS = regex(rf"{_BEFORE_ITS_INITIALS.pattern}(?:,\s*{_BEFORE_ITS_INITIALS.pattern})+")


def parted(value: str) -> list[str]:
    """Part a field of names at each “and” outside of braces, at semicolons, where names are only listed."""
    if "{" not in value:
        names = _AND.split(f" {value} ") if "and" in value.casefold() else [value]
    else:
        names = list(_outside_of_braces(value))
    return [name for one in names for name in _within(one.strip())]


# Names are parted when they are read and when they are looked through, and many have written several works.
@kept
def _within(one: str) -> tuple[str, ...]:
    """Part what stands between two "and" of a field."""
    parts = (name.strip() for part in _with_others(one) for name in _listed(part))
    return tuple(filter(None, parts))


@kept
def _others_at_the_end() -> re.Pattern[str]:
    # "Other" alone may be a name.
    words = (word for word in typed_words("others") if not (word.isascii() and word.isalpha()))
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(
        rf"(?:,|(?<=\S)\s)\s*\[?(?:{'|'.join(map(re.escape, longest_first))})\]?$", re.IGNORECASE
    )


def _with_others(name: str) -> tuple[str, ...]:
    """Part "et al." from the name before it: "Smith, J. et al.", «Иванов, И. И. [и др.]»."""
    # By its last letters first: the pattern asks at each comma and space for some dozens of words.
    if (
        not name.casefold().removesuffix("]").endswith(typed_words("others"))
        or "{" in name
        or is_others(name)
    ):
        return (name,)
    found = _others_at_the_end().search(name)
    # «Абылхожин, Ж. Б.» has initials; «ж. б.» is what Kyrgyz says for "et al.".
    if found and _CAPITALS.fullmatch(found[0].strip(", []")):
        found = None
    return (name[: found.start()], "others") if found and found.start() else (name,)


def _outside_of_braces(value: str) -> Iterator[str]:
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
        yield name
    elif "." in name and (parts := _joined_in_words(name)):
        for part in parts:
            yield from _listed(part)
    elif ";" in name or "；" in name or "、" in name:
        yield from re.split(r"\s*[;；、]\s*", name)
    elif " & " in name and "," in name:
        for part in re.split(r",?\s+&\s+", name):
            yield from _listed(part)
    elif name.count(",") > 2 and _LISTED_BY_COMMAS.fullmatch(name):  # noqa: PLR2004 -- of two names
        yield from _BEFORE_ITS_INITIALS.findall(name)
    elif "," in name and (_LISTED.fullmatch(name) or _LISTED_BY_INITIALS.fullmatch(name)):
        yield from re.split(r"\s*,\s*", name)
    else:
        yield name


@kept
def _joining() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{'|'.join(map(re.escape, typed_words('joining')))})\s+", re.IGNORECASE)


def _joined_in_words(name: str) -> list[str]:
    """Part names that another word than BibTeX's joins: «Иванов, И. И. и Петров, П. П.»; [] for any other."""
    parts = _joining().split(name)
    is_list = len(parts) > 1 and _TYPED_NAME.fullmatch(parts[-1])
    return parts if is_list and all(map(_is_list_or_name, parts)) else []


def _is_list_or_name(part: str) -> bool:
    patterns = (_TYPED_NAME, _LISTED, _LISTED_BY_INITIALS, _LISTED_BY_COMMAS)
    return any(pattern.fullmatch(part) for pattern in patterns)


def whole(value: str) -> list[str]:
    """Part names, but not “Ministry of Trade and Industry”, which has no person's name in it."""
    names = parted(value)
    if len(names) > 1 and not ("," in value or "{" in value or ";" in value):
        institutions = [is_institution(one) for one in names]
        pairs = zip(institutions, names, strict=True)
        is_one_name = any(institutions) and all(is_one or " " not in name for is_one, name in pairs)
        if is_one_name and not all(map(is_whole_institution, names)):
            return [" and ".join(names)]
    return names


def is_others(name: str) -> bool:
    """Tell whether a name is BibTeX's "and others", and none."""
    return name.casefold() in _others()


@kept
def _others() -> frozenset[str]:
    return frozenset(typed_words("others"))
