"""Formulas in files: drawings in a PDF, MathML in an EPUB."""

from __future__ import annotations

from base64 import b64decode
from xml.etree.ElementTree import Element

from sholu.formulas.mathml import mathml
from sholu.publication.formulas import _drawn, draw_formulas
from sholu.publication.trees import MATHML, xml

from tests.chapters import chapter

# How y_g stands in a text.
ON_THE_LINE = "height:0.972em;vertical-align:-0.428em"


def drawn(tex: str) -> Element:
    """Return what stands for a formula in a PDF."""
    root = chapter(f"<p>A {mathml(tex)} b</p>")
    draw_formulas(root)
    (found,) = root[0]
    return found


def test_a_formula_is_a_drawing_on_the_line_with_its_tex() -> None:
    """What hangs below the line is told, so that it stands where letters do; the text goes on behind it."""
    picture = drawn("y_g")
    assert (picture.tag, picture.get("alt"), picture.get("class"), picture.tail) == (
        "img", "y_g", "formula", " b",
    )  # fmt: skip
    assert picture.get("style") == ON_THE_LINE
    drawing = b64decode(picture.get("src", "").partition(",")[2]).decode()
    assert drawing.startswith("<svg ")
    assert drawing.count("<use ") == 2


def test_letters_that_the_font_of_formulas_lacks_are_those_of_the_text() -> None:
    """Kazakh ones; what neither has is shown as it was typed."""
    picture = drawn(r"\text{әқ}x")
    drawing = b64decode(picture.get("src", "").partition(",")[2]).decode()
    assert drawing.count("<symbol ") == 3
    # Of the number 0 is the box for a sign that a font lacks.
    assert 'Regular_0"' not in drawing
    assert (drawn(r"\text{ن}").tag, drawn(r"\text{ن}").text) == ("code", r"\text{ن}")


def test_a_formula_that_cannot_be_drawn_leaves_the_next_as_it_is() -> None:
    """Its signs are small where they are an index: the font has other forms for these."""
    assert drawn(r"\text{ن}").tag == "code"
    _drawn.cache_clear()
    assert drawn("y_g").get("style") == ON_THE_LINE


def test_a_formula_names_its_namespace_in_xml() -> None:
    """As EPUB wants it, which is XML."""
    root = chapter(f"<p>{mathml('x')}</p>")
    assert root[0][0].tag == f"{MATHML}math"
    assert b'<math alttext="x" xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>x</mi>' in xml(root)
