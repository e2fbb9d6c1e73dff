"""What an author can mend: a place in the review, what is wrong there, and how to mend it.

An error is what a reader would see wrong, or not at all: a build with one keeps the last good site, and
ends with another code than 0. A warning is what an editor would want to know: it stops nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from sholu.values import Value


class Level(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    WARNING = "warning"


class Place(Value, order=True):
    """A line of a file of the review; `path` is relative to the folder of `mkdocs.yml`."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


# What an author typed is shown in it; nobody reads 20,000 letters of a heading in a log.
_LONGEST = 800


class Problem(Value, order=True):
    """A mistake of an author: where it stands, what it is, how to mend it.

    Written `path:line: what; mend`, and `path:line: warning: what; mend`.
    """

    place: Place
    what: str
    mend: str
    level: Level = Level.ERROR

    @property
    def is_error(self) -> bool:
        """Whether a site with it is not published."""
        return self.level is Level.ERROR

    def __str__(self) -> str:
        level = "" if self.is_error else f"{self.level}: "
        what = self.what if len(self.what) <= _LONGEST else f"{self.what[:_LONGEST]}…"
        return on_one_line(f"{self.place}: {level}{what}; {self.mend}")


# Controls, what parts lines, what turns the direction of a text or cannot be seen.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# They join and part letters of many scripts, and emoji.
_SEEN = frozenset("\u200c\u200d\u00ad")
_MAY_HIDE = re.compile(r"[^\x20-\x7e\u00a0-\u04ff]")


def on_one_line(text: str) -> str:
    """Show what an author has written on one line, as no more than it is.

    A message of several lines could begin one of them with what a log of CI takes for a command
    ("::error file=…"), a control character could colour or hide it in a terminal.
    """
    return _MAY_HIDE.sub(_seen, text)


def _seen(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in "\n\t":
        return "⏎" if sign == "\n" else " "
    if sign in _SEEN or unicodedata.category(sign) not in _UNSEEN:
        return sign
    return f"<U+{ord(sign):04X}>"


def warning(place: Place, what: str, mend: str) -> Problem:
    """Make a problem that stops nothing."""
    return Problem(place, what, mend, Level.WARNING)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that keep a site from being published, in the order of files and lines."""
    return sorted(problem for problem in problems if problem.is_error)


def warnings(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that stop nothing, in the order of files and lines."""
    return sorted(problem for problem in problems if not problem.is_error)


# So many of one kind are read one by one; a program that exports a bibliography makes the same mistake
# in every entry, and a thousand lines hide the other two.
_SHOWN = 20
# What differs from one of a kind to the next: words in quotation marks, keys, numbers.
_OWN_WORDS = re.compile(r"\"[^\"]*\"|“[^”]*”|\{\{.*?\}\}|\[.*\]|@\S+|\d[\d,]*", re.DOTALL)


def shortened(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in order; of many of one kind in a file the first ones, and one that counts the rest.

    Args:
        problems: in the order of files and lines.
    """
    shown: list[Problem] = []
    rest: dict[tuple[str, str], list[Problem]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        kind = problem.place.path, _OWN_WORDS.sub("…", problem.what)
        counts[kind] += 1
        if counts[kind] > _SHOWN:
            rest.setdefault(kind, []).append(problem)
        else:
            shown.append(problem)
    for others in rest.values():
        first, last = others[0].place, others[-1].place
        what = f"{len(others):,} more problems of the kind of the line before, up to line {last.line}"
        mend = "mend those that are named, and the next ones are shown"
        shown.append(Problem(first, what, mend, others[0].level))
    return sorted(shown, key=lambda one: (one.place, one.what))


# How alike two words are of which one is taken for a slip of the other (difflib's own default).
_ALIKE = 0.6
# So many words are compared one by one; of more, those are that share the rarest pairs of letters with the
# mistyped one.
_FEW = 60


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that looks most like `word`, or "" if none comes near."""
    return _nearest(word.casefold(), tuple(words))


@lru_cache(maxsize=4096)
def _nearest(word: str, words: tuple[str, ...]) -> str:
    by_folded = _folded(words)
    if word in by_folded:
        return by_folded[word]
    candidates: Iterable[str] = by_folded
    if len(by_folded) > 5 * _FEW:
        candidates = _alike(word, words)
    best, ratio = "", _ALIKE
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for known in candidates:
        matcher.set_seq1(known)
        if matcher.real_quick_ratio() < ratio or matcher.quick_ratio() < ratio:
            continue
        found = matcher.ratio()
        # Of two that are as near the later one of the alphabet, as difflib has it.
        if found > ratio or (found == ratio and known > best):
            best, ratio = known, found
    return by_folded[best] if best else ""


@lru_cache(maxsize=8)
def _folded(words: tuple[str, ...]) -> dict[str, str]:
    return {known.casefold(): known for known in words}


@lru_cache(maxsize=8)
def _by_pairs(words: tuple[str, ...]) -> dict[str, list[str]]:
    """Return for each pair of neighbouring letters the words that have it."""
    having: dict[str, list[str]] = {}
    for known in _folded(words):
        for pair in _pairs(known):
            having.setdefault(pair, []).append(known)
    return having


def _pairs(word: str) -> set[str]:
    return {word[place : place + 2] for place in range(len(word) - 1)}


def _alike(word: str, words: tuple[str, ...]) -> list[str]:
    """Return the few of many words that share the rarest pairs of letters with one."""
    having = _by_pairs(words)
    shared: Counter[str] = Counter()
    rarest = sorted(_pairs(word) & having.keys(), key=lambda pair: (len(having[pair]), pair))
    for pair in rarest:
        if len(shared) > 4 * _FEW:
            break
        shared.update(having[pair][: 8 * _FEW])
    return [known for known, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_FEW]]
