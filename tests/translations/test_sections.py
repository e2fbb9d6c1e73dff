"""Sections that only one version of a page has: each is told once, with where it should stand."""

from __future__ import annotations

import pytest
from sholu.review import Review

from tests.writing.test_exchange import SETTINGS


def told(source: str, translation: str) -> list[str]:
    """Return line, code and place in the other version of what is said of sections."""
    pages = {"docs/kk/index.md": source, "docs/ru/index.md": translation}
    review = Review.from_texts({"mkdocs.yml": SETTINGS, "references.bib": "", **pages})
    shown = []
    for one in review.problems:
        if one.code in {"T007", "T008", "T009", "T010"}:
            where = dict(one.values).get("where", "")
            shown.append(f"{one.place} {one.code} {where}".strip())
    return shown


def page(*names: str, words: str = "Сөз.") -> str:
    """Return a page with these sections, a paragraph in each."""
    return "".join(f"## S {{#{name}}}\n\n{words}\n\n" for name in names)


@pytest.mark.parametrize(
    ("source", "translation", "codes"),
    [
        # A section that is missing is told where it should be: behind what stands before it.
        (page("a", "b", "c"), page("a", "c"), ["docs/ru/index.md:3 T007 docs/kk/index.md:5"]),
        (page("a", "b"), page("b"), ["docs/ru/index.md:1 T007 docs/kk/index.md:1"]),
        # One that is too many, at its own line, with what it follows.
        (page("a", "c"), page("a", "b", "c"), ["docs/ru/index.md:5 T008 docs/kk/index.md:3"]),
        (page("b"), page("a", "b"), ["docs/ru/index.md:1 T008 docs/kk/index.md:1"]),
        # At the same place under another name it is the same, and told once.
        (page("a", "b", "c"), page("a", "x", "c"), ["docs/ru/index.md:5 T008 docs/kk/index.md:5"]),
        (page("a", "b"), page("x", "a"), [
            "docs/ru/index.md:7 T007 docs/kk/index.md:5", "docs/ru/index.md:1 T008 docs/kk/index.md:1",
        ]),
        # The first that stands elsewhere, with where its heading has what should stand there.
        (page("a", "b"), page("b", "a"), ["docs/ru/index.md:1 T009 docs/kk/index.md:1"]),
        (page("a", "b", "c"), page("a", "c", "b"), ["docs/ru/index.md:5 T009 docs/kk/index.md:5"]),
        (page("a", "b"), page("a", "b"), []),
    ],
)  # fmt: skip
def test_a_section_of_one_version_is_told(source: str, translation: str, codes: list[str]) -> None:
    """By its name, with the place in the other version."""
    assert sorted(told(source, translation)) == sorted(codes)
