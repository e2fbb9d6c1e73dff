"""All notes of the editors in one language: on a page as a list with links, and in its plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from sholu.citations.text import Element, Link, Node, Text, in_scripts
from sholu.languages.typography import unbroken
from sholu.publication.twins import as_text
from sholu.regexes import regex
from sholu.review.read_pages import ReadPage
from sholu.translations.blocks import BlockKind, EditorNote
from sholu.translations.words import CLOSES, OPENS
from sholu.values import Value

_CITED = regex(f"{OPENS}(.*?){CLOSES}", re.DOTALL)


class NotedPage(Value):
    """A page with notes: its name without language ("findings"), its address, what it is, how it cites."""

    name: str
    address: str
    page: ReadPage
    cite: Callable[[str], str]

    def notes(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield for each note an anchor of its own, its heading, its address and what it says."""
        headings = {
            block.identifier: unbroken(block.words, self.page.version.language)
            for block in self.page.version.blocks
            if block.kind is BlockKind.HEADING
        }
        for number, note in enumerate(self.page.notes, 1):
            heading = headings.get(note.section, self.page.title)
            anchor = f"note-{self.name.replace('/', '-')}-{number}"
            yield anchor, heading, f"{self.address}#{note.identifier}", self._said(note)

    def _said(self, note: EditorNote) -> str:
        said = _CITED.sub(lambda found: self.cite(found[1]), note.words)
        return unbroken(said, self.page.version.language)


def notes_list(pages: Mapping[str, NotedPage]) -> Text:
    """List the notes page by page, each with a link to its place; () if there are none."""
    return tuple(_page(one) for one in pages.values() if one.page.notes)


def _page(noted: NotedPage) -> Node:
    code = noted.page.version.language
    items = tuple(
        Element("li", (("id", anchor),), in_scripts((Link((heading,), address), f": {said}"), code))
        for anchor, heading, address, said in noted.notes()
    )
    name = noted.name.replace("/", "-")
    title = Element(
        "p", (("id", f"notes-{name}"), ("class", "notes__page")), in_scripts((noted.page.title,), code)
    )
    return Element("div", (("class", "notes"),), (title, Element("ul", (), items)))


def notes_in_plain_text(pages: Mapping[str, NotedPage]) -> str:
    """Write the same list in plain Markdown, which has no links to a place within a page."""
    lines: list[str] = []
    for one in pages.values():
        if one.page.notes:
            lines.append(f"- {as_text(one.page.title)}")
            lines += [f"    - {as_text(heading)}: {as_text(said)}" for _, heading, _, said in one.notes()]
    return "\n".join(lines)
