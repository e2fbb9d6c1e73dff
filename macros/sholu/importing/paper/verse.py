"""Lines that a paper breaks by hand → a poem, `| ` before each of its lines. Pure."""

from __future__ import annotations

import re

from sholu.regexes import regex

_LEAST_LINES = 3
# Longer ones are of a paragraph that a program has broken.
_LONGEST_LINE = 90
_BREAK = "\\"
_NOT_VERSE = regex(r"\s*(?:[|>#!\[<:-]|\d+\.\s|\$\$|```|~~~|\[\^)")


def with_poems(text: str) -> str:
    """Mark paragraphs of short lines, each of them broken on purpose, as poems.

    What stands before the first heading is the head of a paper, whose lines are broken too, and stays.
    """
    head = re.search(r"^#", text, re.MULTILINE)
    start = head.start() if head else len(text)
    blocks = re.split(r"\n{2,}", text[start:])
    return text[:start] + "\n\n".join(_poem(block) for block in blocks)


def _poem(block: str) -> str:
    lines = block.split("\n")
    is_verse = (
        len(lines) >= _LEAST_LINES
        and all(re.search(r"(?: {2,}|\\)$", line) for line in lines[:-1])
        and all(len(line) <= _LONGEST_LINE and not _NOT_VERSE.match(line) for line in lines)
        and not block.startswith("    ")
    )
    if not is_verse:
        return block
    return "\n".join(f"| {line.removesuffix(_BREAK).strip()}" for line in lines)
