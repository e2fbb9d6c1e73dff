"""The library of a review: all works of its bibliography, by their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from sholu.bibliography.proper_names import Names, proper_names
from sholu.bibliography.references import Reference
from sholu.values import Value, field


class Library(Value, dict=True):
    """All works of a review, in the order of the file, with the letters of their years.

    `year_letters` maps a key to "a", "b", … where a label would fit two works. They are given once
    over the whole library, so that a label never changes from page to page. `aliases` maps other keys of a
    work (biblatex's `ids`) to its own.
    """

    references: Mapping[str, Reference]
    year_letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def key_of(self, key: str) -> str:
        """Return the own key of the work that a key or an alias names; any other as it is."""
        return key if key in self.references else self.aliases.get(key, key)

    def __getitem__(self, key: str) -> Reference:
        return self.references[key]

    def __contains__(self, key: object) -> bool:
        return key in self.references

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references.values())

    @cached_property
    def proper_names(self) -> Names:
        """The names that its works know, by which titles in sentence case keep their capitals."""
        return proper_names(self)
