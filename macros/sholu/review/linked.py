"""The links of a page that are looked for once all pages are read, and what was seen to be wrong before."""

from __future__ import annotations

from sholu.problems import Problem
from sholu.values import State, Value, field


class Link(Value):
    """A link to a place: on which page it stands and where, which page it leads to, which place there."""

    source: str
    line: int
    address: str
    target: str
    place: str


class LinksOfPage(State):
    """The links of one page that are looked for later, and what is wrong with others."""

    links: list[Link] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
