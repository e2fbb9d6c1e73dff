"""The blocks of a page: the paragraphs, list items, tables … that a reader can point at, and their words."""

from __future__ import annotations

from collections.abc import Callable
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
    EQUATION = "equation"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"


class Block(Value, gc=False):
    """One block of a page.

    `identifier` is its anchor, made of the `section` (the id of the heading above it) and its place in it,
    and so the same in all languages. `words` is its text without citations, which stand in `citations` as
    the author typed them, what it refers to by their labels in `references`, formulas as TeX in `formulas`.
    `level` is that of a heading. `reason` tells why it may differ from its
    counterparts; one that `is_only_here` has none.
    """

    identifier: str
    section: str
    kind: BlockKind
    words: str
    citations: tuple[str, ...] = ()
    footnotes: int = 0
    images: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    level: int = 0
    reason: str = ""
    is_only_here: bool = False

    @property
    def text(self) -> str:
        """What a translator translates: the words, then what they cite, show, refer to and calculate."""
        every = (self.words, *self.citations, *self.images, *self.references, *self.formulas)
        return " ".join(every).strip()

    @property
    def fingerprint(self) -> str:
        """A short name of the text: twelve hexadecimal digits of its SHA-256."""
        return fingerprint(self.text)


def fingerprint(text: str) -> str:
    """Return the short name of a text: twelve hexadecimal digits of its SHA-256."""
    return sha256(text.encode()).hexdigest()[:12]


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
