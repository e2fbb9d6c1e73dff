"""What a build asks an editor for, which it imports only when there is something to explain."""

from __future__ import annotations

from collections.abc import Collection

from sholu.problems import Problem
from sholu.review import Review


def causes(review: Review, paths: Collection[str]) -> frozenset[Problem]:
    """Return what is typed on some pages so that other problems may follow from it.

    Args:
        review: the review.
        paths: the files of the pages.
    """
    if not paths:
        return frozenset()
    from sholu.checking.editor import typed_causes  # noqa: PLC0415 -- good builds need none of it

    return typed_causes(review, paths)
