"""Pages that are written as HTML, as a book has them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from sholu.pages.raw import parsed
from sholu.publication.chapters import chapter_of


def chapter(html: str) -> Element:
    """Return a page as a book takes it."""
    return chapter_of(parsed(html))


def elements(html: str) -> tuple[Element, ...]:
    """Return some elements."""
    return tuple(chapter(html))
