"""What is said of YAML that cannot be read: PyYAML's words are English, and name where it gave up.

What an author has to mend stands on that line or above it; here it is looked for, by the mistakes that are
commonest, and named with its own mend. What PyYAML says is in its scanner.py, parser.py, constructor.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

# What PyYAML says, and the phrase for it; the first that fits.
_REASONS = {
    r"mapping values are not allowed here": "yaml_indent",
    r"sequence entries are not allowed here": "yaml_dash",
    r"could not find expected ':'": "yaml_no_colon",
    r"expected <block end>, but found .*": "yaml_end",
    r"expected ',' or '\]', but got .*": "yaml_bracket",
    r"expected ',' or '\}', but got .*": "yaml_brace",
    r"found unexpected end of stream": "yaml_quote",
    r"found character '\\t' that cannot start any token": "yaml_tab",
    r"found character '(?P<found>.*)' that cannot start any token": "yaml_sign",
    r"found undefined alias '(?P<found>.*)'": "yaml_alias",
    r"found unknown escape character .*|expected escape sequence .*": "yaml_backslash",
    r"special characters are not allowed": "yaml_hidden",
    r"but found another document|expected '<document start>'.*": "yaml_documents",
    r"expected chomping or indentation indicators.*|expected a comment or a line break.*": "yaml_block",
    r"found unhashable key": "yaml_key",
    r"could not determine a constructor .*|found undefined tag handle .*": "yaml_tag",
    r"this is no value of the type .*|failed to (?:convert|decode) .*|expected a mapping .*": "yaml_type",
    r"second occurrence": "yaml_anchor",
}
_MERGE = regex(r"<{7}(?: |$)|={7}$|>{7}(?: |$)")
_TAB = regex(r"[ -]*\t")
_NO_BREAK = regex(r"[ -]*[\u00a0\u202f]|[\w -]+:[\u00a0\u202f]")
_NO_SPACE = regex(r"\s*(?:- +)?(?P<name>[^\W\d][\w-]*):(?=[^\s/:])(?!.*:\s)")
_NAMED = regex(r"\s*(?:- +)?(?P<name>[^\W\d][\w-]*):\s+(?P<value>\S.*)")
_CURLY = ("“", "”", "«", "„", "‘", "’")
_QUOTED_AND_MORE = regex(r"""(?P<sign>["']).*?(?P=sign)\s*[^\s,#].*""")
_OPENED = regex(r"""\s*(?:- +)?[^\W\d][\w-]*:\s+(?P<sign>["'])(?:(?!(?P=sign)).)+""")
_LONGEST = 40
_MOST_ABOVE = 30


def broken_yaml(shown: str, first_line: int, lines: Sequence[str], place: tuple[int, int, str]) -> Problem:
    """Report what cannot be read.

    Args:
        shown: the file as its author knows it.
        first_line: the line of the file on which the YAML begins.
        lines: those of the YAML, one at least.
        place: the line (from 0) where PyYAML gave up, that on which began what it read, and what it says.
    """
    line, start, reason = place
    line = min(line, len(lines) - 1)
    name, values = _fault_of(reason)
    if name in {"yaml_quote", "yaml_bracket", "yaml_brace"}:
        line = min(start, line)
    line, name, more = _commonest(lines, line, name)
    found = " ".join(lines[line].split())
    told = {
        "at": "@@yaml_at" if found else "",
        "near_text": found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…",
        **values,
        **more,
    }
    return problem("D001", Place(shown, first_line + line), reason=f"@@{name}", do=f"@@{name}_mend", **told)


def _fault_of(reason: str) -> tuple[str, dict[str, str]]:
    for pattern, name in _REASONS.items():
        if found := re.fullmatch(pattern, reason):
            return name, {key: value for key, value in found.groupdict().items() if value is not None}
    return "yaml_unreadable", {}


def _commonest(lines: Sequence[str], line: int, name: str) -> tuple[int, str, dict[str, str]]:
    """Find the mistake that PyYAML met: on its line, or on the last one above that has any words."""
    merged = next((number for number, one in enumerate(lines) if _MERGE.match(one)), None)
    if merged is not None:
        return merged, "yaml_merge", {}
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    for number in dict.fromkeys((line, above)):
        if typed := _mistyped(lines[number], name):
            return number, *typed
    if (opened := _unclosed(lines, line, name)) is not None:
        return opened, "yaml_quote", {}
    if name == "yaml_no_colon" and ":" in lines[line]:
        return above, name, {}
    return line, *_without_quotation_marks(lines[line], name)


def _unclosed(lines: Sequence[str], line: int, name: str) -> int | None:
    """Return the line whose quotation mark has no second one, and so has taken the next lines along."""
    if name not in {"yaml_end", "yaml_no_colon", "yaml_indent"}:
        return None
    above = range(line, max(line - _MOST_ABOVE, -1), -1)
    return next((number for number in above if _OPENED.fullmatch(lines[number])), None)


def _mistyped(line: str, name: str) -> tuple[str, dict[str, str]] | None:
    if _TAB.match(line):
        return "yaml_tab", {}
    if _NO_BREAK.match(line):
        return "yaml_no_break", {}
    if name in {"yaml_indent", "yaml_no_colon", "yaml_end"} and (found := _NO_SPACE.match(line)):
        return "yaml_space", {"name": found["name"]}
    return None


def _without_quotation_marks(line: str, name: str) -> tuple[str, dict[str, str]]:
    """Tell of a value what its quotation marks lack."""
    named = _NAMED.match(line)
    if named and name == "yaml_indent" and re.search(r":(?:\s|$)", named["value"]):
        kind = "yaml_curly" if named["value"].startswith(_CURLY) else "yaml_colon"
        return kind, {"name": named["name"]}
    if named and name == "yaml_end" and _QUOTED_AND_MORE.fullmatch(named["value"]):
        return "yaml_rest", {}
    return name, {}
