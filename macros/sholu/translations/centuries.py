"""Centuries that are numbered in Roman numbers or in words: «XX ғасыр», "the twentieth century"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.languages import DASHES, kept, language
from sholu.translations.months import SPACES, any_of
from sholu.translations.number_words import roman


def centuries(text: str, code: str) -> Iterator[str]:
    """Find the centuries that are numbered by Roman numbers or in words."""
    if not any(map(text.lower().__contains__, language(code).numbers.get("century", ()))):
        return
    pattern, ordinals = _century_pattern(code)
    for century in pattern.finditer(text):
        if century["roman"]:
            yield str(roman(century["roman"]))
        else:
            yield str(ordinals[century["ordinal"].casefold()])


@kept
def _century_pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    own = language(code).numbers
    ordinals = {word: number for number, word in enumerate(own.get("ordinals", ()), 1)}
    century = any_of(own.get("century", ()))
    # Words may stand between: "XIX and early XX centuries"; but one letter may be a word or a name.
    beside = rf"[{SPACES}{DASHES}]+(?:{century})"
    near = rf"(?=(?:[{SPACES}{DASHES}]+\w+){{0,4}}?{beside})"
    roman = rf"(?-i:[IVXХІ]{{2,}}(?!\w){near}|[IVXХІ](?={beside}))"
    return (
        re.compile(
            rf"\b(?:(?P<roman>{roman})|(?P<ordinal>{any_of(ordinals)})\w*{near})",
            re.IGNORECASE,
        ),
        ordinals,
    )
