"""What tells where an article stands: year, volume, number, pages, in whatever order they end a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.line import AFTER_YEAR, LETTER, NUMBER, PAGES, VOLUME, day_of, month_in, season_in
from sholu.regexes import regex
from sholu.values import Value

_YEAR = r"(?:1[5-9]|20)\d\d"
_RANGE = r"[A-Za-z]?\d+\s?[-–—]+\s?[A-Za-z]?\d+"
# Of a newspaper.
_SHEET = r"[A-Z]{1,2}\d{1,8}\+?|\d{1,3}\+"
_MONTH = rf"{LETTER}{{3,10}}\.?"
# One piece: with its word, in brackets, as a day, or bare. The first that fits is taken.
_PIECE = of_words(
    rf"\((?:(?P<when>[^()\d]{{3,20}}?(?:\s\d{{1,2}})?),?\s)?(?P<year>{_YEAR}){AFTER_YEAR}\)"
    rf"|\((?P<month>{_MONTH})\)"
    rf"|{VOLUME}\s?(?P<volume>\d+|[IVXLC]+\b)"
    rf"|\(?{NUMBER}\s?(?P<number>\d[\w/–-]*)\)?"
    rf"|(?:(?i:<<article>>)\.?\s?)(?P<eid>\w*\d+)"
    rf"|(?:{PAGES}\.?|<<at_page>>)\s?(?P<pages>{_RANGE}|{_SHEET}|\d+)"
    rf"|(?P<turned>{_YEAR}\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)(?=[;:.])"
    r"|(?P<slashed>\d{1,4})/(?P<of>\d[\d–-]*)(?=[,\s]\s?[(\d]|,)"
    rf"|\((?P<day>\d{{1,2}}\s{_MONTH}\s{_YEAR})\)"
    rf"|(?P<date>(?:\d{{1,2}}\s)?{_MONTH}\s(?:\d{{1,2}},\s)?{_YEAR}){AFTER_YEAR}"
    rf"|(?P<both>\d{{1,4}})\s?\((?P<in_brackets>(?!{_YEAR}\))\d{{1,4}}(?:[–/-]\d+)?)\)"
    r"|(?P<dotted>\d{1,4})\.(?P<behind>\d{1,3})(?=[:,\s(])"
    r"|\((?P<alone>\d{1,3})\)"
    rf"|(?P<sheet>{_SHEET})(?=[.,;\s]*$)"
    rf"|(?P<range>{_RANGE})(?!\w|\.\d)"
    rf"|(?P<bare_year>{_YEAR}){AFTER_YEAR}(?![\d-])"
    rf"|(?P<bare>\d{{1,5}})(?![\w-])"
)
_GAP = regex(r"[\s.,:;]*")
_START = regex(r"(?:(?<=[\s.,])|^)(?=[^\s.,:;])")


class Cluster(Value):
    """The numbers with which a line ends: where they begin, and what they say."""

    start: int
    fields: Mapping[str, str]
    # Numbers that nothing names, as they stand; those behind a colon are pages.
    bare: tuple[str, ...] = ()


def cluster_of(text: str) -> Cluster | None:
    """Find the numbers with which a text ends; None where it ends with words."""
    end = len(text.rstrip(" .;,"))
    skipped = 0
    for start in _START.finditer(text):
        if start.start() < skipped:
            continue
        place = start.start()
        fields: dict[str, str] = {}
        bare: list[str] = []
        while place < end and (found := _PIECE.match(text, place)):
            if not _take(found, fields, bare, is_page=text[:place].rstrip()[-1:] == ":"):
                break
            gap = _GAP.match(text, found.end())
            place = gap.end() if gap else found.end()
        if place >= end and (fields or bare):
            return Cluster(start.start(), MappingProxyType(fields), tuple(bare))
        skipped = place
    return None


def _take(found: re.Match[str], fields: dict[str, str], bare: list[str], *, is_page: bool) -> bool:
    """Keep what a piece says; tell whether it says anything that was not known."""
    parts = {name: words for name, words in found.groupdict().items() if words}
    if parts.keys() & {"year", "month", "date", "day", "turned"}:
        return _take_time(parts, fields)
    if "bare_year" in parts and not ({"year", "date"} & fields.keys() or is_page):
        fields["year"] = parts["bare_year"]
    elif "slashed" in parts:
        fields.setdefault("volume", parts["slashed"])
        fields.setdefault("number", parts["of"])
    elif "sheet" in parts:
        return _put(fields, "pages", parts["sheet"])
    elif "both" in parts or "dotted" in parts:
        fields.setdefault("volume", parts.get("both") or parts["dotted"])
        fields.setdefault("number", parts.get("in_brackets") or parts["behind"])
    elif "range" in parts or (is_page and "bare" in parts):
        return _put(fields, "pages", parts.get("range") or parts["bare"])
    elif parts.keys() & {"bare", "bare_year"}:
        bare.append(parts.get("bare") or parts["bare_year"])
    else:
        _put_named(fields, *next(iter(parts.items())))
    return True


def _put_named(fields: dict[str, str], name: str, words: str) -> None:
    if name == "number" and "number" in fields and "volume" not in fields:
        # «вип. 55, вип. 4»: the first counts volumes.
        fields["volume"] = fields.pop("number")
    _put(fields, "number" if name == "alone" else name, words)


def _put(fields: dict[str, str], name: str, words: str) -> bool:
    if name in fields:
        return False
    fields[name] = re.sub(r"\s", "", words)
    return True


def _take_time(parts: dict[str, str], fields: dict[str, str]) -> bool:
    """Keep a year, a day, or a month of the year that is told elsewhere: «вып. 2 (июнь)»."""
    if month := parts.get("month"):
        if not month_in(month):
            return False
        fields["month"] = str(month_in(month))
        return True
    if words := parts.get("date") or parts.get("day") or parts.get("turned"):
        fields.setdefault("date", day_of(words))
        return bool(fields["date"])
    when, year = parts.get("when", ""), parts["year"]
    season = season_in(when) if when else 0
    day = f"{year}-{season}" if season else day_of(f"{when} {year}") if when else ""
    fields.setdefault("date" if day else "year", day or year)
    return bool(day or not when)


def numbered(cluster: Cluster, front: str) -> dict[str, str] | None:
    """Tell what the bare numbers are, by what else is known; None if they are too many.

    Args:
        cluster: numbers behind a journal.
        front: the number before it, "125 Harv. L. Rev. 476", "" for none.
    """
    fields = {**({"volume": front} if front else {}), **cluster.fields}
    if front and len(cluster.bare) == 1 and "pages" in cluster.fields:
        # “73 Yale L.J. 733, 737–38”: its first page, and that of the note.
        return {**cluster.fields, "volume": front, "pages": cluster.bare[0]}
    open_to = [name for name in ("volume", "number", "pages") if name not in fields]
    if front:
        open_to = [name for name in open_to if name != "number"]
    elif len(cluster.bare) == 2 and "number" in open_to and "pages" in open_to:  # noqa: PLR2004
        # “61, 7.”: volume and number; “61, 215”: its page.
        open_to.remove("pages" if int(cluster.bare[1]) <= 12 else "number")  # noqa: PLR2004 -- of a year
    if len(cluster.bare) > len(open_to):
        return None
    return {**fields, **dict(zip(open_to, cluster.bare, strict=False))}
