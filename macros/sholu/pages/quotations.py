"""A door to Python-Markdown: where a quotation comes from, and which of them are epigraphs.

A last line that begins with a dash names the source; `{.epigraph}` on a line of its own, at the end of the
quotation, gives it a class, as attr_list does to a paragraph. Either ends the quotation.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sholu.regexes import regex

SOURCE = "quotation-source"
EPIGRAPH = "epigraph"
_MAY_STAND = regex(r"^[ \t]*>[> \t]*(?:[—–]|--|\{)", re.MULTILINE)
_DASH = regex(r"\s*(?:[—–]|--)[ \u00a0]?(\S|\Z)")
_DASH_OF_LAST_LINE = regex(r"\n[ \t]*(?=(?:[—–]|--)[ \u00a0]?(\S[^\n]*)?\Z)")
_CLASSES = regex(r"\s*\{:?[ ]*((?:\.[\w-]+[ ]*)+)\}\s*")


def may_have_sources(text: str) -> bool:
    """Tell whether a quotation of a text may name its source, or have a class."""
    return ">" in text and _MAY_STAND.search(text) is not None


class QuotationsExtension(Extension):
    """Adds sources of quotations, and classes of them, to Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the step after attr_list (8), before the blocks of a page are read (7)."""
        md.treeprocessors.register(_Step(md), "sholu_quotations", 7.6)


class _Step(Treeprocessor):
    def run(self, root: Element) -> None:
        """Go through the quotations of a page."""
        for parent in list(root.iter()):
            if any(one.tag == "blockquote" for one in parent):
                parent[:] = [part for one in parent for part in _parted(one)]


def _parted(element: Element) -> list[Element]:
    """Name the sources in a quotation, and part it behind each: Python-Markdown makes those in a row one."""
    if element.tag != "blockquote":
        return [element]
    parts = [element]
    groups: list[list[Element]] = [[]]
    for child in element:
        if len(groups) > len(parts):
            parts.append(Element("blockquote"))
            parts[-1].text, parts[-1].tail = element.text, element.tail
        kept, names, is_end = _read(child)
        groups[-1] += kept
        if names:
            parts[-1].set("class", " ".join(names))
        if is_end:
            groups.append([])
    for part, group in zip(parts, groups, strict=False):
        part[:] = group
    return parts


def _read(child: Element) -> tuple[list[Element], list[str], bool]:
    """Return what stays of a part of a quotation, the classes in it, and whether the quotation ends there."""
    if child.tag != "p":
        return [child], [], False
    only_classes = None if len(child) else _CLASSES.fullmatch(child.text or "")
    if only_classes:
        return [], only_classes[1].replace(".", " ").split(), True
    # attr_list has given it to the paragraph at whose end it stands.
    names = (child.get("class") or "").split()
    if EPIGRAPH in names:
        del child.attrib["class"]
    else:
        names = []
    # What it names may begin with an element: a citation, the title of a book.
    if (found := _DASH.match(child.text or "")) and (found[1] or len(child)):
        child.set("class", SOURCE)
        return [child], names, True
    source = _last_line(child)
    return [child] if source is None else [child, source], names, bool(names) or source is not None


def _last_line(paragraph: Element) -> Element | None:
    """Take the last line of a paragraph off it, if it names the source of what stands above."""
    children = list(paragraph)
    # It begins in the text of the paragraph, or in what follows one of its elements.
    for position in range(len(children) - 1, -2, -1):
        words = paragraph.text if position < 0 else children[position].tail
        found = _DASH_OF_LAST_LINE.search(words or "")
        if found and (found[1] or children[position + 1 :]):
            source = Element("p", {"class": SOURCE})
            source.text, source[:] = (words or "")[found.end() :], children[position + 1 :]
            before = (words or "")[: found.start()]
            if position < 0:
                paragraph.text = before
            else:
                children[position].tail = before
            paragraph[:] = children[: position + 1]
            return source
        if "\n" in (words or "") or (position >= 0 and children[position].tag == "br"):
            return None
    return None
