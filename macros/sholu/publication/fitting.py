"""What stands on a page of a PDF after it was laid out, and what to change so that it fits.

Two things do not fit by themselves. A figure that has no room left on its page goes to the next and leaves a
hole behind; text that follows it fills the hole instead, as in any printed book, or the figure becomes
smaller where little is missing. A table whose words need more than the width of the page runs out of it; it
is set smaller, and divides words only if that is not enough.

Reads boxes of WeasyPrint, whose elements are those of the tree that was set.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from sholu.publication.trees import SVG, level, parents

# Of WeasyPrint, which has no types, and whose door is another module.
Document: TypeAlias = Any
Page: TypeAlias = Any
Box: TypeAlias = Any

# The part of a page that may stay empty before a figure, and the rest of the page that is worth a try.
_HOLE = 0.18
# So many rows of a table stand together at least.
_FEWEST_ROWS = 2
# The part of a last page that is too little for a page.
_FEW_LINES = 0.14
# How much smaller a figure may become: photographs and the like; drawings have letters, which stay legible.
_SMALLEST = 0.62
_SMALLEST_DRAWING = 0.85
_PICTURES = frozenset({"img", "svg", f"{SVG}svg"})
_MOST_TRIES = 12
# What a wide table is tried with, in turn.
_TABLES = ("table--small", "table--smaller", "table--divided")
# px; a table may be as much wider by rounding.
_SLACK = 1.0


def fitted(sheet: Element, lay_out: Callable[[], Document]) -> Document:
    """Lay out a sheet until its figures and tables fit, changing its tree.

    Args:
        sheet: the element `html`.
        lay_out: sets the sheet as it is.
    """
    tried: set[tuple[str, Element]] = set()
    for _ in range(_MOST_TRIES):
        document = lay_out()
        above = parents(sheet)
        if not _narrowed(document) and not _filled(document, above, tried):
            return _shortened(document, sheet, lay_out)
    return lay_out()


def _shortened(document: Document, sheet: Element, lay_out: Callable[[], Document]) -> Document:
    """Spare a chapter a last page of a few lines, if it is set a little tighter."""
    last = document.pages[-1]
    if len(document.pages) == 1 or _hole(last) < (1 - _FEW_LINES) * _box(last).height:
        return document
    names = sheet.get("class", "")
    sheet.set("class", f"{names} tight")
    tighter = lay_out()
    if len(tighter.pages) < len(document.pages):
        return tighter
    sheet.set("class", names)
    return document


def _box(page: Page) -> Box:
    """Return the box of a page, which is all that it knows of what stands on it."""
    return page._page_box  # noqa: SLF001


def _narrowed(document: Document) -> bool:
    """Give each table that is wider than its room the next class of `_TABLES`; tell whether there was one."""
    found = False
    for page in document.pages:
        sheet = _box(page)
        right = sheet.content_box_x() + sheet.width + _SLACK
        for box in sheet.descendants():
            if box.element_tag == "table" and box.position_x + box.margin_width() > right:
                found = _next_class(box.element) or found
    return found


def _next_class(table: Element) -> bool:
    names = table.get("class", "").split()
    step = next((number for number, name in enumerate(_TABLES, 1) if name in names), 0)
    if step == len(_TABLES):
        return False
    kept = [name for name in names if name not in _TABLES]
    table.set("class", " ".join((*kept, _TABLES[step])))
    return True


def _filled(document: Document, above: dict[Element, Element], tried: set[tuple[str, Element]]) -> bool:
    """Mend the first hole before a figure, if there is one; tell whether anything was changed."""
    for page, following in zip(document.pages, document.pages[1:], strict=False):
        hole = _hole(page)
        if hole < _HOLE * _box(page).height:
            continue
        found = _first_figure(following, above)
        if found is None:
            continue
        picture, figure, room = found
        # What fits after the first move may make a hole elsewhere, which another fills; not for ever.
        if ("size", figure) not in tried and _shrunk(picture, hole - room):
            tried.add(("size", figure))
            return True
        for attempt in ("place", "place again"):
            if (attempt, figure) not in tried:
                tried.add((attempt, figure))
                if _moved(figure, above, hole - room, _heights(document)):
                    return True
    return False


def _hole(page: Page) -> float:
    """Return how much of a page is empty at its foot, above the footnotes (px)."""
    box = _box(page)
    bottom = box.content_box_y() + box.height
    lowest = box.content_box_y()
    for part in box.children:
        if part.element_tag == "html":
            lowest = max([lowest, *(one.position_y + one.height for one in _leaves(part))])
        elif type(part).__name__ == "FootnoteAreaBox":
            bottom = min(bottom, part.position_y)
    return float(bottom - lowest)


def _leaves(box: Box) -> Iterator[Box]:
    """Yield the lines and pictures of a box, in their order."""
    kind = type(box).__name__
    if kind == "LineBox" or hasattr(box, "replacement"):
        yield box
        if kind != "LineBox":
            return
    for child in getattr(box, "children", ()):
        # Not into a line, but for the pictures in it.
        if kind != "LineBox" or hasattr(child, "replacement") or getattr(child, "children", None):
            yield from _leaves(getattr(child, "_box", child))


def _first_figure(page: Page, above: dict[Element, Element]) -> tuple[Box, Element, float] | None:
    """Find the picture that begins a page, below headings at most.

    Returns:
        Its box, the block that it stands in, and the height of the headings above it (px).
    """
    top = _box(page).content_box_y()
    for part in _box(page).children:
        if part.element_tag != "html":
            continue
        for box in _leaves(part):
            if hasattr(box, "replacement"):
                return box, _block(box.element, above), float(box.position_y - top)
            is_heading = any(level(one) for one in _line_of(box.element, above))
            has_picture = any(hasattr(one, "replacement") for one in box.descendants())
            if not is_heading and not has_picture:
                return None
    return None


def _line_of(element: Element | None, above: dict[Element, Element]) -> Iterator[Element]:
    while element is not None:
        yield element
        element = above.get(element)


def _block(picture: Element, above: dict[Element, Element]) -> Element:
    """Return what moves with a picture: the figure or the paragraph around it."""
    block = picture
    for one in _line_of(picture, above):
        if one.tag in {"section", "body", "div", "li", "td", "blockquote"}:
            return block
        block = one
    return block


def _shrunk(picture: Box, room: float) -> bool:
    """Make a picture as small as the rest of a page wants, unless that is too small."""
    element: Element = picture.element
    if element.tag not in _PICTURES:
        return False
    is_drawing = element.tag != "img" or element.get("src", "").lower().endswith(".svg")
    figure_rest = 12.0
    wanted = room - figure_rest
    # Our own are drawn so that they can just be read.
    least = 1.0 if "drawing" in element.get("class", "") else _SMALLEST_DRAWING if is_drawing else _SMALLEST
    if wanted < picture.height * least:
        return False
    element.set("style", f"{element.get('style', '')};max-height:{wanted:.1f}px")
    return True


def _heights(document: Document) -> dict[Element, float]:
    """Return how high each block is, over all pages (px), and each row, which a head is on several."""
    heights: dict[Element, float] = {}
    for page in document.pages:
        for box in _box(page).descendants():
            kind = type(box).__name__
            if box.element is None or ":" in box.element_tag:
                continue
            if kind in {"BlockBox", "TableBox"}:
                heights[box.element] = heights.get(box.element, 0.0) + box.margin_height()
            elif kind == "TableRowBox":
                heights[box.element] = box.margin_height()
    return heights


def _moved(
    figure: Element, above: dict[Element, Element], hole: float, heights: dict[Element, float]
) -> bool:
    """Let what follows a figure fill the hole before it; the figure comes after that."""
    filled = 0.0
    last: Element | None = None
    for block in _following(figure, above):
        height = heights.get(block, 0.0)
        if filled + height > hole and _parted(block, hole - filled, above, heights):
            last = block
            break
        # What runs over to the next page would make a hole there.
        if filled >= hole or (last is not None and filled + height > hole):
            break
        filled += height
        # A heading stays with its text.
        if not level(block):
            last = block
    if last is None:
        return False
    above[figure].remove(figure)
    parent = above[last]
    parent.insert(list(parent).index(last) + 1, figure)
    return True


def _parted(
    table: Element, room: float, above: dict[Element, Element], heights: dict[Element, float]
) -> bool:
    """Part a table, so that as many rows stay as have room, and the others follow below the same heads.

    No row stands alone on either side.
    """
    bodies = list(table.iter("tbody"))
    if table.tag != "table" or len(bodies) != 1 or any("rowspan" in one.attrib for one in table.iter()):
        return False
    rows = list(bodies[0])
    filled = sum(heights.get(row, 0.0) for head in table.iter("thead") for row in head)
    kept = 0
    for row in rows:
        filled += heights.get(row, 0.0)
        if filled > room:
            break
        kept += 1
    kept = min(kept, len(rows) - _FEWEST_ROWS)
    if kept < _FEWEST_ROWS:
        return False
    rest = Element("table", {name: value for name, value in table.attrib.items() if name != "id"})
    rest.extend(copy.deepcopy(one) for one in table if one.tag in {"colgroup", "thead"})
    bodies[0][:] = rows[:kept]
    body = Element("tbody")
    body.extend(rows[kept:])
    rest.append(body)
    parent = above[table]
    parent.insert(list(parent).index(table) + 1, rest)
    return True


def _following(figure: Element, above: dict[Element, Element]) -> Iterator[Element]:
    """Yield the blocks after a figure: beside it, then beside what is around it, up to its chapter."""
    one = figure
    while one in above and above[one].tag != "body":
        parent = above[one]
        yield from list(parent)[list(parent).index(one) + 1 :]
        if parent.tag not in {"div", "section"} or {"admonition", "tabbed-block"} & set(
            parent.get("class", "").split()
        ):
            return
        one = parent
