"""Citations of EndNote and of Word itself in a Word file, as those that pandoc reads.

pandoc reads neither what EndNote keeps beside its field (`w:fldData`, base64, where it is too long for the
field) nor pages and DOI of what stands in the field, and knows nothing of Word's own list of sources
(`customXml`, ECMA-376, 22.6). So a field names the works, which the readers of `sholu add` read.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping

from sholu.importing.draft import Draft, fingerprint
from sholu.importing.endnote import read_record
from sholu.importing.paper.cite_nodes import NARRATIVE
from sholu.importing.paper.word_fields import (
    Json,
    WordField,
    can_be_changed,
    cited,
    fields_in,
    instructed,
    without_simple,
)  # fmt: skip
from sholu.importing.trees import Element, below, parsed
from sholu.regexes import regex

_ENDNOTE = regex(r"\s*ADDIN\s+EN\.CITE(?!\.)\s*(.*)", re.DOTALL)
_OWN = regex(r"\s*CITATION\s+(.+)", re.DOTALL)
_LIST = regex(r"\s*(?:(?P<endnote>ADDIN\s+EN\.REFLIST)|(?P<own>BIBLIOGRAPHY))\b")
# A switch with what it says, or a name: `Hir09 \p 12-14 \m Cum12 \n \f "see " \l 1033`.
_SWITCHES = regex(
    r"\\(?:(?P<bare>[nty])(?![A-Za-z])|(?P<switch>[A-Za-z])\s+(?P<value>\"[^\"]*\"|[^\s\\\"]+))|(?P<name>[^\s\\\"]+)"
)
_SHOWN = "QUOTE"
_SAID = {"p": "locator", "f": "prefix", "s": "suffix"}


class Programs:
    """Reads the fields of one Word file; `works` are what they cite, by the ids that pandoc is given."""

    def __init__(self, sources: Mapping[str, Draft]) -> None:
        """Take Word's own sources of the file, by their tags."""
        self._sources = sources
        self.works: dict[str, Draft] = {}

    def rewritten(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return parts of the file in which such citations are CSL-JSON.

        A list of works that a program has made is taken away only if all its citations could be read.
        """
        whole = {
            name: without_simple(text) if "<w:fldSimple" in text else text for name, text in texts.items()
        }
        found = {name: fields_in(text) if "w:fldChar" in text else [] for name, text in whole.items()}
        read = {
            name: {field: self._citation(field) for field in fields if can_be_changed(whole[name], field)}
            for name, fields in found.items()
        }
        wanting = {
            kind
            for name, fields in found.items()
            for field in fields
            if (kind := _kind(field)) and not read[name].get(field)
        }
        return {
            name: _written(text, self._changes(found[name], read[name], wanting))
            for name, text in whole.items()
        }

    def _changes(
        self, fields: Iterable[WordField], read: Mapping[WordField, Json], wanting: Iterable[str]
    ) -> list[tuple[WordField, str]]:
        changes = []
        for field in fields:
            listed = _LIST.match(field.instruction)
            if citation := read.get(field):
                changes.append((field, cited(citation)))
            elif field not in read:
                continue
            elif listed:
                is_kept = ("endnote" if listed["endnote"] else "own") in wanting
                # pandoc leaves out what EndNote lists, and shows what is under another name; of a citation
                # that it cannot read it would make an empty one.
                changes.append((field, _SHOWN if is_kept else "ADDIN EN.REFLIST"))
            elif _kind(field) == "endnote":
                changes.append((field, _SHOWN))
        return changes

    def _citation(self, field: WordField) -> Json:
        if found := _ENDNOTE.match(field.instruction):
            return self._of_endnote(found[1] or _decoded(field.data))
        found = _OWN.match(field.instruction)
        return self._of_word(found[1]) if found else None

    def _of_endnote(self, text: str) -> Json:
        try:
            tree = parsed(text.strip())
        except (ValueError, RecursionError):
            return None
        items = []
        for one in tree.iter("Cite"):
            record = one.find("record")
            if record is None:
                return None
            item = self._item(read_record(record))
            item |= _said("prefix", _spaced(one, "Prefix")) | _said("suffix", _spaced(one, "Suffix"))
            if pages := below(one, "Pages"):
                item |= {"locator": pages, "label": "page"}
            if one.get("ExcludeAuth") == "1":
                item["suppress-author"] = True
            if one.get("AuthorYear") == "1":
                item["prefix"] = NARRATIVE
            items.append(item)
        return _citation_of(items)

    def _of_word(self, words: str) -> Json:
        items: list[dict[str, Json]] = []
        for part in _SWITCHES.finditer(words):
            switch, value = part["switch"], (part["value"] or "").strip('"')
            if name := value if switch == "m" else part["name"] if not items else "":
                if name not in self._sources:
                    return None
                items.append(self._item(self._sources[name]))
            elif not items:
                continue
            elif switch in _SAID:
                items[-1] |= {_SAID[switch]: value} | ({"label": "page"} if switch == "p" else {})
            elif switch == "v" and "locator" not in items[-1]:
                items[-1] |= {"locator": value, "label": "volume"}
            elif part["bare"] == "n":
                items[-1]["suppress-author"] = True
        return _citation_of(items)

    def _item(self, draft: Draft) -> dict[str, Json]:
        name = fingerprint(draft)
        self.works[name] = draft
        return {"id": name, "itemData": {"id": name, "type": "book", "title": name}}


def _kind(field: WordField) -> str:
    if _ENDNOTE.match(field.instruction):
        return "endnote"
    return "own" if _OWN.match(field.instruction) else ""


def _citation_of(items: list[dict[str, Json]]) -> Json:
    return {"citationItems": items, "properties": {"noteIndex": 0}} if items else None


def _said(name: str, words: str) -> dict[str, str]:
    return {name: words} if words.strip() else {}


def _spaced(element: Element, name: str) -> str:
    found = element.find(name)
    return re.sub(r"\s+", " ", "".join(found.itertext())) if found is not None else ""


def _decoded(data: str) -> str:
    try:
        return base64.b64decode(re.sub(r"\s", "", data) + "==").decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _written(text: str, changes: Iterable[tuple[WordField, str]]) -> str:
    parts: list[str] = []
    place = 0
    for field, instruction in changes:
        parts += [text[place : field.start], instructed(instruction)]
        place = field.end
    return "".join((*parts, text[place:]))
