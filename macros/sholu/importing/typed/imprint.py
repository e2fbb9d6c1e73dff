"""Where, by whom and when a work was published: in the orders in which lists have it."""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city, names_city
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.line import AFTER_YEAR, LETTER, UPPER, Line, tidy
from sholu.importing.typed.theses import begins_with_thesis
from sholu.regexes import regex

YEAR = r"(?:1[5-9]|20)\d\d"
# «М.», «СПб.», «Нур-Султан», «New York», «Ростов н/Д».
PLACE = (
    rf"(?:(?![A-Z][^.P])<<city_letters>>\.?|"
    rf"(?:[{UPPER}]{LETTER}{{0,2}}\.\s)?[{UPPER}]{LETTER}+"
    rf"(?:[- ](?:<<in_names_of_cities>>[- ])?[{UPPER}]{LETTER}+){{0,2}}"
    # “Cambridge (Mass.)”
    r"(?:,\s(?:[A-Z]{2}|D\.\s?C\.)|\s\([A-Z][a-z]{2,5}\.\))?)"
)
_PLACES = rf"{PLACE}(?:\s?[;,–]\s?{PLACE}){{0,2}}"
PUBLISHED = of_words(
    rf"(?P<place>{_PLACES})\s?:\s?(?P<publisher>(?!//)[^:]*?(?:\s?;\s{PLACE}\s?:\s?[^:]*?)?),?\s(?P<year>{YEAR})(?:\s?[-–]\s?(?P<last>{YEAR}|\d\d(?!\d)))?{AFTER_YEAR}(?!\w)"
)
PLACE_PUBLISHER = of_words(rf"(?P<place>{_PLACES})\s?:\s?(?P<publisher>[^:.,]+(?:\.[^:.,\s]+)*)(?=[.,]|$)")
PLACE_YEAR = of_words(
    rf"(?P<place>{_PLACES})\s?,\s?(?P<year>{YEAR})(?:\s?[-–]\s?(?P<last>{YEAR}))?{AFTER_YEAR}(?!\w)"
)
# "(Princeton: Princeton University Press, 2004)", as notes of Chicago have it.
_IN_BRACKETS = of_words(
    rf"\s\((?P<place>{_PLACES})\s?:\s?(?P<publisher>[^():]+?),\s(?P<year>{YEAR})\)"
    # «(Алматы, «Көкжиек» баспасы, 2019 ж.)»
    rf"|\s\((?P<city>{PLACE}),\s(?P<house>[«“\"][^():,]+),\s(?P<printed>{YEAR}){AFTER_YEAR}\)"
)
# "(University of Pittsburgh Press, 2012)", at the end or before the page of a note.
_HOUSE_IN_BRACKETS = of_words(rf"\s\((?P<publisher>[{UPPER}][^():,]+),\s(?P<year>{YEAR})\)(?=\.?$|,\s\d)")
# «Алматы, «Ғылым» баспасы, 2002», "Paris, Maisonneuve et Larose, 2006", «Harrassowitz, Wiesbaden, 1992»
_PLACE_FIRST = of_words(
    rf"(?P<place>{PLACE}),\s(?P<publisher>[{UPPER}«“\"][^,.:–]{{2,60}}?),\s(?P<year>{YEAR}){AFTER_YEAR}(?!\w)"
)
_PLACE_LAST = of_words(
    rf"(?P<publisher>[{UPPER}«“\"][^,.:–]{{2,60}}?),\s(?P<place>{PLACE}),?\s(?P<year>{YEAR}){AFTER_YEAR}(?!\w)"
)
# «Кереку 2012», at the end.
_PLACE_AND_YEAR = of_words(rf"(?P<place>[{UPPER}]{LETTER}{{3,}})\s(?P<year>{YEAR}){AFTER_YEAR}\.?$")
# «Қазан. 1984», where no journal can be meant.
_PLACE_DOT_YEAR = of_words(rf"(?P<place>{PLACE})\.\s(?P<year>{YEAR}){AFTER_YEAR}(?=[.,;\s]|$)")
_PUBLISHER_YEAR = of_words(
    rf"(?P<publisher>[{UPPER}][^.,:–]{{2,60}}?),\s(?P<year>{YEAR}){AFTER_YEAR}(?=[.,;\s]|$)"
)
# «Иерусалим : Гешарим ; М. : Мосты культуры»
_SECOND = of_words(rf"^(.*?)\s?;\s({PLACE})\s?:\s?(.*)$")
_ALONE = of_words(r"[«“\"](?P<name>[^«»“”\"]+)[»”\"]\s<<publisher_behind>>")
# The end of a sentence and the beginning of another.
_SENTENCES = regex(rf"{LETTER}{{4,}}\.\s[{UPPER}]")


def imprint(text: str) -> re.Match[str] | None:
    """Find place, publisher and year of a book behind its title: the last that there is."""
    if bracketed := _IN_BRACKETS.search(text) or _HOUSE_IN_BRACKETS.search(text):
        return bracketed
    for pattern in (
        PUBLISHED,
        _PLACE_FIRST,
        _PLACE_LAST,
        PLACE_YEAR,
        _PUBLISHER_YEAR,
        _PLACE_DOT_YEAR,
        _PLACE_AND_YEAR,
    ):
        last = None
        for gap in re.finditer(r"(?:^|(?<=[.)…!?])\s(?:–\s?)?|\s–\s?|(?<=[»”\"])\s|(?<=,)\s)", text):
            found = pattern.match(text, gap.end())
            # «Рынки: дис. ... канд. ист. наук»: what a thesis is called is no place before its publisher.
            publisher = (found.groupdict().get("publisher") or "") if found else ""
            # "Despite Cultures: Early Soviet Rule. U of Pittsburgh P": nor is a title before its subtitle.
            is_title = _SENTENCES.search(publisher) and not is_city(found["place"] if found else "")
            # Two names between commas: which of them is a city tells that one is.
            is_sure = pattern not in (_PLACE_FIRST, _PLACE_LAST) or (
                found is not None and is_city(found["place"]) and not is_city(publisher)
            )
            # Nor is it all that stands before the year: «Күңгір-күңгір күмбездер, Алматы, 1981».
            is_all = found is not None and not found.start() and _is_title(found)
            if found and is_sure and not (is_title or is_all) and not begins_with_thesis(publisher):
                # «London; Sterling, VA: Pluto»: of two that end alike the longer.
                last = last if last and last.end() == found.end() else found
                if pattern is not PUBLISHED:
                    break
        if last:
            return last
    return None


def _is_title(found: re.Match[str]) -> bool:
    """Tell whether what stands first before a year is a title: it is no city."""
    parts = found.groupdict()
    is_publisher_first = parts.get("publisher") and found.start("publisher") == found.start()
    return bool(is_publisher_first) or not is_city(parts.get("place") or "")


def put_imprint(line: Line, found: re.Match[str]) -> None:
    """Keep place, publisher and year."""
    parts = found.groupdict()
    places = parts.get("place") or parts.get("city") or ""
    publisher = parts.get("publisher") or parts.get("house") or ""
    if not places and names_city(publisher):
        # “(Oxford, 2002)”
        places, publisher = publisher, ""
    if not publisher and not is_city(places):
        # «– Дәуір, 2015»: one name alone is a city that is known, or who published it.
        places, publisher = "", places
    put_place(line, places, publisher)
    if parts.get("last"):
        line.put("date", f"{parts['year']}/{parts['year'][: -len(parts['last'])]}{parts['last']}")
    else:
        line.put("year", parts.get("year") or parts.get("printed") or "")


def put_place(line: Line, places: str, publisher: str) -> None:
    """Keep place and publisher; of two of each both."""
    if second := _SECOND.search(publisher):
        places, publisher = f"{tidy(places)}; {tidy(second[2])}", f"{tidy(second[1])}; {tidy(second[3])}"
    line.put("address", places)
    line.put("publisher", _bare(publisher))


def _bare(publisher: str) -> str:
    """Take off what says no more than that it is one: «Ғылым» баспасы."""
    alone = _ALONE.fullmatch(publisher)
    return alone["name"] if alone else publisher
