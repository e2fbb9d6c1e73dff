"""Numbers that a text says by words that count nothing: noon, half, twice, the nineties.

None of them is counted, since "half" and «полдень» often number nothing. But where another language has
a number in figures, it is the same. A language's file has the words: `named`, `and_a_half`, `late_hours`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from sholu.languages import kept, language
from sholu.regexes import regex
from sholu.translations.months import any_of

_HALF = Decimal("0.5")
_HALF_A_DAY = 12
_LAST_CENTURY = 1900
# What is given up of one text, and what it is read as instead.
Exchange = tuple[Mapping[str, int], Mapping[str, int]]
# «15.30» may be a time, «90-х» a decade.
_DOTTED = regex(r"(?<![\d.,])(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?![\d%]|[.,]\d)")
_TENS = regex(r"(?<![\d.,])[2-9]0(?=-[^\W\d])")
_CENTURIES = range(1, 22)
_SPAN = range(10, 100, 10)
_MYRIAD = 10_000
_RANKS = (10, 100, 1000, _MYRIAD, 100_000_000)


def numbers_said(text: str, code: str, counted: Iterable[int]) -> frozenset[str]:
    """Return the numbers that a text may say by other words than those that count.

    Args:
        text: the words of a block.
        code: their language.
        counted: the numbers that its words may count, of which "and a half" may be one more half.
    """
    own, folded = language(code).numbers, text.casefold()
    said: set[str] = set()
    if own.get("named"):
        pattern, values = _named(code)
        said.update(*(values[one[0]] for one in pattern.finditer(folded)))
    if any(words in folded for words in own.get("and_a_half", ())):
        said |= {str(number + _HALF) for number in counted}
    if _is_late(folded, code):
        said |= {str(hour + _HALF_A_DAY) for hour in counted if hour < _HALF_A_DAY}
    return frozenset(said | set(map(str, _of_chinese_origin(folded, code))))


@kept
def _named(code: str) -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """Return what a word looks like that names a number, with any ending, and the numbers of each.

    A line of the file has numbers, then words: "0 24: midnight".
    """
    values: dict[str, tuple[str, ...]] = {}
    for line in language(code).numbers["named"]:
        figures, words = line.split(": ")
        for word in words.split("|"):
            values[word] = (*values.get(word, ()), *figures.split())
    return re.compile(rf"(?<!\w)(?:{any_of(values)})"), MappingProxyType(values)


def _is_late(folded: str, code: str) -> bool:
    return any(word in folded for word in language(code).numbers.get("late_hours", ()))


def _of_chinese_origin(text: str, code: str) -> Iterator[int]:
    """Yield Korean numbers as 오십 (50) and 이백삼 (203), CLDR's `spellout-cardinal-sinokorean`."""
    own = language(code).numbers
    digits = {sign: value for value, sign in enumerate(own.get("sino", ()), 1)}
    if not digits:
        return
    ranks = dict(zip(own["sino_ranks"], _RANKS, strict=True))
    for run in re.finditer(f"[{''.join((*digits, *ranks))}]{{2,}}", text):
        total = group = digit = 0
        for sign in run[0]:
            if sign in digits:
                digit = digits[sign]
            elif ranks[sign] < _MYRIAD:
                group, digit = group + max(digit, 1) * ranks[sign], 0
            else:
                total, group, digit = total + max(group + digit, 1) * ranks[sign], 0, 0
        yield total + group + digit


def exchanges(own: Counter[str], theirs: Counter[str], text: str, code: str) -> Iterator[Exchange]:
    """Yield what numbers of a text may be read as otherwise, where that is what the other text has.

    Args:
        own: the numbers of the text.
        theirs: those of its counterpart.
        text: the words of a block.
        code: their language.
    """
    more, lacking = own - theirs, theirs - own
    if lacking:
        yield from _times(more, lacking, text, code)
        for tens in _TENS.findall(text):
            if more[tens] and lacking[f"19{tens}"]:
                yield {tens: 1}, {f"19{tens}": 1}
    if more:
        yield from _decades(more, own, theirs, code, text)


def _times(more: Counter[str], lacking: Counter[str], text: str, code: str) -> Iterator[Exchange]:
    """Yield times that are typed with a full stop, «15.30», or said of half a day, «кешкі 7»."""
    for time in _DOTTED.finditer(text):
        hour, minute = str(int(time["hour"])), str(int(time["minute"]))
        typed = f"{Decimal(time[0]).normalize():f}"
        if more[typed] and lacking[hour] and lacking[minute]:
            yield {typed: 1}, {hour: 1, minute: 1}
    if _is_late(text.casefold(), code):
        for early in range(1, _HALF_A_DAY):
            late = str(early + _HALF_A_DAY)
            if more[str(early)] and lacking[late]:
                yield {str(early): 1}, {late: 1}


def _decades(
    more: Counter[str], own: Counter[str], theirs: Counter[str], code: str, text: str
) -> Iterator[Exchange]:
    """Yield decades of a century, «20-е годы XXI века», where they are years elsewhere, "the 2020s"."""
    folded = text.casefold()
    if not any(word in folded for word in language(code).numbers.get("century", ())):
        return
    typed = [decade for decade in _SPAN if own[str(_LAST_CENTURY + decade)]]
    for century in _CENTURIES:
        if not more[str(century)]:
            continue
        for decade in typed:
            counted, meant = str(_LAST_CENTURY + decade), str((century - 1) * 100 + decade)
            if theirs[meant] and own[counted]:
                yield {str(century): 1, counted: 1}, {meant: 1}
                break
