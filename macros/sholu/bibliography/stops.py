"""The full stop that PubMed and some catalogues put behind a title, and that is no part of it."""

from __future__ import annotations

import re

from sholu.bibliography.words import beginning

# A stop behind a word of some length; «гг.», "Inc." and "U.S." have their own.
_STOP = re.compile(r"(?:[^\W\d_]*[^\W\d_A-ZА-ЯӘҒҚҢӨҰҮҺІЁ][^\W\d_]{2,}|[)\]»”\"?!\d])\.$")
_OWN = re.compile(r"(?:\b(?:etc|Inc|Ltd|Corp|Prof|ed|eds|vol|сост|ред|изд|обл|др)|\.[^\W\d_]{1,5})\.$")


def without_stop(title: str) -> str:
    """Return a title without such a stop."""
    is_stop = title.endswith(".") and _STOP.search(title) and not _OWN.search(title)
    return beginning(title, len(title) - 1) if is_stop else title
