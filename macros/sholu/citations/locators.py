"""A place inside a cited work, `p. 12` or «12-б.», as an author writes it: read and written.

Knows the words for pages and articles only as data, in all languages at once; knows no citation around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.citations.locator_kinds import LocatorKind, locator_kinds, locator_words, words_of_others
from sholu.languages import DASHES, HYPHENS, kept, known_languages, language
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.values import Value

EXAMPLE = "[@key, p. 12; see @other]"


class CitationError(ValueError):
    """A citation that cannot be read: the code of its fault, and what the sentences about it name.

    `also` are the other faults of the same citation: an author mends all of them at once.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.also: tuple[CitationError, ...] = ()
        self._values = values
        super().__init__(code)

    def __str__(self) -> str:
        # Put into words when somebody asks: a page may name thousands of works that there are not.
        return f"{self.what}; {self.mend}"

    def at(self, place: Place) -> Problem:
        """Return it as a problem of a place."""
        return problem(self.code, place, **self._values)

    def within(self, shown: str) -> CitationError:
        """Return it with the words of an author in which it stands, unless it has them already."""
        return self if shown in self.what else CitationError(self.code, **self._values, within=shown)

    @property
    def what(self) -> str:
        """What is wrong, in English."""
        return self.at(Place("")).what

    @property
    def mend(self) -> str:
        """How to mend it, in English."""
        return self.at(Place("")).mend


# A roman number, never an empty one: "civil" and "dim" are words.
_ROMAN = (
    r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)",
    r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)",
)
# An arabic number or a single letter with what may hang on it (12, 12a, 3.2, 2:255, A-3), or a roman one.
_NUMBER = rf"(?:\d\w*(?:[.:]\d\w*)*|[A-Za-z]-?\d+|{'|'.join(_ROMAN)})"
_DASHES = rf"[{DASHES}]{{1,3}}"
_VALUE = rf"{_NUMBER}(?:(?:\s*{_DASHES}\s*|,\s*){_NUMBER})*"
# Chapter and verse, minute and second; act, scene and line: no word stands before them (APA 7, 8.13).
_IS_PASSAGE = regex(r"\d+(?::\d|\.\d+\.\d)")
_IS_ROMAN = regex(r"[ivxlcdm–, ]+|[IVXLCDM–, ]+")
_RANGE = regex(rf"\s*{_DASHES}\s*(?=\S)")
# What braces around a locator may hold besides: {pp. iv, (xv)-(xvii)}.
_FREE_VALUE = r"[^\s{}\[\];@`\\](?:[^{}\[\];@`\\\n]*[^\s{}\[\];@`\\])?"


class Locator(Value, gc=False):
    """A place inside a cited work: page 12, article 3. Ranges are written with an en dash."""

    kind: LocatorKind
    value: str

    def __post_init__(self) -> None:
        """Refuse an empty value, or one with signs that would end the citation.

        Raises:
            ValueError: `value` cannot be written in a citation.
        """
        if not re.fullmatch(_FREE_VALUE, self.value):
            raise ValueError(f'"{self.value}" cannot be a place in a work')

    @property
    def is_plural(self) -> bool:
        """Whether more than one page, article, … is named."""
        return any(mark in self.value for mark in "–,")

    @property
    def is_roman(self) -> bool:
        """Whether it is written in Roman numbers alone: "xii–xv", "III"."""
        return _IS_ROMAN.fullmatch(self.value) is not None


def locator(kind: LocatorKind, value: str) -> Locator:
    """Make a locator of what an author typed: hyphens of a range become en dashes.

    Raises:
        ValueError: `value` is not a number, a range or a list of them.
    """
    if not re.fullmatch(_VALUE, value.strip()):
        raise ValueError(f'"{value}" is no number, range or list of numbers')
    return _tidied(kind, value)


def _tidied(kind: LocatorKind, value: str) -> Locator:
    return Locator(kind, re.sub(r",\s*", ", ", _RANGE.sub("–", value.strip())))


class Suffix(Value):
    """Words that follow a work and its locators; with no comma before them they run on: "12 and passim"."""

    words: str = ""
    runs_on: bool = False


# "p. 12", "§ 5", "12", "12-б." (in Kazakh the word follows the number). A word is no part of a roman
# number: a stop, a space or a digit parts them. A locator ends at a comma; one with its word may be
# followed by others, "pp. 33-35 and passim".
_LABEL = r"(?P<label>[§¶]{1,2}|[^\W\d_]+)"
_START = rf"\s*(?:{_LABEL}(?:(?P<stop>\.)?\s+|\.|(?<=[§¶])|(?=\d)))?"
_AFTER = rf"(?P<after>\s*[{HYPHENS}](?:[^\W\d_]+\.?|§))?"
_NUMBERS = regex(rf"{_START}{_VALUE}")
_VALUES = regex(_VALUE)
# Appendices have letters: "Appendix B", «прил. Б».
_LETTER = regex(rf"{_START}(?P<value>[A-ZА-ЯӘҒҚҢӨҰҮІ])\s*(?=,|$)")
_LOCATOR = regex(rf"{_START}(?P<value>{_VALUE}){_AFTER}\s*(?=,|$)")
# Before words a letter is one of them, and no roman number of the list: "p. 1, a remark".
_VALUE_BEFORE_WORDS = rf"{_NUMBER}(?:\s*{_DASHES}\s*{_NUMBER}|,\s*\d\w*)*"
_LOCATOR_AND_WORDS = regex(rf"{_START}(?P<value>{_VALUE_BEFORE_WORDS}){_AFTER}\s+(?=[^\s,])")
# «III тарау», «12 бет»: after a Roman number, and in haste, no hyphen stands before the word.
_WORD_BEHIND = regex(rf"\s*(?P<value>{_VALUE})\s+(?P<label>[^\W\d_]+)\.?\s*(?=,|$)")
# A word for pages with no number that can be read, a number that no comma leads to, a stray sign.
_SLIP = regex(rf"[.:–—\-\s]*{_LABEL}(?:\.?\s*(?:\d|\?|…|\.\.\.)|\.$)|(?:[.:–—\-]+\s*|\?+|…)(?:\d|$)")
# Pandoc's braces say where a locator begins and ends; empty ones, that there is none.
_BRACED = regex(rf"\s*,?\s*\{{(?:{_LABEL}(?:\.?\s+|\.|(?<=[§¶])))?(?P<value>[^{{}}]*)\}}")


@kept
def _and() -> re.Pattern[str]:
    """Find an "and" between two numbers, in any of the languages: pp. 12 and 15."""
    words = "|".join(re.escape(language(code).terms["and"]) for code in known_languages())
    return re.compile(rf"(?<=[\d.])(?:,?\s+(?:{words})|,?\s*&)\s+(?=\d)")


# A number between signs that need no spaces: 第12页, 12–15頁, 제3장.
_CLOSE = regex(
    rf"[第제]?(?P<value>\d+(?:\s*{_DASHES}\s*\d+)?)\s*(?P<label>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+)(?=\s*(?:,|$))"
)


def _spaced(text: str) -> str:
    """Write a locator of Chinese, Japanese or Korean as others are: 第12页 is 页 12."""
    words = locator_words()

    def said(found: re.Match[str]) -> str:
        return f"{found['label']} {found['value']}" if found["label"] in words else found[0]

    return _CLOSE.sub(said, text)


def _without_and(text: str) -> str:
    """Part the numbers at the beginning of a text by commas, if an "and" does."""
    text = _spaced(text)
    numbers = _NUMBERS.match(text)
    parts: list[str] = []
    position = 0
    while numbers and (found := _and().match(text, numbers.end())):
        parts += (text[position : found.start()], ", ")
        position = found.end()
        numbers = _VALUES.match(text, position)
    return "".join((*parts, text[position:]))


def reads_as_locator(words: str) -> bool:
    """Tell whether words that should follow a citation would be read as a locator, or as a slip of one."""
    try:
        locators, _ = read_locators(f", {words}", words, locator_words())
    except CitationError:
        return True
    return bool(locators)


def looks_like_locator(text: str) -> bool:
    """Tell whether a bracket after `@key` is its locator, or some other bracket of the sentence."""
    text = _without_and(text)
    followed, behind = _LOCATOR_AND_WORDS.match(text), _WORD_BEHIND.match(text)
    return (
        _LOCATOR.match(text) is not None
        or (followed is not None and followed["stop"] is not None)
        or (behind is not None and spoken_kind(behind["label"]) is not None)
    )


def spoken_kind(word: str) -> LocatorKind | None:
    """Return what kind of locator a word announces in any language that Sholu has: "p", «стр», «бап»."""
    return _kind_of(word, locator_words())


def read_locators(rest: str, source: str, words: Mapping[str, str]) -> tuple[tuple[Locator, ...], Suffix]:
    """Read `, vol. 2, p. 12 and passim` to its locators and what is left, the suffix.

    Args:
        rest: what follows the key of a work.
        source: the whole citation, for the message.
        words: what authors write before a locator ("p", "pp", "с", "б"), to the name of its kind.

    Raises:
        CitationError: the kind of a locator is not known, or its number cannot be read.
    """
    if braced := _BRACED.match(rest):
        return _in_braces(braced, source, words), _suffix(rest[braced.end() :], source, words)
    locators: list[Locator] = []
    while rest.strip():
        follows_comma = rest.lstrip().startswith(",")
        after_comma = _without_and(rest.lstrip().removeprefix(","))
        read = _read_locator(after_comma, source, words, follows_comma=follows_comma)
        if read is None:
            return tuple(locators), _suffix(rest, source, words)
        found, length = read
        locators.append(found)
        rest = after_comma[length:]
        if not rest.lstrip().startswith(","):
            break
    return tuple(locators), _suffix(rest, source, words)


def _in_braces(braced: re.Match[str], source: str, words: Mapping[str, str]) -> tuple[Locator, ...]:
    label, value = braced["label"] or "", braced["value"].strip()
    kind = _kind_of(label, words)
    if kind is None:
        # "{A, D-Z}" begins with a letter, and not with a word for pages.
        kind, value = LocatorKind.PAGE, braced[0].strip(" ,{}")
    try:
        return (_tidied(kind, value),) if value else ()
    except ValueError as error:
        raise CitationError("C014", words=value, source=source, example=EXAMPLE) from error


def _kind_of(label: str, words: Mapping[str, str]) -> LocatorKind | None:
    """Return what kind of locator a word announces, in any language, or None."""
    if not label:
        return LocatorKind.PAGE
    word = words.get(label.casefold())
    return LocatorKind.named(label) or (LocatorKind(word) if word else None)


def _read_locator(
    text: str, source: str, words: Mapping[str, str], *, follows_comma: bool
) -> tuple[Locator, int] | None:
    behind = _WORD_BEHIND.match(text)
    if behind and follows_comma and (spoken := words.get(behind["label"].casefold())):
        return locator(LocatorKind(spoken), behind["value"]), behind.end()
    letter = _LETTER.match(text)
    if letter and letter["label"] and _kind_of(letter["label"], words) == LocatorKind.APPENDIX:
        return Locator(LocatorKind.APPENDIX, letter["value"]), letter.end()
    alternatives = (_LOCATOR.match(text), _LOCATOR_AND_WORDS.match(text))
    found = max(filter(None, alternatives), key=re.Match.end, default=None)
    if found is None or (found["label"] and found["after"]):
        return None
    # «12-б.», «12–15-бб.»: in Kazakh the word follows the number.
    label = found["label"] or (found["after"] or "").strip(f" .{HYPHENS}")
    is_last = text[found.end() :].lstrip()[:1] in {"", ","}
    is_passage = _IS_PASSAGE.match(found["value"]) is not None
    kind = _kind_of(label, words) if label or not is_passage else LocatorKind.PASSAGE
    if kind is not None and (label or is_last):
        return locator(kind, found["value"]), found.end()
    # "Genesis 1:1" names a book in its own words.
    if kind is None and not is_passage and is_last and follows_comma and found["value"][0].isdigit():
        if word := words_of_others().get(label.casefold()):
            return locator(LocatorKind(word), found["value"]), found.end()
        near, known = nearest(label, words), ", ".join(locator_kinds())
        raise CitationError("C012", label=label, source=source, near=near, known=known)
    return None


def _suffix(rest: str, source: str, words: Mapping[str, str]) -> Suffix:
    """Return the words that follow the locators, if they are no slip of a locator."""
    runs_on = not rest.lstrip().startswith(",")
    rest = rest.strip(" ,\t\n\u00a0") if not runs_on else rest.strip()
    slip = _SLIP.match(rest)
    if slip and _kind_of(slip["label"] or "", words):
        raise CitationError("C013", rest=rest, source=source, example=EXAMPLE)
    return Suffix(rest, runs_on=runs_on and bool(rest))


def written_locator(place: Locator) -> str:
    """Write a locator so that `read_locators` reads it: ", page 12"."""
    words = f"{place.kind.value} {place.value}"
    return f", {words}" if re.fullmatch(_VALUE, place.value) else f", {{{words}}}"
