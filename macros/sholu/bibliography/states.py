"""How far a publication is: words for “in press” and the like, and for a date that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.bibliography.typed_words import typed_words
from sholu.languages import kept

# The states of publication of a work that has no date yet.
IN_PRESS = frozenset({"inpress", "forthcoming"})
# Of what is not accepted yet, and so a manuscript.
MANUSCRIPTS = frozenset({"submitted", "inpreparation"})
_KINDS = ("inpress", "forthcoming", "submitted", "inpreparation", "prepublished")
_UNKNOWN = frozenset({"", "?", "-", "–", "??", "????", "0", "00", "0000", "0000-00-00", "xxxx"})


def state_of(words: str) -> str:
    """Return the state that words name ("inpress", "forthcoming", …), "" if they name none."""
    return "" if words.isdecimal() else _states().get(_plain(words), "")


def is_no_date(words: str) -> bool:
    """Tell whether words say that nobody knows the date."""
    if words.isdecimal() and words.strip("0"):
        return False
    plain = _plain(words)
    return plain in _UNKNOWN or plain in _no_date()


@kept
def _states() -> Mapping[str, str]:
    return {word: kind for kind in _KINDS for word in typed_words(kind)}


@kept
def _no_date() -> frozenset[str]:
    return frozenset(typed_words("no_date"))


def _plain(words: str) -> str:
    return " ".join(words.casefold().strip("[]().… ").split())
