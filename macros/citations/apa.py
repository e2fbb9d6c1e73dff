"""APA 7 in the text: author and year in round brackets; the entries of the list are in `apa_entries`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from macros.bibliography.references import Kind, Library, Person, Reference
from macros.citations import apa_entries, dates, names
from macros.citations.grammar import Citation, CitedWork
from macros.citations.labels import Labels
from macros.citations.shown import BRACKETS, locators_text, year_key
from macros.citations.text import Mention, Node, Text
from macros.languages import Language

# Three authors and more are shortened in the text (APA 7, 8.17).
MOST_AUTHORS = 2


class Apa:
    """Cites by APA 7 in one language."""

    def __init__(self, library: Library, page: Language, brackets: str = "") -> None:
        self.library = library
        self.page = page
        self.opening, self.closing = BRACKETS[brackets or "round"]
        self.labels = Labels.of(library, page, self._authors)

    def _authors(self, reference: Reference) -> tuple[Person, ...]:
        """Return who heads a work: authors, the interviewer of an interview, else the editors of a book."""
        if reference.kind.is_legal:
            return ()
        people = reference.authors
        if reference.kind is Kind.INTERVIEW and reference.interviewers:
            people = reference.interviewers
        elif not people and not reference.kind.is_part:
            people = reference.editors
        return names.shown_people(people, self.page, reference.language)

    def citation(self, citation: Citation) -> Text:
        """Dress a citation: (Akhmetov, 2015, p. 12; Kim, 2011)."""
        if citation.is_narrative:
            return self._narrative(citation.works[0])
        parts: list[Node] = []
        previous: CitedWork | None = None
        for work in self._sorted(citation.works):
            continues = previous is not None and self._continues(previous, work)
            if previous is not None:
                parts.append(", " if continues else "; ")
            parts += self._work(work, is_year_only=continues)
            previous = work
        return (self.opening, *parts, self.closing)

    def _sorted(self, works: tuple[CitedWork, ...]) -> tuple[CitedWork, ...]:
        """Order works as in the list (APA 7, 8.12).

        A prefix that opens a group ("see", "cf.") holds for what follows it, so works are ordered within
        the groups that prefixes part, and each group keeps its place.
        """
        groups: list[list[CitedWork]] = []
        for work in works:
            # The prefix of the first work opens the bracket and stays in front, whichever work comes first.
            if work.prefix or not groups:
                groups.append([])
            groups[-1].append(work)
        return tuple(work for group in groups for work in self._group_in_order(group))

    def _group_in_order(self, group: list[CitedWork]) -> list[CitedWork]:
        if group[0].prefix:
            return [group[0], *sorted(group[1:], key=self._order_of_work)]
        return sorted(group, key=self._order_of_work)

    def _order_of_work(self, work: CitedWork) -> int:
        return self._ranks[work.key]

    def _continues(self, previous: CitedWork, work: CitedWork) -> bool:
        """Tell whether a work is by the same authors as the one before: (Akhmetov, 2014, 2015)."""
        has_words_between = previous.locators or previous.suffix or work.prefix or work.locators
        return (
            not has_words_between
            and previous.shows_author
            and work.shows_author
            and previous.key != work.key
            and not self.library[work.key].is_personal
            and self._label(self.library[previous.key]) == self._label(self.library[work.key])
        )

    def _label(self, reference: Reference, *, is_narrative: bool = False) -> str:
        authors = self._authors(reference)
        if not authors:
            law = apa_entries.law_label(reference, self.page)
            return self.labels.shortened(reference, law) if law else self._title(reference)
        if reference.is_personal:
            return names.initials_before(authors[0])
        families = [self._family(author) for author in authors]
        if len(families) > MOST_AUTHORS:
            return f"{families[0]} {self.labels.et_al(authors[0])}"
        return f" {self.page.terms['and'] if is_narrative else '&'} ".join(families)

    def _title(self, reference: Reference) -> str:
        shown = apa_entries.title(reference, self.page)
        short = self.labels.title(reference)
        has_other_name = short.startswith("[") or not shown.words
        is_abbreviation = shown.words and not _is_of(short, reference)
        if has_other_name or is_abbreviation:
            return short
        # APA has no sign for what is left out of a title that the author has shortened.
        own = reference.short_title.get(self.page.code, "")
        return own or self.labels.shortened(reference, shown.words)

    def _family(self, person: Person) -> str:
        if self.labels.namesakes.are_many(person):
            return names.initials_before(person)
        return person.full_family

    def _year(self, work: CitedWork) -> str:
        reference = self.library[work.key]
        if reference.is_personal:
            date = dates.full(reference.date, self.page) if reference.date else ""
            return ", ".join(filter(None, (self.page.terms["personal_communication"], date)))
        return self.labels.year(reference)

    def _work(self, work: CitedWork, *, is_year_only: bool) -> tuple[Node, ...]:
        reference = self.library[work.key]
        parts = [self._year(work), locators_text(work.locators, self.page)]
        if work.shows_author and not is_year_only:
            parts.insert(0, self._label(reference))
        prefix = (f"{work.prefix} ",) if work.prefix else ()
        suffix = (f", {work.suffix}",) if work.suffix else ()
        return (*prefix, Mention((", ".join(filter(None, parts)),), work.key), *suffix)

    def _narrative(self, work: CitedWork) -> Text:
        parts = (self._year(work), locators_text(work.locators, self.page), work.suffix)
        bracket = f"{self.opening}{', '.join(filter(None, parts))}{self.closing}"
        label = self._label(self.library[work.key], is_narrative=True)
        return (Mention((f"{label} {bracket}" if work.shows_author else bracket,), work.key),)

    def entry(self, reference: Reference) -> Text:
        """Dress the entry of a work in the list."""
        return apa_entries.entry(reference, self.page, self._authors(reference), self.labels)

    def has_entry(self, reference: Reference) -> bool:
        """A personal communication is cited in the text only (APA 7, 8.9)."""
        return not reference.is_personal

    def in_order(self, references: Iterable[Reference]) -> tuple[Reference, ...]:
        """Order by author, then year, then title (APA 7, 9.44-9.48)."""
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
            heading = self._label(reference).strip("[]")
        title = apa_entries.title(reference, self.page).words
        return (
            self.page.sort_key(heading),
            year_key(reference)[0],
            self.page.sort_key(title),
            reference.key,
        )


def _is_of(label: str, reference: Reference) -> bool:
    """Tell whether a label was made of a title of the work, and not of its abbreviation."""
    start = label.removesuffix(" ...")
    titles = (reference.title.original, *reference.title.values(), reference.short_title.original)
    return any(title.startswith(start) for title in titles if title)
