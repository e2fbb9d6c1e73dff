"""TeX and the few tags of HTML in a field: `readable` reads them, `escaped` writes what reads as the same.

A field of a bibliography is no LaTeX document: a bare % is a per cent sign there and opens no comment, an
apostrophe is one. What a command stands for is said by `tex_commands`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sholu.bibliography.tex_commands import ACCENTS, SIGNS
from sholu.bibliography.tex_reader import TexReader, tokens_of
from sholu.bibliography.words import Mark, runs_of

_MAY_HOLD_TEX = re.compile(r"[\\~`{}$<>]|--|''|,,|  ")
_MORE_THAN_BRACES = re.compile(r"[\\~`$<>]|--|''|,,|  ")
# Most of the TeX that programs write: {\"o}, \"{o}, \"o.
_PLAIN_ACCENT = re.compile(
    r"(?<!\\)(?:\{\\(['`^\"~=.])\{?([A-Za-hk-z])\}?\}|\\(['`^\"~=.])(?:\{([A-Za-z])\}|([A-Za-z])))"
)
_ENGLISH_QUOTES = ("“", "”")

# Braces around plain words: not those of an accent, {\"o}, nor of a command, \url{…}.
_PROTECTED = re.compile(r"(?<![\\\w'\"`^~=.{])\{([^{}\\]*\w[^{}\\]*)\}")
_NO_CASE = re.compile(r"<span class=[\"']?nocase[\"']?>([^<>]*)</span>", re.IGNORECASE)
# What a text can hold by its name alone.
_NAMED = (
    "textbraceleft", "textbraceright", "textbackslash", "textasciitilde", "textasciicircum", "textasciigrave",
)  # fmt: skip
_ESCAPES = str.maketrans(
    {SIGNS[name]: f"\\{name}{{}}" for name in _NAMED}
    | {sign: f"\\{sign}" for sign in "&%#_$"}
    # Where lines break is for whoever prints it to say.
    | {"\u00a0": " "}
)
# Two signs that TeX makes one of: a dash, a quotation mark, babel's hyphen.
_LIGATURE = re.compile(r"([-',<>])\1|(?<=\w)\"(=)(?=\w)")
_LIKE_A_TAG = re.compile(r"<(?=/?[A-Za-z])")
_WRITTEN = {
    Mark.ITALIC: "textit", Mark.BOLD: "textbf", Mark.SMALL_CAPS: "textsc",
    Mark.SUPERSCRIPT: "textsuperscript", Mark.SUBSCRIPT: "textsubscript",
}  # fmt: skip


# babel's hyphen, at which words are still divided: Нью"=Йорк.
_HYPHEN = re.compile(r'(?<=\w)"=(?=\w)')


def readable(value: str, quotes: tuple[str, str] = _ENGLISH_QUOTES) -> tuple[str, tuple[str, ...]]:
    """Return a field as text, `Words` if some of it is marked, and the TeX in it that is not known.

    Args:
        value: the field.
        quotes: what stands around what is quoted.
    """
    value = _HYPHEN.sub("-", value)
    if not _MAY_HOLD_TEX.search(value):
        return value, ()
    plain = _PLAIN_ACCENT.sub(_composed, value) if "\\" in value else value
    if not _MORE_THAN_BRACES.search(plain):
        return without_braces(plain).strip(" \n\t"), ()
    # BibTeX has no escapes: a backslash at the end stands before the closing brace.
    if plain.endswith("\\") and not plain.endswith("\\\\"):
        plain = plain[:-1]
    reading = TexReader(tokens_of(plain), quotes)
    return reading.text(), tuple(reading.unknown)


def _composed(accent: re.Match[str]) -> str:
    sign, letter = accent[1] or accent[3], accent[2] or accent[4] or accent[5]
    return unicodedata.normalize("NFC", f"{letter}{ACCENTS[sign]}")


def escaped(text: str, protecting: Iterable[str] = ()) -> str:
    """Write a text as a BibTeX field holds it, with its emphasis; Unicode stays as it is.

    Args:
        text: the text.
        protecting: the words in it that stand in braces, the longest first.
    """
    return "".join(_marked(_escaped(run.text, protecting), run.marks) for run in runs_of(text))


def _marked(written: str, marks: frozenset[Mark]) -> str:
    for mark in sorted(marks, key=lambda one: one.value):
        written = f"\\{_WRITTEN[mark]}{{{written}}}"
    return written


def _escaped(text: str, protecting: Iterable[str]) -> str:
    written = _LIGATURE.sub(_parted, text.translate(_ESCAPES))
    written = _LIKE_A_TAG.sub(r"\\textless{}", written)
    words = "|".join(re.escape(_escaped(one, ())) for one in protecting)
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", r"{\g<0>}", written) if words else written


def _parted(ligature: re.Match[str]) -> str:
    """Part two signs by braces, of which TeX would make one."""
    first = ligature[0][0]
    return f"{first}{{{ligature[0][1]}}}"


def protected(value: str) -> tuple[str, ...]:
    """Return the words of a field that braces protect: "The {NATO} of Asia" → "NATO"."""
    found = (*_PROTECTED.findall(value), *_NO_CASE.findall(value))
    return tuple(words for words in found if words.strip() == words)


def without_braces(value: str) -> str:
    """Take away the braces that protect capitals: "{NATO} and {UN}" → "NATO and UN"."""
    return value.replace("{", "").replace("}", "")
