"""Sentences in another language than the page's: what was pasted and forgotten.

A language is known by its script, and by the words that no text of it does without (`function_words` in its
file). What stands in quotation marks or is a quotation of its own is meant so, and what has figures may be
the description of a work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.checking.sentences import WORD, sentences
from sholu.languages import is_written_in, language
from sholu.pages.findings import Finding
from sholu.regexes import regex
from sholu.translations.copies import small_words

# Quotation marks, figures, markup; and initials.
_NOT_ASKED = regex(r"[«»“”„\"\d>|*_/@]|(?<![^\W\d_])[^\W\d_]\.")
# What begins an item of a list, a heading or a quotation, and spaces.
_MARK = regex(r"\A(?:[\s>#*+-]|\d+[.)](?=\s))+")
_BEFORE_SIGN = regex(r" (?=[.,;:!?…])")
# A name or a title has fewer.
_FEWEST = 6
# So many of its own words say of a sentence in which language it is.
_ENOUGH = 2
_MOST_OF_THEM = 0.8
_SHOWN = 60


def strangers(text: str, code: str, others: Sequence[str]) -> Iterator[Finding]:
    """Find sentences that are in another language than a page.

    Args:
        text: the words of the page, markup and code blanked out.
        code: its language.
        others: the other languages of the review.
    """
    script = language(code).script
    for start, end in sentences(text, code):
        sentence = text[start:end]
        if _NOT_ASKED.search(sentence):
            continue
        words = WORD.findall(sentence)
        if len(words) < _FEWEST or not any(word[0].islower() for word in words):
            continue
        strange = sum(not is_written_in(script, word) for word in words)
        if strange >= _MOST_OF_THEM * len(words) or _is_in_one_of(others, code, words):
            yield stranger(text, start, end)


def stranger(text: str, start: int, end: int) -> Finding:
    """Return what is told of a sentence that is in another language than its page."""
    sentence = text[start:end]
    first = start + len(sentence) - len(_MARK.sub("", sentence))
    # A citation that is blanked out leaves its spaces.
    words = _BEFORE_SIGN.sub("", " ".join(text[first:end].replace("\x00", "").split()))
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} …"
    return Finding(first, "O091", {"around": shown})


def _is_in_one_of(others: Sequence[str], code: str, words: Sequence[str]) -> bool:
    small = {word.casefold() for word in words}
    own = small_words(code)
    if not own or small & own:
        return False
    return any(len(small & (small_words(other) - own)) >= _ENOUGH for other in others if other != code)
