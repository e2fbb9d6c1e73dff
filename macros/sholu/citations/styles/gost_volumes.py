"""Volumes by GOST: which one a work is, and how many there are, where no title says so, «в 5-ти томах»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.bibliography.references import Kind, Reference
from sholu.citations.shown import is_numbered
from sholu.languages import Language, folded, kept, language
from sholu.works.shown import ShownWork

# So many letters of a word for volumes are the same in each of its forms: «том», «томах», „Bände“, „Bänden“.
_STEM = 3
_ENDING = r"\w{0,4}"


def stands_in_volume(reference: Reference) -> bool:
    """Tell whether a work is a part of a volume that has a title of its own beside that of the whole."""
    is_chapter = reference.kind.is_part and reference.kind is not Kind.ARTICLE
    return is_chapter and bool(reference.main_title and reference.container)


def told_volumes(work: ShownWork, title: str) -> str:
    """Say how many volumes there are, unless the title does: " : в 2 т."."""
    count = work.work.volumes
    if not count or tells_volumes(title, count, work.terms):
        return ""
    return f" : {work.terms.descriptions['list_volumes'].format(count)}"


def parts(work: ShownWork) -> Iterator[str]:
    """Yield volume and part: "Т. 1", "ч. 2"."""
    reference, terms = work.work, work.terms
    if reference.volume:
        # "Вып. 1", "№ 3" and "Лекции 1–15" say themselves what they are.
        is_number = is_numbered(reference.volume)
        yield terms.terms["list_volume"].format(reference.volume) if is_number else reference.volume
    if reference.part:
        is_number = is_numbered(reference.part)
        yield terms.descriptions["list_part"].format(reference.part) if is_number else reference.part


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
        str(sum(values[folded(word)] for word in found.groups() if word)) == count
        for found in re.finditer(in_words, title, re.IGNORECASE)
    )


@kept
def _words(code: str) -> tuple[dict[str, int], str, str]:
    """Return what words for numbers are worth, what joins two, and a pattern of "volumes"."""
    own = language(code)
    units, tens = own.numbers.get("units", ()), own.numbers.get("tens", ())
    ranks = [*enumerate(units, 1), *((10 * number, word) for number, word in enumerate(tens, 2))]
    values = {folded(one): value for value, words in ranks for one in words.split("|")}
    joined = "|".join(map(re.escape, own.numbers.get("joined", (" ",))))
    named = [word for word, kind in own.locator_words.items() if kind == "volume"]
    stems = {rf"{re.escape(word[:_STEM])}\w*" for word in named if len(word) >= _STEM}
    short = {rf"{re.escape(word)}\b" for word in named if len(word) < _STEM}
    return values, joined, "|".join(sorted(stems | short))
