"""A @set of biblatex's: several works under one key, of which the first speaks for all."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.raw import RawEntry
from sholu.regexes import regex
from sholu.values import replace

_SEVERAL = regex(r"\s*,\s*")


def without_sets(entries: Iterable[RawEntry]) -> list[RawEntry]:
    """Return the entries without each @set whose first member is there; that is known by both keys then.

    What the set says of itself, it says of its first member. One without members stays, and is an error.
    """
    entries = list(entries)
    sets = [entry for entry in entries if entry.type == "set"]
    if not sets:
        return entries
    works = {entry.key.casefold(): entry for entry in reversed(entries) if entry.type != "set"}
    gone: set[int] = set()
    speaking: dict[int, RawEntry] = {}
    for entry in sets:
        first = _SEVERAL.split(entry.fields.get("entryset", "").strip().casefold())[0]
        member = works.get(first)
        if member is None or entry.key.casefold() in works:
            continue
        gone.add(id(entry))
        known = speaking.get(id(member), member)
        keys = ", ".join(filter(None, (known.fields.get("ids", ""), entry.key)))
        own = {name: value for name, value in entry.fields.items() if name not in {"entryset", "ids"}}
        speaking[id(member)] = replace(known, fields={**known.fields, **own, "ids": keys})
    return [speaking.get(id(entry), entry) for entry in entries if id(entry) not in gone]
