"""What theses are called in lists: whether a work is one, for which degree, in which sciences."""

from __future__ import annotations

import re

from sholu.bibliography.theses import has_own_name, thesis
from sholu.bibliography.typed_words import of_words
from sholu.importing.typed.line import Line

_DEGREE = "(?:<<thesis_phd>>|<<thesis_master>>|<<thesis_candidate>>|<<thesis_doctoral>>|<<thesis_doctorate>>)"
# «Автореферат дис. … канд. ист. наук», «тарих ғыл. канд. дис.», "PhD thesis"
_THESIS = of_words(
    rf"\b(?:[^\W\d_]+\.?\s+<<sciences>>\.?\s*(?={_DEGREE}))?(?P<abstract><<thesis_abstract>>\.?\s*)?"
    rf"(?:{_DEGREE}\.?\s(?:(?:\.\.\.|…)\s)?)?<<thesis>>",
    re.IGNORECASE,
)
# «Автореферат» alone, behind a title.
_ALONE = of_words(r"(?<=\.)\s+(?P<abstract><<thesis_abstract>>)\.?$", re.IGNORECASE)
_NAMED = of_words(r"\b(?:<<thesis>>|<<thesis_abstract>>)", re.IGNORECASE)
_BEGINS = of_words("<<thesis_abstract>>|<<thesis>>|<<thesis_phd>>", re.IGNORECASE)


def thesis_in(title: str) -> re.Match[str] | None:
    """Find behind a title what says that it is that of a thesis; an abstract says so at the beginning too."""
    found = _THESIS.search(title) or _ALONE.search(title)
    return found if found and (found.start() or found["abstract"]) else None


def names_thesis(words: str) -> bool:
    """Tell whether words in brackets behind a title say that it is a thesis."""
    return _NAMED.search(words) is not None


def begins_with_thesis(words: str) -> bool:
    """Tell whether words that stand where a publisher would say that a work is a thesis."""
    return (_BEGINS.match(words) or _THESIS.match(words)) is not None


def put_thesis(line: Line, words: str) -> None:
    """Keep that a work is a thesis, and what its name tells: «канд. ист. наук»."""
    known = thesis(words, "thesis", "")
    line.put("kind_of_work", "thesis")
    called = words.strip(" .,") if has_own_name(words) else ""
    line.put("type", known.genre if known.genre != "thesis" else called)
    line.put("field", known.field)
