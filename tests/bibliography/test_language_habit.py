"""A file that says no languages tells by its other works what a short title is in; real works on Miletus."""

from __future__ import annotations

import pytest
from sholu.bibliography.bibtex import library_of

pytestmark = pytest.mark.pure

TOLD = (
    "Zur kunstgeschichtlichen Stellung der Großen Kirche",
    "Beiträge zur Chronologie der archaischen ostionischen Plastik",
    "Halbmond im letzten Viertel. Briefe und Reiseberichte aus der alten Türkei",
)
ASKED = {
    "Die Ruinen von Milet": "de",
    "Ein milesisches Polyandrion": "de",
    # A word that French has, too, English ones, and none.
    "Histoire des Turcs": "",
    "The Date of the Regulations for Miletus": "",
    "Milet": "",
}


def languages(titles: tuple[str, ...]) -> dict[str, str]:
    """Read works of these titles, and return their languages."""
    entries = "".join(f"@book{{k{one}, title = {{{title}}}}}\n" for one, title in enumerate(titles))
    library, _ = library_of(entries.encode(), "a.bib")
    return {str(work.title.original): work.language for work in library}


def test_a_small_word_tells_where_others_have_told() -> None:
    """Three works of a language make a habit."""
    assert languages((*TOLD, *ASKED)) == {**dict.fromkeys(TOLD, "de"), **ASKED}


def test_alone_it_tells_nothing() -> None:
    """“Die” may be English, “von” a name."""
    assert set(languages((*TOLD[:2], *ASKED)).values()) == {"de", ""}
    assert languages((*TOLD[:2], *ASKED))["Die Ruinen von Milet"] == ""
