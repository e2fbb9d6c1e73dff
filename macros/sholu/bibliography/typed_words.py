"""Words by which what others have typed is understood, of all languages (their section `reading`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sholu.bibliography.fields import GENRES_OF_LAWS
from sholu.languages import available_languages, kept, own_words, reading_words


@kept
def typed_words(kind: str) -> tuple[str, ...]:
    """Return the words of a kind, in small letters: "spring", "inpress", "others" …"""
    return tuple(dict.fromkeys(word for code in available_languages() for word in reading_words(code, kind)))


@kept
def ordinals() -> dict[str, str]:
    """Return the number that each word for an edition names: "third" to "3"."""
    return {
        word: str(number)
        for code in available_languages()
        for number, word in enumerate(reading_words(code, "ordinals"), start=1)
    }


@kept
def genres_of_acts() -> dict[str, str]:
    """Return the genre that each word for an act of a state names: "указ" to "decree", «заңы» to "law"."""
    known = {
        words.casefold(): genre
        for code in available_languages()
        for genre, words in own_words(code, "genres").items()
        if genre in GENRES_OF_LAWS
    }
    return known | {word: genre for genre in GENRES_OF_LAWS for word in typed_words(genre)}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of whole words; what ends with a stop needs no end."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(f"{re.escape(word)}{_END if word[-1].isalpha() else ''}" for word in longest_first)


def loosely(kind: str) -> str:
    """Return a pattern of the words of a kind, whose spaces and stops may be left out: «н. э.», "нэ".

    An asterisk stands for any letters.
    """
    return _alternatives(kind, {".": r"\.?", " ": r"\s?"})


def strictly(kind: str) -> str:
    """Return a pattern of the words of a kind, with their stops: «к. *. н»."""
    return _alternatives(kind, {" ": r"\s?"})


def _alternatives(kind: str, signs: Mapping[str, str]) -> str:
    signs = {"*": r"\w*", **signs}
    longest_first = sorted(typed_words(kind), key=len, reverse=True)
    written = ("".join(signs.get(sign) or re.escape(sign) for sign in word) for word in longest_first)
    return f"(?:{'|'.join(written)}){_END}"


# Where letters of an alphabet end; 约1900 has no space.
_END = r"(?![^\W\d_])"
