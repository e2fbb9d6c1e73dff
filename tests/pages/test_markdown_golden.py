"""All that a page may hold, and the HTML that becomes of it, to the letter.

The pages stand in `tests/golden/markdown/`, their HTML in `shown.html`, what is told in `told.txt`, their
blocks in `blocks.txt`; ⍽ is a space at which no line breaks. `pytest --rewrite-golden` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.review import Review

FOLDER = Path(__file__).parent.parent / "golden" / "markdown"


def compare(request: pytest.FixtureRequest, name: str, actual: str) -> None:
    """Compare with a golden file, or write it anew."""
    actual = actual.replace("\u00a0", "⍽").replace("\u202f", "⌴") + "\n"
    if request.config.getoption("--rewrite-golden"):
        (FOLDER / name).write_text(actual, encoding="utf-8")
    assert actual == (FOLDER / name).read_text(encoding="utf-8")


def test_all_that_a_page_may_hold_is_shown(request: pytest.FixtureRequest) -> None:
    """With ids, numbers, languages, links and words for those who hear the page."""
    review = Review.in_folder(FOLDER)
    pages = review.pages.items()
    compare(request, "shown.html", "\n".join(f"== {name} {page.title}\n{page.html}" for name, page in pages))
    told = (*map(str, review.problems), *(f"{name} cites {' '.join(page.cited)}" for name, page in pages))
    compare(request, "told.txt", "\n".join(told))


def test_words_of_blocks_are_known(request: pytest.FixtureRequest) -> None:
    """Each block with its place, its kind and what translators and the search get of it."""
    review = Review.in_folder(FOLDER)
    blocks = (
        f"{page.version.path}:{page.version.line_of(block)} {block}"
        for code in review.settings.codes
        for page in review.gathered.pages.of(code).values()
        for block in page.version.blocks
    )
    compare(request, "blocks.txt", "\n".join(blocks))
