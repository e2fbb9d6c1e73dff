"""The places of citations in the tree of a page, until their words are put there."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element


class Mark(Element):
    """A citation: `source` is how it is typed, on one line, `breaks` how many breaks of lines it had.

    Where it can be no citation, in the description of a picture, Python-Markdown takes its text.
    `place` names the macro that brought it along, if one did.
    """

    def __init__(self, source: str, place: str = "") -> None:
        super().__init__("span")
        self.text = source
        self.source = source
        self.breaks = 0
        self.place = place


def marks(parent: Element, above: tuple[Element, ...] = ()) -> Iterator[tuple[Mark, tuple[Element, ...]]]:
    """Yield all marks in reading order, each with the elements around it."""
    parents = (*above, parent)
    for child in parent:
        if isinstance(child, Mark):
            yield child, parents
        else:
            yield from marks(child, parents)
