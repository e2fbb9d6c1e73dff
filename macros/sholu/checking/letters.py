"""Letters that look like those of another alphabet.

A Latin letter within a Cyrillic word is not found by a search, sorts wrongly and is read aloud as it is.
The pairs are those of Unicode's confusables (UTS 39) that have one glyph in most fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.pages.findings import Edit, Finding

LATIN = "aceopxyiABCEHKMOPTXYISJ"
CYRILLIC = "асеорхуіАВСЕНКМОРТХУІЅЈ"
_TO_CYRILLIC = str.maketrans(LATIN + "əƏ", CYRILLIC + "әӘ")
_TO_LATIN = str.maketrans(CYRILLIC + "әӘ", LATIN + "əƏ")
_IS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_IS_LATIN = re.compile(r"[A-Za-z\u0259\u018f]")
_WORD = re.compile(r"[^\W\d_]+")
# A single Latin letter between Cyrillic words is one of their prepositions or conjunctions.
_ALONE = re.compile(r"(?<=[\u0400-\u04ff,;»] )([aceoyiACOYI])(?= [«\u0400-\u04ff])")
_SCHWA = "əƏ"


def look_alikes(text: str) -> Iterator[Finding]:
    """Find letters of another alphabet in words, and words of one such letter.

    Args:
        text: any text of a review, markup blanked out.
    """
    for found in _WORD.finditer(text):
        if fault := _fault_of_word(found[0]):
            wrong, right = fault
            yield _finding("O002" if wrong in _SCHWA else "O001", found, wrong, right)
    for found in _ALONE.finditer(text):
        yield _finding("O001", found, found[1], found[1].translate(_TO_CYRILLIC))


def _finding(code: str, found: re.Match[str], wrong: str, right: str) -> Finding:
    values = {"word": found[0], "letter": wrong, "number": f"U+{ord(wrong):04X}", "right": right}
    # Of «CC» in two alphabets nobody can tell which of the two was meant.
    is_either = (
        found[0].translate(_TO_LATIN).isascii() and _IS_LATIN.search(found[0].translate(_TO_CYRILLIC)) is None
    )
    is_clear = len(found[0]) == 1 or not is_either or 2 * len(_IS_LATIN.findall(found[0])) != len(found[0])
    edits = (Edit(found.start(), found.end(), right),) if is_clear else ()
    return Finding(found.start(), code, values, edits)


def _fault_of_word(word: str) -> tuple[str, str] | None:
    """Return a letter of another alphabet in a word, and the word as it should be."""
    if word.isascii():
        return None
    latin, cyrillic = _IS_LATIN.findall(word), _IS_CYRILLIC.findall(word)
    if not (latin and cyrillic):
        return None
    # Where more letters are of one alphabet, those of the other have slipped in, if all of them look alike.
    for strays, others, table in ((latin, cyrillic, _TO_CYRILLIC), (cyrillic, latin, _TO_LATIN)):
        if len(strays) <= len(others) and all(letter.translate(table) != letter for letter in strays):
            return strays[0], word.translate(table)
    return None
