"""Citations by number, whatever the norm of the entries: [1], [1–3], [2, с. 37; 4, с. 71].

The forms are those of journals: a comma between works, a semicolon where places are named, three numbers and
more in a row as a range. GOST R 7.0.5-2008 has numbers in square brackets too (7.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from sholu.bibliography.references import Reference
from sholu.citations.composed import with_emphasis
from sholu.citations.grammar import Citation, CitedWork
from sholu.citations.shown import BRACKETS, locators_text, suffix_text
from sholu.citations.styles.base import Numbers, StyledPage
from sholu.citations.styles.manner import ALPHABET, REVIEW
from sholu.citations.styles.over_norm import OverNorm
from sholu.citations.text import Mention, Node, Text, kept_together, plain

# From so many numbers in a row on, the first and the last stand for all: [1, 2], but [1–3].
FEWEST_IN_RANGE = 3


class Numeric(OverNorm):
    """Cites by number; what an entry looks like is for the norm to say."""

    @cached_property
    def _of_review(self) -> Numbers:
        """The number of each work over the whole review: those that are cited first, then all others."""
        wanted = self.manner.first if self.manner.order != ALPHABET else ()
        first = dict.fromkeys(key for key in wanted if key in self.library)
        others = (work.key for work in self.norm.in_order(self.library) if work.key not in first)
        return self._numbered((*first, *others))

    def _numbered(self, keys: Iterable[str]) -> Numbers:
        listed = (key for key in keys if self.norm.has_entry(self.library[key]))
        return {key: number for number, key in enumerate(listed, start=1)}

    def page(self, citations: Sequence[Citation], listed: Iterable[str]) -> StyledPage:
        """Number the works of a page in the order of citing or of the alphabet, and dress its citations."""
        cited = dict.fromkeys(work.key for citation in citations for work in self._in_order(citation))
        others = self.norm.in_order(self.library[key] for key in listed if key not in cited)
        here = (*cited, *(work.key for work in others))
        if self.manner.numbering == REVIEW:
            numbers = {key: self._of_review[key] for key in here if key in self._of_review}
        elif self.manner.order == ALPHABET:
            in_order = self.norm.in_order(self.library[key] for key in here)
            numbers = dict(self._numbered(work.key for work in in_order))
        else:
            numbers = dict(self._numbered(here))
        marks = tuple(self._dressed(citation, numbers) for citation in citations)
        return StyledPage(marks, tuple(sorted(numbers, key=numbers.__getitem__)), numbers)

    def apart(self, citation: Citation, numbers: Numbers) -> Text:
        """Cite by the numbers of the page; where they are not told, as the norm does without numbers."""
        known = self.numbers or numbers
        if any(work.key not in known for work in citation.works):
            return self.norm.apart(citation, numbers)
        return self._dressed(citation, known)

    def in_order(self, references: Iterable[Reference]) -> tuple[Reference, ...]:
        """Put works in the order of their numbers, if they have the same everywhere; else in the norm's."""
        if self.manner.numbering != REVIEW:
            return self.norm.in_order(references)
        last = len(self._of_review) + 1
        in_order = self.norm.in_order(references)
        return tuple(sorted(in_order, key=lambda one: self._of_review.get(one.key, last)))

    @property
    def numbers(self) -> Numbers:
        """The numbers that works have on every page."""
        return self._of_review if self.manner.numbering == REVIEW else {}

    # ---------------------------------------------------------------- in the text

    def _dressed(self, citation: Citation, numbers: Numbers) -> Text:
        opening, closing = BRACKETS[self.brackets or "square"]
        if citation.is_narrative:
            return kept_together(self._narrative(citation.works[0], numbers), self.language.code)
        works = self._in_order(citation)
        if _is_plain(works) and all(work.key in numbers for work in works):
            inner = tuple(self._runs(works, numbers))
        else:
            inner = tuple(self._one_by_one(works, numbers))
        return kept_together((opening, *inner, closing), self.language.code)

    def _in_order(self, citation: Citation) -> tuple[CitedWork, ...]:
        """Return the works of a bracket as the author has them, each once where nothing is said of it."""
        works = citation.works
        return tuple({work.key: work for work in works}.values()) if _is_plain(works) else works

    def _runs(self, works: Iterable[CitedWork], numbers: Numbers) -> Iterator[Node]:
        """Write numbers alone: 1, 3–5; the dash of a range leads to the works within it."""
        by_number = {numbers[work.key]: work.key for work in works}
        is_first = True
        for run in _rows(sorted(by_number)):
            if not is_first:
                yield ", "
            is_first = False
            first, *others = run
            yield self._mention(by_number[first], str(first))
            if others:
                *within, last = others
                yield from self._within({number: by_number[number] for number in within})
                yield self._mention(by_number[last], str(last))

    def _within(self, keys: Mapping[int, str]) -> Iterator[Node]:
        """Write the dash of a range as a link to the first work within it; others are cited there, too."""
        first, *others = keys.values()
        written = ", ".join(map(_written, _rows(list(keys))))
        label = written if others else self._named(first, written)
        yield Mention(("–",), first, label)
        for key in others:
            yield Mention((), key)

    def _one_by_one(self, works: Sequence[CitedWork], numbers: Numbers) -> Iterator[Node]:
        separator = ", " if _is_plain(works) else "; "
        for position, work in enumerate(works):
            if position:
                yield separator
            if work.prefix:
                yield from with_emphasis(f"{work.prefix} ")
            yield self._mention(work.key, self._said(work, numbers))
            yield from suffix_text(work)

    def _narrative(self, work: CitedWork, numbers: Numbers) -> Text:
        """Write «Лаумулин [1, с. 12]»."""
        opening, closing = BRACKETS[self.brackets or "square"]
        whose = self.norm.whose(self.library[work.key]) if work.shows_author else ""
        bracket = (opening, self._said(work, numbers), *suffix_text(work), closing)
        return (Mention((*((whose, " ") if whose else ()), *bracket), work.key),)

    def _said(self, work: CitedWork, numbers: Numbers) -> str:
        reference = self.library[work.key]
        number = numbers.get(work.key)
        # A talk that no list has is told of where it is cited (APA 7, 8.9).
        named = str(number) if number else plain(self.norm.called(reference))
        places = locators_text(work.locators, self.language, of_act=reference.kind.is_legal)
        return ", ".join(filter(None, (named, places)))

    def _mention(self, key: str, words: str) -> Mention:
        called = plain(self.norm.called(self.library[key]))
        return Mention((words,), key, "" if called in words else self._named(key, words))

    def _named(self, key: str, words: str) -> str:
        """Name a link: it holds the link's words (WCAG 2.2, 2.5.3), and says whose work it is."""
        return f"{plain(self.norm.called(self.library[key]))}: {words}"


def _is_plain(works: Iterable[CitedWork]) -> bool:
    """Tell whether nothing is said of the works but that they are cited."""
    return not any(work.prefix or work.suffix or work.locators for work in works)


def _written(row: Sequence[int]) -> str:
    return f"{row[0]}–{row[-1]}" if len(row) > 1 else str(row[0])


def _rows(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield runs of numbers that follow one another, those of two as two."""
    row: list[int] = []
    for number in numbers:
        if row and number != row[-1] + 1:
            yield from _row(row)
            row = []
        row.append(number)
    if row:
        yield from _row(row)


def _row(row: list[int]) -> Iterator[tuple[int, ...]]:
    if len(row) >= FEWEST_IN_RANGE:
        yield tuple(row)
    else:
        yield from ((number,) for number in row)
