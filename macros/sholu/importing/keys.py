"""Keys of works: family name and year in small Latin letters, `hiro2009`, as BIBLIOGRAPHY.md has them."""

from __future__ import annotations

import re
from collections.abc import Iterable

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


class TakenKeys:
    """The keys of a library, and those that new works get beside them."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        """Take the keys that are there."""
        self._taken = {key.casefold() for key in keys}
        # Up to which letters the keys of an author and a year are taken.
        self._next: dict[str, int] = {}

    def key_for(self, draft: Draft, *, keeps: bool = False) -> str:
        """Return a key that no other work has, and take it.

        Args:
            draft: the work.
            keeps: whether a key that it came with is kept whatever it looks like.
        """
        key = draft.key
        if not key or not (keeps or _FITTING.fullmatch(key)) or key.casefold() in self._taken:
            key = self._new(_name(draft) + _year(draft))
        self._taken.add(key.casefold())
        return key

    def _new(self, stem: str) -> str:
        if stem not in self._taken:
            return stem
        number = self._next.get(stem, 0)
        while (key := stem + _in_letters(number)) in self._taken:
            number += 1
        self._next[stem] = number + 1
        return key


def _in_letters(number: int) -> str:
    """Return the letters behind a year: hiro2009a, hiro2009b … and then letters of those, from aa to zz."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
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
