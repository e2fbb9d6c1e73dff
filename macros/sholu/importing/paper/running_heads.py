"""What a page of paper has beside its text: its number, and the running head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sholu.regexes import regex

# Before a heading that is known to be one, with its level; from the private area of Unicode.
HEADING = "\ue015"
_PAGE_NUMBER = regex(r"[–—-]?\s*\d{1,4}\s*[–—-]?")
# An item of a list, with a bullet or numbered; a heading.
_ITEM = regex(rf"^\s*(?:{HEADING}|[•●▪◦*]|[–—-](?=\s)|\d{{1,3}}[.)]\s)")
_LONGEST = 110
_FEWEST = 3
# In characters: less text stands between two running heads on hardly any page.
_SHORTEST_PAGE = 400


def is_page_number(part: str) -> bool:
    """Tell whether a paragraph is the number of a page: 7, – 7 –."""
    return _PAGE_NUMBER.fullmatch(part) is not None


def without_running_heads(parts: Sequence[str]) -> list[str]:
    """Take away paragraphs that come again at a page's distance: the name of the journal, of the author.

    Those that come again sooner are a list: files of an archive that differ in their numbers alone.
    """
    places: dict[str, list[int]] = {}
    bare, read = [], 0
    for part in parts:
        words = re.sub(r"\d+", "", part)
        if len(words) < _LONGEST and not _ITEM.match(part):
            places.setdefault(words, []).append(read)
        bare.append(words)
        read += len(part)
    heads = {
        words
        for words, found in places.items()
        if len(found) >= _FEWEST and median(after - one for one, after in pairwise(found)) >= _SHORTEST_PAGE
    }
    return [part for part, words in zip(parts, bare, strict=True) if words not in heads or _ITEM.match(part)]
