r"""Numbers and lengths behind commands of TeX: `\char92`, `\accent"12`, `\kern -.1em`."""

from __future__ import annotations

import re

from sholu.regexes import regex

LENGTH = regex(r"\s*=?\s*-?\s*(?:[\d.,]+\s*(?:pt|em|ex|mu|cm|mm|in|sp|bp|pc|dd)\s*)?")
# A letter by its number: \char92, \char'134, \char"5C, and the accents of \accent.
NUMBER = regex(r"\s*(?:'(?P<octal>[0-7]{1,4})|\"(?P<hexadecimal>[0-9A-F]{1,4})|(?P<decimal>\d{1,5}))\s?")
# A number or a length is no more than so many tokens: a sign before it, its stop, the number.
_TOKENS = 4


def number_of(found: re.Match[str]) -> int:
    """Return the number that `NUMBER` has found."""
    if found["decimal"]:
        return int(found["decimal"])
    return int(found["octal"], 8) if found["octal"] else int(found["hexadecimal"], 16)


def take(
    pattern: re.Pattern[str], tokens: list[str], position: int, parts: re.Pattern[str]
) -> re.Match[str] | None:
    """Take a number or a length off the tokens at a place, and return what was found there.

    Args:
        pattern: `LENGTH` or `NUMBER`.
        tokens: those of a field; what is left of the first of them is parted anew.
        position: where it should stand.
        parts: matches a token.
    """
    rest = "".join(tokens[position : position + _TOKENS])
    found = pattern.match(rest)
    if not found or not found[0]:
        return None
    tokens[position : position + _TOKENS] = parts.findall(rest[found.end() :])
    return found
