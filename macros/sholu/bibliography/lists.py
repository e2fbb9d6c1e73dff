"""Lists of biblatex, parted by “and”: places, publishers, institutions."""

from __future__ import annotations

import re
from collections.abc import Callable

from sholu.bibliography.name_lists import parted
from sholu.bibliography.values import BETWEEN
from sholu.regexes import regex

_ONE_LATIN_WORD = regex(r"[A-Za-z’'.-]+")
_BRACED = regex(r"\{.*\}", re.DOTALL)


def as_list(
    name: str, value: str, is_institution: Callable[[str], bool], *, is_audiovisual: bool = False
) -> str:
    """Write a list with "; " between its members; “Taylor and Francis” is one publisher.

    Biber parts at each “and”. Most people who write one do not know it, so that a name of two words stays
    whole, and so does an institution whose second part is none: “Ministry of Trade and Industry”.

    Args:
        name: the field, "location", "publisher" or "institution".
        value: the list, with its TeX.
        is_institution: tells whether words name an institution.
        is_audiovisual: whether it is a film or a record, of which several studios are named (APA 7, 10.12).
    """
    if " | " in value:
        return BETWEEN.join(value.split(" | "))
    if name == "location" and " : " in value:
        # As a cataloguer parts them: "Washington, D.C. : Grand Rapids, Mich".
        return BETWEEN.join(value.split(" : "))
    if "and" not in value:
        return value
    members = [one for one in parted(value) if one.casefold() != "others"]
    if len(members) < 2 or ";" in value:  # noqa: PLR2004 -- a list has two
        return value
    is_list = name == "location" or all(map(_BRACED.fullmatch, members))
    if name == "publisher":
        # Of “U.S. Patent and Trademark Office” the second part alone would be a body.
        *others, last = members
        has_bodies = any(map(is_institution, others))
        # Nor is “Society for Industrial and Applied Mathematics” two, or what has been parted by commas.
        if has_bodies and is_institution(f"The {others[-1].rpartition(' ')[2]}"):
            # “American Psychological Association” is a whole name, to which another can be added.
            return BETWEEN.join(members)
        is_one = value.isascii() and (is_institution(last) != has_bodies or "," in value)
        is_list = (
            is_list
            or is_audiovisual
            or not (is_one or any(_ONE_LATIN_WORD.fullmatch(one) for one in members))
        )
    if name == "institution":
        is_list = is_list or all(map(is_institution, members))
    return BETWEEN.join(members) if is_list else value
