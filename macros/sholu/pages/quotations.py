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

SOURCE = "quotation-source"
EPIGRAPH = "epigraph"
_MAY_STAND = re.compile(r"^[ \t]*>[> \t]*(?:[—–]|--|\{)", re.MULTILINE)
_DASH = re.compile(r"\s*(?:[—–]|--)[ \u00a0]?(?=\S)")
_DASH_OF_LAST_LINE = re.compile(r"\n[ \t]*(?=(?:[—–]|--)[ \u00a0]?\S[^\n]*\Z)")
_CLASSES = re.compile(r"\s*\{:?[ ]*((?:\.[\w-]+[ ]*)+)\}\s*")


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
            for quotation in [one for one in parent if one.tag == "blockquote"]:
                _part(parent, quotation)


def _part(parent: Element, quotation: Element) -> None:
    """Name the source of a quotation, and part it from those that follow: Python-Markdown makes them one."""
    paragraphs = list(quotation)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.tag != "p" or not _ends(quotation, paragraph):
            continue
        if rest := paragraphs[number + 1 :]:
            following = Element("blockquote")
            following.text, following.tail = quotation.text, quotation.tail
            following.extend(rest)
            for one in rest:
                quotation.remove(one)
            parent.insert(list(parent).index(quotation) + 1, following)
            _part(parent, following)
        return


def _ends(quotation: Element, paragraph: Element) -> bool:
    """Take up classes and the source in a paragraph; tell whether it is the last of its quotation."""
    only_classes = None if len(paragraph) else _CLASSES.fullmatch(paragraph.text or "")
    if only_classes:
        quotation.remove(paragraph)
        names = only_classes[1].replace(".", " ").split()
    else:
        # attr_list has given it to the paragraph at whose end it stands.
        names = (paragraph.get("class") or "").split()
        if EPIGRAPH in names:
            del paragraph.attrib["class"]
        else:
            names = []
        if _DASH.match(paragraph.text or ""):
            paragraph.set("class", SOURCE)
        elif (source := _last_line(paragraph)) is not None:
            quotation.insert(list(quotation).index(paragraph) + 1, source)
    if names:
        quotation.set("class", " ".join(names))
    return bool(names) or any(one.get("class") == SOURCE for one in quotation)


def _last_line(paragraph: Element) -> Element | None:
    """Take the last line of a paragraph off it, if it names the source of what stands above."""
    children = list(paragraph)
    # It begins in the text of the paragraph, or in what follows one of its elements.
    for place in range(len(children) - 1, -2, -1):
        words = paragraph.text if place < 0 else children[place].tail
        if found := _DASH_OF_LAST_LINE.search(words or ""):
            source = Element("p", {"class": SOURCE})
            source.text, source[:] = (words or "")[found.end() :], children[place + 1 :]
            before = (words or "")[: found.start()]
            if place < 0:
                paragraph.text = before
            else:
                children[place].tail = before
            paragraph[:] = children[: place + 1]
            return source
        if "\n" in (words or "") or (place >= 0 and children[place].tag == "br"):
            return None
    return None
