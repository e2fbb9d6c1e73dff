"""The bytes of a file as text; what is no UTF-8 is a problem with a line, not an end."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.spoofs import spoofs

# What files begin with that hold a text and are none: of Word (packed, and of old), PDF, pictures.
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")
# So much of a file tells how its letters are written; of them one in twenty, at least, is no letter.
_LOOKED_AT = 4096
_RARE = 40
_FEW = 2
# Marks on a letter, as UAX 15 has it ("Stream-Safe Text Format"): to put thousands in order takes minutes.
_MOST_MARKS = 30
_PILED = regex(rf"[^\w\x00-\x7f]{{{_MOST_MARKS + 1},}}")
# With one of these begins in UTF-8 what may be a mark; most texts have none, and are not looked through.
_LEADS = (
    b"\xcc", b"\xcd", b"\xd6", b"\xd7", b"\xd8", b"\xd9", b"\xdb", b"\xe0", b"\xe1", b"\xe3", b"\xea",
    b"\xef", b"\xf0", b"\xe2\x83",
)  # fmt: skip
# What a program has put everywhere is told of so often.
_MOST_SPOOFS = 100


def decoded(content: bytes, shown: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode UTF-8, bring line ends and composed letters to one form.

    Bytes that are none are reported, and what is not as it looks.

    Args:
        content: the file.
        shown: its path as the author knows it.
    """
    problems: tuple[Problem, ...] = ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content.startswith(_NO_TEXT):
            # None of its letters is one.
            return "", (problem("F080", Place(shown)),)
        line = 1 if _utf_16(content) else content.count(b"\n", 0, error.start) + 1
        problems = (problem("F001", Place(shown, line)),)
        text = _text(content)
    else:
        if "\0" in text and (encoding := _utf_16(content)):
            problems = (problem("F001", Place(shown)),)
            text = content.decode(encoding, errors="replace")
    few = _with_fewer_marks(text, content)
    if few != text:
        lines = enumerate(zip(text.split("\n"), few.split("\n"), strict=True), 1)
        line = next(number for number, (was, now) in lines if was != now)
        problems = (*problems, problem("F091", Place(shown, line), most=_MOST_MARKS))
    text = composed(few)
    hidden = (
        problem(code, Place(shown, text.count("\n", 0, start) + 1), **values)
        for start, code, values in islice(spoofs(text), _MOST_SPOOFS)
    )
    return text, (*problems, *hidden)


def text_of(content: bytes) -> str:
    """Return the text of a file of which all that is wrong has been told already."""
    return composed(_with_fewer_marks(_text(content), content))


def _with_fewer_marks(text: str, content: bytes) -> str:
    """Return a text without the marks on a letter that are too many; `content` is its file."""
    is_looked_through = b"\0" in content or any(lead in content for lead in _LEADS)
    return _PILED.sub(_fewer, text) if is_looked_through else text


def _fewer(found: re.Match[str]) -> str:
    kept: list[str] = []
    count = 0
    for sign in found[0]:
        count = count + 1 if unicodedata.combining(sign) else 0
        if count <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _text(content: bytes) -> str:
    """Decode UTF-8; what is none becomes U+FFFD."""
    if content.startswith(_NO_TEXT):
        return ""
    encoding = _utf_16(content) if b"\0" in content else ""
    try:
        return content.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError:
        return content.decode(encoding or "utf-8-sig", errors="replace")


_LETTERS_OF_ASCII = frozenset(b" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ{}=,\n")


def _utf_16(content: bytes) -> str:
    """Return which UTF-16 a file is written in, with a mark of the order of bytes or without; "" if in none.

    Editors on Windows call it "Unicode"; read as what it is, the file draws no further problems. Spaces, ends
    of lines and signs of Markdown have a zero for one of their two bytes, always the same.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    first, second = content[:_LOOKED_AT:2].count(0), content[1:_LOOKED_AT:2].count(0)
    most = max(first, second)
    if min(first, second) or most < _FEW or most * _RARE < len(content[:_LOOKED_AT]):
        return ""
    # A zero that slipped into a short file stands among letters of both kinds of places.
    high = content[1:_LOOKED_AT:2] if second else content[:_LOOKED_AT:2]
    if sum(byte in _LETTERS_OF_ASCII for byte in high) * 2 > len(high):
        return ""
    return "utf-16-le" if second else "utf-16-be"


def composed(text: str) -> str:
    """Bring line ends and letters with marks to one form."""
    # «й» of a Mac, or out of a PDF, may be two signs: и and its breve. No alphabet or search knows them.
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
