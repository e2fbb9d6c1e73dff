"""Capitals that other programs are to keep: BibTeX's styles and pandoc write English titles small.

So do they with titles of which nobody says the language. What stands in braces (`nocase` in CSL-JSON) stays
as it is: the capitals that a title has where we print it in sentence case, those of names above all, whoever
knows them: the file, CLDR, braces of its author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sholu.bibliography.proper_names import Names, proper_names
from sholu.bibliography.references import Reference
from sholu.languages import language
from sholu.regexes import regex
from sholu.values import replace
from sholu.works.shown import ShownWork

_WORD = regex(r"[^\W\d_][\w’']*")
# Words in a row are one name: "Central Asia", "Sino-Soviet".
_BETWEEN = frozenset({" ", "-", "‐", "‑"})
_QUOTES = "“”‘«»\"'([ "
_ENGLISH = frozenset({"", "en"})


def with_kept_capitals(references: Iterable[Reference]) -> Iterator[Reference]:
    """Yield works with all that a style shall not write small among what their titles protect."""
    works = tuple(references)
    names = proper_names(works)
    for one in works:
        yield _with_kept(one, names) if one.language in _ENGLISH else one


def _with_kept(reference: Reference, names: Names) -> Reference:
    shown = ShownWork(reference, language("en"), names=names)
    titles = [reference.title, reference.subtitle, reference.issue_title, reference.main_title]
    titles += [reference.main_subtitle]
    if reference.kind.is_part:
        titles += [reference.container, reference.container_subtitle]
    found = {run for one in titles if one.original for run in _runs(one.original, shown)}
    kept = sorted(found.union(reference.protected), key=lambda words: (-len(words), words))
    return replace(reference, protected=tuple(kept)) if found else reference


def _runs(title: str, shown: ShownWork) -> Iterator[str]:
    """Yield the words in a row that have capitals in sentence case, as they stand in the title."""
    if title.isupper():
        return
    printed = str(shown.in_sentence_case(title))
    start = end = 0
    for found in _WORD.finditer(printed):
        if not _is_kept(found):
            continue
        if start < end and printed[end : found.start()] in _BETWEEN:
            end = found.end()
            continue
        if start < end:
            yield title[start:end]
        start, end = found.span()
    if start < end:
        yield title[start:end]


def _is_kept(word: re.Match[str]) -> bool:
    """Tell whether a word has a capital that is not that of the beginning of a title or subtitle."""
    before = word.string[: word.start()].rstrip(_QUOTES)
    is_first = not before or before.endswith(":")
    return word[0] != word[0].lower() and not (is_first and word[0][1:] == word[0][1:].lower())
