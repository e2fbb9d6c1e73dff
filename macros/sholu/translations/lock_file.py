"""The file `translations.lock` of a review: read, or a problem with the line that nobody can read."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.toml_files import TomlError
from sholu.translations.lock import Lock, read_lock

LOCK_FILE = "translations.lock"


def read_lock_file(path: Traversable) -> tuple[Lock, tuple[Problem, ...]]:
    """Return what was accepted, and what is wrong with the file; one that is not there holds nothing."""
    if not path.is_file():
        return Lock(), (problem("F090", Place(LOCK_FILE)),) if path.is_dir() else ()
    try:
        return read_lock(path.read_bytes().decode("utf-8-sig")), ()
    except ValueError as error:
        # What is TOML and no lock file, or no text, has no line.
        line = error.line if isinstance(error, TomlError) else 1
        return Lock(), (problem("T018", Place(LOCK_FILE, line), reason=error),)
