"""Acts that are cited by source, type and number and not by title, and decisions by their reports.

The fields are those of biblatex-apa's data model; the words are the Bluebook's, which APA 7 sends to (11.1),
and which are English in whatever language one writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.name_lists import parted
from sholu.bibliography.tex import readable

# The states of the U.S. as the Bluebook shortens them (table 10), those that it does not shorten included.
_STATES = """
alabama=Ala. alaska=Alaska arizona=Ariz. arkansas=Ark. california=Cal. colorado=Colo. connecticut=Conn.
delaware=Del. florida=Fla. georgia=Ga. hawaii=Haw. idaho=Idaho illinois=Ill. indiana=Ind. iowa=Iowa
kansas=Kan. kentucky=Ky. louisiana=La. maine=Me. maryland=Md. massachusetts=Mass. michigan=Mich.
minnesota=Minn. mississippi=Miss. missouri=Mo. montana=Mont. nebraska=Neb. nevada=Nev. new-hampshire=N.H.
new-jersey=N.J. new-mexico=N.M. new-york=N.Y. north-carolina=N.C. north-dakota=N.D. ohio=Ohio oklahoma=Okla.
oregon=Or. pennsylvania=Pa. rhode-island=R.I. south-carolina=S.C. south-dakota=S.D. tennessee=Tenn. texas=Tex.
utah=Utah vermont=Vt. virginia=Va. washington=Wash. west-virginia=W.Va. wisconsin=Wis. wyoming=Wyo.
"""
STATES = MappingProxyType(
    {
        name.replace("-", " ").title(): short
        for name, _, short in (one.partition("=") for one in _STATES.split())
    }
)
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
