"""No row of a table and no paragraph has so much in it that its reader takes seconds."""

from __future__ import annotations

import pytest
from sholu.citations.source import without_code
from sholu.pages.limits import within_limits
from sholu.pages.widest import MOST_COLUMNS, MOST_SEARCHED, MOST_TICKS

HEAD = "# T {#t}\n\na|b\n-|-\n"


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ("c|" * (MOST_COLUMNS + 1), MOST_COLUMNS + 1),
        ("`|" * (MOST_COLUMNS - 50), MOST_COLUMNS - 50),
        (f"c|{'`d` ' * MOST_TICKS}", 1),
    ],
    ids=["cells", "cells of code", "code"],
)
def test_a_row_with_too_much_is_none_and_told_once(row: str, count: int) -> None:
    """Its words stay, and the page keeps its length; in a fence it is no row."""
    text = f"{HEAD}{row}\n{row}\nc|d\n"
    read, (excess,) = within_limits(text, without_code)
    assert len(read) == len(text)
    assert read.startswith(HEAD)
    assert read.endswith("c|d\n")
    assert read.count("|") == 3
    assert (excess.code, excess.start) == ("P095", len(HEAD))
    assert excess.values["count"] == f"{count:,}"
    code = f"```\n{text}```\n"
    assert within_limits(code, without_code) == (code, ())


def test_a_wide_table_is_fine() -> None:
    """With as many cells as may be, and with code in them."""
    for row in ("c|" * MOST_COLUMNS, "`c`|" * 100):
        text = f"{HEAD}{row}\n"
        assert within_limits(text, without_code) == (text, ())


def test_abbreviations_are_looked_for_in_no_paragraph_that_is_too_long() -> None:
    """Each is looked for in the whole of it; several that are as long together are fine."""
    word = "UN and more words\n"
    few = f"{word * 100}\n" * (MOST_SEARCHED // len(word) // 100 + 1)
    text = f"*[UN]: United Nations\n\n{few}"
    assert within_limits(text, without_code) == (text, ())
    many = text.replace("\n\nUN", "\nUN").replace("Nations\n", "Nations\n\n")
    read, (excess,) = within_limits(many, without_code)
    assert read == many.replace("*[UN]", " [UN]")
    assert (excess.code, excess.values["count"]) == ("P097", "1")
    shown = many.replace("*[UN]: United Nations", "`*[UN]: a`")
    assert within_limits(shown, without_code) == (shown, ())
