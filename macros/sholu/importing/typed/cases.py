"""A case before a court: “Donoghue v Stevenson [1932] AC 562”, “Brown v. Board, 347 U.S. 483 (1954)”.

*OSCOLA*, 4th ed., 2.1; *The Bluebook*, 21st ed., rule 10.
"""

from __future__ import annotations

import re

from sholu.bibliography.language_names import name_of_language
from sholu.importing.typed.line import Line, tidy
from sholu.regexes import regex

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_PARTIES = r"^(?P<title>[^\d“«\"]{2,120}?\sv\.?\s[^\d“«\"]{2,120}?)"
_CASES = (
    # [year] volume reporter page, (court)
    regex(
        rf"{_PARTIES},?\s[\[(]{_YEAR}[\])]\s(?:(?P<volume>\d+)\s)?(?P<host>[A-Z][\w.&() ]*?)\s(?P<pages>\d+)"
        r"(?:\s\((?P<court>[^()]+)\))?(?P<more>.*)$"
    ),
    # volume reporter page (court year)
    regex(
        rf"{_PARTIES},\s(?P<volume>\d+)\s(?P<host>[A-Z][\w.& ]*?)\s(?P<pages>\d+)(?:,\s[\d–-]+)?"
        rf"\s\((?:(?P<court>[^()]+?)\s)?{_YEAR}\)(?P<more>.*)$"
    ),
)


def reads_as_case(text: str) -> re.Match[str] | None:
    """Tell whether a line names two parties, a reporter of cases and a year."""
    return next(filter(None, (pattern.match(text) for pattern in _CASES)), None)


def read_case(line: Line, found: re.Match[str]) -> None:
    """Read the parties and where the decision is printed."""
    for name in ("title", "volume", "pages", "year"):
        line.put(name, found[name] or "")
    host = found["host"]
    line.fields["journal"] = host if host.count(".") > 1 else tidy(host)
    line.put("institution", found["court"] or "")
    # Elsewhere cases are called otherwise.
    line.put("langid", name_of_language("en"))
    line.leave(found["more"])
