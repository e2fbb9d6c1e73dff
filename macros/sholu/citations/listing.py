"""A list of references on a page: each entry with its note and the ways back to where it is cited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial

from sholu.citations.page import Citations, entry_id, fragment
from sholu.citations.styles import Numbers
from sholu.citations.text import Element, Link, Node, Ready, Span, Text, html, in_scripts, plain
from sholu.values import Value, field

# The numbers of most lists have no more.
_DIGITS = 2


def bibliography(entries: Element, label: str) -> Element:
    """Put a list of works into what a screen reader knows as one, and goes to (DPUB-ARIA 1.1)."""
    return Element("div", (("role", "doc-bibliography"), ("aria-label", label)), (entries,))


def numbered(number: int) -> Text:
    """Write what stands before an entry in a numbered list; () for 0, which is no number."""
    return (Span((f"{number}.",), role="reference__number"), " ") if number else ()


class Listing(Value, eq=False):
    """Writes lists of references in one language; every entry is dressed once and kept.

    `known` holds by key the entries that were dressed before, as HTML and as plain text.
    """

    citations: Citations
    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    _entries: dict[str, Ready] = field(default_factory=dict)
    _items: dict[tuple[str, tuple[str, ...]], Ready] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Let go of what was dressed; who asks for it again gets it dressed anew."""
        self._entries.clear()
        self._items.clear()
        self._words.clear()
        self.known.clear()
        self.citations.forget()

    def dressed(self) -> Mapping[str, tuple[str, str]]:
        """Return the entries that were dressed and not `known`, as these are."""
        return {
            key: (entry.written, self._words.get(key) or plain(entry.children))
            for key, entry in self._entries.items()
            if key not in self.known
        }

    def element(
        self, cited: Mapping[str, tuple[str, ...]], numbers: Numbers | None = None, label: str = ""
    ) -> Element:
        """Make a list of works.

        Args:
            cited: the ids of the marks of each work, in the order of the list.
            numbers: those that stand before the works; None for those that they have everywhere.
            label: what it is called for a listener; "" is a list of one page.
        """
        known = self.citations.style.numbers if numbers is None else numbers
        items = tuple(self._item(key, marks, known.get(key, 0)) for key, marks in cited.items())
        # Wider numbers need a wider margin, the same for all entries of the list.
        digits = len(str(max((known.get(key, 0) for key in cited), default=0)))
        wider = f" references--{digits}" if digits > _DIGITS else ""
        entries = Element("ul", (("class", f"references{wider}"),), items)
        return bibliography(entries, label or self.citations.language.messages["references_heading"])

    def words(self, key: str, numbers: Numbers | None = None) -> str:
        """Return number, entry and note as plain text; `numbers` as for `element`."""
        known = self.citations.style.numbers if numbers is None else numbers
        if key not in self._words:
            dressed = self.known.get(key)
            self._words[key] = dressed[1] if dressed else plain(self._entry(key).children)
        return f"{plain(numbered(known.get(key, 0)))}{self._words[key]}"

    def _item(self, key: str, marks: tuple[str, ...], number: int) -> Node:
        # On most pages a work is cited once: then its item is the same on all of them, but for its number.
        if number or len(marks) > 1:
            return self._new_item(key, marks, number)
        if (key, marks) not in self._items:
            item = (self._new_item(key, marks, number),)
            self._items[key, marks] = Ready(html(item), item)
        return self._items[key, marks]

    def _new_item(self, key: str, marks: tuple[str, ...], number: int) -> Element:
        children = (*numbered(number), self._entry(key), *self._places(marks))
        return Element("li", (("class", "reference"), ("id", entry_id(key))), children)

    def _entry(self, key: str) -> Ready:
        """Return the entry and the editor's note, which are the same on every page."""
        if key not in self._entries:
            if key in self.known:
                entry = Ready(self.known[key][0], partial(self._parts, key))
            else:
                parts = self._parts(key)
                entry = Ready(html(parts), parts)
            self._entries[key] = entry
        return self._entries[key]

    def _parts(self, key: str) -> Text:
        parts: list[Node] = [Span(self.citations.entry(key), role="reference__text")]
        if note := self.citations.note(key):
            label = self.citations.language.messages["note_label"]
            heading = Span((label,), role="reference__note-label")
            parts += [" ", Span((heading, " ", *note), role="reference__note")]
        return in_scripts(tuple(parts), self.citations.language.code)

    def _places(self, marks: tuple[str, ...]) -> tuple[Node, ...]:
        if not marks:
            return ()
        label = self.citations.language.messages["back_to_citation"]
        links: list[Node] = []
        for number, mark in enumerate(marks, start=1):
            links += [" " if links else "", _back(number, mark, label)]
        return (" ", Span(tuple(links), role="reference__places"))


# To the first places of a work lead the same links on every page.
@lru_cache(maxsize=5_000)
def _back(number: int, mark: str, label: str) -> Ready:
    link = (Link((str(number),), fragment(mark), label=label.format(n=number), kind="doc-backlink"),)
    return Ready(html(link), link)
