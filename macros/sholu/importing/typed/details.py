"""What stands behind a title: place and publisher, year or day, volume, number, pages; piece by piece."""

from __future__ import annotations

import re
from collections.abc import Callable

from sholu.importing.typed.cities import is_city
from sholu.importing.typed.line import LETTER, UPPER, Line, day_of, month_in, tidy
from sholu.regexes import regex

_RANGE = r"[A-Za-zА-Яа-я]?\d+(?:\s?[-–—]\s?[A-Za-zА-Яа-я]?\d+)?(?:,\s\d+\s?[-–—]\s?\d+)*"
_DETAIL_NUMBER = r"[\dIVXLC]+(?:\s?[-–/]\s?[\dIVXLC]+)*"
_YEAR = r"(?:1[5-9]|20)\d\d"
# «М.», «СПб.», «Нур-Султан», «New York», «Ростов н/Д».
PLACE = (
    rf"(?:М\.?|Л\.?|А\.?|СПб\.?|Спб\.?|Пг\.?|К\.?|Т\.?|A\.|M\.|Ростов[- ]н/Д|"
    rf"(?:[{UPPER}]{LETTER}{{0,2}}\.\s)?[{UPPER}]{LETTER}+"
    rf"(?:[- ](?:(?:на|де|ла|du|de|la|am|the|of|upon|дон)[- ])?[{UPPER}]{LETTER}+){{0,2}}"
    r"(?:,\s(?:[A-Z]{2}|D\.\s?C\.))?)"
)
_PLACES = rf"{PLACE}(?:\s?[;,–]\s?{PLACE}){{0,2}}"
_PUBLISHED = regex(
    rf"(?P<place>{_PLACES})\s?:\s?(?P<publisher>(?!//)[^:]*?(?:\s?;\s{PLACE}\s?:\s?[^:]*?)?),?\s(?P<year>{_YEAR})(?:\s?[-–]\s?(?P<last>{_YEAR}))?(?:\s?(?:ж|г)\.?)?(?!\w)"
)
_PLACE_PUBLISHER = regex(rf"(?P<place>{_PLACES})\s?:\s?(?P<publisher>[^:.,]+(?:\.[^:.,\s]+)*)(?=[.,]|$)")
_PLACE_YEAR = regex(
    rf"(?P<place>{_PLACES})\s?,\s?(?P<year>{_YEAR})(?:\s?[-–]\s?(?P<last>{_YEAR}))?(?:\s?(?:ж|г)\.?)?(?!\w)"
)
# «Қазан. 1984», where no journal can be meant.
_PLACE_DOT_YEAR = regex(rf"(?P<place>{PLACE})\.\s(?P<year>{_YEAR})(?:\s?(?:ж|г)\.?)?(?=[.,;\s]|$)")
_PUBLISHER_YEAR = regex(
    rf"(?P<publisher>[{UPPER}][^.,:–]{{2,60}}?),\s(?P<year>{_YEAR})(?:\s?(?:ж|г)\.?)?(?=[.,;\s]|$)"
)
_VOLUME = regex(
    rf"(?:(?:Т|т|Том|том|ТОМ|Vol|vol|Volume|V|Bd|Band|Кн|кн|Кітап)\.?\s?(?P<a>{_DETAIL_NUMBER})\b|(?P<b>{_DETAIL_NUMBER})[-–\s]?(?:т|том|кітап)\b)\.?"
)
_PART = regex(rf"(?:Ч|ч|Part|Pt|Бөлім)\.?\s?(?P<part>{_DETAIL_NUMBER})\b\.?")
_NUMBER = regex(
    r"(?:№+|No\.?|no\.?|N(?=[\s°º\d])[°º]?|Nr\.?|Iss(?:ue)?\.?|iss\.?|Is\.|Вып(?:уск)?\.?|вып\.?|Шығ(?:арылым)?\.?|шығ\.?)"
    r"\s?(?P<number>\d[\w/]*(?:\s?[-–]\s?\d+)?(?:\s?\(\d+\))?)"
)
_VOLUME_NUMBER = regex(r"(?P<volume>\d+)\s?\((?P<number>[\w–/-]+)\)(?=\s?[,:.;]|\s|$)")
_PAGES = regex(
    rf"\(?(?:(?:С|с|Стр|стр|Б|б|Бб|бб|ББ|P|p|Pp|pp|PP|S|s|Р|р|Рр|рр|ss|Ss|Pages?|Беттер)\.?\s?(?P<a>{_RANGE})(?:\s?бб?\.)?"
    rf"|(?P<b>\d+\s?[-–—]\s?\d+)[\s-]?(?:бб?|беттер|бет|с|стр|pp|p|b)\.?"
    rf"|(?P<c>\d+)-б(?:ет)?\.?)\)?(?!\w)"
)
_TOTAL = regex(r"(?:\d+,\s)?(?P<total>\d{1,5})\s?(?:с|стр|б|бет|p|pp|р|pages|s|S)\b\.?(?!\s?\d)")
_DAY = regex(
    rf"(?P<day>\d{{1,2}}\s(?:{LETTER}+)(?:\s(?P<own>{_YEAR}))?|{LETTER}{{3,9}}\s\d{{1,2}}(?:,\s(?P<other>{_YEAR}))?|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR})"
)
_MONTH = regex(rf"(?P<month>{LETTER}{{3,9}})(?=[.,;]|$)")
# "Jul. 1948", «қараша 2019»
_MONTH_AND_YEAR = regex(rf"(?P<month>{LETTER}{{3,9}})\.?\s(?P<year>{_YEAR})(?=[.,;]|$)")
_YEAR_ALONE = regex(rf"\(?(?P<year>{_YEAR})(?P<letter>[a-zа-г])?\)?(?:\s?(?:ж|г)\b\.?)?(?![\d-])")
_RANGE_OF_YEARS = regex(rf"(?P<first>{_YEAR})\s?[-–]\s?(?P<last>{_YEAR})(?:\s?(?:жж|гг)\.?)?")
_BARE_PAGES = regex(r"(?P<a>\d+\s?[-–—]\s?\d+)(?=[.,;\s]|$)")
# What a thesis is called, which may stand where a publisher would.
_THESIS = regex(
    r"(?:автореф|дис(?:с|\.)|диплом(?!ат)|PhD\b|thesis|dissertation|(?:магистр|доктор|кандидат)\w*\s(?:дис|thesis))",
    re.IGNORECASE,
)
# The end of a sentence and the beginning of another.
_SENTENCES = regex(rf"{LETTER}{{4,}}\.\s[{UPPER}]")
_GAP = regex(r"[\s.,;:–—]+|-\s")


def details(line: Line, text: str, *, is_part: bool) -> None:
    """Read a text that holds nothing but details; what is none of them is left over.

    Args:
        line: where it is put.
        text: the rest of the line.
        is_part: whether the work stands in another, so that «3 б.» is its page and not how many there are.
    """
    place = 0
    unknown: list[str] = []
    was_known = True
    while place < len(text):
        if gap := _GAP.match(text, place):
            place = gap.end()
            continue
        for pattern, take in _READERS:
            found = pattern.match(text, place)
            if found and take(line, found, is_part):
                place, was_known = found.end(), True
                break
        else:
            end = re.compile(r"\s–\s|[.;,]\s|$").search(text, place)
            stop = end.end() if end else len(text)
            if was_known:
                unknown.append("")
            unknown[-1] += text[place:stop]
            was_known = False
            place = max(stop, place + 1)
    for words in unknown:
        line.leave(words)


def first_detail(text: str) -> int:
    """Return where details begin in a text that starts with a name: after a mark, or at its end."""
    for gap in re.finditer(
        r"(?:\.\s?–\s|\s–\s|[.,]\s|\s?\((?=\d{4})|\s(?=(?:19|20)\d\d[.,;]?\s*(?:[;,.–]|$)))", text
    ):
        rest = text[gap.end() :]
        before = text[: gap.start()]
        if before.count("(") > before.count(")"):
            continue
        if gap[0].endswith("("):
            rest = f"({rest}"
        if _begins(rest):
            return gap.start()
    return len(text)


_BEGINNINGS = (_PUBLISHED, _PLACE_YEAR, _VOLUME, _PART, _NUMBER, _VOLUME_NUMBER, _PAGES)


def _begins(text: str) -> bool:
    if any(pattern.match(text) for pattern in _BEGINNINGS):
        return True
    found = _RANGE_OF_YEARS.match(text) or _YEAR_ALONE.match(text)
    if found and re.match(r"\s*(?:[.,;:)–]|$|№|-)", text[found.end() :]):
        return True
    day = _DAY.match(text)
    if day and month_in(day["day"]):
        return True
    return re.match(r"\d+\s?(?:,\s?\d+|\(\d+\)|:\s?\d+)", text) is not None


def imprint(text: str) -> re.Match[str] | None:
    """Find place, publisher and year of a book behind its title: the last that there is."""
    for pattern in (_PUBLISHED, _PLACE_YEAR, _PUBLISHER_YEAR, _PLACE_DOT_YEAR):
        last = None
        for gap in re.finditer(r"(?:^|(?<=[.)…])\s(?:–\s?)?|\s–\s?|(?<=[»”\"])\s|(?<=,)\s)", text):
            found = pattern.match(text, gap.end())
            # «Рынки: дис. ... канд. ист. наук»: what a thesis is called is no place before its publisher.
            publisher = (found.groupdict().get("publisher") or "") if found else ""
            # "Despite Cultures: Early Soviet Rule. U of Pittsburgh P": nor is a title before its subtitle.
            is_title = _SENTENCES.search(publisher) and not is_city(found["place"] if found else "")
            if found and not is_title and not _THESIS.match(publisher):
                # «London; Sterling, VA: Pluto»: of two that end alike the longer.
                last = last if last and last.end() == found.end() else found
                if pattern is not _PUBLISHED:
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
    line.put("publisher", publisher)
    if parts.get("last"):
        line.put("date", f"{parts['year']}/{parts['last']}")
    else:
        line.put("year", parts.get("year") or "")


_Take = Callable[[Line, "re.Match[str]", bool], bool]


def _take_published(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001 -- all have one shape
    year = line.fields.pop("year", "")
    if year and "host_year" not in line.fields:
        # «Тюркологический сборник. 1977. М., 1981»: the first is the volume's.
        line.fields["host_year"] = year
    put_imprint(line, found)
    return True


def _take_place(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    line.put("address", found["place"])
    line.put("publisher", found["publisher"])
    return True


def _take_volume(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    line.put("volume", found["a"] or found["b"])
    return True


def _take_part(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    line.put("part", found["part"])
    return True


def _take_number(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    line.put("number", found["number"])
    return True


def _take_both(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    if "volume" in line.fields:
        return False
    line.put("volume", found["volume"])
    line.put("number", found["number"])
    return True


def _take_pages(line: Line, found: re.Match[str], is_part: bool) -> bool:  # noqa: FBT001
    words = next(filter(None, found.groups()), "")
    bare = re.sub(r"\s", "", words)
    if "pages" in line.fields:
        return False
    line.put("pages", bare.replace("—", "–") if "," not in words else words)
    return bool(is_part or bare)


def _take_total(line: Line, found: re.Match[str], is_part: bool) -> bool:  # noqa: FBT001
    name = "pages" if is_part and "pages" not in line.fields else "pagetotal"
    line.put(name, found["total"])
    return True


def _take_day(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    year = line.fields.get("year", "")
    words = found["day"] if re.search(r"\d{4}", found["day"]) else f"{found['day']} {year}"
    day = day_of(words)
    if not day:
        return False
    line.fields.pop("year", None)
    line.put("date", day)
    return True


def _take_month(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    month = month_in(found["month"])
    year = line.fields.get("year", "")
    if not month or not year:
        return False
    line.fields.pop("year")
    line.put("date", f"{year}-{month:02}")
    return True


def _take_month_and_year(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    month = month_in(found["month"])
    if not month or "year" in line.fields or "date" in line.fields:
        return False
    line.put("date", f"{found['year']}-{month:02}")
    return True


def _take_year(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    if "year" in line.fields or "date" in line.fields:
        return False
    line.put("year", found["year"])
    return True


def _take_years(line: Line, found: re.Match[str], _: bool) -> bool:  # noqa: FBT001
    line.put("date", f"{found['first']}/{found['last']}")
    return True


def _take_bare(line: Line, found: re.Match[str], is_part: bool) -> bool:  # noqa: FBT001
    if not is_part or "pages" in line.fields:
        return False
    line.put("pages", re.sub(r"\s", "", found["a"]))
    return True


_READERS: tuple[tuple[re.Pattern[str], _Take], ...] = (
    (_PUBLISHED, _take_published),
    (_PLACE_YEAR, _take_published),
    (_DAY, _take_day),
    (_MONTH_AND_YEAR, _take_month_and_year),
    (_RANGE_OF_YEARS, _take_years),
    (_NUMBER, _take_number),
    (_VOLUME, _take_volume),
    (_PART, _take_part),
    (_PAGES, _take_pages),
    (_VOLUME_NUMBER, _take_both),
    (_YEAR_ALONE, _take_year),
    (_TOTAL, _take_total),
    (_BARE_PAGES, _take_bare),
    (_PLACE_PUBLISHER, _take_place),
    (_MONTH, _take_month),
)
