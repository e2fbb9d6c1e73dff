"""What the catalogue is filtered by: kind, country, language, topic, who mentions it; their names. Pure.

A value of a work stands in the address (`?topic=water`), so it is the same in every language of the site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from sholu.bibliography.references import Reference, Standing
from sholu.bibliography.topics import Topics
from sholu.languages import Language, worded
from sholu.languages.countries import country_name, language_name
from sholu.values import Value
from sholu.works.groups import SEPARATOR, SOURCES, groups_of

# Stands for what a work does not say.
UNKNOWN = "none"
# What the text mentions in either way, as against what only its editors do (`of_the_text`).
BOTH = SEPARATOR.join((Standing.CITED.value, Standing.NAMED.value))


class Option(Value):
    """One value of a facet, what it is called, and how many works have it."""

    value: str
    name: str
    count: int


class Facet(Value):
    """Something that works are filtered by; `name` is its parameter in the address."""

    name: str
    options: tuple[Option, ...]


class Facets(Value):
    """Says in one language what works are filtered by."""

    own: Language
    topics: Topics

    def values(self, reference: Reference) -> Mapping[str, tuple[str, ...]]:
        """Return the values of a work by facet; one that it does not say is `UNKNOWN`."""
        return {
            "kind": (reference.kind.value,),
            "country": tuple(group or UNKNOWN for group in groups_of(reference)),
            "language": (reference.language or UNKNOWN,),
            "topic": reference.keywords or (UNKNOWN,),
            "mention": (reference.mention.value,),
        }

    def name(self, facet: str, value: str) -> str:
        """Return what a value is called."""
        if value == UNKNOWN:
            return self.own.catalogue["unknown"]
        match facet:
            case "kind":
                return self.own.kinds[value]
            case "country":
                is_country = value != SOURCES
                return country_name(value, self.own.code) if is_country else self.own.messages["map_sources"]
            case "language":
                return language_name(value, self.own.code)
            case "topic":
                return self.topics.name(value, self.own.code)
            case _:
                return worded(self.own.catalogue, f"mention_{'both' if value == BOTH else value}")

    def of(self, references: Iterable[Reference]) -> tuple[Facet, ...]:
        """Return the facets by which these works differ."""
        counts: dict[str, Counter[str]] = {}
        for reference in references:
            for facet, values in self.values(reference).items():
                counts.setdefault(facet, Counter()).update(values)
        return tuple(
            Facet(facet, self._options(facet, found)) for facet, found in counts.items() if len(found) > 1
        )

    def _options(self, facet: str, found: Counter[str]) -> tuple[Option, ...]:
        if facet == "mention" and len(found) == len(Standing):
            found[BOTH] = found[Standing.CITED.value] + found[Standing.NAMED.value]
        options = [Option(value, self.name(facet, value), count) for value, count in found.items()]
        return tuple(sorted(options, key=self._order(facet)))

    def _order(self, facet: str) -> Callable[[Option], tuple[object, ...]]:
        """Order topics as their file does, the others by the alphabet; what is not known comes last."""
        places = {topic: place for place, topic in enumerate(self.topics.names)}

        def order(option: Option) -> tuple[object, ...]:
            is_unknown = option.value in {UNKNOWN, SOURCES}
            place = places.get(option.value, len(places)) if facet == "topic" else 0
            return is_unknown, place, self.own.sort_key(option.name)

        return order
