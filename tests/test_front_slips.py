"""Front matter that is none, and values that are others than they look."""

from __future__ import annotations

import pytest
from sholu.front_matter import readable_front_matter, take_out_wrong_values, taken_apart

from tests.rows import rows

pytestmark = pytest.mark.pure


def told(text: str) -> list[tuple[str, int]]:
    """Return what is told of a page, with the lines."""
    read, unreadable = readable_front_matter(text, "docs/kk/a.md")
    meta, _ = taken_apart(read)
    return [
        (one.code, one.place.line)
        for one in (*unreadable, *take_out_wrong_values(meta, read, "docs/kk/a.md"))
    ]


@rows(
    ("text", "expected"),
    [
        ("\n\n---\ntitle: Су\n---\n# Су\n", [("P007", 3)]),
        ("--\ntitle: Су\n--\n# Су\n", [("P007", 1)]),
        (" ---\ntitle: Су\n---\n# Су\n", [("P007", 1)]),
        ("+++\ntitle: Су\n+++\n# Су\n", [("P007", 1)]),
        ("—\ntitle: Су\n—\n# Су\n", [("P007", 1)]),
        ('---\ntitle = "Су"\n---\n# Су\n', [("P007", 2)]),
        ('---\n- title: "Су"\n---\n# Су\n', [("P007", 2)]),
        ("---\ntitle: Су\n--\n# Су\n", [("P007", 3)]),
        ("---\ntitle: Вода #1\n---\n# Вода\n", [("P008", 2)]),
        ("---\ntitle: “Water”\n---\n# Water\n", [("P009", 2)]),
        ("---\ntitle: Вода\nappendix: да\n---\n# Вода\n", [("P016", 3)]),
        ("---\nназвание: Вода\n---\n# Вода\n", [("P026", 2)]),
        ("---\n<!-- draft -->\ntitle: Вода\n---\n# Вода\n", [("P007", 2)]),
        ("---\ntitle: '**Вода** и степь'\n---\n# Вода\n", [("P017", 2)]),
        ("---\ntitle: О [воде](a.md)\n---\n# Вода\n", [("P017", 2)]),
        ("---\ntitle:\ndescription:\n---\n# Вода\n", [("P004", 2)]),
        ("---\ntitle: 2 * 2 = 4, a_b_c, [12]\n---\n# Вода\n", []),
    ],
    ids=str.split(
        "below sign space plus dash equals item end cut marks switch letters comment bold link empty signs"
    ),
)
def test_a_slip_in_front_matter_is_told_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    """Each was printed, lost or passed over without a word."""
    assert told(text) == expected


@rows(
    "text",
    [
        "---\ntitle: Вода # для меню\n---\n# Вода\n",
        '---\ntitle: "Вода #1"\n---\n# Вода\n',
        "---\ntitle: C#\n---\n# C#\n",
        "---\ntitle: «Вода»\n---\n# «Вода»\n",
        "---\ntitle: «Вода» и «Огонь»\n---\n# Вода\n",
        "---\nappendix: true\nnumbered: false\n---\n# Вода\n",
        "---\n\nA rule above, and no front matter.\n",
        "# Вода\n\n--\ntitle: example\n",
    ],
    ids=str.split("comment quoted no-space quotation two-quotations switches rule below-text"),
)
def test_what_is_meant_so_is_not_told(text: str) -> None:
    """Comments have a space behind their sign, titles that are quotations have marks in the heading, too."""
    assert told(text) == []


def test_the_mend_is_the_line_to_write() -> None:
    """With the whole value in straight quotation marks."""
    text = "---\ntitle: Вода #1 в мире\n---\n# Вода\n"
    (one,) = take_out_wrong_values({"title": "Вода"}, text, "a.md")
    assert one.mend.endswith('title: "Вода #1 в мире"')
