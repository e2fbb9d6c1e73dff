"""Who published a work, where the year stands behind the authors: what ends a line of APA and its kin."""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.imprint import PLACE, put_place
from sholu.importing.typed.line import EDITION, PAGES, UPPER, VOLUME, Line, tidy

# "(Cham, Palgrave Macmillan)" at the end, as Taylor & Francis have it: words of capitals alone.
_NAMES = rf"[{UPPER}][\w.’'-]*(?:\s(?:&|<<joining>>|<<in_names_of_cities>>|of|[{UPPER}][\w.’'-]*))*"
_IN_BRACKETS_AT_END = of_words(
    rf"\s*\((?P<place>{_NAMES}(?:,\s[A-Z]{{2}})?),\s(?P<publisher>{_NAMES}(?:,\s{_NAMES})?)\)[.,]?\s*$"
)
# «Бес томдық шығармалар жинағы. 1-том. Алматы: Қазығұрт»: what stands before a publisher.
_BEFORE_PUBLISHER = of_words(
    rf"^(?P<more>.+?)\.\s(?P<house>{PLACE}\s?:\s?[^:]+(?:;\s?{PLACE}\s?:\s?[^:]+)?)$"
)
_PLACE_BEHIND = of_words(rf"^(?P<publisher>[^,:]+),\s(?P<place>{PLACE}(?:\s&\s{PLACE})?)$")
_VOLUME_BEHIND = of_words(
    rf"^(?P<title>.*?)(?:^|[.,]\s)(?:(?P<a>\d+|[IVXLC]+)-(?i:<<volume>>)|{VOLUME}\s?(?P<b>\d+|[IVXLC]+))\.?$"
)
EDITION_BEHIND = of_words(rf"(?P<edition>{EDITION})\s*")
# What the first edition was, in brackets at the end.
_ORIGINAL = of_words(r"\s*\(<<original_told>>\s(?P<year>\d{4})\)$", re.IGNORECASE)
_TOTAL = of_words(rf"[,.]?\s*(\d+)\s?{PAGES}\.?$")
_HOUSE = of_words(rf"^(?P<place>{PLACE}(?:\s?[;,]\s?{PLACE})*)\s?:\s?(?P<publisher>.+)$")
# "Yale University Press, New Haven"
_PRESS = of_words(r"\b<<presses>>$|^(?:<<houses_begin>>)\s\w", re.IGNORECASE)
_SITE_TOLD = of_words(r"\s*<<site_told>>.*$")
# «(1964): Fonología española, 9.ª ed., Madrid, Gredos», as lists in Spanish have it.
_BY_COMMAS = of_words(
    rf"^(?P<title>[^«“\"].+?)(?:,\s(?P<edition>{EDITION}))?,\s(?P<place>{PLACE}),"
    rf"\s(?P<publisher>[{UPPER}][^,:]{{2,50}})(?:,\s(?P<total>\d+)\s?{PAGES})?\.?$"
)


def by_commas(line: Line, text: str) -> str:
    """Read place and publisher behind commas; return the title before them, "" where there is none."""
    found = _BY_COMMAS.match(text)
    if found is None or (len(found["title"].split()) == 1 and not is_city(found["place"])):
        return ""
    line.put("edition", found["edition"] or "")
    line.put("pagetotal", found["total"] or "")
    put_place(line, found["place"], found["publisher"])
    return found["title"]


def without_house(line: Line, text: str) -> str:
    """Take off place and publisher in brackets at the end."""
    house = _IN_BRACKETS_AT_END.search(text)
    if house is None:
        return text
    line.put("address", house["place"])
    line.put("publisher", house["publisher"])
    return text[: house.start()]


def is_house(words: str) -> bool:
    """Tell whether words call a publisher, "Cambridge University Press"."""
    return _PRESS.search(words) is not None


def without_edition(line: Line, text: str) -> str:
    """Take off the edition with which a text begins."""
    edition = EDITION_BEHIND.match(text)
    if edition is None:
        return text
    line.put("edition", edition["edition"])
    return text[edition.end() :]


def put_house(line: Line, text: str) -> None:
    """Read "Place: Publisher" or a publisher alone; of a page of the web it is the name of the site."""
    words = tidy(_SITE_TOLD.sub("", text))
    if original := _ORIGINAL.search(words):
        line.put("origdate", original["year"])
        words = tidy(words[: original.start()])
    if total := _TOTAL.search(words):
        line.put("pagetotal", total[1])
        words = tidy(words[: total.start()])
    if (before := _BEFORE_PUBLISHER.match(words)) and not _HOUSE.match(words):
        _title_goes_on(line, before["more"])
        words = before["house"]
    if found := _HOUSE.match(words):
        put_place(line, found["place"], found["publisher"])
    elif (behind := _PLACE_BEHIND.match(words)) and (
        is_city(re.split(r"\s&\s", behind["place"])[0]) or _PRESS.search(behind["publisher"])
    ):
        # “I.B. Tauris, London & New York”
        put_place(line, behind["place"], behind["publisher"])
    elif words:
        line.put("publisher", words)


def _title_goes_on(line: Line, words: str) -> None:
    """Read what stands between a title and its publisher: an edition, a volume, the title of a whole."""
    if edition := EDITION_BEHIND.match(words):
        words = words[edition.end() :]
        line.put("edition", edition["edition"] if words else edition["edition"].rstrip("."))
    if volume := _VOLUME_BEHIND.match(words):
        line.put("volume", volume["a"] or volume["b"])
        words = volume["title"]
    line.put("volume_title", tidy(words))
