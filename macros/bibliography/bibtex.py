"""The door to pybtex: reads a BibTeX file to raw entries, with the line of each and all faults at once.

pybtex's low-level parser is used, since its database raises on a repeated key and stops there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from macros.bibliography.entries import RawEntry, RawName, understand
from macros.bibliography.labels import lettered
from macros.bibliography.references import Library
from macros.problems import Place, Problem

if TYPE_CHECKING:
    from pybtex.database.input.bibtex import LowLevelParser
    from pybtex.scanner import PybtexSyntaxError

_ENTRY_START = re.compile(r"^[ \t]*@", re.MULTILINE)
_NO_COMMA = re.compile(r"@\w+\s*[{(]\s*[^\s,{}()]+\s+[\w-]+\s*=")
_NOT_ENTRIES = frozenset({"string", "preamble", "comment"})


def read_library(path: Path, shown: str) -> tuple[Library, tuple[Problem, ...]]:
    """Read a BibTeX file to a library and all its problems.

    The library holds every entry that could be read, so that a fault in one does not hide the others.

    Args:
        path: the file.
        shown: its path as the author knows it, for the problems.
    """
    if not path.is_file():
        mend = "make the file, or correct the option bibliography in mkdocs.yml"
        return Library({}), (Problem(Place(shown), "there is no such bibliography", mend),)
    problems: list[Problem] = []
    text = _read_text(path, shown, problems)
    entries = _read_entries(text, shown, problems)
    by_key = _by_key(entries, shown, problems)
    references = []
    for entry in entries:
        reference, found = understand(entry, by_key, shown, split_names)
        problems += found
        if by_key[entry.key.casefold()] is entry:
            references.append(reference)
    return lettered(references), tuple(problems)


def _read_text(path: Path, shown: str, problems: list[Problem]) -> str:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(shown, content.count(b"\n", 0, error.start) + 1)
        mend = "save the file with the encoding UTF-8"
        problems.append(Problem(place, "this line is not written in UTF-8", mend))
        text = content.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_entries(text: str, shown: str, problems: list[Problem]) -> list[RawEntry]:
    """Read all entries; if the file is broken, each is read by itself, so that the fault stays in its own."""
    faults: list[Problem] = []
    entries = list(_parse(text, 0, {}, shown, faults))
    if faults:
        faults.clear()
        entries.clear()
        macros: dict[str, str] = {}
        starts = [found.start() for found in _ENTRY_START.finditer(text)]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            lines_before = text.count("\n", 0, start)
            entries += _parse(text[start:end], lines_before, macros, shown, faults)
    problems += faults
    return entries


def _parse(
    text: str, lines_before: int, macros: dict[str, str], shown: str, faults: list[Problem]
) -> Iterator[RawEntry]:
    """Parse a text that starts after so many lines of the file; faults are gathered, not raised."""
    # Imported late: a command that reads no bibliography starts faster.
    from pybtex.database.input.bibtex import LowLevelParser, month_names  # noqa: PLC0415
    from pybtex.utils import CaseInsensitiveDict  # noqa: PLC0415

    is_broken = False

    def report(error: PybtexSyntaxError) -> None:
        nonlocal is_broken
        # The first fault of an entry drags others after it, which are none.
        if not is_broken:
            faults.append(_syntax_problem(error, lines_before, shown, parser))
        is_broken = True

    known = CaseInsensitiveDict({**month_names, **macros})
    parser = LowLevelParser(text, handle_error=report, macros=known)
    for command, body in parser.parse_bibliography():
        was_broken, is_broken = is_broken, False
        line = lines_before + text.count("\n", 0, parser.command_start) + 1
        if command.lower() == "string":
            macros[body[0]] = "".join(body[1])
        elif command.lower() not in _NOT_ENTRIES and body[0]:
            source = text[parser.command_start : parser.pos]
            if _NO_COMMA.match(source):
                faults.append(_no_comma(body[0], Place(shown, line)))
            yield replace(_raw_entry(command, body, line, source), is_broken=was_broken)


def _syntax_problem(
    error: PybtexSyntaxError, lines_before: int, shown: str, parser: LowLevelParser
) -> Problem:
    """Say what pybtex found; an entry that runs to the end of the file is reported where it begins."""
    key = parser.current_entry_key
    where = f' in the entry "{key}"' if key else ""
    fault = str(error.args[0]) if error.args else ""
    line = error.lineno
    mend = "look for a missing comma, brace or quotation mark on this line or before it"
    if error.error_type == "undefined string":
        fault = f"{fault} is no abbreviation that @string defines"
        mend = "put the text into braces"
    elif "end of file" in fault:
        line = parser.text.count("\n", 0, parser.command_start) + 1
        fault = "a brace or quotation mark that it opens is never closed"
        mend = "close it; each { needs its }"
    return Problem(Place(shown, lines_before + line), f"broken BibTeX{where}: {fault}", mend)


def _no_comma(key: str, place: Place) -> Problem:
    return Problem(
        place,
        f'broken BibTeX: no comma after the key "{key}"',
        f"write @book{{{key}, title = {{…}} …",
    )


def _raw_entry(
    command: str, body: tuple[str, list[tuple[str, list[str]]]], line: int, source: str
) -> RawEntry:
    key, fields = body
    values: dict[str, str] = {}
    repeated = []
    for name, parts in fields:
        if name.lower() in values:
            repeated.append(name.lower())
        # Lines and indents of the file are no part of a value.
        values.setdefault(name.lower(), " ".join("".join(parts).split(" ")).strip())
    values = {name: re.sub(r"\s*\n\s*", " ", value) for name, value in values.items()}
    return RawEntry(
        key, command.lower(), values, line, _field_lines(source, values, repeated, line), tuple(repeated)
    )


def _field_lines(
    source: str, values: Mapping[str, str], repeated: Sequence[str], line: int
) -> Mapping[str, int]:
    """Find the line of each field of an entry in its text; of a repeated one that of the last."""
    lines: dict[str, int] = {}
    for found in re.finditer(r"(?:^|[,{(])\s*([\w-]+)\s*=", source):
        name = found[1].lower()
        if name in repeated:
            lines[name] = line + source.count("\n", 0, found.start(1))
        elif name in values:
            lines.setdefault(name, line + source.count("\n", 0, found.start(1)))
    return lines


def _by_key(entries: list[RawEntry], shown: str, problems: list[Problem]) -> Mapping[str, RawEntry]:
    """Return the first entry of each key in small letters, since BibTeX does not tell A from a in keys."""
    first: dict[str, RawEntry] = {}
    for entry in entries:
        earlier = first.setdefault(entry.key.casefold(), entry)
        if earlier is not entry:
            problems.append(
                Problem(
                    Place(shown, entry.line),
                    f'the key "{entry.key}" is there already, on line {earlier.line}',
                    "give one of the two another key, or take it out if they are one work",
                )
            )
    return first


def split_names(value: str) -> list[RawName]:
    """Split a field of names by BibTeX's rules: "Family, Given and {An Organization}"."""
    from pybtex.bibtex.utils import split_name_list  # noqa: PLC0415
    from pybtex.database import Person  # noqa: PLC0415

    names = []
    for name in split_name_list(value):
        if (
            name.startswith("{")
            and name.endswith("}")
            and name.count("{") == name[: name.rfind("{") + 1].count("{")
        ):
            names.append(RawName(family=name, is_organization=True))
            continue
        person = Person(name)
        names.append(
            RawName(
                family=" ".join(person.last_names),
                given=tuple(person.first_names + person.middle_names),
                particle=" ".join(person.prelast_names),
                suffix=" ".join(person.lineage_names),
            )
        )
    return names
