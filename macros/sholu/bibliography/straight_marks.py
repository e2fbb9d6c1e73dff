"""Apostrophes and quotation marks as type has them: "l'histoire" is l’histoire, the word "steppe" “steppe”.

TeX prints its own apostrophe so (The TeXbook, chapter 2); straight quotation marks are those of typewriters
and of sites, and none of a title page.
"""

from __future__ import annotations

from collections.abc import Mapping

from sholu.bibliography.words import marked_as
from sholu.regexes import regex

ENGLISH = ("“", "”")
# What stands around words that are quoted, by CLDR; elsewhere as in English.
QUOTES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("ru", "kk", "uk", "be", "ky", "tt", "fr", "es", "it", "el", "hy", "pt", "no", "nb"), ("«", "»")
    ),
    **dict.fromkeys(("de", "cs", "sk", "bg", "sl", "ka", "is", "lt", "et"), ("„", "“")),
    **dict.fromkeys(("pl", "hu", "ro", "hr", "sr"), ("„", "”")),
    **dict.fromkeys(("sv", "fi"), ("”", "”")),
    "ja": ("「", "」"),
}
_BETWEEN_LETTERS = regex(r"(?<=[^\W\d_])'(?=\"?[^\W\d_])")
# Of a plural: "farmers' markets".
_BEHIND_PLURAL = regex(r"(?<=[^\W\d_]s)'(?=[\s.,:;!?)]|$)")
_OPENING = regex(r"(?:^|[\s(\[«“„—–/])'")
# A pair around words, none of which is a measure in inches.
_PAIR = regex(r'(?<![^\s(\[«“„—–/’-])"(?=[^\s"])([^"]{0,300}?[^\s"])"(?![^\s)\].,:;!?»”“—–/-])')


def in_print(text: str, quotes: tuple[str, str]) -> str:
    """Return a text with the marks that type has.

    Args:
        text: words of a title or of the name of something, with their emphasis.
        quotes: the quotation marks of their language.
    """
    words = text
    if "'" in words:
        words = _BETWEEN_LETTERS.sub("’", words)
        if not _OPENING.search(words):
            words = _BEHIND_PLURAL.sub("’", words)
    if '"' in words and words.count('"') % 2 == 0:
        words = _PAIR.sub(rf"{quotes[0]}\1{quotes[1]}", words)
    # Each mark is one sign in place of one.
    return text if words == text else marked_as(text, words)
