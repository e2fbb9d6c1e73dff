"""What programs leave in fields where it says something else, or nothing.

Google Scholar writes "Sage Publications Sage CA: Thousand Oaks, CA" and "Spectrum, IEEE", the journals of the
American Physical Society number their articles in `number` beside `issue`, MDPI's site adds the page to its
journal, catalogues say that they know no publisher.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.bibliography.fields import with_told
from sholu.bibliography.theses import is_press
from sholu.bibliography.typed_words import of_words
from sholu.languages import DASHES
from sholu.regexes import regex

# So Google Scholar has it: "SAGE Publications Sage UK: London, England".
_TWICE = regex(
    r"(?P<publisher>(?P<name>[^\W\d_]{3,}) [^:]+?) (?P=name) [^\W\d_]+(?: [^\W\d_]+)?: (?P<place>[^:]+)",
    re.IGNORECASE,
)
# The publisher stands before its place: "Wesleyan University Press: Middletown, CT".
_BEFORE_PLACE = regex(r"(?P<publisher>[^:{}\\]{4,}?)\s*: (?P<place>[^\W\d_][^:{}\\]{2,60})")
_NO_PUBLISHER = of_words(r"\[?<<no_publisher>>\.?\]?", re.IGNORECASE)
_NO_PLACE = of_words(r"\[?<<no_place>>\.?\]?", re.IGNORECASE)
_TURNED = of_words(r"(?P<rest>[^,{}\\]{4,}), (?P<body><<societies_of_journals>>)")
# "Buildings 2024, Vol. 14, Page 1845"
_WITH_PAGE = of_words(
    rf"(?P<journal>[^,{{}}\\]{{3,}}?) \d{{4}}, <<volume>>\.? \d+, <<pages>>\.? [\d{DASHES}]+", re.IGNORECASE
)
# Two addresses of one work with a line feed between them, as Mendeley joins them.
_TWO_ADDRESSES = regex(r"(?P<first>https?://\S+?)%0Ahttps?://\S+", re.IGNORECASE)
# An article has no pages but a number: 012036, 011602 beside an issue.
_NUMBER_OF_ARTICLE = regex(r"\d{5,8}")
_ARTICLE = of_words(r"<<article>>\.?(?: <<number>>\.?)? (?P<number>[A-Z]?\d+)\.?", re.IGNORECASE)
# "US Patent 1,661,058", behind which a program has put the key.
_PATENT = of_words(
    r"(?P<number>[^\d{}\\]{0,20}\b<<patent>>(?: <<number>>\.?)? [A-Z]{0,2}\d[\d,]{4,12})(?:\s.*)?",
    re.IGNORECASE | re.DOTALL,
)
# "Universals of Human Language, Vol. 2: Phonology" beside the field of the volume.
_WITH_VOLUME = of_words(
    r"(?P<whole>[^{}\\]{4,}?)[,.:]? <<volume>>\.? (?P<volume>\d{1,3})(?:[:.] (?P<title>[^{}\\]{3,}))?",
    re.IGNORECASE,
)
# "Social big data (Article)": what Scopus calls it.
_OF_SCOPUS = of_words(r"(?P<title>.{4,}?)\s+\(<<sorts_of_scopus>>\)", re.IGNORECASE | re.DOTALL)
# "Who governs?: The effects", as Google Scholar joins a subtitle.
_TWO_STOPS = regex(r"(?<=[^\W\d_][?!]):(?= [^\W\d_])")
# "2. Auflage 2020" of a book of 2020; "2021" alone counts nothing.
_EDITION_OF_YEAR = regex(r"(?P<edition>(?:.*[^\d\s,(])?)[\s,]*\(?(?P<year>(?:1[5-9]|20)\d\d)\)?")
_NUMBER_WITH_STOP = regex(r"\d\.$")
# What biblatex-oscola calls acts, for its own use.
_OF_OSCOLA = frozenset({"eu-treaty", "piltreaty", "euoffdoc", "comdoc", "eu-directive", "eu-regulation"})
_TITLES = ("title", "booktitle")
_PLACES = ("address", "location")
_JOURNALS = ("journal", "journaltitle")
_IN_ANOTHER = frozenset({"article", "inproceedings", "conference", "incollection"})
_LISTED = ("series", "publisher", "journal", "journaltitle", "booktitle")
_SAID = frozenset({*_JOURNALS, "booktitle", "publisher", "volume", "pages"})


def without_leftovers(entry_type: str, fields: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """Return the type of an entry and its fields without what programs leave in them.

    Args:
        entry_type: the type.
        fields: the fields, by name.
    """
    told = _publisher(fields) | _journal(fields) | _numbers(entry_type, fields)
    told |= _volume(fields) | _title(entry_type, fields) | _edition(fields)
    if fields.get("entrysubtype", "").casefold() in _OF_OSCOLA:
        told["entrysubtype"] = ""
    if entry_type == "patent" and _NUMBER_WITH_STOP.search(number := fields.get("number", "")):
        told["number"] = number.removesuffix(".")
    told |= {
        name: value.rstrip(" ,")
        for name in _LISTED
        if (value := fields.get(name, "")).endswith(",") and "{" not in value
    }
    if found := _TWO_ADDRESSES.fullmatch(fields.get("url", "")):
        told["url"] = found["first"]
    if entry_type in {"article", "misc"} and _SAID.isdisjoint(fields):
        found = _PATENT.fullmatch(fields.get("note", "").strip())
        if found and "number" not in fields:
            return "patent", with_told(fields, told | {"number": found["number"], "note": ""})
    return entry_type, with_told(fields, told)


def _publisher(fields: Mapping[str, str]) -> dict[str, str]:
    """Return publisher and place apart, and neither where a catalogue says that nobody knows them."""
    told = {name: "" for name in _PLACES if _NO_PLACE.fullmatch(fields.get(name, ""))}
    publisher = fields.get("publisher", "").strip("{} ")
    if not publisher:
        return told
    if _NO_PUBLISHER.fullmatch(publisher):
        return {**told, "publisher": ""}
    if ":" not in publisher:
        return told
    found = _TWICE.fullmatch(publisher)
    if found is None and (before := _BEFORE_PLACE.fullmatch(publisher)):
        found = before if is_press(before["publisher"]) and not is_press(before["place"]) else None
    if found is None:
        return told
    place = {} if any(name in fields for name in _PLACES) else {"location": found["place"]}
    return {**told, "publisher": found["publisher"], **place}


def _volume(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the titles of a volume and of the whole, whose number between them stands in `volume`, too."""
    volume = fields.get("volume", "")
    for name in _TITLES if volume.isdigit() and "maintitle" not in fields else ():
        found = _WITH_VOLUME.fullmatch(fields.get(name, ""))
        if found is None or found["volume"] != volume:
            continue
        if found["title"] and "number" not in fields and "subtitle" not in fields:
            return {name: found["title"], "maintitle": found["whole"]}
        return {name: found["whole"]} if not found["title"] else {}
    return {}


def _title(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return titles without what Scopus calls the work, and with one stop before a subtitle."""
    told: dict[str, str] = {}
    for name in _TITLES:
        title = fields.get(name, "")
        if "?:" in title or "!:" in title:
            told[name] = title = _TWO_STOPS.sub("", title)
        is_in_one = name == "title" and entry_type in _IN_ANOTHER and title.endswith(")")
        if is_in_one and (found := _OF_SCOPUS.fullmatch(title)):
            told[name] = found["title"]
    return told


def _edition(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the edition without the year of the book behind it, which counts nothing."""
    edition, year = fields.get("edition", "").strip(), fields.get("year", "") or fields.get("date", "")[:4]
    found = _EDITION_OF_YEAR.fullmatch(edition) if year and edition.rstrip(")").endswith(year) else None
    # “Fall 2022” is one of an encyclopedia.
    is_one = found is not None and (not found["edition"] or any(map(str.isdigit, found["edition"])))
    return {"edition": found["edition"]} if found and is_one and found["year"] == year else {}


def _journal(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the name of a journal turned back, and without the page of an article."""
    told: dict[str, str] = {}
    for name in _JOURNALS:
        journal = fields.get(name, "")
        if "," not in journal:
            continue
        if turned := _TURNED.fullmatch(journal):
            told[name] = f"{turned['body']} {turned['rest']}"
        elif found := _WITH_PAGE.fullmatch(journal):
            told[name] = found["journal"]
    return told


def _numbers(entry_type: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the number of an article apart from that of its issue, and no year for a number."""
    number, has_pages = fields.get("number", ""), not {"pages", "eid"}.isdisjoint(fields)
    if entry_type != "article":
        return {}
    if number and number == fields.get("year", "") and "volume" not in fields:
        # Mendeley repeats the year.
        return {"number": ""}
    if not has_pages and (found := _ARTICLE.fullmatch(fields.get("note", ""))):
        return {"eid": found["number"], "note": ""}
    if has_pages or not _NUMBER_OF_ARTICLE.fullmatch(number) or "volume" not in fields:
        return {}
    issue = fields.get("issue", "")
    is_article = number.startswith("0") or (issue.isdigit() and issue != number)
    return {"eid": number, "number": issue, "issue": ""} if is_article else {}
