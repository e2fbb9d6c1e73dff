"""The rules of who imports whom are whole: no outside library is in use that none of them names."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "macros" / "sholu"
# What they give is data: types, and what CLDR says of languages.
OF_THE_SUBJECT = {"anyascii", "babel", "msgspec"}


def contracts() -> list[dict[str, object]]:
    """Return the rules."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = settings["tool"]["importlinter"]["contracts"]
    assert isinstance(found, list)
    return found


def imported() -> Iterator[str]:
    """Yield the outside libraries that the engine imports, some of them more than once."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            yield from (name.partition(".")[0] for name in names)


def outside() -> set[str]:
    """Return them without the standard library."""
    return set(imported()) - sys.stdlib_module_names - {"sholu"}


def test_what_is_pure_forbids_every_outside_library() -> None:
    """A library that comes new is named in the first rule."""
    (pure,) = (one for one in contracts() if "is pure" in str(one["name"]))
    assert isinstance(pure["forbidden_modules"], list)
    assert outside() - OF_THE_SUBJECT <= set(pure["forbidden_modules"])


def test_every_outside_library_has_its_door() -> None:
    """One rule forbids it to all but the modules that are named there."""
    doors = [one for one in contracts() if one.get("source_modules") == ["sholu"]]
    behind = [
        name
        for one in doors
        if isinstance(one["forbidden_modules"], list)
        for name in one["forbidden_modules"]
    ]
    assert outside() <= set(behind)
    assert len(behind) == len(set(behind))
