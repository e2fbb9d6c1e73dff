"""The door to ziamath: formulas in MathML → drawings, for a PDF, whose setter of type knows no MathML."""

from __future__ import annotations

import warnings
from base64 import b64encode
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from xml.etree.ElementTree import Element, tostring

from sholu.publication.fonts import FONTS
from sholu.publication.trees import MATHML, element, without_namespaces
from sholu.values import Value

# px of CSS for one em of the text around, in which drawings are measured.
_EM = 16.0
# px around a drawing, so that no line is cut.
_MARGIN = 1.0
_NAME = "sholu"
# No font has so many signs.
_FOREIGN = 1 << 20


class Drawing(Value):
    """A drawing as the address of its data, how high it is, and how much of that is below the line (em)."""

    address: str
    height: float
    below: float


def draw_formulas(root: Element) -> None:
    """Put drawings in the place of all formulas of a tree; their TeX is the text alternative."""
    for parent in list(root.iter()):
        for position, child in enumerate(list(parent)):
            if child.tag == f"{MATHML}math":
                parent[position] = _picture(child)


def _picture(formula: Element) -> Element:
    tail, formula.tail = formula.tail, None
    words = formula.get("alttext", "")
    try:
        drawn = _drawn(tostring(without_namespaces(formula), encoding="unicode"))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # What it cannot draw, a letter that no font has, is shown as its author typed it.
        picture = element("code", words)
    else:
        style = f"height:{drawn.height:.3f}em;vertical-align:{-drawn.below:.3f}em"
        picture = element("img", src=drawn.address, alt=words, class_="formula", style=style)
    picture.tail = tail
    return picture


@lru_cache(maxsize=2000)
def _drawn(mathml: str) -> Drawing:
    """Draw a formula; a book is set several times until its pages are numbered."""
    name = _font()
    from ziamath.zmath import Math, loadedfonts  # noqa: PLC0415 -- its font takes a tenth of a second

    # A formula that could not be drawn leaves the font as words are set, without its signs for indices.
    font: Any = loadedfonts[name]
    font.language("math", "")
    formula = Math(mathml, size=_EM, font=name, margin=_MARGIN)
    drawing = formula.svg()
    height = formula.getsize()[1] + 2 * _MARGIN
    # Where the drawing ends below the line of the text.
    below = _MARGIN - formula.getyofst()
    data = b64encode(drawing.encode()).decode("ascii")
    return Drawing(f"data:image/svg+xml;base64,{data}", height / _EM, below / _EM)


def _known(glyph: Any) -> Any:  # noqa: ANN401 -- ziafont's classes are loaded only where a PDF is made
    """Let a sign of the font of formulas ask nothing of a letter of the other, which it does not know."""

    def advance(nextchr: Any = None) -> Any:  # noqa: ANN401
        return type(glyph).advance(glyph, None if nextchr is None or nextchr.index >= _FOREIGN else nextchr)

    glyph.advance = advance
    return glyph


def _foreign(glyph: Any) -> Any:  # noqa: ANN401
    """Give a letter of the font of the text a number that no sign of the other has."""
    if glyph.index < _FOREIGN:
        width = type(glyph).advance(glyph)
        glyph.advance = lambda nextchr=None: width  # noqa: ARG005 -- the name is ziafont's
        glyph.index += _FOREIGN
    return glyph


@cache
def _font() -> str:
    """Register the font of formulas, STIX Two Math, which knows no letters of Kazakh; return its name."""
    with warnings.catch_warnings():
        # A library that later versions will want is no matter of the author's.
        warnings.simplefilter("ignore")
        from fontTools.ttLib import woff2  # noqa: PLC0415
        from ziafont.font import Font  # noqa: PLC0415
        from ziafont.glyph import SimpleGlyph  # noqa: PLC0415
        from ziamath import zmath  # noqa: PLC0415
        from ziamath.mathfont import MathFont  # noqa: PLC0415
        from ziamath.styles import MathVariant  # noqa: PLC0415
    with TemporaryDirectory() as folder:
        file = Path(folder) / "text.ttf"
        woff2.decompress(str(FONTS / "source-serif-4-Regular.woff2"), str(file))
        letters = Font(str(file))

    class WithLetters(MathFont):
        """The font of formulas, with letters of the font of the text where it has none."""

        def findglyph(self, char: str, variant: MathVariant) -> SimpleGlyph:
            """Find a sign in either font.

            Raises:
                LookupError: neither has it.
            """
            if self.glyphindex(char):
                return cast("SimpleGlyph", _known(super().findglyph(char, variant)))
            if not letters.glyphindex(char):
                raise LookupError(char)
            return cast("SimpleGlyph", _foreign(letters.glyph(char)))

    zmath.loadedfonts[_NAME] = WithLetters(str(zmath.loadedfonts["default"].fname), _EM)
    return _NAME
