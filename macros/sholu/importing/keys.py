"""Keys of works: family name and year in small Latin letters, `hiro2009`, as BIBLIOGRAPHY.md has them."""

from __future__ import annotations

import re
from collections.abc import Collection

from sholu.importing.draft import Draft
from sholu.languages import known_languages, language
from sholu.languages.ascii import in_ascii
from sholu.regexes import regex

_FITTING = regex(r"[a-z][a-z-]*\d{4}[a-z]?")
_YEAR = regex(r"\d{4}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Of a work without authors so many words of its title make its key.
_WORDS = 2
_SHORT = 3
_LONGEST = 24


def key_for(draft: Draft, taken: Collection[str], *, keeps: bool = False) -> str:
    """Return a key that no other work has.

    Args:
        draft: the work.
        taken: the keys that are there, in small letters.
        keeps: whether a key that it came with is kept whatever it looks like.
    """
    own = draft.key
    if own and (keeps or _FITTING.fullmatch(own)) and own.casefold() not in taken:
        return own
    stem = _name(draft) + _year(draft)
    if stem not in taken:
        return stem
    # A year is followed by letters: hiro2009a, hiro2009b … and then by letters of those.
    for size in (1, 2, 3):
        for number in range(len(_LETTERS) ** size):
            key = stem + _in_letters(number, size)
            if key not in taken:
                return key
    raise ValueError(f"more than 18,000 works would be called {stem}")


def _in_letters(number: int, size: int) -> str:
    letters = ""
    for _ in range(size):
        number, rest = divmod(number, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


def _year(draft: Draft) -> str:
    for name in ("date", "year"):
        words = draft.fields.get(name) or draft.raw.get(name) or ""
        if found := _YEAR.search(words):
            return found[0]
    return ""


def _name(draft: Draft) -> str:
    for role in ("author", "editor"):
        for person in draft.names.get(role, ()):
            words = person.family
            if person.is_institution:
                words = " ".join(_telling(words)[:_WORDS])
            if plain := latin(words):
                return plain[:_LONGEST]
    title = draft.fields.get("title") or draft.raw.get("title") or ""
    plain = "".join(map(latin, _telling(title)[:_WORDS]))
    return plain[:_LONGEST] or "work"


def _telling(words: str) -> list[str]:
    found = re.findall(r"[^\W\d_]+", words)
    return [word for word in found if len(word) > _SHORT] or found


def latin(words: str) -> str:
    """Write a word in small Latin letters without marks: Сұлтанғалиева → sultangaliyeva, 王 → wang."""
    return "".join(re.findall("[a-z]", in_ascii(words.casefold(), with_tables())))


def with_tables(first: str = "") -> list[str]:
    """Return the languages in use that have tables of Latin letters, one of them first."""
    codes = [code for code in known_languages() if language(code).romanizations]
    return sorted(codes, key=lambda code: code != first)
