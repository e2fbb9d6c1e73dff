"""What all works of a long catalogue are filtered and ordered by, as a file for its script. Pure.

A browser takes seconds to read five thousand works as HTML, and a fifth of one to read this. The words are
those that the script (references.js) looks for in a shorter list itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sholu.citations.page import entry_id
from sholu.citations.text import Element, Node, Text, plain

# What an item says of a work besides its facets, by the name of the attribute.
_SAID = ("data-year", "data-first", "data-author")
_WORDS = "data-words"
# The parts of an item that are looked through.
_SOUGHT = frozenset({"reference__text", "reference__names", "reference__note"})


def index(items: Iterable[Element]) -> str:
    """Write the index of the items of a catalogue, in their order.

    JSON: `facets` names the facets; `works` has for each work its key, its words, year, place of its first
    citation, place among authors, and the values of each facet.
    """
    facets: list[str] = []
    works = []
    for item in items:
        said = dict(item.attributes)
        names = [name for name in said if name.startswith("data-") and name not in {*_SAID, _WORDS}]
        facets = facets or names
        words = " ".join((*_sought(item.children), said.get(_WORDS, ""), said.get("data-year", "")))
        key = said["id"].removeprefix(entry_id(""))
        works.append([key, words, *(said.get(name, "") for name in (*_SAID, *facets))])
    known = {"facets": [name.removeprefix("data-") for name in facets], "works": works}
    return f"{json.dumps(known, ensure_ascii=False, separators=(',', ':'))}\n"


def _sought(nodes: Text) -> Iterator[str]:
    """Yield the words of the parts that are looked through, in reading order."""
    for node in nodes:
        if isinstance(node, str):
            continue
        if _role(node) in _SOUGHT:
            yield plain(node.children)
        else:
            yield from _sought(node.children)


def _role(node: Node) -> str:
    return getattr(node, "role", "")
