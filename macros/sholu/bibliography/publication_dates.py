"""When a work was published, and how far it is if it is not published yet."""

from __future__ import annotations

from typing import Any

from sholu.bibliography import edtf, states, values
from sholu.bibliography.date_words import seasons
from sholu.bibliography.dates import Date
from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.tex import without_braces
from sholu.regexes import regex
from sholu.values import replace

_FIGURES = regex(r"[\dXxUu./?~%:+TtZ -]+")
_YEAR = regex(r"(?<!\d)(?:1[0-9]|20)\d{2}(?!\d)")


def dated(reader: FieldReader) -> dict[str, Any]:
    """Return the date of publication, and how far it is if it is not published yet."""
    state = reader.plain("pubstate") if "pubstate" in reader.present else ""
    given: dict[str, Any] = {"pub_state": states.state_of(state) or state}
    for name in ("date", "year"):
        value = _said(reader, name)
        if states.state_of(value):
            given["pub_state"] = states.state_of(value)
        elif not states.is_no_date(value):
            date = _date(reader, name, value)
            if date is not None:
                return given | {"date": _of_season(reader, date)}
            if name == "year":
                break
    if not given["pub_state"] and (state := states.state_of(reader.fields.get("pages", ""))):
        given["pub_state"] = state
    alone = next((name for name in ("month", "day") if reader.fields.get(name)), "")
    if alone and reader.present.isdisjoint({"year", "date"}):
        reader.report("B041", alone, field=alone)
    return given


def _of_season(reader: FieldReader, date: Date) -> Date:
    """Add the season that biblatex's field `issue` names beside the number of an issue: "4, Summer"."""
    found = seasons(reader.plain("issue")) if {"issue", "number"} <= reader.present else ()
    is_told = bool(date.month or date.season or date.is_open or date.end_year)
    if not found or is_told:
        return date
    return replace(date, season=found[0], end_season=found[-1] if found[1:] else 0)


def _said(reader: FieldReader, name: str) -> str:
    """Return what a field says; the tilde of a date that is about right is no space of TeX."""
    value = without_braces(reader.fields.get(name, "")).strip()
    return value if _FIGURES.fullmatch(value) else reader.plain(name)


def _date(reader: FieldReader, name: str, value: str) -> Date | None:
    month, day = (reader.plain(one) if name == "year" else "" for one in ("month", "day"))
    try:
        return edtf.read_year(value, month, day) if name == "year" else edtf.read_date(value)
    except values.UnreadableValueError as error:
        if isinstance(error.read, Date):
            reader.report("B042", name, field=name, kept="@@year_kept", year=error.read.year, **error.values)
            return error.read
        year = _YEAR.search(value)
        kept = {"kept": "@@year_kept", "year": year[0]} if year else {"kept": "@@no_date_kept"}
        reader.report("B042", name, field=name, **kept, **error.values)
        return Date(int(year[0])) if year else None
    except values.ImpossibleValueError as error:
        reader.report("B015", name, field="date", **error.values)
        return None
