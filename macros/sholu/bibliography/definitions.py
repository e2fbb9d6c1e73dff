r"""Commands that a file defines itself in `@preamble`, as far as they stand for words.

`@preamble{"\newcommand{\TUB}{TUGboat}"}` makes a field's `\TUB{}` “TUGboat”. Definitions that ask, count or
set something stay unread, and what Sholu knows itself is not defined anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from sholu.bibliography.tex_commands import is_known
from sholu.bibliography.text_groups import group_at
from sholu.regexes import regex
from sholu.values import Value

_DEFINED = regex(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclareTextFontCommand)\s*\*?\s*"
    r"(?:\{\s*\\(?P<braced>[A-Za-z]+)\s*\}|\\(?P<bare>[A-Za-z]+))\s*(?:\[(?P<number>[0-9])\])?\s*(?=\{)"
    r"|\\(?:long\s*)?[ex]?def\s*\\(?P<plain>[A-Za-z]+)\s*(?P<parameters>(?:#[1-9]\s*)*)(?=\{)"
)
# What no words are made of.
_UNREADABLE = regex(r"\\(?:if|else|fi|expandafter|csname|advance|count|catcode|let|global|futurelet)\b|##")
_PARAMETER = regex(r"#([1-9])")
# Commands that are made of others are written out so often, to so many letters at most.
_DEEPEST = 5
_LONGEST = 10_000
_LONGEST_WORDS = 500


class Definition(Value):
    """A command of a file: how many arguments it has, and what it stands for."""

    arguments: int
    words: str


class Definitions(Value, dict=True):
    """The commands that a file defines, by name."""

    commands: Mapping[str, Definition]

    @cached_property
    def _command(self) -> re.Pattern[str]:
        names = "|".join(sorted(self.commands, key=len, reverse=True))
        return re.compile(rf"\\({names})(?![A-Za-z])[ \t\n]*")

    def written_out(self, value: str, depth: int = 0) -> str:
        """Write out the commands in a value; one that would grow beyond what a work needs stays as it is."""
        if not self.commands or "\\" not in value or depth > _DEEPEST or len(value) > _LONGEST:
            return value
        parts: list[str] = []
        place = 0
        for one in self._command.finditer(value):
            if one.start() < place:
                continue
            definition = self.commands[one[1]]
            given, end = _arguments(value, one.end(), definition.arguments)
            parts += (value[place : one.start()], "{", _filled(definition.words, given), "}")
            place = end
        written = "".join((*parts, value[place:]))
        return self.written_out(written, depth + 1) if parts and len(written) <= _LONGEST else value


def definitions_of(preamble: str) -> Definitions:
    """Return the commands that a preamble defines."""
    found: dict[str, Definition] = {}
    for one in _DEFINED.finditer(preamble):
        name = one["braced"] or one["bare"] or one["plain"]
        words = group_at(preamble, one.end())
        if words is None or len(words) > _LONGEST_WORDS or is_known(name) or _UNREADABLE.search(words):
            continue
        number = int(one["number"] or 0) or (one["parameters"] or "").count("#")
        found[name] = Definition(number, words)
    return Definitions(found)


def _filled(words: str, arguments: list[str]) -> str:
    def given(parameter: re.Match[str]) -> str:
        number = int(parameter[1])
        return arguments[number - 1] if number <= len(arguments) else ""

    return _PARAMETER.sub(given, words)


def _arguments(value: str, start: int, number: int) -> tuple[list[str], int]:
    """Return so many arguments from a place on, and where they end; `{}` behind a word is its end."""
    arguments: list[str] = []
    for _ in range(number):
        while start < len(value) and value[start].isspace():
            start += 1
        group = group_at(value, start)
        given = value[start : start + 1] if group is None else group
        arguments.append(given)
        start += len(given) + (2 if group is not None else 0)
    return arguments, start + 2 if not number and value.startswith("{}", start) else start
