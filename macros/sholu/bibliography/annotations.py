"""What biblatex's annotations say of single names: author+an:role = {1=director; 2="writer, director"}."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.bibliography.tex import readable
from sholu.regexes import regex

_PLACE = regex(r"[0-9]{1,3}")


def by_place(value: str) -> Mapping[int, str]:
    """Return what is said of each person by place from 1; 0 is all of them."""
    found: dict[int, str] = {}
    for said in value.split(";"):
        place, _, words = said.partition("=")
        number = place.partition(":")[0].strip()
        if words.strip(' "') and (not number or _PLACE.fullmatch(number)):
            found[int(number or 0)] = str(readable(words.strip(' "'))[0])
    return found
