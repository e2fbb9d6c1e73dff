"""Paths as authors know them, and the addresses of pages."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
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


def addresses(pages: Iterable[str], codes: Collection[str], default: str) -> dict[str, str]:
    """Return where MkDocs puts the pages of a review, from the root of the site.

    Args:
        pages: their paths in the docs folder.
        codes: the languages that have folders of their own there; pages of `default` stand at the root.
        default: the language of the first page.
    """
    urls: dict[str, str] = {}
    for page in pages:
        path = page
        code, _, inner = page.partition("/")
        if code in codes and code == default:
            path = inner
        stem = posixpath.splitext(path)[0]
        folder, name = posixpath.split(stem)
        is_index = name in {"index", "README"}
        urls[page] = (f"{folder}/" if folder else "") if is_index else f"{stem}/"
    return urls


def relative_address(url: str, other: str) -> str:
    """Return an address as seen from another one, both from the root of the site: "a/", "b/" → "../a/"."""
    base = posixpath.dirname(other) if not other.endswith("/") else other.rstrip("/")
    path = posixpath.relpath(f"/{url}", f"/{base}")
    return f"{path}/" if url.endswith("/") or url in {"", "."} else path


def bared(url: str) -> str:
    """Return an address without what several addresses of one page differ in."""
    bare = url.strip("/").removesuffix("index.html").removesuffix(".html").strip("/")
    return "" if bare == "." else bare
