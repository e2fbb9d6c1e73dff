"""What is typed by hand where Markdown or Sholu has a sign, and signs that make another thing than was meant.

Works on the text of a page with its code and comments blanked out; what makes code or HTML of words that were
neither works on the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.bibliography.typed_words import of_words
from sholu.pages.findings import Edit, Finding
from sholu.regexes import regex

# The number of a work in a list: [12], [12, с. 5], [3; 7], [3–5]; what is a link or a footnote is none.
_NUMBERED = regex(
    r"(?<![\w\]!\\\[])\[(?P<inner>\d{1,3}(?:[ ]?[,;–-][ \u00a0]?\d{1,3}){0,9}"
    r"(?:[,:;][ \u00a0]?[^\W\d_][^\[\]\n@]{0,40})?)\](?![(\[:{])"
)
_IBID = of_words(
    r"(?<![\w\]!\\])[\[(](?P<inner>(?:<<ibid>>)(?![\w-])[^()\[\]\n@]{0,40})[\])](?![(\[:{])", re.IGNORECASE
)
# A paragraph of bold words alone.
_BOLD = regex(
    r"(?:\A|(?<=\n\n))(?P<sign>\*\*|__)(?P<words>[^\s*_][^*_\n]{0,100}(?<![.:;,?!…\s]))(?P=sign)[ \t]*"
    r"(?=\n[ \t]*\n)"
)
_NUMBER_SIGN = regex(r"^(?P<signs>#{1,6})(?P<number>\d)", re.MULTILINE)
_UNDERLINED = regex(
    r"^(?P<words>(?![ \t]*(?:[-*+>|#:<]|\d+[.)]))[^\n|]*[^\s|])\n(?P<dashes>-{3,5})[ \t]*$", re.MULTILINE
)
_YEAR = regex(r"(?:\A|(?<=\n\n)) {0,3}(?P<year>[12]\d{3})(?P<stop>\.)[ \t]+(?=\S)")
# Two lines and more that begin with а) or 1), or with 1. and no space: none of them is an item.
_LETTERED = regex(
    r"^ {0,3}(?P<sign>(?:\d{1,2}|[^\W\d_])\))[ \t]+\S[^\n]*\n"
    r"(?: {0,3}(?:\d{1,2}|[^\W\d_])\)[ \t]+\S[^\n]*(?:\n|\Z))+"
    r"|^ {0,3}(?P<glued>\d{1,2}[.)])[^\W\d_][^\n]*\n(?: {0,3}\d{1,2}[.)][^\W\d_][^\n]*(?:\n|\Z))+",
    re.MULTILINE,
)
# A picture or a table with a list of attributes behind it.
_ATTRIBUTES = regex(
    r"(?:!\[[^\n]{0,500}?\]\([^()\n]{1,500}\)|^ {0,3}(?:Table)?:[ \t][^\n{]*)[ \t]*"
    r"(?P<list>\{(?P<inner>[^{}\n]{1,300})\})",
    re.MULTILINE,
)
_LABEL_ALONE = regex(r"(?:fig|tbl)-[\w-]+\Z")
_CURLED = regex(r"=[“”„«‘’]")
_STYLE = regex(r"(?:^|\s)style\s*=", re.IGNORECASE)
# Words that four spaces before them make code of: the beginning of a sentence below a paragraph.
_INDENTED = regex(
    r"(?:\A|(?<=\n\n))(?![ \t]|[-*+>|:<]|\d+[.)]|\[\^|!!!|\?\?\?|===|---)[^\n]+\n(?:\S[^\n]*\n)*[ \t]*\n"
    r"(?: {4,8}|\t)(?P<words>[^\W\d_]{1,30},?[ ][^\W\d_][^\n=;{}<>/\\_]*[.!?…»”][ \t]*)(?=\n|\Z)"
)


def typed_otherwise(prose: str, text: str) -> Iterator[Finding]:
    """Find what is typed in place of a sign, or is a sign and was to be none.

    Args:
        prose: the text of a page, its code and comments blanked out.
        text: the same with all that stands in it; each letter has the same place in both.
    """
    if "[" in prose or "(" in prose:
        yield from _citations(prose)
    yield from _headings(prose)
    yield from _blocks(prose, text)


def _blocks(prose: str, text: str) -> Iterator[Finding]:
    for found in _YEAR.finditer(prose):
        edit = Edit(found.start("stop"), found.start("stop"), "\\")
        yield Finding(found.start("year"), "M036", {"typed": f"{found['year']}."}, (edit,))
    for found in _LETTERED.finditer(prose):
        name = "sign" if found["sign"] else "glued"
        yield Finding(found.start(name), "M037", {"sign": found[name]})
    for found in _ATTRIBUTES.finditer(prose) if "{" in prose else ():
        if fault := _fault(found["inner"].strip()):
            yield Finding(found.start("list"), "N010", {"typed": found["list"], **fault})
    for found in _INDENTED.finditer(text):
        start = found.start("words")
        # What stands in a fence or a comment has nothing but these above it.
        if prose[found.start() : start].strip() and not prose[start : found.end("words")].strip():
            yield Finding(start, "M038", {"typed": found["words"][:40].strip()})


def _citations(prose: str) -> Iterator[Finding]:
    for pattern in (_NUMBERED, _IBID):
        for found in pattern.finditer(prose):
            # The address of a link by its number, the text of a footnote that lacks its sign.
            if f"{found[0]}:" not in prose and f"[^{found['inner']}]" not in prose:
                yield Finding(found.start(), "C093", {"typed": found[0]})


def _headings(prose: str) -> Iterator[Finding]:
    for found in _BOLD.finditer(prose) if "**" in prose or "__" in prose else ():
        yield Finding(found.start(), "M033", {"words": found["words"]})
    for found in _NUMBER_SIGN.finditer(prose):
        edit = Edit(found.start(), found.start(), "\\")
        yield Finding(found.start(), "M034", {"typed": found[0]}, (edit,))
    for found in _UNDERLINED.finditer(prose):
        yield Finding(
            found.start("dashes"), "M035", {"words": found["words"][:40], "dashes": found["dashes"]}
        )


def _fault(inner: str) -> dict[str, str]:
    """Return what is wrong with a list of attributes, and how it is written; nothing if nothing is."""
    if _LABEL_ALONE.match(inner):
        return {"fault": "@@attributes_no_sign", "right": f"{{#{inner}}}"}
    if _CURLED.search(inner):
        right = re.sub(r"=[“”„«‘’]([^“”„«»‘’]*)[“”»’]", r'="\1"', inner)
        return {"fault": "@@attributes_curled", "right": f"{{{right}}}"}
    if _STYLE.search(inner):
        right = " ".join(one for one in inner.split() if one.startswith(("#", ".", "width")))
        return {"fault": "@@attributes_style", "right": f"{{{right or 'width=60%'}}}"}
    if re.search(r"[#.\w%\"],\s", inner) and '"' not in inner.partition(",")[0]:
        return {"fault": "@@attributes_comma", "right": f"{{{re.sub(r',(?=[ ])', '', inner)}}}"}
    return {}
