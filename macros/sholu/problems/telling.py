"""What is said of a problem, in the language of its author: Kazakh, Russian or English.

The sentences stand in the record of the rule, `what` and `mend` by language, with the names of values in
braces; `near` is said in place of `mend` where a word comes near to the one that was typed. A rule whose
record has no sentences is told in English by whoever found it, see `Problem`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from locale import windows_locale
from pathlib import Path
from typing import TypeVar

from sholu.problems import Place, Problem
from sholu.problems.rules import Explanation, rule
from sholu.regexes import regex
from sholu.values import replace

_Given = TypeVar("_Given")
LANGUAGES = ("kk", "ru", "en")
_ENGLISH = "en"
# Values that are counts of ours, and how English groups figures; what an author has typed stays as it is.
_COUNTED = ("count", "letters", "more", "most")
_GROUPED = regex(r"[0-9]{1,3}(?:,[0-9]{3})+")
_COUNTS = regex(r"@@\w+=[0-9]+(?: \w+=[0-9]+)*")
# What a disk refuses, and the phrase that says why; the system's own words are English.
_REASONS = {
    errno.ENOSPC: "reason_full",
    errno.EDQUOT: "reason_full",
    errno.EFBIG: "reason_full",
    errno.EACCES: "reason_rights",
    errno.EPERM: "reason_rights",
    errno.EROFS: "reason_read_only",
    errno.EBUSY: "reason_held",
}
# As the C library asks them (POSIX, 8.2).
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def problem(code: str, place: Place, /, **values: object) -> Problem:
    """Make a problem whose sentences stand in the record of its rule.

    Args:
        code: that of the rule.
        place: where it is.
        values: what the sentences name; `near` is the word that comes near to a mistyped one, or "";
            "@@footnotes" is the phrase of that name, in the language in which it is told, and
            "@@blocks_table=2 blocks_item=3" are two of them, each with its count;
            `within` are words of the author that stand before the first sentence, `slip` is a phrase
            behind the last one: what was mistyped.
    """
    given = {name: str(value) for name, value in values.items()}
    what, mend = _sentences(rule(code).explanation(_ENGLISH), given, _ENGLISH)
    return Problem(place, code, what, mend, values=tuple(sorted(given.items())))


def in_language(one: Problem, language: str) -> Problem:
    """Return a problem told in a language; in English where its rule has no sentences in it."""
    explained = rule(one.code).explanations.get(language)
    values = dict(one.values)
    if language == _ENGLISH or explained is None or not explained.what:
        return one
    one = replace(one, level_word=phrase(one.level, language))
    if "more" in values:
        # It counts those that are not shown one by one, see `shortened`.
        return replace(one, what=phrase("more", language, **values), mend=phrase("mend_more", language))
    what, mend = _sentences(explained, values, language)
    return replace(one, what=what, mend=mend)


def _sentences(explained: Explanation, given: Mapping[str, str], language: str) -> tuple[str, str]:
    values = _spoken(given, language)
    mend = explained.near if values.get("near") and explained.near else explained.mend
    what = explained.what.format_map(values)
    mend = mend.format_map(values)
    mend = f"{mend} {values['slip']}" if "slip" in values else mend
    return f"{values['within']}: {what}" if "within" in values else what, mend


def _spoken(given: Mapping[str, str], language: str) -> Mapping[str, str]:
    """Put phrases in place of the values that name one ("@@footnotes"); a phrase may name another."""
    known = _phrases()[language]
    named = {name: value[2:] for name, value in given.items() if value[:2] == "@@" and value[2:] in known}
    values = dict(_grouped(given, language))
    for name, value in given.items():
        if _COUNTS.fullmatch(value):
            counts = [one.split("=") for one in value[2:].split()]
            if all(one in known for one, _ in counts):
                values[name] = ", ".join(phrase(one, language, count=count) for one, count in counts)
    for _ in range(2 if named else 0):
        values |= {name: _phrase_or_typed(one, language, values) for name, one in named.items()}
    return values


def _phrase_or_typed(name: str, language: str, values: Mapping[str, str]) -> str:
    """Return a phrase; one that names what is not given is what an author has typed, "@@unknown_option"."""
    try:
        return phrase(name, language, **values)
    except KeyError:
        return f"@@{name}"


def author_language(option: str = "") -> str:
    """Return the language in which an author is told of problems: that of an option, else of the locale."""
    locale = next((os.environ[name] for name in _LOCALE if os.environ.get(name)), "") or _of_windows()
    return next((one for one in (option, locale[:2]) if one in LANGUAGES), _ENGLISH)


def _of_windows() -> str:
    """Return the language in which Windows speaks ("kk_KZ"), which sets no variable for it; "" elsewhere."""
    if sys.platform != "win32":
        return ""
    known = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return windows_locale.get(known, "")


def phrase(name: str, language: str, /, **values: object) -> str:
    """Return a phrase of the commands in a language.

    Args:
        name: what it is called in phrases.toml.
        language: one of `LANGUAGES`.
        values: what it names.
    """
    return _phrases()[language][name].format_map(_grouped(values, language))


def _grouped(values: Mapping[str, _Given], language: str) -> Mapping[str, _Given | str]:
    """Part thousands by a space, as Kazakh and Russian do (CLDR), in place of a comma, their decimal sign."""
    parted = {
        name: value.replace(",", "\N{NO-BREAK SPACE}")
        for name in _COUNTED
        if language != _ENGLISH and isinstance(value := values.get(name), str) and _GROUPED.fullmatch(value)
    }
    return {**values, **parted}


def said(name: str, /, **values: object) -> str:
    """Return a phrase in the language of the author, see `author_language`."""
    return phrase(name, author_language(), **values)


def disk_reason(error: OSError) -> str:
    """Return the name of the phrase that says why a file cannot be written or read, "" if none does."""
    return _REASONS.get(error.errno or 0, "")


@cache
def _phrases() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
