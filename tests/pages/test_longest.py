"""A page may have so many blocks; of a longer one its author is told that, and nothing else."""

from __future__ import annotations

import pytest
from sholu.pages.longest import MOST_BLOCKS, MOST_TAGS, no_longer
from sholu.review import Review


@pytest.mark.parametrize(
    ("block", "blocks"),
    [
        ("text\n\n", 1),
        ("- item\n", 1),
        ("| a | 1 |\n", 1),
        (">>>>>>> a\n", 7),
        ("a\n=====\n", 1),
        ("a\n=\n", 1),
        ("-\n", 1),
        ("## A\n", 1),
        ("- - - a\n", 3),
        ("---\n", 1),
        ("```\n", 1),
        ("$a $", 1),
        ("\n", 1),
        (" \n", 1),
    ],
)
def test_what_begins_a_block_is_counted(block: str, blocks: int) -> None:
    """Paragraphs, items, rows, quotations in quotations, headings by the line below, items in items."""
    count = MOST_BLOCKS // blocks
    few = block * (count - 10)
    assert no_longer(few) == (few, None)
    many = block * (count + 10)
    shorter, found = no_longer(many)
    assert found is not None
    assert found.code == "P090"
    assert many.startswith(shorter.rstrip("\n"))
    assert len(many) - len(shorter) < 25 * len(block)


def test_lines_of_a_paragraph_are_none() -> None:
    """A page may be of any number of words, and its lines as short as an author likes."""
    text = "a line - of a long paragraph\n" * 3 * MOST_BLOCKS
    assert no_longer(text) == (text, None)


def test_of_a_page_that_is_too_long_nothing_else_is_told() -> None:
    """What is missing from its end follows from that."""
    page = "# T {#t}\n\n" + "Text  [@lost].\n\n" * MOST_BLOCKS
    problems = Review.from_texts({"docs/index.md": page, "references.bib": ""}).problems
    assert [(one.code, one.place.line) for one in problems] == [("P090", 2 * MOST_BLOCKS + 1)]


def test_a_page_of_tags_is_read_up_to_those_that_are_too_many() -> None:
    """What is less than a tag counts as none."""
    assert no_longer("a < b, " * 2 * MOST_TAGS) == ("a < b, " * 2 * MOST_TAGS, None)
    shorter, found = no_longer("<b>" * (MOST_TAGS + 5))
    assert found is not None
    assert (shorter, found.code, found.start) == ("<b>" * MOST_TAGS + "\n", "P092", 3 * MOST_TAGS)
    assert found.values["count"] == f"{MOST_TAGS + 5:,}"
