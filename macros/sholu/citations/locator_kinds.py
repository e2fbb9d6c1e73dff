"""The kinds of places in a work that a citation may name: pages, articles, lines, slides."""

from __future__ import annotations

from enum import Enum


class LocatorKind(Enum):
    """What part of a work a locator names; the names are those of the files of languages.

    A passage is printed bare: Quran 2:255, minute 1:23, act, scene and line 1.3.36.
    """

    PAGE = "page"
    ARTICLE = "article"
    CHAPTER = "chapter"
    SECTION = "section"
    VOLUME = "volume"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    LINE = "line"
    VERSE = "verse"
    FIGURE = "figure"
    TABLE = "table"
    SLIDE = "slide"
    PART = "part"
    ACT = "act"
    SCENE = "scene"
    CANTO = "canto"
    COLUMN = "column"
    APPENDIX = "appendix"
    FOLIO = "folio"
    SIGN = "sign"
    PASSAGE = "passage"

    @classmethod
    def named(cls, name: str) -> LocatorKind | None:
        """Return the kind of `name` ("page" or its plural "pages"), or None."""
        return _KINDS.get(name.casefold())


_KINDS = {kind.value: kind for kind in LocatorKind} | {f"{kind.value}s": kind for kind in LocatorKind}
