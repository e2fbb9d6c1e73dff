"""What carries the class `site-only` is taken out of plain Markdown: words for a screen say nothing there.

The class stands where `attr_list` has it: on a heading, with which its section goes; on a line of its own
below a block; after a link or marked words. Or on an element of HTML, of which `<span>` is the usual one. A
page whose title carries it keeps its twin, which is a page for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LIST = r"\{:?[^{}\n]*\.site-only\b[^{}\n]*\}"
_HEADING = re.compile(rf"(#{{1,6}})[ \t].*?(?P<mark>{_LIST})?[ \t]*")
_BELOW_BLOCK = re.compile(rf"[ \t]*{_LIST}[ \t]*")
_INLINE = re.compile(rf"(?:\[[^\[\]]*\](?:\([^()\s]*\))?|\*\*[^*\n]+\*\*|\*[^*\n]+\*|`[^`\n]+`){_LIST}")
_ELEMENT = re.compile(
    r"[ \t]?<(?P<tag>span|div|p|section|aside|ul|ol|small|em)\b"
    r"[^<>]*\bclass=[\"']?[^\"'<>]*\bsite-only\b[^<>]*>"
    r"(?:(?!<(?P=tag)\b).)*?</(?P=tag)>",
    re.DOTALL,
)
_FENCE = re.compile(r" *(`{3,}|~{3,})")


def without_site_only(text: str) -> str:
    """Return Markdown without what stays on the site."""
    if "site-only" not in text:
        return text
    kept = "\n".join(_kept(text.split("\n")))
    return _INLINE.sub("", _ELEMENT.sub("", kept))


def _kept(lines: list[str]) -> Iterator[str]:
    """Yield the lines that are not of a section or a block that is taken out."""
    kept: list[str] = []
    skipped, fence = 0, ""
    for line in lines:
        if mark := _FENCE.match(line):
            fence = "" if fence and line.strip().startswith(fence) else fence or mark[1]
        heading = None if fence else _HEADING.fullmatch(line)
        if heading:
            rank = len(heading[1])
            if rank <= skipped:
                skipped = 0
            if heading["mark"] and rank > 1 and not skipped:
                skipped = rank
        if skipped:
            continue
        if not fence and _BELOW_BLOCK.fullmatch(line):
            while kept and kept[-1].strip():
                kept.pop()
            continue
        kept.append(line)
    yield from kept
