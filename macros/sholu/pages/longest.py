"""How many blocks a page may have: what nobody reads as one page, and no reader of Markdown ends soon.

Each block costs a fraction of a millisecond, whatever stands in it; a page of thousands of paragraphs, items
or rows, or of quotations in quotations, would keep a build busy for seconds at every save.
"""

from __future__ import annotations

from sholu.pages.findings import Finding
from sholu.regexes import regex

# The longest chapter has some hundred paragraphs, the longest table of a review some hundred rows.
MOST_BLOCKS = 5_000
# A table of HTML of a thousand rows has as many; each is read by three parsers.
MOST_TAGS = 20_000
_TAG = regex("<[A-Za-z]")
# What begins a block to Python-Markdown: text after an empty line, an item of a list, a row of a table, a
# footnote, a heading by the line below it, a box, a fence, a rule, and each quotation within a quotation.
_BEGINNING = regex(
    r"\n(?=[ \t]*\n)|\n(?=[ \t]*(?:[-*+:]|\d+[.)])[ \t])|\n(?=[^\n|]*\|)"
    r"|\n(?=[ \t]*(?:#|!!!|\?\?\?|\[\^|`{3}|~{3}|[-*_]{3}))"
    r"|\n(?=[=-]+[ ]*(?:\n|\Z))|(?:(?<=\n)|(?<=> )|(?<=>)|(?<=^))[ \t]*>"
    # A formula, which is made into as much.
    r"|\$(?=[^\s$])"
    # An item that begins with an item.
    r"|(?<=[-*+] )[ \t]*(?=[-*+] )"
)


def no_longer(text: str) -> tuple[str, Finding | None]:
    """Return a page up to the blocks that are too many, and what these were."""
    if sum(map(text.count, ("\n", ">", "- ", "* ", "$"))) <= MOST_BLOCKS:
        return _with_fewer_tags(text)
    places = [one.start() for one in _BEGINNING.finditer(text)]
    if len(places) < MOST_BLOCKS:
        return _with_fewer_tags(text)
    start = places[MOST_BLOCKS - 1]
    values = {"count": f"{len(places) + 1:,}", "most": f"{MOST_BLOCKS:,}"}
    rest = text[start:].lstrip()
    return f"{text[:start]}\n", Finding(len(text) - len(rest), "P090", values)


def _with_fewer_tags(text: str) -> tuple[str, Finding | None]:
    if text.count("<") <= MOST_TAGS:
        return text, None
    places = [one.start() for one in _TAG.finditer(text)]
    if len(places) <= MOST_TAGS:
        return text, None
    values = {"count": f"{len(places):,}", "most": f"{MOST_TAGS:,}"}
    return f"{text[: places[MOST_TAGS]]}\n", Finding(places[MOST_TAGS], "P092", values)
