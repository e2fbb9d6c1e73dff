"""What authors write as raw HTML → HTML of today, which is all that EPUB takes, and CSS, which is all that
paper knows: `<center>`, `<font color>`, `<td align>` say by a style what they said by a name.

HTML Living Standard, section 16.2 (non-conforming features). Browsers still show what it lists, files do not.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from sholu.publication.trees import SVG
from sholu.regexes import regex

_INSTEAD = {
    "acronym": "abbr", "big": "span", "blink": "span", "center": "div", "dir": "ul", "font": "span",
    "marquee": "div", "nobr": "span", "strike": "s", "tt": "code", "xmp": "pre", "listing": "pre",
}  # fmt: skip
_STYLES = {
    "big": "font-size: larger", "center": "text-align: center", "nobr": "white-space: nowrap",
}  # fmt: skip
# What EPUB knows beside drawings and formulas; another name is a word that an author took for one.
_KNOWN = frozenset({
    "a", "abbr", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br",
    "caption", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "i", "img", "ins", "kbd", "li", "main", "map", "mark", "ol", "p", "picture", "pre", "q", "rp",
    "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video",
    "wbr", "math",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "main", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
_ALIGNED = frozenset({"left", "right", "center", "justify"})
_NOT_TODAY = frozenset({
    "alink", "background", "bgcolor", "border", "bordercolor", "cellpadding", "cellspacing", "char",
    "charoff", "clear", "color", "compact", "face", "frame", "frameborder", "hspace", "language", "link",
    "markdown", "noshade", "nowrap", "rules", "scrolling", "size", "summary", "text", "vlink", "vspace",
    "align", "valign",
})  # fmt: skip
# Of these elements alone width and height are attributes.
_SIZED = frozenset({"img", "video", "source"})
_NAME = regex(r"[A-Za-z_][\w.-]*")
_LENGTH = regex(r"\d+%?")
_COLOUR = regex(r"#?\w+")


def modernize(one: Element) -> None:
    """Change an element, not those in it, if it or its attributes are of yesterday or of no HTML at all."""
    if not isinstance(one.tag, str) or one.tag.startswith("{"):
        return
    styles = [one.get("style", "").rstrip("; "), _STYLES.get(one.tag, ""), *_said_by_attributes(one)]
    for name in list(one.attrib):
        is_wrong = name in _NOT_TODAY or name.startswith("on") or not _NAME.fullmatch(name)
        if is_wrong or (name in {"width", "height"} and one.tag not in _SIZED):
            del one.attrib[name]
    if name := one.attrib.pop("name", "") if one.tag == "a" else "":
        one.set("id", one.get("id") or name)
    if written := "; ".join(filter(None, styles)):
        one.set("style", written)
    one.tag = _INSTEAD.get(one.tag, one.tag)
    if one.tag not in _KNOWN:
        one.tag = "span"
    if one.tag == "span" and any(child.tag in _BLOCKS or child.tag == f"{SVG}figure" for child in one):
        one.tag = "div"


def _said_by_attributes(one: Element) -> list[str]:
    """Return as styles what attributes say."""
    found = []
    align = one.get("align", "").lower()
    if align in _ALIGNED and one.tag not in {"img", "table"}:
        found.append(f"text-align: {align}")
    elif align in {"left", "right"}:
        found.append(f"float: {align}")
    if (valign := one.get("valign", "").lower()) in {"top", "middle", "bottom", "baseline"}:
        found.append(f"vertical-align: {valign}")
    if one.tag == "font" and _COLOUR.fullmatch(one.get("color", "")):
        found.append(f"color: {one.get('color')}")
    if one.tag not in _SIZED and one.tag != "hr" and _LENGTH.fullmatch(one.get("width", "")):
        width = one.get("width", "")
        found.append(f"width: {width if width.endswith('%') else f'{width}px'}")
    if "nowrap" in one.attrib:
        found.append("white-space: nowrap")
    return found
