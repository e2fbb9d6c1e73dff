"""Trees of a book: levels of headings, text that is put behind what is there."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from sholu.publication.trees import append_text, level


def test_a_heading_has_a_level_and_nothing_else_has() -> None:
    """From one to six."""
    assert [level(Element(tag)) for tag in ("h1", "h3", "h6", "p", "h7")] == [1, 3, 6, 0, 0]


def test_text_goes_behind_the_last_thing_that_is_there() -> None:
    """Behind the words of an empty element, else behind its last child and the words after that."""
    parent = Element("p")
    for words in ("a", "b"):
        append_text(parent, words)
    SubElement(parent, "i").text = "c"
    SubElement(parent, "b").text = "d"
    for words in ("e", "f"):
        append_text(parent, words)
    assert tostring(parent, encoding="unicode") == "<p>ab<i>c</i><b>d</b>ef</p>"
