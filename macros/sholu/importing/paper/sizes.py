"""What is too much for a paper: the size of what it holds, its works, and how deep it lies in one another."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from sholu.commands import RefusalError
from sholu.problems.telling import said
from sholu.regexes import regex

_PACKED = frozenset({".docx", ".odt"})
# In bytes; the text of a book with all its marks has five million.
_MOST_UNPACKED = 50_000_000
# Of all that a paper holds, pictures with it, and how many files.
_MOST_IN_ALL = 500_000_000
_MOST_FILES = 10_000
# Brackets within brackets; pandoc tries for each that is not closed to read all behind it in two ways.
_DEEPEST = 40
_BRACKET = regex(r"\n[ \t]*\n|\\.|[\[\]]")
# Elements of XML within one another; a table within a table has three more, and a text box twelve.
_DEEPEST_ELEMENT = 200
# In the list of works, and in footnotes: a line takes a millisecond, a note two. A book of more has chapters.
MOST_WORKS = 3_000
_TAG = regex(r"<(/?)[^\W\d][^<>]*>")
# Where footnotes begin: in the files of Word, which has two for the line above them, and of OpenDocument.
_WITH_NOTES = regex(r"^(?:word/(?:foot|end)notes|content)\.xml$")
_NOTE_OF_PACKED = regex(r"<(?:w:(?:foot|end)note (?![^<>]*w:type)|text:note )")
_NOTE_OF_MARKDOWN = regex(r"^\[\^[^\]\n]+\]:", re.MULTILINE)


def check_size(path: Path) -> None:
    """Refuse a paper that is packed small and large when it is unpacked.

    Raises:
        RefusalError: what it holds is larger than any paper's, or it is broken.
    """
    if path.suffix.lower() not in _PACKED:
        return
    try:
        with zipfile.ZipFile(path) as packed:
            held = packed.infolist()
            of_text = [one for one in held if one.filename.endswith((".xml", ".rels"))]
            size = sum(one.file_size for one in of_text)
            is_deep, notes = False, 0
            for one in of_text if size <= _MOST_UNPACKED else ():
                text = packed.read(one).decode("utf-8", "replace")
                is_deep = is_deep or _is_deep(text)
                notes += len(_NOTE_OF_PACKED.findall(text)) if _WITH_NOTES.search(one.filename) else 0
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise RefusalError(said("paper_broken", path=path, reason=error)) from error
    in_all = sum(one.file_size for one in held)
    for is_too_much, what in (
        (size > _MOST_UNPACKED, said("paper_text", count=f"{size // 1_000_000:,}")),
        (in_all > _MOST_IN_ALL, said("paper_size", count=f"{in_all // 1_000_000:,}")),
        (len(held) > _MOST_FILES, said("paper_files", count=f"{len(held):,}")),
    ):
        if is_too_much:
            raise RefusalError(said("paper_too_much", path=path, what=what))
    if is_deep:
        raise RefusalError(said("paper_deep", path=path))
    check_works(0, notes, path)


def _is_deep(content: str) -> bool:
    depth = 0
    for tag in _TAG.finditer(content):
        if tag[1]:
            depth -= 1
        elif not tag[0].endswith("/>"):
            depth += 1
            if depth > _DEEPEST_ELEMENT:
                return True
    return False


def check_markdown(text: str, path: Path) -> None:
    """Refuse a Markdown text with more notes, or brackets within one another, than any text has.

    Raises:
        RefusalError: there are too many notes; at the first line where there are too many brackets.
    """
    check_works(0, len(_NOTE_OF_MARKDOWN.findall(text)), path)
    depth = 0
    for sign in _BRACKET.finditer(text):
        # With an empty line a paragraph ends, and what is open in it.
        depth = 0 if sign[0][0] == "\n" else max(0, depth + {"[": 1, "]": -1}.get(sign[0], 0))
        if depth > _DEEPEST:
            line = text.count("\n", 0, sign.start()) + 1
            raise RefusalError(said("paper_brackets", place=f"{path}:{line}", most=_DEEPEST))


def check_works(listed: int, notes: int, path: Path) -> None:
    """Refuse a paper with more works than can be looked up among one another while its author waits.

    Args:
        listed: the lines of its list of works.
        notes: its footnotes.
        path: the paper.

    Raises:
        RefusalError: there are more of either than any paper has.
    """
    for name, count in (("paper_listed", listed), ("paper_footnotes", notes)):
        if count > MOST_WORKS:
            what = said(name, count=f"{count:,}")
            raise RefusalError(said("paper_many", path=path, what=what, most=f"{MOST_WORKS:,}"))
