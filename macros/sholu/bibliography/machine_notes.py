"""Notes that programs write: “Place: Paris Publisher: Brill”, “OCLC: 123”. They are fields, or nothing.

Zotero puts into `note` what BibTeX has no field for, and readers would see it as an editor's note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from sholu.bibliography.date_words import read_month
from sholu.bibliography.fields import NAME_FIELDS, PLAIN_FIELDS, TEXT_FIELDS
from sholu.bibliography.typed_words import loosely
from sholu.bibliography.values import UnreadableValueError
from sholu.languages import kept
from sholu.regexes import regex

# What a program calls a field, and the field of biblatex that it is; "" is nothing to a reader.
_FIELDS = MappingProxyType(
    {
        "Place": "location", "Event-Place": "venue", "Event Place": "venue", "Publisher": "publisher",
        "Backup Publisher": "publisher", "Publication Title": "journaltitle",
        "container-title": "journaltitle",
        "Series": "series", "Series Number": "number", "Series Title": "", "Volume": "volume",
        "Issue": "number", "Pages": "pages", "Num Pages": "pagetotal", "Number of Pages": "pagetotal",
        "Edition": "edition", "Version": "version", "DOI": "doi", "ISBN": "isbn", "ISSN": "issn",
        "PMID": "pmid",
        "PMCID": "", "JSTOR": "eprint", "_eprint": "", "arXiv": "eprint", "Original Date": "origdate",
        "original-date": "origdate",
        "Original Publisher": "origpublisher", "Archive": "archive", "Archive Location": "", "Type": "",
        "Medium": "", "OCLC": "", "OCLC Number": "", "Section": "", "Page Version ID": "",
        "Issue Title": "issuetitle",
        "Library Catalog": "", "Call Number": "", "Google-Books-ID": "", "Citation Key": "", "ZSCC": "",
        "Accepted": "", "Container-title": "journaltitle", "Journal Abbreviation": "", "Rights": "",
        "License": "", "event-title": "eventtitle", "Conference Name": "eventtitle",
        "Meeting Name": "eventtitle",
        "Programming Language": "", "Running Time": "", "Reporter": "", "Genre": "",
        "Application Number": "", "Issuing Authority": "", "Assignee": "", "Filing Date": "",
        "Legal Status": "", "Report Number": "number", "Repository": "",
        "Series Editor": "", "Book Title": "booktitle", "Read_Status": "", "Read_Status_Date": "",
        "Short Title": "shorttitle", "Language": "language", "LCCN": "", "MAG ID": "", "S2ID": "",
        "Publication date": "", "tex.ids": "", "Number": "number", "titleTranslation": "",
        "original-title": "origtitle",
    }
)  # fmt: skip
_OURS = TEXT_FIELDS | NAME_FIELDS | PLAIN_FIELDS
_NAMES = "|".join(sorted(map(re.escape, _FIELDS), key=len, reverse=True))
_KEY = regex(rf"(?:^|(?<=[\s;]))\\?(?P<key>{_NAMES}|tex\.[\w.]+)(?::|(?<=ids)\s*=)\s*")
# No place in an archive has more letters.
_LONGEST_SHELF = 200
_COUNTER = regex(r"^(?:0{3,}\d+|ZSCC:?.*|\[Online; accessed.*|From Duplicate \d+.*)$", re.DOTALL)

# [Online; accessed 5-March-2024]
_OF_WIKIPEDIA = regex(r"\[Online; accessed (\d{1,2})-([^\W\d_]+)-(\d{4})\]\.?")
# TeXMed's: [PubMed:\href{https://…}{31488661}] [DOI:\href{https://…}{10.1126/…}]
_TEXMED_PART = regex(r"\[(PubMed|PubMed Central|DOI):\\href\{[^{}]*\}\{([^{}]*)\}\]")
_TEXMED = regex(rf"(?:{_TEXMED_PART.pattern}\s*+)+")


@kept
def _accessed() -> re.Pattern[str]:
    """Match a note that tells when an address was read."""
    behind = rf"(?:\s{loosely('after_year')})?"
    # «Обращение к читателю» is no date.
    date = rf"(?=\D{{0,20}}\d)(?P<date>[^\]]{{4,30}}?){behind}"
    return re.compile(rf"^\[?{loosely('accessed')}[: ]*{date}[\].)]*$", re.IGNORECASE)


@kept
def _read_on() -> re.Pattern[str]:
    """Match the same beside the address, as GOST has it: «Режим доступа: https://… (дата обращения: …)»."""
    medium = rf"(?:\[{loosely('electronic')}\]\W*)?"
    address = rf"(?:{loosely('read_at')}\W*)?(?:\\url\s*\{{\s*)?(?P<url>https?://[^\s{{}}]+?)?\s*\}}?\W*"
    return re.compile(
        rf"{medium}{address}{loosely('accessed')}\W*(?P<date>\d[\d.\-/]{{5,9}})\W*", re.IGNORECASE
    )


@kept
def _address() -> re.Pattern[str]:
    """Match where the work is read, and nothing else: BibTeX has no field for it."""
    said = rf"(?:{loosely('read_at')}[^{{}}\\]{{0,20}}?)?(?:\\url\s*\{{\s*)?"
    return re.compile(rf"{said}(?P<url>https?://[^\s{{}}]+?)\s*\}}?\.?", re.IGNORECASE)


@kept
def _page_total() -> re.Pattern[str]:
    """Match how many pages there are, which cataloguers put behind a description: «375 с.»."""
    return re.compile(rf"[–—-]?\s*(?P<count>\d{{1,4}})\s*{loosely('pages')}\.?", re.IGNORECASE)


@kept
def electronic() -> re.Pattern[str]:
    """Match what is typed behind a title of something on a disk or a site: «[Электронный ресурс]»."""
    return re.compile(rf"\s*\[{loosely('electronic')}\]$", re.IGNORECASE)


@kept
def _volumes() -> re.Pattern[str]:
    """Match how many volumes there are: «4 т.»."""
    return re.compile(
        rf"(?:[^\W\d_]{{1,2}} )?(?P<count>[2-9]|[1-9]\d)\s*{loosely('volume')}\.?", re.IGNORECASE
    )


@kept
def _archived() -> re.Pattern[str]:
    """Match where a document lies: «ЦГА РК. Ф. 64. Оп. 1. Д. 5», «ҚР ОМА. 64-қ., 1-т., 5-іс»."""
    fund, inventory = loosely("fund"), loosely("inventory")
    numbered = rf"(?:{fund}\s?[\w-]+|[\w]+-{fund})"
    listed = rf"(?:{inventory}\s?[\w-]+|[\w]+-{inventory})"
    return re.compile(
        rf"(?:(?P<archive>[^\W\d][^{{}}\\]{{1,80}}?)[.,;:]?\s+)?(?P<archivelocation>{numbered}[.,;]*\s*{listed}[^{{}}\\]*?)\.?",
        re.IGNORECASE,
    )


# «1 июля».
_DAY = regex(r"\d{1,2}\.? [^\W\d_]{3,10}\.?")


def day_of_reading(said: str) -> str:
    """Return the day on which an address was read, "" for other words: “Accessed: 2017-08-27”."""
    found = _accessed().match(said.strip())
    return found["date"] if found else ""


def without_machine_notes(fields: Mapping[str, str], named: str = "") -> Mapping[str, str]:
    """Return the fields with what a program has written into `note` put into its own.

    Args:
        fields: those of an entry, by name.
        named: the key of the entry, which some keep there for their programs.
    """
    fields = _with_day_of_reading(_with_archive(fields))
    note = fields.get("note", "").strip()
    if not note:
        return fields
    rest = {name: value for name, value in fields.items() if name != "note"}
    whole = {} if _is_key(note, named) else _of_site(note) or _whole(note)
    if whole is not None:
        # Another address than that of the entry is a remark.
        return fields if "url" in whole and "url" in fields else {**whole, **rest}
    keys = list(_KEY.finditer(note))
    if not keys:
        return fields
    told: dict[str, str] = {}
    for position, key in enumerate(keys):
        end = keys[position + 1].start() if position + 1 < len(keys) else len(note)
        name, value = _field_of(key["key"]), note[key.end() : end].strip(" \n;")
        if name and value and "{" not in value:
            told.setdefault(name, value)
    if said := note[: keys[0].start()].strip():
        rest["note"] = said
    # A field of the entry itself is more than what a note says of it.
    has_host = not {"journal", "journaltitle", "booktitle"}.isdisjoint(fields)
    if has_host:
        told.pop("journaltitle", None)
        told.pop("booktitle", None)
    if "address" in fields:
        told.pop("location", None)
    if "eprint" in told and "JSTOR:" in note:
        told.setdefault("eprinttype", "jstor")
    return {**told, **rest}


def _with_day_of_reading(fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields with the day on which an address was read, typed behind it as GOST has it, apart."""
    # «Режим доступа: \url{…} (дата обращения: …)» stands in `howpublished`.
    name = "url" if "url" in fields else "howpublished"
    address = fields.get(name, "").strip()
    found = _read_on().fullmatch(address) if " " in address else None
    if found is None or not found["url"]:
        return fields
    rest = {key: value for key, value in fields.items() if key != name}
    return {"urldate": found["date"], **rest, "url": found["url"]}


def _with_archive(fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields with an archive that stands where a publisher would."""
    published = fields.get("howpublished", "")
    is_asked = 0 < len(published) <= _LONGEST_SHELF and "archivelocation" not in fields
    found = _archived().fullmatch(published.strip()) if is_asked else None
    if found is None:
        return fields
    return _given(found) | {name: value for name, value in fields.items() if name != "howpublished"}


def _is_key(note: str, key: str) -> bool:
    """Tell whether a note is the key of its entry; without a figure it may be a word, {enacted}."""
    return note.replace("\\_", "_") == key and any(map(str.isdigit, key))


def _is_day(note: str) -> bool:
    if not _DAY.fullmatch(note):
        return False
    try:
        read_month(note)
    except UnreadableValueError:
        return False
    return True


def _given(found: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in found.groupdict().items() if value}


def _whole(note: str) -> Mapping[str, str] | None:
    """Return the fields that a note is which says nothing else, None if it says more."""
    if _COUNTER.match(note) or _is_day(note):
        # The day is that of a newspaper.
        return {"month": note} if _is_day(note) else {}
    if found := _accessed().match(note):
        return {"urldate": found["date"]}
    if found := _read_on().fullmatch(note):
        return {"urldate": found["date"]} | ({"url": found["url"]} if found["url"] else {})
    for name, pattern in {"pagetotal": _page_total(), "volumes": _volumes()}.items():
        if found := pattern.fullmatch(note):
            return {name: found["count"]}
    if len(note) <= _LONGEST_SHELF and (found := _archived().fullmatch(note)):
        return _given(found)
    found = _address().fullmatch(note)
    return {"url": found["url"]} if found else None


def _of_site(note: str) -> Mapping[str, str]:
    """Return the fields that Wikipedia and TeXMed put into a note, none of any other note."""
    if found := _OF_WIKIPEDIA.fullmatch(note):
        return {"urldate": " ".join(found.groups())}
    if not (note.startswith("[PubMed:") and _TEXMED.fullmatch(note)):
        return {}
    known = dict(_TEXMED_PART.findall(note))
    return {name: known[said] for said, name in (("PubMed", "pmid"), ("DOI", "doi")) if said in known}


def _field_of(key: str) -> str:
    """Return the field that a program calls so; what Zotero has in “Extra” as tex.title_kk is that field."""
    if not key.startswith("tex."):
        return _FIELDS.get(key, "")
    name = key.removeprefix("tex.").lower()
    return name if name.partition("_")[0] in _OURS else ""
