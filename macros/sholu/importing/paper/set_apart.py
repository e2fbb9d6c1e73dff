"""What stands apart in plain text: tables by tabs, bars or columns, formulas between `$$`. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from sholu.regexes import regex
from sholu.values import Value

_RULE = regex(r"[\s|+:=-]*[-=]{2,}[\s|+:=-]*")
_GAPS = regex(r"\s{2,}|\t")
# Columns that spaces part are a table from so many lines on, of so many letters a cell.
_FEWEST_LINES = 3
_LONGEST_CELL = 60
_DISPLAYED = regex(r"^[ \t]*\$\$.+?\$\$(?:[ \t]*\(\d+(?:\.\d+)*\))?[ \t]*$", re.DOTALL | re.MULTILINE)


class Apart(Value):
    """A piece of a text; `kind` is "text", "table" or "formula", whose `words` are Markdown already."""

    kind: str
    words: str


def pieces(text: str, escape: Callable[[str], str]) -> Iterator[Apart]:
    """Part a text into paragraphs, tables and formulas, in their order.

    Args:
        text: the text.
        escape: writes the words of a cell so that Markdown shows them as they are.
    """
    place = 0
    for formula in _DISPLAYED.finditer(text):
        yield from _with_tables(text[place : formula.start()], escape)
        yield Apart("formula", formula[0].strip())
        place = formula.end()
    yield from _with_tables(text[place:], escape)


def _with_tables(text: str, escape: Callable[[str], str]) -> Iterator[Apart]:
    lines = text.split("\n")
    shapes = [None if _RULE.fullmatch(line) else _shape(line) for line in lines]
    for order in (range(len(lines) - 2, -1, -1), range(1, len(lines))):
        # A rule belongs to the row behind it, else to the one before.
        step = order.step
        for place in order:
            if shapes[place] is None and _RULE.fullmatch(lines[place]):
                shapes[place] = shapes[place - step]
    for shape, found in groupby(zip(lines, shapes, strict=True), key=itemgetter(1)):
        run = [line for line, _ in found]
        rows = [_cells(line, shape[0]) for line in run if not _RULE.fullmatch(line)] if shape else []
        fewest = _FEWEST_LINES if shape and shape[0] == " " else 2
        if shape is not None and len(rows) >= fewest:
            yield Apart("table", _written(rows, escape))
        else:
            yield Apart("text", "\n".join(run))


def _shape(line: str) -> tuple[str, int] | None:
    """Tell what parts the cells of a line and how many it has, None for one that is no row."""
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|") and len(bare) > 2:  # noqa: PLR2004 -- a cell between
        return "|", 0
    for sign in ("\t", " "):
        cells = _cells(line, sign)
        if len(cells) > 1 and all(cells[:2]) and (sign == "\t" or max(map(len, cells)) <= _LONGEST_CELL):
            return sign, len(cells)
    return None


def _cells(line: str, sign: str) -> list[str]:
    bare = line.strip(" \r\n")
    if sign == "|":
        return [cell.strip() for cell in bare.strip("|").split("|")]
    return [cell.strip() for cell in (bare.split("\t") if sign == "\t" else _GAPS.split(bare.strip()))]


def _written(rows: list[list[str]], escape: Callable[[str], str]) -> str:
    """Write a table of Markdown, whose first row is its head; rows are made as long as the longest."""
    width = max(map(len, rows))
    lines = [
        [escape(cell).replace("|", "\\|") for cell in (*row, *[""] * (width - len(row)))] for row in rows
    ]
    written = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join((written[0], f"|{'---|' * width}", *written[1:]))
