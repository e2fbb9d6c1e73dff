"""The links of a page, seen where they stand in its tree, before MkDocs makes addresses of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import unescape
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sholu.pages.lines import numbered
from sholu.regexes import regex

Follow: TypeAlias = Callable[[str, Callable[[], int], bool], str | None]
# Where the address of an element stands: of a link, of a picture.
_ADDRESSES = {"a": "href", "img": "src"}
# What Python-Markdown and Sholu put in themselves.
_OWN = frozenset({"headerlink", "block-link", "footnote-ref", "footnote-backref"})
# What is typed as HTML: a link, or a picture, a film, a sound. What begins by "#__" is named by Material and
# its extensions, which make such links, too.
_TYPED = regex(
    r"<(?:a|(?P<file>img|video|audio|source))\s(?:[^<>]*?\s)?(?(file)src|href)\s*=\s*"
    r"(?:\"(?!\#__)(?P<double>[^\"<>]+)\"|'(?!\#__)(?P<single>[^'<>]+)'|(?!\#__)(?P<bare>[^\s\"'<>]+))",
    re.IGNORECASE,
)
# In it no link is followed.
_UNSEEN = regex(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


class LinksExtension(Extension):
    """Hands each link and picture of an author to `follow`, which returns another address for it, or None.

    It gets the address, what tells the line of the text (from 0) on which the link stands, and whether it is
    typed as HTML, of which nobody makes another address.
    """

    def __init__(self, follow: Follow) -> None:
        super().__init__()
        self.follow = follow

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the tree step, right before MkDocs' own (0)."""
        md.treeprocessors.register(_LinksStep(md, self.follow), "sholu_links", 0.5)


class _LinksStep(Treeprocessor):
    def __init__(self, md: Markdown, follow: Follow) -> None:
        super().__init__(md)
        self.follow = follow
        self.lines = numbered(md)
        self._known: Mapping[Element, int] = {}

    def run(self, root: Element) -> None:
        """Go through the links of a page, in reading order."""
        for link in root.iter():
            name = _ADDRESSES.get(link.tag, "")
            address = link.get(name) if name else None
            if address and _OWN.isdisjoint((link.get("class") or "").split()):
                other = self.follow(address, partial(self._line, root, link), False)
                if other is not None:
                    link.set(name, other)
        for number, kept in enumerate(self.md.htmlStash.rawHtmlBlocks):
            if isinstance(kept, str) and ("href" in kept.lower() or "src" in kept.lower()):
                sign = self.md.htmlStash.get_placeholder(number)
                for found in _TYPED.finditer(_UNSEEN.sub("", kept)):
                    address = found["double"] or found["single"] or found["bare"]
                    self.follow(unescape(address.strip()), partial(self._line_of, root, sign), True)

    def _line_of(self, root: Element, sign: str) -> int:
        """Return the line of what holds the sign of a piece of HTML."""
        for parent in root.iter():
            if sign in (parent.text or "") or any(sign in (child.tail or "") for child in parent):
                return self._line(root, parent)
        return 0

    def _line(self, root: Element, link: Element) -> int:
        """Return the line of a link; whoever asks for one may ask for more."""
        self._known = self._known or self.lines.everywhere(root)
        return self._known.get(link, 0)
