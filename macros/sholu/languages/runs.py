"""Runs of letters of another script than the text around them, and the language in which they are read.

A screen reader spells Cyrillic out, or leaves it out, where it takes it for English (WCAG 2.2, 3.1.2,
Language of Parts). Languages are named as BCP 47 has them: "ru", "ru-Latn" for Russian in Latin letters,
"und-Grek" where nothing but the script is known. Knows letters and alphabets, nothing of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sholu.languages import FALLBACK_LANGUAGE, known_languages, language
from sholu.languages.countries import usual_script

# ISO 15924 code of a script to its letters; digits and signs are of every script.
_LETTERS = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c88",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Armn": "\u0531-\u0587",
    "Hebr": "\u05d0-\u05ea",
    "Arab": "\u0620-\u06ff\u0750-\u077f",
    "Deva": "\u0900-\u097f",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Mong": "\u1800-\u18af",
    "Kana": "\u3040-\u30ff",
    "Hani": "\u3400-\u9fff",
    "Hang": "\uac00-\ud7af",
}
# What may stand within a word, and what between two words of one run.
_WITHIN = "\\w\u0300-\u036f’ʹʺʼ'\u2010\u2011.-"
_BETWEEN = "[,:;]?[ \u00a0\u202f]+"
# Numerals, which every language of Europe writes in Latin letters.
_ROMAN = re.compile(r"[IVXLCDM]+(?:[-–][IVXLCDM]+)?\.?")
# What no voice reads as words, and what Python-Markdown keeps in a text in place of HTML.
_NO_WORDS = re.compile(r"\x02[^\x02\x03]*\x03|(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b10\.\d{4,}/\S+")
# Latin letters of which nothing more is known are most often those of the language of international lists.
_FIRST = {"Latn": "en", "Cyrl": FALLBACK_LANGUAGE}


@cache
def script_of(tag: str) -> str:
    """Return the script of a tag, "" if nobody knows it: "Latn" of "ru-Latn", "Cyrl" of "ru"."""
    code, *subtags = tag.split("-")
    for subtag in subtags:
        if len(subtag) == 4 and subtag.isalpha():  # noqa: PLR2004 -- the length of such codes
            return subtag.title()
    return language(code).script if code in known_languages() else usual_script(code)


def tagged(code: str, words: str) -> str:
    """Return the tag of words of a language: "ru-Latn" where Russian words stand in Latin letters."""
    own = script_of(code)
    if own not in _LETTERS:
        return code
    counts = {script: len(found.findall(words)) for script, found in _found().items()}
    most = max(counts, key=lambda script: (counts[script], script == own))
    return f"{code}-{most}" if counts[most] and most != own else code


@lru_cache(maxsize=20_000)
def runs(words: str, tag: str) -> tuple[tuple[str, str], ...]:
    """Cut words of a language into pieces, each with the tag of its language, "" for that of the whole."""
    own = script_of(tag)
    if own not in _LETTERS or not _others(own).search(words):
        return ((words, ""),)
    return tuple(_pieces(words, own))


def _pieces(words: str, own: str) -> Iterator[tuple[str, str]]:
    position = 0
    for found in _run(own).finditer(words):
        if found.lastgroup is None or _ROMAN.fullmatch(found[0]):
            continue
        if position < found.start():
            yield words[position : found.start()], ""
        run = found[0].rstrip(".-\u2010\u2011 \u00a0\u202f’'")
        yield run, _language_of(run, found.lastgroup)
        position = found.start() + len(run)
    if position < len(words):
        yield words[position:], ""


def _language_of(run: str, script: str) -> str:
    """Name the language of a run: the first of its script whose alphabet has all its letters."""
    first = _FIRST.get(script, "")
    known = sorted(
        (code for code in known_languages() if language(code).script == script),
        key=lambda code: code != first,
    )
    letters = {letter for letter in run.casefold() if letter.isalpha()}
    fitting = (code for code in known if letters <= set(language(code).alphabet))
    return next(fitting, known[0] if known else f"und-{script}")


@cache
def _found() -> dict[str, re.Pattern[str]]:
    return {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}


@cache
def _others(own: str) -> re.Pattern[str]:
    return re.compile(f"[{''.join(letters for script, letters in _LETTERS.items() if script != own)}]")


@cache
def _run(own: str) -> re.Pattern[str]:
    """Match what is no word, or a run of another script, whose name is that of the group."""
    inner = f"(?:(?![{_LETTERS[own]}])[{_WITHIN}])"
    scripts = (
        f"(?P<{script}>(?<![^\\W\\d_])[{letters}]{inner}*(?:{_BETWEEN}(?!https?:|www\\.)[{letters}]{inner}*)*)"
        for script, letters in _LETTERS.items()
        if script != own
    )
    return re.compile("|".join((f"(?:{_NO_WORDS.pattern})", *scripts)))
