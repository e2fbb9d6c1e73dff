"""Numbers over a hundred that a text has in words: "two hundred and fifty", «двести пятьдесят», «екі жүз».

A run of words is one number, as CLDR's rules of spelling out build it (`RuleBasedNumberFormat`): what stands
before a hundred, a thousand or a million counts it, what follows is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.languages import folded, kept, language
from sholu.regexes import regex
from sholu.translations.months import any_of, begins_with
from sholu.translations.number_words import WITHOUT_SPACES, word_values

_HUNDRED = 100
_THOUSAND = 1000
# The least ten to which a unit is added: "twenty-five", but no "six five".
_TWENTY = 20
# "Two-hundred-and-fifty" is written with either.
_SPACE = regex(r"[\s-]+")
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
# Short words take no ending: "on", «он», "bir" begin many others.
_ENDED = r"(?:(?<=\w{3})[^\W\d_]{0,4}?)?"


def large_numbers(text: str, code: str) -> Iterator[int]:
    """Yield the numbers over a hundred that a text has in words.

    Args:
        text: the words of a block.
        code: their language.
    """
    found = _pattern(code)
    if found is None:
        return
    pattern, gap, values = found
    run: list[tuple[int, bool]] = []
    end = 0
    for word in pattern.finditer(text):
        between = _SPACE.sub(" ", text[end : word.start()])
        if run and not gap.fullmatch(between):
            yield from _read(run)
            run = []
        name = next(name for name in ("small", "power") if word[name])
        # "And" of "five and twenty" turns the order of the two; a space or a hyphen turns none.
        run.append((values[folded(word[name])], bool(between.strip())))
        end = word.end()
    yield from _read(run)


def _read(run: list[tuple[int, bool]]) -> Iterator[int]:
    """Yield the numbers that a run of words makes: [2, 100, 50] is 250, [5, 6] are two numbers."""
    total = group = last = 0
    for value, is_joined in run:
        if value >= _THOUSAND:
            total, group, last = total + max(group, 1) * value, 0, 0
        elif value == _HUNDRED and 0 < group < _TWENTY:
            group, last = group * _HUNDRED, _HUNDRED
        elif last == 0 or (last >= _TWENTY and value < last) or (is_joined and last < _TWENTY <= value):
            group, last = group + value, value
        else:
            if total + group > _HUNDRED:
                yield total + group
            total, group, last = 0, value, value
    if total + group > _HUNDRED:
        yield total + group


@kept
def _pattern(code: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]] | None:
    """Return what a word for a number looks like, what may stand between two, and what each is worth."""
    small = word_values(code)
    if not small:
        return None
    own = language(code).numbers
    powers = {
        folded(word): 10**power
        for name, power in _POWERS.items()
        for word in own.get(name, ())
        if len(word) > 1
    }
    for number, word in enumerate(own.get("hundreds", ()), 2):
        small |= {folded(one): number * _HUNDRED for one in word.split("|")}
    # The last word may be an ordinal: "nineteen hundred and ninety-first".
    for number, word in enumerate(own.get("ordinals", ()), 1):
        small.setdefault(folded(word), number)
    joined = own.get("joined", (" ",))
    # Where no space or hyphen joins, words are written as one: "zweihundertfünfzig", 二百五十.
    is_one_word = code in WITHOUT_SPACES or not any(one.strip(" -") != one for one in joined)
    border = "" if is_one_word else r"\b"
    ending = "" if is_one_word else _ENDED
    power_ending = "" if is_one_word else r"[^\W\d_]*\.?"
    # Most places of a text begin no word of them; that is asked first.
    begun = f"{border}{begins_with((*small, *powers))}"
    pattern = (
        rf"{begun}(?:(?P<small>{any_of(small)}){ending}{border}|(?P<power>{any_of(powers)}){power_ending})"
    )
    words = any_of((*joined, *own.get("after_hundred", ())))
    gap = f" |{words}"
    gap = f"{gap}|" if is_one_word else gap
    return re.compile(pattern, re.IGNORECASE), re.compile(gap, re.IGNORECASE), {**small, **powers}
