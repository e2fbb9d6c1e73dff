"""Whether the title of a review is nothing but what it reviews: "Review of Water", «Рецензия»."""

from __future__ import annotations

import re

from sholu.bibliography.references import Reference, Related
from sholu.bibliography.typed_words import any_of, typed_words
from sholu.languages import kept
from sholu.regexes import regex

_SIGNS = regex(r"[\W_]+")


def is_titled_by(work: Reference, reviewed: Related) -> bool:
    """Tell whether a title says that the work is a review, and of what, or nothing else.

    Args:
        work: a review.
        reviewed: what it reviews.
    """
    rest = _behind(work.title.original)
    return rest == "" or names_reviewed(work, reviewed)


def names_reviewed(work: Reference, reviewed: Related) -> bool:
    """Tell whether a title says that the work is a review, and of what; as `is_titled_by`."""
    rest = _behind(work.title.original)
    titles = (reviewed.work.title.original, *reviewed.work.title.values())
    return rest is not None and any(_plain(title) in rest for title in titles if title)


def _behind(title: str) -> str | None:
    """Return what stands behind the words that call it a review, in small letters; None without them."""
    found = _says_review().match(title)
    return _plain(title[found.end() :]) if found else None


def _plain(words: str) -> str:
    return " ".join(_SIGNS.split(words.casefold())).strip()


@kept
def _says_review() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(typed_words('review_titles'))})", re.IGNORECASE)
