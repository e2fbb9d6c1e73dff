"""The door to pybtex: its parser, with a short way for plain entries, and its rules for names.

pybtex's low-level parser is used, since its database raises on a repeated key and stops there. It asks for
each sign of an entry by itself, and took 1.7 s for ten thousand entries; a field that is no puzzle is taken
in one piece here, and everything else is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from pybtex.database import InvalidNameString, Person
from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.scanner import Literal, Pattern, PybtexSyntaxError, Token
from pybtex.utils import CaseInsensitiveDict

from sholu.bibliography.date_words import is_month
from sholu.bibliography.people import RawName
from sholu.bibliography.syntax import no_key, stands_for_key, without_key
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

# An entry begins a line, or stands behind the end of another one; me@example.org begins none.
_START = regex(r"^[ \t]*@|(?<=[\s}),])@(?=\s*\w+\s*[{(])", re.MULTILINE)
_HEAD = regex(r"@\s*([A-Za-z]+)\s*\{\s*([^\s,{}()=\"#%]+)\s*,")
# A value is a number, a text in braces or quotation marks with braces that are three deep at most, or a name.
_BRACED = r"\{((?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+)\}"
_IN_QUOTES = r"\"((?:[^\"{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+)\""
_NAME = r"[^\s\"#%'(),={}\d][^\s\"#%'(),={}]*"
_PLAIN_FIELD = regex(
    rf"\s*([A-Za-z][\w+:.-]*)\s*=\s*(?:{_BRACED}|{_IN_QUOTES}|(\d++)|({_NAME}))\s*(,|(?=\}}))"
)
# A remark stands between two fields; within braces a % is a sign of TeX.
_BLANKS = regex(r"(?:\s++|%[^\n]*+)*+")
_END = regex(r"\s*\}")
_QUOTED = regex(r'=[ \t\n]*"')
# Nothing but the end of an entry up to that of the file.
_REST = regex(r"[ \n;]*+\Z")

Body = tuple[str, list[tuple[str, list[str]]]]


class Parser(LowLevelParser):  # type: ignore[misc]
    """Pybtex's parser over a text that starts after so many lines of the file.

    `macros` are the abbreviations that the file has defined before; those of this text are added to them.
    `faults` are what stops an entry from being read, `doubts` what does not.
    """

    # As BibTeX has it: whatever is no sign of its own, "Göttingen" as well; pybtex knows ASCII alone.
    NAME = Pattern(_NAME, "a valid name")

    def __init__(
        self, text: str, lines_before: int, macros: Abbreviations, shown: str, most_faults: int
    ) -> None:
        self.text: str
        self.pos: int
        super().__init__(text, handle_error=self._report, macros=macros)
        self.lines_before = lines_before
        self.shown = shown
        self.most_faults = most_faults
        self.reported = 0
        self.faults: list[Problem] = []
        self.doubts: list[Problem] = []
        self._doubted: set[tuple[str | None, str]] = set()
        # The first fault of an entry drags others after it, which are none.
        self.is_broken = False

    def _report(self, error: PybtexSyntaxError) -> None:
        if not self.is_broken:
            found = _syntax_problem(error, self.lines_before, self.shown, self)
            (self.faults if found.is_error else self.doubts).append(found)
            self.reported += found.is_error
        self.is_broken = True
        if self.reported > self.most_faults:
            self.pos = len(self.text)

    def eat_whitespace(self) -> None:
        """Go past blanks between signs, and past remarks from a % to the end of its line, as biber does."""
        start = self.pos
        self.pos = _BLANKS.match(self.text, start).end()  # type: ignore[union-attr]
        self.update_lineno(self.text[start : self.pos])

    def skip_to(self, patterns: list[Literal]) -> Token | None:
        """Go to the next sign of some; an entry begins where one can begin."""
        if patterns != [self.AT]:
            return self._skip_to_one_of({one.description[1:-1]: one for one in patterns})
        found = _START.search(self.text, self.pos)
        if found is None:
            return None
        self.update_lineno(self.text[self.pos : found.end()])
        self.pos = found.end()
        return Token("@", self.AT)

    def _skip_to_one_of(self, signs: dict[str, Literal]) -> Token | None:
        """Go to the next of some signs; pybtex looks for each of them, be it at the end of the file."""
        found = _one_of("".join(signs)).search(self.text, self.pos)
        if found is None:
            return None
        value = self.text[self.pos : found.end()]
        self.pos = found.end()
        self.update_lineno(value)
        return Token(value, signs[found[0]])

    def parse_command(self) -> tuple[str, Body]:
        """Read an entry; one that is no puzzle in few steps."""
        head = _HEAD.match(self.text, self.pos - 1)
        if head is None or head[1].lower() in {"string", "preamble", "comment"}:
            return super().parse_command()  # type: ignore[no-any-return]
        start = self.pos
        self.pos = head.end()
        fields = self._plain_fields()
        if fields is not None and (end := _END.match(self.text, self.pos)):
            self.pos = end.end()
            self.lineno += self.text.count("\n", start, self.pos)
            return head[1], (head[2], fields)
        self.pos = start
        return super().parse_command()  # type: ignore[no-any-return]

    def _plain_fields(self) -> list[tuple[str, list[str]]] | None:
        fields: list[tuple[str, list[str]]] = []
        written = 0
        while found := _PLAIN_FIELD.match(self.text, self.pos):
            name, braced, quoted, number, abbreviated, comma = found.groups()
            if abbreviated:
                value = str(self.macros.get(abbreviated, ""))
                written += len(value)
                if abbreviated not in self.macros or not self.macros.allow(value, written):
                    return None
            else:
                value = braced if braced is not None else quoted if quoted is not None else number
            fields.append((name, [value]))
            self.pos = found.end()
            if not comma:
                break
        self.macros.left -= written
        return fields or None

    def substitute_macro(self, name: str) -> str:
        """Return what an abbreviation stands for; one that nobody defines is taken for the text itself."""
        # One that is made of others doubles with each; what is longer than a work can need is taken for none.
        value = str(self.macros.get(name, ""))
        if name in self.macros and self.macros.allow(value, len(value)):
            self.macros.left -= len(value)
            return value
        if (self.current_entry_key, name) in self._doubted:
            return name
        self._doubted.add((self.current_entry_key, name))
        if self.current_field_name != "month" or not is_month(name):
            place = Place(self.shown, self.lines_before + self.lineno)
            self.doubts.append(problem("B008", place, key=self.current_entry_key, given=name))
        return name


@cache
def _one_of(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(signs)}]")


# Letters that an abbreviation may stand for.
_LONGEST_ABBREVIATED = 10_000
# Letters that all abbreviations of a file may stand for, and as many besides as the file has: 200,000 times
# one of a thousand letters (`title = x # x # x …`) are 200 MB. Five thousand works with long journals use
# 500,000; those of the TeX Users Group say in each, by abbreviations of 300 letters, whom they thank.
_MOST_ABBREVIATED = 2_000_000


class Abbreviations(CaseInsensitiveDict):  # type: ignore[misc]
    """What the abbreviations of a file stand for; `left` counts the letters that may yet be put."""

    left = _MOST_ABBREVIATED

    def allow(self, value: str, more: int) -> bool:
        """Tell whether a value is short enough, and `more` letters may be put."""
        return len(value) <= _LONGEST_ABBREVIATED and more <= self.left


def abbreviations(text: str) -> Abbreviations:
    """Return the abbreviations that every file has, those of months, for one with this text."""
    known = Abbreviations(month_names)
    known.left += len(text)
    return known


def bodies(parser: Parser) -> Iterator[tuple[str, Any, bool]]:
    """Yield the commands of a file with their bodies, and whether pybtex found one broken."""
    for command, body in parser.parse_bibliography():
        was_broken, parser.is_broken = parser.is_broken, False
        yield command, body, was_broken


def _syntax_problem(error: PybtexSyntaxError, lines_before: int, shown: str, parser: Parser) -> Problem:
    """Say what pybtex found; an entry that runs to the end of the file is reported where it begins."""
    key = parser.current_entry_key
    named = {"where": "@@in_entry", "key": key} if key else {"where": ""}
    fault = str(error.args[0]) if error.args else ""
    line = error.lineno
    entry = parser.text[parser.command_start : parser.pos]
    if "key expected" in fault:
        return without_key(entry, parser.text[parser.pos : parser.pos + 1], Place(shown, lines_before + line))
    if key and stands_for_key(parser.text, parser.command_start):
        return no_key(entry, Place(shown, lines_before + line))
    is_at_end = "expected" in fault and _REST.match(parser.text, parser.pos)
    # Counted back from where the reader is: a file of nothing but faults is not gone through at each.
    first = parser.lineno - parser.text.count("\n", parser.command_start, parser.pos)
    if "end of file" in fault or is_at_end:
        line = first
        return problem("B005", Place(shown, lines_before + line), fault="@@never_closed", before="", **named)
    if fault == "unbalanced braces":
        # pybtex notices only at the end of the entry that a value has no second quotation mark.
        opened = max((found.start() for found in _QUOTED.finditer(entry)), default=len(entry))
        line = first + entry.count("\n", 0, opened)
        named["fault"] = "@@unbalanced"
    elif fault == "'}' expected":
        named["fault"] = "@@no_comma_or_end"
    elif fault.endswith(" expected"):
        named |= {"fault": "@@expected", "token": fault.removesuffix(" expected")}
    else:
        named["fault"] = fault
    return problem("B002", Place(shown, lines_before + line), **named)


# A name is read for its role, for the checks, and in every work of the person.
@lru_cache(maxsize=10_000)
def split_name(name: str) -> RawName:
    """Split one name by BibTeX's rules; one with too many commas stays whole, and `checks` reports it."""
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
