"""A work without a title: what the entry says instead, and whether it is a work at all.

What describes a work in any of its fields stands in for a title, in square brackets as bibliographers have
it: “private communication”, an address, the number of a preprint. An article in a journal needs none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from sholu.bibliography.fields import KINDS, NUMBERED
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.versions import NO_WORDS, Versions

# Parts of a reference that may describe the work, the first that is there; the shorthand stays one too.
_DESCRIBING = {
    "medium": "howpublished", "number_type": "type", "event_title": "eventtitle",
    "note": "note", "addendum": "addendum", "short_title": "shorttitle", "shorthand": "shorthand",
}  # fmt: skip
_STAYING = frozenset({"shorthand"})
# Types of a glossary that a type of a work is called like, too.
_ALSO_IN_GLOSSARIES = frozenset({"entry"})
# One of them has every work; a word of a glossary, a symbol or a picture has none.
_OF_WORKS = frozenset(
    {
        "title", "booktitle", "maintitle", "author", "editor", "year", "date", "journal", "journaltitle",
        "publisher", "howpublished", "institution", "school", "organization", "doi", "url", "isbn",
        "eprint", "crossref", "xdata", "series", "translator", "pages",
    }
)  # fmt: skip


def is_no_work(entry: RawEntry) -> bool:
    """Tell whether an entry is of a kind that no work is, and says nothing that a work has."""
    if entry.type in KINDS and entry.type not in _ALSO_IN_GLOSSARIES:
        return False
    return not any(name.partition("_")[0] in _OF_WORKS for name in entry.fields)


def stand_in(found: Mapping[str, Any], number: str = "") -> tuple[str, dict[str, Any]]:
    """Return the field whose words stand in for a title that is not there, and the changed parts.

    Args:
        found: what is known of the work.
        number: by which it is known, as patents and standards are.

    Returns:
        The name of the field, "" if there is none, "journal" where the work needs no title; the parts.
    """
    if found.get("container"):
        return "journal", {}
    if found.get("genre") in NUMBERED | {"jurisdiction"} and number:
        return "number", {"description": Versions(number)}
    for part, field in _DESCRIBING.items():
        if words := found.get(part):
            return field, {"description": words} | ({} if part in _STAYING else {part: NO_WORDS})
    field, words = next(_identified(found), ("", ""))
    return field, {"description": Versions(words)} if words else {}


def _identified(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if eprint := found.get("eprint"):
        yield "eprint", ":".join(filter(None, (found.get("eprint_type", ""), eprint)))
    if doi := found.get("doi"):
        yield "doi", f"DOI {doi}"
    if address := found["urls"].original:
        yield "url", urlsplit(address).hostname or ""
