"""Numbers that a text names without figures: in words up to a hundred, or by Roman numerals.

They are not counted, since "one of them" and «в один голос» count nothing. But where another language has a
number in figures, it is the same number: "five parties" and «5 сторон», "chapter 1" and «I тарау».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sholu.languages import folded, kept, language
from sholu.regexes import regex
from sholu.translations.months import any_of, begins_with

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# Letters that look like those of Roman numbers, and are typed for them on a Cyrillic keyboard.
_LOOKING_LIKE = str.maketrans("ХІС", "XIC")
_ROMAN = regex(r"(?<![\w.])[IVXLCХІС]{1,7}(?=(?:e|er|er|-?[а-яәіңғүұқөһ]{1,4})?(?![\w]))")
_WELL_FORMED = regex(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# Endings of cases: «бестен», «двадцатью».
_ENDING = 4
# What is written without spaces has no borders of words.
WITHOUT_SPACES = frozenset({"zh", "ja", "ko"})
_SHORTEST = 3
_TEN = 10
_BEGINNING = regex(r"\b\w\w")


def numbers_named(text: str, code: str) -> frozenset[int]:
    """Return the numbers that a text may name, in words (1 to 199, "fifth" too) or by Roman numerals.

    Args:
        text: the words of a block.
        code: their language.
    """
    return frozenset((*_in_words(text, code), *_in_ordinals(text, code), *_in_roman(text, code)))


# A source is compared with each of its translations.
@kept
def spelt_out(text: str, code: str) -> Counter[int]:
    """Count the numbers of a text that stand in words; "twenty-five" is one of them.

    Args:
        text: the words of a block.
        code: their language.
    """
    found = _word_pattern(code)
    if found is None:
        return Counter()
    pattern, values = found
    beginnings = _beginnings(code)
    if beginnings and beginnings.isdisjoint(_BEGINNING.findall(folded(text))):
        return Counter()
    found_there = list(pattern.finditer(text))
    hundreds = language(code).numbers.get("hundred_endings", ())
    if any(_is_beyond(one, values, hundreds) for one in found_there):
        return Counter()
    return Counter(
        sum(values[folded(word)] for word in (one["first"], one["second"]) if word) for one in found_there
    )


def _is_beyond(one: re.Match[str], values: dict[str, int], hundreds: tuple[str, ...]) -> bool:
    """Tell whether a number in words is one of several hundreds: "two hundred", «двести», «пятьсот»."""
    second = one["second"] and values[folded(one["second"])]
    if second and second > values[folded(one["first"])]:
        return True
    # What stands behind a word is its ending; «сти», «ста», «сот» are none.
    behind = folded(one[0])[len(one["first"]) :]
    return behind.startswith(hundreds)


@kept
def _beginnings(code: str) -> frozenset[str]:
    """Return the first letters of words for numbers; none where words have no spaces between them."""
    found = _word_pattern(code)
    return (
        frozenset() if found is None or code in WITHOUT_SPACES else frozenset(word[:2] for word in found[1])
    )


def roman(letters: str) -> int:
    """Return what Roman numerals say, those of a Cyrillic keyboard too: "XIX", «ХІХ»."""
    values = [_ROMAN_VALUES[letter] for letter in letters.translate(_LOOKING_LIKE)]
    following = (*values[1:], 0)
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _in_words(text: str, code: str) -> Iterator[int]:
    found = _word_pattern(code)
    if found is None:
        return
    pattern, values = found
    for one in pattern.finditer(text):
        parts = [values[folded(word)] for word in (one["first"], one["second"]) if word]
        yield sum(parts)
        # "Twenty five-year plans" are 20, or of 25 years.
        yield from parts


def _in_ordinals(text: str, code: str) -> Iterator[int]:
    found = _ordinal_pattern(code)
    if found is None:
        return
    pattern, ordinals, tens = found
    for one in pattern.finditer(text):
        yield ordinals[folded(one["unit"])] + tens.get(folded(one["ten"] or ""), 0)


@kept
def _ordinal_pattern(code: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int]] | None:
    """Return what an ordinal in words looks like («двадцать первый» too), and what its words are worth."""
    own = language(code).numbers
    ordinals = {folded(word): number for number, word in enumerate(own.get("ordinals", ()), 1)}
    if not ordinals or code in WITHOUT_SPACES:
        return None
    tens = {word: value for word, value in word_values(code).items() if value >= _TEN and value % _TEN == 0}
    joined = any_of(own.get("joined", (" ",)))
    before = rf"(?:(?P<ten>{any_of(tens)})(?:{joined}))?" if tens else "(?P<ten>)"
    return re.compile(rf"\b{before}(?P<unit>{any_of(ordinals)})\w*", re.IGNORECASE), ordinals, tens


def word_values(code: str) -> dict[str, int]:
    """Return what the words of a language for 1 to 19, 20, 30 … 100 are worth; none if its file has none."""
    own = language(code).numbers
    units, tens = own.get("units", ()), own.get("tens", ())
    if not units or not tens:
        return {}
    ranks = [*enumerate(units, 1), *((10 * number, word) for number, word in enumerate(tens, 2))]
    return {folded(one): value for value, word in ranks for one in word.split("|")}


@kept
def _word_pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """Return what a number in words looks like in a language, and what its words are worth."""
    own = language(code).numbers
    values = word_values(code)
    if not values:
        return None
    words = "|".join(map(re.escape, sorted(values, key=len, reverse=True)))
    joined = "|".join(map(re.escape, sorted(own.get("joined", (" ",)), key=len, reverse=True)))
    has_borders = code not in WITHOUT_SPACES
    border = r"\b" if has_borders else ""
    # Short words take no ending: "on", «он», "bir", "un" begin many others.
    ending = rf"(?:(?<=\w{{{_SHORTEST}}})\w{{0,{_ENDING}}}?)?" if has_borders else ""
    second = rf"(?:{ending}(?:{joined})(?P<second>{words}))?"
    pattern = rf"{border}{begins_with(values)}(?P<first>{words}){second}{ending}{border}"
    return re.compile(pattern, re.IGNORECASE), values


def _in_roman(text: str, code: str) -> Iterator[int]:
    for one in _ROMAN.finditer(text):
        letters = one[0].translate(_LOOKING_LIKE)
        if _WELL_FORMED.fullmatch(letters) and (len(letters) > 1 or _is_of_a_part(text, one, code)):
            yield roman(letters)


def _is_of_a_part(text: str, one: re.Match[str], code: str) -> bool:
    """Tell whether a single letter numbers a chapter or the like; "I" is a word, "V" an initial."""
    before, after = _part_pattern(code)
    return bool(before.search(text, max(0, one.start() - 24), one.start()) or after.match(text, one.end()))


@kept
def _part_pattern(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = language(code)
    words = "|".join(
        re.escape(word)
        for word in sorted((*own.locator_words, *own.numbers.get("numbered", ())), key=len, reverse=True)
        if len(word) > 1
    )
    words = words or "(?!)"
    return (
        re.compile(rf"\b(?:{words})\.?[\s\u00a0]+\Z", re.IGNORECASE),
        re.compile(rf"(?:-\w{{1,4}})?\.?[\s\u00a0]+(?:{words})", re.IGNORECASE),
    )
