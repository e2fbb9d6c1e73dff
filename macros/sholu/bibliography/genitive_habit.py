"""Names that a file has in the genitive throughout, as biblatex-gost asks for it: `editor = {Д. А. Бочвара}`.

Of one such name nobody knows whether it is she or what he has done; where all of a file are so, it is told.
"""

from __future__ import annotations

from collections.abc import Mapping

from sholu.bibliography.genitives import GOVERNED, case_of, with_genitive
from sholu.bibliography.name_lists import whole
from sholu.bibliography.raw import RawEntry
from sholu.values import replace

_ROLES = (*sorted(GOVERNED), "editor", "editora", "editorb", "editorc")
# So many names are a habit, if so many for each that is in the nominative.
_FEWEST, _FOR_EACH = 8, 4


def with_names_in_the_nominative(entries: list[RawEntry]) -> list[RawEntry]:
    """Return the entries of a file with editors and translators as lists have them, if that is its habit."""
    named = [entry for entry in entries if not entry.fields.keys().isdisjoint(_ROLES)]
    cases = [case_of(one) for entry in named for value in _typed(entry).values() for one in whole(value)]
    genitives = cases.count("genitive")
    if genitives < _FEWEST or genitives < _FOR_EACH * cases.count("nominative"):
        return entries
    return [replace(entry, fields={**entry.fields, **_in_the_nominative(entry)}) for entry in entries]


def _typed(entry: RawEntry) -> Mapping[str, str]:
    # Names in Latin letters have no case.
    return {role: value for role in _ROLES if not (value := entry.fields.get(role, "")).isascii()}


def _in_the_nominative(entry: RawEntry) -> Mapping[str, str]:
    return {
        role: " and ".join(with_genitive(one, is_certain=True, of_habit=True) for one in whole(value))
        for role, value in _typed(entry).items()
    }
