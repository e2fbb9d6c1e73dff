"""Find a work by its key or by words, and show how each language of a review cites and lists it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.bibliography.library import Library
from sholu.bibliography.references import Reference
from sholu.citations.text import plain
from sholu.problems.telling import phrase
from sholu.review.listings import Listings
from sholu.search.works import forms


def matching(library: Library, words: Sequence[str]) -> tuple[Reference, ...]:
    """Return the works that are meant, in the order of the file.

    Args:
        library: all works.
        words: a key, alone; or words of names, titles, a year, in any language and script of the entry.
            Each must stand in it, if only as a part of a word.
    """
    key = " ".join(words).removeprefix("[").removesuffix("]").removeprefix("@")
    if key in library:
        return (library[key],)
    wanted = [word.casefold() for word in " ".join(words).split()]
    return tuple(one for one in library if all(word in said for said in (_said(one),) for word in wanted))


def _said(reference: Reference) -> str:
    year = str(reference.date.year) if reference.date else ""
    return " ".join((reference.key, year, *(form for form, _ in forms(reference)))).casefold()


def shown(reference: Reference, listings: Listings, codes: Sequence[str], language: str) -> Iterator[str]:
    """Yield the lines that show a work: its bracket, then in each language the citation and the entry.

    Args:
        reference: the work.
        listings: how the languages of the review cite.
        codes: those languages.
        language: that in which the author is told.
    """
    yield bracket(reference)
    width = max(map(len, codes))
    for code in codes:
        citations = listings.of(code).citations
        yield f"  {code:{width}}  {plain(citations.text(bracket(reference)))}"
        if citations.style.has_entry(reference):
            yield f"  {'':{width}}  {plain(citations.entry(reference.key))}"
        else:
            yield f"  {'':{width}}  {phrase('cite_unlisted', language)}"


def bracket(reference: Reference) -> str:
    """Return what an author types to cite a work."""
    return f"[@{reference.key}]"
