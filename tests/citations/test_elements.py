"""A text as elements of a tree: the same as its HTML."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from sholu.citations.elements import elements_of
from sholu.citations.text import Emphasis, Span, html


def test_the_tree_says_all_that_the_html_says() -> None:
    """The direction of words that run against the text around them, too: on paper they would be scrambled."""
    text = (Span(("Kim. ", Emphasis(("Water",))), language="en", role="part", direction="ltr"),)
    assert "".join(tostring(one, encoding="unicode") for one in elements_of(text)) == html(text)
    assert 'dir="ltr"' in html(text)
