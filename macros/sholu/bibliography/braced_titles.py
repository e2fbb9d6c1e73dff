"""Titles that stand in braces as a whole, since a program writes each so: Mendeley has {{Water and land}}.

Of one title such braces say that its capitals are meant; of nearly all of a file they say nothing.
"""

from __future__ import annotations

from sholu.bibliography.raw import RawEntry
from sholu.values import replace

_TITLES = ("title", "booktitle")
# So many titles, and so large a part of all, are a habit.
_FEWEST = 5
_MOST_OTHERS = 1 / 5


def without_braces_of_programs(entries: list[RawEntry]) -> list[RawEntry]:
    """Return the entries of a file without such braces, if they are its program's habit."""
    titled = [entry for entry in entries if "title" in entry.fields]
    braced = sum(_is_braced(entry.fields["title"]) for entry in titled)
    if braced < _FEWEST or len(titled) - braced > _MOST_OTHERS * len(titled):
        return entries
    return [replace(entry, fields={**entry.fields, **_bare(entry)}) for entry in entries]


def _bare(entry: RawEntry) -> dict[str, str]:
    titles = {name: entry.fields[name] for name in _TITLES if name in entry.fields}
    return {name: value[1:-1] for name, value in titles.items() if _is_braced(value)}


def _is_braced(value: str) -> bool:
    """Tell whether one pair of braces holds it all: "{Water}", but not "{A} {B}"."""
    if not (value.startswith("{") and value.endswith("}")):
        return False
    depth = 0
    for sign in value[:-1]:
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return False
    return True
