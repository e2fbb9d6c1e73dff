"""Volumes: whether a title says itself how many there are, “Works in five volumes”, «в 5-ти томах»; of a part
whether its volume has a title.
"""

from __future__ import annotations

import re

from sholu.bibliography.references import Kind, Reference
from sholu.languages import Language, kept, language

# So many letters of a word for volumes are the same in each of its forms: «том», «томах», „Bände“, „Bänden“.
_STEM = 3
_ENDING = r"\w{0,4}"


def stands_in_volume(reference: Reference) -> bool:
    """Tell whether a work is a part of a volume that has a title of its own beside that of the whole."""
    is_chapter = reference.kind.is_part and reference.kind is not Kind.ARTICLE
    return is_chapter and bool(reference.main_title and reference.container)


def tells_volumes(title: str, count: str, terms: Language) -> bool:
    """Tell whether a title names a number of volumes, in figures or in words.

    Args:
        title: the title, with its subtitle.
        count: how many volumes there are.
        terms: the language of the work.
    """
    unit = terms.descriptions["list_volumes"].format(count).partition(count)[2].strip("\u00a0~ .")
    values, joined, volumes = _words(terms.code)
    units = "|".join(filter(None, (rf"{re.escape(unit)}\b" if unit else "", volumes)))
    if not units:
        return False
    if re.search(rf"(?<!\w){re.escape(count)}(?:-\w{{1,3}})?\s(?:{units})", title, re.IGNORECASE):
        return True
    number = "|".join(map(re.escape, sorted(values, key=len, reverse=True)))
    in_words = (
        rf"(?<!\w)(?P<first>{number}){_ENDING}(?:(?:{joined})(?P<second>{number}){_ENDING})?\s(?:{units})"
    )
    return bool(number) and any(
        str(sum(values[word.casefold()] for word in found.groups() if word)) == count
        for found in re.finditer(in_words, title, re.IGNORECASE)
    )


@kept
def _words(code: str) -> tuple[dict[str, int], str, str]:
    """Return what words for numbers are worth, what joins two, and a pattern of "volumes"."""
    own = language(code)
    units, tens = own.numbers.get("units", ()), own.numbers.get("tens", ())
    ranks = [*enumerate(units, 1), *((10 * number, word) for number, word in enumerate(tens, 2))]
    values = {one.casefold(): value for value, words in ranks for one in words.split("|")}
    joined = "|".join(map(re.escape, own.numbers.get("joined", (" ",))))
    named = [word for word, kind in own.locator_words.items() if kind == "volume"]
    stems = {rf"{re.escape(word[:_STEM])}\w*" for word in named if len(word) >= _STEM}
    short = {rf"{re.escape(word)}\b" for word in named if len(word) < _STEM}
    return values, joined, "|".join(sorted(stems | short))
