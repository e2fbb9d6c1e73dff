"""The place of a new entry in references.bib, and whether the work is there already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from sholu.bibliography.references import Library, Reference
from sholu.bibliography.tex import readable
from sholu.importing.draft import Draft
from sholu.regexes import regex

_ENTRY = regex(r"^[ \t]*@(\w+)[ \t]*[{(][ \t]*([^\s,{}()]+)[ \t]*,", re.MULTILINE)
_BRACE = regex(r"(?<!\\)[{}]")
_NOT_ENTRIES = frozenset({"string", "preamble", "comment"})
# Of neighbouring entries so many stand in order where the order is meant.
_MOSTLY = 0.8


def placed(text: str, key: str, entry: str) -> str:
    """Return the text of the file with an entry in its place: by the alphabet of keys, else at the end.

    Args:
        text: the file.
        key: that of the new entry.
        entry: its text.
    """
    starts = [found for found in _ENTRY.finditer(text) if found[1].casefold() not in _NOT_ENTRIES]
    keys = [found[2].casefold() for found in starts]
    pairs = list(pairwise(keys))
    is_in_order = sum(one <= other for one, other in pairs) >= _MOSTLY * len(pairs)
    later = next((found for found in starts if found[2].casefold() > key.casefold()), None)
    if not is_in_order or later is None or not pairs:
        head = text.rstrip("\n")
        return f"{head}\n\n{entry}" if head else entry
    place = _above_comments(text, later.start())
    return f"{text[:place]}{entry}\n{text[place:]}"


def with_fields(text: str, key: str, fields: Mapping[str, str]) -> str:
    """Return the text of the file with more fields at the end of an entry.

    Args:
        text: the file.
        key: that of the entry.
        fields: their names and values, as BibTeX has them.
    """
    start = next((found for found in _ENTRY.finditer(text) if found[2] == key), None)
    end = _end_of_entry(text, start.end()) if start else -1
    if end < 0:
        return text
    body = text[:end].rstrip()
    comma = "" if body.endswith(",") else ","
    lines = "".join(f"\n  {name} = {{{value}}}," for name, value in fields.items())
    return f"{body}{comma}{lines}\n{text[end:].lstrip()}"


def _end_of_entry(text: str, place: int) -> int:
    """Return where the brace stands that closes an entry, -1 for none."""
    depth = 1
    for brace in _BRACE.finditer(text, place):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return -1


def _above_comments(text: str, place: int) -> int:
    """Return where an entry begins with the remarks that stand right above it."""
    while True:
        line = text.rfind("\n", 0, max(place - 1, 0)) + 1
        if line == place or not text[line:place].lstrip().startswith("%"):
            return place
        place = line


def the_same(draft: Draft, library: Library) -> Reference | None:
    """Return the work that is in the library already: the same DOI, or the same title and year."""
    fields = draft.in_bibtex()
    doi = fields.get("doi", "").casefold()
    title = normalized(readable(fields.get("title", ""))[0])
    year = (fields.get("date") or fields.get("year") or "")[:4]
    for work in library:
        if doi and work.doi.casefold() == doi:
            return work
        its_year = f"{work.date.year:04}" if work.date else ""
        titles = [work.title.original, *(words for _, words in work.title.items())]
        if title and its_year == year and title in {normalized(words) for words in _whole(titles, work)}:
            return work
    return None


def _whole(titles: Iterable[str], work: Reference) -> Iterable[str]:
    for title in titles:
        yield title
        if work.subtitle.original:
            yield f"{title} {work.subtitle.original}"


def normalized(title: str) -> str:
    """Return the letters and digits of a title alone, for comparing."""
    return "".join(re.findall(r"[^\W_]+", title.casefold().replace("ё", "е")))
