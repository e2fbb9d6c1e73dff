"""The months that a text names. Beside a number they belong to a date; alone "May" may be another word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sholu.languages import folded, kept, language

# Of any width, breaking or not.
SPACES = "\u00a0\u2007\u2009\u200a\u202f "
_DASHES = "–—-"
# Endings may follow the name of a month, but those of short ones make other words: "Mayor", «майор».
_SHORT = 4
# As many letters of a name show that a month may be named.
_BEGINNING = 3
# As many signs may stand between a month and the figure that it follows.
_FARTHEST = 80


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first, so that none is taken for the beginning of another."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def begins_with(words: Iterable[str]) -> str:
    """Return a pattern of the places where one of some words may begin, of which a text has few."""
    return f"(?=[{''.join(map(re.escape, sorted({word[0] for word in words})))}])"


def months_by_numbers(text: str, code: str) -> Iterator[int]:
    """Yield the months (1 to 12) that stand beside a day or a year, in any order.

    Args:
        text: the words of a block.
        code: their language.
    """
    joint, before, after = _beside(code)
    names = list(_names_in(text, code))
    while names:
        # Several months may share a number: "in May and June 1997".
        joined = [names.pop(0)]
        while names and joint.fullmatch(text, joined[-1].end(), names[0].start()):
            joined.append(names.pop(0))
        start, end = joined[0].start(), joined[-1].end()
        if before.search(text, max(0, start - _FARTHEST), start) or after.match(text, end):
            yield from (_number_of(name[0], code) for name in joined)


def months_named(text: str, code: str) -> frozenset[int]:
    """Return all months that a text names, also without a number."""
    return frozenset(_number_of(name[0], code) for name in _names_in(text, code))


def _names_in(text: str, code: str) -> Iterator[re.Match[str]]:
    beginnings, pattern = _name_pattern(code)
    plain = folded(text)
    # To ask first is quicker than to look at each word, since most texts name no month.
    if any(beginning in plain for beginning in beginnings):
        yield from pattern.finditer(text)


@kept
def _numbers(code: str) -> dict[str, int]:
    cases = language(code).months.values()
    named = {folded(name): number for names in cases for number, name in enumerate(names, 1)}
    # «декабрь», «декабрында»: before an ending the soft sign goes.
    return {name[:-1]: number for name, number in named.items() if name.endswith("ь")} | named


@kept
def _name_pattern(code: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return how names of months begin, and what they look like."""
    names = _numbers(code)
    stems = [name for name in names if f"{name}ь" in names]
    long = any_of(name for name in names if len(name) > _SHORT and name not in stems)
    short = any_of(name for name in names if len(name) <= _SHORT and name not in stems)
    ended = rf"|(?:{any_of(stems)})(?=[аеиоуыүюя])\w*" if stems else ""
    pattern = re.compile(rf"\b(?:(?:{long})\w*|(?:{short})\b{ended})\.?", re.IGNORECASE)
    return frozenset(name[:_BEGINNING] for name in names), pattern


def _number_of(name: str, code: str) -> int:
    """Return the month of which a word is the name, with whatever ending."""
    numbers = _numbers(code)
    word = folded(name).rstrip(".")
    return numbers[next(word[:end] for end in range(len(word), 0, -1) if word[:end] in numbers)]


@kept
def _beside(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what joins months, what stands before them after a day or year, and what after them."""
    own = language(code).numbers
    space = f"[{SPACES}]"
    joint = rf"{space}*[{_DASHES}]{space}*|{space}+(?:{any_of(own.get('range', ()))}){space}+"
    # "18th of", «18-го», «2021 жылғы», «в мае месяце», «мамыр айының».
    ending = r"(?:-?[^\W\d]{1,4})?"
    filler = rf"(?:(?:{any_of(own.get('date_words', ()))})\w*\.?,?{space}+)*"
    return (
        re.compile(joint, re.IGNORECASE),
        re.compile(rf"\d{ending}[,.]?[{SPACES}{_DASHES}]+{filler}\Z", re.IGNORECASE),
        re.compile(rf"[,{SPACES}]+{filler}\d", re.IGNORECASE),
    )
