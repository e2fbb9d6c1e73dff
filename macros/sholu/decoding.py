"""The bytes of a file as text; what is no UTF-8 is a problem with a line, not an end."""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.spoofs import spoofs

# What files begin with that hold a text and are none: of Word (packed, and of old), PDF, pictures.
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")
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
        place = Place(shown, content.count(b"\n", 0, error.start) + 1)
        if content.startswith(_NO_TEXT):
            # None of its letters is one.
            return "", (problem("F080", Place(shown)),)
        problems = (problem("F001", place),)
        text = _text(content)
    text = composed(text)
    hidden = (
        problem(code, Place(shown, text.count("\n", 0, start) + 1), **values)
        for start, code, values in islice(spoofs(text), _MOST_SPOOFS)
    )
    return text, (*problems, *hidden)


def text_of(content: bytes) -> str:
    """Return the text of a file of which all that is wrong has been told already."""
    return composed(_text(content))


def _text(content: bytes) -> str:
    """Decode UTF-8; what is none becomes U+FFFD."""
    if content.startswith(_NO_TEXT):
        return ""
    # Editors on Windows call UTF-16 "Unicode"; read as what it is, the file draws no further problems.
    is_utf_16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("utf-16" if is_utf_16 else "utf-8-sig", errors="replace")


def composed(text: str) -> str:
    """Bring line ends and letters with marks to one form."""
    # «й» of a Mac, or out of a PDF, may be two signs: и and its breve. No alphabet or search knows them.
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
