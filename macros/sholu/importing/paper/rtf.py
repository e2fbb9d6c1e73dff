r"""RTF as pandoc reads it: letters of every code page as Unicode, footnotes in the line between two signs.

pandoc leaves out the destination `\\footnote`, and knows no code page but 1252, while Word writes Cyrillic in
1251 (Rich Text Format Specification 1.9.1, "Character Set", "Unicode RTF", "Footnotes").
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from sholu.regexes import regex

# Around a footnote, from the private area of Unicode.
OPENS, CLOSES = "\ue010", "\ue011"
_SIGNS = regex(f"([{OPENS}{CLOSES}])")
_TOKEN = re.compile(
    rb"(?P<brace>[{}])|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])|(?P<break>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
# \fcharset of a font to its code page.
_CHARSETS = {204: 1251, 238: 1250, 161: 1253, 162: 1254, 177: 1255, 178: 1256, 186: 1257, 0: 1252, 128: 932,
             129: 949, 134: 936, 136: 950, 163: 1258, 222: 874}  # fmt: skip
_USUAL = 1252
# What would end the paragraph in which a note stands, or says again that it is one.
_OF_NOTES = frozenset({b"pard", b"plain", b"chftn", b"ftnalt", b"sectd"})


class _Group:
    """What holds up to a closing brace: the font, and how many signs stand in place of one of Unicode."""

    def __init__(self, font: int, skipped: int, *, is_fonts: bool = False, is_note: bool = False) -> None:
        self.font, self.skipped = font, skipped
        self.is_fonts, self.is_note = is_fonts, is_note
        self.ends_note = False


def readable(source: bytes) -> bytes:
    r"""Return RTF of ASCII alone, with every other letter as `\\u`, and its footnotes in the line.

    Args:
        source: the file.
    """
    return "".join(_written(source)).encode("ascii", "ignore")


def with_notes(part: Any) -> Any:  # noqa: ANN401 -- a part of pandoc's document
    """Return a part of what pandoc has read, in which what stands between the two signs is a footnote."""
    if isinstance(part, dict):
        return {name: with_notes(one) for name, one in part.items()}
    if not isinstance(part, list):
        return part
    read: list[Any] = []
    # What stands before each note that is open.
    outer: list[list[Any]] = []
    for one in part:
        if not (isinstance(one, dict) and one.get("t") == "Str" and _SIGNS.search(one["c"])):
            read.append(with_notes(one))
            continue
        for words in _SIGNS.split(one["c"]):
            if words == OPENS:
                outer.append(read)
                read = []
            elif words == CLOSES and outer:
                note = {"t": "Note", "c": [{"t": "Para", "c": _stripped(read)}]}
                read = [*outer.pop(), note]
            elif words and words != CLOSES:
                read.append({"t": "Str", "c": words})
    for before in reversed(outer):
        read = [*before, *read]
    return read


def _stripped(inlines: list[Any]) -> list[Any]:
    words = [number for number, one in enumerate(inlines) if one.get("t") != "Space"]
    return inlines[words[0] : words[-1] + 1] if words else []


def _written(source: bytes) -> Iterator[str]:  # noqa: C901, PLR0912, PLR0915 -- a turn for each kind of token
    groups = [_Group(-1, 1)]
    pages: dict[int, str] = {}
    usual = _known(_USUAL)
    pending = bytearray()
    skip = 0
    for token in _TOKEN.finditer(source):
        here = groups[-1]
        kind = token.lastgroup
        word, number = token["word"], int(token["number"] or 0)
        if kind == "hex" or (kind == "text" and here.font in pages and pending):
            content = bytes.fromhex(token["hex"].decode()) if kind == "hex" else token["text"]
            if skip:
                taken = min(skip, len(content))
                content, skip = content[taken:], skip - taken
            pending += content
            continue
        if pending:
            yield _unicode(bytes(pending).decode(pages.get(here.font, usual), "replace"))
            pending.clear()
        if kind == "brace":
            skip = 0
            if token["brace"] == b"{":
                groups.append(_Group(here.font, here.skipped, is_fonts=here.is_fonts, is_note=here.is_note))
                yield "{"
            else:
                if here.ends_note:
                    yield _unicode(CLOSES)
                if len(groups) > 1:
                    groups.pop()
                yield "}"
        elif word == b"u":
            # Sixteen bits with a sign.
            yield _escaped(number % 0x10000)
            skip = here.skipped
        elif word == b"uc":
            here.skipped = number
        elif word == b"footnote":
            groups[-1].is_note = groups[-1].ends_note = True
            yield _unicode(OPENS)
        elif word is not None:
            skip = 0
            if word == b"ansicpg":
                usual = _known(number)
                continue
            if word == b"fonttbl":
                here.is_fonts = True
            elif word == b"f":
                here.font = number
            elif word == b"fcharset" and here.is_fonts and number in _CHARSETS:
                pages[here.font] = _known(_CHARSETS[number])
            if here.is_note and word in _OF_NOTES | {b"par"}:
                yield " " if word == b"par" else ""
            elif word != b"chftn":
                after = (token["number"] or b"").decode()
                yield f"\\{word.decode()}{after} "
        elif kind == "sign":
            if skip:
                skip -= 1
            elif token["sign"] != b"*" or not _opens_note(source, token.end()):
                yield token[0].decode("latin-1")
        elif kind == "text":
            content = token["text"]
            taken = min(skip, len(content))
            skip -= taken
            yield _unicode(content[taken:].decode(pages.get(here.font, usual), "replace"))


def _opens_note(source: bytes, position: int) -> bool:
    return source[position : position + 9] == rb"\footnote"


def _known(code_page: int) -> str:
    try:
        return codecs.lookup(f"cp{code_page}").name
    except LookupError:
        return f"cp{_USUAL}"


def _unicode(words: str) -> str:
    return "".join(sign if " " <= sign <= "~" else _escaped(ord(sign)) for sign in words)


def _escaped(number: int) -> str:
    if number > 0xFFFF:  # noqa: PLR2004 -- two halves
        halves = chr(number).encode("utf-16-be")
        return "".join(_escaped(int.from_bytes(halves[place : place + 2])) for place in (0, 2))
    # pandoc skips one sign behind it, whatever \uc says, and takes one written in figures for one.
    return rf"\u{number}\'3f"
