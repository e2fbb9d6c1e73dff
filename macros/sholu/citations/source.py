"""The Markdown of a page as its author sees it: what is prose, what is code, which line is which.

Knows where citations and macros are not looked for: code, formulas, comments, what a backslash protects.
Line numbers are those of the author's file, front matter included.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate

from sholu.formulas.grammar import ANY
from sholu.values import Value

# The look ahead passes over all other letters faster than the alternatives do one after another.
_MACRO = re.compile(
    r"""(?=\{[{%])(?:(?P<expression>\{\{(?P<inner>(?:"[^"\n]*"|'[^'\n]*'|(?!\}\}|\{\{)[^"'])*)\}\})"""
    r"""|(?P<stray>\{\{|\{%))""",
    re.DOTALL,
)
# One pass over the text; the first alternative that fits wins, so that a backtick in a fence or after
# a backslash opens no code span. An expression may hold quoted braces.
_TOKENS = r"""
      (?P<fence>^[ \t>]*(?P<ticks>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)??[ \t>]*(?P=ticks)[`~]*[ \t]*$)
    | (?P<comment><!--.*?-->)
    | (?P<escape>\\(?:\{\{.*?\}\}|.))
    | (?P<span>(?<!`)(?P<run>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=run)(?!`))
    | """
_FLAGS = re.VERBOSE | re.DOTALL | re.MULTILINE
_TOKEN = re.compile(_TOKENS + _MACRO.pattern, _FLAGS)
# Few pages have a dollar, and what looks for two of them looks far.
_TOKEN_WITH_FORMULAS = re.compile(f"{_TOKENS}(?P<math>{ANY})|{_MACRO.pattern}", _FLAGS)
# Without any of these nothing can hide a macro, and there is no need to look for what does.
_HIDING = re.compile(r"[`\\$]|~~~|<!--")
_NO_PROSE = frozenset({"fence", "comment", "span", "math"})
_INDENTS = ("    ", "\t")
# Lines whose indented followers are their content and no code: list items, admonitions, tabs,
# footnotes, definitions.
_CONTAINER = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|===|\[\^[^\]]+\]:|:\s)")


class Expression(Value):
    """`{{ … }}` in the prose: what stands between the braces and where it starts (offset in the text)."""

    inner: str
    start: int
    end: int


class Stray(Value):
    """An opening brace pair or `{%` that is no readable expression."""

    sign: str
    start: int


def find_expressions(text: str) -> tuple[Expression | Stray, ...]:
    """Find the macros of a page in reading order, outside of code and comments."""
    if "{{" not in text and "{%" not in text:
        return ()
    code = _indented_code(text)
    found: list[Expression | Stray] = []
    tokens = _token(text) if _HIDING.search(text) else _MACRO
    for token in tokens.finditer(text):
        if any(start <= token.start() < end for start, end in code):
            continue
        if token["expression"] is not None:
            found.append(Expression(token["inner"], token.start(), token.end()))
        elif token["stray"] is not None:
            found.append(Stray(token["stray"], token.start()))
    return tuple(found)


def _token(text: str) -> re.Pattern[str]:
    return _TOKEN_WITH_FORMULAS if "$" in text else _TOKEN


def without_code(text: str) -> str:
    """Blank out code, formulas and comments; every letter that is left keeps its place."""
    blanked = _token(text).sub(_without, text) if _HIDING.search(text) else text
    for start, end in _indented_code(text):
        blanked = blanked[:start] + _blank(text[start:end]) + blanked[end:]
    return blanked


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change the prose of a text piece by piece, comments with it; code and formulas stay as they are."""
    code = list(_indented_code(text))
    if _HIDING.search(text):
        tokens = _token(text).finditer(text)
        code += [token.span() for token in tokens if token.lastgroup in {"fence", "span", "math"}]
    parts: list[str] = []
    position = 0
    for start, end in sorted(code):
        if start >= position:
            parts += (change(text[position:start]), text[start:end])
            position = end
    return "".join((*parts, change(text[position:])))


def _without(token: re.Match[str]) -> str:
    return _blank(token[0]) if token.lastgroup in _NO_PROSE else token[0]


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _indented_code(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans (offsets) of code by indentation: after a blank line, outside of lists and notes."""
    if "\n    " not in text and "\n\t" not in text:
        return ()
    spans = []
    offset, is_in_container, may_start = 0, False, True
    for line in text.splitlines(keepends=True):
        if line.isspace():
            may_start = True
        elif line.startswith(_INDENTS):
            if may_start and not is_in_container:
                spans.append((offset, offset + len(line)))
        else:
            is_in_container = bool(_CONTAINER.match(line)) or (is_in_container and not may_start)
            may_start = False
        offset += len(line)
    return tuple(spans)


class PageSource(Value, dict=True):
    """A page's text after its macros were written out, with the way back to the lines of the file.

    `shifts` holds for each macro that spanned lines the line of `text` (from 0) after which every line
    stands so many lines further down in the file. `first_line` is the line of the file on which the
    text begins, since front matter is not part of it.
    """

    path: str
    text: str
    first_line: int = 1
    shifts: tuple[tuple[int, int], ...] = ()

    @cached_property
    def prose(self) -> str:
        """The text with code and comments blanked out; every letter keeps its place."""
        return without_code(self.text)

    @cached_property
    def _ends(self) -> list[int]:
        """The offsets of the ends of lines."""
        return [end.start() for end in re.finditer("\n", self.text)]

    @cached_property
    def _shifted(self) -> tuple[list[int], list[int]]:
        """The lines of `shifts`, and by how much in all those after them are moved."""
        return [after for after, _ in self.shifts], [0, *accumulate(extra for _, extra in self.shifts)]

    def line(self, offset: int) -> int:
        """Return the line of the file for an offset in the text."""
        return self.file_line(bisect_left(self._ends, offset))

    def file_line(self, line: int) -> int:
        """Return the line of the file for a line of the text (from 0)."""
        afters, extras = self._shifted
        return self.first_line + line + extras[bisect_left(afters, line)]

    def line_from(self, line: int, words: str) -> int:
        """Return the line of the file where some words first stand, from a line of the text (from 0) on."""
        start = self._ends[line - 1] + 1 if line else 0
        place = self.text.find(words, start)
        return self.line(place) if place >= 0 else self.file_line(line)


def write_out(
    text: str, path: str, first_line: int, write: Callable[[Expression | Stray, int], str]
) -> PageSource:
    """Put in place of each macro what `write` makes of it; it gets the macro and its line in the file."""
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    position = lines_written = 0
    for found in find_expressions(text):
        end = found.end if isinstance(found, Expression) else found.start + len(found.sign)
        before = text[position : found.start]
        written = write(found, first_line + text.count("\n", 0, found.start))
        parts += (before, written)
        lines_written += before.count("\n") + written.count("\n")
        if lost := text.count("\n", found.start, end) - written.count("\n"):
            shifts.append((lines_written, lost))
        position = end
    return PageSource(path, "".join((*parts, text[position:])), first_line, tuple(shifts))
