"""Why a word of a language's file is none of the type that is asked for, and letters that stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.problems import NO_FAULT, Fault

# What msgspec says of a type, and the phrase for it.
_PHRASES = {
    r"Expected `str`, got .*": "type_words",
    r"Expected `array` of length (?P<count>\d+), got (?P<found>\d+)": "type_length",
    r"Expected `array`, got .*": "type_list",
    r"Expected `bool`, got .*": "type_truth",
    r"Expected `object`, got .*": "table_expected",
    r"Invalid enum value '(?P<found>.*)'": "type_choice",
}


def of_type(said: str) -> Fault:
    """Say of which type a word should be."""
    said = said.partition(" - at `$")[0]
    for pattern, name in _PHRASES.items():
        if found := re.fullmatch(pattern, said):
            return {"reason": f"@@{name}", **found.groupdict()}
    return {"reason": "@@type_other"}


def odd_letters(table: Mapping[str, str]) -> Fault:
    """Say that a letter of a romanization has no other beside it, if one has none."""
    is_odd = len(table["letters"].split()) % 2
    return {"reason": "@@letters_odd", "table": table["name"]} if is_odd else NO_FAULT
