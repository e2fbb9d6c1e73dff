"""What a citation style does, whichever it is: dress citations and entries, put a list in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from sholu.bibliography.references import Library, Reference
from sholu.citations.apa import Apa
from sholu.citations.gost import Gost
from sholu.citations.grammar import Citation
from sholu.citations.shown import BRACKETS, in_language
from sholu.citations.text import Text
from sholu.languages import Language
from sholu.works import names
from sholu.works.shown import ShownWork

__all__ = ["BRACKETS", "STYLES", "Style", "is_transliterated", "note", "style_of"]


class Style(Protocol):
    """A norm applied to one language."""

    def citation(self, citation: Citation) -> Text:
        """Dress a citation in the text, brackets included; the words of each work are a `Mention`."""

    def entry(self, reference: Reference) -> Text:
        """Dress the entry of a work in the list."""

    def has_entry(self, reference: Reference) -> bool:
        """Tell whether the norm lists this work at all."""

    def in_order(self, references: Iterable[Reference]) -> tuple[Reference, ...]:
        """Put works in the order of the list."""


STYLES: Mapping[str, Callable[[Library, Language, str], Style]] = {"gost": Gost, "apa": Apa}


def style_of(name: str, library: Library, page: Language, brackets: str = "") -> Style:
    """Make the style `name` for pages in one language.

    Args:
        name: "gost" or "apa".
        library: all works, since a label depends on the works that are like it.
        page: the language.
        brackets: "square", "round", or "" for those of the norm.

    Raises:
        KeyError: there is no such style, or there are no such brackets.
    """
    return STYLES[name](library, page, brackets)


def note(reference: Reference, page: Language) -> Text:
    """Return the editor's note of a work in the language of the page, else in the one that there is."""
    words, code = ShownWork(reference, page).note
    return in_language((words,), code, page) if words else ()


def is_transliterated(reference: Reference, page: Language) -> bool:
    """Tell whether a page has to romanize names of this work, for want of a form in the data."""
    return names.is_transliterated(reference, page)
