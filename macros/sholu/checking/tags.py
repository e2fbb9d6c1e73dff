"""HTML that stands where Markdown has a sign of its own: what came with a text that was pasted.

What Markdown cannot say stays: classes, languages, anchors, elements of many columns, poems, what a block of
HTML holds (https://python-markdown.github.io/#differences; CommonMark 0.31, 6.6).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sholu.checking.spans import LineSpans
from sholu.pages.findings import Finding
from sholu.regexes import regex

# An element, and the phrase that says what is written in its place.
_IN_MARKDOWN: Mapping[str, str] = MappingProxyType(
    {
        "a": "html_a", "b": "html_b", "big": "html_none", "blockquote": "html_blockquote", "br": "html_br",
        "center": "html_none", "em": "html_i", "font": "html_none", "hr": "html_hr", "i": "html_i",
        "img": "html_img", "li": "html_li", "ol": "html_li", "strong": "html_b", "tt": "html_code",
        "ul": "html_li",
        **{f"h{level}": "html_h" for level in range(1, 7)},
    }
)  # fmt: skip
_TAG = regex(rf"<(?P<name>{'|'.join(_IN_MARKDOWN)})(?P<rest>(?:\s[^<>]*)?)/?>", re.IGNORECASE)
# What only HTML says of an element; the look of a text is that of the style sheet.
_MORE = regex(
    r"\b(?:class|dir|download|id|lang|markdown|rel|role|start|target|title|type|width)\s*=", re.IGNORECASE
)


def tags(prose: str) -> Iterator[Finding]:
    """Find tags for which Markdown has a sign, each kind once, with how many there are.

    Args:
        prose: the text of a page without code, comments, and what stands as it is.
    """
    if "<" not in prose:
        return
    first: dict[str, int] = {}
    counts: Counter[str] = Counter()
    lines = LineSpans(prose)
    for tag in _TAG.finditer(prose):
        name = tag["name"].lower()
        # No other sign breaks a line in a cell of a table.
        if _MORE.search(tag["rest"]) or (name == "br" and lines.count("|", tag.start())):
            continue
        first.setdefault(name, tag.start())
        counts[name] += 1
    for name, start in first.items():
        values = {"tag": f"<{name}>", "count": counts[name], "advice": f"@@{_IN_MARKDOWN[name]}"}
        yield Finding(start, "M081", values)
