"""The files that readers download: the whole bibliography and each entry, in three formats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from sholu.bibliography.export import FORMATS
from sholu.bibliography.references import Library

# Below the root of the site; a page may stand in the same folder, with its own `cite.bib`.
FOLDER = "references"
WHOLE = "library"
_TAKEN = frozenset({WHOLE, "cite"})
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


def file_name(key: str) -> str:
    """Return a name, without its ending, that every system can store and no two keys share."""
    if _SAFE.fullmatch(key) and key.casefold() not in _TAKEN and not key.endswith("."):
        return key
    return f"{_UNSAFE.sub('_', key).strip('_') or 'work'}-{sha256(key.encode()).hexdigest()[:8]}"


def addresses(key: str = "") -> Mapping[str, str]:
    """Return where the files of a work are, or those of the whole bibliography, from the root of the site."""
    name = file_name(key) if key else WHOLE
    return {one.name: f"{FOLDER}/{name}.{one.ending}" for one in FORMATS}


def downloads(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each file: its address from the root of the site, and its text."""
    for one in FORMATS:
        entries = {reference.key: one.entry(reference) for reference in library}
        yield addresses()[one.name], one.file(entries.values())
        for key, entry in entries.items():
            yield addresses(key)[one.name], one.file((entry,))
