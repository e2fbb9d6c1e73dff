"""Acts in a sentence by APA 7, in words written out: “Article I, Section 3, of the U.S. Constitution”.

In brackets and in the list they are shortened as the Bluebook does: U.S. Const. art. I, § 3 (11.6–11.9). Its
words are English in whatever language one writes; a sentence in another language keeps the short form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sholu.bibliography.bluebook import ACTS, PLACES, SOURCES, WITHOUT_NUMBER, in_full, in_short, states
from sholu.languages import kept

_OF_HOUSES = ("senate", "houseofrepresentatives")
_SEVERAL = "sections"
# Constitutions number by capitals what others do not.
_CAPITALS = frozenset({"article", "section", "amendment"})


@kept
def _constitution() -> re.Pattern[str]:
    return re.compile(rf"(?P<whose>.+?)\s(?P<act>{_any_of(WITHOUT_NUMBER)}),?\s(?P<places>.+)")


@kept
def _place() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{_any_of((_SEVERAL, *PLACES))})\s(?P<value>[^,]+)")


@kept
def _numbered() -> re.Pattern[str]:
    acts = (act for act in ACTS if act not in WITHOUT_NUMBER and act in in_short())
    return re.compile(rf"(?P<whose>{_any_of(_OF_HOUSES)}|)\s?(?P<act>{_any_of(acts)})\s(?P<number>.+)")


def _any_of(keys: Iterable[str]) -> str:
    return "|".join(re.escape(in_short()[key]) for key in keys)


@kept
def _keys() -> dict[str, str]:
    return {in_short()[key]: key for key in (*SOURCES, *ACTS, *PLACES, _SEVERAL) if key in in_short()}


@kept
def _names_of_states() -> dict[str, str]:
    return {short: name for name, short in states().items()}


def in_brackets(label: str) -> str:
    """Write an act within brackets: "S. Resolution 438" (11.6, 17)."""
    found = _numbered().fullmatch(label)
    if found is None or _keys()[found["act"]] != "resolution":
        return label
    return " ".join(filter(None, (found["whose"], _in_full(found["act"]), found["number"])))


def in_sentence(label: str) -> str:
    """Write an act in a sentence: "Senate Resolution 438", "Amendment XIX to the U.S. Constitution"."""
    if found := _numbered().fullmatch(label):
        named = (_in_full(found["whose"]), _in_full(found["act"]), found["number"])
        return " ".join(filter(None, named))
    found = _constitution().fullmatch(label)
    places = [_place().fullmatch(place) for place in found["places"].split(", ")] if found else [None]
    if found is None or None in places:
        return label
    act = _keys()[found["act"]]
    keys = [_keys()[place["word"]] for place in places if place]
    said = [
        f"{word.capitalize() if key in _CAPITALS and act == 'constitution' else word} {place['value']}"
        for key, place in zip(keys, places, strict=True)
        if place and (word := _in_full(place["word"]))
    ]
    joined = f"{', '.join(said)},"[: None if said[1:] else -1]
    whose = _names_of_states().get(found["whose"]) or _in_full(found["whose"])
    pattern = in_full()["amendment_to" if keys[0] == "amendment" and act == "constitution" else "place_of"]
    written = pattern.format(place=joined, whose=whose, act=_in_full(found["act"]))
    return f"{written[0].upper()}{written[1:]}"


def _in_full(short: str) -> str:
    """Return what a short form stands for, as it is if it stands for nothing else."""
    return in_full().get(_keys().get(short, ""), short)
