"""Captions and what they are of, in the tree of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

# The class of a caption that has found no table yet.
CAPTION = "sholu-table-caption"
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def pair(parent: Element) -> None:
    """Put each caption into the table before it that has none yet, else into the one after it."""
    for caption in [one for one in parent if one.get("class") == CAPTION]:
        children = list(parent)
        place = children.index(caption)
        around = (*children[place - 1 : place], *children[place + 1 : place + 2])
        table = next((one for one in around if one.tag == "table" and one.find("caption") is None), None)
        if table is None:
            # Of no table: it stays a paragraph, and is told of.
            del caption.attrib["class"], caption.attrib["id"]
            continue
        table.set("id", caption.get("id", ""))
        words = Element("caption")
        words.text, words[:] = caption.text, list(caption)
        words.tail = "\n"
        parent.remove(caption)
        table.insert(0, words)


def has_words(caption: Element | None) -> bool:
    """Tell whether a caption says anything."""
    return caption is not None and bool("".join(caption.itertext()).strip() or len(caption))


def numbered_in(root: Element) -> Iterator[tuple[str, Element, Element | None]]:
    """Yield what is numbered on a page: its label, its element, and its caption if it has one."""
    for element in root.iter():
        label = element.get("id")
        if not label:
            continue
        if element.tag == "figure":
            yield label, element, next(element.iter("figcaption"), None)
        elif element.tag == "table":
            yield label, element, element.find("caption")
        elif element.tag in HEADINGS or (element.tag == "div" and element.get("class") == "equation"):
            yield label, element, None


def put_before(element: Element, name: str, words: str, sign: str) -> None:
    """Put words of a class before what an element holds, with a sign between them."""
    label = Element("span", {"class": name})
    label.text = AtomicString(words)
    label.tail = f"{sign}{element.text or ''}"
    element.text = None
    element.insert(0, label)


def plain(caption: str) -> str:
    """Return a caption as the description of its picture: without citations and signs of Markdown."""
    words = re.sub(r"[ ]?\[[^\[\]]*@[^\[\]]*\]", "", caption)
    words = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", words)
    return re.sub(r"(?<!\\)[*_`$]+", "", words).replace("\\", "").strip()
