"""The blocks of a page: the paragraphs, list items, tables … that a reader can point at, and their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from hashlib import sha256

from sholu.values import Value


class BlockKind(Enum):
    """What a block is; the value is its name in a problem."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    TABLE = "table"
    FIGURE = "figure"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"


class Block(Value):
    """One block of a page.

    `identifier` is its anchor, made of the `section` (the id of the heading above it) and its place in it,
    and so the same in all languages. `words` is its text without citations, which stand in `citations` as
    the author typed them. `level` is that of a heading. `reason` tells why it may differ from its
    counterparts; one that `is_only_here` has none.
    """

    identifier: str
    section: str
    kind: BlockKind
    words: str
    citations: tuple[str, ...] = ()
    footnotes: int = 0
    images: tuple[str, ...] = ()
    level: int = 0
    reason: str = ""
    is_only_here: bool = False

    @property
    def text(self) -> str:
        """What a translator translates: the words, then what they cite and show."""
        return " ".join((self.words, *self.citations, *self.images)).strip()

    @property
    def fingerprint(self) -> str:
        """A short name of the text: twelve hexadecimal digits of its SHA-256."""
        return sha256(self.text.encode()).hexdigest()[:12]


class EditorNote(Value):
    """A note of the editors beside the text: the anchor of its first block, its section, its words.

    In `words` each citation stands as it was typed, between the signs that `BlockReader` sets.
    """

    identifier: str
    section: str
    words: str


class PageVersion(Value):
    """A page in one language: its file, its blocks, and on which line of the file each of them begins.

    `source` is the language from which it says that it was translated, "" if that is the review's own;
    `source_line` is the line on which it says so.
    """

    language: str
    path: str
    blocks: tuple[Block, ...]
    line_of: Callable[[Block], int]
    source: str = ""
    source_line: int = 1


# So many words of a block suffice to find it in its file; markup, citations, notes may stand between them.
_OPENING = 5
_BETWEEN = r"(?:\W|_|\[[^\[\]]*[@^][^\[\]]*\]|(?<!\w)@[^\s\])]+|\]\([^()\n]*\)|&\w+;)+"


def offsets(blocks: Iterable[Block], prose: str) -> Mapping[str, int]:
    """Return where each block begins in the text of its page (offset), by its identifier.

    Python-Markdown keeps no lines, so they are searched: each block within its section, after the one
    before it. What is not found begins where its section does.
    """
    blocks = tuple(blocks)
    starts = {
        block.identifier: found.start()
        for block in blocks
        if block.kind is BlockKind.HEADING
        if (found := re.search(rf"\{{[^{{}}\n]*#{re.escape(block.identifier)}(?=[\s}}])", prose))
    }
    found_at: dict[str, int] = {}
    cursor = 0
    section = None
    for block in blocks:
        if block.section != section:
            section, cursor = block.section, starts.get(block.section, 0)
        end = min((start for start in starts.values() if start > cursor), default=len(prose))
        if block.kind is BlockKind.HEADING:
            found_at[block.identifier] = starts.get(block.identifier, cursor)
        elif block.kind is BlockKind.FOOTNOTE:
            label = re.escape(block.identifier.removeprefix("fn:"))
            note = re.search(rf"^ {{0,3}}\[\^{label}\]:", prose, re.MULTILINE)
            found_at[block.identifier] = note.start() if note else 0
        else:
            span = _find(block, prose, cursor, end) or _find(block, prose, 0, len(prose)) or (cursor, cursor)
            found_at[block.identifier] = span[0]
            if cursor <= span[0] <= end:
                cursor = span[1]
    return found_at


def _find(block: Block, prose: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the first words of a block, as many of them as stand there; else the picture that it is."""
    words = re.findall(r"\w+", block.words)[:_OPENING]
    for count in range(len(words), 0, -1):
        pattern = re.compile(rf"\b{_BETWEEN.join(map(re.escape, words[:count]))}\b")
        if found := pattern.search(prose, start, end):
            return found.span()
    place = prose.find(block.images[0], start, end) if block.images else -1
    return (place, place + 1) if place >= 0 else None
