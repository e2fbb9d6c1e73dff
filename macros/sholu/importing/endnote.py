"""EndNote's XML, which EndNote, Zotero and Mendeley write."""

from __future__ import annotations

import re

from sholu.bibliography.language_names import code_of_language, name_of_language
from sholu.importing.draft import Draft, Name, dated, drop_empty, named, unique, without_label
from sholu.importing.trees import Element, below, parsed, words

# `<ref-type name="Journal Article">17</ref-type>`
_TYPES = {
    "17": "article", "23": "article", "19": "article", "43": "article", "6": "book", "28": "collection",
    "44": "book", "9": "booklet", "5": "incollection", "52": "inreference", "53": "inreference",
    "10": "inproceedings", "47": "inproceedings", "3": "proceedings", "32": "thesis", "27": "report",
    "46": "report", "12": "online", "16": "online", "56": "online", "31": "legal", "4": "legal",
    "50": "legal", "7": "legal", "59": "dataset", "21": "movie", "34": "unpublished", "36": "unpublished",
}  # fmt: skip
_PARTS = frozenset({"incollection", "inproceedings", "inreference"})


def read_endnote(text: str) -> list[Draft]:
    """Read all records.

    Raises:
        ValueError: it is no XML that may be read.
    """
    return [read_record(record) for record in parsed(text).iter("record")]


def read_record(record: Element) -> Draft:
    """Read a record, `<record>…</record>`."""
    type_ = _TYPES.get(below(record, "ref-type"), "misc")
    host = below(record, "titles/secondary-title") or below(record, "periodical/full-title")
    is_whole = type_ in {"book", "collection"}
    place = "booktitle" if type_ in _PARTS else "journal"
    serial = below(record, "isbn")
    is_book_number = len(re.sub(r"[^\dXx]", "", serial)) > 8  # noqa: PLR2004 -- an ISSN has eight
    address = below(record, "urls/related-urls/url") or below(record, "urls/web-urls/url")
    fields = drop_empty(
        {
            "title": below(record, "titles/title"),
            "shorttitle": below(record, "titles/short-title"),
            "series" if is_whole else place: host,
            "institution" if type_ in {"thesis", "report"} else "publisher": below(record, "publisher"),
            "address": below(record, "pub-location"),
            "edition": below(record, "edition"),
            "volume": without_label(below(record, "volume")),
            "number": below(record, "number"),
            "pages": below(record, "pages"),
            "doi": re.sub(
                r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", below(record, "electronic-resource-num")
            ),
            "isbn" if is_book_number else "issn": serial.split()[0] if serial else "",
            "url": address if re.match("https?://", address) else "",
            **_date(record),
        }
    )
    if type_ in _PARTS and (series := below(record, "titles/tertiary-title")):
        fields["series"] = series
    if code := code_of_language(below(record, "language")):
        fields["langid"] = name_of_language(code)
    names = {
        role: unique(_name(words(one)) for one in record.iterfind(f"contributors/{path}/author"))
        for role, path in (
            ("author", "authors"),
            ("editor", "secondary-authors"),
            ("translator", "subsidiary-authors"),
        )
    }
    if type_ == "thesis":
        # There they are who has supervised it.
        names["editor"] = ()
    return Draft(type_, fields, names, key=below(record, "label"))


def _name(text: str) -> Name:
    """Read a name; EndNote knows an institution by the comma at its end."""
    return Name(text.rstrip(" ,"), is_institution=True) if text.endswith(",") else named(text)


def _date(record: Element) -> dict[str, str]:
    year = below(record, "dates/year")
    day = below(record, "dates/pub-dates/date")
    whole = dated(day) if re.match(r"\d{4}[/.-]", day) else {}
    return whole or dated(year)
