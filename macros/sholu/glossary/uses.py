"""Which uses of terms on a page are explained to readers: the first of each, unless the text does it itself.

An abbreviation counts apart from names in words: whoever has met the name need not know its abbreviation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sholu.glossary.terms import Term, Use
from sholu.regexes import regex

# Signs that no page holds: the end of a block, the beginning and the end of words in italics.
BREAK, OPENING, CLOSING = "\x1e", "\x1c", "\x1d"
# What is quoted or set in italics as the title of a work, within its block; an address of the web or of mail.
_QUOTATION = regex(
    "|".join(
        f"{signs[0]}[^{signs}{BREAK}]*{signs[1]}" for signs in ("«»", "“”", "„“", '""', OPENING + CLOSING)
    )
)
_ADDRESS = regex(r"\b\w+://\S+|\b[\w.]+@\S+")
# Between an abbreviation and its full name, when one of them explains the other in brackets.
_LONGEST_GAP = 40


def explained_uses(
    text: str, uses: Iterable[Use], code: str, may_explain: Callable[[Use], bool]
) -> Iterator[tuple[Use, str]]:
    """Yield the uses that a reader gets explained, each with its explanation.

    Args:
        text: the words of a page in reading order.
        uses: where they use terms, in the same order.
        code: the language of the page.
        may_explain: tells whether an explanation can be put at a use, which is not so in a link.
    """
    every = list(uses)
    wholes = list(_wholes(text)) if every else []
    spelt_out = set(_spelt_out(text, every))
    done: set[tuple[str, bool]] = set()
    for number, use in enumerate(every):
        mark = (use.term.identifier, use.is_short)
        if mark in done or any(_is_in_longer(text, use, place) for place in wholes):
            continue
        if number in spelt_out:
            done |= {(use.term.identifier, True), (use.term.identifier, False)}
        elif may_explain(use) and (said := explanation(use.term, code, is_full=use.is_full)):
            done.add(mark)
            yield use, said


def _wholes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of quotations and of addresses, which few pages show."""
    patterns = (_QUOTATION, _ADDRESS) if "://" in text or "@" in text else (_QUOTATION,)
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield found.start(), found.end()


def explanation(term: Term, code: str, *, is_full: bool) -> str:
    """Return what is said of a term to a reader of a language who has met it; "" if there is nothing.

    The full name, which is not said to who has met it, stands on a line of its own.
    """
    said = term.explanation.get(code, "")
    if is_full:
        return said
    return f"{term.full[code]}\n{said}" if said else term.full[code]


def _spelt_out(text: str, uses: list[Use]) -> Iterator[int]:
    """Yield the numbers of the uses that the text itself explains in brackets: UN (United Nations)."""
    places: dict[str, int] = {}
    for number, use in enumerate(uses):
        before = places.get(use.term.identifier)
        places[use.term.identifier] = number
        if before is None or uses[before].is_full == use.is_full:
            continue
        between = text[uses[before].end : use.start]
        is_in_brackets = "(" in between and ")" not in between and BREAK not in between
        if is_in_brackets and len(between) <= _LONGEST_GAP:
            yield from (before, number)


def _is_in_longer(text: str, use: Use, place: tuple[int, int]) -> bool:
    """Tell whether a use is one word of a longer quotation, for example of the title of a work."""
    start, end = place
    if not start < use.start < end:
        return False
    # An ending after an abbreviation belongs to it.
    _, space, after = text[use.end : end].partition(" ")
    return any(map(str.isalpha, text[start : use.start] + space + after))
