"""How a form of a term looks in a text: its words with the endings that its language gives them.

An abbreviation (a word with two capitals or more, and no more small letters than capitals) stands as it is
written, and an ending may follow it, with a hyphen or without: БҰҰ-ның, ЕАЭОға, NGOs. Other words stand in
small letters or capitals and change as `Inflection` says; where that fails an author marks the changing end
of a word by an asterisk: «Иссык-Кул*».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from macros.languages import Inflection, Language

_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'’ʼ"
_FEWEST_CAPITALS = 2
# What must be left of a word when its ending is taken off; a shorter word is left as it is.
_FEWEST_LETTERS = 3


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is one whose capitals matter: UN, ДоДиС, but not CyberLeninka."""
    capitals = sum(map(str.isupper, word))
    return capitals >= max(_FEWEST_CAPITALS, sum(map(str.islower, word)))


def pattern_of(forms: Iterable[str], own: Language) -> re.Pattern[str]:
    """Return what finds any of the forms as whole words; the group "f3" is that of the fourth.

    Args:
        forms: what is looked for; of two that begin at one place the earlier is found.
        own: the language of the text.
    """
    by_first: dict[str, list[tuple[str, str]]] = {}
    for number, form in enumerate(forms):
        stem, ending = _form(form, own)
        by_first.setdefault(form[0].casefold(), []).append((f"(?P<f{number}>{stem})", ending))
    # By first letter, so that at most words of a text all is said after one look.
    groups = (
        f"(?={_letters(first, own.inflection)})(?:{_alternatives(found)})"
        for first, found in by_first.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups) or '(?!)'})")


def _alternatives(forms: Iterable[tuple[str, str]]) -> str:
    """Join forms in their order; neighbours share what may follow them, which is long and slow to compile."""
    return "|".join(
        f"(?:{'|'.join(stem for stem, _ in same)}){ending}"
        for ending, same in groupby(forms, key=lambda form: form[1])
    )


def _form(form: str, own: Language) -> tuple[str, str]:
    """Return patterns of a form and of what may follow it."""
    words = form.split()
    inflection = own.inflection
    patterns = [
        _word(word, inflection if inflection.every or number == len(words) else Inflection())
        for number, word in enumerate(words, 1)
    ]
    stem, ending = patterns[-1]
    stems = [*("".join(pattern) for pattern in patterns[:-1]), stem]
    end = _after_abbreviation(own) if is_abbreviation(words[-1]) else r"(?!\w)"
    return r"\s+".join(stems), ending + end


def _after_abbreviation(own: Language) -> str:
    """Return what may follow an abbreviation: an ending of small letters, or no word."""
    ending = rf"[{_HYPHENS}{_APOSTROPHES}]?[{re.escape(own.alphabet)}]+(?!\w)"
    return rf"(?={ending}|(?![{_HYPHENS}]?\w))"


def _word(word: str, inflection: Inflection) -> tuple[str, str]:
    """Return patterns of what of a word stays, and of what may follow that."""
    if word.endswith("*"):
        return _letters(word.rstrip("*"), inflection), r"\w*"
    if is_abbreviation(word):
        return "".join(map(_letter_as_it_is, word)), ""
    ending = next(
        (one for one in sorted(inflection.stripped, key=len, reverse=True) if word.casefold().endswith(one)),
        "",
    )
    stem = word[: len(word) - len(ending)]
    if len(stem) < _FEWEST_LETTERS:
        return _letters(word, inflection), ""
    slots = "".join(f"(?:{'|'.join(sorted(slot, key=len, reverse=True))})?" for slot in inflection.endings)
    return _letters(stem, inflection), slots


def _letters(word: str, inflection: Inflection) -> str:
    return "".join(
        f"(?:{_letter(letter)}|{''.join(map(_letter, other))})"
        if (other := inflection.changes.get(letter.casefold()))
        else _letter(letter)
        for letter in word
    )


def _letter(letter: str) -> str:
    """Return a pattern of a letter, small or capital, or of a sign in any of its shapes."""
    if letter.isalpha() and letter.lower() != letter.upper():
        return f"[{letter.lower()}{letter.upper()}]"
    return _letter_as_it_is(letter)


def _letter_as_it_is(letter: str) -> str:
    for signs in (_HYPHENS, _APOSTROPHES):
        if letter in signs:
            return f"[{signs}]"
    return re.escape(letter)
