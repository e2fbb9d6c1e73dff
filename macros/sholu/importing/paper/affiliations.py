"""Who of a paper works where, by the signs behind names and before places: «Ким С.^1^», «^1^Институт»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.importing.draft import Name
from sholu.importing.paper.superscripts import RAISED
from sholu.importing.typed.caseless import east_asian
from sholu.importing.typed.full_names import full_names
from sholu.importing.typed.line import LETTER, UPPER
from sholu.importing.typed.people import names_listed
from sholu.regexes import regex

_SIGN = regex(r"(?<!\d)\d{1,2}(?![\d-])")
# What stands behind a name and refers to where its bearer works.
_SIGNED = regex(
    r"(?:<sup>[\d,;*\s]+</sup>|\^[\d,;*\s]+\^|[¹²³⁴⁵⁶⁷⁸⁹]+(?:,[¹²³⁴⁵⁶⁷⁸⁹]+)*)\*?(?=\s*(?:[,;&*，、；]|$|\w))"
)
# Two to four words with capitals, or a name in a script without them.
_PERSON = regex(
    rf"[{UPPER}]{LETTER}+(?:[ -](?:[{UPPER}]{LETTER}*\.?|[a-z]{{2,3}})){{1,4}}"
    r"|[\u0590-\u08ff\u3040-\ud7af· ]{2,20}"
)
_EAST_ASIAN = regex(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af ]{2,8}")
_SIGN_BEFORE = regex(
    r"^[\s^*(\\]*(?:<sup>)?\s*(?P<sign>\d{1,2})(?!\d)\s*(?:</sup>)?[\s^*.,)．、\\]*(?=[^\W\d_])"
)
_BETWEEN_PLACES = regex(r"\s*[;；,，]\s*(?=(?:(?:<sup>|\^)\d{1,2}(?:</sup>|\^)|\d{1,2}[.．、)]?)\s*[^\W\d_])")
_IN_BRACKETS = regex(r"^\s*[（(](?=\d)(?P<inside>.*)[)）]\s*$")


def signs_of(line: str, names: Sequence[Name]) -> tuple[tuple[str, ...], ...]:
    """Return the signs behind each name of a line of authors."""
    text = line.translate(RAISED)
    starts = [text.find(name.family) for name in names]
    ends = [min((one for one in starts if one > start), default=len(text)) for start in starts]
    return tuple(
        tuple(_SIGN.findall(text[start:end])) if start >= 0 else ()
        for start, end in zip(starts, ends, strict=True)
    )


def signed_names(line: str) -> list[Name]:
    """Return the people of a line, "Xu Wei<sup>1</sup>, Bota Li²", if a raised sign is behind each."""
    pieces = [one for one in _SIGNED.split(line.replace("\\", "").strip(" *")) if one.strip()]
    signs = len(_SIGNED.findall(line.replace("\\", "")))
    words = [re.sub(r"\s+", " ", one).strip(" ,;&*，、；") for one in pieces]
    if not words or signs < len(words) or not all(map(_PERSON.fullmatch, words)):
        return []
    if all(map(_EAST_ASIAN.fullmatch, words)):
        return [east_asian(one, line) for one in words]
    names = [name for one in words for name in (full_names(one)[0] or names_listed(one)[0])[:1]]
    return names if len(names) == len(words) and not any(name.is_institution for name in names) else []


def parted(line: str) -> tuple[str, str]:
    """Part an affiliation from the sign before it, "" if there is none."""
    text = line.translate(RAISED)
    found = _SIGN_BEFORE.match(text)
    words = text[found.end() :] if found else text
    return (found["sign"] if found else ""), re.sub(r"\s*;\s*", ", ", words).strip(" .,。*\\")


def on_lines(line: str) -> list[str]:
    """Part several affiliations on one line, (1. 北京大学；2. 复旦大学), if their signs count them."""
    text = line.translate(RAISED)
    found = _IN_BRACKETS.match(text)
    pieces = _BETWEEN_PLACES.split(found["inside"] if found else text)
    counted = [parted(piece)[0] for piece in pieces] == [str(number) for number in range(1, len(pieces) + 1)]
    return pieces if counted and len(pieces) > 1 else [line]


def by_author(signs: Sequence[Sequence[str]], lines: Sequence[str]) -> str:
    """Return where each author works, in turn, parted by semicolons; "" where nobody can tell.

    Args:
        signs: those behind each name.
        lines: the affiliations, as they stand.
    """
    places = list(map(parted, lines))
    if len(places) == 1:
        return places[0][1]
    known = dict(places)
    if signs and all(signs) and known.keys() >= {sign for own in signs for sign in own}:
        return "; ".join(" / ".join(known[sign] for sign in own) for own in signs)
    if len(places) == len(signs) and not any(map(bool, signs)):
        return "; ".join(words for _, words in places)
    return ""
