"""Numbers in words that are another in a translation: «семь» beside "eight".

A language says some numbers in words that another does not ("both", «один из»), and some words look like one
(«семьи»). So a difference is one only where each version names one number that the other has in no form.
"""

from __future__ import annotations

from collections.abc import Iterator

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.review import Review
from sholu.review.versions import translations
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.number_words import numbers_named, spelt_out
from sholu.translations.numbers import numbers

# "One" and "two" are articles, pronouns and "both".
_SMALLEST = 3


def other_numerals(review: Review) -> Iterator[Problem]:
    """Find blocks that name another number in words than those from which they were translated."""
    for source, translation in translations(review.gathered, review.settings.default):
        there = {block.identifier: block for block in source.blocks}
        for block in translation.blocks:
            original = there.get(block.identifier)
            if original is None or original.kind is not block.kind or block.reason or original.reason:
                continue
            here = _alone(block, translation, original, source)
            other = _alone(original, source, block, translation) if len(here) == 1 else here
            if len(here) == len(other) == 1:
                place = Place(translation.path, translation.line_of(block))
                where = f"{source.path}:{source.line_of(original)}"
                yield problem("T080", place, here=here.pop(), there=other.pop(), where=where)


def _alone(block: Block, page: PageVersion, counterpart: Block, its_page: PageVersion) -> set[int]:
    """Return the numbers that a block has in words, and its counterpart in no form."""
    own = {number for number in spelt_out(block.words, page.language) if number >= _SMALLEST}
    if not own:
        return own
    in_words = numbers_named(counterpart.words, its_page.language)
    in_figures = {int(one) for one in numbers(counterpart.words, its_page.language) if one.isdecimal()}
    return own - in_words - in_figures
