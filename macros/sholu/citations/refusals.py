"""What an author is told of a citation that stands where none can be read, or where no link can be."""

from __future__ import annotations

from sholu.citations.grammar import CitationError


def in_heading(source: str) -> CitationError:
    """Refuse a citation in a heading."""
    return CitationError(
        "C020",
        f"{source} stands in a heading, which is repeated in menus and contents",
        "cite in the text below the heading",
    )


def in_link(source: str) -> CitationError:
    """Refuse a citation in the text of a link."""
    return CitationError(
        "C021",
        f"{source} stands in the text of a link, but is a link itself",
        "write it before or after the link",
    )


def in_target(source: str) -> CitationError:
    """Refuse a citation in what Markdown takes for the address of a link."""
    return CitationError(
        "C022",
        f"{source}: begins a line, where Markdown takes it for the address of a link and shows nothing",
        "write a word before it, or leave out the colon",
    )


def in_html(source: str) -> CitationError:
    """Refuse a citation in HTML."""
    return CitationError(
        "C023",
        f"{source} stands in HTML, where citations are not read",
        'write the block in Markdown, or give its HTML element the attribute markdown="1"',
    )


def lost(source: str) -> CitationError:
    """Refuse a citation in what has no text."""
    return CitationError(
        "C024",
        f"{source} stands where no link can be, in the description of an image or the title of a link",
        "write it in the text",
    )
