"""Markdown that renders otherwise than it looks: lists that are none, brackets that lead nowhere.

Works on the text of a page with its code blanked out. What is found is a habit of other programs (CommonMark,
Pandoc, LaTeX, Git), each a line of https://python-markdown.github.io/#differences that authors do not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from difflib import SequenceMatcher

from sholu.pages.findings import Edit, Finding
from sholu.problems import nearest
from sholu.regexes import regex

# Here and below: what is looked for ends at its next beginning, or takes no letter twice (`*+`), so that a
# page of nothing but beginnings is read in one pass.
_BLOCK = regex(r"(?:^[^\S\n]*+\S[^\n]*+(?:\n|\Z))+", re.MULTILINE)
_BULLET = regex(r"(?P<indent> *)(?:[-*+]|1[.)])[ \t]+\S")
_ITEM = regex(r"(?P<indent> *)(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
# What begins a block of its own, or holds one: no list that follows it is part of a paragraph.
_NO_PARAGRAPH = regex(r"\s*(?:#{1,6}\s|>|\||!!!|\?\?\?|===|:\s|<|\[\^[^\]]+\]:|\{)")
_DELIMITER = regex(
    r"\s*+\|?\s*+:?-{2,}+:?\s*+(?:\|\s*+:?-{2,}+:?\s*+)+\|?\s*+$|\s*+\|\s*+:?-{2,}+:?\s*+\|\s*+$"
)
_FOOTNOTE = regex(r"^ {0,3}\[\^(?P<name>[^\]\n]+)\]:", re.MULTILINE)
_REFERENCE = regex(r"(?<![\\!\]])\[(?P<words>[^\[\]\n@^]+)\]\[(?P<name>[^\[\]\n]*)\]")
_DEFINITION = regex(r"^ {0,3}\[(?P<name>[^\[\]^]+)\]:[ \t]*\S", re.MULTILINE)
_TEX = regex(
    r"(?<!\\)\\(?:cite[a-z]*|bibliography|ref|footnote|emph|textbf|textit|section)\*?\s*+(?:\[[^\[\]]*+\])*+\{"
)
_ADDRESS = regex(r"(?<![\w(<{\[\"'=/.@-])(?:https?://|www\.)[^\s<>()\[\]\"'|]+[^\s<>()\[\]\"'|.,;:!?»”…]")
_PICTURE = regex(r"!\[\s*\](?:\([^)\s]*|\[[^\[\]]*\])|<img\b(?![^<>]*\balt\s*=)[^<>]*>", re.IGNORECASE)
_LINK_OR_TAG = regex(
    r"\]\([^)]{0,1000}\)|<[a-zA-Z/][^<>]*>|^ {0,3}\[[^\]\n]+\]:.*$|\{[:#.][^{}\n]*\}", re.MULTILINE
)
# Two asterisks that may open or close bold words; three are a line, or bold italics.
_BOLD = regex(r"(?<![\\*])\*\*(?!\*)")
# Words between two signs of emphasis; a space on the inner side of either leaves both as they are typed.
_EMPHASIS = regex(
    r"(?P<sign>[*_](?<![\w\\*_].)(?:(?<=\*)\*|(?<=_)_)?)(?P<before>[ \t]?)(?P<words>[^\s*_][^*_\n]{0,300}?)"
    r"(?P<after>[ \t]?)(?P=sign)(?![\w*_])"
)
_WORD = regex(r"[^\W\d_]{2}")
# Changes and remarks of a reviewer: {++new++}, {--old--}, {~~old~>new~~}, {>>why<<}.
_CRITIC = regex(r"\{(?:\+\+|--|~~|==|>>)[^{}\n]{1,300}(?:\+\+|--|~~|==|<<)\}")
# ~~Words~~ of GitHub.
_STRUCK = regex(r"(?<![~\\{])~~(?P<words>[^\s~][^~\n]{0,300})~~(?![~}])")
_BETWEEN_WORDS = regex(r"[ \t]+[^\W_]")
_REST_HAS_WORDS = regex(r"[ \t]*[^\s]")
# Fields of Zotero, Mendeley and EndNote, and what the last shows in their place: {Hiro, 2009 #12}.
_FIELD = regex(
    r"(?:\{[ \t]*+)?\bADDIN[ \t]+(?:ZOTERO|CSL|EN|Mendeley)\w*(?:[ \t.]\w+)*"
    r"|\{[^\W\d_][^{}\n#|]{0,80}, ?\d{4}[a-z]? ?#\d{1,6}\}"
)
# Two lines and more that begin with the same dot.
_DOTTED = regex(
    r"^[ \t]*+(?P<sign>[•●▪◦‣·∙\uf0b7])[^\n]+\n(?:[ \t]*+(?P=sign)[^\n]*+(?:\n|\Z))+", re.MULTILINE
)
# A link with a space in its middle, with its brackets the other way round, or with nothing to click on.
_NO_LINK = regex(
    r"(?<![!\\\]])\[[^\[\]\n@^]{1,300}\] \((?:https?://[^\s()]{1,1000}|[\w./-]{1,300}\.md(?:#[\w-]{1,100})?)\)"
    r"|(?<![!\\\]])\[[^\[\]\n@^]{1,300}\]\{(?:https?://[^\s{}]{1,1000}|[\w./-]{1,300}\.md(?:#[\w-]{1,100})?)\}"
    r"|(?<!\])\([^()\n]{1,300}\)\[(?:https?://[^\s\[\]]{1,1000}|[\w./-]{1,300}\.md(?:#[\w-]{1,100})?)\]"
)
_NO_WORDS = regex(r"(?<![!\\\]])\[[ \t]*\]\([^)\s]")
_NO_ADDRESS = regex(r"(?<![\\!\]])\[[^\[\]\n@^]{1,300}\]\([ \t]*\)")
# A box, and what follows it if that is no text of the box.
_EMPTY_BOX = regex(
    r"^(?P<indent> *)(?:!!!|\?\?\?\+?) ?\w[^\n]*+\n(?:[ \t]*\n)*+(?!(?P=indent)(?: {4}|\t))", re.MULTILINE
)
_BOX = regex(r"^[ \t]*(?:!!!|\?\?\?\+?) ?(?P<kind>[A-Za-z][\w-]*)", re.MULTILINE)
# Those of Material, the names that it has kept for them, and the note of the editors.
_BOXES = (
    "note", "abstract", "summary", "tldr", "info", "todo", "tip", "hint", "important", "success", "check",
    "done", "question", "help", "faq", "warning", "caution", "attention", "failure", "fail", "missing",
    "danger", "error", "bug", "example", "quote", "cite", "editor",
)  # fmt: skip
# So alike are a word and what it is a slip of; "citation" is none of "caution".
_SLIP = 0.8
# A box of Pandoc and Quarto; what closes it has nothing behind its colons.
_FENCE = regex(r"^ {0,3}:{3,}[ \t]*(?P<words>[{\w][^\n]{0,200})$", re.MULTILINE)
# The caption of a table as Pandoc has it, below it or above, without the label that makes it one here.
_NO_LABEL = r"(?![^\n]{0,400}\{[^{}\n]{0,100}#)(?![^\n]{0,400}\n[^\n]{0,400}\{[^{}\n]{0,100}#tbl)"
_CAPTION = regex(
    rf"^ {{0,3}}\|[^\n]*\n\n?(?P<below>(?:Table)?:[ \t]+{_NO_LABEL}[^\s{{][^\n]*)$"
    rf"|^(?P<above>(?:Table)?:[ \t]+{_NO_LABEL}[^\s{{][^\n]*)\n\n?(?= {{0,3}}\|)",
    re.MULTILINE,
)
_HEADING = regex(r"^(?P<signs>#{1,6})[ \t]+[^\s#][^\n]*", re.MULTILINE)
# What stands before a row of a table in a quotation or an item.
_BEFORE_ROW = regex(r"[ \t]*(?:>[ \t]*)*+")
_BETWEEN_CELLS = regex(r"(?<!\\)(?:\\\\)*+\|")
# By so many spaces an item is part of the one above it.
_TAB = 4


def habits(prose: str, extensions: Container[str] = ()) -> Iterator[Finding]:
    """Find what an author has typed in the way of another program.

    Args:
        prose: the text of a page, its code and comments blanked out.
        extensions: those of Python-Markdown that read more signs.
    """
    yield from _blocks(prose)
    yield from _footnotes(prose)
    yield from _references(prose)
    for found in _TEX.finditer(prose):
        yield Finding(found.start(), "M008", {"typed": found[0]})
    yield from _marks(prose, extensions)
    yield from _emphasis(prose)
    for found in _FIELD.finditer(prose):
        yield Finding(found.start(), "M082", {"typed": found[0][:40]})
    for found in _DOTTED.finditer(prose):
        yield Finding(found.start("sign"), "M083", {"sign": found["sign"]})
    bare = _LINK_OR_TAG.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), prose)
    for found in _ADDRESS.finditer(bare):
        yield Finding(found.start(), "M009", {"address": found[0]})
    for found in _PICTURE.finditer(prose):
        yield Finding(found.start(), "M010")
    for found in _NO_LINK.finditer(prose):
        yield Finding(found.start(), "M013", {"typed": found[0]})
    yield from _boxes(prose)
    for found in _NO_WORDS.finditer(prose):
        yield Finding(found.start(), "M015")
    for found in _NO_ADDRESS.finditer(prose):
        yield Finding(found.start(), "M016")
    yield from _of_pandoc(prose)
    yield from _jumps(prose)


def _boxes(prose: str) -> Iterator[Finding]:
    """Find boxes without a text, and those whose kind is mistyped; a review may have kinds of its own."""
    for found in _EMPTY_BOX.finditer(prose):
        yield Finding(found.start(), "M014")
    for found in _BOX.finditer(prose):
        kind = found["kind"].casefold()
        near = nearest(kind, _BOXES) if kind not in _BOXES else ""
        if near and (sorted(near) == sorted(kind) or SequenceMatcher(None, near, kind).ratio() > _SLIP):
            yield Finding(found.start(), "M096", {"typed": found["kind"], "near": near})


def _marks(prose: str, extensions: Container[str]) -> Iterator[Finding]:
    """Find signs that no extension of the review reads: of changes, of words that are struck out."""
    if "{" in prose and "pymdownx.critic" not in extensions:
        for found in _CRITIC.finditer(prose):
            yield Finding(found.start(), "M039", {"typed": found[0][:40]})
    if "~~" in prose and "pymdownx.tilde" not in extensions:
        for found in _STRUCK.finditer(prose):
            yield Finding(found.start(), "M040", {"typed": found[0][:40], "words": found["words"][:40]})


def _jumps(prose: str) -> Iterator[Finding]:
    """Find headings that leave out a level; the first of a page may stand below a title."""
    above = 1
    for found in _HEADING.finditer(prose):
        level = len(found["signs"])
        if level > above + 1:
            values = {"typed": found[0][:40].strip(), "right": "#" * (above + 1)}
            yield Finding(found.start(), "M095", values)
        above = level


def _of_pandoc(prose: str) -> Iterator[Finding]:
    if ":::" in prose:
        for found in _FENCE.finditer(prose):
            yield Finding(found.start(), "M084", {"typed": found[0].strip()[:40]})
    if "|" in prose:
        for found in _CAPTION.finditer(prose):
            typed = "below" if found["below"] else "above"
            yield Finding(found.start(typed), "M085", {"typed": found[typed][:40]})


def _blocks(prose: str) -> Iterator[Finding]:
    """Look through the blocks between empty lines: lists and tables that are none."""
    list_indent: int | None = None
    for block in _BLOCK.finditer(prose):
        lines = block[0].split("\n")
        starts = [block.start()]
        for line in lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        first = _ITEM.match(lines[0])
        indent = len(lines[0]) - len(lines[0].lstrip(" "))
        if first:
            list_indent = indent if list_indent is None or indent < list_indent else list_indent
            yield from _nested(lines, starts)
        elif list_indent is not None and 0 < indent - list_indent < _TAB:
            yield Finding(starts[0], "M004", {"spaces": list_indent + _TAB})
        elif indent == 0:
            list_indent = None
        if not first and not _NO_PARAGRAPH.match(lines[0]):
            yield from _swallowed_list(lines, starts)
        yield from _swallowed_table(lines, starts)
        if "|" in block[0]:
            yield from _uneven_rows(lines, starts)
        signs = [] if "|" in lines[0] else list(_BOLD.finditer(block[0]))
        if len(signs) == 1:
            start = block.start() + signs[0].start()
            yield Finding(start, "M012", {"typed": block[0][signs[0].start() :][:20].split("\n")[0]})


def _swallowed_list(lines: list[str], starts: list[int]) -> Iterator[Finding]:
    items = [number for number, line in enumerate(lines) if number and _BULLET.match(line)]
    # One hyphen at the beginning of a line may be a dash of the sentence.
    if items and (len(items) > 1 or lines[items[0] - 1].rstrip().endswith(":")):
        start = starts[items[0]]
        yield Finding(start, "M001", edits=(Edit(start, start, "\n"),))


def _swallowed_table(lines: list[str], starts: list[int]) -> Iterator[Finding]:
    for number, line in enumerate(lines):
        if (
            number > 1
            and _DELIMITER.match(line)
            and "|" in lines[number - 1]
            and "|" not in lines[number - 2]
        ):
            start = starts[number - 1]
            yield Finding(start, "M002", edits=(Edit(start, start, "\n"),))


def _uneven_rows(lines: list[str], starts: list[int]) -> Iterator[Finding]:
    """Find rows that have not as many cells as the head; Python-Markdown drops or adds them (tables.py)."""
    rows = [_BEFORE_ROW.sub("", line, count=1).strip() for line in lines]
    dashes = next((n for n, row in enumerate(rows) if n and "|" in rows[n - 1] and _DELIMITER.match(row)), 0)
    if not dashes:
        return
    head = rows[dashes - 1]
    # Without a sign at either end of the head those of the other rows are the ends of empty cells.
    is_bordered = head.startswith("|") or head.endswith("|")
    expected = _cells(head, is_bordered)
    for row, start in zip(rows[dashes:], starts[dashes:], strict=True):
        if "|" in row and (cells := _cells(row, is_bordered)) != expected:
            yield Finding(start, "M094", {"cells": cells, "head": expected})
            if row is rows[dashes]:
                # It is no table then, and has no rows.
                return


def _cells(row: str, is_bordered: bool) -> int:  # noqa: FBT001
    """Count the cells of a row."""
    signs = [one.end() for one in _BETWEEN_CELLS.finditer(row)]
    ends = (row.startswith("|") + (signs[-1:] == [len(row)] and len(row) > 1)) if is_bordered else 0
    return len(signs) + 1 - ends


def _nested(lines: list[str], starts: list[int]) -> Iterator[Finding]:
    indents: list[int] = []
    for line, start in zip(lines, starts, strict=True):
        if found := _ITEM.match(line):
            indent = len(found["indent"])
            if indents and (indent - indents[0]) % _TAB > 0:
                yield Finding(start, "M003", {"spaces": _TAB})
                return
            indents.append(indent)


def _emphasis(prose: str) -> Iterator[Finding]:
    for found in _EMPHASIS.finditer(prose):
        is_spaced = found["before"] or found["after"]
        if not is_spaced or not _WORD.search(found["words"]) or "|" in found["words"]:
            continue
        sign, words = found["sign"], found["words"]
        line = prose.rfind("\n", 0, found.start()) + 1
        # Words between may be code, which is blanked out here.
        edits: tuple[Edit, ...] = tuple(
            Edit(*found.span(name), "") for name in ("before", "after") if found[name]
        )
        if sign == "*" and found["before"] and not prose[line : found.start()].strip(" \t>"):
            # An item of a list begins so; all of the line between two of them is none.
            if _REST_HAS_WORDS.match(prose, found.end()):
                continue
            edits = ()
        if sign == "*" and found["before"] and found["after"] and _BETWEEN_WORDS.match(prose, found.end()):
            # Between words they may be signs of multiplication.
            edits = ()
        yield Finding(found.start(), "M080", {"typed": found[0], "right": f"{sign}{words}{sign}"}, edits)


def _footnotes(prose: str) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for found in _FOOTNOTE.finditer(prose):
        counts[found["name"]] += 1
        if counts[found["name"]] == 2:  # noqa: PLR2004
            yield Finding(found.start(), "M005", {"name": found["name"]})


def _references(prose: str) -> Iterator[Finding]:
    defined = {" ".join(one["name"].casefold().split()) for one in _DEFINITION.finditer(prose)}
    for found in _REFERENCE.finditer(prose):
        name = found["name"] or found["words"]
        if " ".join(name.casefold().split()) not in defined:
            values = {"typed": found[0], "words": found["words"], "name": name}
            yield Finding(found.start(), "M007", values)
