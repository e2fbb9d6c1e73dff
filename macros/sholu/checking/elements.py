"""Words in angle brackets that are no element of HTML: browsers show nothing of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.pages.findings import Finding
from sholu.regexes import regex

# Those of https://html.spec.whatwg.org/#elements-3, and what was one once and browsers still know.
_ELEMENTS = frozenset(
    {
        "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo",
        "big", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col",
        "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt",
        "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img",
        "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "math", "menu", "meta",
        "meter", "nav", "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param",
        "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "search", "section",
        "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup",
        "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr",
        "track", "tt", "u", "ul", "var", "video", "wbr",
    }
)  # fmt: skip
_ANGLED = regex(r"<(?P<name>[A-Za-z][A-Za-z0-9]{0,40})(?:[ \t]+[^<>=\n]{0,60})?/?>")
# They have elements of their own.
_FOREIGN = regex(r"<(?P<tag>svg|math)\b.*?(?:</(?P=tag)>|\Z)", re.DOTALL | re.IGNORECASE)


def no_elements(prose: str) -> Iterator[Finding]:
    """Find words between < and > that are no element.

    Args:
        prose: the text of a page, its code and comments blanked out.
    """
    if "<" not in prose:
        return
    foreign = [one.span() for one in _FOREIGN.finditer(prose)]
    for found in _ANGLED.finditer(prose):
        is_foreign = any(start <= found.start() < end for start, end in foreign)
        if found["name"].lower() not in _ELEMENTS and not is_foreign:
            right = f"&lt;{found[0][1:-1]}&gt;"
            yield Finding(found.start(), "M031", {"typed": found[0], "right": right})
