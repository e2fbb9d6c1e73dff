"""Paths as authors know them."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import PurePath


def shown_path(path: Traversable, root: Traversable) -> str:
    """Return a path as an author knows it: relative to the folder of mkdocs.yml."""
    whole, folder = PurePath(str(path)), PurePath(str(root))
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()
