"""What stands in for a title, a date, a volume or a state that an entry does not give in its own field."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sholu.bibliography import edtf
from sholu.bibliography.acts import act_name, citation, repeal
from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.fields import NAMED_ACT
from sholu.bibliography.references import NOBODY, Kind
from sholu.bibliography.values import ImpossibleValueError, UnreadableValueError
from sholu.bibliography.versions import NO_WORDS, Versions
from sholu.bibliography.words import beginning
from sholu.regexes import regex

_CUT = regex(r"[\s\u00a0]*(?:…|\.\.\.)$")
_VERSION = regex(r"\d+\.\d[\w.]*")
# How the Bluebook cites: "347 U.S. 483", "42 U.S.C. § 12101 et seq.", "Pub. L. No. 101-336, 104 Stat. 327".
_REPORT = regex(r"(?:Pub\. ?L\..+, )?\d+ [A-Z][\w.’' ]*\.?\d?d? (?:§§? ?)?\d[\w.,–§() -]*(?:et seq\.)?")
_STATE = regex("[A-Z]{2}")
_PATENT_OF = regex(r"pat(?:ent|req)(?P<state>[a-z]{2})")
# As biblatex calls them, and as ISO 3166 does.
_STATES = {"uk": "gb"}
_BEFORE_SUBTITLE = regex(r"[:.—–]\s*$")
_COUNTRY = regex(r"country[a-z]{2}")


def supplied(reader: FieldReader, kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return what other fields say where the usual one is not there.

    Args:
        reader: the entry.
        kind: what the work is.
        found: what is known of it.
    """
    given: dict[str, Any] = {}
    place = found.get("place", NO_WORDS).original
    is_of_patent = found.get("genre") == "patent" and _STATE.fullmatch(place)
    if is_of_patent or _COUNTRY.fullmatch(place):
        # biblatex's key for the state that grants a patent: countryru; or its code: US.
        given |= {"place": NO_WORDS, "jurisdiction": place[-2:].casefold()}
    if found.get("genre") == "patent":
        given |= _filed(reader)
    if "book" in reader.present and not found.get("volume"):
        # biblatex-gost's volume in words: «Книга первая».
        given["volume"] = reader.plain("book")
    if _VERSION.fullmatch(found.get("edition", "")) and not found.get("version"):
        # A manual of a program has no 1.005th edition.
        given |= {"version": found["edition"], "edition": ""}
    given |= _reported(reader, kind, found)
    given |= _dates(reader, kind, found)
    if "short_title" in found:
        given["short_title"] = _without_cut(found["short_title"])
    if found["title"] or found.get("description"):
        return given
    if kind.is_legal and (name := act_name(reader)):
        # Its number and type are told of in the name.
        reader.fields = {**reader.fields, "number": ""}
        given |= {"genre": NAMED_ACT, "part": ""}
        told = {"title": name, "title_addon": repeal(reader), "number_type": "", "medium": ""}
        return given | {attribute: Versions(words) for attribute, words in told.items()}
    if found.get("title_addon"):
        # What the work is, as in “[Lecture notes on resource allocation]”.
        given |= {"description": found["title_addon"], "title_addon": NO_WORDS}
    return given


def _filed(reader: FieldReader) -> dict[str, Any]:
    """Return what else is told of a patent: the state that its type names, the day on which it was filed."""
    given: dict[str, Any] = {}
    if "type" in reader.present and (state := _PATENT_OF.fullmatch(reader.plain("type").casefold())):
        # biblatex's keys: patentus, patreqde.
        given["jurisdiction"] = _STATES.get(state["state"], state["state"])
    if "yearfiled" in reader.present and "eventdate" not in reader.present:
        # As the style of the IEEE has it.
        parts = (reader.plain(f"{part}filed") for part in ("year", "month", "day"))
        with suppress(UnreadableValueError, ImpossibleValueError):
            given["event_date"] = edtf.read_year(*parts)
    return given


def _reported(reader: FieldReader, kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return where an act or a decision is reported; `number` or `howpublished` may say so, too."""
    if "citation" in reader.present:
        return {"citation": citation(reader)}
    if not (kind.is_legal or found.get("genre") == "jurisdiction"):
        return {}
    medium = found.get("medium", NO_WORDS)
    if _REPORT.fullmatch(medium.original):
        return {"citation": medium.original, "medium": NO_WORDS}
    if _REPORT.fullmatch(number := reader.number("number")):
        return {"citation": number, "number": ""}
    return {}


def _without_cut(short: Versions[str]) -> Versions[str]:
    """Return a short title without the sign that words are left out: a norm has its own, or none."""
    return Versions(_uncut(short.original), {code: _uncut(words) for code, words in short.items()})


def _uncut(words: str) -> str:
    found = _CUT.search(words)
    return beginning(words, found.start()) if found else words


def _dates(reader: FieldReader, kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if "origyear" in reader.present and not found.get("original_date"):
        # biblatex's old name for it.
        given["original_date"] = reader.read("origyear", edtf.read_date)
    if not (found.get("date") or found.get("pub_state") or kind.is_legal):
        # What was read at a conference appeared when it was read.
        given["date"] = found.get("event_date")
    return given


def told_once(kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what an entry says twice: a subtitle that its title has, authors as editors of the whole."""
    # One volume is any book.
    given: dict[str, Any] = {"volumes": ""} if found.get("volumes") == "1" else {}
    title, subtitle = (found.get(name, NO_WORDS).original.casefold() for name in ("title", "subtitle"))
    if subtitle and title.endswith(subtitle) and _BEFORE_SUBTITLE.search(title.removesuffix(subtitle)):
        given["subtitle"] = NO_WORDS
    is_whole = not kind.is_part and kind is not Kind.ARTICLE
    if is_whole and found.get("editors") and found["editors"] == found.get("authors"):
        # Citavi has a body in both.
        given["editors"] = NOBODY
    return given
