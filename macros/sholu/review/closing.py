"""A page of a review once it is read: what of it is kept, and the ids to which links may lead."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.catalogue.spots import spots
from sholu.citations.reading import PageReading
from sholu.conversion import PageExtension
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.review.exhibition import Exhibition
from sholu.review.places import PLACES
from sholu.review.read_pages import ReadPage
from sholu.translations.blocks import Block, BlockKind, PageVersion
from sholu.values import Value


class ClosedPage(Value):
    """A page that was read: its language, its path in the docs folder, its title.

    `source` is the language that it says to be translated from, or "", and the line on which it does.
    """

    code: str
    name: str
    title: str
    source: tuple[str, int]


def close_page(pictures: Exhibition, page: ClosedPage, rules: PageExtension) -> frozenset[str]:
    """Take over what was read from a page; return the ids that Sholu gives on it.

    Args:
        pictures: the review, which gets the page and its problems.
        page: what is known of it.
        rules: those by which it was read.
    """
    reading, found = rules.reading, rules.found
    source = reading.source
    # Numbers alone, so that nothing holds the text of a page when it has been read.
    lines = {one.identifier: source.file_line(found.lines.get(one.identifier, 0)) for one in found.blocks}

    def line_of(block: Block) -> int:
        return lines[block.identifier]

    version = PageVersion(page.code, source.path, found.blocks, line_of, *page.source)
    pictures.review.problems.update(found.problems(source), _empty_places(reading, pictures))
    pictures.review.labels_of(page.code).used.update(rules.labels.used)
    cited = reading.citations.cited
    where = spots(rules.tree(), found.blocks) if cited else {}
    numbers = reading.citations.numbers
    marks = reading.place_marks
    read = ReadPage(page.title, cited, version, where, marks, found.notes, rules.persons, numbers)
    pictures.review.close_page(page.code, page.name, read, reading.problems)
    brought = frozenset(one for name in reading.places for one in PLACES[name].ids(pictures))
    return reading.anchors | frozenset(block.identifier for block in found.blocks) | brought


def _empty_places(reading: PageReading, pictures: Exhibition) -> Iterator[Problem]:
    """Report macros of a page that have nothing to show."""
    for name, line in reading.places.items():
        if missing := PLACES[name].missing(pictures):
            code, file = missing
            yield problem(code, Place(reading.source.path, line), file=file)


def first_heading(rules: PageExtension) -> str:
    """Return the words of the first heading of the first level, "" if there is none."""
    headings = (one for one in rules.found.blocks if one.kind is BlockKind.HEADING and one.level == 1)
    return next((one.words for one in headings), "")
