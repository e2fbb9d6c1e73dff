"""A door to Python-Markdown: finds the formulas of a text and puts them into its tree, as elements `math`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from sholu.formulas.grammar import ANY, BLOCK, looks_like_prices
from sholu.formulas.mathml import FormulaError, mathml
from sholu.pages.lines import numbered
from sholu.pages.tree import Written
from sholu.regexes import regex

# The code of a rule, what its sentence names, and the line of the text (from 0).
Report = Callable[[str, str, int], None]

BOX = "equation"
# Before citations (185) and backslashes (180), after code (190).
_PRIORITY = 186
# At the beginning of a line, which may be the first of a paragraph.
_BEGINS = regex(r"^ {0,3}\$\$", re.MULTILINE)
_LABEL = regex(r"#(?P<label>[^\s{}.#=]+)")


class Formula(Written):
    """A formula: its text is its TeX, for whoever reads the tree; its HTML is MathML.

    `fault` tells why it cannot be read (the code of a rule, what is named), then it is shown as it was typed.
    """

    def __init__(self, tex: str, typed: str, *, is_block: bool) -> None:
        super().__init__("math")
        self.text = AtomicString(" ".join(tex.split()))
        self.typed = typed
        self.breaks = typed.count("\n")
        self.fault: tuple[str, str] | None = None
        try:
            self._html = mathml(tex.strip(), is_block=is_block)
        except FormulaError as error:
            # Not the error itself, whose traceback holds the paragraph that was read, once for each formula.
            self.fault = (error.code, error.named)
            self._html = f"<code>{escape(typed, quote=False)}</code>"

    def html(self) -> str:
        """Return its HTML."""
        return self._html


class FormulasExtension(Extension):
    """Adds formulas to Python-Markdown, where a text has a dollar; `report` is told of what is wrong."""

    def __init__(self, report: Report | None = None) -> None:
        super().__init__()
        self.report = report

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the rules."""
        if "$" not in md.ESCAPED_CHARS:
            md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "$"]
        # A formula in a line is part of it; else white space would be written around it.
        md.block_level_elements = [one for one in md.block_level_elements if one != "math"]
        is_page = self.report is not None
        md.inlinePatterns.register(_Inline(md, is_page=is_page), "sholu_formula", _PRIORITY)
        md.parser.blockprocessors.register(_Block(md.parser, is_page=is_page), "sholu_formula", 95)
        if self.report:
            # Before anything is taken out of the tree.
            md.treeprocessors.register(_Faults(md, self.report), "sholu_formula", 7.2)


class _Inline(InlineProcessor):
    def __init__(self, md: Markdown, *, is_page: bool) -> None:
        super().__init__(ANY, md)
        self.is_page = is_page

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- name and shape are InlineProcessor's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element | str, int, int]:
        """Make a formula; in a text that is no page, whose tree others write, HTML that is put aside."""
        is_block = m["display"] is not None
        formula = Formula(m["display"] or m["formula"] or "", m[0], is_block=is_block)
        made = formula if self.is_page else self.md.htmlStash.store(formula.html())
        return made, m.start(), m.end()


class _Block(BlockProcessor):
    """Formulas on lines of their own, in which no sign is one of Markdown."""

    def __init__(self, parser: BlockParser, *, is_page: bool) -> None:
        super().__init__(parser)
        self.is_page = is_page

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 -- the shape is BlockProcessor's
        """Tell whether a line of a block begins a formula."""
        return "$$" in block and any(_found(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the first formula of a block into the tree; what follows it is a block of its own."""
        block = blocks.pop(0)
        start, found = next(_found(block))
        if block[:start].strip():
            self.parser.parseBlocks(parent, [block[:start].rstrip("\n")])
        box = SubElement(parent, "div", {"class": BOX})
        typed = found[0][: found.start("rest") - start]
        formula = Formula(found["display"], typed.rstrip("\n"), is_block=True)
        if self.is_page:
            box.append(formula)
        else:
            box.text = self.parser.md.htmlStash.store(formula.html())
        if label := _LABEL.search(found["attributes"] or ""):
            box.set("id", label["label"])
        if found["rest"].strip():
            blocks.insert(0, found["rest"])


def _found(block: str) -> Iterator[tuple[int, re.Match[str]]]:
    for begin in _BEGINS.finditer(block):
        if found := BLOCK.match(block, begin.start()):
            yield begin.start(), found


class _Faults(Treeprocessor):
    """Tells of formulas that cannot be read, and of prices that were taken for one."""

    def __init__(self, md: Markdown, report: Report) -> None:
        super().__init__(md)
        self.report = report
        self.lines = numbered(md)

    def run(self, root: Element) -> None:
        """Look through a page."""
        lines: dict[Element, int] = {}
        for formula in root.iter("math"):
            if not isinstance(formula, Formula):
                continue
            fault = formula.fault
            if fault is None and looks_like_prices(formula.text or ""):
                fault = ("Q004", formula.typed)
            if fault:
                lines = lines or self.lines.everywhere(root)
                self.report(*fault, lines.get(formula, 0))
