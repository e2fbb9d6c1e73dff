"""Trees of HTML, as the standard library has them: small steps that its own module lacks."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

SVG = "{http://www.w3.org/2000/svg}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
XLINK = "{http://www.w3.org/1999/xlink}"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def classes(element: Element) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset(element.get("class", "").split())


def level(element: Element) -> int:
    """Return the level of a heading, 0 for any other element."""
    return HEADINGS.index(element.tag) + 1 if element.tag in HEADINGS else 0


def words(element: Element) -> str:
    """Return the text of an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def heading_text(element: Element) -> str:
    """Return the text of a heading with single spaces, and those where no line may break as they are."""
    return re.sub(r"[^\S\u00a0\u202f]+", " ", "".join(element.itertext())).strip()


def with_class(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a class, in reading order."""
    return (element for element in root.iter() if name in classes(element))


def element(tag: str, text: str = "", /, *children: Element, **attributes: str) -> Element:
    """Make an element; `class_` stands for class, and an underscore in a name for a hyphen."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    made.text = text
    made.extend(children)
    return made


def append_text(parent: Element, text: str) -> None:
    """Put text at the end of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def html(root: Element) -> str:
    """Write a tree as HTML, in which drawings need no namespace; `root` itself is changed."""
    _drop_namespaces(root)
    return f"<!doctype html>{tostring(root, encoding='unicode', method='html')}"


def without_namespaces(root: Element) -> Element:
    """Return a copy of a tree without them."""
    copied = copy.deepcopy(root)
    _drop_namespaces(copied)
    return copied


def xml(root: Element) -> bytes:
    """Write a tree as XML, in which each drawing and formula names its own namespace; `root` is changed."""
    for formula in [one for one in root.iter() if one.tag == f"{MATHML}math"]:
        formula.set("xmlns", MATHML[1:-1])
    for drawing in [one for one in root.iter() if one.tag == f"{SVG}svg"]:
        drawing.set("xmlns", SVG[1:-1])
        drawing.set("xmlns:xlink", XLINK[1:-1])
    _drop_namespaces(root)
    written = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}'.encode()


def _drop_namespaces(root: Element) -> None:
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2]
        for name in [name for name in one.attrib if name.startswith(XLINK)]:
            one.set(f"xlink:{name.removeprefix(XLINK)}", one.attrib.pop(name))


def parents(root: Element) -> dict[Element, Element]:
    """Return the parent of each element below `root`."""
    return {child: parent for parent in root.iter() for child in parent}
