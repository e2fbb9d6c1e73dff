"""What WeasyPrint leaves to be said in a tagged PDF: what is no text, what the head of a table heads, and the
language of single runs.

WeasyPrint writes running heads and page numbers as if they were text that is found nowhere in the tree of
the document; PDF/UA-1 (7.8) wants them marked as artifacts, which a screen reader passes over. It also wants
to know whether the head of a table is that of a column or of a row (7.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydyf import PDF, Dictionary
    from weasyprint import Document

_PRINTED = 4


@contextmanager
def with_languages() -> Iterator[None]:
    """Let the elements of the tree say their language (`Lang`, ISO 32000-1, 14.9.2), as those of HTML do.

    The tree of WeasyPrint says only that of the whole document, and its finisher is not told of which box an
    element was made: what makes the elements of a box is watched instead while a file is written.
    """
    from pydyf import String  # noqa: PLC0415
    from weasyprint.pdf import tags  # noqa: PLC0415

    build = tags._build_box_tree  # noqa: SLF001 -- if it is gone, this fails at once

    def watched(box: Any, *others: Any) -> Iterator[Dictionary]:  # noqa: ANN401 -- WeasyPrint has no types
        one = getattr(box, "_box", box)
        is_run = one.element is not None and one.element.tag != "html"
        language = one.element.get("lang", "") if is_run else ""
        for made in build(box, *others):
            if language:
                made["Lang"] = String(language)
            yield made

    tags._build_box_tree = watched  # noqa: SLF001
    try:
        yield
    finally:
        tags._build_box_tree = build  # noqa: SLF001


def finish(_document: Document, pdf: PDF) -> None:
    """Mend the objects of a PDF before they are written; WeasyPrint calls this as its finisher."""
    for one in pdf.objects:
        if getattr(one, "get", None) and one.get("Subtype") == "/Link":
            one["F"] = _PRINTED
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    elements_of_text = list(_elements(pdf, root))
    for table in (one for one in elements_of_text if one["S"] == "/Table"):
        _without_heads(table, list(_elements(pdf, table)))
    for row in (one for one in elements_of_text if one["S"] == "/TR"):
        _name_heads([_object(pdf, child) for child in row["K"]])
    known = {one.number for one in elements_of_text}
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    marks = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in (one for one in pdf.objects if getattr(one, "get", None) and one.get("Type") == "/Page"):
        elements = marks[page["StructParents"]]
        strays = {mark for mark, element in enumerate(elements) if _number(element) not in known}
        for mark in strays:
            elements[mark] = "null"
        _make_artifacts(_object(pdf, page["Contents"]).stream, strays)


def _number(reference: bytes) -> int:
    return int(bytes(reference).split()[0])


def _object(pdf: PDF, reference: bytes) -> Any:  # noqa: ANN401 -- pydyf has no types
    return pdf.objects[_number(reference)]


def _elements(pdf: PDF, element: Dictionary) -> Iterator[Dictionary]:
    """Yield the elements of the tree below one."""
    for child in element["K"]:
        if isinstance(child, bytes):
            found = _object(pdf, child)
            if found.get("Type") == "/StructElem":
                yield found
                yield from _elements(pdf, found)


def _without_heads(table: Dictionary, inside: list[Dictionary]) -> None:
    """Let a table without heads, which only puts things beside each other, be no table (7.5)."""
    if not any(one["S"] == "/TH" for one in inside):
        for one in (table, *inside):
            if one["S"] in {"/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TD"}:
                one["S"] = "/Div"
                one.pop("A", None)


def _name_heads(cells: list[Any]) -> None:
    """Say of the heads in a row whether they head it or the columns below: a row of heads heads columns."""
    is_head = all(cell["S"] == "/TH" for cell in cells)
    for cell in cells:
        if cell["S"] == "/TH":
            cell["A"]["Scope"] = "/Column" if is_head else "/Row"


def _make_artifacts(stream: list[Any], strays: set[int]) -> None:
    """Write `/Artifact <</Type /Pagination>> BDC` for `/Span <</MCID 3>> BDC`, where 3 is a stray."""
    for position, part in enumerate(stream):
        if part == b"BDC" and stream[position - 1].get("MCID") in strays:
            # Three parts stay three, since the stream is being read.
            stream[position - 2 : position + 1] = ["/Artifact", "<</Type /Pagination>>", b"BDC"]
