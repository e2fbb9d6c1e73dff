"""A paper of Word that was typed off, or has no headings: read as plain text is, from pandoc's document.

Whoever puts the text of a PDF into Word has paragraphs and nothing else there: notes at the foot of a page,
running heads, words that a line has parted, headings that only their place tells.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from sholu.importing.paper.nodes import Content, Node, nodes, words_of
from sholu.importing.paper.plain import from_plain, looks_typed_off
from sholu.importing.paper.running_heads import HEADING

# What is in a text without tables, pictures, lists, notes or fields.
_SIMPLE = frozenset(
    {"Para", "Plain", "Header", "Str", "Space", "SoftBreak", "LineBreak", "Emph", "Strong", "Quoted"}
)
_WORD = frozenset({".docx", ".odt", ".rtf"})
# Around what is emphasized while the text is read, from the private area of Unicode.
_EMPHASIS = {"Emph": ("\ue016", "\ue017", "*"), "Strong": ("\ue018", "\ue019", "**")}
_LONGEST_HEADING = 160
_FEWEST = 4


def as_typed_off(read: dict[str, Any], kind: str) -> tuple[str, Counter[str]] | None:
    """Return Markdown of a document, and what was mended in it; None if it is to be read as it is.

    Args:
        read: the document that pandoc has read.
        kind: how the name of the paper ends: `.docx`.
    """
    blocks = read["blocks"]
    if kind not in _WORD or "abstract" in read.get("meta", {}):
        return None
    if len(blocks) < _FEWEST or any(node["t"] not in _SIMPLE for node in nodes(blocks) if "t" in node):
        return None
    has_headings = any(block["t"] == "Header" or _is_bold(block) for block in blocks)
    if has_headings and not looks_typed_off([words_of(block) for block in blocks]):
        return None
    made = from_plain("\n\n".join(_text(block) for block in blocks if words_of(block).strip()))
    text = made.markdown
    for opens, closes, sign in _EMPHASIS.values():
        # Where a page has broken a sentence, what is emphasized may be broken with it.
        text = re.sub(rf"{opens}(\s*)([^{opens}{closes}\n]*?)(\s*){closes}", rf"\1{sign}\2{sign}\3", text)
        text = re.sub(f"[{opens}{closes}]", "", text)
    return text, made.mended


def _is_bold(block: Node) -> bool:
    inlines = [one for one in block["c"] if one["t"] != "Space"] if block["t"] == "Para" else []
    return (
        bool(inlines)
        and all(one["t"] == "Strong" for one in inlines)
        and len(words_of(block)) < _LONGEST_HEADING
    )


def _text(block: Node) -> str:
    if block["t"] == "Header":
        return f"{HEADING}{block['c'][0]} {_inline(block['c'][2])}"
    if _is_bold(block):
        return f"{HEADING}2 {words_of(block)}"
    return _inline(block["c"])


def _inline(part: Content) -> str:
    if isinstance(part, list):
        return "".join(map(_inline, part))
    kind = part["t"]
    if kind in _EMPHASIS:
        opens, closes, _ = _EMPHASIS[kind]
        return f"{opens}{_inline(part['c'])}{closes}"
    if kind == "Quoted":
        sign = {"SingleQuote": "‘’", "DoubleQuote": "“”"}[part["c"][0]["t"]]
        return f"{sign[0]}{_inline(part['c'][1])}{sign[1]}"
    return str(part["c"]) if kind == "Str" else "\n" if kind == "LineBreak" else " "
