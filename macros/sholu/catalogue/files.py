"""The files that readers download: the whole bibliography and each entry, in three formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sholu.bibliography.references import Library
from sholu.exports import FORMATS
from sholu.file_names import file_name

# Below the root of the site; a page may stand in the same folder, with its own `cite.bib`.
FOLDER = "references"
WHOLE = "library"
_TAKEN = frozenset({WHOLE, "cite"})


def addresses(key: str = "") -> Mapping[str, str]:
    """Return where the files of a work are, or those of the whole bibliography, from the root of the site."""
    name = file_name(key, _TAKEN) if key else WHOLE
    return {one.name: f"{FOLDER}/{name}.{one.ending}" for one in FORMATS}


def downloads(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each file: its address from the root of the site, and its text."""
    for one in FORMATS:
        entries = {reference.key: one.entry(reference) for reference in library}
        yield addresses()[one.name], one.file(entries.values())
        for key, entry in entries.items():
            yield addresses(key)[one.name], one.file((entry,))
