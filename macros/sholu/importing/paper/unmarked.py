"""A line of a list of works without the marks of Markdown."""

from __future__ import annotations

import re

from sholu.regexes import regex

# An address, a DOI, in which _ is a letter; and the marks, of which none parts a word.
_MARKS = regex(
    r"(?P<kept>(?:https?://|www\.|\b10\.\d{4,9}/)[^\s<>*]+?(?=_*(?:[\s<>*]|$)))"
    r"|(?<!\\)\*+(?=\S)|(?<=\S)(?<!\\)\*+|(?<![\\\w])_+(?=\S)|(?<=\S)(?<!\\)_+(?!\w)"
)


def unmarked(block: str) -> str:
    """Take markup off a line of a list."""
    words = " ".join(block.split())
    words = re.sub(r"<(https?://[^>]+)>", r"\1", words)
    words = re.sub(
        r"\[([^\[\]]*)\]\((https?://[^()\s]+)\)",
        lambda link: link[2] if "://" in link[1] else f"{link[1]} {link[2]}",
        words,
    )
    words = without_emphasis(words)
    words = re.sub(r"</?[a-z][^<>]*>", "", words)
    words = re.sub(r"\\([^\w\s]|_)", r"\1", words)
    return re.sub(r"^[-*+]\s+", "", words).strip()


def without_emphasis(words: str) -> str:
    """Take the marks of emphasis off words; addresses keep their signs."""
    return _MARKS.sub(lambda found: found["kept"] or "", words)
