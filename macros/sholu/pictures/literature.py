"""Who studied what, and when: the works of a library by country of their authors, topic and year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from urllib.parse import urlencode

from sholu.bibliography.references import Reference
from sholu.bibliography.topics import Topics
from sholu.languages import Language
from sholu.languages.countries import country_name
from sholu.values import Value
from sholu.works.groups import SOURCES, UNKNOWN, groups_of

# How the address of the list of all works asks for what has no country.
_NO_COUNTRY = "none"


class Work(Value):
    """A work as readers see it: what the text calls it, its title, where its entry is ("" if nowhere)."""

    reference: Reference
    label: str
    title: str
    address: str = ""


class Literature(Value, dict=True):
    """The works of a library in one language.

    `mention` is the value by which the list of all works is filtered for these, "" if it has no others.
    """

    works: tuple[Work, ...]
    topics: Topics
    own: Language
    mention: str = ""

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The countries, those with most works first, then what has none."""
        counts: dict[str, int] = {}
        for work in self.works:
            for group in groups_of(work.reference):
                counts[group] = counts.get(group, 0) + 1

        def order(group: str) -> tuple[object, ...]:
            last = (UNKNOWN, SOURCES).index(group) + 1 if group in {UNKNOWN, SOURCES} else 0
            return last, -counts[group], self.own.sort_key(self.group_name(group))

        return tuple(sorted(counts, key=order))

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The topics: those of the review in its order, also without works, then others that works name."""
        others = {
            topic for work in self.works for topic in work.reference.keywords
        } - self.topics.names.keys()
        return (*self.topics.names, *sorted(others))

    def group_name(self, group: str) -> str:
        """Return what a group is called."""
        if group == UNKNOWN:
            return self.own.messages["map_unknown"]
        return self.own.messages["map_sources"] if group == SOURCES else country_name(group, self.own.code)

    def topic_name(self, topic: str) -> str:
        """Return what a topic is called."""
        return self.topics.name(topic, self.own.code)

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], tuple[Work, ...]]:
        """The works on each topic by each group."""
        cells: dict[tuple[str, str], list[Work]] = {}
        for work in self.works:
            for topic in dict.fromkeys(work.reference.keywords):
                for group in groups_of(work.reference):
                    cells.setdefault((topic, group), []).append(work)
        return {place: tuple(works) for place, works in cells.items()}

    @cached_property
    def most(self) -> int:
        """How many works the fullest cell has."""
        return max(map(len, self.cells.values()), default=1)

    def of_group(self, group: str) -> tuple[Work, ...]:
        """Return the works of a group."""
        return self._by_group.get(group, ())

    @cached_property
    def _by_group(self) -> Mapping[str, tuple[Work, ...]]:
        by_group: dict[str, list[Work]] = {}
        for work in self.works:
            for group in dict.fromkeys(groups_of(work.reference)):
                by_group.setdefault(group, []).append(work)
        return {group: tuple(works) for group, works in by_group.items()}


def filtered(bibliography: str, topic: str, group: str, works: tuple[Work, ...], mention: str = "") -> str:
    """Return the address of the works of a cell: the list of all works, filtered by a script.

    Without a script, and where the cell has a single work, the address leads to that work in the whole list.

    Args:
        bibliography: the address of the list of all works.
        topic: the topic.
        group: a country, or what has none.
        works: the works of the cell.
        mention: how the text mentions them, where the list has others too.
    """
    fragment = works[0].address.partition("#")[2] if len(works) == 1 else ""
    asked = {"country": group or _NO_COUNTRY, "topic": topic} | ({"mention": mention} if mention else {})
    address = f"{bibliography}?{urlencode(asked)}"
    return f"{address}#{fragment}" if fragment else address
