"""One review with many faults, and all that its author is told of them, word for word, in each language.

It stands in `tests/golden/faults/`, what is told in `told.kk.txt` and so on beside it; ⍽ is a space at which
no line breaks. `pytest --rewrite-golden` writes them anew; read the difference as the author would.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from sholu.checking.editor import as_an_editor
from sholu.problems import Problem
from sholu.problems.telling import LANGUAGES, in_language
from sholu.review import Review

FOLDER = Path(__file__).parent.parent / "golden" / "faults"


@cache
def problems() -> tuple[Problem, ...]:
    """Return all that is wrong in it, and what an experienced editor would see."""
    review = Review.in_folder(FOLDER)
    return (*review.problems, *(one.problem for one in as_an_editor(review)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_fault_is_told_with_its_place_and_its_mend(code: str, request: pytest.FixtureRequest) -> None:
    """All at once, in the order of files and lines; after them what `sholu check` adds."""
    path = FOLDER / f"told.{code}.txt"
    told = "".join(f"{in_language(one, code)}\n" for one in problems()).replace("\u00a0", "⍽")
    if request.config.getoption("--rewrite-golden"):
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


def test_many_rules_are_tried() -> None:
    """Else the files above would hold little."""
    assert len({one.code for one in problems()}) >= 30
