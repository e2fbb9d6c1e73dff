"""Sentences of more words than a reader holds in mind, as hints: an editor would ask whether they can be two.

Where a sentence ends is a rule of thumb, that of UAX #29 (sentence boundaries) with its suppressions: a stop
before a capital letter or a figure, but not that of an initial or of an abbreviation which a name follows
(`abbreviations` in the file of the language). In doubt a sentence ends, so that no short one is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sholu.checking.typed import BLANK
from sholu.languages import kept, language
from sholu.pages.findings import Finding
from sholu.regexes import regex

# A word of letters, with hyphens and apostrophes.
WORD = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Headings, rows of tables and lines of poems are no sentences, and an item of a list is one of its own.
_ALONE = regex(r"[ \t>]*+(?:#|\||[^\n|]*+\|[^\n|]*+\|)")
_ITEM = regex(r"[ \t>]*+(?:[-*+:]|\d{1,3}[.)])[ \t]")
# An initial is no word of its own.
_WORD = regex(r"(?![^\W\d_]\.(?:[\s\u00a0]|[^\W\d_]\.))[^\W_]+(?:[-’'‑.,:/–][^\W_]+)*+")
# A stop, what closes after it, a space, what opens before the first letter of the next sentence.
_END = regex(r"(?<![.!?…])[.!?…]++[»”“\")\]’\x00]*+(?=\s[«“„\"(\[‘\x00—–*_\s-]*+(?P<next>[^\W_]|\Z))")
# What stands before the stop, without what opens before it; nothing longer is an abbreviation.
_LAST = regex(r"[^\s«“„\"(\[\x00]*\Z")
_LONGEST = 24
_SHOWN = 60


def long_sentences(text: str, code: str, most: int) -> Iterator[Finding]:
    """Find sentences of more than so many words.

    Args:
        text: the words of a page, markup and code blanked out.
        code: its language.
        most: so many words a sentence may have; citations and formulas have none.
    """
    for place, piece in _pieces(text):
        # No piece has more words than spaces and one.
        if len(piece.split()) <= most:
            continue
        for start, end in _sentences(piece, code):
            if end - start < 2 * most:
                # Of letters and spaces.
                continue
            words = list(_WORD.finditer(piece.replace(BLANK, " "), start, end))
            if len(words) > most:
                first = words[0].start()
                shown = " ".join(
                    piece[first : first + 2 * _SHOWN].replace(BLANK, "").replace("*", "").split()
                )
                around = f"{shown[:_SHOWN].rpartition(' ')[0]} …"
                yield Finding(place + first, "O080", {"words": len(words), "most": most, "around": around})


def sentences(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the words of a page in a language, as where they begin and end."""
    for place, piece in _pieces(text):
        for start, end in _sentences(piece, code):
            yield place + start, place + end


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield paragraphs and items of lists, with their offsets."""
    start = position = 0
    for line in text.splitlines(keepends=True):
        is_alone = not line.strip() or _ALONE.match(line)
        if is_alone or _ITEM.match(line):
            if position > start:
                yield start, text[start:position]
            start = position + len(line) if is_alone else position
        position += len(line)
    yield start, text[start:]


def _sentences(text: str, code: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        if _ends(text, end, code):
            yield start, end.end()
            start = end.end()
    yield start, len(text)


def _ends(text: str, end: re.Match[str], code: str) -> bool:
    if end["next"].islower():
        # «Куда?» – спросил он.
        return False
    found = _LAST.search(text, max(0, end.start() - _LONGEST), end.start())
    last = found[0] if found else ""
    is_initial = last[-1:].isupper() and not last[-2:-1].isalpha()
    word = last.casefold()
    goes_on = word in _abbreviations(code) or (end["next"].isdecimal() and word in _numbered(code))
    return text[end.start()] != "." or not (is_initial or goes_on)


@kept
def _abbreviations(code: str) -> frozenset[str]:
    """Return what stands before a name, without its last stop and in small letters."""
    own = language(code)
    return _plain((*own.orthography.get("abbreviations", ()), *own.unbroken.get("initials", ())))


@kept
def _numbered(code: str) -> frozenset[str]:
    return _plain(language(code).unbroken.get("before_number", ()))


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix(".").casefold() for word in words)
