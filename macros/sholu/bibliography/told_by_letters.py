"""What language a title is in, as far as its letters tell, or its small words: Kazakh has ұ, German “für”.

Asked of entries that do not say it. Letters of several languages (Cyrillic, Arabic, Latin) tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sholu.languages import function_words, kept, reading_words
from sholu.languages.scripts import SCRIPTS
from sholu.regexes import regex

# Scripts that one language has, of those that scholars cite.
_ALONE = {"Kana": "ja", "Hang": "ko", "Hebr": "he", "Grek": "el", "Armn": "hy", "Geor": "ka", "Thai": "th"}
_HAN = "Hani"
# ұ is in no other alphabet; і beside one of the others is in none either.
_KAZAKH_ALONE, _ALSO_UKRAINIAN, _ALSO_TURKIC = map(frozenset, ("ұҰ", "іІ", "әғқңөүһӘҒҚҢӨҮҺ"))
# Fields whose kana tell that a title of Han alone is Japanese.
_FIELDS = ("title", "booktitle", "journal", "journaltitle", "publisher", "author")


# Letters that Russian has, and no Belarusian; a word of each of the others would tell.
_CYRILLIC = regex(r"[\u0400-\u052f]")
_RUSSIAN = regex(r"[а-яё]+", re.IGNORECASE)
_NO_BELARUSIAN = regex(r"[ищИЩ]")
_WORD = regex(r"[^\W\d_]+")
# Those that have `words_for_sure`.
BY_SMALL_WORDS = ("de", "fr")
_NO_BULGARIAN = regex(r"[ыэёЫЭЁ]")
# No other alphabet of today has these; і has Kazakh, Belarusian, and Russian before 1918.
_UKRAINIAN_ALONE = frozenset("їЇєЄґҐ")
_NO_UKRAINIAN = frozenset("ыЫэЭёЁъЪұҰ")
_BESIDE = ("address", "location", "publisher", "journal", "journaltitle", "booktitle", "type", "subtitle")
# ß is in no other language.
_GERMAN_ALONE = "ß"


def told_by_letters(fields: Mapping[str, str], plain: Callable[[str], str] = str) -> str:
    """Return the code of the language of a title by its letters, "" where they do not tell.

    Args:
        fields: those of an entry, by name; Han may be Japanese, which others may show by kana.
        plain: returns a title without the accents of TeX.
    """
    title = fields.get("title", "")
    title = plain(title) if "\\" in title else title
    # One in brackets is supplied, or a translation.
    if title.startswith("["):
        return ""
    if (told := told_by_words(title, fields.get("edition", ""))) or title.isascii():
        return told
    letters = frozenset(title)
    if told := _told_by_cyrillic(title, letters, fields):
        return told
    scripts = [script for sign in title if sign.isalpha() and (script := SCRIPTS[sign])]
    most = max(set(scripts), key=scripts.count, default="")
    if most not in {_HAN, *_ALONE} or scripts.count(most) * 2 < len(scripts):
        return ""
    shown = {SCRIPTS[sign] for name in _FIELDS for sign in fields.get(name, "") if sign > "\u1000"}
    return next((_ALONE[script] for script in ("Kana", "Hang") if most == _HAN and script in shown), "") or (
        "zh" if most == _HAN else _ALONE[most]
    )


def _told_by_cyrillic(title: str, letters: frozenset[str], fields: Mapping[str, str]) -> str:
    """Return Kazakh, Ukrainian or Russian, "" where letters and endings do not tell."""
    if letters & _KAZAKH_ALONE or (letters & _ALSO_UKRAINIAN and letters & _ALSO_TURKIC):
        return "kk"
    if _is_ukrainian(title, letters):
        return "uk"
    if _is_russian(title):
        return "ru"
    if letters & _NO_UKRAINIAN or not _CYRILLIC.search(title):
        return ""
    # «Психологія» of «Київ»: Russian has no such city.
    beside = " ".join(fields[name] for name in _BESIDE if name in fields)
    return "uk" if _is_ukrainian(beside, frozenset(beside) | letters & _ALSO_TURKIC) else ""


def told_by_words(title: str, edition: str = "") -> str:
    """Return the code of a language in Latin letters that two small words of a title tell, "" if none does.

    One of the two is in no other language that has such words, and none of the title is English.
    """
    words, counted = words_of(title), words_of(edition)
    for code in BY_SMALL_WORDS:
        sure, small, english = _small_words_of(code)
        is_told = not words.isdisjoint(sure) and len(words & small) > 1
        # “1. Aufl.” beside one small word, or a letter that English has not.
        has_edition = not counted.isdisjoint(reading_words(code, "edition"))
        is_told = is_told or (has_edition and not (title.isascii() and words.isdisjoint(small)))
        is_told = is_told or (code == "de" and _GERMAN_ALONE in title)
        if is_told and words.isdisjoint(english):
            return code
    return ""


def has_foreign_words(title: str) -> bool:
    """Tell whether small words of a title are of another language than English, and none is English."""
    words = words_of(title)
    if _GERMAN_ALONE in title and words.isdisjoint(_small_words_of("de")[2]):
        return True
    known = map(_small_words_of, BY_SMALL_WORDS)
    return any(
        words.isdisjoint(english) and (not words.isdisjoint(sure) or len(words & small) > 1)
        for sure, small, english in known
    )


def words_of(title: str) -> frozenset[str]:
    """Return the words of a title, in small letters."""
    return frozenset(_WORD.findall(title.replace("{", "").replace("}", "").casefold()))


@kept
def _small_words_of(code: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return small words that a language has alone, all that it has, and the others of English."""
    sure = frozenset(reading_words(code, "words_for_sure"))
    small = sure.union(function_words(code))
    return sure, small, frozenset(function_words("en")) - small


def _is_ukrainian(title: str, letters: frozenset[str]) -> bool:
    """Tell whether a title is Ukrainian: by a letter of its own, or by endings beside і."""
    if letters & _ALSO_TURKIC:
        return False
    if letters & _UKRAINIAN_ALONE:
        return True
    words = [word.casefold() for word in _cyrillic_words(title)] if letters & _ALSO_UKRAINIAN else []
    return any(map(_for_sure("uk").fullmatch, words))


def _is_russian(title: str) -> bool:
    """Tell whether a title is Russian for sure: by endings, or by small words beside letters of its own."""
    if not _NO_BELARUSIAN.search(title):
        return False
    words = [word.casefold() for word in _cyrillic_words(title)]
    if not words or not all(map(_RUSSIAN.fullmatch, words)):
        return False
    if any(map(_for_sure("ru").fullmatch, words)):
        return True
    return bool(_NO_BULGARIAN.search(title)) and not _small_words().isdisjoint(words)


def _cyrillic_words(title: str) -> list[str]:
    """Return the words in Cyrillic letters."""
    return [word for word in _WORD.findall(title) if _CYRILLIC.search(word)]


@kept
def _for_sure(code: str) -> re.Pattern[str]:
    endings = "|".join(re.escape(one.removeprefix("*")) for one in reading_words(code, "signs_for_sure"))
    return re.compile(rf"\w{{2,}}(?:{endings})")


@kept
def _small_words() -> frozenset[str]:
    return frozenset(function_words("ru")) - set(function_words("kk"))
