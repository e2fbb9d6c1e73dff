"""Lists of a page that a remark between two of their items has parted."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from sholu.translations.remarks import Remark
from sholu.translations.words import LISTS


def join_lists(parent: Element, remark_of: Callable[[Element], Remark | None]) -> None:
    """Make one list of those that a remark between two items has parted, and put it into the second."""
    children = list(parent)
    for before, between, after in zip(children, children[1:], children[2:], strict=False):
        if before.tag in LISTS and before.tag == after.tag and remark_of(between) and len(after):
            after[0].text = f"{between.text}{after[0].text or ''}"
            for number, item in enumerate(before):
                after.insert(number, item)
            if before.get("start"):
                after.set("start", before.get("start", ""))
            elif after.get("start"):
                del after.attrib["start"]
            parent.remove(before)
            parent.remove(between)
    for child in parent:
        join_lists(child, remark_of)
