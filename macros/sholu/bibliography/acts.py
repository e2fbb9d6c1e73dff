"""Acts that are cited by source, type and number and not by title, and decisions by their reports.

The fields are those of biblatex-apa's data model; the words are the Bluebook's, which APA 7 sends to (11.1),
and which are English in whatever language one writes.
"""

from __future__ import annotations

from collections.abc import Mapping

from sholu.bibliography import bluebook
from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.name_lists import parted
from sholu.bibliography.tex import readable


def act_name(reader: FieldReader) -> str:
    """Return what an act without title is called: "U.S. Const. art. I, § 3", "S. Res. 438"; "" if unknown."""
    source, kind, number = (reader.plain(name) for name in ("source", "type", "number"))
    act, words = _key(kind), bluebook.in_short()
    if act not in bluebook.ACTS or not (number or act in bluebook.WITHOUT_NUMBER):
        return ""
    if act in bluebook.WITH_SIGN_OF_NUMBER:
        number = words["number"].format(number)
    called = (_whose(source), words.get(act), number if act not in bluebook.WITHOUT_NUMBER else "")
    places = ((words[name], reader.number(name)) for name in bluebook.PLACES)
    placed = ", ".join(f"{word} {value}" for word, value in places if value)
    return " ".join(filter(None, (*called, placed)))


def _whose(source: str) -> str:
    """Return whose an act is in short, as the entry has it if that is no key and no state."""
    key = _key(source)
    if key in bluebook.SOURCES:
        return bluebook.in_short()[key]
    return next((short for state, short in bluebook.states().items() if _key(state) == key), source)


def _key(words: str) -> str:
    return words.casefold().replace(" ", "")


def repeal(reader: FieldReader) -> str:
    """Say when it ended to be in force: "(repealed 1933)", or ""."""
    year = reader.plain("eventdate")[:4] if "repealed" in reader.codes("keywords") else ""
    return bluebook.in_short()["repealed"].format(year) if year else ""


def citation(reader: FieldReader) -> str:
    """Return where a decision is reported: "563 F.Supp. 332 (D. Kan. 1981), aff’d, 727 F.2d 888 (1984)".

    Several reports stand with "and" between them; annotations say which court decided, and when.
    """
    value = reader.fields.get("citation", "")
    courts = _annotated(reader.fields, "citation+an:citeorg")
    years = _annotated(reader.fields, "citation+an:citedate")
    written = []
    for position, part in enumerate(parted(value), start=1):
        said = " ".join(filter(None, (courts.get(str(position)), years.get(str(position)))))
        text = str(readable(part, reader.quotes)[0])
        written.append(f"{text} ({said})" if said else text)
    return ", ".join(written)


def _annotated(fields: Mapping[str, str], name: str) -> Mapping[str, str]:
    said = (part.partition("=") for part in fields.get(name, "").split(";"))
    return {place.strip(): words.strip(' "') for place, _, words in said}
