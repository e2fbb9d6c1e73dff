r"""Lists of RTF as pandoc and old programs write them: paragraphs that hang behind a label and a tab.

`\li360 \fi-360 1.\tx360\tab First` is the first item of a list (pandoc's Writers/RTF); pandoc itself reads
only lists of Word, `\listtext`, so that "1." came in as words. Signs of the private area mark such a
paragraph, with its indent and label between them, until pandoc has read the rest.
"""

from __future__ import annotations

import re
from typing import Any

from sholu.regexes import regex
from sholu.values import Value

_BEGINS, _ENDS = "\ue012", "\ue013"
_MARK = regex(f"^{_BEGINS}([0-9]+);([^{_ENDS}]*){_ENDS}")
# The paragraph of an item, or a further one of it (`\fi0`), from its indent to what stands before its words.
_HANGING = re.compile(
    rb"(?P<indent>\\li(?P<li>[1-9]\d{0,4}) ?\\fi(?:-\d+ ?"
    rb"(?P<label>\(?(?:\d{1,3}|[a-z]{1,4}|[A-Z]{1,4})[.)]|\\bullet|\\endash|[-*]) ?\\tx\d+ ?\\tab|0\b) ?)"
)
_LABEL = regex(r"(\()?([0-9]+|[a-z]+|[A-Z]+)([.)])")
_ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())  # noqa: SIM905
_STYLES = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


class _Item(Value):
    """A paragraph with its indent; its label is "" if it goes on with the item before it."""

    indent: int
    label: str
    block: Any

    @property
    def kind(self) -> tuple[str, str]:
        """The style and the sign of its number, as pandoc calls them; ("", "") for a bullet."""
        found = _LABEL.fullmatch(self.label)
        if found is None:
            return "", ""
        opens, number, sign = found.groups()
        style = "1" if number.isdigit() else "a" if number.islower() else "A"
        return style, "TwoParens" if opens else "Period" if sign == "." else "OneParen"

    @property
    def numbers(self) -> tuple[int, ...]:
        """What its label may count: 3 for "3." and "c)", 1 or 9 for "i."."""
        number = self.label.strip("().")
        if number.isdigit():
            return (int(number),)
        roman = [_ROMAN.index(number.lower()) + 1] if number.lower() in _ROMAN else []
        letter = [ord(number.lower()) - ord("a") + 1] if len(number) == 1 else []
        return (*roman, *letter)


def marked(source: bytes) -> bytes:
    """Put marks before the words of items, with their indents and labels."""

    def mark(found: re.Match[bytes]) -> bytes:
        label = (found["label"] or b"").replace(rb"\bullet", b"*").replace(rb"\endash", b"-")
        indent = found["indent"].partition(rb"\fi")[0]
        signs = ord(_BEGINS), found["li"], label, ord(_ENDS)
        return indent + rb"\fi0 {\uc1\u%d?%b;%b\u%d?}" % signs

    return _HANGING.sub(mark, source)


def with_lists(blocks: list[Any]) -> list[Any]:
    """Return what pandoc has read, marked paragraphs beside each other as lists."""
    read: list[Any] = []
    run: list[_Item] = []
    for one in map(_taken, blocks):
        if isinstance(one, _Item):
            run.append(one)
        else:
            read += (*_lists(run), one)
            run = []
    return read + _lists(run)


def _taken(block: Any) -> Any:  # noqa: ANN401 -- a block of pandoc's
    """Return the item that a marked paragraph is, without its mark; others as they are."""
    inlines: list[Any] = block["c"] if block.get("t") in {"Para", "Plain"} else []
    found = _MARK.match(inlines[0]["c"]) if inlines and inlines[0].get("t") == "Str" else None
    if found is None:
        return block
    first = inlines[0]["c"][found.end() :]
    rest = [{"t": "Str", "c": first}, *inlines[1:]] if first else inlines[1:]
    while rest and rest[0].get("t") in {"Space", "SoftBreak"}:
        rest = rest[1:]
    return _Item(int(found[1]), found[2], {"t": block["t"], "c": rest})


def _lists(run: list[_Item]) -> list[Any]:
    """Write items beside each other, deeper ones within those before them."""
    read: list[Any] = []
    while run:
        if not run[0].label:
            read.append(run.pop(0).block)
            continue
        first = run[0]
        items: list[list[Any]] = []
        number = next(iter(first.numbers), 1)
        while run and run[0].indent >= first.indent:
            here = run[0]
            if here.indent > first.indent:
                deeper = [*_while_deeper(run, first.indent)]
                items[-1] += _lists(deeper)
            elif not here.label:
                items[-1].append(run.pop(0).block)
            elif here.kind != first.kind or (first.kind[0] and number not in here.numbers):
                break
            else:
                items.append([run.pop(0).block])
                number += 1
        read.append(_list(first, number - len(items), items))
    return read


def _while_deeper(run: list[_Item], indent: int) -> list[_Item]:
    count = next((place for place, one in enumerate(run) if one.indent <= indent), len(run))
    taken, run[:] = run[:count], run[count:]
    return taken


def _list(first: _Item, start: int, items: list[list[Any]]) -> Any:  # noqa: ANN401 -- a block of pandoc's
    style, sign = first.kind
    if not style:
        return {"t": "BulletList", "c": items}
    # A letter that is a Roman number is one at the beginning of a list.
    label = first.label.strip("().")
    named = _STYLES["i" if label.islower() else "I"] if label.lower() in _ROMAN else _STYLES[style]
    return {"t": "OrderedList", "c": [[start, {"t": named}, {"t": sign}], items]}
