"""Words of lists in other languages than most lists here are in, as the readers of lines know them.

«168 bet», «268 səh.», «1-китеп», “c. 12, sy. 3” → «168 p.», «T. 1», «Vol. 12, No. 3»: the words stand in the
section `reading` of the languages' files. Only beside a number, and behind what ends a title.
"""

from __future__ import annotations

import re
from functools import cache

from sholu.bibliography.typed_words import typed_words

# What the readers know by themselves.
_KNOWN = frozenset(
    re.findall(
        r"\w+",
        "p pp page pages с стр б бб бет беттер s ss no nos num number issue iss вып vol volume"
        " t т том тт bd band nr v",
    )
)
_ENDED = r"(?:(?<=[.,;:–—(\])][ ])|(?<=[–—-][ ])|(?<=[\d)],)|\A)"


def with_known_words(text: str) -> str:
    """Return a line with the words beside its numbers as the readers know them."""
    for pattern, written in _patterns():
        text = pattern.sub(written, text)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    pages = _words("pages", _KNOWN)
    volumes, numbers, editions = _words("volume", _KNOWN), _words("number", _KNOWN), _words("edition")
    patterns = (
        (rf"(?<=\d)(?:-|\s)?(?:{pages})\b\.?(?=\s*(?:[.,;)]|\Z))", " p."),
        (rf"{_ENDED}(?:{pages})\.?\s?(?=\d)", "p. "),
        # «1-китеп», «I cild»; «c. 12».
        (rf"{_ENDED}(?P<n>\d+(?=-)|[IVXLC]+)[-\s](?:{volumes})\b\.?(?=\s*(?:[.,;:–—)-]|\Z))", r"Vol. \g<n>."),
        (rf"{_ENDED}(?:{volumes})\b\.?\s?(?=(?:\d|[IVXLC]+\b))", "Vol. "),
        (rf"{_ENDED}(?:{numbers}|sy)\b\.?\s?(?=\d)", "No. "),
        # «(3. bs.)», «51. ed.», «2. Aufl.»
        (rf"\s?\((?P<n>\d+)(?:\.|-\w{{1,3}})\s?(?:{editions})\b\.?\)", r" (\g<n>. ed.)"),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), written) for pattern, written in patterns)


def _words(kind: str, known: frozenset[str] = frozenset()) -> str:
    words = sorted(set(typed_words(kind)) - known, key=len, reverse=True)
    return "|".join(re.escape(word) for word in words if "a" <= word[0] < "\u0590")
