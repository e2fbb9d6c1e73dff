"""The fourth door to Python-Markdown: keeps the no-break spaces of headings in the contents of a page.

Python-Markdown makes every white space of a heading an ordinary one there, so that the edge of the sidebar
parts initials from a surname. It also reads the text of each element once for each element around it, in
search of a place for contents (`[TOC]`) that few pages have. Knows headings, not what stands below them.
"""

from __future__ import annotations

import re
from typing import TypedDict, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor, strip_tags
from markdown.treeprocessors import Treeprocessor

_NO_BREAK = "\u00a0\u202f"
# No text has it, and it is no white space.
_KEPT = {ord(space): chr(0xE000 + place) for place, space in enumerate(_NO_BREAK)}
_BACK = {ord(kept): chr(space) for space, kept in _KEPT.items()}


class _Heading(TypedDict):
    """What Python-Markdown tells of a heading: its words without markup and, as `html`, with it."""

    name: str
    html: str
    children: list[_Heading]


class ContentsExtension(Extension):
    """Adds the step that gives the contents of a page their spaces back."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Add it right after `toc` (5), which makes them, and what looks for their place right before."""
        md.treeprocessors.register(_Spaces(md), "sholu_contents", 4)
        if "toc" in md.treeprocessors and isinstance(toc := md.treeprocessors["toc"], TocTreeprocessor):
            md.treeprocessors.register(_PlaceOfContents(md, toc), "sholu_place_of_contents", 5.5)


class _PlaceOfContents(Treeprocessor):
    def __init__(self, md: Markdown, toc: TocTreeprocessor) -> None:
        super().__init__(md)
        self.toc = toc
        self.marker = toc.marker

    def run(self, root: Element) -> None:
        """Have contents put in their place only where a text has one."""
        has_place = any(self.marker in (element.text or "") for element in root.iter())
        self.toc.marker = self.marker if has_place else ""


class _Spaces(Treeprocessor):
    def run(self, root: Element) -> None:
        """Go through the contents; a heading whose label is given otherwise stays as it is."""
        for link in root.iter("a"):
            # As the links of paragraphs it is reached by a key of its own, and not by Tab.
            if link.get("class") == "headerlink":
                link.set("tabindex", "-1")
                # Or each heading would be heard with the name of a sign: "Introduction pilcrow".
                link.set("aria-hidden", "true")
        _keep_spaces(cast("list[_Heading]", getattr(self.md, "toc_tokens", [])))


def _keep_spaces(headings: list[_Heading]) -> None:
    for heading in headings:
        if strip_tags(heading["html"]) == heading["name"] and re.search(f"[{_NO_BREAK}]", heading["html"]):
            heading["name"] = strip_tags(heading["html"].translate(_KEPT)).translate(_BACK)
        _keep_spaces(heading["children"])
