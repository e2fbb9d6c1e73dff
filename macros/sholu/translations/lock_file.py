"""The file `translations.lock` of a review: read, or a problem with the line that nobody can read."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.translations.lock import Lock, read_lock

LOCK_FILE = "translations.lock"


def read_lock_file(path: Traversable) -> tuple[Lock, tuple[Problem, ...]]:
    """Return what was accepted, and what is wrong with the file; one that is not there holds nothing."""
    if not path.is_file():
        return Lock(), ()
    try:
        return read_lock(path.read_bytes().decode("utf-8-sig")), ()
    except (ValueError, RecursionError) as error:
        reason = "@@too_deep" if isinstance(error, RecursionError) else str(error)
        line = re.search(r"\bat line (\d+)", reason)
        place = Place(LOCK_FILE, int(line[1]) if line else 1)
        return Lock(), (problem("T018", place, reason=reason),)
