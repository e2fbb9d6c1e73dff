"""What no page has, and what would keep its readers busy for minutes: taken out, and told to its author.

Whoever reads Markdown looks from each sign that opens something for the one that closes it. Where thousands
open and none closes, the work grows with the square of the page. Knows signs, not what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.values import Value

# Brackets within brackets: a citation in a footnote in a link has three.
DEEPEST = 40
# Comments or macros that open and are never closed: a page about Markdown may show some.
MOST_OPEN = 20
_SIGNS = re.compile(r"\n[ \t]*\n|[\[\]]")
_PLAIN = str.maketrans("[]", "()")


class Excess(Value):
    """What a page has too much of: where it begins (offset in the text), what it is, how to mend it."""

    start: int
    what: str
    mend: str


def within_limits(text: str) -> tuple[str, tuple[Excess, ...]]:
    """Return a page of the same length without what it has too much of, and what that was."""
    found: list[Excess] = []
    for opening, closing, harmless, what in (
        ("<!--", "-->", "(!--", "comments"),
        ("{{", "}}", "((", "macros"),
    ):
        after = text.rfind(closing)
        count = text.count(opening, max(after, 0))
        if count > MOST_OPEN:
            start = text.find(opening, max(after, 0))
            found.append(Excess(start, f"{count} {what} open here and are never closed by {closing}", _MEND))
            text = text[:start] + text[start:].replace(opening, harmless)
    if text.count("[") > DEEPEST:
        for start, end, depth in reversed(tuple(_deep(text))):
            what = f"{depth} square brackets stand here within one another"
            found.append(Excess(start, what, _MEND))
            text = text[:start] + text[start:end].translate(_PLAIN) + text[end:]
    return text, tuple(found)


_MEND = "close each, or take them out; as signs they take a backslash: \\["


def _deep(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the paragraphs in which brackets nest too deep: begin, end, depth."""
    start = depth = deepest = 0
    for sign in _SIGNS.finditer(text):
        if sign[0] == "[":
            depth += 1
            deepest = max(depth, deepest)
        elif sign[0] == "]":
            depth = max(depth - 1, 0)
        else:
            if deepest > DEEPEST:
                yield start, sign.start(), deepest
            start, depth, deepest = sign.end(), 0, 0
    if deepest > DEEPEST:
        yield start, len(text), deepest
