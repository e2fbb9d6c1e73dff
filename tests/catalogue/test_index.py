"""What a long catalogue is filtered and ordered by, as its script reads it."""

from __future__ import annotations

import json

from sholu.catalogue.index import index
from sholu.citations.page import entry_id
from sholu.citations.text import Element, Span


def item(key: str, *attributes: tuple[str, str]) -> Element:
    """Make an item of a list: an entry, names, a note, and a button, whose words nobody looks for."""
    children = (
        "0. ",
        Span((f"Entry of {key}",), role="reference__text"),
        Element("details", (), ("Show", Span(("Хиро",), role="reference__names"))),
        Span(("A note",), role="reference__note"),
    )
    return Element("li", (("id", entry_id(key)), *attributes), children)


def test_a_work_has_its_words_places_and_facets() -> None:
    """What is not said of a work is empty; facets are those of the first."""
    said = (("data-year", "2009"), ("data-first", "3"), ("data-author", "1"), ("data-words", "hiro"))
    facets = (("data-kind", "book"), ("data-language", "en"))
    known = json.loads(index([item("hiro2009", *said, *facets), item("ann", ("data-kind", "law"))]))
    assert known == {
        "facets": ["kind", "language"],
        "works": [
            ["hiro2009", "Entry of hiro2009 Хиро A note hiro 2009", "2009", "3", "1", "book", "en"],
            ["ann", "Entry of ann Хиро A note  ", "", "", "", "law", ""],
        ],
    }


def test_it_is_a_line_in_the_letters_of_the_works() -> None:
    """As short as JSON can be."""
    assert index([]) == '{"facets":[],"works":[]}\n'
    assert "Хиро" in index([item("a")])
