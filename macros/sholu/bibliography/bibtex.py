"""The door to pybtex: reads a BibTeX file to raw entries, with the line of each and all faults at once.

pybtex's low-level parser is used, since its database raises on a repeated key and stops there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from sholu.bibliography.checks import check
from sholu.bibliography.entries import understand
from sholu.bibliography.labels import lettered
from sholu.bibliography.people import RawName, name_of_parts
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import Library
from sholu.bibliography.syntax import (
    has_remark,
    is_unclosed,
    no_comma,
    no_key,
    rest_of_entry,
    runs_into_field,
    unclosed,
    without_comments,
)
from sholu.decoding import decoded
from sholu.problems import Place, Problem

if TYPE_CHECKING:
    from pybtex.database.input.bibtex import LowLevelParser
    from pybtex.scanner import PybtexSyntaxError

_ENTRY_START = re.compile(r"^[ \t]*@", re.MULTILINE)
_NOT_ENTRIES = frozenset({"string", "preamble", "comment"})
_QUOTED = re.compile(r'=[ \t\n]*"')
_FIELD = re.compile(r"(?:^|[,{(])\s*([\w-]+)\s*=")
_SPACES = re.compile(r" *[\n\t][ \n\t]*| {2,}")


def read_library(path: Traversable, shown: str) -> tuple[Library, tuple[Problem, ...]]:
    """Read a BibTeX file to a library and all its problems.

    The library holds every entry that could be read, so that a fault in one does not hide the others.

    Args:
        path: the file.
        shown: its path as the author knows it, for the problems.
    """
    if not path.is_file():
        mend = "make the file, or correct the option bibliography in mkdocs.yml"
        return Library({}), (Problem(Place(shown), "B001", "there is no such bibliography", mend),)
    text, undecodable = decoded(path.read_bytes(), shown)
    text = without_comments(text)
    problems = [*undecodable]
    entries = _read_entries(text, shown, problems)
    by_key = _by_key(entries, shown, problems)
    references = []
    for entry in entries:
        reference, found = understand(entry, by_key, shown, split_names)
        problems += found
        problems += check(entry, reference, by_key, shown)
        if by_key[entry.key.casefold()] is entry:
            references.append(reference)
    return lettered(references), tuple(problems)


def read_entries(path: Traversable) -> Mapping[str, RawEntry]:
    """Return the entries of a file by key as they stand there, for fields that no reference has.

    What is wrong with them `read_library` has said.
    """
    text, _ = decoded(path.read_bytes(), path.name)
    entries: dict[str, RawEntry] = {}
    for entry in _read_entries(text, path.name, []):
        entries.setdefault(entry.key, entry)
    return entries


def _read_entries(text: str, shown: str, problems: list[Problem]) -> list[RawEntry]:
    """Read all entries; if the file is broken, each is read by itself, so that the fault stays in its own."""
    faults: list[Problem] = []
    entries = list(_parse(text, 0, {}, shown, faults))
    if faults:
        faults.clear()
        entries.clear()
        macros: dict[str, str] = {}
        starts = [found.start() for found in _ENTRY_START.finditer(text)]
        # What stands before the first entry may be one too.
        for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
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
    line, counted = lines_before + 1, 0
    faults += rest_of_entry(text, 0, line, shown)
    for command, body in parser.parse_bibliography():
        was_broken, is_broken = is_broken, False
        line += text.count("\n", counted, parser.command_start)
        counted = parser.command_start
        source = text[parser.command_start : parser.pos]
        if command.lower() == "string":
            # Of a broken one pybtex keeps nothing; it has said so by then.
            macros |= {body[0]: "".join(body[1])} if len(body) > 1 and body[0] else {}
        elif command.lower() not in _NOT_ENTRIES and body[0]:
            if "=" in body[0]:
                faults.append(no_key(command, Place(shown, line)))
                continue
            if runs_into_field(source):
                faults.append(no_comma(body[0], Place(shown, line)))
            entry = _raw_entry(command, body, line, source, is_broken=was_broken)
            if entry.unclosed:
                # What pybtex found, if anything, follows from this, some lines further down.
                faults[len(faults) - was_broken :] = [
                    unclosed(entry.key, entry.unclosed[0], source, Place(shown, line))
                ]
            yield entry
        if not was_broken:
            faults += rest_of_entry(text, parser.pos, line + source.count("\n"), shown)


def _syntax_problem(
    error: PybtexSyntaxError, lines_before: int, shown: str, parser: LowLevelParser
) -> Problem:
    """Say what pybtex found; an entry that runs to the end of the file is reported where it begins."""
    key = parser.current_entry_key
    where = f' in the entry "{key}"' if key else ""
    fault = str(error.args[0]) if error.args else ""
    line = error.lineno
    code, mend = "B002", "look for a missing comma, brace or quotation mark on this line or before it"
    if "key expected" in fault:
        return no_key("book", Place(shown, lines_before + line))
    if has_remark(parser.text, line):
        mend = "put what follows the % between two entries: BibTeX has no remarks inside of one"
    if error.error_type == "undefined string":
        fault = f"{fault} is no abbreviation that @string defines"
        code, mend = "B008", "put the text into braces"
    elif "end of file" in fault:
        line = parser.text.count("\n", 0, parser.command_start) + 1
        fault = "a brace or quotation mark that it opens is never closed"
        code, mend = "B005", "close it; each { needs its }"
    elif fault == "unbalanced braces":
        # pybtex notices only at the end of the entry that a value has no second quotation mark.
        entry = parser.text[parser.command_start : parser.pos]
        opened = max((found.start() for found in _QUOTED.finditer(entry)), default=len(entry))
        line = parser.text.count("\n", 0, parser.command_start + opened) + 1
        fault = "unbalanced braces or quotation marks"
    return Problem(Place(shown, lines_before + line), code, f"broken BibTeX{where}: {fault}", mend)


def _raw_entry(
    command: str,
    body: tuple[str, list[tuple[str, list[str]]]],
    line: int,
    source: str,
    *,
    is_broken: bool,
) -> RawEntry:
    key, fields = body
    values: dict[str, str] = {}
    repeated, unclosed_fields = [], []
    for name, parts in fields:
        if is_unclosed("".join(parts), is_broken=is_broken):
            unclosed_fields.append(name.lower())
            continue
        if name.lower() in values:
            repeated.append(name.lower())
        # Lines and indents of the file are no part of a value.
        values.setdefault(name.lower(), _SPACES.sub(" ", "".join(parts)).strip(" \n\t"))
    lines = _field_lines(source, values, repeated, line)
    return RawEntry(
        key, command.lower(), values, line, lines, tuple(repeated), tuple(unclosed_fields),
        is_broken=is_broken or bool(unclosed_fields),
    )  # fmt: skip


def _field_lines(
    source: str, values: Mapping[str, str], repeated: Sequence[str], line: int
) -> Mapping[str, int]:
    """Find the line of each field of an entry in its text; of a repeated one that of the last."""
    lines: dict[str, int] = {}
    counted = 0
    for found in _FIELD.finditer(source):
        name = found[1].lower()
        line += source.count("\n", counted, found.start(1))
        counted = found.start(1)
        if name in repeated:
            lines[name] = line
        elif name in values:
            lines.setdefault(name, line)
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
                    "B009",
                    f'the key "{entry.key}" is there already, on line {earlier.line}',
                    "give one of the two another key, or take it out if they are one work",
                )
            )
    return first


# A name is read for its role, for the checks, and in every work of the person.
@lru_cache(maxsize=10_000)
def split_names(value: str) -> tuple[RawName, ...]:
    """Split a field of names by BibTeX's rules: "Family, Given and {An Organization}"."""
    from pybtex.bibtex.utils import split_name_list  # noqa: PLC0415

    # The thin space of TeX between initials has a comma, which would part the name.
    return tuple(_raw_name(name) for name in split_name_list(value.replace("\\,", " ")) if name)


def _raw_name(name: str) -> RawName:
    """Split one name; one with too many commas stays whole, and `checks` reports it."""
    from pybtex.database import InvalidNameString, Person  # noqa: PLC0415

    if _is_in_braces(name):
        return RawName(family=name, is_organization=True)
    if named := name_of_parts(name):
        return named
    try:
        person = Person(name)
    except InvalidNameString:
        return RawName(family=name)
    return RawName(
        family=" ".join(person.last_names),
        given=tuple(person.first_names + person.middle_names),
        particle=" ".join(person.prelast_names),
        suffix=" ".join(person.lineage_names),
    )


def _is_in_braces(name: str) -> bool:
    """Tell whether one pair of braces holds the whole name: "{UN}", but not "{A} {B}"."""
    depth = 0
    for position, sign in enumerate(name):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return name.startswith("{") and position == len(name) - 1
    return False
