"""XLIFF 1.2 (OASIS, 2008): what is the same in every language stands in `<ph>`, which programs protect.

1.2 and not 2.0, since that is what Weblate, Crowdin, OmegaT, Trados and memoQ all read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from sholu.writing.exchange.units import ExchangeError, Returned, Status, Unit, parted

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_PRESERVED = {"xml:space": "preserve"}
# By the list of states of XLIFF 1.2.
_STATES = {
    Status.MISSING: "needs-translation",
    Status.BEHIND: "needs-adaptation",
    Status.UNCHECKED: "needs-review-translation",
    Status.DONE: "translated",
}
_UNFINISHED = frozenset(
    {"new", "needs-translation", "needs-adaptation", "needs-l10n", "needs-review-translation",
     "needs-review-adaptation", "needs-review-l10n"}
)  # fmt: skip
# Signs that XML cannot hold at all.
_NO_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def written(units: Sequence[Unit], source: str, target: str) -> str:
    """Return units as an XLIFF file.

    Args:
        units: in the order of pages.
        source: the language in which their source is.
        target: that into which they are translated.
    """
    root = Element("xliff", {"version": "1.2", "xmlns": _NAMESPACE})
    for page, own in groupby(units, lambda unit: unit.page):
        attributes = {"source-language": source, "target-language": target, "datatype": "x-markdown"}
        file = SubElement(root, "file", {"original": page, **attributes})
        body = SubElement(file, "body")
        for unit in own:
            described = SubElement(body, "trans-unit", {"id": unit.name, **_PRESERVED})
            if unit.status is Status.DONE:
                described.set("approved", "yes")
            numbers = _fill(SubElement(described, "source"), unit.source, {})
            there = SubElement(described, "target", {"state": _STATES[unit.status]})
            _fill(there, unit.target, numbers)
            for remark in unit.remarks:
                SubElement(described, "note", {"from": "sholu"}).text = remark.translate(_NO_XML)
    for element in root.iter():
        # A line for each, but none in what is translated, where spaces count.
        if element.tag in {"xliff", "file", "body", "trans-unit"}:
            element.text = "\n"
        if element.tag != "ph":
            element.tail = "\n"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + ET.tostring(root, encoding="unicode")


def _fill(element: Element, words: str, known: dict[str, str]) -> dict[str, str]:
    """Write the words of a unit; what is the same in source and target has the same number in both."""
    numbers: dict[str, str] = {}
    last: Element | None = None
    for part, is_same in parted(words) if words else ():
        clean = part.translate(_NO_XML)
        if is_same:
            number = known.get(part) or str(len(known) + len(numbers) + 1)
            numbers.setdefault(part, number)
            last = SubElement(element, "ph", {"id": number})
            last.text = clean
        elif last is None:
            element.text = clean
        else:
            last.tail = clean
    return numbers


class _Plain(ET.TreeBuilder):
    """Makes a tree of what declares no DOCTYPE, in whatever encoding it is.

    Entities of its own has no such file, and they could be made to fill the memory.
    """

    def doctype(self, *_: object) -> None:
        """Refuse it.

        Raises:
            ExchangeError: always.
        """
        raise ExchangeError("exchange_doctype")


def read(content: bytes) -> tuple[Returned, ...]:
    """Read what came back.

    Raises:
        ExchangeError: it is no XLIFF 1.2.
    """
    try:
        root = ET.fromstring(content, ET.XMLParser(target=_Plain()))  # noqa: S314 -- none with a DOCTYPE
    except ET.ParseError as error:
        raise ExchangeError("exchange_no_xml", error) from error
    if root.tag != f"{{{_NAMESPACE}}}xliff":
        raise ExchangeError("exchange_no_xliff")
    return tuple(_returned(root))


def _returned(root: Element) -> Iterator[Returned]:
    space = {"x": _NAMESPACE}
    for file in root.findall("x:file", space):
        for unit in file.iterfind(".//x:trans-unit", space):
            source, target = unit.find("x:source", space), unit.find("x:target", space)
            words = "" if target is None else "".join(target.itertext())
            state = "" if target is None else target.get("state", "")
            is_done = unit.get("approved") == "yes" or state not in _UNFINISHED
            said = "" if source is None else "".join(source.itertext())
            code = file.get("target-language", "")
            yield Returned(file.get("original", ""), unit.get("id", ""), code, said, words, is_done)
