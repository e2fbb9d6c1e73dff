"""Pages of one language that are called alike: nobody tells them apart in menus and results of the search."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.review import Review
from sholu.translations.blocks import BlockKind


def same_titles(review: Review) -> Iterator[Problem]:
    """Name pages whose title another page has; what is so in several languages is told in the first."""
    versions = review.gathered.pages.versions()
    told: set[tuple[str, str]] = set()
    first: dict[tuple[str, str], str] = {}
    for name, page in review.pages.items():
        title = " ".join(page.title.split())
        other = first.setdefault((page.code, title.casefold()), name)
        pair = (other.removeprefix(f"{page.code}/"), name.removeprefix(f"{page.code}/"))
        if not title or other == name or pair in told:
            continue
        told.add(pair)
        path = page.source.path
        version = versions.get(path)
        headings = [one for one in version.blocks if one.kind is BlockKind.HEADING] if version else []
        line = version.line_of(headings[0]) if version and headings else 1
        there = review.pages[other].source.path
        yield problem("P094", Place(path, line), title=title, path=there)
