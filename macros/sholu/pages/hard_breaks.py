"""A backslash at the end of a line breaks it, as in Pandoc, Quarto and CommonMark.

Python-Markdown knows two spaces alone, which nobody sees, and would show the backslash.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

_BREAK = r"(?<!\\)\\\n(?=[ \t]*\S)"
# After code (190) and formulas (186), before other backslashes (180).
_PRIORITY = 182


def may_have_breaks(text: str) -> bool:
    """Tell whether a text can have such a break."""
    return "\\\n" in text


class BreaksExtension(Extension):
    """Adds breaks of lines to Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the rule."""
        md.inlinePatterns.register(_Break(_BREAK, md), "sholu_break", _PRIORITY)


class _Break(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 -- name and shape are InlineProcessor's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        """Break the line; what it stands for in the text stays white space."""
        return Element("br"), m.start(), m.end()
