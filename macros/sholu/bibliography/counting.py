"""What a work is counted and found by: pages, numbers, identifiers, addresses."""

from __future__ import annotations

import re
from typing import Any

from sholu.bibliography import values
from sholu.bibliography.date_words import seasons
from sholu.bibliography.east_asian import number_beside
from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.references import Kind, PageRanges
from sholu.bibliography.states import is_no_date, state_of
from sholu.bibliography.typed_words import of_words, typed_words
from sholu.bibliography.versions import Versions
from sholu.languages import DASHES
from sholu.regexes import regex

# Kinds whose number, beside a series, is the number in it.
_IN_SERIES = frozenset({Kind.BOOK, Kind.CHAPTER, Kind.PAPER})
_COUNTED = regex(rf"(?P<roman>[ivxlc]+)\s*(?:[+,]|[{DASHES}]+)\s*(?P<others>\d+)", re.IGNORECASE)
# «XVIII, 968 стб.»
_COLUMNS = of_words(r"(?:[ivxlc]+\s*[+,]\s*)?\d+\s*<<columns>>\.?", re.IGNORECASE)
_FROM_THE_FIRST = regex(rf"1\s*[{DASHES}]+\s*(?P<last>\d+)")
_FEWEST_OF_BOOK = 48
# Thousands of spaces are gone through once.
_DASHES = regex(rf"(?<!\s)\s*+[{DASHES}]++\s*+")
_RUN = regex(rf"(\d+)[{DASHES}]+(\d+)")
_COMMA = regex(r"(?<!\s)\s*+,\s*+")
_SHORT_END = regex(r"(?<![^\W_])(?P<first>\d{2,6})–(?P<last>\d{1,4})(?![^\W_])")
_OF_ARTICLE = regex(r"(\w+-\d+)\s*(?:--|–)\s*(\w+-\d+)")
_SAME = regex(r"^(\w+)–\1$")
# Kinds that are wholes: their pages are all that they have, as BibTeX and Mendeley write them.
_WHOLES = frozenset({Kind.BOOK, Kind.THESIS, Kind.REPORT})
# What library catalogues and RefWorks say of the sort of an entry in place of a number.
_SORT = regex(r"(?:book|journal|generic|web)(?:, | )\w[\w ]*|generic", re.IGNORECASE)
_PATENT = of_words(
    r"(?P<whose>[^\d]{0,40}?)\b(?P<word><<patent>>)\.?\s*+(?:no\.?|№|n°)?+\s*+(?P<number>\S*\d.*)",
    re.IGNORECASE,
)
# "92/2" of OpenEdition is the second issue of the volume; 11/12 are two issues, 2019/2 begins with the year.
_VOLUME_AND_ISSUE = regex(r"(?P<volume>\d{2,3})/(?P<issue>\d{1,2})")
_MOST_ISSUES = 52
# "568-573 vol. 2": the site of the IEEE tells the volume once more.
_VOLUME_BEHIND = regex(r"(?<=\d)\s+vol\.?\s?\d{1,3}$", re.IGNORECASE)
# 27--??: where it ends nobody has looked; "1110 EP -" is what RIS calls its end.
_UNKNOWN_END = regex(rf"(?<![{DASHES}])[{DASHES}]++\?++$|\s++EP(?:\s*+[{DASHES}]++)?$")


def extent(reader: FieldReader, kind: Kind) -> dict[str, Any]:
    """Return the pages and their number; that of a whole often stands among the pages."""
    pages, total = reader.number("pages"), reader.number("pagetotal")
    if kind in _WHOLES and not total:
        # As the templates of dissertations in Russian have it; of an article it counts its own.
        total = reader.number("numpages")
    if pages and pages[0].isalpha() and (state_of(pages) or is_no_date(pages) or _has_no_pages(pages)):
        # "Forthcoming" is said of the date, and of what has no pages nothing is.
        pages = ""
    if kind in _WHOLES and "chapter" not in reader.present:
        alone = _total_in(pages)
        if alone and total in {"", alone}:
            return {"page_total": alone}
    return {"pages": PageRanges(_pages(_VOLUME_BEHIND.sub("", pages))), "page_total": total}


def _total_in(pages: str) -> str:
    """Return how many pages there are, where that stands among the pages; else ""."""
    if pages.isdigit() or (pages and _COLUMNS.fullmatch(pages)):
        return pages
    if found := _COUNTED.fullmatch(pages):
        # Of a catalogue: those with Roman numbers, and the others.
        return f"{found['roman']}, {found['others']}"
    found = _FROM_THE_FIRST.fullmatch(pages)
    # Mendeley and Google Scholar count a book so.
    return found["last"] if found and int(found["last"]) >= _FEWEST_OF_BOOK else ""


def _has_no_pages(pages: str) -> bool:
    return pages.casefold().rstrip(".") in typed_words("no_pages")


def numbers(reader: FieldReader, kind: Kind) -> dict[str, Any]:
    """Return the number of an issue, a report or an act, or that of a book in its series."""
    if kind.is_legal and "issue" in reader.present:
        # That of the journal in which an act was published; `number` is its own.
        return {"number": reader.number("number"), "issue": reader.number("issue")}
    # biblatex-gost has the speciality of a thesis in `majorcode`, and had it in `specialitycode`.
    number = reader.number(
        "number", "issue", *(("majorcode", "specialitycode") if kind is Kind.THESIS else ())
    )
    if reader.entry.type == "patent":
        return _of_patent(reader, number)
    if _SORT.fullmatch(number):
        return {"number": ""}
    if kind is Kind.REPORT and {"issue", "number"} <= reader.present and "type" not in reader.present:
        # "Vital and Health Statistics Series", of which `number` is that of the report (APA 7, 10.4, 52).
        series = reader.plain("issue")
        if series and not any(sign.isdigit() for sign in series):
            return {"number": number, "number_type": Versions(series)}
    if number and kind in _IN_SERIES and "series" in reader.present:
        return {"series_number": number}
    return _of_article(reader, number) if kind is Kind.ARTICLE else {"number": number}


def _of_patent(reader: FieldReader, number: str) -> dict[str, Any]:
    """Return the number of a patent, whose it is, and in which bulletin it was published."""
    given: dict[str, Any] = {"number": number}
    if "issue" in reader.present:
        given |= {"number": reader.number("number"), "issue": reader.number("issue")}
    if said := _PATENT.fullmatch(given["number"]):
        # "U.S. Patent No. 7,123,445" says whose it is.
        own = f"{said['whose'].strip()} {said['word']}" if said["whose"].strip() else ""
        given |= {"number": said["number"]} | ({"number_type": Versions(own)} if own else {})
    return given


def _of_article(reader: FieldReader, number: str) -> dict[str, Any]:
    """Return the number of an article, and the volume that stands with it."""
    if not number and "volume" in reader.present:
        number = number_beside(reader.plain("volume"))
    both = _VOLUME_AND_ISSUE.fullmatch(number) if "/" in number and "volume" not in reader.present else None
    if both and int(both["volume"]) > _MOST_ISSUES:
        return {"volume": both["volume"], "number": both["issue"]}
    return {"number": _with_issue(reader, number)}


def _with_issue(reader: FieldReader, number: str) -> str:
    """Return the number of an article with its issue in words: «77, вып. 3».

    A season is no part of it, and of two numbers nobody knows which is which.
    """
    issue = reader.plain("issue") if {"issue", "number"} <= reader.present else ""
    is_worded = any(map(str.isalpha, issue)) and issue != number and not seasons(issue)
    return f"{number}, {issue}" if is_worded else number


def identifiers(reader: FieldReader) -> dict[str, Any]:
    """Return DOI, ISSN and ISBN."""
    given: dict[str, Any] = {"doi": reader.read("doi", values.read_doi) or ""}
    if "issn" in reader.present:
        given["issn"] = reader.read("issn", values.read_issn) or ""
    if "isbn" not in reader.present:
        return given
    try:
        # Some programs put the ISSN of a series there.
        issn = values.read_issn(reader.fields["isbn"])
        values.read_isbn(reader.fields["isbn"])
    except values.UnreadableValueError:
        issn = ""
    given["isbn"] = reader.read("isbn", values.read_isbn) or ""
    return given | ({"issn": issn} if issn and "issn" not in reader.present else {})


def addresses(reader: FieldReader) -> dict[str, Any]:
    """Return the addresses of the work and of a kept copy."""
    found = {
        code: address for code in reader.forms if (address := reader.read(f"url_{code}", values.read_address))
    }
    address = reader.read("url", values.read_address) or ""
    if not address and "url" not in reader.present:
        address = reader.address_in("howpublished")
    archive = reader.read("archiveurl", values.read_address) or ""
    return {"urls": Versions(address, found), "archive_url": archive}


def _pages(value: str) -> str:
    """Write a range of pages with an en dash and no spaces, and a comma with a space behind it."""
    if value.isdigit() or not value:
        return value
    if (found := _RUN.fullmatch(value)) and len(found[1]) == len(found[2]) and found[1] != found[2]:
        # As nearly all are.
        return f"{found[1]}–{found[2]}"
    if found := _OF_ARTICLE.fullmatch(value):
        # Pages that begin with the number of the article keep the hyphen behind it.
        return f"{found[1]}–{found[2]}"
    written = _COMMA.sub(", ", _DASHES.sub("–", _UNKNOWN_END.sub("", value)))
    # 312--312, as some platforms have it, is one page; 328--9 of others is 328–329 (APA 7, 9.25).
    return _SHORT_END.sub(_in_full, _SAME.sub(r"\1", written))


def _in_full(run: re.Match[str]) -> str:
    first, last = run["first"], run["last"]
    whole = first[: len(first) - len(last)] + last
    return f"{first}–{whole}" if len(last) < len(first) and int(whole) > int(first) else run[0]
