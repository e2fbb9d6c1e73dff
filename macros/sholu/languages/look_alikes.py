"""Letters that look alike and are of two scripts: a Latin c in «сoвет», a Cyrillic о in “Mоscow”.

No search finds such a word, it stands elsewhere in lists and is read aloud as it is. The pairs are those of
Unicode's confusables (UTS 39) that have one glyph in most fonts.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from sholu.regexes import regex
from sholu.values import Value

_LATIN = "aceopxyihëïABCEHKMOPTXYISJËÏ"
_CYRILLIC = "асеорхуіһёїАВСЕНКМОРТХУІЅЈЁЇ"
# The schwa of phonetics and Azerbaijani, and the letter of Kazakh.
SCHWA = "əƏ"
_TO_CYRILLIC = str.maketrans(_LATIN + SCHWA, _CYRILLIC + "әӘ")
_TO_LATIN = str.maketrans(_CYRILLIC + "әӘ", _LATIN + SCHWA)
_IS_CYRILLIC = regex(r"[\u0400-\u052f]")
_IS_LATIN = regex(r"[A-Za-zÀ-ɏ\u0259]")
_WORD = regex(r"[^\W\d_]+")
# Words that have both are few, and most texts have none.
_BESIDE = regex(r"[A-Za-zËÏëï\u018f\u0259][\u0400-\u052f]|[\u0400-\u052f][A-Za-zËÏëï\u018f\u0259]")
# A single Latin letter between Cyrillic words is one of their prepositions or conjunctions.
_ALONE = regex(r"(?<=[\u0400-\u04ff,;»] )([aceoyiACOYI])(?= [«\u0400-\u04ff])")


# A word all letters of which look like Cyrillic ones, beside no Latin word: «Bce», «CCCP».
_WHOLE = regex(r"(?<![\w.@/:-])[aceopxyihëABCEHKMOPTXYË]{2,}(?![\w@/-])(?![^\w\n]{0,3}[A-Za-z])")
_LATIN_BEFORE = regex(r"[A-Za-z][^\w\n]{0,3}\Z")
_ROMAN = regex(r"[CMX]+")


class MixedWord(Value):
    """A word with letters of another script than its own: where it begins, these letters, the right word.

    `script` is that of the letters, "latin" or "cyrillic"; `is_clear` tells whether only `right` can have
    been meant.
    """

    start: int
    word: str
    letters: tuple[str, ...]
    script: str
    right: str
    is_clear: bool = True

    @property
    def end(self) -> int:
        """The place behind the word."""
        return self.start + len(self.word)


def mixed_words(text: str) -> Iterator[MixedWord]:
    """Find words in which letters of one script stand among those of another that they look like."""
    if not _BESIDE.search(text):
        return
    for found in _WORD.finditer(text):
        word = found[0]
        if not word.isascii() and (fault := _fault(word, f"{text[: found.start()]}{text[found.end() :]}")):
            letters, script, right = fault
            yield MixedWord(found.start(), word, letters, script, right, _is_clear(word))


def lone_letters(text: str) -> Iterator[MixedWord]:
    """Find Latin letters alone between Cyrillic words, of which they are prepositions and conjunctions."""
    for found in _ALONE.finditer(text):
        yield MixedWord(found.start(), found[1], (found[1],), "latin", found[1].translate(_TO_CYRILLIC))


def latin_words(text: str, known: Container[str]) -> Iterator[MixedWord]:
    """Find Latin words that a Cyrillic text has in its own letters: all theirs look alike.

    Args:
        text: any text.
        known: words of the language; of «OPEC» and «COP» nobody can tell without them.
    """
    for found in _WHOLE.finditer(text):
        right = found[0].translate(_TO_CYRILLIC)
        is_known = right in known or (not right.isupper() and right.lower() in known)
        is_within_latin = _LATIN_BEFORE.search(text, max(0, found.start() - 4), found.start())
        if is_known and not is_within_latin and not _ROMAN.fullmatch(found[0]):
            letters = tuple(dict.fromkeys(found[0]))
            yield MixedWord(found.start(), found[0], letters, "latin", right)


def _fault(word: str, around: str) -> tuple[tuple[str, ...], str, str] | None:
    """Return the letters of another script in a word, that script, and the word as it should be."""
    latin, cyrillic = _IS_LATIN.findall(word), _IS_CYRILLIC.findall(word)
    if not (latin and cyrillic):
        return None
    if _may_be_both(word) and not _IS_LATIN.search(around) and _IS_CYRILLIC.search(around):
        # «CCCР» in a Cyrillic title is of its script, though three of four letters are Latin.
        return tuple(dict.fromkeys(latin)), "latin", word.translate(_TO_CYRILLIC)
    # Where more letters are of one script, those of the other have slipped in, if all of them look alike.
    for script, strays, others, table in (
        ("latin", latin, cyrillic, _TO_CYRILLIC),
        ("cyrillic", cyrillic, latin, _TO_LATIN),
    ):
        if len(strays) <= len(others) and all(letter.translate(table) != letter for letter in strays):
            return tuple(dict.fromkeys(strays)), script, word.translate(table)
    return None


def _is_clear(word: str) -> bool:
    """Tell whether a word is of one script for certain; of «CC» in two nobody can tell which was meant."""
    return not _may_be_both(word) or 2 * len(_IS_LATIN.findall(word)) != len(word)


def _may_be_both(word: str) -> bool:
    """Tell whether each letter of a word looks like one of either script."""
    may_be_latin = word.translate(_TO_LATIN).isascii()
    return may_be_latin and _IS_LATIN.search(word.translate(_TO_CYRILLIC)) is None
