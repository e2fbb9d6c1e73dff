"""The citation graph: which section of the review cites which works, as lines between two lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from sholu.citations.text import Element, Link, Node, Text
from sholu.languages import Language
from sholu.pictures.drawing import COLOURS, LINE, file, lines, text, titled
from sholu.pictures.literature import Work
from sholu.pictures.pages import Section, SeenPage
from sholu.pictures.tables import Files, Table, below, csv_file, links
from sholu.values import Value

_ROW = 34
_LEFT = 350
_RIGHT = 560
_LETTERS_LEFT = 52
_LETTERS_RIGHT = 44
# In units of the drawing in a page, which is stretched to its lists.
_UNIT = 10
_THICKEST = 3


class _Row(Value):
    """A row of the left list: a page (no section) or one of its sections."""

    page: SeenPage
    section: Section | None = None


class CitationGraph(Value, dict=True):
    """Sections and works in one language; `works` are all that have an entry, by key."""

    pages: tuple[SeenPage, ...]
    works: Mapping[str, Work]
    own: Language

    @cached_property
    def rows(self) -> tuple[_Row, ...]:
        """Each page that cites, then its sections that do."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[_Row]:
        for page in self.pages:
            citing = [section for section in page.sections if self._cited(section)]
            if citing:
                yield _Row(page)
                yield from (_Row(page, section) for section in citing)

    def _cited(self, section: Section) -> dict[str, int]:
        return {key: count for key, count in section.cited.items() if key in self.works}

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The works that a section cites, in the order in which a reader meets them."""
        return tuple(
            dict.fromkeys(key for row in self.rows if row.section for key in self._cited(row.section))
        )

    @cached_property
    def edges(self) -> tuple[tuple[int, int, int], ...]:
        """Row of the left list, row of the right one, and how often the one cites the other."""
        places = {key: number for number, key in enumerate(self.cited)}
        return tuple(
            (number, places[key], count)
            for number, row in enumerate(self.rows)
            if row.section
            for key, count in self._cited(row.section).items()
        )

    @cached_property
    def _tallest(self) -> int:
        return max(len(self.rows), len(self.cited), 1)

    def _middle(self, number: int, count: int) -> float:
        """Return where the middle of a row is, in rows; the shorter list stands in the middle."""
        return (self._tallest - count) / 2 + number + 0.5

    def _colour(self, row: _Row) -> int:
        order = list(dict.fromkeys(one.page.name for one in self.rows))
        return order.index(row.page.name) % len(COLOURS) + 1

    def element(self, files: Files) -> Text:
        """Write the graph for a page."""
        sections = tuple(self._section(number, row) for number, row in enumerate(self.rows))
        works = tuple(
            Element(
                "li",
                (("data-node", f"w{number}"),),
                links([(self.works[key].label, self.works[key].address)]),
            )
            for number, key in enumerate(self.cited)
        )
        size = (("viewBox", f"0 0 100 {self._tallest * _UNIT}"), ("preserveAspectRatio", "none"))
        edges = Element("svg", (*size, ("aria-hidden", "true")), tuple(self._edges()))
        words = self.own.messages
        columns = (
            Element("ul", (("aria-label", words["graph_sections"]),), sections),
            Element("div", (("class", "graph__edges"),), (edges,)),
            Element("ul", (("aria-label", words["graph_works"]),), works),
        )
        whole = Element(
            "div",
            (("class", "picture graph"),),
            (
                Element("p", (("class", "picture__caption"),), (words["graph_desc"],)),
                Element("div", (("class", "graph__columns"), ("data-search-exclude", "true")), columns),
                *below(self._table(), files, self.own),
            ),
        )
        return (whole,)

    def _section(self, number: int, row: _Row) -> Element:
        if row.section is None:
            link = Link((row.page.title,), row.page.address or "#")
            return Element("li", (("class", f"graph__page s{self._colour(row)}"),), (link,))
        link = Link((row.section.title,), f"{row.page.address}#{row.section.identifier}")
        return Element("li", (("data-node", f"s{number}"),), (link,))

    def _edges(self) -> Iterator[Node]:
        for left, right, count in self.edges:
            begin = self._middle(left, len(self.rows)) * _UNIT
            end = self._middle(right, len(self.cited)) * _UNIT
            yield Element(
                "path",
                (
                    ("class", f"edge s{self._colour(self.rows[left])} edge--{min(count, _THICKEST)}"),
                    ("data-from", f"s{left}"),
                    ("data-to", f"w{right}"),
                    ("d", f"M0 {begin:g}C50 {begin:g} 50 {end:g} 100 {end:g}"),
                ),
                (),
            )

    def svg(self) -> str:
        """Draw the graph as a file."""
        nodes: list[Node] = []
        for left, right, count in self.edges:
            begin = self._middle(left, len(self.rows)) * _ROW
            end = self._middle(right, len(self.cited)) * _ROW
            middle = (_LEFT + _RIGHT) / 2
            section, work = self.rows[left].section, self.works[self.cited[right]]
            path = f"M{_LEFT} {begin:g}C{middle:g} {begin:g} {middle:g} {end:g} {_RIGHT} {end:g}"
            role = f"edge s{self._colour(self.rows[left])}"
            attributes = (("class", role), ("stroke-width", str(min(count, _THICKEST))), ("d", path))
            name = f"{section.title if section else ''} – {work.label}: {count}"
            nodes.append(Element("path", attributes, (titled(name),)))
        for number, row in enumerate(self.rows):
            y = self._middle(number, len(self.rows)) * _ROW
            if row.section is None:
                nodes.append(text("0", y + 5, row.page.title, f"strong c{self._colour(row)}"))
            else:
                nodes.append(_label(str(_LEFT - 8), y, row.section.title, _LETTERS_LEFT, "faint end"))
        for number, key in enumerate(self.cited):
            y = self._middle(number, len(self.cited)) * _ROW
            nodes.append(_label(str(_RIGHT + 8), y, self.works[key].label, _LETTERS_RIGHT, "faint"))
        words = self.own.messages
        height = self._tallest * _ROW
        return file(words["graph_title"], words["graph_desc"], height, tuple(nodes), self.own.code)

    def csv(self) -> str:
        """Write a row for each section and work that it cites."""
        words = self.own.messages
        rows = [
            (
                row.page.title,
                row.section.title,
                f"{row.page.name}/#{row.section.identifier}".lstrip("/"),
                key,
                self.works[key].label,
                str(count),
            )
            for row in self.rows
            if row.section
            for key, count in self._cited(row.section).items()
        ]
        head = ("page", "section", "address", "key", "work", "citations")
        return csv_file((words[f"column_{name}"] for name in head), rows)

    def _table(self) -> Table:
        words = self.own.messages
        rows: list[tuple[Text, ...]] = []
        for row in self.rows:
            if row.section:
                address = f"{row.page.address}#{row.section.identifier}"
                cited = [
                    (f"{self.works[key].label}{f' × {count}' if count > 1 else ''}", self.works[key].address)
                    for key, count in self._cited(row.section).items()
                ]
                rows.append(((Link((row.section.title,), address),), (row.page.title,), links(cited, "; ")))
        return Table(tuple(words[f"column_{name}"] for name in ("section", "page", "works")), tuple(rows))


def _label(x: str, y: float, words: str, letters: int, role: str) -> Node:
    """Write words in up to some lines around a height."""
    written, height = lines(x, 0, words, letters, role)
    return Element("g", (("transform", f"translate(0 {y + 4 - (height - LINE) / 2:g})"),), (written,))
