"""The place of a new entry in references.bib, and whether the work is there already."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise

from sholu.bibliography.library import Library
from sholu.bibliography.references import Reference
from sholu.bibliography.tex import readable
from sholu.importing.bounds import end_of_entry
from sholu.importing.draft import Draft, Name
from sholu.importing.same_people import may_be_same, people_of
from sholu.regexes import regex

_ENTRY = regex(r"^[ \t]*@(\w+)[ \t]*[{(][ \t]*([^\s,{}()]+)[ \t]*,", re.MULTILINE)
_NOT_ENTRIES = frozenset({"string", "preamble", "comment"})
# Of neighbouring entries so many stand in order where the order is meant.
_MOSTLY = 0.8


def placed(text: str, entries: Mapping[str, str]) -> str:
    """Return the text of the file with entries in their places: by the alphabet of keys, else at the end.

    Args:
        text: the file.
        entries: the texts of the new ones by their keys, in the order in which they came.
    """
    entries = dict(entries)
    starts = _starts(text)
    # A file of fewer than two has no order yet; the first that come give it one.
    while len(starts) <= 1 and entries:
        entry = entries.pop(next(iter(entries)))
        head = text.rstrip("\n")
        text = f"{head}\n\n{entry}" if head else entry
        starts = _starts(text)
    keys = [found[2].casefold() for found in starts]
    pairs = list(pairwise(keys))
    is_in_order = bool(pairs) and sum(one <= other for one, other in pairs) >= _MOSTLY * len(pairs)
    # The first key that comes later is the first one up to which the latest does.
    latest = list(accumulate(keys, max))
    at: dict[int, list[str]] = {}
    rest: list[str] = []
    # Those of one place are in order among themselves.
    for key, entry in sorted(entries.items(), key=lambda one: one[0].casefold()) if is_in_order else ():
        later = bisect_right(latest, key.casefold())
        if later < len(starts):
            at.setdefault(_above_comments(text, starts[later].start()), []).append(entry)
        else:
            rest.append(entry)
    rest = rest if is_in_order else list(entries.values())
    parts: list[str] = []
    position = 0
    for place in sorted(at):
        parts += (text[position:place], *(f"{entry}\n" for entry in at[place]))
        position = place
    parts.append(text[position:])
    head = "".join(parts).rstrip("\n") if rest else "".join(parts)
    return "\n\n".join(filter(None, (head, "\n".join(rest))))


def _starts(text: str) -> list[re.Match[str]]:
    return [found for found in _ENTRY.finditer(text) if found[1].casefold() not in _NOT_ENTRIES]


def with_fields(text: str, fields: Mapping[str, Mapping[str, str]]) -> str:
    """Return the text of the file with more fields at the ends of entries.

    Args:
        text: the file.
        fields: their names and values, as BibTeX has them, by the key of the entry.
    """
    parts: list[str] = []
    position = 0
    done: set[str] = set()
    for start in _ENTRY.finditer(text):
        more = fields.get(start[2])
        if not more or start[2] in done or start.start() < position:
            continue
        done.add(start[2])
        end = end_of_entry(text, start.end())
        if end < 0:
            break
        body = text[position:end].rstrip()
        comma = "" if body.endswith(",") else ","
        lines = "".join(f"\n  {name} = {{{value}}}," for name, value in more.items())
        parts.append(f"{body}{comma}{lines}\n")
        position = end
    return "".join((*parts, text[position:]))


def _above_comments(text: str, position: int) -> int:
    """Return where an entry begins with the remarks that stand right above it."""
    while True:
        line = text.rfind("\n", 0, max(position - 1, 0)) + 1
        if line == position or not text[line:position].lstrip().startswith("%"):
            return position
        position = line


class KnownWorks:
    """The works that a library has already, by what tells that a work is one of them."""

    def __init__(self, library: Library) -> None:
        self._works = tuple(library)
        self._by_doi: dict[str, int] = {}
        self._by_title: dict[tuple[str, str], list[int]] = {}
        for position, work in enumerate(self._works):
            if work.doi:
                self._by_doi.setdefault(work.doi.casefold(), position)
            year = f"{work.date.year:04}" if work.date else ""
            titles = [work.title.original, *(words for _, words in work.title.items())]
            for words in _whole(titles, work):
                self._by_title.setdefault((normalized(words), year), []).append(position)

    def same(self, draft: Draft) -> Reference | None:
        """Return the first work with the same DOI, or with the same title and year and no other people."""
        fields = draft.in_bibtex()
        title = normalized(readable(fields.get("title", ""))[0])
        year = (fields.get("date") or fields.get("year") or "")[:4]
        own = people_of(draft)
        places = [
            place
            for place in (self._by_title.get((title, year), ()) if title else ())
            if may_be_same(own, _people(self._works[place]))
        ]
        if (known := self._by_doi.get(fields.get("doi", "").casefold())) is not None:
            places.append(known)
        return self._works[min(places)] if places else None


def _people(work: Reference) -> tuple[Name, ...]:
    return tuple(
        Name(person.family, person.given, is_institution=person.is_organization)
        for people in (work.authors, work.editors)
        for person in people.original
    )


def _whole(titles: Iterable[str], work: Reference) -> Iterable[str]:
    for title in titles:
        yield title
        if work.subtitle.original:
            yield f"{title} {work.subtitle.original}"


def normalized(title: str) -> str:
    """Return the letters and digits of a title alone, for comparing."""
    return "".join(re.findall(r"[^\W_]+", title.casefold().replace("ё", "е")))
