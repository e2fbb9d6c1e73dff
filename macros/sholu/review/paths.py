"""Paths as authors know them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import PurePath


def shown_path(path: Traversable, root: Traversable) -> str:
    """Return a path as an author knows it: relative to the folder of mkdocs.yml."""
    return _shown(str(path), str(root))


# Of each page it is asked some ten times a build.
@lru_cache(maxsize=2_000)
def _shown(path: str, root: str) -> str:
    whole, folder = PurePath(path), PurePath(root)
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()
