"""Fields of Word: where one stands in its XML, what it is told to show, and how pandoc is told of a citation.

A field is three signs among the runs, `begin`, `separate` and `end` (ECMA-376, 17.16.18): between the first
two stands its instruction, which may be cut into runs, and in which other fields may stand; behind them what
it shows. `w:fldData` of the first sign holds what a program keeps there.
"""

from __future__ import annotations

import json
import re
from html import escape, unescape
from typing import Any

from sholu.regexes import regex
from sholu.values import Value

Json = Any

_PARTS = regex(
    r"<w:fldChar\b[^<>]*?w:fldCharType=\"(?P<sign>begin|separate|end)\"[^<>]*>"
    r"|<w:instrText\b[^<>]*>(?P<words>[^<]*)</w:instrText>"
    r"|<w:fldData\b[^<>]*>(?P<data>[^<]*)</w:fldData>"
)
_SIMPLE = regex(
    r"<w:fldSimple\b[^<>]*?w:instr=\"([^\"]*)\"[^<>]*(?<!/)>((?:(?!</?w:fldSimple\b).)*?)</w:fldSimple>",
    re.DOTALL,
)
# What may open between two signs and not close there: then nothing can take its place.
_AROUND = (
    "w:p",
    "w:ins",
    "w:del",
    "w:hyperlink",
    "w:smartTag",
    "w:sdt",
    "w:sdtContent",
    "w:tc",
    "w:fldSimple",
)


class WordField(Value):
    """A field: from the tag of its first sign to that of its second (`end`), and what it keeps."""

    start: int
    end: int
    instruction: str
    data: str = ""


def fields_in(text: str) -> list[WordField]:
    """Return the fields that show something, none that stands in another's instruction.

    Args:
        text: a part of a Word file, as XML.
    """
    found: list[WordField] = []
    # Each open field: where it begins, its instruction, what it keeps, whether it shows something already.
    opened: list[tuple[int, list[str], list[str], list[bool]]] = []
    for part in _PARTS.finditer(text):
        sign = part["sign"]
        if sign == "begin":
            opened.append((part.start(), [], [], []))
        elif not opened:
            continue
        elif sign == "separate" and not opened[-1][3]:
            start, words, data, shows = opened[-1]
            shows.append(True)
            found.append(WordField(start, part.start(), unescape("".join(words)), "".join(data)))
        elif sign == "end":
            opened.pop()
        elif part["data"] is not None:
            opened[-1][2].append(part["data"])
        elif part["words"] is not None:
            opened[-1][1].append(part["words"])
    whole: list[WordField] = []
    for field in sorted(found, key=lambda one: one.start):
        if not whole or field.start >= whole[-1].end:
            whole.append(field)
    return whole


def can_be_changed(text: str, field: WordField) -> bool:
    """Tell whether nothing but runs stands between the signs of a field: then others can take their place."""
    inside = text[field.start : field.end]
    return all(len(re.findall(rf"<{name}[ >]", inside)) == inside.count(f"</{name}>") for name in _AROUND)


def instructed(instruction: str) -> str:
    """Return what stands from the first sign of a field to its second, for an instruction."""
    return (
        '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f"{escape(instruction)} </w:instrText></w:r><w:r>"
    )


def cited(citation: Json) -> str:
    """Return the instruction that pandoc reads as a citation, given as CSL-JSON."""
    return f"ADDIN CSL_CITATION {json.dumps(citation, ensure_ascii=False)}"


def without_simple(text: str) -> str:
    """Write fields that are one element as those of three signs."""
    return _SIMPLE.sub(
        lambda found: (
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{found[1]}'
            f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{found[2]}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        text,
    )
