"""The door to TOML that authors write: languages/*.toml, translations.lock.

What the reader of the standard library would take minutes and gigabytes for is refused before it begins: of a
name of 200,000 parts (`a.a.a… = 1`, 400 kB) it copies the beginning once for each part.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from sholu.regexes import regex

# Parts of a name, as in [pages."ru/water.md".blocks], which has three.
MOST_PARTS = 10
# Brackets in each other; no file of a review comes near.
DEEPEST = 50
# Strings and comments whole, closed or not, so that no sign within them counts.
_TOKEN = regex(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{0,5}'
    r"|'''(?:[^']++|'(?!''))*+'{0,5}"
    r'|"(?:[^"\\\n]++|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|[.\[\]{}=,\n]",
    re.DOTALL,
)


class TomlError(ValueError):
    """What cannot be read; the message says why, or names a phrase that does (`@@too_deep`).

    `line` counts from 1.
    """

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def toml_values(text: str) -> dict[str, Any]:
    """Read TOML to plain values.

    Raises:
        TomlError: it is none, or it has a name of more than `MOST_PARTS` parts.
    """
    # Most texts have no line that could hold such a name, so that none of their letters is looked at.
    if any(line.count(".") >= MOST_PARTS for line in text.split("\n")):
        _refuse(text)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        _refuse(text)
        raise TomlError("@@too_deep", 1) from error
    except ValueError as error:
        # Too long a number is a ValueError of Python's own, which knows no line.
        line = re.search(r"\(at line (\d+)", str(error))
        raise TomlError(str(error), int(line[1]) if line else text.rstrip().count("\n") + 1) from error


def _refuse(text: str) -> None:
    """Raise a TomlError at the first name of too many parts, or bracket in too many others."""
    parts, depth = 1, 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign == ".":
            parts += 1
        elif sign in "[]{}=,\n":
            parts = 1
            depth = max(depth + (sign in "[{") - (sign in "]}"), 0)
        if parts > MOST_PARTS or depth > DEEPEST:
            reason = "@@too_deep" if depth > DEEPEST else "@@too_many_parts"
            raise TomlError(reason, text.count("\n", 0, token.start()) + 1)
