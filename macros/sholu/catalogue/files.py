"""The files that readers download: the whole bibliography in three formats.

What a reader takes of one work is cut out of these by a script: three files a work were 15,000 for 5,000.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from sholu.bibliography.references import Library
from sholu.exports import FORMATS

# Below the root of the site; a page may stand in the same folder, with its own `cite.bib`.
FOLDER = "references"
WHOLE = "library"


def addresses() -> Mapping[str, str]:
    """Return where the file of each format is, from the root of the site."""
    return {one.name: f"{FOLDER}/{WHOLE}.{one.ending}" for one in FORMATS}


def whole_name(address: str) -> str:
    """Return what a file is called on a reader's device: as that of an author, in a reference manager too."""
    return f"{FOLDER}{posixpath.splitext(address)[1]}"


def downloads(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each file: its address from the root of the site, and its text."""
    for one in FORMATS:
        yield addresses()[one.name], one(library)
