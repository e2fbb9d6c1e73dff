"""A letter that a language may leave out (ё, for which е stands), written in one place and not in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sholu.checking.typed import TypedPage
from sholu.languages import language
from sholu.pages.findings import Finding
from sholu.regexes import regex

_WORD = regex(r"[^\W\d_]+")


def uneven(pages: Iterable[TypedPage]) -> Iterator[tuple[TypedPage, Finding]]:
    """Find words that other places of the review write with the letter, each once a page.

    Words that are another without it (все, всё) stand in the file of the language, `without_letter`.

    Args:
        pages: those of a review, of all languages.
    """
    by_language: dict[str, list[TypedPage]] = {}
    for page in pages:
        if language(page.code).orthography.get("optional_letter"):
            by_language.setdefault(page.code, []).append(page)
    for code, own in by_language.items():
        letter, plain = language(code).orthography["optional_letter"]
        apart = frozenset(language(code).orthography.get("without_letter", ()))
        full = {
            word.lower().replace(letter, plain): word.lower()
            for page in own
            for word in _WORD.findall(page.own_words)
            if letter in word.lower()
        }
        for page in own:
            told: set[str] = set()
            for found in _WORD.finditer(page.own_words):
                word = found[0].lower()
                if word in full and word not in apart and word not in told:
                    told.add(word)
                    yield page, Finding(found.start(), "O007", {"word": found[0], "other": full[word]})
