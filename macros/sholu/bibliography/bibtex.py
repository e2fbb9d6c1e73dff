"""Reads a BibTeX file to a library, with the line of each fault and all faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from sholu.bibliography.braced_titles import without_braces_of_programs
from sholu.bibliography.checks import check
from sholu.bibliography.definitions import definitions_of
from sholu.bibliography.encodings import decoded_bibliography
from sholu.bibliography.entries import understand
from sholu.bibliography.fields import NO_WORKS
from sholu.bibliography.genitive_habit import with_names_in_the_nominative
from sholu.bibliography.inheritance import Inheritance
from sholu.bibliography.labels import lettered
from sholu.bibliography.language_habit import with_languages_of_their_file
from sholu.bibliography.library import Library
from sholu.bibliography.limits import MOST_WORKS, too_many_works, within_limits
from sholu.bibliography.raw import RawEntry, field_name
from sholu.bibliography.references import Reference, Related
from sholu.bibliography.sets import without_sets
from sholu.bibliography.syntax import (
    is_unclosed,
    no_comma,
    no_key,
    rest_of_entry,
    runs_into_field,
    stands_for_key,
    unclosed,
    without_comments,
)
from sholu.bibliography.tex import outside_of_formulas, readable
from sholu.bibliography.untitled import is_no_work
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.values import State, field, replace

if TYPE_CHECKING:
    from sholu.bibliography.parser import Abbreviations

_ENTRY_START = regex(r"^[ \t]*@", re.MULTILINE)
_NOT_ENTRIES = frozenset({"string", "preamble", "comment"})
# Behind the last value of a part pybtex looks for more, and takes the end of the text for a brace not closed.
_END = "\n;"
# A file with more faults of syntax is read no further.
_MOST_FAULTS = 1_000
_WORD = regex(r"\w+")
_SPACES = regex(r" *[\n\t][ \n\t]*| {2,}")


def read_library(path: Traversable, shown: str) -> tuple[Library, tuple[Problem, ...]]:
    """Read a BibTeX file to a library and all its problems.

    The library holds every entry that could be read, so that a fault in one does not hide the others.

    Args:
        path: the file.
        shown: its path as the author knows it, for the problems.
    """
    if path.is_dir():
        return Library({}), (problem("F090", Place(shown)),)
    if not path.is_file():
        return Library({}), (problem("B001", Place(shown)),)
    return library_of(path.read_bytes(), shown)


def library_of(content: bytes, shown: str) -> tuple[Library, tuple[Problem, ...]]:
    """Read what a BibTeX file holds; as `read_library`, of a file that is at hand already."""
    from sholu.bibliography.parser import split_name  # noqa: PLC0415 -- see `_parse`

    text, undecodable = decoded_bibliography(content, shown)
    problems = [*undecodable]
    open_comments: list[int] = []
    text = without_comments(text, open_comments)
    if open_comments:
        problems.append(problem("B120", Place(shown, open_comments[0]), count=len(open_comments)))
    entries = without_sets(_read_entries(text, shown, problems))
    typed = without_braces_of_programs(entries)
    entries = with_names_in_the_nominative(typed)
    inheritance = Inheritance(_by_key(entries, shown, problems))
    references: list[Reference] = []
    relations: dict[str, Mapping[str, str]] = {}
    for entry, as_typed in zip(entries, typed, strict=True):
        if entry.type in NO_WORKS:
            continue
        if is_no_work(entry):
            problems.append(problem("B073", Place(shown, entry.line), key=entry.key, given=entry.type))
            continue
        reference, found = understand(entry, inheritance, shown, split_name)
        problems += found
        problems += check(as_typed, reference, inheritance, shown)
        if inheritance.entries[entry.key.casefold()] is entry:
            references.append(reference)
            if "related" in entry.fields:
                relations[entry.key] = entry.fields
    references = with_languages_of_their_file(references)
    return lettered(_related(references, relations)), tuple(problems)


def _related(references: list[Reference], relations: Mapping[str, Mapping[str, str]]) -> list[Reference]:
    """Put beside each work those that it names as related, if they are there."""
    if not relations:
        return references
    known = {reference.key.casefold(): reference for reference in references}

    def with_relations(reference: Reference) -> Reference:
        fields = relations.get(reference.key)
        if fields is None:
            return reference
        kind, words = (
            fields.get("relatedtype", "").casefold(),
            str(readable(fields.get("relatedstring", ""))[0]),
        )
        keys = (key.strip().casefold() for key in fields["related"].split(","))
        found = tuple(Related(kind, words, known[key]) for key in keys if key in known)
        return replace(reference, related=found)

    return [with_relations(reference) for reference in references]


def read_entries(path: Traversable) -> Mapping[str, RawEntry]:
    """Return the entries of a file by key as they stand there, for fields that no reference has.

    What is wrong with them `read_library` has said.
    """
    text, _ = decoded_bibliography(path.read_bytes(), path.name)
    entries: dict[str, RawEntry] = {}
    for entry in _read_entries(without_comments(text), path.name, []):
        entries.setdefault(entry.key, entry)
    return entries


def _read_entries(text: str, shown: str, problems: list[Problem]) -> list[RawEntry]:
    """Read all entries; if the file is broken, each is read by itself, so that the fault stays in its own."""
    # Imported late: a command that reads no bibliography starts faster.
    from sholu.bibliography.parser import abbreviations  # noqa: PLC0415

    found = _Found(shown)
    entries = list(_parse(text, 0, abbreviations(text), found, most_faults=0))
    if found.faults:
        found = _Found(shown)
        entries.clear()
        macros = abbreviations(text)
        starts = [found.start() for found in _ENTRY_START.finditer(text)]
        # What stands before the first entry may be one too.
        lines_before = counted = 0
        for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
            lines_before += text.count("\n", counted, start)
            counted = start
            entries += _parse(f"{text[start:end]}{_END}", lines_before, macros, found)
            if found.works > MOST_WORKS:
                break
            if len(found.faults) >= _MOST_FAULTS:
                place = max(one.place for one in found.faults)
                found.faults.append(problem("B112", place, most=f"{_MOST_FAULTS:,}"))
                break
    problems += found.faults
    problems += found.doubts
    definitions = definitions_of("".join(found.preambles))
    if not definitions.commands:
        return entries
    return [
        replace(entry, fields={name: definitions.written_out(value) for name, value in entry.fields.items()})
        for entry in entries
    ]


class _Found(State):
    """What is wrong with the syntax of a file, what stops an entry and what does not; and its preambles."""

    shown: str
    faults: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    preambles: list[str] = field(default_factory=list)
    works: int = 0


def _parse(
    text: str,
    lines_before: int,
    macros: Abbreviations,
    found: _Found,
    most_faults: int = _MOST_FAULTS,
) -> Iterator[RawEntry]:
    """Parse a text that starts after so many lines of the file; faults are gathered, not raised.

    After more of them than `most_faults` nothing more is read.
    """
    # Imported late: a command that reads no bibliography starts faster.
    from sholu.bibliography.parser import Parser, bodies  # noqa: PLC0415

    shown, faults = found.shown, found.faults
    parser = Parser(text, lines_before, macros, shown, most_faults)
    line, counted = lines_before + 1, 0
    faults += rest_of_entry(text, 0, line, shown)
    for command, body, was_broken in bodies(parser):
        faults += parser.faults
        parser.faults.clear()
        line += text.count("\n", counted, parser.command_start)
        counted = parser.command_start
        source = text[parser.command_start : parser.pos]
        if command.lower() == "preamble":
            found.preambles += body[0]
        if command.lower() not in _NOT_ENTRIES and body[0]:
            if "=" in body[0]:
                faults.append(no_key(source, Place(shown, line)))
                continue
            if was_broken and stands_for_key(text, parser.command_start):
                continue
            if runs_into_field(source):
                faults.append(no_comma(body[0], Place(shown, line)))
            found.works += 1
            if found.works > MOST_WORKS:
                found.doubts.append(too_many_works(Place(shown, line)))
                break
            entry, excess = _raw_entry(command, body, Place(shown, line), source, is_broken=was_broken)
            found.doubts += excess
            if entry.unclosed:
                # What pybtex found, if anything, follows from this, some lines further down.
                faults[len(faults) - was_broken :] = [
                    unclosed(entry.key, entry.unclosed[0], source, Place(shown, line))
                ]
            yield entry
        if not was_broken:
            faults += rest_of_entry(text, parser.pos, line + source.count("\n"), shown)
    faults += parser.faults
    found.doubts += parser.doubts


def _raw_entry(
    command: str,
    body: tuple[str, list[tuple[str, list[str]]]],
    place: Place,
    source: str,
    *,
    is_broken: bool,
) -> tuple[RawEntry, tuple[Problem, ...]]:
    key, fields = body
    values: dict[str, str] = {}
    repeated, unclosed_fields = [], []
    within, excess = within_limits(key, fields, place)
    for given, whole in within:
        name, value = field_name(given), whole
        if "\n" in value or is_broken or "\t" in value or "  " in value:
            if is_unclosed(value, is_broken=is_broken):
                unclosed_fields.append(name)
                continue
            # Lines and indents of the file are no part of a value.
            value = _SPACES.sub(" ", value)
        if name in values:
            repeated.append(name)
        values.setdefault(name, outside_of_formulas(value).strip(" \n\t"))
    entry = RawEntry(
        key, command.lower(), values, place.line, source, tuple(repeated), tuple(unclosed_fields),
        is_broken=is_broken or bool(unclosed_fields),
    )  # fmt: skip
    return entry, excess


def _words_of_title(entry: RawEntry) -> list[str]:
    return _WORD.findall(entry.fields.get("title", "").casefold())


def _by_key(entries: list[RawEntry], shown: str, problems: list[Problem]) -> Mapping[str, RawEntry]:
    """Return the first entry of each key in small letters, since BibTeX does not tell A from a in keys."""
    first: dict[str, RawEntry] = {}
    for entry in entries:
        earlier = first.setdefault(entry.key.casefold(), entry)
        if earlier is not entry:
            place = Place(shown, entry.line)
            is_other = _words_of_title(entry) != _words_of_title(earlier)
            told = {"key": entry.key, "first": earlier.line, "is_other": "yes" if is_other else ""}
            problems.append(problem("B009", place, **told))
    return first
