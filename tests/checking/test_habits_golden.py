"""Pages with what people type by habit, and all that `sholu check` says of it, line by line.

They stand in `tests/golden/habits/`, what is told in `told.txt`, what is mended in `mended.diff` there;
`pytest --rewrite-golden` writes these anew.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from sholu.checking import editor
from sholu.checking.editor import as_an_editor
from sholu.checking.mending import mended
from sholu.review import Review

FOLDER = Path(__file__).parent.parent / "golden" / "habits"


@pytest.fixture(autouse=True)
def _no_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    """What they know depends on the machine, and they take seconds to load."""
    monkeypatch.setattr(editor, "is_installed", lambda: False)


def compare(request: pytest.FixtureRequest, name: str, actual: str) -> None:
    """Compare with a golden file, or write it anew."""
    actual = actual.replace("\u00a0", "⍽").replace("\u202f", "⌴") + "\n"
    if request.config.getoption("--rewrite-golden"):
        (FOLDER / name).write_text(actual, encoding="utf-8")
    assert actual == (FOLDER / name).read_text(encoding="utf-8")


def texts() -> dict[str, str]:
    """Return the files of the review."""
    names = ("mkdocs.yml", "references.bib", "docs/en/index.md", "docs/ru/water.md")
    return {name: (FOLDER / name).read_text(encoding="utf-8") for name in names}


def test_all_that_is_told_of_habits_is_known(request: pytest.FixtureRequest) -> None:
    """The place, the words and the mend of each."""
    review = Review.from_texts(texts())
    told = [
        *map(str, review.problems),
        *(f"{one.problem.level} {one.problem}" for one in as_an_editor(review)),
    ]
    compare(request, "told.txt", "\n".join(told))


def test_all_that_is_mended_is_known(request: pytest.FixtureRequest) -> None:
    """Line by line, in pages and in the bibliography."""
    changed = mended(Review.from_texts(texts()), (), lambda other: Review.from_texts(texts() | dict(other)))
    lines = [
        line
        for name, text in sorted(changed.items())
        for line in unified_diff(texts()[name].split("\n"), text.split("\n"), name, name, n=0, lineterm="")
    ]
    compare(request, "mended.diff", "\n".join(lines))
