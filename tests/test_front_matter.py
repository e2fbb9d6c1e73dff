"""Front matter that cannot be read is named, and is no text of its page."""

from __future__ import annotations

import pytest
from sholu.front_matter import readable_front_matter

TEXT = "# Title {#title}\n\nText.\n"

BROKEN = [
    ("---\ntitle: Вода: обзор\n---\n", 2, "broken front matter"),
    ('---\ntitle: "Вода\ndescription: x\n---\n', 4, "broken front matter"),
    ("---\ntitle:Вода\n---\n", 2, "no names"),
    ("---\ntitle: Вода\n\n", 1, "not closed"),
    ("---\ntitle: Вода\ndescription:\n  of two lines\n\n", 1, "not closed"),
]


@pytest.mark.parametrize(("broken", "line", "what"), BROKEN)
def test_a_fault_is_named_and_the_text_keeps_its_lines(broken: str, line: int, what: str) -> None:
    """MkDocs would show the front matter to readers, and take it for a heading without an id."""
    text, (problem,) = readable_front_matter(broken + TEXT, "docs/ru/water.md")
    assert str(problem).startswith(f"docs/ru/water.md:{line}: ")
    assert what in problem.what
    assert text.startswith("---\n{}\n")
    assert "Вода" not in text
    assert text.endswith(TEXT)
    assert text.count("\n") == (broken + TEXT).count("\n")


@pytest.mark.parametrize(
    "page",
    [
        TEXT,
        f"---\ntitle: 'Вода: обзор'\n---\n{TEXT}",
        f"---\n---\n{TEXT}",
        f"---\n\n{TEXT}\n---\n\nNext.\n",
        f"---\n{TEXT}",
        f"---\ntitle: Вода\n...\n{TEXT}",
        "",
        "---",
    ],
)
def test_what_can_be_read_stays_as_it_is(page: str) -> None:
    """Rules of dashes too."""
    assert readable_front_matter(page, "docs/ru/water.md") == (page, ())
