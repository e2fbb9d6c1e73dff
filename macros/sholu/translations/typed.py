"""Where in the file of a page each block stands as it was typed, so that another text can be put there.

Pure. A block begins on a known line; it ends before the next one, before what is no block (a macro, a
comment, the head of a note), or at an empty line where no list item, footnote or quotation goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sholu.regexes import regex
from sholu.translations.blocks import Block, BlockKind, PageVersion
from sholu.values import Value

# What stands before the words of a line: indents, signs of quotations, items, headings, footnotes.
_PREFIX = regex(
    r"[ \t]*(?:(?:>|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+|\[\^[^\]\s]+\]:[ \t]*|:[ \t]+)[ \t]*)*"
)
_HEADING = regex(r"[ \t>]*#{1,6}[ \t]+")
_AFTER_HEADING = regex(r"(?:[ \t]+#+)?(?:[ \t]*\{[^{}\n]*\})?[ \t]*\Z")
_CONTINUED = regex(r"[ \t>]*")
# Lines that are no words of a block: heads of notes and tabs, macros, comments, rules, attributes, tags.
_NO_WORDS = regex(
    r"[ \t>]*(?:(?:!!!|\?\?\?\+?|===)(?:[ \t].*)?|\{\{.*\}\}|\{%.*%\}|<!--.*-->|\{:?[ \t][^{}]*\}"
    r"|(?:[-*_][ \t]*){3,}|</?[a-zA-Z][^<>]*>|:::.*|=+|-+)?[ \t]*\Z"
)
_GOES_ON = {
    BlockKind.ITEM: re.compile(r"(?: {2,}|\t)\S"),
    BlockKind.FOOTNOTE: re.compile(r"(?: {2,}|\t)\S"),
    BlockKind.QUOTATION: re.compile(r"[ \t]*>"),
}


class TypedBlock(Value):
    """One block as it was typed: `text[start:end]` of its page is `before` + its words + `after`.

    `words` are without what marks each line; `continued` is put before each line of them but the first.
    """

    start: int
    end: int
    before: str
    words: str
    after: str
    continued: str

    def typed(self, words: str) -> str:
        """Return what is typed in place of this block to say other words."""
        first, *rest = words.split("\n")
        lines = (f"{self.continued}{line}" if line else self.continued.rstrip() for line in rest)
        return self.before + "\n".join((first, *lines)) + self.after


def typed_blocks(version: PageVersion, text: str) -> Mapping[str, TypedBlock]:
    """Return each block of a page as it was typed, by its id.

    Args:
        version: the page; its lines are those of `text`.
        text: its file, front matter and all.
    """
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    first = sorted({version.line_of(block) - 1 for block in version.blocks})
    following = dict(zip(first, (*first[1:], len(lines)), strict=True))
    found: dict[str, TypedBlock] = {}
    for block in version.blocks:
        start = version.line_of(block) - 1
        own = lines[start : max(following[start], start + 1)]
        own = own[: _length(block, own)]
        found[block.identifier] = _typed(block, own, starts[start])
    return found


def _length(block: Block, lines: Sequence[str]) -> int:
    """Count the lines that a block has of those before the next one."""
    if block.kind is BlockKind.HEADING:
        return 1
    goes_on = _GOES_ON.get(block.kind)
    length = len(lines)
    for number, line in enumerate(lines):
        if number and not line.strip(" \t>"):
            rest = next((one for one in lines[number:] if one.strip()), "")
            if goes_on is None or not goes_on.match(rest):
                length = number
                break
    while length > 1 and _NO_WORDS.match(lines[length - 1]):
        length -= 1
    return length


def _typed(block: Block, lines: Sequence[str], start: int) -> TypedBlock:
    end = start + sum(map(len, lines)) + len(lines) - 1
    if block.kind in {BlockKind.TABLE, BlockKind.EQUATION}:
        return TypedBlock(start, end, "", "\n".join(lines), "", "")
    first = lines[0]
    if block.kind is BlockKind.HEADING:
        before = (_HEADING.match(first) or _CONTINUED.match(first) or [""])[0]
        after = (_AFTER_HEADING.search(first, len(before)) or [""])[0]
        return TypedBlock(start, end, before, first[len(before) : len(first) - len(after)], after, "")
    before = (_PREFIX.match(first) or [""])[0]
    rest = [(_CONTINUED.match(line) or [""])[0] for line in lines[1:]]
    continued = next((mark for mark, line in zip(rest, lines[1:], strict=True) if line.strip(" \t>")), None)
    if continued is None:
        continued = "> " if ">" in before else " " * len(before) if block.kind in _GOES_ON else before
    words = [
        first[len(before) :],
        *(
            line.removeprefix(continued) if line.startswith(continued) else line.lstrip(" \t>")
            for line in lines[1:]
        ),
    ]
    return TypedBlock(start, end, before, "\n".join(words), "", continued)


def as_typed(blocks: Mapping[str, TypedBlock], text: str) -> Iterator[str]:
    """Yield the ids of blocks that cannot be typed back as they were: whoever writes leaves them alone."""
    for identifier, block in blocks.items():
        if block.typed(block.words) != text[block.start : block.end]:
            yield identifier
