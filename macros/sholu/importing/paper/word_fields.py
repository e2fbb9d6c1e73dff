"""Fields of Word: where one stands in its XML, what it is told to show, and how pandoc is told of a citation.

A field is three signs among the runs, `begin`, `separate` and `end` (ECMA-376, 17.16.18): between the first
two stands its instruction, which may be cut into runs, and in which other fields may stand; behind them what
it shows. `w:fldData` of the first sign holds what a program keeps there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape, unescape
from typing import Any

from sholu.regexes import regex
from sholu.values import State, Value, field

Json = Any

_SIGN = r"<w:fldChar\b[^<>]*?(?:/>|>(?:(?!</?w:fldChar\b).)*</w:fldChar>)"
_PARTS = regex(
    rf"(?P<char>{_SIGN})|<w:instrText\b[^<>]*>(?P<words>[^<]*)</w:instrText>"
    r"|<w:t\b[^<>]*>(?P<shown>[^<]*)</w:t>",
    re.DOTALL,
)
_KIND = regex(r"w:fldCharType=\"(begin|separate|end)\"")
_DATA = regex(r"<w:fldData\b[^<>]*>([^<]*)</w:fldData>")
_SIMPLE = regex(
    r"<w:fldSimple\b[^<>]*?w:instr=\"([^\"]*)\"[^<>]*(?<!/)>((?:(?!</?w:fldSimple\b).)*?)</w:fldSimple>",
    re.DOTALL,
)
_RUN = regex(r"<w:r(?:\s[^<>]*)?(?<!/)>(?:(?!<w:r[\s>]).)*?</w:r>", re.DOTALL)
_DRESS = regex(r"<w:r(?:\s[^<>]*)?>(<w:rPr>.*</w:rPr>|<w:rPr/>)?", re.DOTALL)
_ALONE = regex(rf"({_SIGN})", re.DOTALL)
# What was inserted and moved here, and what was deleted and moved away. A sign without contents is the mark
# of a paragraph or a row, of which pandoc knows.
_ADDED = regex(r"</w:(?:ins|moveTo)>|<w:(?:ins|moveTo)\s[^<>]*(?<!/)>")
_TAKEN = regex(r"<w:(del|moveFrom)\s[^<>]*(?<!/)>(?:(?!<w:\1\s).)*?</w:\1>", re.DOTALL)
# Elements that hold runs: one may open in a field and close behind it.
_AROUND = regex(
    r"<(?P<closes>/)?w:(?P<name>p|hyperlink|smartTag|customXml|sdt|sdtContent|sdtPr|tbl|tr|tc)\b[^<>]*(?<!/)>"
    r"|(?P<dress><w:pPr>(?:(?!</?w:pPr\b).)*</w:pPr>)",
    re.DOTALL,
)


# In signs: how a run looks, which stands between its tag and what is in it.
_LONGEST_DRESS = 5_000


class WordField(Value):
    """A field: from its first run to behind its last, `told_end` where its instruction ends, what it keeps
    (`data`) and the words that it shows.
    """

    start: int
    told_end: int
    end: int
    instruction: str
    data: str = ""
    shown: str = ""


class _Open(State):
    """A field that has begun."""

    start: int
    words: list[str] = field(default_factory=list)
    data: str = ""
    told_end: int = 0
    shown: list[str] = field(default_factory=list)


def as_parted(text: str) -> str:
    """Return a part of a Word file in which each sign of a field has a run of its own and each field its
    signs, as changes that were tracked leave it when they are accepted: pandoc knows no fields otherwise.
    """
    if "<w:fldSimple" in text:
        text = _SIMPLE.sub(_with_signs, text)
    if "w:fldChar" not in text and "<w:sdt" not in text:
        return text
    if "<w:del " in text or "<w:moveFrom " in text:
        text = _TAKEN.sub("", text)
    if "<w:ins " in text or "<w:moveTo " in text:
        text = _ADDED.sub("", text)
    return _RUN.sub(_with_own_runs, text) if "w:fldChar" in text else text


def _with_signs(found: re.Match[str]) -> str:
    return (
        f'<w:r>{_sign("begin")}</w:r><w:r><w:instrText xml:space="preserve">{found[1]}</w:instrText></w:r>'
        f"<w:r>{_sign('separate')}</w:r>{found[2]}<w:r>{_sign('end')}</w:r>"
    )


def _with_own_runs(found: re.Match[str]) -> str:
    run = found[0]
    if "<w:fldChar" not in run:
        return run
    head = _DRESS.match(run)
    opened = head[0] if head else ""
    parts = [part for part in _ALONE.split(run[len(opened) : -len("</w:r>")]) if part]
    return "".join(f"{opened}{part}</w:r>" for part in parts)


def _sign(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def fields_in(text: str) -> list[WordField]:
    """Return the fields of a text in order, also those that another shows, none of its instruction.

    Args:
        text: a part of a Word file as XML, its signs parted.
    """
    found: list[WordField] = []
    opened: list[_Open] = []
    for part in _PARTS.finditer(text):
        told_kind = _KIND.search(part["char"] or "")
        kind = told_kind[1] if told_kind else ""
        if kind == "begin":
            data = _DATA.search(part["char"])
            opened.append(_Open(_before(text, part.start()), data=data[1] if data else ""))
        elif not opened:
            continue
        elif kind == "separate":
            opened[-1].told_end = opened[-1].told_end or _before(text, part.start())
        elif kind == "end":
            one = opened.pop()
            end = _behind(text, part.end())
            outer = opened[-1] if opened else None
            if outer and not outer.told_end:
                # What stands in the instruction of another belongs to it, as what EndNote keeps there.
                outer.data = outer.data or one.data
                continue
            told = unescape("".join(one.words))
            shown = unescape("".join(one.shown))
            found.append(WordField(one.start, one.told_end or end, end, told, one.data, shown))
            if outer:
                outer.shown += one.shown
        elif part["words"] is not None and not opened[-1].told_end:
            opened[-1].words.append(part["words"])
        elif part["shown"] is not None and opened[-1].told_end:
            opened[-1].shown.append(part["shown"])
    return sorted(found, key=lambda one: one.start)


def _before(text: str, position: int) -> int:
    """Return where the run begins in which a sign stands."""
    first = max(0, position - _LONGEST_DRESS)
    begins = text.rfind("<w:r", first, position)
    # Its tag may not be that of `w:rPr`.
    while begins > 0 and text[begins + 4 : begins + 5] not in {">", " "}:
        begins = text.rfind("<w:r", first, begins)
    return begins if begins >= 0 else position


def _behind(text: str, position: int) -> int:
    """Return where the run ends in which a sign stands."""
    closes = text.find("</w:r>", position)
    return closes + len("</w:r>") if closes >= 0 else position


def as_shown(text: str, one: WordField) -> tuple[int, int, str]:
    """Return the place of an instruction, and one there by which pandoc shows what the field shows: of a
    citation that it cannot read it would make an empty one.
    """
    return _instructed(text, one, "QUOTE")


def left_out(text: str, one: WordField) -> tuple[int, int, str]:
    """Return the place of an instruction, and one there by which pandoc leaves out what the field shows."""
    return _instructed(text, one, "ADDIN EN.REFLIST")


def _instructed(text: str, one: WordField, instruction: str) -> tuple[int, int, str]:
    told = "" if one.told_end == one.end else _told(instruction)
    return one.start, one.told_end, told + _left_over(text[one.start : one.told_end])


def with_citation(text: str, one: WordField, citation: Json) -> tuple[int, int, str]:
    """Return the place of a field and what stands there for one that pandoc reads as a citation."""
    return one.start, one.end, citing(citation, one.shown) + _left_over(text[one.start : one.end])


def citing(citation: Json, shown: str) -> str:
    """Return a field that pandoc reads as a citation, given as CSL-JSON."""
    told = f"ADDIN CSL_CITATION {json.dumps(citation, ensure_ascii=False)}"
    return f"{_told(told)}<w:r>{_sign('separate')}</w:r>{_words(shown)}<w:r>{_sign('end')}</w:r>"


def _told(instruction: str) -> str:
    return (
        f'<w:r>{_sign("begin")}</w:r><w:r><w:instrText xml:space="preserve"> {escape(instruction)} '
        "</w:instrText></w:r>"
    )


def _words(shown: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r>'


def _left_over(inside: str) -> str:
    """Return the tags of elements that close in a piece and open before it, or open and close behind it."""
    kept: list[tuple[str, str, str]] = []
    for found in _AROUND.finditer(inside):
        if found["dress"]:
            if kept and kept[-1][:2] == ("p", ""):
                kept.append(("", "", found[0]))
        elif found["closes"]:
            opens = next(
                (at for at in reversed(range(len(kept))) if kept[at][:2] == (found["name"], "")), None
            )
            if opens is None:
                kept.append((found["name"], "/", found[0]))
            else:
                del kept[opens:]
        else:
            kept.append((found["name"], "", found[0]))
    return "".join(tag for _, _, tag in kept)


def changed(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with other pieces in it; of two that overlap the first and larger one counts."""
    parts: list[str] = []
    place = 0
    for start, end, piece in sorted(changes, key=lambda one: (one[0], -one[1])):
        if start >= place:
            parts += [text[place:start], piece]
            place = end
    return "".join((*parts, text[place:]))
