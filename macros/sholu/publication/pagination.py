"""On which page each thing of a book stands: sheets are set until the numbers that they print are true.

The contents and the list of works print numbers of pages, and are set before these are known. Knows sheets
and what sets them (`Press`), not how type is set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar
from xml.etree.ElementTree import Element

from sholu.publication.book import Chapter

# The contents are set before the numbers are known that they give; those hardly ever need another page.
MOST_ROUNDS = 4


class PrintedPage(Protocol):
    """A page that was set."""

    @property
    def anchors(self) -> Collection[str]:
        """Return the ids of what stands on it."""


class PrintedDocument(Protocol):
    """A sheet that was set."""

    @property
    def pages(self) -> Sequence[PrintedPage]:
        """Return its pages."""


Made = TypeVar("Made", bound=PrintedDocument)
Set_co = TypeVar("Set_co", bound=PrintedDocument, covariant=True)


class Press(Protocol[Set_co]):
    """Sets sheets in type."""

    def set(self, sheet: Element, start: int) -> Set_co:
        """Set a sheet whose first page follows that of the number `start`."""


class PrintedBook(Protocol):
    """What is printed of a book; `numbers` are everywhere the pages of anchors, as far as they are known."""

    @property
    def chapters(self) -> Sequence[Chapter]:
        """Return its chapters, of which the first is the front."""

    @property
    def is_one_page(self) -> bool:
        """Tell whether all of its text is in the front: the contents follow its first sheet, then."""

    def contents(self, numbers: Mapping[str, int]) -> Element:
        """Make the sheet of the contents, which follows the front."""

    def of(self, chapter: Chapter, numbers: Mapping[str, int]) -> Sequence[Element]:
        """Make the sheets of a chapter."""

    def places(self, chapter: Chapter, numbers: Mapping[str, int]) -> object:
        """Return all numbers that a chapter prints."""


def paginated(book: PrintedBook, press: Press[Made]) -> list[Made]:
    """Return front, contents and chapters, in this order, each with numbers of pages that are true.

    A chapter is set again only if it begins on another page, or prints other numbers. Pages count from 1.
    """
    numbers: dict[str, int] = {}
    contents = press.set(book.contents(numbers), 0)
    length = len(contents.pages)
    documents: dict[int, tuple[object, Sequence[Made]]] = {}
    front = book.chapters[0]
    cuts = (slice(1), slice(1, None)) if book.is_one_page else (slice(None),)
    pieces = [*((front, cut) for cut in cuts), *((chapter, slice(None)) for chapter in book.chapters[1:])]
    for _ in range(MOST_ROUNDS):
        before, start, after_front = dict(numbers), 0, 0
        for position, (chapter, cut) in enumerate(pieces):
            known = (start, book.places(chapter, numbers))
            if documents.get(position, (None,))[0] != known:
                documents[position] = known, _in_turn(press, book.of(chapter, numbers)[cut], start)
            pages = [page for document in documents[position][1] for page in document.pages]
            # What goes on over pages has its anchor on each of them, and is where it begins.
            numbers |= {name: start + n for n, page in [*enumerate(pages, 1)][::-1] for name in page.anchors}
            start += len(pages)
            if position == 0:
                after_front, start = start, start + length
        contents = press.set(book.contents(numbers), after_front)
        numbers["contents"] = after_front + 1
        if numbers == before and len(contents.pages) == length:
            break
        length = len(contents.pages)
    first, *others = (made for _, made in documents.values())
    return [*first, contents, *(document for made in others for document in made)]


def _in_turn(press: Press[Made], sheets: Iterable[Element], start: int) -> list[Made]:
    """Set sheets that follow each other."""
    made: list[Made] = []
    for sheet in sheets:
        made.append(press.set(sheet, start))
        start += len(made[-1].pages)
    return made
