"""Citations that are no fields, as fields of Word: controls of Mendeley Cite, bookmarks and links of Zotero.

Mendeley Cite keeps CSL-JSON in the tag of a control. Zotero keeps it in the properties of the document where
the author has chosen bookmarks, in parts of 255 signs, and in links where a paper was made ready for another
program.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from html import escape, unescape

from sholu.importing.paper.items import Json
from sholu.importing.paper.word_fields import citing
from sholu.regexes import regex

_MENDELEY = 'w:val="MENDELEY_CITATION_v3_'
_CONTROL = regex(r"<(/?)w:sdt>")
_RUNS = regex(r"<w:r(?:\s[^<>]*)?>.*", re.DOTALL)
_TEXT = regex(r"<w:t\b[^<>]*>([^<]*)</w:t>")
_PROPERTY = regex(
    r"<property\b[^<>]*?name=\"(ZOTERO_BREF_\w+)_(\d+)\"[^<>]*>\s*<vt:lpwstr>([^<]*)</vt:lpwstr>"
    r"|<meta:user-defined\b[^<>]*?meta:name=\"(ZOTERO_BREF_\w+)_(\d+)\"[^<>]*>([^<]*)<"
)
_BOOKMARK = regex(r"<w:bookmarkStart\b(?=[^<>]*w:name=\"(ZOTERO_BREF_\w+)\")[^<>]*?w:id=\"(\d+)\"[^<>]*>")
_BOOKMARK_END = regex(r"<w:bookmarkEnd\b[^<>]*?w:id=\"(\d+)\"[^<>]*>")
_OFFICE = regex(r"<text:bookmark-(start|end)\b[^<>]*?text:name=\"(ZOTERO_BREF_\w+)\"[^<>]*/>")
_LINK = regex(r"<w:hyperlink\b[^<>]*>((?:(?!</?w:hyperlink\b).)*)</w:hyperlink>", re.DOTALL)
_DECODER = json.JSONDecoder()


def kept_by_zotero(text: str) -> dict[str, str]:
    """Return what Zotero keeps for its bookmarks in the properties of a document, by their names."""
    parts: dict[str, dict[int, str]] = {}
    for word, place, said, office, other, also in _PROPERTY.findall(text):
        parts.setdefault(word or office, {})[int(place or other)] = unescape(said or also)
    return {name: "".join(words for _, words in sorted(one.items())) for name, one in parts.items()}


def with_fields(text: str, kept: Mapping[str, str]) -> str:
    """Return a part of a Word file in which such citations are fields.

    Args:
        text: its XML.
        kept: what Zotero keeps for its bookmarks.
    """
    if _MENDELEY in text:
        text = _with_controls(text)
    if kept and "ZOTERO_BREF_" in text:
        text = _with_bookmarks(text, kept)
    return _LINK.sub(_of_link, text) if "CSL_CITATION" in text and "<w:hyperlink" in text else text


def with_marks(text: str, kept: Mapping[str, str]) -> str:
    """Return a text of OpenDocument in which bookmarks of Zotero are the marks that it makes else."""

    def mark(found: re.Match[str]) -> str:
        name = escape(kept.get(found[2], ""), quote=True)
        return f'<text:reference-mark-{found[1]} text:name="{name}"/>' if name else found[0]

    return _OFFICE.sub(mark, text)


def _with_controls(text: str) -> str:
    parts: list[str] = []
    place = 0
    ends_of = _ends_of_controls(text)
    while (tag := text.find(_MENDELEY, place)) >= 0:
        value = text[tag + len(_MENDELEY) : text.find('"', tag + len(_MENDELEY))]
        start, opens = text.rfind("<w:sdt>", place, tag), text.find("<w:sdtContent>", tag)
        end = ends_of.get(start, -1)
        closes = text.rfind("</w:sdtContent>", opens, end) if end > 0 else -1
        citation = _unpacked(value)
        if not (0 <= start < tag < opens < closes < end) or citation is None:
            parts.append(text[place : tag + len(_MENDELEY)])
            place = tag + len(_MENDELEY)
            continue
        inner = text[opens + len("<w:sdtContent>") : closes]
        # If it holds whole paragraphs, the first of them cites.
        first = re.search(r"<w:p[\s>]", inner)
        begins, ends = (first.start(), inner.find("</w:p>", first.start())) if first else (0, len(inner))
        kept = _RUNS.sub("", inner[begins:ends]) if first else ""
        parts += [text[place:start], inner[:begins], kept]
        parts += [citing(citation, _shown(inner[begins:ends])), inner[ends:]]
        place = end
    return "".join((*parts, text[place:]))


def _ends_of_controls(text: str) -> dict[int, int]:
    """Return where each control ends, by where it begins; others may stand in it."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for found in _CONTROL.finditer(text):
        if not found[1]:
            opened.append(found.start())
        elif opened:
            ends[opened.pop()] = found.end()
    return ends


def _with_bookmarks(text: str, kept: Mapping[str, str]) -> str:
    parts: list[str] = []
    place = 0
    ends = {found[1]: found for found in _BOOKMARK_END.finditer(text)}
    for found in _BOOKMARK.finditer(text):
        end = ends.get(found[2])
        citation = _citation_in(kept.get(found[1], ""))
        if not end or not place <= found.start() < end.start() or citation is None:
            continue
        inside = text[found.end() : end.start()]
        if "</w:p>" not in inside:
            parts += [text[place : found.start()], citing(citation, _shown(inside))]
            place = end.end()
    return "".join((*parts, text[place:]))


def _of_link(found: re.Match[str]) -> str:
    words = _shown(found[1]).strip()
    citation = _citation_in(words) if words.startswith("ITEM CSL_CITATION") else None
    if citation is None:
        return found[0]
    return citing(citation, str((citation.get("properties") or {}).get("plainCitation") or ""))


def _citation_in(words: str) -> Json:
    try:
        citation, _ = _DECODER.raw_decode(words.partition("CSL_CITATION")[2].lstrip())
    except (ValueError, RecursionError):
        return None
    return citation if isinstance(citation, dict) else None


def _shown(inside: str) -> str:
    return unescape("".join(_TEXT.findall(inside)))


def _unpacked(packed: str) -> Json:
    try:
        return json.loads(base64.b64decode(re.sub(r"\s", "", packed) + "==").decode("utf-8"))
    except (binascii.Error, ValueError, RecursionError):
        return None
