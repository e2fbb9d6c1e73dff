"""The modules of the engine as trees: only those are parsed in whose text what is looked for can stand."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import sholu

ENGINE = Path(sholu.__file__).parent


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(may_be_in: Callable[[str], object]) -> Iterator[tuple[str, ast.AST]]:
    """Yield all that stands in modules of whose text something is true, with their paths within the engine.

    To parse them all takes longer than most tests of what is in them.
    """
    for path in sorted(ENGINE.rglob("*.py")):
        if may_be_in(path.read_text(encoding="utf-8")):
            for node in ast.walk(_tree(path)):
                yield path.relative_to(ENGINE).as_posix(), node
