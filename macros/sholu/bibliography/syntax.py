"""What an author gets wrong in the syntax of BibTeX, as it is seen in the text itself.

A parser notices some of it late, and some not at all: it takes text between entries for remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.bibliography.fields import FOREIGN_FIELDS, KINDS, NAME_FIELDS, PLAIN_FIELDS, TEXT_FIELDS
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

_NO_COMMA = regex(r"@\w+\s*[{(]\s*[^\s,{}()]+\s+[\w-]+\s*=")
# Text between entries is a comment in BibTeX; this is rather the rest of an entry that ended too early.
_REST_OF_ENTRY = regex(r"^[ \t,]*(?:[\w-]+[ \t]*=[ \t]*[{\"\d]|[}][ \t,]*$)", re.MULTILINE)
# A value that holds the beginning of the next field, or the end of its entry; thousands of empty lines are
# gone through once.
_NEXT_FIELD = regex(r"\n[^\S\n]*+([\w-]++)\s*+=\s*+[{\"]")
_FIELDS = FOREIGN_FIELDS | NAME_FIELDS | PLAIN_FIELDS | TEXT_FIELDS
_FIELD_FOR_KEY = regex(r"@\s*[\w-]+\s*[{(]\s*([\w-]+)\s*=")
_COMMAND = regex(r"@\s*([\w-]+)")
_END_OF_ENTRY = regex(r",[^\S\n]*+\n\s*+\Z")
# An entry that has lost its @ is text between entries too.
_NO_AT = regex(r"^[ \t]*(?P<start>[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}()=\"]+)[ \t]*,", re.MULTILINE)
_COMMENT = regex(r"^[ \t]*@comment\b[ \t]*", re.MULTILINE | re.IGNORECASE)
# A line that begins with % is a remark to biber, also where it holds an entry.
_REMARKS = regex(r"^[ \t]*%.*$", re.MULTILINE)
# A remark behind the end of an entry; one that fills its line is gone already.
_BEHIND = regex(r"\A[ \t]*%.*")
_BRACE = regex(r"(?<!\\)[{}]")


def without_comments(text: str, unclosed_at: list[int] | None = None) -> str:
    """Blank out remarks, and what stands in @comment with all its braces hold, as biber and JabRef read them.

    BibTeX itself would read the entries in them.

    Args:
        text: the file.
        unclosed_at: is given the lines on which a brace opens that no other closes.
    """
    text = _REMARKS.sub("", text)
    if not _COMMENT.search(text):
        return text
    closing = _closing_braces(text)
    parts: list[str] = []
    position = 0
    while found := _COMMENT.search(text, position):
        # One that is never closed is a line.
        line = text.find("\n", found.end())
        if (
            unclosed_at is not None
            and text[found.end() : found.end() + 1] == "{"
            and found.end() not in closing
        ):
            unclosed_at.append(found.start())
        end = closing.get(found.end(), line if line >= 0 else len(text))
        parts += (text[position : found.start()], re.sub(r"[^\n]", " ", text[found.start() : end]))
        position = end
    if unclosed_at:
        unclosed_at[:] = _line_numbers(text, unclosed_at)
    return "".join((*parts, text[position:]))


def _line_numbers(text: str, places: list[int]) -> Iterator[int]:
    line, counted = 1, 0
    for place in places:
        line += text.count("\n", counted, place)
        counted = place
        yield line


def _closing_braces(text: str) -> dict[int, int]:
    """Return for each brace that opens where the one that closes it ends."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            closing[opened.pop()] = brace.end()
    return closing


def no_key(entry: str, place: Place) -> Problem:
    """Report an entry in which a field stands in place of the key; one of another program is left out."""
    command = _command(entry)
    return problem("B003" if command.lower() in KINDS else "B071", place, command=command)


def without_key(entry: str, following: str, place: Place) -> Problem:
    """Report an entry that has no key; one whose key is empty, as JabRef writes it, is left out alone.

    Args:
        entry: its beginning.
        following: the sign in place of the key.
        place: where it stands.
    """
    return problem("B071", place, command=_command(entry)) if following == "," else no_key(entry, place)


def stands_for_key(text: str, start: int) -> bool:
    """Tell whether the entry at a place begins with a field where its key should stand."""
    return _FIELD_FOR_KEY.match(text, start) is not None


def _command(entry: str) -> str:
    found = _COMMAND.match(entry)
    return found[1] if found else "book"


def runs_into_field(entry: str) -> bool:
    """Tell whether no comma stands between the key and the first field of an entry."""
    return _NO_COMMA.match(entry) is not None


def no_comma(key: str, place: Place) -> Problem:
    """Report an entry whose key and first field run together."""
    return problem("B004", place, key=key)


def is_unclosed(value: str, *, is_broken: bool) -> bool:
    """Tell whether a value has swallowed what follows its field; of a broken entry, its end."""
    if is_broken and (_NEXT_FIELD.search(value) or _END_OF_ENTRY.search(value)):
        return True
    # In an entry that is whole, only what is a field for certain: “texten = {…” may be a part of a title.
    return any(found[1].lower() in _FIELDS for found in _NEXT_FIELD.finditer(value))


def unclosed(key: str, name: str, source: str, entry: Place) -> Problem:
    """Report a field that has swallowed the next one, on the line where it begins."""
    found = re.search(rf"\b{re.escape(name)}\s*=", source)
    place = Place(entry.path, entry.line + source.count("\n", 0, found.start() if found else 0))
    values = {"where": "@@in_entry", "fault": "@@field_never_closed", "before": "@@before_comma"}
    return problem("B005", place, key=key, field=name, **values)


def rest_of_entry(text: str, end: int, line: int, shown: str) -> Iterator[Problem]:
    """Find the rest of an entry behind its end: fields after a brace too many would be lost in silence."""
    after = text.find("@", end)
    between = _BEHIND.sub("", text[end : after if after >= 0 else len(text)])
    # A brace alone takes nothing with it: BibTeX and biber go past it.
    if not between.strip(" \t\n})"):
        return
    if lost := _NO_AT.search(between):
        place = Place(shown, line + between.count("\n", 0, lost.start("start")))
        yield problem("B006", place, start=lost["start"])
    elif (found := _REST_OF_ENTRY.search(between)) and _closes_more(between):
        place = Place(shown, line + between.count("\n", 0, found.start()))
        yield problem("B007", place, found=found[0].strip())


def _closes_more(text: str) -> bool:
    """Tell whether a text has more closing than opening braces: an entry has ended before its fields."""
    return text.count("}") > text.count("{") or text.count(")") > text.count("(")
