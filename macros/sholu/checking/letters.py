"""Letters that look like those of another alphabet, as findings in a text."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.languages.look_alikes import SCHWA, MixedWord, lone_letters, mixed_words
from sholu.pages.findings import Edit, Finding


def look_alikes(text: str) -> Iterator[Finding]:
    """Find letters of another alphabet in words, and words of one such letter.

    Args:
        text: any text of a review, markup blanked out.
    """
    for found in (*mixed_words(text), *lone_letters(text)):
        yield _finding(found)


def _finding(found: MixedWord) -> Finding:
    letter = found.letters[0]
    values = {"word": found.word, "letter": letter, "number": f"U+{ord(letter):04X}", "right": found.right}
    edits = (Edit(found.start, found.end, found.right),) if found.is_clear else ()
    return Finding(found.start, "O002" if letter in SCHWA else "O001", values, edits)
