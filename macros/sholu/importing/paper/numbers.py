"""References to figures, tables and equations by numbers that were typed, «рисунке 2» → labels. Pure.

A run of several numbers is one reference, which the language joins anew: «рис. 1–3», «1–3-суреттер».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from sholu.bibliography.typed_words import of_words, typed_words
from sholu.importing.typed.line import AND
from sholu.languages import kept, language, reading_words, worded
from sholu.regexes import regex

KINDS = {"figure": "fig", "table": "tbl"}
NUMBER = r"(?P<number>\d+(?:\.\d+)*)"
_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff]")
# Of what no word of the text may be changed.
KEPT = regex(r"^(?:#|\||!\[|<table|\$\$|: )|^(?:```|~~~)")
_ONE = r"\d+(?:\.\d+)*"
_BETWEEN = rf"(?:\s?[-–—]\s?|\s?[,;]\s(?:{AND}\s)?|\s{AND}\s)"
_RUN = rf"(?P<run>{_ONE}(?:{_BETWEEN}{_ONE})+)"
# A longer one is hardly of figures.
_LONGEST_RANGE = 30
_Labels = Mapping[tuple[str, str], str]
# Letters that a label would take for its own.
_OF_LABEL = regex("[A-Za-z0-9_:-]")


def linked(block: str, code: str, labels: _Labels) -> tuple[str, int]:
    """Put labels in place of the numbers that a block of a text refers to; count the references.

    Args:
        block: a block of Markdown.
        code: its language.
        labels: those that were given, by kind ("fig") and number as it is typed.
    """
    count = 0
    if KEPT.match(block) or "\n    " in block:
        return block, count

    def link(typed: re.Match[str], kind: str) -> str:
        nonlocal count
        written = _link(typed, kind, code, labels)
        count += written != typed[0]
        return written

    for kind, pattern in _patterns(code):
        replaced = partial(link, kind=kind)
        block = "".join(part if is_kept else pattern.sub(replaced, part) for part, is_kept in _parts(block))
    return block, count


def _link(typed: re.Match[str], kind: str, code: str, labels: _Labels) -> str:
    parts = typed.groupdict()
    if parts.get("run"):
        return _run(typed, kind, labels)
    label = labels.get((kind, typed["number"]))
    if label is None:
        return typed[0]
    behind = parts.get("ending") or typed.string[typed.end() : typed.end() + 1]
    at = f"@{{{label}}}" if _OF_LABEL.match(behind) else f"@{label}"
    if kind == "eq":
        # 式(1) brings its word.
        is_worded = worded(language(code).numbered, "equation").partition("(")[0].strip()
        word = "" if is_worded else parts.get("word") or ""
        return f"{word}{at}{parts.get('ending') or ''}"
    if "ending" in parts:
        return f"{at}{parts['ending']}"
    return at if typed["word"] == _own_words(code)[kind] else f"[{typed['word']} @{label}]"


def _run(typed: re.Match[str], kind: str, labels: _Labels) -> str:
    """Write a run as one reference, if all that it names has a label; what stands behind it stays."""
    every: list[str] = []
    for first, last in re.findall(rf"({_ONE})(?:\s?[-–—]\s?({_ONE}))?", typed["run"]):
        if not last:
            every.append(first)
        elif first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < _LONGEST_RANGE:
            every += map(str, range(int(first), int(last) + 1))
        else:
            return typed[0]
    found = [labels.get((kind, number)) for number in every]
    if None in found:
        return typed[0]
    if word := typed.groupdict().get("word"):
        return f"[{word} {'; '.join(f'@{label}' for label in found)}]"
    return f"[{'; '.join(f'-@{label}' for label in found)}]{typed['behind']}"


def _parts(block: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, and whether each is one in square brackets or a formula, which stays."""
    place = 0
    for found in re.finditer(r"!?\[[^\[\]]*\](?:\([^()]*\))?|\$[^$\n]+\$|`[^`]*`", block):
        yield block[place : found.start()], False
        yield found[0], True
        place = found.end()
    yield block[place:], False


@kept
def _own_words(code: str) -> dict[str, str]:
    """Return the word that a language puts before the number of a reference by itself."""
    own = language(code).numbered
    return {kind: worded(own, name).partition("{}")[0].strip() for name, kind in KINDS.items()}


@kept
def words_of(code: str) -> dict[str, tuple[str, ...]]:
    """Return the words for figures ("fig") and tables ("tbl") of a language, longest first."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS.values()}
    own = language(code)
    for name, kind in KINDS.items():
        patterns = [worded(own.numbered, f"{name}{end}") for end in ("", "s", "_caption")]
        found[kind] |= {
            word for pattern in patterns if (word := re.sub(r"[^\w]|_", "", pattern.replace("{}", "")))
        }
        found[kind] |= {word.casefold() for word, named in own.locator_words.items() if named == name}
        found[kind] |= set(reading_words(code, f"also_{name}"))
    return {kind: tuple(sorted(words, key=len, reverse=True)) for kind, words in found.items()}


@kept
def _patterns(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return how a text of a language refers to figures, tables and equations, runs of several first.

    A number of a run one of which has no label stays as it is.
    """
    alone = rf"(?!\d|\.\d|{_BETWEEN}\d)"
    joined = "".join(rf"(?<!\d\s{re.escape(word)}\s)" for word in typed_words("joining"))
    several = rf"(?<!\d[-–,] )(?<!\d[-–,]){joined}"
    found = []
    after = worded(language(code).numbered, "figure").startswith("{}")
    for kind, words in words_of(code).items():
        name = "|".join(map(re.escape, words))
        if after:
            behind = rf"(?P<behind>[-–](?:{name})\w*)(?!\w)"
            found.append((kind, of_words(rf"(?i)(?<![\w.-]){_RUN}{behind}")))
            ending = r"(?P<ending>\w*)"
            found.append((kind, of_words(rf"(?i){several}(?<![\w-]){NUMBER}[-–](?:{name}){ending}(?!\w)")))
        else:
            # Chinese and Japanese have no space before a word: 如图1所示.
            is_unspaced = _UNSPACED.match(name)
            word = rf"(?P<word>(?:{name}))" if is_unspaced else rf"(?P<word>\b(?:{name})\w{{0,3}}\.?)"
            found.append((kind, of_words(rf"(?i){word}[\s\u00a0]*{_RUN}(?!\d|\.\d|[^\W\d_]|\s?%)")))
            found.append((kind, of_words(rf"(?i){word}[\s\u00a0]*{NUMBER}{alone}")))
    equation = "|".join(map(re.escape, reading_words(code, "also_equation") or ("equation",)))
    if after:
        found.append(("eq", of_words(rf"(?i)\({NUMBER}\)(?P<ending>[- ](?:{equation})\w*)")))
    else:
        begins, gap = ("", r"\s*") if _UNSPACED.match(equation) else (r"\b", r"\w{0,4}\.?\s")
        found.append(("eq", of_words(rf"(?i)(?P<word>{begins}(?:{equation}){gap})[(（]{NUMBER}[)）]")))
    return tuple(found)
