"""Fields of Word that pandoc does not know, as those that it knows: Mendeley Cite's and Citavi's.

Zotero, Mendeley Desktop and EndNote write fields that pandoc reads (`docx+citations`). Mendeley Cite keeps
the same CSL-JSON in the tag of a content control, Citavi a record of its own in a field; both are in base64.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from html import escape, unescape
from pathlib import Path
from typing import Any

from sholu.importing.draft import Draft
from sholu.importing.paper.citavi import of_citavi
from sholu.importing.paper.programs import Programs
from sholu.importing.paper.reference_marks import Marks
from sholu.importing.word_sources import read_sources
from sholu.regexes import regex
from sholu.values import State, Value
from sholu.values import field as field_of

_TEXTS = regex(r"word/(?:document|footnotes|endnotes)\d*\.xml")
_SOURCES = regex(r"customXml/item\d*\.xml")
_MENDELEY = 'w:val="MENDELEY_CITATION_v3_'
_CITAVI = "ADDIN CitaviPlaceholder{"
_CITATION = "CSL_CITATION"
_DECODER = json.JSONDecoder()
# What a work without an address is known by.
_TELLING = ("title", "issued", "author", "editor", "DOI", "ISBN", "page")

# In bytes: what is unpacked to write it again.
_MOST_COPIED = 300_000_000

Json = Any

# Formulas of OpenDocument lie in folders, which pandoc's writer names with a slash that its reader does not
# know: all of them would be lost.
_OBJECT = regex(r"(<draw:object\b[^<>]*?xlink:href=\"[^\"]*?)/(\")")


class Rewritten(State):
    """A paper as pandoc reads all of it, and the works that it cites by the ids that pandoc is given.

    `marks` are the citations of OpenDocument.
    """

    path: Path
    works: dict[str, Draft] = field_of(default_factory=dict)
    marks: Marks | None = None

    def cited(self, blocks: Json) -> Json:
        """Return what pandoc has read with the citations of OpenDocument, which it does not know."""
        return self.marks.cited(blocks) if self.marks else blocks


def rewritten(path: Path, folder: Path) -> Rewritten:
    """Return a file of Word or OpenDocument as pandoc reads all of it: itself, or a copy in a folder."""
    kind = path.suffix.lower()
    if kind not in {".docx", ".odt"}:
        return Rewritten(path)
    with zipfile.ZipFile(path) as packed:
        if sum(one.file_size for one in packed.infolist()) > _MOST_COPIED:
            return Rewritten(path)
        names = [name for name in packed.namelist() if _TEXTS.fullmatch(name) or name == "content.xml"]
        texts = {name: packed.read(name).decode("utf-8", "replace") for name in names}
        made = Rewritten(path)
        if kind == ".docx":
            programs = Programs(_sources(packed))
            new = _parted({name: _with_fields(text) for name, text in programs.rewritten(texts).items()})
            made.works = programs.works
        else:
            made.marks = Marks()
            new = {name: made.marks.signed(_OBJECT.sub(r"\1\2", text)) for name, text in texts.items()}
            made.works = made.marks.works
        changed = {name: text for name, text in new.items() if text != texts[name]}
        if not changed:
            return made
        made.path = folder / path.name
        with zipfile.ZipFile(made.path, "w", zipfile.ZIP_DEFLATED) as written:
            for name in dict.fromkeys(packed.namelist()):
                written.writestr(name, changed[name].encode() if name in changed else packed.read(name))
    return made


def _sources(packed: zipfile.ZipFile) -> dict[str, Draft]:
    """Return the works of Word's own list in a file; none where it cannot be read."""
    sources: dict[str, Draft] = {}
    for name in packed.namelist():
        if _SOURCES.fullmatch(name) and "<b:Source" in (text := packed.read(name).decode("utf-8", "replace")):
            with suppress(ValueError, RecursionError):
                sources |= read_sources(text)
    return sources


def _with_fields(text: str) -> str:
    is_one = _MENDELEY in text or _CITAVI in text
    return _with_citavi(_with_mendeley(text)) if is_one else text


def _with_mendeley(text: str) -> str:
    """Put a field in place of each content control of Mendeley Cite."""
    parts: list[str] = []
    place = 0
    while (tag := text.find(_MENDELEY, place)) >= 0:
        start, end = text.rfind("<w:sdt>", place, tag), text.find("</w:sdt>", tag)
        opens = text.find("<w:sdtContent>", tag)
        closes = text.find("</w:sdtContent>", opens)
        value = text[tag + len(_MENDELEY) : text.find('"', tag + len(_MENDELEY))]
        citation = _unpacked(value)
        inner = text[opens + len("<w:sdtContent>") : closes]
        if not (0 <= start < tag < opens < closes < end) or citation is None or re.search(r"<w:p[ >]", inner):
            parts.append(text[place : tag + len(_MENDELEY)])
            place = tag + len(_MENDELEY)
            continue
        parts += [text[place:start], _field(citation, inner)]
        place = end + len("</w:sdt>")
    return "".join((*parts, text[place:]))


def _field(citation: Json, inner: str) -> str:
    instruction = f"ADDIN CSL_CITATION {json.dumps(citation, ensure_ascii=False)}"
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _with_citavi(text: str) -> str:
    """Put what pandoc knows into each field of Citavi; Word may have cut its instruction into runs."""
    parts: list[str] = []
    place = 0
    while field := _next_field(text, _CITAVI, place):
        packed = re.search(r"CitaviPlaceholder\{([^{}]*)\}", field.instruction)
        record = _unpacked(packed[1]) if packed else None
        citation = of_citavi(record) if isinstance(record, dict) else None
        if citation:
            instruction = f"ADDIN CSL_CITATION {json.dumps(citation, ensure_ascii=False)}"
            parts += [text[place : field.start], _instruction(instruction)]
            place = field.end
        else:
            parts.append(text[place : field.after_sign])
            place = field.after_sign
    return "".join((*parts, text[place:]))


class _Field(Value):
    """The instruction of a field: `start` of its first run's text, `end` of its last run, both in the XML."""

    start: int
    end: int
    after_sign: int
    instruction: str


def _next_field(text: str, sign: str, position: int) -> _Field | None:
    """Return the next field whose instruction has a sign; what Word has cut into runs is put together."""
    at = text.find(sign, position)
    if at < 0:
        return None
    separate = text.find('w:fldCharType="separate"', at)
    start, end = text.rfind("<w:instrText", position, at), text.rfind("<w:r", at, max(separate, at))
    # The last run before the one with the sign; its tag may not be that of `w:rPr`.
    while end > at and text[end + 4 : end + 5] not in {">", " "}:
        end = text.rfind("<w:r", at, end)
    whole = text[start:end] if end > start >= 0 else ""
    pieces = re.findall(r"<w:instrText[^>]*>([^<]*)</w:instrText>", whole)
    return _Field(start, end, at + len(sign), "".join(pieces))


def _instruction(instruction: str) -> str:
    """Return the rest of a run, from its text on, that holds an instruction."""
    return f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'


def _parted(texts: Mapping[str, str]) -> dict[str, str]:
    """Give works of their own ids of their own: pandoc takes what has one id for one work.

    Mendeley numbers the works of each citation from `ITEM-1` on, and two authors' Zoteros number their
    works alike.
    """
    works: dict[str, set[str]] = {}
    for text in texts.values():
        for _, citation in _cited(text):
            for item in citation["citationItems"]:
                works.setdefault(_id_of(item), set()).add(_which(item))
    shared = {name for name, meant in works.items() if len(meant) > 1}
    return {name: _with_own_ids(text, shared) for name, text in texts.items()} if shared else dict(texts)


def _with_own_ids(text: str, shared: Collection[str]) -> str:
    parts: list[str] = []
    place = 0
    for field, citation in _cited(text):
        for item in citation["citationItems"]:
            if _id_of(item) in shared:
                item["id"] = item["itemData"]["id"] = _which(item)
        before, sign, _ = field.instruction.partition(_CITATION)
        instruction = unescape(before).lstrip() + f"{sign} {json.dumps(citation, ensure_ascii=False)}"
        parts += [text[place : field.start], _instruction(instruction)]
        place = field.end
    return "".join((*parts, text[place:]))


def _cited(text: str) -> Iterator[tuple[_Field, Json]]:
    """Yield the fields that hold CSL-JSON, and what they hold, if each of their works is there in full."""
    place = 0
    while field := _next_field(text, _CITATION, place):
        place = field.after_sign
        try:
            citation, _ = _DECODER.raw_decode(unescape(field.instruction.partition(_CITATION)[2]).lstrip())
        except (ValueError, RecursionError):
            continue
        items = citation.get("citationItems") if isinstance(citation, dict) else None
        if isinstance(items, list) and all(
            isinstance(item, dict) and isinstance(item.get("itemData"), dict) for item in items
        ):
            place = field.end
            yield field, citation


def _id_of(item: Mapping[str, Json]) -> str:
    return str(item["itemData"].get("id", item.get("id")))


def _which(item: Mapping[str, Json]) -> str:
    """Return what tells a work from others: where its library keeps it, else what it is."""
    uris, work = item.get("uris"), item["itemData"]
    told = uris[0] if isinstance(uris, list) and uris else {name: work.get(name) for name in _TELLING}
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _unpacked(packed: str) -> Json:
    try:
        return json.loads(base64.b64decode(re.sub(r"\s", "", packed) + "==").decode("utf-8"))
    except (binascii.Error, ValueError, RecursionError):
        return None
