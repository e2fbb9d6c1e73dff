"""What an author thinks of a rule: another level for a review, or silence for one place, with a reason.

In mkdocs.yml `problems: {T016: warning, parity: off, O: off}`, by code, kind (`KINDS`) or letter; in a page
`<!-- sholu: off T016 the law has another number -->` before the block, in a data file `# sholu: off E003 …`,
in references.bib `% sholu: off …` before the entry. What would break a page can be neither (`is_fixed` in its
record).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice

from sholu.problems import Place, Problem, nearest
from sholu.problems.rules import KINDS, ROOMS, Level, groups_of, known_codes, rule
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.values import Value, replace

OFF = "off"
_UNREAD = frozenset({"F080", "P090", "P096", "P098"})
_CODES = r"(?P<codes>[A-Z]\d{3}(?:\s*,\s*[A-Z]\d{3})*)"
_REMARK = regex(
    rf"(?:<!--|^[ \t]*[%#])[ \t]*sholu:\s*off\s+{_CODES}(?P<reason>.*?)(?P<end>-->|$)",
    re.DOTALL | re.MULTILINE,
)
# A remark in a data file is about the record that follows, one in a page about the block.
_NEXT = {".bib": re.compile(r"^[ \t]*@", re.MULTILINE), ".yml": re.compile(r"^- ", re.MULTILINE)}
# What those beyond them would silence is told.
_MOST_REMARKS = 1_000
_BREAK = regex("\n")
_WORD = regex(r"\S")
_BLOCK = regex(r"\s*+(?:[^\n]*\S[^\n]*(?:\n|\Z))+")


class OffRemark(Value):
    """A remark that silences codes from one line to another; `reason` is "" where none is given."""

    place: Place
    codes: tuple[str, ...]
    reason: str
    last: int

    def silences(self, problem: Problem) -> bool:
        """Tell whether a problem is one of those that it is about."""
        where = problem.place
        is_here = where.path == self.place.path and self.place.line <= where.line <= self.last
        return is_here and problem.code in self.codes


_FENCE = regex(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)|\Z)", re.MULTILINE | re.DOTALL)


def off_remarks(text: str, shown: str) -> Iterator[OffRemark]:
    """Find the remarks of a file that silence problems.

    Args:
        text: the file.
        shown: its path as the author knows it.
    """
    if "sholu:" not in text:
        return
    begins = _NEXT.get(shown[shown.rfind(".") :])
    records = [found.start() for found in begins.finditer(text)] if begins else []
    code = [fence.span() for fence in _FENCE.finditer(text)] if shown.endswith(".md") else []
    breaks = [found.start() for found in _BREAK.finditer(text)]
    blocks = _Blocks(text)
    for found in islice(_REMARK.finditer(text), _MOST_REMARKS):
        fence = bisect_left(code, (found.start(),)) - 1
        if fence >= 0 and found.start() < code[fence][1]:
            # An example shows what it is, and silences nothing.
            continue
        if begins:
            of_next = bisect_left(records, found.end())
            end = records[of_next + 1] if of_next + 1 < len(records) else len(text)
        else:
            end = blocks.end_after(found)
        codes = tuple(re.split(r"\s*,\s*", found["codes"]))
        place = Place(shown, bisect_left(breaks, found.start()) + 1)
        last = bisect_left(breaks, max(end - 1, found.end())) + 1
        yield OffRemark(place, codes, found["reason"].strip(" \t\n:–—-"), last)


class _Blocks:
    """The blocks of a page, for its remarks one after the other; no letter of it is read for each of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._empty_line = self._end = -1

    def end_after(self, found: re.Match[str]) -> int:
        """Return where the block ends in which a remark stands, or before which it stands by itself."""
        text, start = self._text, found.end()
        if self._empty_line < start:
            self._empty_line = text.find("\n\n", start)
            self._empty_line = len(text) if self._empty_line < 0 else self._empty_line
        word = _WORD.search(text, start)
        next_word = word.start() if word else len(text)
        has_rest = next_word < self._empty_line
        if not has_rest and not _begins_a_line(text, found.start()):
            return start
        # What follows in the block that is known already ends as that does.
        if not next_word < self._end:
            block = _BLOCK.match(text, start)
            self._end = block.end() if block else start
        return self._end


def _begins_a_line(text: str, position: int) -> bool:
    while position and text[position - 1] in " \t":
        position -= 1
    return not position or text[position - 1] == "\n"


def judged(
    problems: Iterable[Problem],
    levels: Mapping[str, str],
    remarks: Collection[OffRemark],
    fold: Callable[[Collection[Problem]], Collection[Problem]] = tuple,
) -> tuple[Problem, ...]:
    """Return problems in order, at the levels that a review gives them, without those that it silences.

    Args:
        problems: what was found.
        levels: a level or "off" by code, kind or letter; what cannot be is passed over, see `wrong_levels`.
        remarks: those of all files.
        fold: leaves out what follows from another problem; asked of what is not silenced.
    """
    problems = tuple(problems)
    # Of what cannot be read, or not to its end, nothing else can be told.
    unread = {one.place.path for one in problems if one.code in _UNREAD}
    problems = [one for one in problems if one.code in _UNREAD or one.place.path not in unread]
    kept = []
    needed: set[OffRemark] = set()
    about: dict[tuple[str, str], list[OffRemark]] = {}
    for remark in remarks:
        for code in remark.codes:
            about.setdefault((remark.place.path, code), []).append(remark)
    for found in problems:
        is_fixed = rule(found.code).is_fixed
        asked = () if is_fixed else about.get((found.place.path, found.code), ())
        silent = [one for one in asked if one.silences(found)]
        needed.update(silent)
        level = "" if is_fixed else _given(levels, found.code)
        if not silent and level != OFF:
            kept.append(replace(found, judged=level) if level in set(Level) else found)
    return tuple(sorted((*fold(kept), *_wrong_remarks(remarks, needed))))


def _given(levels: Mapping[str, str], code: str) -> str:
    """Return what a review says of a code: of itself before its kind, of that before its letter."""
    return next((levels[name] for name in (code, *groups_of(code)) if name in levels), "") if levels else ""


def _wrong_remarks(remarks: Iterable[OffRemark], needed: Collection[OffRemark]) -> Iterator[Problem]:
    for one in remarks:
        codes = ", ".join(one.codes)
        if not one.reason:
            yield problem("X010", one.place, codes=codes)
        if one not in needed:
            yield problem("X011", one.place, codes=codes)


def wrong_levels(levels: Mapping[str, str], place: Place) -> Iterator[Problem]:
    """Report what the option `problems` says of codes and kinds that there are not, or in vain.

    Of a kind what would break a page keeps its level; a code that does so is named in vain.

    Args:
        levels: what it says.
        place: where it stands.
    """
    if not levels:
        # The records of all rooms are read for this alone.
        return
    known = known_codes()
    allowed = (*Level, OFF)
    groups = {*KINDS, *ROOMS}
    for code, level in levels.items():
        if code not in known and code not in groups:
            near = nearest(code, sorted(known | groups))
            kinds = ", ".join(KINDS)
            yield problem(
                "S020",
                place,
                fault="@@level_no_code",
                code=code,
                advice="@@level_known",
                near=near,
                kinds=kinds,
            )
        elif level not in allowed:
            values = {"fault": "@@level_none", "advice": "@@level_one_of", "allowed": ", ".join(allowed)}
            yield problem("S020", place, code=code, level=level, near="", **values)
        elif code in known and rule(code).is_fixed and level != rule(code).level:
            values = {"fault": "@@level_fixed", "advice": "@@level_mend"}
            yield problem("S020", place, code=code, level=level, near="", **values)
