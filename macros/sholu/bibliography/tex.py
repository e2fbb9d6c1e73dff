"""TeX in a BibTeX field: accents, dashes and protective braces are read, every other command is reported.

`readable` reads, `escaped` writes what it will read as the same text.

The accents are latexcodec's work, which pybtex brings along; around it stand the places where a field of a
bibliography is no LaTeX document: a bare % is a per cent sign there and opens no comment.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

_MAY_HOLD_TEX = re.compile(r"[\\~`]|--|''")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)?")
_FORMULA = re.compile(r"(?<!\\)\$[^$]*\$")
# Signs that stay as they are, kept out of the decoder's sight.
_KEPT = {"\\$": "\ue000", "\\{": "\ue001", "\\}": "\ue002", "\\\\": "\ue003"}
# Signs that a text can hold by their names alone.
_NAMED = {
    "textbraceleft": "\ue001",
    "textbraceright": "\ue002",
    "textbackslash": "\ue004",
    "textasciitilde": "\ue005",
    "textasciicircum": "\ue006",
    "textasciigrave": "\ue007",
}
_SHOWN = {
    "\ue000": "$", "\ue001": "{", "\ue002": "}", "\ue003": " ", "\ue004": "\\", "\ue005": "~", "\ue006": "^",
    "\ue007": "`", "\ue008": "'",
}  # fmt: skip
_NAMED_SIGN = re.compile(rf"\\({'|'.join(_NAMED)})(?:\{{\}}|(?![A-Za-z])\s?)")
# An apostrophe is one, whatever else the field holds; only a pair closes a quotation.
_APOSTROPHE = re.compile(r"(?<![\\'])'(?!')")
# Two signs that TeX makes one of: a dash, a quotation mark.
_LIGATURE = re.compile(r"([-',<>])\1")
_ESCAPES = str.maketrans(
    {_SHOWN[kept]: f"\\{name}{{}}" for name, kept in _NAMED.items()}
    | {sign: f"\\{sign}" for sign in "&%#_$"}
    # Where lines break is for whoever prints it to say.
    | {"\u00a0": " "}
)
# latexcodec knows no accent over a dotless letter in braces: \"{\i}.
_DOTLESS = re.compile(r"\\(['`^\"~=.uvH])\s*(?:\{\\([ij])\}|\\([ij])(?![A-Za-z])\s?)")
# It knows none of these over every letter, and none at all over a Cyrillic one: \d{h}, \'{и}.
_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_ACCENT = re.compile(
    r"\\(?:([db])(?:\s+|(?=\{))|([uvH])(?:\s+|(?=\{))|(['`^\"~=.])\s*)(?:\{([^\W\d_])\}|([^\W\d_]))"
)
_QUOTED = re.compile(r"(?<![`\\])`(?!`)([^`']+)'(?!')")
# Braces around plain words: not those of an accent, {\"o}, nor of a command, \url{…}.
_PROTECTED = re.compile(r"(?<![\\\w'\"`^~=.{])\{([^{}\\]*\w[^{}\\]*)\}")
_SPACES = re.compile(r" {2,}")


def readable(value: str) -> tuple[str, tuple[str, ...]]:
    """Return a field as text, and the TeX commands in it that cannot be shown."""
    if not _MAY_HOLD_TEX.search(value):
        return without_braces(value), tuple(_FORMULA.findall(value))
    for sign, kept in _KEPT.items():
        value = value.replace(sign, kept)
    value = _NAMED_SIGN.sub(lambda found: _NAMED[found[1]], value)
    value = _APOSTROPHE.sub("\ue008", value)
    # BibTeX has no escapes: a backslash at the end stands before the closing brace.
    value = value.removesuffix("\\").replace("\\,", "\u202f")
    formulas = _FORMULA.findall(value)
    value = _QUOTED.sub("‘\\1’", value)
    accented = _DOTLESS.sub(lambda found: f"\\{found[1]}{{{found[2] or found[3]}}}", value)
    decoded = _decoded(re.sub(r"(?<!\\)%", r"\\%", _ACCENT.sub(_with_mark, accented)))
    commands = [command for command in _COMMAND.findall(decoded) if command]
    text = without_braces(_COMMAND.sub("", decoded))
    for kept, sign in _SHOWN.items():
        text = text.replace(kept, sign)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip(), (*commands, *formulas)


def escaped(text: str, protecting: Iterable[str] = ()) -> str:
    """Write a text as a BibTeX field holds it; Unicode stays as it is.

    Args:
        text: the text.
        protecting: the words in it that stand in braces, the longest first.
    """
    written = _LIGATURE.sub(r"\1{\1}", text.translate(_ESCAPES))
    words = "|".join(re.escape(escaped(one)) for one in protecting)
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", r"{\g<0>}", written) if words else written


def protected(value: str) -> tuple[str, ...]:
    """Return the words of a field that braces protect: "The {NATO} of Asia" → "NATO"."""
    return tuple(found for found in _PROTECTED.findall(value) if found.strip() == found)


def _with_mark(found: re.Match[str]) -> str:
    """Put a mark on a letter, and leave what latexcodec knows to it."""
    letter = found[4] or found[5]
    is_known = letter.isascii() and not found[1]
    return found[0] if is_known else f"{letter}{_MARKS[found[1] or found[2] or found[3]]}"


def _decoded(value: str) -> str:
    # Imported late: only files with TeX in them need it.
    import latexcodec  # noqa: F401, PLC0415 -- registers the codec

    # A codec from text to text, which the types of codecs.decode do not know.
    return str(codecs.lookup("ulatex").decode(value)[0])  # type: ignore[arg-type]


def without_braces(value: str) -> str:
    """Take away the braces that protect capitals: "{NATO} and {UN}" → "NATO and UN"."""
    return value.replace("{", "").replace("}", "")
