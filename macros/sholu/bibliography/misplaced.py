"""What stands in a field that is for something else: an address in `volume`, days of a conference in `note`.

Scholars who type entries by hand put what BibTeX has no field for into the next that is free.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.bibliography.edtf import read_date
from sholu.bibliography.fields import with_told
from sholu.bibliography.institutions import is_body
from sholu.bibliography.machine_notes import day_of_reading
from sholu.bibliography.typed_words import of_words
from sholu.bibliography.values import UnreadableValueError
from sholu.languages import DASHES
from sholu.regexes import regex

_ADDRESS = regex(r"(?:\\url\s*\{\s*)?(?P<url>https?://[^\s{}]+)\s*\}?[\s.,;]*(?P<behind>[^{}\\]*)")
# In which nobody looks for an address.
_NO_ADDRESSES = (
    "volume",
    "number",
    "publisher",
    "organization",
    "institution",
    "series",
    "edition",
    "address",
    "location",
)
_JOURNALS = ("journal", "journaltitle")
# “Obtenido de http://siar. minam. gob. pe/1522. pdf”, as Google Scholar writes it, “URL http://www.R-project.org/.”
_WHERE_READ = of_words(
    r"[^{}\\:/]{0,30}<<read_at>>(?:\s+[^\W\d_]{1,4}){0,2}:?\s+(?P<url>https?://[^{}\\]+?)\.?", re.IGNORECASE
)
_IN_WORDS = regex(r"\.\s+(?=\w)")
# "Bex (Suisse)] [Paris", out of a catalogue that has each place in brackets.
_TWO_PLACES = regex(r"\[?([^\[\]{}\\]+)\]\s*\[([^\[\]{}\\]+)\]?")
_READ_AT_CONFERENCES = frozenset({"inproceedings", "inproceeding", "conference", "proceedings"})
_OF_CONFERENCES = frozenset({"eventdate", "venue", "eventtitle"})
# «21–22 листопада 2024 р., Кременчук»
_PARTS = regex(r"(?P<first>[^,{}\\]{3,50}),\s+(?P<second>[^,{}\\]{3,50})\.?")
_PLACE = regex(r"[^\W\d_][^\d,]*")
_MONTH = regex(r"[^\W\d_]{3,}")
_CONFERENCE = of_words(r"(?:^|.*\s)(?:<<conference>>|<<meetings>>)(?:\s.*|$)", re.IGNORECASE)
_HOSTS = frozenset({"booktitle", "journal", "journaltitle", "eventtitle", "crossref", "xdata"})
# «за заг. наук. ред.»: what the editors did, and nothing else.
_ROLE = of_words(
    r"\W*(?:<<role_editor>>|<<role_chief_editor>>|<<role_board>>|<<role_compiler>>)\W*", re.IGNORECASE
)
# «Станом на 1 жовтня 2017 р.»
_AS_OF = of_words(r"<<as_of>>\.?\s[^{}\\]*\b\d{4}\b[^{}\\]{0,12}", re.IGNORECASE)
_ACTS = frozenset({"legislation", "legal", "law", "treaty", "jurisdiction"})
_STOP = regex(r"(?<=\d)\.$")
# “UML Distilled (3rd Edition)”, “Addison-Wesley Professional; 3 edition”
_EDITION = of_words(
    r"(?P<rest>.{3,}?)(?<![\s,;])[\s,;]*\(?\b(?P<edition>\d{1,2})(?:-?[^\W\d_]{1,2}|\.)?\s<<edition>>\.?\)?",
    re.IGNORECASE,
)
# "27-31. 58. 62. 75": those pages of a book that are of use, and not how many it has.
_SOME_PAGES = regex(rf"\d{{1,4}}(?:[{DASHES}]+\d{{1,4}})?(?:[.,;]\s+\d{{1,4}}(?:[{DASHES}]+\d{{1,4}})?)+\.?")
_BETWEEN_PAGES = regex(r"[.;]\s+")
# {Kocaeli Üniversitesi {Fen Bilimleri Enstitüsü}}
_PART_OF_BODY = regex(r"(?P<body>[^{},]+)\{(?P<part>[^{},]+)\}")
_PEOPLE = ("author", "editor")
# The series of the Official Journal of the European Union: "L", "C".
_SERIES_OF_GAZETTE = regex(r"[A-Z]")
# "BGBl. I Nr. 66/2004": a gazette and where in it; «Ведомости Парламента РК. 1997. № 13–14. Ст. 202».
_IN_GAZETTE = of_words(r"(?=<<gazettes>>)[^{}\\]*\d[^{}\\]*", re.IGNORECASE)
_BY_YEAR = of_words(
    rf"(?P<journaltitle>[^\d{{}}\\]+)[.,]\s*(?P<year>\d{{4}})[.,]\s*(?:№|<<number>>\.?)\s*(?P<issue>\d+(?:[{DASHES}]+\d+)?)"
    r"(?:[.,]\s*(?P<pages>[^\W\d_]{1,3}\.\s*\d+))?\.?",
    re.IGNORECASE,
)
_PAGES_OF_SITES = frozenset({"online", "electronic", "www"})
_OF_ACTS = frozenset({"misc", "legislation", "legal", "law"})
# “British Museum”: each word of a name has a capital, those of “Distributed in Rome” have not.
_NAME = regex(r"[^\W\d_]+(?:\s+[^\W\d_]+)+")


def with_each_in_its_own(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of an entry with what stands in a wrong one in its own.

    Args:
        entry_type: the type of the entry.
        fields: its fields, by name.
    """
    told = _addresses(fields) | _edition(fields) | _body(fields) | _places(fields)
    told |= _pages(fields) | _note(entry_type, fields) | _conference(entry_type, fields)
    told |= _gazette(entry_type, fields) | _published(entry_type, fields) | _site(entry_type, fields)
    return with_told(fields, told)


def _addresses(fields: Mapping[str, str]) -> dict[str, str]:
    """Return an address as `url`, and the day behind it as that on which it was read."""
    for name in _NO_ADDRESSES:
        value = fields.get(name, "").strip(" {}")
        found = _ADDRESS.fullmatch(value) if "://" in value else None
        if found is None or fields.get("url", found["url"]).strip() != found["url"]:
            continue
        read = day_of_reading(found["behind"])
        if read or not found["behind"]:
            days = {"urldate": read} if read and "urldate" not in fields else {}
            return {name: "", "url": found["url"], **days}
    for name in ("pages", *_JOURNALS):
        found = _WHERE_READ.fullmatch(fields.get(name, "").strip())
        address = _IN_WORDS.sub(".", found["url"]).replace("--", "-") if found else ""
        if address and " " not in address and fields.get("url", address).strip() == address:
            return {name: "", "url": address}
    return {}


def _places(fields: Mapping[str, str]) -> dict[str, str]:
    """Return two places as a list of two."""
    found = {name: _TWO_PLACES.fullmatch(fields.get(name, "")) for name in ("address", "location")}
    return {name: f"{places[1].strip()} and {places[2].strip()}" for name, places in found.items() if places}


def _edition(fields: Mapping[str, str]) -> dict[str, str]:
    """Return title and publisher without the edition behind them, which a shop has put there."""
    told: dict[str, str] = {}
    for name in ("title", "publisher"):
        value = fields.get(name, "")
        is_asked = value.endswith(")") if name == "title" else ";" in value or "," in value
        found = _EDITION.fullmatch(value) if is_asked and "\\" not in value else None
        if found and fields.get("edition", found["edition"]).startswith(found["edition"]):
            told |= {name: found["rest"], "edition": fields.get("edition", found["edition"])}
    return told


def _pages(fields: Mapping[str, str]) -> dict[str, str]:
    """Return single pages of a book as its pages, where they stand for how many it has."""
    total = fields.get("pagetotal", "").strip()
    if "pages" in fields or not _SOME_PAGES.fullmatch(total):
        return {}
    return {"pagetotal": "", "pages": _BETWEEN_PAGES.sub(", ", total.rstrip("."))}


def _body(fields: Mapping[str, str]) -> dict[str, str]:
    """Return a body in braces whose author has put a part of it into braces."""
    told: dict[str, str] = {}
    for name in _PEOPLE:
        found = _PART_OF_BODY.fullmatch(fields.get(name, "").strip())
        if found and is_body(body := f"{found['body'].strip()} {found['part'].strip()}"):
            told[name] = f"{{{body}}}"
    return told


def _note(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return no note that says that editors have edited or where it is read; in which state an act is."""
    note = fields.get("note", "").strip()
    if "editor" in fields and _ROLE.fullmatch(note):
        return {"note": ""}
    found = _WHERE_READ.fullmatch(note)
    if found and found["url"].rstrip("/") == fields.get("url", "").strip().rstrip("/"):
        return {"note": ""}
    # What is an act by its type has its own place for it.
    is_asked = entry_type not in _ACTS and "titleaddon" not in fields
    is_said = is_asked and _AS_OF.fullmatch(note)
    # That of «2017 р.» is no end of a sentence.
    return {"note": "", "titleaddon": _STOP.sub("", note)} if is_said else {}


def _conference(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return when and where something was read, and the name of the congress that stands for a book."""
    if entry_type not in _READ_AT_CONFERENCES:
        return {}
    told: dict[str, str] = {}
    congress = fields.get("organization", "").strip("{} ")
    if congress and _HOSTS.isdisjoint(fields) and _CONFERENCE.fullmatch(congress):
        told = {"booktitle": fields["organization"], "organization": ""}
    found = _PARTS.fullmatch(fields.get("note", "").strip()) if _OF_CONFERENCES.isdisjoint(fields) else None
    if found is None:
        return told
    for day, place in (found.group("first", "second"), found.group("second", "first")):
        if _PLACE.fullmatch(place) and place[0].isupper() and _is_day(day):
            return {**told, "note": "", "eventdate": day, "venue": place}
    return told


def _is_day(text: str) -> bool:
    if not _MONTH.search(text):
        return False
    try:
        date = read_date(text)
    except UnreadableValueError:
        return False
    return bool(date and date.month)


def _gazette(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the name of a gazette with its series, which biblatex-oscola has apart: "OJ L"."""
    journal, series = fields.get("journaltitle", ""), fields.get("series", "")
    is_one = entry_type in {"legislation", "legal"} and journal and _SERIES_OF_GAZETTE.fullmatch(series)
    return {"series": "", "journaltitle": f"{journal} {series}"} if is_one else {}


def _published(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return what `howpublished` or a note names: the gazette of an act, the publisher of a booklet."""
    for name in ("howpublished", "note") if entry_type in _OF_ACTS and _HOSTS.isdisjoint(fields) else ():
        if _IN_GAZETTE.fullmatch(said := fields.get(name, "").strip().rstrip(".")):
            found = _BY_YEAR.fullmatch(said)
            is_of_year = found and found["year"] == fields.get("year", fields.get("date", ""))[:4]
            parts = found.groupdict() if found and is_of_year else {"journaltitle": said}
            return {name: "", **{part: value for part, value in parts.items() if value and part != "year"}}
    published = fields.get("howpublished", "").strip()
    is_name = entry_type == "booklet" and "publisher" not in fields and _NAME.fullmatch(published)
    if is_name and all(word[0].isupper() for word in published.split()):
        return {"howpublished": "", "publisher": published}
    return {}


def _site(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return no site of a page whose name is the title of the page."""
    name = next((name for name in _JOURNALS if fields.get(name)), "")
    is_same = (
        entry_type in _PAGES_OF_SITES
        and name
        and fields[name].casefold() == fields.get("title", "").casefold()
    )
    return {name: ""} if is_same else {}
