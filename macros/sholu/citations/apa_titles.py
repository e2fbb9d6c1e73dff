"""Titles as APA 7 prints them: in the script of the page, with a translation (9.38)."""

from __future__ import annotations

from sholu.bibliography.references import LATIN, Reference, Versions
from sholu.citations.shown import shown_text
from sholu.languages import Language, is_written_in
from sholu.values import Value


class Title(Value):
    """A title as APA prints it: its words, their language, and its translation or ""."""

    words: str
    language: str
    translation: str


def title(reference: Reference, page: Language) -> Title:
    """Choose how a title is shown.

    A legal act goes by its name in the language of the page, where it has one.
    """
    shown = shown_text(reference, page)
    own = reference.title.get(page.code, "")
    if own and shown.title and reference.kind.is_legal:
        return Title(own, page.code, "")
    words = in_script(shown.title, reference.title, page, shown.language)
    translation = own if shown.language != page.code and own != words else ""
    return Title(words, shown.language, translation)


def in_script(original: str, versions: Versions[str], page: Language, work_language: str) -> str:
    """Return words in the script of the page: as they are, as the data romanizes them, or romanized."""
    if not original:
        return versions.get(LATIN, "") if page.script == "Latn" else ""
    if page.script != "Latn" or is_written_in("Latn", original):
        return original
    return versions.get(LATIN, "") or page.in_latin(original, work_language)
