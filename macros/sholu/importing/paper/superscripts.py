"""Raised numbers that cite a numbered list, word¹ and word.<sup>2,3</sup> → `word [1]`, `word [2,3].`; pure.

Of a paper that cites by numbers in brackets nothing is changed: there they are powers and units.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from sholu.regexes import regex

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_NUMBERS = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*"
# Behind a word or a mark; m², км² and x² are none.
_CITING = regex(
    r"(?P<before>[^\W\d_]{3}|[»”\"’)]|(?<=[^\W\d_]{3})(?P<mark>[.,;:!?]))"
    rf"(?:<sup>\[?(?P<numbers>{_NUMBERS})\]?</sup>|\\?\^(?P<hat>{_NUMBERS})\\?\^"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,–⁻-]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*))(?![\w(])"
)
# 长安<sup>[2]15-20</sup>: as journals in China raise a number, with the pages behind it.
_RAISED_BRACKET = regex(
    r"<sup>(\\?\[\d{1,3}(?:\s?[,，;–-]\s?\d{1,3})*\\?\](?:\d{1,4}(?:[–-]\d{1,4})?)?)</sup>"
)
_PAGES_BEHIND = regex(r"(\\?\[\d{1,3})(\\?\])(\d{1,4}(?:[–-]\d{1,4})?)(?![\w(–-])")
_BRACKETS = regex(r"(?<![\w\]])\\?\[\d{1,3}(?:[\s,;–-][^\[\]]*)?\\?\](?!\()")
# «<sup>1</sup>Әл-Фараби атындағы университет»: above it a raised number says who works there.
EXPLAINED = regex(r"^[*_\\]*(?:<sup>\d{1,2}</sup>|\^\d{1,2}\^|[¹²³⁴⁵⁶⁷⁸⁹])\s?[^\W\d_].*$", re.MULTILINE)
# Of a paper in letters; its head is no longer.
_HEAD = 3000
_FEWEST = 2


def in_brackets(text: str, listed: Collection[int]) -> str:
    """Write raised numbers as bracketed ones, if they cite.

    Args:
        text: the Markdown of a paper.
        listed: the numbers of its list.
    """
    if not listed:
        return text
    text = _PAGES_BEHIND.sub(r"\1, p. \3\2", _RAISED_BRACKET.sub(r"\1", text))
    if _BRACKETS.search(text):
        return text
    head = max((one.end() for one in EXPLAINED.finditer(text[:_HEAD])), default=0)
    found = [_numbers(one) for one in _CITING.finditer(text, head)]
    named = {int(number) for one in found for number in re.findall(r"\d+", one)}
    if len(found) < _FEWEST or not named <= set(listed):
        return text

    def written(one: re.Match[str]) -> str:
        mark = one["mark"] or ""
        return f"{'' if mark else one['before']} [{_numbers(one)}]{mark}"

    return text[:head] + _CITING.sub(written, text[head:])


def _numbers(one: re.Match[str]) -> str:
    return one["numbers"] or one["hat"] or one["raised"].translate(RAISED)
