"""The data of a picture as a table: in the page for those who do not see it, and as a file to count with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from sholu.citations.text import Element, Link, Node, Text
from sholu.languages import Language, worded
from sholu.regexes import regex
from sholu.values import Value

# The full-width signs are those of Chinese and Japanese keyboards.
_FORMULA = regex(r"(?<![^;\t\r\n])(?=[=@\uff1d\uff20\t\r]|[+\-\uff0b\uff0d](?![\d\s.,]*(?:;|\Z)))")


class Table(Value):
    """Rows below a head; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]

    def element(self, caption: str) -> Element:
        """Write the table for a page."""
        head = tuple(Element("th", (("scope", "col"),), (words,)) for words in self.head)
        rows = tuple(
            Element(
                "tr",
                (),
                (Element("th", (("scope", "row"),), first), *(Element("td", (), cell) for cell in rest)),
            )
            for first, *rest in self.rows
        )
        return Element(
            "table",
            (("class", "picture__table"),),
            (
                Element("caption", (), (caption,)),
                Element("thead", (), (Element("tr", (), head),)),
                Element("tbody", (), rows),
            ),
        )


def csv_file(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table as RFC 4180 has it.

    A mark of byte order begins it: without one Excel takes Cyrillic letters for those of another alphabet.
    What a program of tables would take for a formula begins with an apostrophe (OWASP, CSV injection), also
    behind a semicolon in a cell: where that parts cells, as in Russian and Kazakh settings, it begins one.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(map(_no_formula, head))
    writer.writerows(map(_no_formula, row) for row in rows)
    return f"\ufeff{written.getvalue()}"


def _no_formula(cell: str) -> str:
    # A dash before digits and a plus before them are numbers, which harm nobody.
    return _FORMULA.sub("'", cell)


class Files(Value):
    """Where the files of a picture are: `stem` is their address without the endings, which are `kinds`.

    `name` is what they are called without these, `title` what the picture is.
    """

    stem: str
    name: str
    kinds: tuple[str, ...] = ("svg", "csv")
    title: str = ""


def said_of(kinds: Iterable[str], own: Language) -> Iterator[tuple[str, str]]:
    """Yield what each kind of file is called, and its ending; of two drawings one says what it shows."""
    for kind in kinds:
        shows, _, ending = kind.rpartition(".")
        more = f": {worded(own.messages, f'map_{shows}')}" if shows else ""
        yield f"{ending.upper()}{more}", kind


def below(table: Table, files: Files, own: Language) -> Text:
    """Write what stands below a picture: its data as a table, closed at first, and its files."""
    words = own.messages
    summary = Element("summary", (), (words["picture_table"],))
    scroll = Element(
        "div", (("class", "picture__scroll"), ("tabindex", "0")), (table.element(words["picture_table"]),)
    )
    # Search finds what a picture shows in the page itself, and need not find it twice.
    details = Element(
        "details", (("class", "picture__data"), ("data-search-exclude", "true")), (summary, scroll)
    )
    links: list[Node] = [words["picture_download"], " "]
    for name, kind in said_of(files.kinds, own):
        # Two pictures of a page have files of a kind each.
        heard = f"{name} ({files.title})" if files.title else ""
        attributes = (
            ("href", f"{files.stem}.{kind}"),
            ("download", f"{files.name}.{kind}"),
            ("aria-label", heard),
        )
        links += [Element("a", attributes, (name,)), " "]
    return details, Element("p", (("class", "picture__files"), ("data-search-exclude", "true")), tuple(links))


def links(nodes: Iterable[tuple[str, str]], between: str = ", ") -> Text:
    """Write words with addresses as links with a sign between them; without an address they are words."""
    parts: list[Node] = []
    for words, address in nodes:
        parts += [between if parts else "", Link((words,), address) if address else words]
    return tuple(part for part in parts if part)
