"""The bytes of a bibliography as text: old programs write it in the encoding of their country.

UTF-8 is the rule. Of another encoding the file says itself which it is (a mark of UTF-16, JabRef's
`% Encoding: …`), or its letters tell: those of a Cyrillic word stand side by side, an accented Latin letter
stands alone, and a Chinese one has two bytes. Only lines that are no UTF-8 are read so, since files that
several programs have written hold both.
"""

from __future__ import annotations

import codecs
import re

from sholu.decoding import composed, decoded
from sholu.problems import Place, Problem
from sholu.problems.telling import problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# JabRef's first lines, Emacs' and TeX editors' remarks.
_DECLARED = re.compile(rb"(?:^|\n)%[^\n]{0,80}?(?:encoding|coding)\s*[:=]\s*([\w.-]{3,20})", re.IGNORECASE)
# By which ISO-2022-JP changes over to Japanese; all its bytes are those of ASCII.
_JAPANESE = b"\x1b$B"
_HEAD = 2000
_WESTERN = "windows-1252"
_HIGH = re.compile(rb"[\x80-\xff]+")
# Words in which no letter of ASCII stands, and that are longer than a sign.
_APART = re.compile(rb"(?<![A-Za-z\x80-\xff])[\x80-\xff]{2,}(?![A-Za-z])")
# Both bytes of a letter of GB 2312, the first set of Chinese, are of this range.
_CHINESE = re.compile(rb"(?:[\xb0-\xf7][\xa1-\xfe]|[\xa1-\xa9][\xa1-\xfe])+")
# A word of windows-1251, small behind its first letter: «Вода» would be two rare Chinese signs.
_CYRILLIC = re.compile(rb"[\xa8\xb8\xc0-\xff][\xb8\xe0-\xff]*")
# Of all letters that are no ASCII, so many stand in Cyrillic words.
_MOSTLY = 0.6


def decoded_bibliography(content: bytes, shown: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode a bibliography; what is no UTF-8 is read as what it is, and told of.

    Args:
        content: the file.
        shown: its path as the author knows it.
    """
    for mark, name in _MARKS:
        if content.startswith(mark) and (text := _as(content, name)) is not None:
            return composed(text), (problem("B072", Place(shown, 1), encoding=name.upper()),)
    if _JAPANESE in content and (text := _as(content, "iso2022_jp")) is not None:
        return composed(text), (problem("B072", Place(shown, 1), encoding="ISO-2022-JP"),)
    if _as(content, "utf-8") is not None:
        return decoded(content, shown)
    lines = content.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    strange = [place for place, line in enumerate(lines) if _as(line, "utf-8") is None]
    letters = b"".join(lines[place] for place in strange)
    name = _encoding(content[:_HEAD], letters)
    read = [_as(line, "utf-8") or _as(line, name) for line in lines]
    # No word of a Western language has the last sign of the table: what has it is no text.
    if any(text is None for text in read) or (name == _WESTERN and b"\xff" in letters):
        return decoded(content, shown)
    place = Place(shown, strange[0] + 1)
    return composed("".join(filter(None, read))), (problem("B072", place, encoding=name),)


def _as(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _encoding(head: bytes, strange: bytes) -> str:
    """Name the encoding of lines that are no UTF-8."""
    declared = _DECLARED.search(head)
    if declared and not _is_unicode(name := _known(declared[1].decode("ascii"))):
        return name
    runs = _HIGH.findall(strange)
    letters = sum(map(len, runs))
    if all(map(_CHINESE.fullmatch, runs)) and not all(map(_CYRILLIC.fullmatch, runs)):
        return "gb18030"
    if sum(map(len, _APART.findall(strange))) > letters * _MOSTLY:
        # Most letters are small: in windows-1251 they stand at the end of the table, in KOI8 before capitals.
        ends = sum(byte >= 0xE0 for byte in strange)  # noqa: PLR2004 -- the last two rows of the table
        return "windows-1251" if ends * 2 > letters else "koi8-r"
    return _WESTERN


def _known(name: str) -> str:
    """Return the name of an encoding as Python knows it, "" if it knows none: "Cp1252", "ISO8859_1"."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _is_unicode(name: str) -> bool:
    return not name or name.startswith("utf") or name == "ascii"
