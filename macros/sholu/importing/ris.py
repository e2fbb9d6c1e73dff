"""RIS, as Zotero, Mendeley, EndNote, Scopus and the platforms of journals write it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.bibliography.language_names import code_of_language, name_of_language
from sholu.bibliography.theses import thesis
from sholu.importing.draft import (
    Draft,
    Name,
    dated,
    drop_empty,
    first_of,
    joined_pages,
    named,
    unique,
    without_label,
)
from sholu.regexes import regex

_LINE = regex(r"^\ufeff?([A-Z][A-Z0-9])  ?- ?(.*)$")
_TYPES = {
    "JOUR": "article", "JFULL": "article", "MGZN": "article", "NEWS": "article", "ABST": "article",
    "EJOUR": "article", "INPR": "article", "BOOK": "book", "EBOOK": "book", "EDBOOK": "collection",
    "SER": "book", "CHAP": "incollection", "ECHAP": "incollection", "ENCYC": "inreference",
    "DICT": "inreference", "CONF": "inproceedings", "CPAPER": "inproceedings", "THES": "thesis",
    "RPRT": "report", "GOVDOC": "report", "STAND": "report", "ELEC": "online", "BLOG": "online",
    "WEB": "online", "STAT": "legal", "BILL": "legal", "LEGAL": "legal", "HEAR": "legal", "CASE": "legal",
    "DATA": "dataset", "COMP": "software", "VIDEO": "video", "MPCT": "movie", "SOUND": "audio",
    "UNPB": "unpublished", "MANSCPT": "unpublished", "PCOMM": "letter", "PAMP": "booklet",
    "PAT": "patent", "MAP": "map", "ART": "artwork", "MUSIC": "music",
}  # fmt: skip
# What biblatex calls the articles that are told by their day.
_SUBTYPES = {"NEWS": "newspaper", "MGZN": "magazine"}
_PARTS = frozenset({"incollection", "inproceedings", "inreference"})
_PEOPLE = {"AU": "author", "A1": "author", "ED": "editor", "A4": "translator", "TA": "translator"}


def read_ris(text: str) -> list[Draft]:
    """Read all records of a file."""
    records: list[dict[str, list[list[str]]]] = []
    current: dict[str, list[list[str]]] = {}
    last = ""
    for line in text.splitlines():
        found = _LINE.match(line)
        if found is None:
            # Some programs break long values over lines.
            if last and line.strip() and current:
                current[last][-1].append(line.strip())
            continue
        tag, value = found[1], found[2].strip()
        if tag == "ER":
            records.append(current)
            current, last = {}, ""
            continue
        current.setdefault(tag, []).append([value])
        last = tag
    if current:
        records.append(current)
    return [
        _draft({tag: [" ".join(lines) for lines in values] for tag, values in record.items()})
        for record in records
        if "TY" in record or "TI" in record or "T1" in record
    ]


def _draft(record: Mapping[str, list[str]]) -> Draft:
    def one(*tags: str) -> str:
        return first_of(*(value for tag in tags for value in record.get(tag, ())))

    type_ = _TYPES.get(one("TY"), "misc")
    host = one("T2", "BT", "JF", "JO", "JA", "J2")
    if type_ == "article":
        host = one("T2", "JF", "JO", "JA", "J2", "BT")
    serial = one("SN")
    is_book_number = len(re.sub(r"[^\dXx]", "", serial.partition(" ")[0])) > 8  # noqa: PLR2004 -- ISSN has 8
    issue = one("IS", "M1") if type_ == "article" else one("M1", "IS")
    fields = drop_empty(
        {
            "title": one("TI", "T1", "CT"),
            "shorttitle": one("ST"),
            _host_field(type_): host,
            # A platform has the series there.
            "series": one("T3") or (one("BT") if type_ in _PARTS and one("BT") != host else ""),
            "institution" if type_ in {"thesis", "report"} else "publisher": one("PB"),
            "address": one("CY", "PP"),
            "edition": one("ET"),
            "volume": without_label(one("VL")),
            "number": issue,
            "pages": joined_pages(one("SP"), one("EP")),
            "doi": re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", one("DO"), flags=re.IGNORECASE),
            "isbn" if is_book_number else "issn": serial,
            "url": _address(one("UR", "L2")),
            "entrysubtype": _SUBTYPES.get(one("TY"), ""),
            "type": _thesis(one("M3")) if type_ == "thesis" else "",
            **dated(one("DA") if re.match(r"\d{4}[/-]\d", one("DA")) else one("PY", "Y1", "DA")),
        }
    )
    if type_ == "book" and host and "series" not in fields:
        fields["series"] = host
    if type_ == "patent" and "volume" in fields:
        # Zotero and Mendeley put the number of a patent there.
        fields.setdefault("number", fields.pop("volume"))
    if fields.get("shorttitle") == fields.get("title"):
        fields.pop("shorttitle", None)
    if code := code_of_language(one("LA")):
        fields["langid"] = name_of_language(code)
    if fields.get("url") and (read := dated(one("Y2"))):
        fields |= {"urldate": read["date"]} if "date" in read else {}
    people: dict[str, list[Name]] = {}
    for tag, values in record.items():
        # What is the second author of a book is the editor of what a chapter stands in.
        role = _PEOPLE.get(tag) or ("editor" if tag in {"A2", "A3"} and type_ != "thesis" else "")
        if role:
            people.setdefault(role, []).extend(map(named, values))
    # Topics of the review are chosen by its editors; those of others are told.
    topics = "; ".join(filter(None, record.get("KW", ())))
    doubts = (f"keywords: {topics}",) if topics else ()
    named_by_role = {role: unique(names) for role, names in people.items()}
    return Draft(type_, fields, named_by_role, key=one("ID"), doubts=doubts)


def _host_field(type_: str) -> str:
    if type_ in _PARTS:
        return "booktitle"
    return {"article": "journal", "online": "organization"}.get(type_, "series")


def _address(words: str) -> str:
    address = words.split(maxsplit=1)[0] if words.split() else ""
    return address if re.match("https?://", address) else ""


def _thesis(words: str) -> str:
    genre = thesis(words, "thesis", "").genre if words else "thesis"
    return genre if genre != "thesis" else ""
