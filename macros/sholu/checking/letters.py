"""Letters that look like those of another alphabet, and signs that a language writes otherwise.

A Latin letter within a Cyrillic word is not found by a search, sorts wrongly and is read aloud as it is.
The pairs are those of Unicode's confusables (UTS 39) that have one glyph in most fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.languages import language
from sholu.pages.findings import Finding

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

_HYPHEN = re.compile(r"(?<=[^\W_\d.,;:!?»”)\]]|[,;»”)\]]) -{1,3} (?=[^\W_\d«“(])")
_STRAIGHT = re.compile(r"(?<![\w=])\"(?=\w)[^\"\n]{1,200}\"(?!\w)")
_YEARS = re.compile(r"(?<![\w./:@#-])([12]\d{3})-([12]\d{3})(?![\w/-])")
_SPACES = re.compile(r"(?<=\S)(?<![.|]) {2,}(?=[^\s|\\])")
_NO_WORDS = re.compile(
    r"^[ \t]*(?:!!!|\?\?\?\+?|===).*$|\]\([^)]{0,1000}\)|<[a-zA-Z/][^<>]*>|^ {0,3}\[[^\]\n]+\]:.*$"
    r"|\{[^{}\n]*\}|(?:https?://|www\.)\S+|\[[^\[\]@]*@[^\[\]]*\]|@\w\S*",
    re.MULTILINE,
)


def without_markup(prose: str) -> str:
    """Blank out what is no word of a page: addresses, tags, citations; all else keeps its place."""
    return _NO_WORDS.sub(lambda one: re.sub(r"[^\n]", "\x00", one[0]), prose)


def look_alikes(text: str) -> Iterator[Finding]:
    """Find letters of another alphabet in words, and words of one such letter.

    Args:
        text: any text of a review, markup blanked out.
    """
    for found in _WORD.finditer(text):
        if fault := _fault_of_word(found[0]):
            wrong, right = fault
            code = "O002" if wrong in _SCHWA else "O001"
            values = {"word": found[0], "letter": wrong, "number": f"U+{ord(wrong):04X}", "right": right}
            yield Finding(found.start(), code, values)
    for found in _ALONE.finditer(text):
        right = found[1].translate(_TO_CYRILLIC)
        values = {"word": found[1], "letter": found[1], "number": f"U+{ord(found[1]):04X}", "right": right}
        yield Finding(found.start(), "O001", values)


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


def typography(text: str, typed: str, code: str) -> Iterator[Finding]:
    """Find signs that a language writes otherwise.

    Args:
        text: the words of a page, markup and code blanked out.
        typed: the page as its author typed it.
        code: its language.
    """
    own = language(code)
    dash = next(iter(own.unbroken.get("dashes", ())), "–")
    for found in _HYPHEN.finditer(text):
        yield Finding(found.start(), "O003", {"around": _around(text, found), "dash": dash})
    opening, closing = own.quotes
    if (opening, closing) != ('"', '"'):
        for found in _STRAIGHT.finditer(text):
            values = {"typed": found[0][:60], "opening": opening, "closing": closing}
            yield Finding(found.start(), "O004", values)
    for found in _YEARS.finditer(text):
        yield Finding(found.start(), "O005", {"typed": found[0], "first": found[1], "last": found[2]})
    for found in _SPACES.finditer(text):
        if typed[found.start() : found.end()].strip(" "):
            continue
        yield Finding(found.start(), "O006", {"around": _around(text, found)})


def _around(text: str, found: re.Match[str]) -> str:
    """Return the words beside a place, by which an author finds it."""
    start, end = found.span()
    before, after = (
        text[max(0, start - 20) : start].rpartition("\n")[2],
        text[end : end + 20].partition("\n")[0],
    )
    return f"{before.lstrip()}{found[0]}{after.rstrip()}".replace("\x00", "")
