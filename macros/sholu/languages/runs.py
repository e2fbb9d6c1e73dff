"""Runs of letters of another script than the text around them, and the language in which they are read.

A screen reader spells Cyrillic out, or leaves it out, where it takes it for English (WCAG 2.2, 3.1.2,
Language of Parts). Languages are named as BCP 47 has them: "ru", "ru-Latn" for Russian in Latin letters,
"und-Grek" where nothing but the script is known. Knows letters and alphabets, nothing of pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from unicodedata import bidirectional

from sholu.languages import FALLBACK_LANGUAGE, cldr, kept, known_languages, language
from sholu.languages.scripts import LETTERS, RIGHT_TO_LEFT, SCRIPTS, parts
from sholu.languages.typography import has_ranges, parted_by_ranges
from sholu.regexes import regex

# Classes of letters by Unicode's bidirectional algorithm.
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
# What may stand within a word, signs on letters and what joins and parts those among it, and what between two
# words of one run.
_WITHIN = "\\w\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u200c\u200d’ʹʺʼ'\u2010\u2011.-"
_BETWEEN = "[,:;]?[ \u00a0\u202f]+"
# Numerals, which every language of Europe writes in Latin letters.
_ROMAN = regex(r"[IVXLCDM]+(?:[-–][IVXLCDM]+)?\.?")
# What no voice reads as words, and what Python-Markdown keeps in a text in place of HTML.
# That of a person is asked for where a word begins, and goes over no letter twice.
_NO_WORDS = regex(
    r"\x02[^\x02\x03]*\x03|(?:https?://|www\.)\S+|(?<![^\s\x03])[^\s@]++@[^\s.]++\.\S+|\b10\.\d{4,}/\S+"
)
# Latin letters of which nothing more is known are most often those of the language of international lists.
_FIRST = {"Latn": "en", "Cyrl": FALLBACK_LANGUAGE}


@kept
def script_of(tag: str) -> str:
    """Return the script of a tag, "" if nobody knows it: "Latn" of "ru-Latn", "Cyrl" of "ru"."""
    code, *subtags = tag.split("-")
    for subtag in subtags:
        if len(subtag) == 4 and subtag.isalpha():  # noqa: PLR2004 -- the length of such codes
            return subtag.title()
    return language(code).script if code in known_languages() else cldr.usual_script(code)


@kept
def direction_of(tag: str) -> str:
    """Return in which direction a language is written: "rtl", or "ltr" if nobody knows better."""
    return "rtl" if script_of(tag) in RIGHT_TO_LEFT else "ltr"


def has_direction(text: str, direction: str) -> bool:
    """Tell whether a text has a letter that is written in a direction."""
    return any(_STRONG.get(bidirectional(letter)) == direction for letter in text)


def against(language: str, tag: str) -> str:
    """Return the direction of words that have to be kept apart from the text around them, or "".

    A number behind an Arabic word would go before it in English. The other way round Unicode's rules keep
    English words with their numbers and brackets, and an element around the letters alone would part them.
    """
    return "rtl" if direction_of(language) == "rtl" and direction_of(tag) == "ltr" else ""


def first_direction(words: str) -> str:
    """Return the direction of the first letter (UAX 9, P2), "" if there is none."""
    for sign in words:
        kind = bidirectional(sign)
        if kind in _STRONG:
            return _STRONG[kind]
    return ""


def tagged(code: str, words: str) -> str:
    """Return the tag of words of a language: "ru-Latn" where Russian words stand in Latin letters."""
    if not has_others(words, code):
        return code
    own = _parts(script_of(code))
    letters = set(map(SCRIPTS.__getitem__, set(words)))
    present = [script for script in LETTERS if script in letters]
    # Of most words all letters are of one script.
    most = present[0] if len(present) == 1 else _most_used(words, present, own)
    return code if most in own else f"{code}-{most}"


def _most_used(words: str, present: Iterable[str], own: tuple[str, ...]) -> str:
    counts = Counter(map(SCRIPTS.__getitem__, words))
    return max(present, key=lambda script: (counts[script], script in own))


@kept
def runs(words: str, tag: str) -> tuple[tuple[str, str], ...]:
    """Cut words of a language into pieces, each with the tag of its language, "" for that of the whole."""
    if not has_others(words, tag):
        return ((words, ""),)
    return tuple(_pieces(words, _parts(script_of(tag))))


def in_wholes(words: str, tag: str) -> Iterator[tuple[tuple[tuple[str, str], ...], bool]]:
    """Cut words into `runs`, one after the other, each with False.

    A range or a number of an act that holds several of them (№ 59-ФЗ in English) comes as one, with True.
    """
    found, position = list(runs(words, tag)), 0
    wholes = parted_by_ranges(words) if len(found) > 1 and has_ranges(words) else ((words, False),)
    for whole, is_range in wholes:
        pieces = []
        while found and position + len(found[0][0]) <= len(whole):
            pieces.append(found.pop(0))
            position += len(pieces[-1][0])
        if rest := whole[position:]:
            piece, language = found[0]
            pieces.append((rest, language))
            found[0] = (piece[len(rest) :], language)
        position = 0
        if is_range and len(pieces) > 1:
            yield tuple(pieces), True
        else:
            yield from (((one,), False) for one in pieces)


def has_others(words: str, tag: str) -> bool:
    """Tell whether there are letters of another script than that of a language in some words."""
    return others_than(tag)(words) is not None


# Asked for at every piece of a page.
@cache
def _parts(script: str) -> tuple[str, ...]:
    """Return the scripts whose letters a script has, none if nobody knows them: Hani and Kana of "Jpan"."""
    return tuple(part for part in parts(script) if part in LETTERS)


def _pieces(words: str, own: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    position = 0
    letters = map(SCRIPTS.__getitem__, set(words))
    present = frozenset(script for script in letters if script and script not in own)
    for found in _run(own, present).finditer(words):
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
    known = _alphabets(script)
    letters = {letter for letter in run.casefold() if letter.isalpha()}
    fitting = (code for code, alphabet in known if letters <= alphabet)
    return next(fitting, known[0][0] if known else f"und-{script}")


@kept
def _alphabets(script: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the known languages of a script with their letters, the likeliest first."""
    first = _FIRST.get(script, "")
    known = sorted(
        (code for code in known_languages() if script in parts(language(code).script)),
        key=lambda code: code != first,
    )
    return tuple((code, frozenset(language(code).alphabet)) for code in known)


@kept
def others_than(tag: str) -> Callable[[str], re.Match[str] | None]:
    """Return what finds a letter of another script than that of a language, and nothing if it is not known.

    For who asks of one piece of a text after another; of a single one `has_others` tells.
    """
    own = _parts(script_of(tag))
    return _others(own).search if own else _nothing


def _nothing(words: str) -> None:  # noqa: ARG001 -- as a search has it
    return None


@cache
def _others(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(letters for script, letters in LETTERS.items() if script not in own)}]")


# Not of all scripts that there are: a pattern of two dozen takes as long to compile as a page to read.
@cache
def _run(own: tuple[str, ...], others: frozenset[str]) -> re.Pattern[str]:
    """Match what is no word, or a run of another script, whose name is that of the group."""
    no_own = f"(?![{''.join(LETTERS[script] for script in own)}])"
    scripts = (_words_of(script, no_own) for script in LETTERS if script in others)
    return re.compile("|".join((f"(?:{_NO_WORDS.pattern})", *scripts)))


def _words_of(script: str, no_own: str) -> str:
    """Return a pattern of words of a script; `no_own` lets no letter of the text around them follow."""
    letters = LETTERS[script]
    # Vowels of Devanagari, Thai and others are signs on letters, and none of their own to Python.
    word = f"[{letters}](?:{no_own}[{letters}{_WITHIN}])*"
    return f"(?P<{script}>(?<![^\\W\\d_]){word}(?:{_BETWEEN}(?!https?:|www\\.){word})*)"
