"""How a review numbers figures and sections: the option `numbering`, `{figures: page, sections: true}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sholu.citations.macros import PLACES
from sholu.crossreferences.labels import EXTENTS, REVIEW, Numbering, PageText
from sholu.front_matter import taken_apart
from sholu.pages.labels import may_have_labels
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

_PLACE = regex(rf"\{{\{{\s*(?:{'|'.join(PLACES.values())})\s*\(")
_APPENDIX = regex(r"^appendix[ \t]*:", re.MULTILINE)
# Front matter has no more letters than that.
_TOP = 5000


def read_numbering(
    given: Mapping[str, object], place: Callable[[str], Place]
) -> tuple[Numbering, tuple[Problem, ...]]:
    """Read the option, and tell what is wrong with it.

    Args:
        given: what stands there.
        place: tells where a name of it stands.
    """
    allowed = {"figures": EXTENTS, "sections": (True, False)}
    faults = tuple(
        problem("S024", place(name), name=name, value=value)
        for name, value in given.items()
        if value not in allowed.get(name, ())
    )
    extent = given.get("figures") if given.get("figures") in EXTENTS else REVIEW
    return Numbering(str(extent), has_sections=given.get("sections") is True), faults


def page_text(path: str, text: str, numbering: Numbering, *, is_first: bool) -> PageText:
    """Return a page as it is looked through for labels, before any page is read.

    Its heading is numbered where those of chapters are, unless it is the first of the menu or a list of
    works, terms or the like, or says `numbered: false` at its top.

    Args:
        path: the page, as its author knows it.
        text: its file.
        numbering: how the review numbers.
        is_first: whether it is the first page of the menu.
    """
    if not (numbering.has_sections or may_have_labels(text) or _APPENDIX.search(text[:_TOP])):
        return PageText(path, "", is_chapter=False)
    meta, markdown = taken_apart(text)
    first_line = 1 + text.rstrip().count("\n") - markdown.rstrip().count("\n")
    is_chapter = not is_first and meta.get("numbered", True) is not False and not _PLACE.search(markdown)
    return PageText(path, markdown, first_line, is_chapter, meta.get("appendix") is True)
