"""Citations in OpenDocument: the marks of Zotero and Mendeley, and those of LibreOffice itself.

pandoc reads none of what they say: a sign stands in their place while it reads the paper, and becomes a
citation in what it has read.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from sholu.importing.csl import read_csl
from sholu.importing.draft import Draft, Name, drop_empty, fingerprint, named, unique
from sholu.regexes import regex

Json = Any

# Around the number of a citation, from the private area of Unicode.
_OPENS, _CLOSES = "\ue013", "\ue014"
_SIGN = regex(f"{_OPENS}(\\d+){_CLOSES}")
_START = regex(r"<text:reference-mark-start\b[^<>]*?text:name=\"([^\"]*CSL_CITATION[^\"]*)\"[^<>]*/>")
_LISTED = regex(
    r"<text:section\b[^<>]*?text:name=\"[^\"]*(?:CSL_BIBLIOGRAPHY|ZOTERO_BIBL)[^\"]*\"[^<>]*>(?:(?!<text:section\b).)*?</text:section>"
    r"|<text:bibliography\s[^<>]*>(?:(?!<text:bibliography\s).)*?</text:bibliography>",
    re.DOTALL,
)
_MARK = regex(
    r"<text:bibliography-mark\b([^<>]*?)(?:/>|>((?:(?!</?text:bibliography-mark\b).){0,2000})</text:bibliography-mark>)",
    re.DOTALL,
)
_ATTRIBUTE = regex(r"text:([\w-]+)=\"([^\"]*)\"")
# Types and fields of ODF 1.3, 7.6.2, which are those of BibTeX.
_TYPES = {
    "conference": "inproceedings", "journal": "periodical", "mastersthesis": "thesis", "phdthesis": "thesis",
    "techreport": "report", "www": "online", "email": "letter", "manual": "book",
}  # fmt: skip
_FIELDS = (
    "title", "journal", "booktitle", "series", "edition", "chapter", "institution", "school", "address",
    "publisher", "year", "month", "volume", "number", "pages", "isbn", "url", "note", "howpublished",
)  # fmt: skip
# In characters: what a program shows for a citation, with its marks.
_LONGEST = 50_000
_DECODER = json.JSONDecoder()


class Marks:
    """The citations of one text: `works` by the ids that they name, and what stands for each."""

    def __init__(self) -> None:
        """Begin with none."""
        self.works: dict[str, Draft] = {}
        self._citations: list[list[Json]] = []

    def signed(self, text: str) -> str:
        """Return a text with a sign for each citation, without the lists that programs have made of them."""
        parts: list[str] = []
        place, is_whole = 0, True
        for found in _START.finditer(text):
            end = f'<text:reference-mark-end text:name="{found[1]}"/>'
            closes = text.find(end, found.end(), found.end() + _LONGEST)
            sign = self._of_program(unescape(found[1])) if closes > 0 and found.start() >= place else ""
            if not sign:
                is_whole = False
                continue
            # What stands there is what the program shows; its tags may open or close around it.
            tags = re.findall(r"<[^<>]*>", text[found.end() : closes])
            parts += [text[place : found.start()], sign, *tags]
            place = closes + len(end)
        read = _MARK.sub(self._of_office, "".join((*parts, text[place:])))
        return _LISTED.sub("", read) if is_whole and self._citations else read

    def _of_program(self, name: str) -> str:
        try:
            citation, _ = _DECODER.raw_decode(name.partition("CSL_CITATION")[2].lstrip())
            cited = [one for one in citation["citationItems"] if one["itemData"]]
            drafts = [read_csl(json.dumps(one["itemData"]))[0] for one in cited]
        except (ValueError, RecursionError, KeyError, TypeError, IndexError, AttributeError):
            return ""
        return self._sign(
            [_citation(self._named(draft), one) for draft, one in zip(drafts, cited, strict=True)]
        )

    def _of_office(self, found: re.Match[str]) -> str:
        said = {name: " ".join(unescape(words).split()) for name, words in _ATTRIBUTE.findall(found[1])}
        type_ = said.get("bibliography-type", "misc")
        fields = drop_empty({name: said.get(name) for name in _FIELDS})
        if type_ in _TYPES and (school := fields.pop("school", "")):
            fields["institution"] = school
        names = {role: _people(said.get(role, "")) for role in ("author", "editor")}
        key = re.sub(r"[^\w-]", "", said.get("identifier", ""))
        if not fields.get("title"):
            return found[0]
        draft = Draft(
            _TYPES.get(type_, "misc" if type_.startswith("custom") else type_), fields, names, key=key
        )
        return self._sign([_citation(self._named(draft), {})])

    def _named(self, draft: Draft) -> str:
        """Return the id of a work: two works may share what their program calls them."""
        name = fingerprint(draft)
        self.works[name] = draft
        return name

    def _sign(self, citations: list[Json]) -> str:
        if not citations:
            return ""
        self._citations.append(citations)
        return f"{_OPENS}{len(self._citations) - 1}{_CLOSES}"

    def cited(self, part: Json) -> Json:
        """Return a part of what pandoc has read in which each sign is the citation that it stands for."""
        if isinstance(part, dict):
            return {name: self.cited(one) for name, one in part.items()}
        if not isinstance(part, list):
            return part
        read: list[Json] = []
        for one in part:
            if not (isinstance(one, dict) and one.get("t") == "Str" and _SIGN.search(one["c"])):
                read.append(self.cited(one))
                continue
            for position, words in enumerate(_SIGN.split(one["c"])):
                if position % 2:
                    read.append({"t": "Cite", "c": [self._citations[int(words)], []]})
                elif words:
                    read.append({"t": "Str", "c": words})
        return read


def _citation(name: str, item: Json) -> Json:
    """Return a citation as pandoc has it, with the prefix, the place and the suffix of CSL-JSON."""
    place = f", {item.get('label') or 'page'} {item['locator']}" if item.get("locator") else ""
    return {
        "citationId": name,
        "citationPrefix": _words(str(item.get("prefix") or "")),
        "citationSuffix": _words(place + _behind(str(item.get("suffix") or ""))),
        "citationMode": {"t": "SuppressAuthor" if item.get("suppress-author") else "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def _behind(suffix: str) -> str:
    return f" {suffix}" if re.match(r"\w", suffix) else suffix


def _words(text: str) -> list[Json]:
    parts: list[Json] = []
    for number, word in enumerate(text.split(" ")):
        parts += [{"t": "Space"}] if number else []
        parts += [{"t": "Str", "c": word}] if word else []
    return parts


def _people(words: str) -> tuple[Name, ...]:
    """Read persons as they are typed into LibreOffice's one line: parted by “and”, or by semicolons."""
    return unique(named(one) for one in re.split(r"\s+and\s+|\s*;\s*", words) if one.strip())
