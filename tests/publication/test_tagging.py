"""What is said in a tagged PDF beside its text, on objects as WeasyPrint leaves them, made by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from sholu.publication.tagging import finish


class Objects:
    """The objects of a PDF, which name each other by number."""

    def __init__(self) -> None:
        self.every: list[Any] = [SimpleNamespace()]

    def add(self, **values: object) -> bytes:
        """Add an object; return how others name it."""
        made = {**values, "number": len(self.every)}
        self.every.append(Numbered(made))
        return f"{len(self.every) - 1} 0 R".encode()

    def element(self, kind: str, *children: bytes | int, **values: object) -> bytes:
        """Add an element of the tree of the document."""
        return self.add(Type="/StructElem", S=f"/{kind}", K=list(children), **values)

    def __getitem__(self, name: bytes) -> Any:
        return self.every[int(name.split()[0])]


class Numbered(dict[str, Any]):
    """An object with its number."""

    @property
    def number(self) -> int:
        """Its number."""
        return int(self["number"])


def finished(objects: Objects, *tree: bytes, marks: list[bytes], stream: list[Any]) -> None:
    """Finish a PDF of one page with these elements, on which these marks stand."""
    numbers = objects.add(Nums=[0, marks])
    root = objects.add(K=list(tree), ParentTree=numbers)
    content = objects.add()
    objects[content].stream = stream
    objects.add(Type="/Page", StructParents=0, Contents=content)
    pdf = SimpleNamespace(objects=objects.every, catalog={"StructTreeRoot": root})
    finish(SimpleNamespace(), pdf)


def test_links_are_printed() -> None:
    """PDF/UA asks for it; nothing else is changed by that."""
    objects = Objects()
    link, other = objects.add(Subtype="/Link"), objects.add(Subtype="/Text")
    finished(objects, marks=[], stream=[])
    assert objects[link]["F"] == 4
    assert "F" not in objects[other]


def test_what_is_found_nowhere_in_the_tree_is_an_artifact() -> None:
    """A running head is passed over by those who listen; the text is not."""
    objects = Objects()
    text = objects.element("P", 0)
    stray = objects.element("Span", 1)
    stream = ["/P", {"MCID": 0}, b"BDC", b"text", "/Span", {"MCID": 1}, b"BDC", b"head"]
    marks = [text, stray]
    finished(objects, text, marks=marks, stream=stream)
    assert stream == [
        "/P", {"MCID": 0}, b"BDC", b"text", "/Artifact", "<</Type /Pagination>>", b"BDC", b"head",
    ]  # fmt: skip
    assert marks == [text, "null"]


def cell(objects: Objects, kind: str) -> bytes:
    """Return a cell of a table."""
    return objects.element(kind, A={})


def test_a_row_of_heads_heads_columns_and_a_head_beside_cells_its_row() -> None:
    """However deep the rows stand."""
    objects = Objects()
    heads = [cell(objects, "TH"), cell(objects, "TH")]
    own, beside = cell(objects, "TH"), cell(objects, "TD")
    head = objects.element("THead", objects.element("TR", *heads))
    body = objects.element("TBody", objects.element("TR", own, beside))
    table = objects.element("Table", head, body)
    finished(objects, objects.element("Document", table), marks=[], stream=[])
    assert [objects[one]["A"] for one in (*heads, own, beside)] == [
        {"Scope": "/Column"}, {"Scope": "/Column"}, {"Scope": "/Row"}, {},
    ]  # fmt: skip
    assert objects[table]["S"] == "/Table"


def test_a_table_without_heads_is_none() -> None:
    """It only puts things beside each other; what stands in it stays what it is."""
    objects = Objects()
    inner = objects.element("P")
    only = objects.element("TD", inner, A={"x": 1})
    row = objects.element("TR", only)
    table = objects.element("Table", row)
    finished(objects, table, marks=[], stream=[])
    assert [objects[one]["S"] for one in (table, row, only, inner)] == ["/Div", "/Div", "/Div", "/P"]
    assert "A" not in objects[only]
