"""Where, by whom and when a work was published: in the orders in which lists have it."""

from __future__ import annotations

import re

from sholu.importing.typed.cities import is_city
from sholu.importing.typed.line import LETTER, UPPER, Line, tidy
from sholu.regexes import regex

YEAR = r"(?:1[5-9]|20)\d\d"
# «М.», «СПб.», «Нур-Султан», «New York», «Ростов н/Д».
PLACE = (
    rf"(?:М\.?|Л\.?|А\.?|СПб\.?|Спб\.?|Пг\.?|К\.?|Т\.?|A\.|M\.|Ростов[- ]н/Д|"
    rf"(?:[{UPPER}]{LETTER}{{0,2}}\.\s)?[{UPPER}]{LETTER}+"
    rf"(?:[- ](?:(?:на|де|ла|du|de|la|am|the|of|upon|дон)[- ])?[{UPPER}]{LETTER}+){{0,2}}"
    r"(?:,\s(?:[A-Z]{2}|D\.\s?C\.))?)"
)
_PLACES = rf"{PLACE}(?:\s?[;,–]\s?{PLACE}){{0,2}}"
PUBLISHED = regex(
    rf"(?P<place>{_PLACES})\s?:\s?(?P<publisher>(?!//)[^:]*?(?:\s?;\s{PLACE}\s?:\s?[^:]*?)?),?\s(?P<year>{YEAR})(?:\s?[-–]\s?(?P<last>{YEAR}))?(?:\s?(?:ж|г)\.?)?(?!\w)"
)
PLACE_PUBLISHER = regex(rf"(?P<place>{_PLACES})\s?:\s?(?P<publisher>[^:.,]+(?:\.[^:.,\s]+)*)(?=[.,]|$)")
PLACE_YEAR = regex(
    rf"(?P<place>{_PLACES})\s?,\s?(?P<year>{YEAR})(?:\s?[-–]\s?(?P<last>{YEAR}))?(?:\s?(?:ж|г)\.?)?(?!\w)"
)
# "(Princeton: Princeton University Press, 2004)", as notes of Chicago have it.
_IN_BRACKETS = regex(rf"\s\((?P<place>{_PLACES})\s?:\s?(?P<publisher>[^():]+?),\s(?P<year>{YEAR})\)")
# «Алматы, «Ғылым» баспасы, 2002», "Paris, Maisonneuve et Larose, 2006", «Harrassowitz, Wiesbaden, 1992»
_PLACE_FIRST = regex(
    rf"(?P<place>{PLACE}),\s(?P<publisher>[{UPPER}«“\"][^,.:–]{{2,60}}?),\s(?P<year>{YEAR})(?:\s?(?:ж|г)\.?)?(?!\w)"
)
_PLACE_LAST = regex(
    rf"(?P<publisher>[{UPPER}«“\"][^,.:–]{{2,60}}?),\s(?P<place>{PLACE}),?\s(?P<year>{YEAR})(?:\s?(?:ж|г)\.?)?(?!\w)"
)
# «Қазан. 1984», where no journal can be meant.
_PLACE_DOT_YEAR = regex(rf"(?P<place>{PLACE})\.\s(?P<year>{YEAR})(?:\s?(?:ж|г)\.?)?(?=[.,;\s]|$)")
_PUBLISHER_YEAR = regex(
    rf"(?P<publisher>[{UPPER}][^.,:–]{{2,60}}?),\s(?P<year>{YEAR})(?:\s?(?:ж|г)\.?)?(?=[.,;\s]|$)"
)
# What a thesis is called, which may stand where a publisher would.
_THESIS = regex(
    r"(?:автореф|дис(?:с|\.)|диплом(?!ат)|PhD\b|thesis|dissertation|(?:магистр|доктор|кандидат)\w*\s(?:дис|thesis))",
    re.IGNORECASE,
)
# The end of a sentence and the beginning of another.
_SENTENCES = regex(rf"{LETTER}{{4,}}\.\s[{UPPER}]")


def imprint(text: str) -> re.Match[str] | None:
    """Find place, publisher and year of a book behind its title: the last that there is."""
    if bracketed := _IN_BRACKETS.search(text):
        return bracketed
    for pattern in (PUBLISHED, _PLACE_FIRST, _PLACE_LAST, PLACE_YEAR, _PUBLISHER_YEAR, _PLACE_DOT_YEAR):
        last = None
        for gap in re.finditer(r"(?:^|(?<=[.)…])\s(?:–\s?)?|\s–\s?|(?<=[»”\"])\s|(?<=,)\s)", text):
            found = pattern.match(text, gap.end())
            # «Рынки: дис. ... канд. ист. наук»: what a thesis is called is no place before its publisher.
            publisher = (found.groupdict().get("publisher") or "") if found else ""
            # "Despite Cultures: Early Soviet Rule. U of Pittsburgh P": nor is a title before its subtitle.
            is_title = _SENTENCES.search(publisher) and not is_city(found["place"] if found else "")
            # Two names between commas: which of them is a city tells that one is.
            is_sure = pattern not in (_PLACE_FIRST, _PLACE_LAST) or (
                found is not None and is_city(found["place"]) and not is_city(publisher)
            )
            if found and is_sure and not is_title and not _THESIS.match(publisher):
                # «London; Sterling, VA: Pluto»: of two that end alike the longer.
                last = last if last and last.end() == found.end() else found
                if pattern is not PUBLISHED:
                    break
        if last:
            return last
    return None


def put_imprint(line: Line, found: re.Match[str]) -> None:
    """Keep place, publisher and year."""
    parts = found.groupdict()
    places, publisher = parts.get("place") or "", parts.get("publisher") or ""
    # «Иерусалим : Гешарим ; М. : Мосты культуры»
    if second := re.search(rf"^(.*?)\s?;\s({PLACE})\s?:\s?(.*)$", publisher):
        places, publisher = f"{tidy(places)}; {tidy(second[2])}", f"{tidy(second[1])}; {tidy(second[3])}"
    if not publisher and not is_city(places):
        # «– Дәуір, 2015»: one name alone is a city that is known, or who published it.
        places, publisher = "", places
    line.put("address", places)
    line.put("publisher", _bare(publisher))
    if parts.get("last"):
        line.put("date", f"{parts['year']}/{parts['last']}")
    else:
        line.put("year", parts.get("year") or "")


def _bare(publisher: str) -> str:
    """Take off what says no more than that it is one: «Ғылым» баспасы."""
    alone = re.fullmatch(
        r"[«“\"](?P<name>[^«»“”\"]+)[»”\"]\s(?:баспасы|баспа үйі|нәшриёти|nashriyoti|nəşriyyatı)", publisher
    )
    return alone["name"] if alone else publisher
