"""The list of sources that Word itself keeps (`b:Sources`; ECMA-376, 22.6), in a Word file or by itself."""

from __future__ import annotations

import re

from sholu.importing.draft import Draft, Name, drop_empty, first_of, unique
from sholu.importing.trees import Element, below, parsed

_TYPES = {
    "Book": "book", "BookSection": "incollection", "JournalArticle": "article",
    "ArticleInAPeriodical": "article", "ConferenceProceedings": "inproceedings", "Report": "report",
    "InternetSite": "online", "DocumentFromInternetSite": "online", "ElectronicSource": "online",
    "Film": "movie", "SoundRecording": "audio", "Art": "image", "Performance": "performance",
    "Interview": "interview", "Patent": "patent", "Case": "legal",
}  # fmt: skip
_ROLES = {
    "Author": "author", "Inventor": "author", "Artist": "author", "Writer": "author", "Interviewee": "author",
    "Editor": "editor", "Translator": "translator", "Compiler": "compiler", "BookAuthor": "bookauthor",
    "Interviewer": "interviewer", "Director": "director", "Performer": "performer", "Composer": "composer",
    "ProducerName": "producer",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATEST_MONTH = 12
_ISSN = 8


def read_sources(text: str) -> dict[str, Draft]:
    """Read all sources, by the tags by which a text cites them.

    Raises:
        ValueError: it is no XML that may be read.
    """
    tree = parsed(text)
    for one in tree.iter():
        # Word calls them by one of two addresses, of 2004 and of 2006.
        one.tag = one.tag.rpartition("}")[2]
    return {tag: _draft(source, tag) for source in tree.iter("Source") if (tag := below(source, "Tag"))}


def _draft(source: Element, tag: str) -> Draft:
    def said(name: str) -> str:
        return below(source, name)

    kind = said("SourceType")
    is_thesis = bool(said("ThesisType"))
    type_ = "thesis" if is_thesis else _TYPES.get(kind, "misc")
    number = said("StandardNumber")
    digits = len(re.sub(r"[^\dXx]", "", number))
    host = "booktitle" if type_ in {"incollection", "inproceedings"} else "journal"
    fields = drop_empty(
        {
            "title": said("Title"),
            "shorttitle": said("ShortTitle"),
            host: first_of(
                said("JournalName"), said("PeriodicalTitle"), said("BookTitle"), said("ConferenceName"),
                said("PublicationTitle"),
            ),
            "publisher": first_of(
                said("Publisher"), said("InternetSiteTitle"), said("ProductionCompany"), said("Distributor")
            ),
            "institution": first_of(said("Institution"), said("Department")),
            "address": said("City"),
            "edition": said("Edition"),
            "volume": said("Volume"),
            "volumes": said("NumberVolumes"),
            "number": first_of(said("Issue"), said("PatentNumber"), said("CaseNumber")),
            "pages": said("Pages"),
            "isbn" if digits > _ISSN else "issn": number,
            "doi": re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", said("DOI")),
            "url": said("URL") if re.match("https?://", said("URL")) else "",
            "note": said("Comments"),
        }
    )  # fmt: skip
    fields |= _date(said("Year"), said("Month"), said("Day"), ("date", "year"))
    fields |= _date(said("YearAccessed"), said("MonthAccessed"), said("DayAccessed"), ("urldate", ""))
    names: dict[str, tuple[Name, ...]] = {}
    for element in source.iterfind("Author/*"):
        role = _ROLES.get(element.tag)
        if role and (people := _people(element)):
            names[role] = unique((*names.get(role, ()), *people))
    return Draft(type_, fields, names, key=tag)


def _people(role: Element) -> list[Name]:
    bodies = [
        Name(words, is_institution=True)
        for one in role.iter("Corporate")
        if (words := " ".join("".join(one.itertext()).split()))
    ]
    people = [
        Name(below(one, "Last"), " ".join(filter(None, (below(one, "First"), below(one, "Middle")))))
        for one in role.iter("Person")
        if below(one, "Last")
    ]
    return [*bodies, *people]


def _date(year: str, month: str, day: str, names: tuple[str, str]) -> dict[str, str]:
    """Return a date; months are numbers, or words of which English ones are known."""
    found = re.search(r"\d{4}", year)
    if not found:
        return {}
    number = int(month) if month.isdecimal() else 1 + _month(month)
    if not 1 <= number <= _LATEST_MONTH:
        return {names[1]: found[0]} if names[1] else {names[0]: found[0]}
    days = re.fullmatch(r"\d{1,2}", day)
    return {names[0]: f"{found[0]}-{number:02}" + (f"-{int(days[0]):02}" if days else "")}


def _month(word: str) -> int:
    short = word.strip().casefold()[:3]
    return _MONTHS.index(short) if short in _MONTHS else -1
