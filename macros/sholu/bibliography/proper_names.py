"""Names that a bibliography knows, by which titles in title case keep their capitals (APA 7, 6.17).

“Reading Foucault in Samarkand” says of no word whether it is a name. But who has written another work of the
file has one, so has the town where one appeared, and what has a capital in the midst of a title or an
abstract that has none on its other words. A word that the file has in small letters too is no name, nor is
one of everyday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from sholu.bibliography.given_names import is_given_name
from sholu.bibliography.references import Reference
from sholu.bibliography.typed_words import of_words
from sholu.languages import capital_words, kept
from sholu.languages.capitals import is_sentence_case
from sholu.regexes import regex

# The first word of each name, to the names that begin with it.
Names = Mapping[str, tuple[str, ...]]
NO_NAMES: Names = MappingProxyType({})

_WORD = regex(r"(?<![-‐‑\w])[^\W\d_][^\W\d_’'-]*(?:[-’'][^\W\d_]+)*")
_SMALL = regex(r"\b[a-z]{2,}\b")
# Words with a capital in a row, "Lake Balkhash"; abbreviations need no help.
_CAPITALS = regex(r"\b[^\W\d_a-z][^\W\d_A-Z]+(?:[ -][^\W\d_a-z][^\W\d_A-Z]+)*\b")
# "George Gallup", "John Maynard Keynes", "Gregory H. Bateson".
_PERSON = regex(r"\b([A-Z][a-z]+)(?: [A-Z]\.)* [A-Z][\w’'-]+")
_MIDST = regex(r"[\w,;’)] ")
# Shorter family names are words of other languages: "He", "Do", "Long".
_SHORTEST = 4
_SEVERAL = of_words(r"\s*(?:[;,/]|(?<=\s)<<joining>>(?=\s))\s*")


@kept
def _bodies() -> re.Pattern[str]:
    """Match what a body is for, which is no name: "Committee on Health, Education & Pensions"."""
    bodies = "|".join(capital_words("en", "bodies"))
    between = "|".join(capital_words("en", "in_bodies"))
    return re.compile(rf"\b(?:{bodies})\b(?: (?:{between}|[A-Z][\w-]+),?| &)+")


@kept
def _everyday() -> frozenset[str]:
    """Return family names and towns that are words of everyday."""
    return frozenset(capital_words("en", "everyday"))


@kept
def _as_words() -> frozenset[str]:
    """Return given names that are words, too."""
    return frozenset(capital_words("en", "names_as_words"))


def proper_names(references: Iterable[Reference]) -> Names:
    """Gather the names that the works of a bibliography know, by their first words."""
    found: set[str] = set()
    small: set[str] = set()
    for reference in references:
        for one in (*reference.authors.original, *reference.editors.original):
            if not one.is_organization and len(one.family) >= _SHORTEST:
                found.add(one.family)
                # The given name is a name too, beside it.
                if one.given.isalpha():
                    found.add(f"{one.given} {one.family}")
        if place := reference.place.original:
            found.update(filter(None, _SEVERAL.split(place)))
        if reference.language in {"", "en"}:
            for text in _texts(reference):
                _read(text, found, small)
    known: dict[str, list[str]] = {}
    for name in sorted(found):
        words = _WORD.findall(name)
        is_word = len(words) == 1 and {name.casefold()} & (small | _everyday())
        if words and name[0].isupper() and not is_word:
            known.setdefault(words[0], []).append(name)
    return {word: tuple(names) for word, names in known.items()}


def names_in(words: str, names: Names) -> tuple[str, ...]:
    """Return the names that a title may have, by its words and by the given names that many people bear."""
    found_words = set(_WORD.findall(words))
    known = (name for word in found_words for name in names.get(word, ()))
    alone = (
        word
        for word in found_words
        if is_given_name(word) and word.casefold() not in _everyday() | _as_words()
    )
    persons = (
        found[0]
        for found in _PERSON.finditer(words)
        if found[1].casefold() not in _everyday() and is_given_name(found[1])
    )
    return (*known, *alone, *persons)


def _texts(reference: Reference) -> Iterator[str]:
    """Yield what of a work has capitals on names alone: a title in sentence case, an abstract."""
    host = reference.container.original if reference.kind.is_part else ""
    for title in (reference.title.original, reference.subtitle.original, host):
        for text in title.split(": ") if title else ():
            if is_sentence_case(text):
                yield text
    yield dict(reference.kept).get("abstract", "")


def _read(text: str, found: set[str], small: set[str]) -> None:
    """Find the names in a text, and its words in small letters."""
    small.update(_SMALL.findall(text))
    text = _bodies().sub("", text)
    # What opens a sentence, and what has a capital right behind it, says nothing.
    found.update(run[0] for run in _CAPITALS.finditer(text) if _MIDST.match(text[max(0, run.start() - 2) :]))
