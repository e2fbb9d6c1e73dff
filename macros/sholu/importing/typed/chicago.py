"""A line with its title in quotation marks behind the authors, as Chicago (notes) and MLA print it.

*The Chicago Manual of Style*, 17th ed., 14.23–14.24; *MLA Handbook*, 9th ed., 5.
"""

from __future__ import annotations

import re

from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.details import details, first_detail
from sholu.importing.typed.imprint import PLACE
from sholu.importing.typed.line import AND, NUMBER, PAGES, UPPER, VOLUME, Line, day_of, tidy
from sholu.importing.typed.people import names_at_head, names_listed
from sholu.importing.typed.theses import put_thesis
from sholu.regexes import regex

_QUOTED = regex(
    r"^(?P<people>[^“”\"«»()/]{2,300}?)[.,]?\s[“\"](?P<title>[^“”\"]{3,400}?)(?P<mark>[?!])?[.,]?[”\"][.,]?\s+(?P<rest>\S.*)$"
)
_JOURNAL = of_words(
    rf"^(?P<host>.+?),?\s(?:{VOLUME}\s)?(?P<volume>\d+|[IVXLC]+)(?:\.(?P<dotted>\d+)(?=\s\())?(?:,?\s{NUMBER}\s?(?P<number>[\w/–-]+))?"
    r"\s\((?:(?P<month>[^()\d]+)\s)?(?P<year>(?:1[5-9]|20)\d\d)(?:[–-](?P<last>\d{4}))?\)(?::\s?(?P<pages>[A-Za-z]?\d+(?:\s?[–-]\s?[A-Za-z]?\d+)?))?[.,]?\s*(?P<more>.*)$"
)
_IN = of_words(
    rf"^(?i:<<in_book>>):?\s(?P<host>.+?)(?:,\s(?i:<<role_editor>>)\s(?P<editors>[{UPPER}][^:]+?))?"
    rf"(?:,?\s(?:{AND}\s)?(?i:<<role_translator>>)\s(?P<translators>[{UPPER}][^:\d]+?))?"
    rf"(?:,\s(?:{PAGES}\.\s)?(?P<pages>\d+\s?[–-]\s?\d+))?\.\s(?P<place>{PLACE}(?:\s?(?:;|{AND})\s?{PLACE})*):\s"
    r"(?P<publisher>[^:]+),\s(?P<year>(?:1[5-9]|20)\d\d)[.,]?\s*(?P<more>.*)$"
)
# MLA: "Title." Host, edited by A. Author and B. Other, Publisher, 1997, pp. 249-70.
_EDITED = of_words(
    rf"^(?P<host>.+?),\s(?i:<<role_editor>>)\s(?P<editors>[^,]+?(?:,\s[^,]+?)*?(?:,?\s{AND}\s[^,]+|\s<<and_others>>)?)"
    rf"(?:,\s{VOLUME}\s(?P<volume>\d+))?,\s(?P<publisher>[^,]+),\s(?P<year>(?:1[5-9]|20)\d\d)"
    rf"(?:,\s{PAGES}\.\s(?P<pages>\d+(?:\s?[-–]\s?\d+)?))?[.,]?\s*(?P<more>.*)$"
)
_IN_FOLLOWS = of_words(r"(?i:<<in_book>>)\b")
_THESIS = of_words(
    r"^(?P<kind>(?:<<thesis_phd>>|<<thesis_doctorate>>|<<thesis_master>>|<<thesis_bachelor>>)(?:[’']?s)?\.?\s<<thesis>>\.?),\s(?P<school>[^,]+),\s"
    r"(?P<year>(?:1[5-9]|20)\d\d)[.,]?\s*(?P<more>.*)$",
    re.IGNORECASE,
)


def reads_as_chicago(text: str) -> re.Match[str] | None:
    """Tell whether nothing but names stands before a title in quotation marks."""
    found = None if " // " in text else _QUOTED.match(text)
    if found is None:
        return None
    names, _, rest = names_at_head(f"{found['people'].rstrip('.')}.")
    # “Routes and Roots” of Kazakh Identity: a quotation begins the title.
    goes_on = found["rest"][0].islower() and not _IN_FOLLOWS.match(found["rest"])
    return found if names and not re.search(r"\w", rest) and not goes_on else None


def read_chicago(line: Line, found: re.Match[str]) -> None:
    """Read authors, title, and what the work stands in."""
    names, others, _ = names_at_head(f"{found['people'].rstrip('.')}.")
    line.names["author"] = names
    if others:
        line.and_others.add("author")
    line.put("title", tidy(found["title"]) + (found["mark"] or ""))
    rest = found["rest"]
    if thesis := _THESIS.match(rest):
        put_thesis(line, thesis["kind"])
        line.put("publisher", thesis["school"])
        line.put("year", thesis["year"])
        more = thesis["more"]
    elif inside := _IN.match(rest):
        more = _inside(line, inside)
    elif edited := _EDITED.match(rest):
        line.put("volume", edited["volume"] or "")
        more = _inside(line, edited)
    elif journal := _JOURNAL.match(rest):
        line.put("host", journal["host"])
        line.put("volume", journal["volume"])
        # As MLA has it, a volume and its number with a stop between.
        line.put("number", journal["number"] or journal["dotted"] or "")
        line.put("pages", re.sub(r"\s", "", journal["pages"] or ""))
        day = day_of(f"{journal['month']} {journal['year']}") if journal["month"] else ""
        years = f"{journal['year']}/{journal['last']}" if journal["last"] else ""
        line.put("date" if day or years else "year", years or day or journal["year"])
        more = journal["more"]
    else:
        # MLA, a newspaper, a site: its name, then one detail after another.
        start = first_detail(rest)
        line.put("host", tidy(rest[:start]))
        more = rest[start:]
    details(line, more, is_part=True)


def _inside(line: Line, inside: re.Match[str]) -> str:
    if inside["editors"]:
        line.names["editor"], others = names_listed(inside["editors"])
        if others:
            line.and_others.add("editor")
    if translators := inside.groupdict().get("translators"):
        line.names["translator"], _ = names_listed(translators)
    line.put("host", inside["host"])
    line.put("pages", re.sub(r"\s", "", inside["pages"] or ""))
    line.put("address", inside.groupdict().get("place") or "")
    line.put("publisher", inside["publisher"])
    line.put("year", inside["year"])
    return inside["more"]
