"""Acts that are cited by source, type and number and not by title, and decisions by their reports.

The fields are those of biblatex-apa's data model; the words are the Bluebook's, which APA 7 sends to (11.1),
and which are English in whatever language one writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sholu.bibliography.bluebook import STATES
from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.name_lists import parted
from sholu.bibliography.tex import readable

_SOURCES = MappingProxyType(
    {
        "us": "U.S.",
        "unitednations": "U.N.",
        "senate": "S.",
        "houseofrepresentatives": "H.R.",
        **{name.casefold().replace(" ", ""): short for name, short in STATES.items()},
    }
)
_TYPES = MappingProxyType(
    {
        "constitution": "Const.",
        "charter": "Charter",
        "resolution": "Res. {}",
        "report": "Rep. No. {}",
        "bill": "{}",
        "execorder": "Exec. Order No. {}",
    }
)
_PLACES = MappingProxyType(
    {"article": "art. {}", "section": "§ {}", "amendment": "amend. {}", "part": "para. {}"}
)


def act_name(reader: FieldReader) -> str:
    """Return what an act without title is called: "U.S. Const. art. I, § 3", "S. Res. 438"; "" if unknown."""
    source, kind, number = (reader.plain(name) for name in ("source", "type", "number"))
    pattern = _TYPES.get(kind.casefold().replace(" ", ""), "")
    if not pattern or ("{}" in pattern and not number):
        return ""
    whose = _SOURCES.get(source.casefold().replace(" ", ""), source)
    named = " ".join(filter(None, (whose, pattern.format(number))))
    places = ", ".join(
        words.format(value) for name, words in _PLACES.items() if (value := reader.number(name))
    )
    return " ".join(filter(None, (named, places)))


def repeal(reader: FieldReader) -> str:
    """Say when it ended to be in force: "(repealed 1933)", or ""."""
    year = reader.plain("eventdate")[:4] if "repealed" in reader.codes("keywords") else ""
    return f"(repealed {year})" if year else ""


def citation(reader: FieldReader) -> str:
    """Return where a decision is reported: "563 F.Supp. 332 (D. Kan. 1981), aff’d, 727 F.2d 888 (1984)".

    Several reports stand with "and" between them; annotations say which court decided, and when.
    """
    value = reader.fields.get("citation", "")
    courts = _annotated(reader.fields, "citation+an:citeorg")
    years = _annotated(reader.fields, "citation+an:citedate")
    written = []
    for place, part in enumerate(parted(value), start=1):
        said = " ".join(filter(None, (courts.get(str(place)), years.get(str(place)))))
        text = str(readable(part, reader.quotes)[0])
        written.append(f"{text} ({said})" if said else text)
    return ", ".join(written)


def _annotated(fields: Mapping[str, str], name: str) -> Mapping[str, str]:
    said = (part.partition("=") for part in fields.get(name, "").split(";"))
    return {place.strip(): words.strip(' "') for place, _, words in said}
