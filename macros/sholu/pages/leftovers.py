"""What hides a part of a page from its readers, or what a program has left in it: that no page may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sholu.pages.findings import Finding

_MERGE = re.compile(r"^(?:<{7}|>{7}|\|{7}) .*$", re.MULTILINE)


def leftovers(text: str, without_code: Callable[[str], str]) -> Iterator[Finding]:
    """Find comments that are never closed, and the signs of a merge.

    Args:
        text: the page.
        without_code: blanks out what is code or a comment; asked only where there may be something.
    """
    if text.count("<!--") > text.count("-->") and (start := without_code(text).find("<!--")) >= 0:
        yield Finding(start, "M006")
    if _MERGE.search(text):
        for found in _MERGE.finditer(without_code(text)):
            yield Finding(found.start(), "M011", {"typed": found[0][:20].strip()})
