"""What all pictures are drawn with: a scale, shapes, text in lines, and a drawing as a file of its own.

A drawing is made twice from one description. In a page it is as wide as its column, so places across it are
per cents while text and marks keep their size; colours are those of the page. As a file it has a width and
colours of its own, and its text stays text. A file has no title that is seen: where it is put, a heading or a
caption has it already.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from sholu.citations.text import Element, Node, Text, html
from sholu.languages.runs import runs
from sholu.values import Value

# On the 146 mm that text is wide on paper, the smallest letters (12 px) are 7 pt high.
FILE_WIDTH = 700
MARGIN = 8
LINE = 16
# Kinds of things are told apart by colour and by shape, since not everybody sees every colour. Each shape is
# drawn around (0, 0), about 12 px wide.
SHAPES = (
    "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "M-5.3-5.3h10.6v10.6h-10.6z",
    "M0-7.5L7.5 0L0 7.5L-7.5 0z",
    "M0-7L7 5.5H-7z",
    "M0 7L7-5.5H-7z",
    "M-2.2-6.5h4.4v4.3h4.3v4.4h-4.3v4.3h-4.4v-4.3h-4.3v-4.4h4.3z",
    "M-3.4-6.4h6.8l3.6 6.4l-3.6 6.4h-6.8l-3.6-6.4z",
    "M-7-4h14v8h-14z",
)
# The colours of a file, those of the light page: ≥ 4.5:1 on paper, all told apart by the colour-blind.
COLOURS = ("#175a7d", "#a3441a", "#4a7019", "#7b3f8c", "#806000", "#00705f", "#9c2d55", "#565a60")
_STYLE = """
text{font-family:"Source Serif 4",Georgia,"Noto Serif","DejaVu Serif",serif;font-size:13px;fill:#1f2124}
.faint{fill:#565a60;font-size:12px}.strong{font-weight:700}
.end{text-anchor:end}.middle{text-anchor:middle}.line{stroke:#d9d5ca;stroke-width:1;fill:none}
.mark{stroke:#fff;stroke-width:1.2}.bubble{fill:#175a7d}.bubble--other{fill:#565a60}
.count{fill:#fff;text-anchor:middle;font-size:12px}.edge{fill:none;stroke-opacity:.55}
"""


class Scale(Value):
    """Places across a drawing: of a file `width` px wide, or (0) of a page whose column is not known."""

    width: int = 0

    def x(self, fraction: float) -> str:
        """Return a place between the left edge (0) and the right one (1)."""
        return f"{_number(fraction * self.width)}" if self.width else f"{_number(fraction * 100)}%"

    def at(self, fraction: float, y: float, children: Text) -> Element:
        """Put something at a place."""
        if self.width:
            place = f"translate({_number(fraction * self.width)} {_number(y)})"
            return Element("g", (("transform", place),), children)
        attributes = (("x", self.x(fraction)), ("y", _number(y)), ("class", "at"))
        return Element("svg", attributes, children)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Look(Value):
    """How a mark looks: which colour (from 1) and which shape (from 0)."""

    colour: int = 1
    shape: int = 0

    @property
    def role(self) -> str:
        """Its class."""
        return f"mark c{self.colour}"


def look_of(number: int) -> Look:
    """Return the look of the nth kind, from 0; after eight they come again."""
    return Look(number % len(COLOURS) + 1, number % len(SHAPES))


def shape(look: Look) -> Element:
    """Draw a mark around (0, 0)."""
    return Element("path", (("class", look.role), ("d", SHAPES[look.shape])), ())


def key(look: Look) -> Element:
    """Draw a mark as a small picture that stands in text."""
    attributes = (("class", "key"), ("viewBox", "-8 -8 16 16"), ("aria-hidden", "true"))
    return Element("svg", attributes, (shape(look),))


def text(x: str, y: float, words: str, role: str = "") -> Element:
    """Write words at a place."""
    return Element("text", (("x", x), ("y", _number(y)), ("class", role)), (words,))


def lines(  # noqa: PLR0913 -- where, what, how wide, of which look and language
    x: str, y: float, words: str, letters: int, role: str = "", *, code: str = ""
) -> tuple[Node, float]:
    """Write words in lines of so many letters; return them and how high they are (px).

    Words in other letters than those of the language `code` name theirs.
    """
    rows = textwrap.wrap(words, letters) or [""]
    spans: Iterable[Node] = (
        Element(
            "tspan",
            (("x", x), ("dy", str(LINE) if number else "0")),
            _in_letters(row, code) if code else (row,),
        )
        for number, row in enumerate(rows)
    )
    return Element("text", (("x", x), ("y", _number(y)), ("class", role)), tuple(spans)), LINE * len(rows)


def _in_letters(words: str, code: str) -> tuple[Node, ...]:
    """Name the language of words in other letters than those of the whole."""
    return tuple(
        Element("tspan", (("lang", tag),), (piece,)) if tag else piece for piece, tag in runs(words, code)
    )


def line(x1: str, y1: float, x2: str, y2: float) -> Element:
    """Draw a thin line."""
    places = (("x1", x1), ("y1", _number(y1)), ("x2", x2), ("y2", _number(y2)))
    return Element("line", (("class", "line"), *places), ())


def titled(title: str) -> Element:
    """Name a part of a drawing: what a pointer that rests there and a screen reader tell."""
    return Element("title", (), (title,))


def file(title: str, description: str, height: float, drawn: Text, code: str) -> str:
    """Write a drawing as an SVG file of its own.

    Args:
        title: what it is called, for those who do not see it, and for programs that show titles.
        description: what it shows, for those who do not see it.
        height: of what is drawn, in px.
        drawn: the drawing, `FILE_WIDTH` - 2 · `MARGIN` px wide.
        code: its language.
    """
    colours = "".join(
        f".c{number}{{fill:{colour}}}.s{number}{{stroke:{colour}}}"
        for number, colour in enumerate(COLOURS, 1)
    )
    whole = _number(height + 2 * MARGIN)
    root = Element(
        "svg",
        (
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("lang", code),
            ("width", str(FILE_WIDTH)),
            ("height", whole),
            ("viewBox", f"0 0 {FILE_WIDTH} {whole}"),
            ("role", "img"),
            ("aria-labelledby", "title description"),
        ),
        (
            Element("title", (("id", "title"),), (title,)),
            Element("desc", (("id", "description"),), (description,)),
            Element("style", (), (f"{_STYLE}{colours}",)),
            Element("rect", (("width", "100%"), ("height", "100%"), ("fill", "#fff")), ()),
            Element("g", (("transform", f"translate({MARGIN} {MARGIN})"),), drawn),
        ),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{html((root,))}\n'
