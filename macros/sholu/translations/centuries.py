"""Centuries that are numbered in Roman numbers or in words: «XX ғасыр», "the twentieth century"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sholu.languages import DASHES, folded, kept, language
from sholu.translations.months import SPACES, any_of
from sholu.translations.number_words import roman

# What stands between a century and its word.
_BESIDE = frozenset(f"{SPACES}{DASHES}")


def centuries(text: str, code: str) -> Iterator[str]:
    """Find the centuries that are numbered by Roman numbers or in words."""
    if not _may_name_one(text.lower(), language(code).numbers.get("century", ())):
        return
    pattern, ordinals = _century_pattern(code)
    for century in pattern.finditer(text):
        if century["roman"]:
            yield str(roman(century["roman"]))
        else:
            yield str(ordinals[folded(century["ordinal"])])


def _may_name_one(folded: str, words: Iterable[str]) -> bool:
    """Tell whether a word for century begins behind a space or a dash: that of «в.» ends many a sentence."""
    for word in words:
        place = folded.find(word)
        while place >= 0:
            if folded[place - 1 : place] in _BESIDE:
                return True
            place = folded.find(word, place + 1)
    return False


@kept
def _century_pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    own = language(code).numbers
    ordinals = {folded(word): number for number, word in enumerate(own.get("ordinals", ()), 1)}
    century = any_of(own.get("century", ()))
    # Words may stand between: "XIX and early XX centuries"; but one letter may be a word or a name.
    beside = rf"[{SPACES}{DASHES}]+(?:{century})"
    near = rf"(?=(?:[{SPACES}{DASHES}]+\w+){{0,4}}?{beside})"
    # One of two that share the word: «V и VI века», "V–VI centuries".
    joint = rf"(?:[{SPACES}]*[{DASHES}][{SPACES}]*|[{SPACES}]+(?:{any_of(own.get('range', ()))})[{SPACES}]+)"
    roman = rf"(?-i:[IVXХІ]{{2,}}(?!\w){near}|[IVXХІ](?=(?:{joint}[IVXХІ]+)?{beside}))"
    return (
        re.compile(
            rf"\b(?:(?P<roman>{roman})|(?P<ordinal>{any_of(ordinals)})\w*{near})",
            re.IGNORECASE,
        ),
        ordinals,
    )
