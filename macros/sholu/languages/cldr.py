"""The door to Babel: what Unicode's CLDR knows of a language, asked where its own file says nothing.

Knows languages by their codes (BCP 47) alone, not the files of Sholu. What CLDR does not know is "" or empty.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from sholu.languages.answers import asked_once
from sholu.regexes import regex
from sholu.values import Value

if TYPE_CHECKING:
    from babel import Locale

NBSP = "\u00a0"
# Of UTS 35, «Date Format Patterns»: letters of a pattern to the names that Sholu's files have for them.
_DATE_PART = regex(r"'([^']*)'|(y+|M+|L+|d+)")
_WIDE = 4
_LENGTH_OF_A_SCRIPT = 4


class CldrFacts(Value):
    """What CLDR says of a language.

    `months` has the forms by the names that Sholu's files have for them: `nominative`, and `genitive` where
    that is another. `dates` are patterns of Sholu's files (`{day}~{month} {year}`) for "date", "month_year",
    "year_only" and "day_month". `two` is the pattern of two names, `comma` what parts more of them.
    """

    name: str
    locale: str
    script: str
    direction: str
    decimal: str
    months: Mapping[str, tuple[str, ...]]
    dates: Mapping[str, str]
    conjunction: str
    two: str
    comma: str


@cache
def locale_of(code: str) -> Locale | None:
    """Return Babel's own record of a language, None if it has none."""
    # Only a review that asks for what is not in its files pays for Babel.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(code, sep="-" if "-" in code else "_")
    except (UnknownLocaleError, ValueError, TypeError):
        return None


@asked_once
def facts(code: str) -> CldrFacts | None:
    """Return what CLDR says of a language, None if it does not know it."""
    own = locale_of(code)
    if own is None:
        return None
    two = str(own.list_patterns["standard"]["2"])
    return CldrFacts(
        name=str(own.get_display_name(own) or code),
        locale="_".join(part for part in (own.language, _territory(code)) if part),
        script=usual_script(code),
        direction="rtl" if own.text_direction == "rtl" else "ltr",
        # Numbers of a review are written in the figures of Europe, whatever the language is used to.
        decimal=str(own.number_symbols.get("latn", {}).get("decimal", ".")),
        months=_months(own),
        dates=_dates(own),
        conjunction=two.replace("{0}", "").replace("{1}", "").strip(),
        two=two.replace("{0}", "{}").replace("{1}", "{}"),
        comma=str(own.list_patterns["standard"]["middle"]).replace("{0}", "").replace("{1}", ""),
    )


@asked_once
def alternative(code: str) -> str:
    """Return the word that parts the last of several choices, "or", as lists of the language have it."""
    own = locale_of(code)
    return str(own.list_patterns["or"]["2"]).replace("{0}", "").replace("{1}", "").strip() if own else ""


def _months(own: Locale) -> dict[str, tuple[str, ...]]:
    """Return the names of months; CLDR has those beside a day apart from those that stand alone."""
    alone, beside = (_twelve(own, context) for context in ("stand-alone", "format"))
    if [name.casefold() for name in alone] == [name.casefold() for name in beside]:
        return {"nominative": beside}
    return {"nominative": alone, "genitive": beside}


def _twelve(own: Locale, context: str) -> tuple[str, ...]:
    from babel.localedata import LocaleDataDict, load  # noqa: PLC0415 -- as above

    # Not `own.months`: where a language has no names of its own that stand alone, those of the language that
    # was asked before come, since aliases are kept in what all languages share (python-babel/babel#1234).
    data = LocaleDataDict({"months": deepcopy(load(str(own))["months"])})
    names = data["months"][context]["wide"]
    return tuple(str(names[number]) for number in range(1, 13))


def _dates(own: Locale) -> dict[str, str]:
    skeletons = own.datetime_skeletons
    found = {
        "date": str(own.date_formats["long"].pattern),
        "month_year": str(skeletons["yMMMM"].pattern) if "yMMMM" in skeletons else "",
        "year_only": str(skeletons["y"].pattern) if "y" in skeletons else "",
        "day_month": str(skeletons["MMMMd"].pattern) if "MMMMd" in skeletons else "",
    }
    is_inflected = "genitive" in _months(own)
    return {name: ours(pattern, is_inflected=is_inflected) for name, pattern in found.items() if pattern}


def ours(pattern: str, *, is_inflected: bool) -> str:
    """Write a pattern of CLDR as our files have it: "d MMMM y 'г'." is "{day}~{month_genitive} {year} г.".

    Args:
        pattern: one of UTS 35, of year, month in words or figures, and day.
        is_inflected: whether months have another form beside a day ("MMMM") than alone ("LLLL").
    """

    def part(found: re.Match[str]) -> str:
        if found[2] is None:
            return found[1] or "'"
        letter, is_wide = found[2][0], len(found[2]) >= _WIDE
        if letter == "y":
            return "{year}"
        if letter == "d":
            return "{day}"
        if not is_wide:
            return "{month_number}"
        return "{month_genitive}" if letter == "M" and is_inflected else "{month}"

    written = _DATE_PART.sub(part, pattern.replace("\u200f", ""))
    # A day stays with its month.
    return re.sub(r"(\{day\}\S*) (?=\{month)|(\{month\w*\}) (?=\{day\})", rf"\1\2{NBSP}", written).strip(" ,")


@asked_once
def usual_script(spoken: str) -> str:
    """Return the script of a language (ISO 15924, "Cyrl" of "ky"), "" if nobody knows it."""
    for subtag in spoken.replace("_", "-").split("-")[1:]:
        if len(subtag) == _LENGTH_OF_A_SCRIPT and subtag.isalpha():
            return subtag.title()
    return next((subtag for subtag in _likely(spoken) if len(subtag) == _LENGTH_OF_A_SCRIPT), "")


@asked_once
def usual_language(script: str) -> str:
    """Return the language that most texts in a script are in ("ru" of "Cyrl"), "" if nobody knows it."""
    from babel.core import get_global  # noqa: PLC0415 -- as above

    return str(get_global("likely_subtags").get(f"und_{script}", "")).split("_")[0]


def _territory(code: str) -> str:
    for subtag in code.replace("_", "-").split("-")[1:]:
        if len(subtag) == 2:  # noqa: PLR2004 -- ISO 3166
            return subtag.upper()
    return next((subtag for subtag in _likely(code) if len(subtag) == 2), "")  # noqa: PLR2004 -- as above


def _likely(code: str) -> list[str]:
    from babel.core import get_global  # noqa: PLC0415 -- as above

    likely = get_global("likely_subtags")
    parts = code.replace("-", "_").split("_")
    found = likely.get("_".join(parts)) or likely.get(parts[0]) or ""
    return str(found).split("_")[1:]


@asked_once
def country(code: str, language: str) -> str:
    """Return what a language calls a country (ISO 3166), "" if CLDR has no name."""
    own = locale_of(language)
    return str(own.territories.get(code.upper()) or "") if own else ""


@asked_once
def spoken(code: str, language: str) -> str:
    """Return what a language calls another, "" if CLDR has no name."""
    own = locale_of(language)
    return str(own.languages.get(code.replace("-", "_")) or "") if own else ""


@asked_once
def script_name(script: str) -> str:
    """Return the English name of a script (ISO 15924): "Han" of "Hani"; "" if nobody knows it."""
    own = locale_of("en")
    return str(own.scripts.get(script, "")).split(" ")[0] if own else ""


def script_in_english(script: str) -> str:
    """Return what names of Unicode's characters of a script (ISO 15924) begin with; "" if nobody knows."""
    return script_name(script).upper()


@asked_once
def code_named(name: str) -> str:
    """Return the code of a language by its English name ("kyrgyz"), "" if there is none."""
    return _codes_by_names().get(name.casefold(), "")


@cache
def _codes_by_names() -> dict[str, str]:
    """Return the codes of all 600 languages by their English names."""
    own = locale_of("en")
    return (
        {str(said).casefold(): code.replace("_", "-") for code, said in own.languages.items()} if own else {}
    )


@asked_once
def english_name(code: str) -> str:
    """Return the English name of a language, "" if there is none."""
    return spoken(code, "en")


@asked_once
def proper_names(code: str) -> frozenset[str]:
    """Return the names of countries, languages, months and days in a language, those that have a capital."""
    own = locale_of(code)
    if own is None:
        return frozenset()
    days = (str(day) for day in own.days["format"]["wide"].values())
    months = (str(month) for month in own.months["format"]["wide"].values())
    found = {*map(str, own.territories.values()), *map(str, own.languages.values()), *days, *months}
    if own.language == "en":
        found |= _cities()
    return frozenset(name for name in found if name[:1].isupper())


# Words of everyday among the towns by which zones of time are called.
_NO_TOWNS = frozenset(
    {"Canary", "Center", "Cocos", "Easter", "Midway", "Oral", "Resolute", "Reunion", "Troll"}
)


def _cities() -> frozenset[str]:
    """Return the cities by which CLDR calls zones of time, in English: those of "Asia/Almaty"."""
    from babel.core import get_global  # noqa: PLC0415 -- of one language alone

    zones = (name.partition("/") for name in get_global("zone_territories") if not name.startswith("Etc/"))
    cities = (city.rpartition("/")[2].replace("_", " ") for _, _, city in zones)
    return frozenset(filter(None, cities)) - _NO_TOWNS


def shortest_code(name: str) -> str:
    """Return the code of two letters that is meant by another form ("eng", "KK", "English"), "" if none is.

    Longer codes are those of ISO 639-2, by CLDR's aliases; names are those in English.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- asked of a mistake alone
    from babel.core import get_global  # noqa: PLC0415 -- as above

    code = name.strip().casefold()
    if known := get_global("language_aliases").get(code):
        return str(known)
    if len(code) == 2:  # noqa: PLR2004 -- letters of the shortest codes
        try:
            return str(Locale.parse(code).language)
        except (UnknownLocaleError, ValueError):
            return ""
    names = Locale("en").languages
    return next((one for one, called in names.items() if called.casefold() == code and len(one) == 2), "")  # noqa: PLR2004


def language_of_country(country: str) -> str:
    """Return the language of a country that is most of all that country's ("kz": kk), "" if none is."""
    from babel.core import get_global  # noqa: PLC0415 -- as above
    from babel.languages import get_official_languages  # noqa: PLC0415 -- as above

    likely, code = get_global("likely_subtags"), country.upper()
    own = (one for one in get_official_languages(code) if str(likely.get(one, "")).endswith(f"_{code}"))
    return next(own, "")


def let_go() -> None:
    """Let go of what Babel has read, 7 MB; what is asked for later is read again, what was told is kept.

    Babel has no call for that: it keeps all to the end of the program, under names of its own. Where a
    release has others nothing is let go, and a test tells.
    """
    babel = sys.modules.get("babel")
    if babel is not None:
        locale_of.cache_clear()
        getattr(babel.localedata, "_cache", {}).clear()
        babel.core._global_data = None  # noqa: SLF001 -- as above
