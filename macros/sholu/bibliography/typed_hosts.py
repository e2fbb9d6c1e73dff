"""What is typed into the fields of who publishes a work and what it stands in, and belongs elsewhere.

With it goes what a library's card puts between the parts of a description.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.bibliography.name_roles import read_role
from sholu.bibliography.typed_imprints import with_places
from sholu.bibliography.typed_words import of_words
from sholu.regexes import regex

# «М.: Наука», "New York: Brill": the place before its publisher, as lists of works have it.
_ONE_PLACE = r"[^\W\d_][^:;{}\\/]{0,30}?"
_PLACE = regex(
    rf"(?P<place>{_ONE_PLACE}(?: ; {_ONE_PLACE})?)\s*:"
    r"(?:\s+?(?P<publisher>[^\W\d_«\"“][^:;\\/]*)|\s*(?P<nobody>\[[^\[\]]+\]))"
)
_SHORT = r"[А-ЯЁ][а-яё]{0,3}"
_ABBREVIATED_PLACE = regex(
    rf"(?P<place>{_SHORT}(?:\.?[–—-]{{1,2}}{_SHORT})?\.)\s*:[\s~]*(?P<publisher>[^\s~].*)"
)
# "5 (1)", «18, №5»: the number of an issue behind that of its volume.
_WITH_NUMBER = of_words(
    r"(?P<volume>\d{1,4})(?:\s*\(|,?\s*(?:№|(?:<<number>>|<<issue>>)\.)\s*)(?P<number>\d{1,4}(?:[-–/]\d{1,4})?)\)?",
    re.IGNORECASE,
)
_PARTED = regex(r"(?P<volume>\d{1,3})/(?P<number>\d{1,2})")
# "Computers, IEEE Transactions on": the site of the IEEE, and Google Scholar after it, turn names about.
_TURNED = of_words(r"(?P<rest>(?:[^{}\\]|\\&)+), (?P<head>[A-Z\d][^,{}\\]* <<between_names>>)")
_HOSTS = ("booktitle", "journal", "journaltitle")
_PARTS = frozenset({"inproceedings", "conference", "incollection", "inbook"})
_WHOLES = frozenset({*_HOSTS, "maintitle", "crossref", "xdata"})
_MOST_IN_A_YEAR = 24
# Figures of a year in short.
_OF_YEAR = 2
_IN_BRACKETS = regex(r"\[[^\[\]]+\]")
# What stands on a card before the next part of a description.
_ON_CARDS = ("address", "location", "publisher")
_SIGNS_OF_CARDS = " :;,"
_BEHIND_DASH = regex(r"[-–—]+[\s~]*(?=[^\W\d_])")
_SIGNS_OF_CARDS_AT_END = tuple(_SIGNS_OF_CARDS)
_WORD = regex(r"[^\W\d_]+")
_QUOTED = regex(r"[«“](?P<name>[^«»“”]+)[»”]")
# BibTeX's styles write "In" themselves.
_IN = of_words(
    r"<<before_host>>:?\s+(?=(?:<<definite_article>>\s+)?(?:\d|\{?<<begins_proceedings>>|(?-i:[A-Z]{3,}\d*)\b))",
    re.IGNORECASE,
)


def without_typed_hosts(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of an entry with place and publisher apart, and no "In" before a book.

    Args:
        entry_type: the type of an entry.
        fields: those of the entry, by name.
    """
    fields = _without_signs_of_cards(fields)
    if entry_type in _PARTS and "booktitleaddon" in fields and not _has_whole(fields):
        # “40th Annual Meeting of the Society” is all that is told of the proceedings.
        rest = {name: value for name, value in fields.items() if name != "booktitleaddon"}
        fields = {**rest, "booktitle": fields["booktitleaddon"]}
    if _IN_BRACKETS.fullmatch(addon := fields.get("titleaddon", "")):
        # “[The Temple of Longevity]”: styles have brackets of their own.
        fields = {**fields, "titleaddon": addon[1:-1]}
    publisher = fields.get("publisher", "")
    if ":" in publisher and "address" not in fields and "location" not in fields:
        found = _ABBREVIATED_PLACE.fullmatch(publisher) or _PLACE.fullmatch(publisher)
        if found:
            fields = {
                **fields,
                "location": found["place"].replace(" ; ", " and "),
                "publisher": found["publisher"] or found["nobody"],
            }
    is_publisher = entry_type == "book" and "journal" in fields and "title" in fields
    if is_publisher and not any(name.partition("_")[0] == "publisher" for name in fields):
        # Google Scholar has a publisher so.
        rest = {name: value for name, value in fields.items() if name != "journal"}
        fields = {**rest, "publisher": fields["journal"]}
    fields = with_places(fields)
    hosts = {name: _host(fields[name]) for name in _HOSTS if fields.get(name)}
    if any(fields[name] != host for name, host in hosts.items()):
        fields = {**fields, **hosts}
    if (publisher := fields.get("publisher", "")) and (found := _QUOTED.fullmatch(publisher)):
        # «Наука» is Наука in every norm.
        fields = {**fields, "publisher": found["name"]}
    volume = fields.get("volume", "")
    if volume.startswith("№") and {"number", "issue"}.isdisjoint(fields):
        rest = {name: value for name, value in fields.items() if name != "volume"}
        return {**rest, "number": volume}
    if volume and not volume.isdigit() and {"number", "issue"}.isdisjoint(fields):
        return _with_number(fields, volume)
    return fields


def _has_whole(fields: Mapping[str, str]) -> bool:
    """Tell whether a field or one of its forms says what a part stands in."""
    return any(name.partition("_")[0] in _WHOLES for name in fields)


def _host(host: str) -> str:
    """Return the title of a book or journal without the "In" before it, and turned back."""
    if found := _IN.match(host):
        return host[found.end() :]
    found = _TURNED.fullmatch(host) if ", " in host else None
    return f"{found['head']} {found['rest']}" if found else host


def _with_number(fields: Mapping[str, str], volume: str) -> Mapping[str, str]:
    """Return the fields with volume and number apart, where both stand in the field of the volume."""
    found = _WITH_NUMBER.fullmatch(volume) or _of_article(fields, volume)
    if found is None:
        return fields
    if _is_counted_twice(fields, found):
        # «6 (84)» of a journal in Russian: the sixth of the year, the 84th of all.
        rest = {name: value for name, value in fields.items() if name != "volume"}
        return {**rest, "number": volume}
    if len(found["number"]) == _OF_YEAR and _year(fields).endswith(found["number"]):
        # "3/26" of 2026 is the third issue of the year.
        rest = {name: value for name, value in fields.items() if name != "volume"}
        return {**rest, "number": found["volume"]}
    return {**fields, "volume": found["volume"], "number": found["number"]}


def _is_counted_twice(fields: Mapping[str, str], found: re.Match[str]) -> bool:
    journal = next((fields[name] for name in ("journal", "journaltitle") if fields.get(name)), "")
    number = found["number"]
    is_more = number.isdigit() and int(number) > max(int(found["volume"]), _MOST_IN_A_YEAR)
    return is_more and "(" in found[0] and not journal.isascii()


def _year(fields: Mapping[str, str]) -> str:
    return fields.get("date", fields.get("year", "")).partition("-")[0]


def _of_article(fields: Mapping[str, str], volume: str) -> re.Match[str] | None:
    """Match volume and number of an article, 13/2; 13/14 is a double volume, 2019/2 begins with the year."""
    found = _PARTED.fullmatch(volume) if not {"journal", "journaltitle"}.isdisjoint(fields) else None
    return found if found and int(found["number"]) != int(found["volume"]) + 1 else None


def _without_signs_of_cards(fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields without what a library's card (ISBD) puts between them, as catalogues export it.

    "Stanford, Calif. :" is followed by the publisher, "The Kazakhs / Martha Brill Olcott." by the place.
    """
    clean = {
        name: fields[name].rstrip(_SIGNS_OF_CARDS)
        for name in _ON_CARDS
        if name in fields and fields[name].endswith(_SIGNS_OF_CARDS_AT_END)
    }
    if dash := _BEHIND_DASH.match(fields.get("publisher", "")):
        # "--- М.: Радиотехника": the sign between two areas, as a template wants it.
        clean["publisher"] = clean.get("publisher", fields["publisher"])[dash.end() :]
    title, slash, names = fields.get("title", "").partition(" / ")
    said = set(_WORD.findall(names)) if slash and "author" in fields else set()
    if said and said <= set(_WORD.findall(fields["author"])):
        clean["title"] = title
    elif slash and "credits" not in fields and read_role(names)[0]:
        # «Сөздік / жалпы ред. басқарған Т. Жанұзақов».
        clean |= {"title": title, "credits": names}
    return {**fields, **clean} if clean else fields
