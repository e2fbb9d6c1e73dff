"""Notes that were typed behind the list of works, `[1] …`, and their signs in the text."""

from __future__ import annotations

import re

from sholu.importing.paper.heads import heads_works
from sholu.regexes import regex

_NOTE = regex(r"\\?\[(\d{1,3})\\?\]\s+(\S[\s\S]*)")
_SIGN = regex(r"\\?\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\\?\](?![(:\[])")
_NUMBERED = regex(r"(?:\\?\[\d{1,3}\\?\]|\d{1,3}\\?[.)])\s")
_YEAR = regex(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LONGEST_HEADING = 40


def with_endnotes(text: str) -> str:
    """Make footnotes of the numbered lines that end a text behind a list of works that has no numbers.

    A list with numbers is what the signs in the text mean; so are they where a line has no sign, or a sign no
    line.
    """
    blocks = re.split(r"\n\s*\n|\n(?=\\?\[\d{1,3}\\?\]\s)", text.strip("\n"))
    first = len(blocks)
    while first and _NOTE.fullmatch(blocks[first - 1].strip()):
        first -= 1
    notes = [_NOTE.fullmatch(block.strip()) for block in blocks[first:]]
    texts = {int(found[1]): " ".join(found[2].split()) for found in notes if found}
    end = first - 1 if first and _is_heading(blocks[first - 1]) else first
    head = next((place for place in reversed(range(end)) if heads_works(blocks[place])), None)
    if head is None or list(texts) != list(range(1, len(notes) + 1)) or "[^" in text:
        return text
    works = blocks[head + 1 : end]
    dated = [block for block in works if _YEAR.search(block) and not _NUMBERED.match(block)]
    body = "\n\n".join(blocks[:head])
    called = {int(one) for found in _SIGN.finditer(body) for one in re.findall(r"\d+", found[1])}
    if not works or len(dated) < len(works) or called != set(texts):
        return text
    body = _SIGN.sub(lambda found: "".join(f"[^{one}]" for one in re.findall(r"\d+", found[1])), body)
    body = re.sub(r"(?<=\S) +(?=\[\^\d)", "", body)
    return "\n\n".join(
        (body, *blocks[head:end], *(f"[^{number}]: {words}" for number, words in texts.items()), "")
    )


def _is_heading(block: str) -> bool:
    words = block.strip()
    return words.startswith("#") or (
        len(words) < _LONGEST_HEADING and "\n" not in words and not re.search(r"\d|[.!?]$", words)
    )
