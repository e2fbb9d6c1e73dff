"""The dated events that a review mentions, from its file `data/events.yml`, and their kinds.

Which kinds there are is the review's: a record with an `id` and a `name` is a kind, one with a `date` an
event.
Knows no page: whether the paragraphs that an event names are there is for `pages` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from itertools import islice

from sholu.bibliography.edtf import read_date
from sholu.bibliography.library import Library
from sholu.bibliography.references import Date
from sholu.bibliography.values import ImpossibleValueError
from sholu.citations.grammar import Citation, CitationError, CitedWork, read_citation, write_citation
from sholu.data_files import Record, read_records
from sholu.problems import Guesses, Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.values import State, Value, field, replace

Words = Mapping[str, str]

# What is planned or forecast lies nearer.
_LAST_YEAR = 2200
# Each event of an unknown kind is told the kinds that there are: of thousands no more than a reader looks at.
_KINDS_SHOWN = 20
NAMES = ("id", "date", "kind", "title", "text", "sources", "paragraphs")


class Event(Value):
    """One event: when, what, of which kinds (the first gives its colour), and who says so.

    `title` and `text` are by language; `citation` is how the page cites its sources, "" if it has none.
    `paragraphs` are addresses such as `findings/#water-p2`, each with its place in the file.
    """

    identifier: str
    date: Date
    kinds: tuple[str, ...]
    title: Words
    text: Words
    citation: str = ""
    sources: tuple[str, ...] = ()
    paragraphs: tuple[tuple[str, Place], ...] = ()


class Events(Value):
    """All events in the order of time, and the names of their kinds in the order of the file."""

    kinds: Mapping[str, Words] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    shown: str = ""

    @property
    def citations(self) -> tuple[str, ...]:
        """What a page with the timeline cites, in reading order."""
        return tuple(event.citation for event in self.events if event.citation)


def read_events(
    path: Traversable, shown: str, codes: tuple[str, ...], library: Library, locator_words: Words
) -> tuple[Events, list[Problem]]:
    """Read the events of a review; a file that is not there has none.

    Args:
        path: the file.
        shown: its path as the author knows it.
        codes: the languages of the review.
        library: the works that events may name as sources.
        locator_words: what may stand before a page or article: "p", "с", "б".
    """
    records, problems = read_records(path, shown)
    kinds: dict[str, Words] = {}
    for record in records:
        if "date" not in record and "name" in record:
            _read_kind(record, kinds, codes)
    reader = _Reader(kinds, codes, library, locator_words)
    events = [
        event
        for record in records
        if "date" in record or "name" not in record
        if (event := reader.event(record)) is not None
    ]
    return Events(kinds, tuple(sorted(events, key=_when)), shown), problems


def _when(event: Event) -> tuple[int, ...]:
    date = event.date
    # What is known to the year alone comes before the days of that year, what lasts longer before what ends.
    end = date.end_year or date.year
    return date.year, date.month or 0, date.day or 0, -end


def _read_kind(record: Record, kinds: dict[str, Words], codes: tuple[str, ...]) -> None:
    record.expect("id", "name")
    identifier = record.text("id", is_needed=True)
    if identifier in kinds:
        record.report("E001", "id", given=identifier)
    elif identifier and _is_id(record, identifier):
        kinds[identifier] = record.words_by_language("name", codes, is_needed=True)


def _is_id(record: Record, identifier: str) -> bool:
    """Tell whether an id can stand in an address; report one that cannot."""
    is_id = re.fullmatch(r"\w[\w-]*", identifier) is not None
    if not is_id:
        record.report("E002", "id", given=identifier)
    return is_id


class _Reader(State):
    """Reads records as events; `taken` are the ids that there are already, `numbered` the last by name."""

    kinds: Mapping[str, Words]
    codes: tuple[str, ...]
    library: Library
    locator_words: Words
    taken: set[str] = field(default_factory=set)
    numbered: dict[str, int] = field(default_factory=dict)
    guesses: Guesses = field(default_factory=Guesses)

    def event(self, record: Record) -> Event | None:
        """Read one event; without a date that can be it is none."""
        record.expect(*NAMES)
        title = record.words_by_language("title", self.codes, is_needed=True)
        text = record.words_by_language("text", self.codes, is_needed="text" in record)
        kinds = tuple(self._kinds(record))
        works = tuple(self._works(record))
        date = _date(record)
        if date is None:
            return None
        if date.year > _LAST_YEAR:
            record.report("E011", "date", year=date.year)
        return Event(
            self._identifier(record, date),
            date,
            kinds,
            title,
            text,
            write_citation(Citation(works)) if works else "",
            tuple(work.key for work in works),
            record.placed_texts("paragraphs"),
        )

    def _kinds(self, record: Record) -> Iterator[str]:
        if "kind" not in record:
            record.text("kind", is_needed=True)
        for kind, place in record.placed_texts("kind"):
            if kind in self.kinds:
                yield kind
                continue
            known = ", ".join(islice(self.kinds, _KINDS_SHOWN)) or "@@none_yet"
            known += ", …" if len(self.kinds) > _KINDS_SHOWN else ""
            near = self._nearest(kind, self.kinds)
            record.problems.append(problem("E003", place, given=kind, near=near, known=known))

    def _works(self, record: Record) -> Iterator[CitedWork]:
        for given, place in record.placed_texts("sources"):
            # An author may write it as in a page: @hiro2009, [@hiro2009, p. 12], -@hiro2009 after his name.
            source = given.strip("[]").removeprefix("@")
            if (own := self.library.key_of(source)) in self.library:
                yield CitedWork(own)
                continue
            try:
                bracket = f"[{source}]" if source.startswith("-@") else f"[@{source}]"
                works = read_citation(bracket, self.locator_words).works
            except CitationError as error:
                record.problems.append(error.within(f'source "{given}"').at(place))
                continue
            for work in works:
                if (own := self.library.key_of(work.key)) in self.library:
                    yield replace(work, key=own)
                    continue
                near = self._nearest(work.key, self.library.references)
                record.problems.append(problem("C001", place, key=work.key, near=near))

    def _nearest(self, typed: str, known: Iterable[str]) -> str:
        return nearest(typed, known) if self.guesses.is_asked() else ""

    def _identifier(self, record: Record, date: Date) -> str:
        """Return the anchor of an event: its `id`, or its day, numbered where several fall on one day."""
        given = record.text("id")
        if given and not _is_id(record, given):
            given = ""
        if given in self.taken:
            record.report("E004", "id", given=given)
        name = given or date.iso
        number = self.numbered.get(name, 1)
        while (name if number == 1 else f"{name}-{number}") in self.taken:
            number += 1
        identifier = name if number == 1 else f"{name}-{number}"
        self.taken.add(identifier)
        self.numbered[name] = number
        return identifier


def _date(record: Record) -> Date | None:
    given = record.text("date", is_needed=True)
    if not given:
        return None
    try:
        return read_date(given)
    except ImpossibleValueError as error:
        record.report("E005", "date", **error.values)
        return None
