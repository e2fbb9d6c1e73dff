"""Which works a text cites, in the order of citing, before any page is written: for numbers over a review.

Reads the prose of a page as its author wrote it, macros written out; footnotes count where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sholu.citations.grammar import CitationError, read_citation
from sholu.citations.locator_kinds import locator_words
from sholu.citations.macros import NOCITE, PLACES
from sholu.citations.reading import citation_in, citation_pattern
from sholu.citations.source import without_code
from sholu.regexes import regex

_BETWEEN_PARAGRAPHS = regex(r"\n[ \t>]*\n")


def cited_keys(text: str, of_places: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the keys that a text cites, in reading order, some of them several times.

    Args:
        text: Markdown, macros written out.
        of_places: what macros that fill a place cite, by their names.
    """
    if "@" not in text:
        return
    for paragraph in _BETWEEN_PARAGRAPHS.split(without_code(text)):
        if "@" not in paragraph:
            continue
        for found in citation_pattern().finditer(paragraph):
            citation = citation_in(found, paragraph)
            if citation is None:
                continue
            source = " ".join(citation[0].split())
            if source in PLACES:
                for other in of_places.get(PLACES[source], ()):
                    yield from _keys(other)
            elif not source.startswith(NOCITE):
                yield from _keys(source)


def in_order_of_citing(
    texts: Iterable[str], of_places: Mapping[str, Iterable[str]], is_known: Callable[[str], bool]
) -> tuple[str, ...]:
    """Return the keys of the works that the pages of a review cite, each once, in the order of the pages."""
    keys = (key for text in texts for key in cited_keys(text, of_places))
    return tuple(filter(is_known, dict.fromkeys(keys)))


def _keys(source: str) -> Iterator[str]:
    try:
        citation = read_citation(source, locator_words())
    except CitationError:
        # It is reported when its page is read.
        return
    yield from (work.key for work in citation.works)
