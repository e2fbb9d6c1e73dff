"""The second door to Python-Markdown: finds the blocks of a page, gives each an anchor and a link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from sholu.citations.source import PageSource
from sholu.pages.lines import numbered
from sholu.pages.pieces import Lines
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.translations.blocks import Block, EditorNote
from sholu.translations.parted_lists import join_lists
from sholu.translations.remarks import RemarkFault, read_remark
from sholu.translations.walk import Walk
from sholu.values import Value, field


class FoundBlocks(Value):
    """The blocks of a page, its editor's notes, and the remarks on it that justify nothing.

    `lines` holds by the identifier of a block the line of the text (from 0) on which it begins.
    """

    blocks: tuple[Block, ...] = ()
    faults: tuple[RemarkFault, ...] = ()
    notes: tuple[EditorNote, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def problems(self, source: PageSource) -> Iterator[Problem]:
        """Yield what its author should mend, with lines of the file."""
        for fault in self.faults:
            place = Place(source.path, source.line_from(fault.line, fault.comment))
            yield problem(fault.code, place, **fault.values)


class BlocksExtension(Extension):
    """Adds the step that marks the blocks of a page; `label` names their links, `found` holds them then."""

    def __init__(self, label: str = "") -> None:
        super().__init__()
        # Python-Markdown takes an empty page for done, and asks nobody.
        self.found = FoundBlocks()
        self.label = label

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the tree step."""
        # After attr_list (8), whose ids it keeps, before the marks of citations are filled (6.5).
        md.treeprocessors.register(BlocksStep(md, self, numbered(md)), "sholu_blocks", 7)


class BlocksStep(Treeprocessor):
    """Walks the tree of a page, and makes a `Block` of each block."""

    def __init__(self, md: Markdown, extension: BlocksExtension, lines: Lines) -> None:
        super().__init__(md)
        self.extension = extension
        self.lines = lines

    def run(self, root: Element) -> None:
        """Mark the blocks of a page."""
        ids = {element.get("id", "") for element in root.iter()}
        walk = Walk(self.md.htmlStash.rawHtmlBlocks, self._line(root), self.extension.label, ids)
        # What parts lists is kept apart, as all HTML is.
        if any(isinstance(kept, str) and read_remark(kept) for kept in self.md.htmlStash.rawHtmlBlocks):
            join_lists(root, walk.remark_of)
        blocks = tuple(walk.blocks(root))
        walk.drop_pending()
        _give_roles(root)
        self.extension.found = FoundBlocks(blocks, tuple(walk.faults), tuple(walk.notes), walk.lines)

    def _line(self, root: Element) -> Callable[[Element], int]:
        """Return what tells the line of a block; for one of an extension it looks all through the page."""
        others: dict[Element, int] = {}

        def line(element: Element) -> int:
            known = self.lines.of_blocks.get(element)
            if known is None:
                others.update(others or self.lines.everywhere(root))
                return others.get(element, 0)
            return known

        return line


# What Python-Markdown writes, and what a screen reader knows it as (DPUB-ARIA 1.1, WAI-ARIA 1.2).
_ROLES = {
    "footnote": "doc-endnotes",
    "footnote-ref": "doc-noteref",
    "footnote-backref": "doc-backlink",
}


def _give_roles(root: Element) -> None:
    """Say of notes what they are; a box gets a name too, so that its beginning and its end are heard."""
    for element in root.iter():
        name = element.get("class", "")
        if role := _ROLES.get(name):
            element.set("role", role)
        elif "admonition" in name.split() and element.tag == "div":
            title = next((child for child in element if child.get("class") == "admonition-title"), None)
            words = "" if title is None else "".join(title.itertext())
            element.set("role", "note")
            element.set("aria-label", " ".join(HTML_PLACEHOLDER_RE.sub("", words).split()))
            # The box says its name, which a title of mere words would say again.
            if title is not None and not len(title) and not HTML_PLACEHOLDER_RE.search(words):
                title.set("aria-hidden", "true")
