"""A line of an article as medicine prints it: “Micklin P. Title. Journal. 2007;35(1):47-72.”

*Citing Medicine*, 2nd ed., ch. 1 (the “Vancouver style” of journals).
"""

from __future__ import annotations

import re

from sholu.importing.typed.details import details
from sholu.importing.typed.line import Line, day_of, tidy
from sholu.importing.typed.people import names_at_head
from sholu.regexes import regex

_ISSUE = regex(
    r"[.?!]\s(?P<host>[^.?!;]+(?:\.:\s[^.;]+)?)\.\s?(?P<year>(?:1[5-9]|20)\d\d)(?:\s(?P<when>[A-Z][a-z]{2}(?:\s\d{1,2})?))?"
    r";\s?(?P<volume>\d+)?(?:\s?\((?P<number>[^()]+)\))?:\s?(?P<pages>[A-Za-z]?\d+(?:[-–][A-Za-z]?\d+)?)[.;]?\s*(?P<more>.*)$"
)


def reads_as_vancouver(text: str) -> re.Match[str] | None:
    """Tell whether a year with volume and pages stands behind a journal, and names before the title."""
    found = _ISSUE.search(text)
    if found is None or " // " in text:
        return None
    names, _, title = names_at_head(text[: found.start()])
    return found if names and title.strip() else None


def read_vancouver(line: Line, found: re.Match[str]) -> None:
    """Read authors, title and where the article stands."""
    names, others, title = names_at_head(line.text[: found.start()])
    line.names["author"] = names
    if others:
        line.and_others.add("author")
    mark = line.text[found.start()]
    line.put("title", tidy(title) + (mark if mark in "?!" else ""))
    line.put("host", tidy(found["host"]))
    day = day_of(f"{found['when']} {found['year']}") if found["when"] else ""
    line.put("date" if day else "year", day or found["year"])
    line.put("volume", found["volume"] or "")
    line.put("number", found["number"] or "")
    line.put("pages", found["pages"])
    details(line, found["more"], is_part=True)
