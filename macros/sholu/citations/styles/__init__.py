"""The citation styles: each module of this folder that has a `STYLE` is one, and nothing else names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from sholu.bibliography.library import Library
from sholu.bibliography.references import Reference
from sholu.citations.shown import BRACKETS, in_language
from sholu.citations.styles.base import Numbers, Style, StyledPage, StyleRecord
from sholu.citations.styles.manner import IN_NOTES, MANNER, NUMERIC, SYSTEMS, Manner
from sholu.citations.styles.noted import Noted
from sholu.citations.styles.numeric import Numeric
from sholu.citations.text import Text
from sholu.languages import Language
from sholu.works import names
from sholu.works.shown import ShownWork

__all__ = [
    "BRACKETS", "STYLES", "SYSTEMS", "Manner", "Numbers", "Style", "StyleRecord", "StyledPage",
    "is_transliterated", "known_style", "note", "style_of",
]  # fmt: skip


def _records() -> Iterator[StyleRecord]:
    for module in iter_modules(__path__):
        record = getattr(import_module(f"{__name__}.{module.name}"), "STYLE", None)
        if isinstance(record, StyleRecord):
            yield record


# What a system makes of a norm; by author and date cites the norm itself.
_SYSTEMS: Mapping[str, type[Numeric | Noted]] = MappingProxyType({NUMERIC: Numeric, IN_NOTES: Noted})
# By the names of the modules, so that it is the same on every machine.
STYLES: Mapping[str, StyleRecord] = MappingProxyType({record.name: record for record in _records()})


def known_style(name: str) -> str:
    """Return the style that the file of a language names, APA if there is none of that name."""
    return name if name in STYLES else "apa"


def style_of(
    name: str, library: Library, own: Language, brackets: str = "", manner: Manner = MANNER
) -> Style:
    """Make the style `name` for pages in one language.

    Args:
        name: that of its record: "gost", "apa".
        library: all works, since a label depends on the works that are like it.
        own: the language of the page.
        brackets: "square", "round", or "" for those of the norm.
        manner: how works are pointed to in the text, and what else a norm leaves to its users.

    Raises:
        KeyError: there is no such style, or there are no such brackets.
    """
    norm = STYLES[name].make(library, own, brackets, manner)
    if system := _SYSTEMS.get(manner.system):
        return system(norm, library, own, brackets, manner)
    return norm


def note(reference: Reference, own: Language) -> Text:
    """Return the editor's note of a work in the language of the page, else in the one that there is."""
    words, code = ShownWork(reference, own).note
    return in_language((words,), code, own) if words else ()


def is_transliterated(reference: Reference, own: Language) -> bool:
    """Tell whether a page has to romanize names of this work, for want of a form in the data."""
    return names.is_transliterated(reference, own)
