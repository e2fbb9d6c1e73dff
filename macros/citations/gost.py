"""GOST R 7.0.5-2008 in the text: references in brackets; the entries of the list are in `gost_entries`.

The house choices (round brackets, "и др." for four and more authors, letters after the year) are those of
authors' guides of journals; the norm has none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from macros.bibliography.references import Library, Person, Reference
from macros.citations import gost_entries, names
from macros.citations.grammar import Citation, CitedWork
from macros.citations.labels import Labels, listed
from macros.citations.shown import BRACKETS, in_language, locators_text, shown_text, year_key
from macros.citations.text import Mention, Node, Text, plain
from macros.languages import Language

# Four authors and more are shortened in the text, but all head the entry, so that one work has one label
# in all languages.
MOST_AUTHORS = 3


class Gost:
    """Cites by GOST R 7.0.5-2008 in one language."""

    def __init__(self, library: Library, page: Language, brackets: str = "") -> None:
        self.library = library
        self.page = page
        self.opening, self.closing = BRACKETS[brackets or "square"]
        self.labels = Labels.of(library, page, self._authors)

    def _authors(self, reference: Reference) -> tuple[Person, ...]:
        """Return the persons who head a work; an organization never does."""
        people = names.shown_people(reference.authors, self.page, reference.language)
        return tuple(person for person in people if not person.is_organization)

    def citation(self, citation: Citation) -> Text:
        """Dress a citation: [Ахметов, 2015, с. 12; Ким, 2011]."""
        if citation.is_narrative:
            return self._narrative(citation.works[0])
        parts: list[Node] = []
        previous: CitedWork | None = None
        for work in citation.works:
            if previous is not None:
                parts.append(", " if self._continues(previous, work) else "; ")
            parts += self._work(work, is_year_only=previous is not None and self._continues(previous, work))
            previous = work
        return (self.opening, *parts, self.closing)

    def _continues(self, previous: CitedWork, work: CitedWork) -> bool:
        """Tell whether a work is by the same authors as the one before: [Ахметов, 2014, 2015]."""
        has_words_between = previous.locators or previous.suffix or work.prefix or work.locators
        return (
            not has_words_between
            and previous.shows_author
            and work.shows_author
            and previous.key != work.key
            and self._label(previous.key) == self._label(work.key)
        )

    def _label(self, key: str, *, is_narrative: bool = False) -> str:
        reference = self.library[key]
        authors = self._authors(reference)
        if not authors:
            return self.labels.title(reference)
        if len(authors) > MOST_AUTHORS:
            return f"{self.labels.family(authors[0])} {self.labels.et_al(authors[0])}"
        families = [self.labels.family(author) for author in authors]
        return listed(families, self.page.terms["and"]) if is_narrative else ", ".join(families)

    def _work(self, work: CitedWork, *, is_year_only: bool) -> tuple[Node, ...]:
        reference = self.library[work.key]
        parts = [self.labels.year(reference), locators_text(work.locators, self.page)]
        if work.shows_author and not is_year_only:
            label = self._label(work.key)
            # The sign of shortening has a space on both sides: «Философия культуры ... , с. 176».
            parts.insert(0, f"{label} " if label.endswith(" ...") else label)
        prefix = (f"{work.prefix} ",) if work.prefix else ()
        suffix = (f", {work.suffix}",) if work.suffix else ()
        words = self._marked(reference, ", ".join(filter(None, parts)))
        return (*prefix, Mention(words, work.key), *suffix)

    def _narrative(self, work: CitedWork) -> Text:
        reference = self.library[work.key]
        parts = (self.labels.year(reference), locators_text(work.locators, self.page), work.suffix)
        bracket = f"{self.opening}{', '.join(filter(None, parts))}{self.closing}"
        label = f"{self._label(work.key, is_narrative=True)} " if work.shows_author else ""
        return (Mention(self._marked(reference, f"{label}{bracket}"), work.key),)

    def _marked(self, reference: Reference, words: str) -> Text:
        """Mark a label that is a title in another language."""
        if self._authors(reference) or self.labels.title(reference) not in words:
            return (words,)
        label = self.labels.title(reference)
        before, _, after = words.partition(label)
        shown = shown_text(reference, self.page)
        is_title = shown.title.startswith(label.removesuffix(" ..."))
        marked = in_language((label,), shown.language if is_title else "", self.page)
        return tuple(part for part in (before, *marked, after) if part)

    def entry(self, reference: Reference) -> Text:
        """Dress the entry of a work in the list."""
        return gost_entries.entry(reference, self.page, self._authors(reference), self.labels)

    def has_entry(self, reference: Reference) -> bool:  # noqa: ARG002 -- the answer is the same for all
        """Every work is listed."""
        return True

    def in_order(self, references: Iterable[Reference]) -> tuple[Reference, ...]:
        """Order by heading in the alphabet of the page, Cyrillic before Latin, then by year."""
        return tuple(sorted(references, key=lambda reference: self._ranks[reference.key]))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """The place of each work in the whole list; sorting it once spares every page its own sorting."""
        in_order = sorted(self.library, key=self._order)
        return {reference.key: rank for rank, reference in enumerate(in_order)}

    def _order(self, reference: Reference) -> tuple[object, ...]:
        authors = self._authors(reference)
        if authors:
            heading = " ".join(map(names.initials_after, authors))
        else:
            heading = self.labels.title(reference).strip("[]")
        return (
            self.page.sort_key(heading),
            year_key(reference),
            self.page.sort_key(plain((shown_text(reference, self.page).title,))),
            reference.key,
        )
