"""The blocks of a page: the paragraphs, list items, tables … that a reader can point at, and their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256


class BlockKind(Enum):
    """What a block is; the value is its name in a problem."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    TABLE = "table"
    FIGURE = "figure"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page.

    `identifier` is its anchor, made of the `section` (the id of the heading above it) and its place in it,
    and so the same in all languages. `words` is its text without citations, which stand in `citations` as
    the author typed them. `reason` tells why it may differ from its counterparts; one that `is_only_here`
    has none.
    """

    identifier: str
    section: str
    kind: BlockKind
    words: str
    citations: tuple[str, ...] = ()
    footnotes: int = 0
    images: tuple[str, ...] = ()
    reason: str = ""
    is_only_here: bool = False

    @property
    def text(self) -> str:
        """What a translator translates: the words, then what they cite."""
        return " ".join((self.words, *self.citations)).strip()

    @property
    def fingerprint(self) -> str:
        """A short name of the text: twelve hexadecimal digits of its SHA-256."""
        return sha256(self.text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class PageVersion:
    """A page in one language: its file, its blocks, and on which line of the file each of them begins.

    `source` is the language from which it says that it was translated, "" if that is the review's own.
    """

    language: str
    path: str
    blocks: tuple[Block, ...]
    line_of: Callable[[Block], int]
    source: str = ""


def source_of(versions: Mapping[str, PageVersion], default: str) -> PageVersion | None:
    """Return the version from which the others were translated, if it is there."""
    named = next((version.source for version in versions.values() if version.source), default)
    return versions.get(named)


# So many words of a block suffice to find it in its file; markup and citations may stand between them.
_OPENING = 5
_BETWEEN = r"(?:\W|_|\[[^\[\]]*@[^\[\]]*\])+"


def offset_of(block: Block, prose: str) -> int:
    """Return where a block begins in the text of its page (offset), or -1 if its words are not found."""
    heading = prose.find(f"#{block.section}") if block.section else -1
    start = max(heading, 0)
    if block.kind is BlockKind.HEADING:
        return start
    words = re.findall(r"\w+", block.words)[:_OPENING]
    for count in range(len(words), 0, -1):
        pattern = re.compile(_BETWEEN.join(map(re.escape, words[:count])))
        if found := pattern.search(prose, start) or pattern.search(prose):
            return found.start()
    return heading
