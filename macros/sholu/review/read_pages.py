"""The pages of a review that have been read, by language, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sholu.catalogue.spots import Spot
from sholu.citations.styles import Numbers
from sholu.citations.text import Text
from sholu.pages.persons import MarkedPerson
from sholu.translations.blocks import EditorNote, PageVersion
from sholu.values import State, Value, field


class ReadPage(Value):
    """A page that has been read: its title, what it cites (key to ids) and where, its blocks, its places.

    `persons` are those whom its author has marked. `numbers` are those before the works of its list, if that
    has any.
    """

    title: str
    cited: Mapping[str, tuple[str, ...]]
    version: PageVersion
    spots: Mapping[str, Spot] = field(default_factory=dict)
    place_marks: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    notes: tuple[EditorNote, ...] = ()
    persons: tuple[MarkedPerson, ...] = ()
    numbers: Numbers = field(default_factory=lambda: MappingProxyType({}))


class ReadPages(State):
    """All pages by language and by their paths in the docs folder."""

    _pages: dict[str, dict[str, ReadPage]] = field(default_factory=dict)
    _order: dict[str, int] = field(default_factory=dict)

    def put_in_order(self, names: Iterable[str]) -> None:
        """Take the order of pages from the menu; lists of places name them in it."""
        self._order |= {name: position for position, name in enumerate(names)}

    def add(self, code: str, name: str, page: ReadPage) -> None:
        """Keep a page of a language."""
        self._pages.setdefault(code, {})[name] = page

    def page(self, code: str, name: str) -> ReadPage:
        """Return a page that was read."""
        return self._pages[code][name]

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages that have pages."""
        return tuple(self._pages)

    def of(self, code: str) -> Mapping[str, ReadPage]:
        """Return the pages of a language in the order of the menu, by their paths."""
        pages = self._pages.get(code, {})
        return {name: pages[name] for name in sorted(pages, key=self.place)}

    def versions(self) -> dict[str, PageVersion]:
        """Return all pages, language by language, by the paths of their files."""
        return {page.version.path: page.version for code in self.codes for page in self.of(code).values()}

    def cited(self, code: str, name: str) -> tuple[str, ...]:
        """Return the keys of the works that a page cites, in the order of its list."""
        page = self._pages.get(code, {}).get(name)
        return tuple(page.cited) if page else ()

    def place(self, name: str) -> tuple[int, str]:
        """Return where a page stands in the menu; pages that are not in it come last."""
        return self._order.get(name, len(self._order)), name

    def cited_anywhere(self) -> frozenset[str]:
        """Return the keys of all works that a page of any language cites."""
        return frozenset(
            key for pages in self._pages.values() for page in pages.values() for key in page.cited
        )
