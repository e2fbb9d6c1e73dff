"""What an author is told of a citation that stands where none can be read, or where no link can be."""

from __future__ import annotations

from sholu.citations.grammar import CitationError


def in_heading(source: str) -> CitationError:
    """Refuse a citation in a heading."""
    return CitationError("C020", source=source)


def in_link(source: str) -> CitationError:
    """Refuse a citation in the text of a link."""
    return CitationError("C021", source=source)


def in_target(source: str) -> CitationError:
    """Refuse a citation in what Markdown takes for the address of a link."""
    return CitationError("C022", source=source)


def in_html(source: str) -> CitationError:
    """Refuse a citation in HTML."""
    return CitationError("C023", source=source)


def lost(source: str) -> CitationError:
    """Refuse a citation in what has no text."""
    return CitationError("C024", source=source)
