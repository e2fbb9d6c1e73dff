"""What says itself what it is, taken out of a text: roles, edition, pages, place and publisher.

What is left are words that no mark or word names: the title, what a work stands in, its series. A sign
(`CUT`) stands where something was taken out: what stood beside it is parted there.
"""

from __future__ import annotations

import re

from sholu.bibliography.cities import is_city, names_city
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.heads import YEAR, people_in
from sholu.importing.typed.houses import is_house
from sholu.importing.typed.imprint import put_place
from sholu.importing.typed.line import (
    AFTER_YEAR,
    AND,
    EDITION,
    LETTER,
    NUMBER,
    PAGES,
    UPPER,
    VOLUME,
    WORD,
    Line,
    day_of,
    tidy,
)
from sholu.importing.typed.role_peels import CUT, ROLE_BEHIND, Peel, put_people, role_of, take_roles
from sholu.importing.typed.theses import names_thesis, put_thesis
from sholu.regexes import regex

_PAGE = (
    r"[A-Za-z]?\d+\+?(?:\s?[-–—]\s?[A-Za-z]?\d+)?(?:,\s\d+\s?[-–—]\s?\d+)*|[ivxlc]+(?:\s?[-–—]\s?[ivxlc\d]+)?"
)
_BRACKETS = regex(r"\s*\((?P<words>[^()]+)\)")
_PRINTED = regex(
    rf"(?:(?P<place>[^:]+?)\s?:\s*)?(?P<house>(?:[^:]|:(?!\s)|;[^;:]+:\s)*?),?\s*(?:(?P<year>{YEAR})(?:[–-](?P<last>\d{{2,4}}))?)(?:;\s.*)?"
)
_STATE = rf"(?:[A-Z]{{2}}\b|(?:[A-Z]\.\s?){{2}}|[{UPPER}]{LETTER}{{2,6}}\.|{WORD})"
_PLACE = (
    rf"(?:[{UPPER}]{LETTER}{{0,2}}\.\s)?[{UPPER}]{LETTER}+(?:[- ][{UPPER}]?{LETTER}+){{0,2}}(?:,\s{_STATE})?"
)
_HOUSE = regex(
    rf"(?:^|(?<=[.?!,;{CUT}»”’\"]\s)|(?<={CUT}))(?P<place>{_PLACE}(?:\s?[;,/–]\s{_PLACE}){{0,2}})\s?:\s(?P<house>[^:{CUT}]+?)(?=,?\s*{CUT}|[.,]?$|\.\s)"
)
# “; Wiley-VCH: Weinheim, Germany, 2006”
_HOUSE_OF_ACS = regex(
    rf"(?<=[^\s];\s)(?P<house>[{UPPER}][^:;{CUT}]*?):\s(?P<place>{_PLACE})(?=,?\s*{CUT}|[.,]?$)"
)
_HOUSE_FIRST = regex(
    rf"(?:^|(?<=[.;{CUT}]\s)|(?<={CUT}))(?P<house>[{UPPER}][^:;{CUT}]*?):\s(?P<place>[{UPPER}][^:{CUT}]+?)(?=,?\s*{CUT}|[.,]?$)"
)
# «Paris, Gallimard, 1976»
_PLACE_AND_HOUSE = regex(
    rf"(?:^|(?<=[.,;?!{CUT}»”)]\s)|(?<={CUT}))(?P<place>{_PLACE}),\s(?P<house>[{UPPER}][^:{CUT}]*?)(?=,?\s*{CUT}|[.,]?$)"
)
_HOUSE_AND_PLACE = of_words(
    rf"(?:^|(?<=[.,;{CUT}]\s)|(?<={CUT}))(?P<house>(?:[{UPPER}]\.){{2,}}|[{UPPER}][^:;,.{CUT}]*?),\s(?P<place>{_PLACE}(?:\s{AND}\s{_PLACE})?)(?=,?\s*{CUT}|[.,]?$)"
)
_DAYS = tuple(
    of_words(pattern)
    for pattern in (
        rf"(?<!\w)(?P<day>\d{{1,2}}\.?\s(?:de\s)?{LETTER}{{3,10}}\.?\s(?:de\s)?{YEAR})(?!\d){AFTER_YEAR}",
        rf"(?<!\w)(?P<day>{LETTER}{{3,10}}\.?\s\d{{1,2}},\s{YEAR})(?!\d){AFTER_YEAR}",
        rf"(?<!\w)(?P<day>{LETTER}{{3,10}}\.?,?\s{YEAR})(?!\d){AFTER_YEAR}",
    )
)
_FIRST_PLACE = of_words(rf"\s{AND}\s|[,;/–]\s")
_DASH = regex(r"\.?\s[-–]\s")
# «. Tesis doctoral, Universidad de Valencia», “, PhD diss., School”
_DEGREES = "<<thesis_phd>>|<<thesis_doctorate>>|<<thesis_master>>|<<thesis_bachelor>>"
_THESIS = of_words(
    rf"(?:^|(?<=[.,;:{CUT}”»]\s)|(?<={CUT}))(?P<kind>(?i:(?:(?:{_DEGREES})(?:[’']?s)?\.?\s)?(?:<<thesis>>)\.?[^,.{CUT}\d]{{0,30}})),\s"
    rf"(?P<school>(?i:[^{CUT}]*?\b<<schools>>\b)[^{CUT}]*?)(?=,?\s(?:{YEAR})\b|,?\s*{CUT}|[.,]?$)"
)
# “, Cambridge University Press”, at the end.
_HOUSE_LAST = regex(rf"(?<=[.,;)]\s)(?P<house>[{UPPER}][^.,:;{CUT}]+)(?=[.,]?\s*(?:{CUT}|$))")


def peel(line: Line, text: str, *, is_part: bool) -> list[str]:
    """Take out of a text what says itself what it is; return what is left, in its pieces."""
    peel_ = Peel(line, _DASH.sub(". ", text))
    peel_.take(_BRACKETS, lambda found: _bracket(line, found["words"]))
    peel_.take(_THESIS, lambda found: _thesis_at(line, found))
    for pattern, name in _NAMED:
        peel_.take(pattern, lambda found, name=name: _put(line, name, found))  # type: ignore[misc]
    for days in _DAYS:
        peel_.take(days, lambda found: _day(line, found["day"]))
    take_roles(peel_)
    if last := [*_YEAR_ALONE.finditer(peel_.text)][-1:]:
        peel_.take(_YEAR_ALONE, lambda found: found.start() == last[0].start() and _put(line, "year", found))
    for houses in (_HOUSE_OF_ACS, _HOUSE, _PLACE_AND_HOUSE, _HOUSE_FIRST, _HOUSE_AND_PLACE):
        peel_.take(houses, lambda found, houses=houses: _house(line, found, houses))  # type: ignore[misc]
    peel_.take(
        _HOUSE_LAST, lambda found: is_house(found["house"]) and _put(line, "publisher", found, "house")
    )
    peel_.take(_BARE_RANGE if is_part else _BARE_PAGES, lambda found: _put(line, "pages", found))
    if not is_part and re.match(rf"[\s.,]*{CUT}", peel_.text):
        # What comes first is a title.
        return []
    pieces = re.split(rf"[\s,;]*(?:\.\s*)?{CUT}[\s.,;:]*", peel_.text)
    return [piece for piece in pieces if re.search(r"\w", piece)]


_YEAR_ALONE = regex(
    rf"(?:^|(?<=[.,;({CUT}]\s)|(?<={CUT})|(?<=[^\W\d_]\s)(?=\d+[\s.]*$))(?P<value>{YEAR})(?=[.,;:){CUT}]|$)"
)
# “(Harlow: Longman, 2006), 11.”, “1983. 239-40.”
_BEHIND = rf"(?<={CUT})[.,:]?\s?(?P<value>[A-Z]?\d+\+?(?:\s?[-–—]\s?\d+)?)(?=[.,;\s{CUT}]*$|[.,;]?{CUT})"
_BARE_PAGES = regex(_BEHIND)
_BARE_RANGE = regex(
    rf"(?:{_BEHIND}|(?<=[.,:]\s)(?P<range>(?!{YEAR}\s?[-–—]\s?{YEAR})\d+\s?[-–—]\s?\d+)(?=[.,;\s{CUT}]*$|[.,;]?\s?{CUT}))"
)
_NAMED: tuple[tuple[re.Pattern[str], str], ...] = (
    (of_words(rf"(?:^|(?<=[\s,.({CUT}]))\(?(?P<value>{EDITION})\)?"), "edition"),
    (
        of_words(
            rf"(?:^|(?<=[\s,.({CUT}]))(?P<value>\d+)\s(?i:<<in_volumes>>)\.?(?!\s?\d)(?=[\s,.;{CUT})]|$)"
        ),
        "volumes",
    ),
    (
        of_words(
            rf"(?:^|(?<=[.,;({CUT}]\s)|(?<={CUT}))(?i:<<collection>>)\.?\s(?P<value>«[^»]+»|[^,.({CUT}]+)(?=[,.;){CUT}]|$)"
        ),
        "series",
    ),
    (of_words(rf"(?:^|(?<=[\s,.({CUT}])){VOLUME}\s?(?P<value>\d+|[IVXLC]+)\b"), "volume"),
    (of_words(rf"(?:^|(?<=[\s,.({CUT}])){NUMBER}\s?(?P<value>\d[\w/–-]*)"), "number"),
    (
        of_words(
            rf"(?:^|(?<=[\s,.(:;{CUT}]))\(?(?:{PAGES}\.?|<<at_page>>)\s?(?P<value>{_PAGE})\)?(?=[\s,.;{CUT})]|$)"
        ),
        "pages",
    ),
    (of_words(rf"(?:^|(?<=[\s,.({CUT}]))(?P<value>\d+)\s?{PAGES}\.?(?=[\s,.;{CUT})]|$)"), "pagetotal"),
)


def _put(line: Line, name: str, found: re.Match[str], group: str = "value") -> bool:
    words = found[group] or found["range"]
    if name in line.fields or (name == "year" and "date" in line.fields):
        return False
    line.put(name, re.sub(r"\s?([-–—])\s?", r"\1", words) if name == "pages" else words)
    return True


def _day(line: Line, words: str) -> bool:
    day = day_of(words)
    if not day or "date" in line.fields:
        return False
    line.fields.pop("year", None)
    line.put("date", day)
    return True


def _bracket(line: Line, words: str) -> bool:
    """Read what stands in brackets: place, publisher and year; an editor and a year; a thesis."""
    printed = _PRINTED.fullmatch(words)
    if printed is None:
        return _thesis(line, words)
    if re.fullmatch(r"\d{4}\s?[-–]\s?\d{2,4}", words):
        # «Etnografias Portuguesas (1870–1970)»
        return False
    house, place = printed["house"].strip(" ,"), printed["place"] or ""
    if re.search(r"^\d|^[^\W\d_A-Z]+\s", house) or (place and not re.match(rf"[{UPPER}]", place)):
        return False
    if behind := ROLE_BEHIND.search(house):
        names, others = people_in(house[: behind.start()])
        if names:
            put_people(line, role_of(behind), names, others=others)
            house = house[behind.end() :].strip(" ,")
    if names_thesis(house):
        kind, _, school = house.partition(", ")
        put_thesis(line, kind)
        line.put("publisher", school)
    elif not place and house and is_city(house):
        line.put("address", house)
    else:
        put_place(line, place, house)
    if printed["last"]:
        line.put("date", f"{printed['year']}/{printed['year'][: 4 - len(printed['last'])]}{printed['last']}")
    else:
        line.put("year", printed["year"])
    return True


def _thesis_at(line: Line, found: re.Match[str]) -> bool:
    if "kind_of_work" in line.fields:
        return False
    put_thesis(line, found["kind"])
    line.put("publisher", found["school"])
    return True


def _thesis(line: Line, words: str) -> bool:
    if not names_thesis(words):
        return False
    kind, _, school = words.partition(", ")
    put_thesis(line, kind)
    line.put("publisher", school)
    return True


def _house(line: Line, found: re.Match[str], houses: re.Pattern[str]) -> bool:
    """Keep place and publisher, where aught tells that they are: a city, “Press”, a mark between them."""
    place, house = found["place"], tidy(found["house"])
    if "publisher" in line.fields or "address" in line.fields:
        return False
    first, behind = _FIRST_PLACE.split(place)[0], place.rpartition(", ")[2]
    is_city_first = names_city(place) or names_city(first)
    if houses is _HOUSE_OF_ACS:
        is_sure = True
    elif houses is _PLACE_AND_HOUSE:
        is_sure = is_city_first and not names_city(house)
    elif houses is _HOUSE:
        # “Law and Lakes, New York: Brook Press”: what stands before a city is none.
        is_other = (behind != place and names_city(behind)) or names_city(house)
        is_sure = is_city_first or ((is_house(house) or found.start() > 0) and not is_other)
    else:
        is_sure = is_city_first or is_house(house)
    if is_sure:
        put_place(line, place, house)
    return is_sure
