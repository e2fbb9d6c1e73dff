"""The file `translations.lock` of a review: read, or a problem with the line that nobody can read."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable

from sholu.problems import Place, Problem
from sholu.translations.lock import Lock, read_lock

LOCK_FILE = "translations.lock"


def read_lock_file(path: Traversable) -> tuple[Lock, tuple[Problem, ...]]:
    """Return what was accepted, and what is wrong with the file; one that is not there holds nothing."""
    if not path.is_file():
        return Lock(), ()
    try:
        return read_lock(path.read_bytes().decode("utf-8-sig")), ()
    except (ValueError, RecursionError) as error:
        mend = "bring back its last version from Git, or delete it and accept the translations anew"
        reason = "its brackets are nested too deeply" if isinstance(error, RecursionError) else str(error)
        line = re.search(r"\bat line (\d+)", reason)
        place = Place(LOCK_FILE, int(line[1]) if line else 1)
        return Lock(), (Problem(place, "T018", f"the file cannot be read: {reason}", mend),)
