"""Text boxes of Word, which pandoc does not read: what stands in them becomes paragraphs.

A box hangs on a run of the paragraph at which it was put in, twice: as Word draws it today
(`mc:AlternateContent`, `wps:txbx`; ECMA-376, 20.4.2.38) and as it drew it before. Captions of figures often
stand in one.
"""

from __future__ import annotations

import re

from sholu.regexes import regex

_BOTH = regex(
    r"<mc:AlternateContent\b[^<>]*>(?:(?!</?mc:AlternateContent\b).)*</mc:AlternateContent>"
    r"|<w:pict\b[^<>]*>(?:(?!</?w:pict\b).)*</w:pict>",
    re.DOTALL,
)
_TODAY = regex(r"<mc:Choice\b.*?</mc:Choice>", re.DOTALL)
_BOX = regex(r"<w:txbxContent>((?:(?!</?w:txbxContent\b).)*)</w:txbxContent>", re.DOTALL)
_WORDS = regex(r"<w:t\b[^<>]*>[^<]*\w")


def lifted(text: str) -> tuple[str, int]:
    """Put the paragraphs of each text box behind the paragraph at which it hangs.

    Args:
        text: a part of a Word file as XML.

    Returns:
        the text, and how many boxes there were.
    """
    if "<w:txbxContent>" not in text:
        return text, 0
    count = 0
    moved: list[tuple[int, int, str]] = []
    for found in _BOTH.finditer(text):
        today = _TODAY.search(found[0])
        boxes = [one for one in _BOX.findall(today[0] if today else found[0]) if _WORDS.search(one)]
        end = text.find("</w:p>", found.end())
        if boxes and end >= 0:
            count += len(boxes)
            behind = end + len("</w:p>")
            moved += [
                (found.start(), found.end(), _BOX.sub("<w:txbxContent></w:txbxContent>", found[0])),
                (behind, behind, "".join(boxes)),
            ]
    parts: list[str] = []
    place = 0
    for start, stop, piece in sorted(moved, key=lambda one: one[:2]):
        parts += [text[place:start], piece]
        place = stop
    return "".join((*parts, text[place:])), count
