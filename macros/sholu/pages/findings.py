"""What is found in the text of a page, before its lines are known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.values import Value

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Edit(Value, order=True):
    """What is to stand in place of a piece of a text, given by its offsets."""

    start: int
    end: int
    text: str


class Finding(Value):
    """Something on a page: where it stands (offset in its text), its code, what its sentences name.

    `edits` mend it, where there is one right way to.
    """

    start: int
    code: str
    values: Mapping[str, object] = _NOTHING
    edits: tuple[Edit, ...] = ()

    def at(self, place: Place) -> Problem:
        """Return it as a problem at a place of a file."""
        return problem(self.code, place, **self.values)
