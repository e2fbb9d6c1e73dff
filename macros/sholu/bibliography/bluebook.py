"""How the Bluebook, to which APA 7 sends (11.1), calls acts and states: in short and in a sentence.

Its words are English in whatever language one writes, and stand in English's file by biblatex-apa's keys.
"""

from __future__ import annotations

from collections.abc import Mapping

from sholu.languages import kept, own_words

# What acts are of, which of them has a number and how, and their places, as biblatex-apa's data model has it.
SOURCES = ("us", "unitednations", "senate", "houseofrepresentatives")
ACTS = ("constitution", "charter", "resolution", "report", "bill", "execorder")
PLACES = ("article", "section", "amendment", "part")
WITHOUT_NUMBER = frozenset({"constitution", "charter"})
WITH_SIGN_OF_NUMBER = frozenset({"report", "execorder"})


@kept
def in_short() -> Mapping[str, str]:
    """Return what is called by a key: "Const." by `constitution`."""
    return own_words("en", "acts_in_short")


@kept
def in_full() -> Mapping[str, str]:
    """Return the same in full: "Constitution"."""
    return own_words("en", "acts_in_full")


@kept
def states() -> Mapping[str, str]:
    """Return the short forms of the states of the U.S. by their names (table 10)."""
    return own_words("en", "us_states")
