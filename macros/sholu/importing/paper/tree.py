"""Changes pandoc's document, so that what it writes is Markdown that a site shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from sholu.formulas.grammar import ANY, JOINED, looks_like_prices
from sholu.formulas.mathml import FormulaError, mathml
from sholu.importing.paper.cite_nodes import cited
from sholu.importing.paper.figure_parts import in_one, without_notes
from sholu.importing.paper.nodes import BLOCKS, Content, Node, nodes, words_of
from sholu.regexes import regex

# Signs from the private area of Unicode, which `captions` takes away: what a caption is of, a line that is
# to end, a reference with the words that stand for it.
CAPTION, REFERENCE, WORDS, END, NEWLINE = "\ue000", "\ue002", "\ue003", "\ue001", "\ue004"
# What Markdown has no sign for, and HTML has.
# Zotero and Paperpile in Google Docs make a link of each citation.
_OF_PROGRAMS = ("https://www.zotero.org/google-docs/", "https://paperpile.com/c/")
_TAGS = {
    "Superscript": ("<sup>", "</sup>"), "Subscript": ("<sub>", "</sub>"), "Underline": ("<u>", "</u>"),
    "Strikeout": ("<del>", "</del>"), "SmallCaps": ('<span class="small-caps">', "</span>"),
}  # fmt: skip


# Word's own way to number a formula: "E = mc²#(1)".
_COUNTED = regex(
    r"\\begin\{array\}\{\w\} (?P<tex>(?:(?!\\begin|\\#|\\\\).)*)\\# ?"
    r"(?:\\left ?)?\( ?(?P<number>\d+(?:\.\d+)*) ?(?:\\right ?)?\) ?\\end\{array\}"
)
# A number that is part of a formula, behind a wide space.
_COUNTED_BEHIND = regex(
    r"(?P<tex>.+?) ?\\q?quad ?(?:\\left ?)?\( ?(?P<number>\d+(?:\.\d+)*) ?(?:\\right ?)?\)"
)


class Replacements:
    """What is put in place of parts of a document."""

    def __init__(
        self,
        keys: Mapping[str, str],
        picture: Callable[[str], str],
        formulas: Mapping[str, str],
        *,
        headings: Collection[str] = (),
        numbers_all: bool,
    ) -> None:
        self._keys = keys
        self._picture = picture
        self._formulas = formulas
        # The names of headings that a paper of LaTeX refers to.
        self._named_headings = headings
        # Whether what has a caption has a number too, though none is typed (LaTeX).
        self._numbers_all = numbers_all
        # The name of what a caption belongs to.
        self._named = ""
        self._of_blocks: dict[str, Callable[[Content], list[Node]]] = {
            "Header": self._heading,
            "Div": self._division,
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
            "Note": lambda content: [{"t": "Note", "c": self.blocks(without_notes(content))}],
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
        if not words_of(content[2]).strip() and not any(one["t"] == "Image" for one in nodes(content[2])):
            # An empty line that has the style of a heading.
            return []
        words = self.inlines(content[2])
        if (name := content[1][0]) in self._named_headings:
            words = [*words, _markdown(f" {{#{CAPTION}sec {name}{END}}}")]
        return [{"t": "Header", "c": [content[0], ["", [], []], words]}]

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

    def _division(self, content: Content) -> list[Node]:
        """Take what is in a box; a table in one that has a name is called so."""
        before, self._named = self._named, content[0][0] or self._named
        blocks = self.blocks(content[1])
        self._named = before
        return blocks

    def _figure(self, content: Content) -> list[Node]:
        """Put a picture into a paragraph of its own, and what stands below it into the next."""
        attributes, caption, inner = in_one(content)
        blocks = [{**one, "t": "Para"} if one["t"] == "Plain" else one for one in self.blocks(inner)]
        below = self._caption(caption, "fig", attributes[0])
        return [*blocks, *below]

    def _table(self, content: Content) -> list[Node]:
        """Put what a table is called before it, and its first row at its head if it has none."""
        attributes, caption, columns, head, bodies, foot = content
        above = self._caption(caption, "tbl", attributes[0] or self._named)
        first = bodies[0] if bodies else None
        if first and not head[1] and not first[2] and len(first[3]) > 1:
            head = [head[0], first[3][:1]]
            bodies = [[first[0], first[1], [], first[3][1:]], *bodies[1:]]
        changed = self._cells([columns, head, bodies, foot])
        return [*above, {"t": "Table", "c": [attributes, [None, []], *changed]}]

    def _caption(self, caption: Content, kind: str, name: str) -> list[Node]:
        """Return the paragraphs of a caption, the first with a sign by which it is found in the text."""
        blocks = [{**one, "t": "Para"} if one["t"] == "Plain" else one for one in self.blocks(caption[1])]
        if blocks and blocks[0]["t"] == "Para":
            called = name or (f"{kind}:" if self._numbers_all else "")
            sign = _markdown(f"{CAPTION}{kind} {called}{END}")
            blocks[0] = {"t": "Para", "c": [sign, *blocks[0]["c"]]}
        return blocks

    def _cells(self, part: Content) -> Content:
        if isinstance(part, list):
            is_blocks = bool(part) and all(isinstance(one, dict) and one.get("t") in BLOCKS for one in part)
            return self.blocks(part) if is_blocks else [self._cells(one) for one in part]
        return part

    def inlines(self, inlines: list[Node]) -> list[Node]:
        """Change what stands in a line."""
        joined = _joined(inlines)
        around = [{}, *joined, {}]
        return [
            new
            for before, inline, after in zip(around, joined, around[2:], strict=False)
            for new in (
                self._formula(inline["c"], before, after) if inline["t"] == "Math" else self._inline(inline)
            )
        ]

    def _formula(self, content: Content, before: Node, after: Node) -> list[Node]:
        """Write a formula as it is typed in a review; what no dollars can hold there, as MathML."""
        is_block = content[0]["t"] == "DisplayMath"
        label = re.search(r"\\label\s*\{([^{}]*)\}", content[1])
        tex = " ".join(re.sub(r"\\label\s*\{[^{}]*\}|\\(?:begin|end)\{equation\*?\}", "", content[1]).split())
        counted = (_COUNTED.fullmatch(tex) or _COUNTED_BEHIND.fullmatch(tex)) if is_block else None
        tex = counted["tex"].strip() if counted else tex
        typed = f"$${tex}$$" if is_block else f"${tex}$"
        if not is_formula(typed, tex, is_block=is_block) or _touches(before, after):
            return [_raw(self._formulas.get(content[1], content[1]))]
        if not is_block:
            return [_markdown(typed)]
        name = f" {{#{CAPTION}eq {label[1]}{END}}}" if label else f" ({counted['number']})" if counted else ""
        return [_markdown(f"{NEWLINE if before else ''}{typed}{name}{NEWLINE if after else ''}")]

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
        said = dict(content[0][2])
        if name := said.get("reference"):
            # "ref+label": with its word, «Figure 2» (\\autoref, \\cref); several names at once.
            sign = "+" if "+" in said.get("reference-type", "") or "," in name else ""
            return [_markdown(f"{REFERENCE}{sign}{name}{WORDS}{words_of(content[1])}{END}")]
        # Bookmarks of Word lead nowhere on a page; those of programs, to a citation's place in their service.
        is_inner = address[0].startswith(("#", *_OF_PROGRAMS))
        return words if is_inner else [{"t": "Link", "c": [["", [], []], words, address]}]

    def _image(self, content: Content) -> list[Node]:
        source, title = content[2]
        return [{"t": "Image", "c": [["", [], []], self.inlines(content[1]), [self._picture(source), title]]}]

    def _cite(self, content: Content) -> list[Node]:
        return [
            {"t": "Cite", "c": [[cited(one, self._keys) for one in content[0]], self.inlines(content[1])]}
        ]


def _raw(words: str) -> Node:
    return {"t": "RawInline", "c": ["html", words]}


def _markdown(words: str) -> Node:
    return {"t": "RawInline", "c": ["markdown", words]}


def _joined(inlines: list[Node]) -> list[Node]:
    """Join what programs cut into pieces: two runs of small capitals side by side are one."""
    joined: list[Node] = []
    for one in inlines:
        if joined and one["t"] in _TAGS and joined[-1]["t"] == one["t"]:
            joined[-1] = {"t": one["t"], "c": [*joined[-1]["c"], *one["c"]]}
        else:
            joined.append(one)
    return joined


def _touches(before: Node, after: Node) -> bool:
    """Tell whether a letter or figure stands right beside a formula, where dollars would be prices."""
    return bool(
        (before.get("t") == "Str" and re.search(rf"(?:(?!{JOINED})\w|[$\\])$", before["c"]))
        or (after.get("t") == "Str" and re.match(rf"(?!{JOINED})\w|\$", after["c"]))
        or "Math" in (before.get("t"), after.get("t"))
    )


def is_formula(typed: str, tex: str, *, is_block: bool) -> bool:
    """Tell whether the site reads TeX between dollars as the formula that it is."""
    found = re.fullmatch(ANY, typed)
    if not found or (not is_block and looks_like_prices(tex)):
        return False
    try:
        mathml(tex, is_block=is_block)
    except FormulaError:
        return False
    return True


def formulas_in(part: Content) -> list[Node]:
    """Return all formulas below a part of a document, each once."""
    found: dict[str, Node] = {}
    for one in nodes(part):
        if one.get("t") == "Math":
            found.setdefault(one["c"][1], one)
    return list(found.values())


def shown(formula: str) -> str:
    """Return MathML so that Markdown leaves it as it is."""
    bare = re.sub(r"<annotation[^>]*>.*?</annotation>|</?semantics>", "", formula, flags=re.DOTALL)
    # Signs between tags that Markdown would take for its own.
    return re.sub(r"(?<=>)([*_\[\]`~\\])(?=<)", lambda sign: f"&#{ord(sign[1])};", bare)
