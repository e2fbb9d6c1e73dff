"""A long catalogue in pages of `FIRST` works, which need no script; with one the first page finds all. Pure.

The catalogue is made whole, for the book and the search; each page of it has some of its elements.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote

from sholu.citations.page import Citations, entry_id, fragment
from sholu.citations.parts import FIRST, index_address, part_address
from sholu.citations.text import Element, Link, Node, Ready, Text
from sholu.languages import Language
from sholu.values import Value, replace

# The works, and what stands beside them on every page; filters and lists for a journal stand on the first.
_LIST = ("role", "doc-bibliography")
_ROW = "catalogue__row"
_COUNT = ("class", "catalogue__count")
_ENTRY = fragment(entry_id(""))


def keys_of(citations: Citations) -> list[str]:
    """Return the keys of the works that the list of a language holds, in its order."""
    return [work.key for work in citations.style.listed(citations.library)]


class Part(Value):
    """One page of a list: the place of its first work, from 0; what its title adds, "" on the first page."""

    start: int
    said: str
    text: Text


class Parting(Value, dict=True):
    """Parts the catalogue of one language.

    `address` is its first page from the root of the site; `keys` are those of its works in their order.
    """

    own: Language
    address: str
    keys: Sequence[str]

    def parts(self, catalogue: Text) -> tuple[Part, ...]:
        """Return the pages of the list, () if it fits on one.

        Args:
            catalogue: the list with all works, as `catalogue.page` makes it.
        """
        if len(self.keys) <= FIRST:
            return ()
        (whole,) = (one for one in catalogue if isinstance(one, Element))
        return tuple(self._part(start, whole) for start in range(0, len(self.keys), FIRST))

    def _part(self, start: int, whole: Element) -> Part:
        children: list[Node] = []
        for child in whole.children:
            if not isinstance(child, Element):
                children.append(child)
            elif _LIST in child.attributes:
                children += [self._listed(start, child), self._steps(start)]
            elif _is(child, _ROW):
                children.append(replace(child, children=tuple(self._counted(start, child.children))))
            elif not start:
                children.append(child)
        said = self.own.catalogue["part"].format(start // FIRST + 1) if start else ""
        return Part(start, said, (replace(whole, children=tuple(children)),))

    def _counted(self, start: int, row: Text) -> Sequence[Node]:
        """Say how many of all works the page shows."""
        total = len(self.keys)
        last = min(start + FIRST, total)
        shown = self.own.catalogue["shown"].format(n=f"{start + 1}–{last}" if start else last, total=total)
        return [
            replace(one, children=(shown,)) if isinstance(one, Element) and _COUNT in one.attributes else one
            for one in row
        ]

    def _listed(self, start: int, every: Element) -> Element:
        """Return the list with the works of one page; what leads to others leads to their pages."""
        (entries,) = (one for one in every.children if isinstance(one, Element))
        items = entries.children[start : start + FIRST]
        own = tuple(_led(item, lambda address: self._from_page(start, address)) for item in items)
        return replace(every, children=(replace(entries, children=own),))

    def _from_page(self, start: int, address: str) -> str:
        if address.startswith(_ENTRY):
            return self._entry(self._first, address.removeprefix(_ENTRY))
        return f"{self._first}{address}" if start and address.startswith(("?", "#")) else address

    @property
    def _first(self) -> str:
        """The first page, as the others link to it."""
        return posixpath.basename(self.address) or "./"

    def _steps(self, start: int) -> Node:
        """Lead on and back; a script puts more works into the first page in place of leading on."""
        words = self.own.catalogue
        count = (len(self.keys) - 1) // FIRST + 1

        def step(title: str, way: str, other: int) -> Node:
            return Element("a", (("rel", way), ("href", part_address(self._first, other))), (title,))

        inner: list[Node] = [Element("span", (), (f"{start // FIRST + 1} / {count}",))]
        if start:
            inner = [step(words["part_before"], "prev", start - FIRST), " ", *inner]
        if start + FIRST < len(self.keys):
            inner += [" ", step(words["part_next"], "next", start + FIRST)]
        attributes = (
            ("class", "catalogue__parts"),
            ("aria-label", words["part"].format(start // FIRST + 1)),
            ("data-parts", str(count)),
            ("data-total", str(len(self.keys))),
            ("data-first", self._first),
            ("data-second", part_address(self._first, FIRST)),
            ("data-works", index_address(self._first)),
            ("data-more", self.own.interface["search_more"]),
        )
        return Element("nav", attributes, tuple(inner))

    def linked(self, written: str, address: str) -> str:
        """Lead the links of a page to works that stand on a further page there.

        Args:
            written: the page.
            address: the first page of the list, as that page links to it.
        """
        to = re.compile(rf'href="{re.escape(address + _ENTRY)}([^"]+)"')
        return to.sub(lambda found: f'href="{self._entry(address, found[1])}"', written)

    def _entry(self, first: str, name: str) -> str:
        """Return the address of a work, as it is named in that of its entry."""
        key = unquote(name)
        return f"{part_address(first, self._places.get(key, 0))}{fragment(entry_id(key))}"

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {key: position for position, key in enumerate(self.keys)}


def _is(element: Element, role: str) -> bool:
    return role in dict(element.attributes).get("class", "").split()


def _led(node: Node, lead: Callable[[str], str]) -> Node:
    """Return an element whose links lead where `lead` says."""
    if isinstance(node, str | Ready):
        return node
    children = tuple([_led(child, lead) for child in node.children])
    if isinstance(node, Link):
        return replace(node, children=children, address=lead(node.address))
    if isinstance(node, Element):
        attributes = tuple(
            (name, lead(value) if name == "href" else value) for name, value in node.attributes
        )
        return replace(node, children=children, attributes=attributes)
    return replace(node, children=children)
