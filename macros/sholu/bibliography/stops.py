"""The full stop that PubMed and some catalogues put behind a title, and that is no part of it."""

from __future__ import annotations

from sholu.bibliography.typed_words import of_words
from sholu.bibliography.words import beginning
from sholu.regexes import regex

# A stop behind a word of some length; «гг.», "Inc." and "U.S." have their own.
_STOP = regex(r"(?:[^\W\d_]*[^\W\d_A-ZА-ЯӘҒҚҢӨҰҮҺІЁ][^\W\d_]{2,}|[)\]»”\"?!\d])\.$")
_OWN = of_words(r"(?:\b<<with_stops>>|\.[^\W\d_]{1,5})\.$")


def without_stop(title: str) -> str:
    """Return a title without such a stop."""
    is_stop = title.endswith(".") and _STOP.search(title) and not _OWN.search(title)
    return beginning(title, len(title) - 1) if is_stop else title
