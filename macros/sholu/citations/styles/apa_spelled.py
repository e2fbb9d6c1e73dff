"""Acts in a sentence by APA 7, in words written out: “Article I, Section 3, of the U.S. Constitution”.

In brackets and in the list they are shortened as the Bluebook does: U.S. Const. art. I, § 3 (11.6–11.9). Its
words are English in whatever language one writes; a sentence in another language keeps the short form.
"""

from __future__ import annotations

from sholu.bibliography.bluebook import STATES
from sholu.regexes import regex

_CONSTITUTION = regex(r"(?P<whose>.+?)\s(?P<kind>Const\.|Charter),?\s(?P<places>.+)")
_PLACE = regex(r"(?P<word>art\.|§§?|amend\.|para\.)\s(?P<value>[^,]+)")
_SHORT = regex(r"(?P<whose>S\.|H\.R\.|)\s?(?P<kind>Res\.|Rep\.|Exec\. Order)\s(?P<number>.+)")
_WORDS = {
    "S.": "Senate",
    "H.R.": "House of Representatives",
    "Res.": "Resolution",
    "Rep.": "Report",
    "Exec. Order": "Executive Order",
    "Const.": "Constitution",
    "U.N.": "United Nations",
    "art.": "article",
    "§": "section",
    "§§": "sections",
    "amend.": "amendment",
    "para.": "paragraph",
}
# Constitutions number by capitals what others do not.
_CAPITALS = frozenset({"article", "section", "amendment"})
_NAMES = {short: name for name, short in STATES.items()}


def in_brackets(label: str) -> str:
    """Write an act within brackets: "S. Resolution 438" (11.6, 17)."""
    found = _SHORT.fullmatch(label)
    return label.replace("Res.", "Resolution") if found and found["kind"] == "Res." else label


def in_sentence(label: str) -> str:
    """Write an act in a sentence: "Senate Resolution 438", "Amendment XIX to the U.S. Constitution"."""
    if found := _SHORT.fullmatch(label):
        return " ".join(filter(None, (_word(found["whose"]), _word(found["kind"]), found["number"])))
    found = _CONSTITUTION.fullmatch(label)
    places = [_PLACE.fullmatch(place) for place in found["places"].split(", ")] if found else [None]
    if found is None or None in places:
        return label
    is_constitution = found["kind"] == "Const."
    said = [
        f"{word.capitalize() if word in _CAPITALS and is_constitution else word} {place['value']}"
        for place in places
        if place and (word := _word(place["word"]))
    ]
    joined = f"{', '.join(said)},"[: None if said[1:] else -1]
    whose = _NAMES.get(found["whose"], _word(found["whose"]))
    joins = "to" if said[0].startswith("Amendment") else "of"
    written = f"{joined} {joins} the {whose} {_word(found['kind'])}"
    return f"{written[0].upper()}{written[1:]}"


def _word(short: str) -> str:
    return _WORDS.get(short, short)
