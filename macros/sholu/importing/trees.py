"""XML of other programs, read without anything that could make a small file large or fetch another."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from sholu.problems.telling import said

Element = ET.Element


def parsed(text: str) -> Element:
    """Parse XML.

    Raises:
        ValueError: it is no XML, or declares entities of its own.
    """
    if re.search(r"<!ENTITY", text, re.IGNORECASE):
        raise ValueError(said("add_entities"))
    # The declaration speaks of the bytes, which were decoded already.
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))
    try:
        return ET.fromstring(plain)  # noqa: S314 -- entities are refused above
    except ET.ParseError as error:
        raise ValueError(said("add_no_xml", reason=error)) from error


def words(element: Element | None) -> str:
    """Return the text of an element with that of all in it."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def below(element: Element, path: str) -> str:
    """Return the text of the first element at a path below one, "" if there is none."""
    return words(element.find(path))
