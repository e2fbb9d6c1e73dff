"""Signs that were typed behind a backslash, which Python-Markdown keeps by their numbers until the end."""

from __future__ import annotations

from sholu.regexes import regex

# As its `EscapeInlineProcessor` writes them: "\x0291\x03" is "[".
_ESCAPED = regex("\x02([0-9]{1,7})\x03")


def as_typed(words: str) -> str:
    """Return words with these signs themselves: their numbers would count as numbers of the text."""
    return _ESCAPED.sub(lambda found: chr(int(found[1])), words)
