"""The files that readers download: the whole bibliography in each format.

What a reader takes of one work is cut out of these by a script: three files a work were 15,000 for 5,000.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from sholu.bibliography.library import Library
from sholu.exports import FORMATS, Format, with_kept_capitals

# Below the root of the site; a page may stand in the same folder, with its own `cite.bib`.
FOLDER = "references"
WHOLE = "references"


def whole_address(one: Format) -> str:
    """Return where the file of a format is, from the root of the site."""
    return f"{FOLDER}/{WHOLE}.{one.ending}"


def whole_name(address: str) -> str:
    """Return what a file is called on a reader's device: as that of an author, in a reference manager too."""
    return f"{FOLDER}{posixpath.splitext(address)[1]}"


def downloads(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each file: its address from the root of the site, and its text."""
    works = tuple(with_kept_capitals(library))
    for one in FORMATS:
        yield whole_address(one), one(works)
