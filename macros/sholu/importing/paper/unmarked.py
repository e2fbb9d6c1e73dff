"""A line of a list of works without the marks of Markdown."""

from __future__ import annotations

import re


def unmarked(block: str) -> str:
    """Take markup off a line of a list."""
    words = " ".join(block.split())
    words = re.sub(r"<(https?://[^>]+)>", r"\1", words)
    words = re.sub(
        r"\[([^\[\]]*)\]\((https?://[^()\s]+)\)",
        lambda link: link[2] if "://" in link[1] else f"{link[1]} {link[2]}",
        words,
    )
    words = re.sub(r"(?<!\\)[*_]+(?=\S)|(?<=\S)(?<!\\)\*+", "", words)
    words = re.sub(r"</?[a-z][^<>]*>", "", words)
    words = re.sub(r"\\([^\w\s])", r"\1", words)
    return re.sub(r"^[-*+]\s+", "", words).strip()
