"""How much may stand in one row of a table, and in one paragraph of a page that has abbreviations.

For each piece of it Python-Markdown looks through all others of the row, or of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sholu.pages.findings import Finding
from sholu.regexes import regex

MOST_COLUMNS = 500
# Backticks of a row, and those times its cells.
MOST_TICKS = 2_000
_MOST_TICKED = 200_000
_BLANK = str.maketrans("|`", "  ")
# Letters of a paragraph in which abbreviations are looked for: ten printed pages.
MOST_SEARCHED = 25_000
_ABBREVIATION = regex(r"^ {0,3}\*(?=\[)", re.MULTILINE)
_PARAGRAPH = regex(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")


def with_fewer_columns(text: str, prose: Callable[[str], str]) -> tuple[str, list[Finding]]:
    """Return a page whose rows with too many cells, or too much code in them, are none; what they were.

    Args:
        text: the page.
        prose: blanks out what is code; asked only where there may be too much.
    """
    if text.count("|") <= MOST_COLUMNS and text.count("`") <= MOST_TICKS:
        return text, []
    if not any(True for _ in _too_wide(text)):
        return text, []
    found: list[Finding] = []
    shown = prose(text)
    for start, end, count in _too_wide(text):
        # A line of a fence is blank there; code within a row is looked through all the same.
        if shown[start:end].strip():
            found.append(Finding(start, "P095", {"count": f"{count:,}", "most": MOST_COLUMNS}))
            text = text[:start] + text[start:end].translate(_BLANK) + text[end:]
    # A table has as many in each row; they are told once.
    return text, found[:1]


def _too_wide(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the rows with too many cells, or with too much code: begin, end, how many cells."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if (count := line.count("|")) and (
            count > MOST_COLUMNS or (ticks := line.count("`")) > MOST_TICKS or count * ticks > _MOST_TICKED
        ):
            yield start, end, count
        start = end + 1


def with_fewer_abbreviations(text: str, prose: Callable[[str], str]) -> tuple[str, list[Finding]]:
    """Return a page without its abbreviations (`*[UN]: …`) if one of its paragraphs is too long for them."""
    if len(text) <= MOST_SEARCHED or "*[" not in text:
        return text, []
    if not (places := [one.end() - 1 for one in _ABBREVIATION.finditer(prose(text))]):
        return text, []
    longest = max(_PARAGRAPH.finditer(text), key=lambda one: one.end() - one.start(), default=None)
    if longest is None or len(longest[0]) <= MOST_SEARCHED:
        return text, []
    letters = list(text)
    for place in places:
        letters[place] = " "
    values = {"count": f"{len(places):,}", "letters": f"{len(longest[0]):,}", "most": f"{MOST_SEARCHED:,}"}
    return "".join(letters), [Finding(longest.start(), "P097", values)]
