"""What an author can mend: a place in the review, what is wrong there, and how to mend it.

An error is what a reader would see wrong, or not at all: a build with one keeps the last good site, and
ends with another code than 0. A warning is what an editor would want to know: it stops nothing. A hint is
what an editor might ask; nothing is wrong, and only who checks a review is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sholu.problems.rules import Level, rule
from sholu.problems.similar import Guesses, nearest
from sholu.regexes import regex
from sholu.values import Value

__all__ = [
    "NO_FAULT", "Fault", "Guesses", "Level", "Place", "Problem", "errors", "hints", "nearest", "on_one_line",
    "shortened", "warnings",
]  # fmt: skip

# Why something cannot be used, as values of a problem: the name of a phrase ("@@path_out"), what it names.
Fault = Mapping[str, object]
NO_FAULT: Fault = MappingProxyType({})


class Place(Value, order=True):
    """A line of a file of the review; `path` is relative to the folder of `mkdocs.yml`.

    `column` is that of the letter (from 1) at which it stands there, 0 where no more than the line is known.
    """

    path: str
    line: int = 1
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


# What an author typed is shown in it; nobody reads 20,000 letters of a heading in a log.
_LONGEST = 800


class Problem(Value, order=True):
    """A mistake of an author: where it stands, what it is, how to mend it.

    `code` is that of the rule that it breaks ("C012"), whose record says how much it weighs;
    `judged` is what a review says of it instead ("warning"), see `judging`; `values` are what its sentences
    name, by which it is told in other languages, and `level_word` its level there, see `telling`.
    Written `path:line: what; mend [code]`, and `path:line: warning: what; mend [code]`.
    """

    place: Place
    code: str
    what: str
    mend: str
    judged: str = ""
    values: tuple[tuple[str, str], ...] = ()
    level_word: str = ""

    @property
    def level(self) -> Level:
        """How much it weighs."""
        return Level(self.judged) if self.judged else rule(self.code).level

    @property
    def is_error(self) -> bool:
        """Whether a site with it is not published."""
        return self.level is Level.ERROR

    def __str__(self) -> str:
        level = "" if self.is_error else f"{self.level_word or self.level}: "
        return on_one_line(f"{self.place}: {level}{self.shown}; {self.mend} [{self.code}]")

    @property
    def shown(self) -> str:
        """What is wrong, as long as somebody reads."""
        return self.what if len(self.what) <= _LONGEST else f"{self.what[:_LONGEST]}…"


# Controls, what parts lines, what turns the direction of a text or cannot be seen.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# They join and part letters of many scripts, and emoji.
_SEEN = frozenset("\u200c\u200d\u00ad")
_MAY_HIDE = regex(r"[^\x20-\x7e\u00a0-\u04ff]")
# What a log of CI takes for a command: GitHub at the beginning of a line, and in its older form, as Azure,
# anywhere (`##[error]`, `##vso[…]`).
_COMMAND = regex(r"\A(\s*):(?=:)|#(?=#(?:vso)?\[)", re.IGNORECASE)


def on_one_line(text: str) -> str:
    """Show what an author has written on one line, as no more than it is.

    A message of several lines could begin one of them with what a log of CI takes for a command
    ("::error file=…"), a control character could colour or hide it in a terminal. What is a command at the
    beginning of a line, or in the midst of one, is shown by the number of its first sign.
    """
    shown = _MAY_HIDE.sub(_seen, text)
    if "##" in shown or shown.lstrip()[:2] == "::":
        return _COMMAND.sub(_numbered, shown)
    return shown


def _numbered(found: re.Match[str]) -> str:
    return f"{found[1] or ''}<U+{ord(found[0][-1]):04X}>"


def _seen(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in "\n\t":
        return "⏎" if sign == "\n" else " "
    if sign in _SEEN or unicodedata.category(sign) not in _UNSEEN:
        return sign
    return f"<U+{ord(sign):04X}>"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that keep a site from being published, in the order of files and lines."""
    return sorted(problem for problem in problems if problem.is_error)


def warnings(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that stop nothing, in the order of files and lines."""
    return sorted(problem for problem in problems if problem.level is Level.WARNING)


def hints(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that are no faults, in the order of files and lines."""
    return sorted(problem for problem in problems if problem.level is Level.HINT)


# So many of one kind are read one by one; a program that exports a bibliography makes the same mistake
# in every entry, and a thousand lines hide the other two.
_SHOWN = 20


def shortened(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in order; of many of one kind in a file the first ones, and one that counts the rest.

    Args:
        problems: in the order of files and lines.
    """
    shown: list[Problem] = []
    rest: dict[tuple[str, str], list[Problem]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        kind = problem.place.path, problem.code
        counts[kind] += 1
        if counts[kind] > _SHOWN:
            rest.setdefault(kind, []).append(problem)
        else:
            shown.append(problem)
    for others in rest.values():
        last = dict(others[-1].values).get("last") or str(others[-1].place.line)
        shown.append(counted(others[0], sum(map(_count, others)), last))
    return sorted(shown)


def counted(first: Problem, count: int, last: str) -> Problem:
    """Return a problem that stands for many of one kind in a file, which are not told one by one.

    Args:
        first: the first of them.
        count: how many they are.
        last: the line of the last of them.
    """
    more = f"{count:,}"
    what = f"{more} more problems of the kind of the line before, up to line {last}"
    mend = "mend those that are named, and the next ones are shown"
    return Problem(first.place, first.code, what, mend, values=(("last", last), ("more", more)))


def _count(one: Problem) -> int:
    return int(dict(one.values).get("more", "1").replace(",", ""))
