"""The files that readers download: the whole bibliography in each format.

What a reader takes of one work is cut out of these by a script: three files a work were 15,000 for 5,000.
In a folder a browser lets a page fetch scripts alone, so the texts of all stand in one too.
"""

from __future__ import annotations

import json
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
    """Yield each file: its address from the root of the site, and its text; then all texts as a script."""
    works = tuple(with_kept_capitals(library))
    texts = {}
    for one in FORMATS:
        texts[one.ending] = one(works)
        yield whole_address(one), texts[one.ending]
    yield f"{FOLDER}/{WHOLE}.js", f"document.currentScript.offers={json.dumps(texts, ensure_ascii=False)}\n"
