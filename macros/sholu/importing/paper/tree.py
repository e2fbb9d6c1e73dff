"""Changes pandoc's document, so that what it writes is Markdown that a site shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Node = dict[str, Any]
# What is in a node: pandoc's types are not ours to write down.
Content = Any
# What Markdown has no sign for, and HTML has.
_TAGS = {
    "Superscript": ("<sup>", "</sup>"), "Subscript": ("<sub>", "</sub>"), "Underline": ("<u>", "</u>"),
    "Strikeout": ("<del>", "</del>"), "SmallCaps": ('<span class="small-caps">', "</span>"),
}  # fmt: skip


class Changes:
    """What is put in place of parts of a document."""

    def __init__(
        self, keys: Mapping[str, str], picture: Callable[[str], str], formulas: Mapping[str, str]
    ) -> None:
        self._keys = keys
        self._picture = picture
        self._of_blocks: dict[str, Callable[[Content], list[Node]]] = {
            "Header": self._heading,
            "Div": lambda content: self.blocks(content[1]),
            "BlockQuote": lambda content: [{"t": "BlockQuote", "c": self.blocks(content)}],
            "BulletList": lambda content: [{"t": "BulletList", "c": [self.blocks(item) for item in content]}],
            "OrderedList": self._ordered,
            "DefinitionList": lambda content: [new for one in content for new in self._definition(*one)],
            "LineBlock": self._lines,
            "Figure": self._figure,
            "Table": self._table,
        }
        self._of_inlines: dict[str, Callable[[Content], list[Node]]] = {
            "Quoted": lambda content: [{"t": "Quoted", "c": [content[0], self.inlines(content[1])]}],
            "Span": lambda content: self.inlines(content[1]),
            "Link": self._link,
            "Image": self._image,
            "Note": lambda content: [{"t": "Note", "c": self.blocks(content)}],
            "Math": lambda content: [_raw(formulas.get(content[1], content[1]))],
            "Cite": self._cite,
        }

    def blocks(self, blocks: list[Node]) -> list[Node]:
        """Change blocks, and all that is in them."""
        return [new for block in blocks for new in self._block(block)]

    def _block(self, block: Node) -> list[Node]:
        kind: str = block["t"]
        if kind in {"Para", "Plain"}:
            return [{"t": kind, "c": self.inlines(block["c"])}]
        if kind == "RawBlock" and block["c"][0] not in {"html", "markdown"}:
            return []
        change = self._of_blocks.get(kind)
        return change(block["c"]) if change else [block]

    def _heading(self, content: Content) -> list[Node]:
        return [{"t": "Header", "c": [content[0], ["", [], []], self.inlines(content[2])]}]

    def _ordered(self, content: Content) -> list[Node]:
        return [{"t": "OrderedList", "c": [content[0], [self.blocks(item) for item in content[1]]]}]

    def _lines(self, content: Content) -> list[Node]:
        lines: list[Node] = []
        for line in content:
            lines += [*([{"t": "LineBreak"}] if lines else []), *self.inlines(line)]
        return [{"t": "Para", "c": lines}]

    def _definition(self, term: list[Node], meanings: list[list[Node]]) -> list[Node]:
        head: Node = {"t": "Para", "c": [{"t": "Strong", "c": self.inlines(term)}]}
        return [head, *(block for meaning in meanings for block in self.blocks(meaning))]

    def _figure(self, content: Content) -> list[Node]:
        """Put a picture into a paragraph of its own, and what stands below it into the next."""
        _, caption, inner = content
        blocks = self.blocks(inner)
        below = self.blocks(caption[1])
        return [*({**one, "t": "Para"} if one["t"] == "Plain" else one for one in (*blocks, *below))]

    def _table(self, content: Content) -> list[Node]:
        """Put what a table is called before it; Markdown has no place for it."""
        attributes, caption, *rest = content
        above = [{**one, "t": "Para"} if one["t"] == "Plain" else one for one in self.blocks(caption[1])]
        changed = self._cells(rest)
        return [*above, {"t": "Table", "c": [attributes, [None, []], *changed]}]

    def _cells(self, part: Content) -> Content:
        if isinstance(part, list):
            is_blocks = bool(part) and all(isinstance(one, dict) and one.get("t") in _BLOCKS for one in part)
            return self.blocks(part) if is_blocks else [self._cells(one) for one in part]
        return part

    def inlines(self, inlines: list[Node]) -> list[Node]:
        """Change what stands in a line."""
        return [new for inline in inlines for new in self._inline(inline)]

    def _inline(self, inline: Node) -> list[Node]:
        kind: str = inline["t"]
        if kind in _TAGS:
            before, after = _TAGS[kind]
            return [_raw(before), *self.inlines(inline["c"]), _raw(after)]
        if kind in {"Emph", "Strong"}:
            return [{"t": kind, "c": self.inlines(inline["c"])}]
        if kind == "Str" and re.search(r"\{[{%]", inline["c"]):
            return [{"t": "RawInline", "c": ["markdown", re.sub(r"(\{[{%])", r"\\\1", inline["c"])]}]
        if kind == "RawInline" and inline["c"][0] not in {"html", "markdown"}:
            return []
        change = self._of_inlines.get(kind)
        return change(inline["c"]) if change else [inline]

    def _link(self, content: Content) -> list[Node]:
        words, address = self.inlines(content[1]), content[2]
        # Bookmarks of Word lead nowhere on a page.
        return words if address[0].startswith("#") else [{"t": "Link", "c": [["", [], []], words, address]}]

    def _image(self, content: Content) -> list[Node]:
        source, title = content[2]
        return [{"t": "Image", "c": [["", [], []], self.inlines(content[1]), [self._picture(source), title]]}]

    def _cite(self, content: Content) -> list[Node]:
        return [{"t": "Cite", "c": [[self._cited(one) for one in content[0]], self.inlines(content[1])]}]

    def _cited(self, one: Node) -> Node:
        suffix = one.get("citationSuffix", [])
        while suffix and suffix[-1]["t"] == "Space":
            suffix = suffix[:-1]
        key = self._keys.get(one["citationId"], one["citationId"])
        return {**one, "citationId": key, "citationSuffix": suffix}


_BLOCKS = frozenset(
    {
        "Para", "Plain", "Header", "Div", "BlockQuote", "BulletList", "OrderedList", "DefinitionList",
        "LineBlock", "Figure", "Table", "CodeBlock", "RawBlock", "HorizontalRule",
    }
)  # fmt: skip


def _raw(words: str) -> Node:
    return {"t": "RawInline", "c": ["html", words]}


def formulas_in(part: Content) -> list[Node]:
    """Return all formulas below a part of a document, each once."""
    found: dict[str, Node] = {}

    def look(at: Content) -> None:
        if isinstance(at, dict):
            if at.get("t") == "Math":
                found.setdefault(at["c"][1], at)
            for one in at.values():
                look(one)
        elif isinstance(at, list):
            for one in at:
                look(one)

    look(part)
    return list(found.values())


def words_of(part: Content) -> str:
    """Return the text of a part of a document."""
    if isinstance(part, dict):
        if part.get("t") in {"Str", "Code"}:
            content = part["c"]
            return str(content if isinstance(content, str) else content[1])
        if part.get("t") in {"Space", "SoftBreak", "LineBreak"}:
            return " "
        if part.get("t") == "Note":
            return ""
        return words_of(part.get("c", ""))
    if isinstance(part, list):
        return "".join(map(words_of, part))
    return ""


def shown(formula: str) -> str:
    """Return MathML so that Markdown leaves it as it is."""
    bare = re.sub(r"<annotation[^>]*>.*?</annotation>|</?semantics>", "", formula, flags=re.DOTALL)
    # Signs between tags that Markdown would take for its own.
    return re.sub(r"(?<=>)([*_\[\]`~\\])(?=<)", lambda sign: f"&#{ord(sign[1])};", bare)
