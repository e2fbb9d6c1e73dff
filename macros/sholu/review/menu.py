"""The menu of a review: in which order its pages stand, and which of them are not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sholu.problems import Guesses, Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.review.settings import SETTINGS_FILE, Settings


def missing_in_menu(settings: Settings, pages: Sequence[str]) -> Iterator[Problem]:
    """Report pages of the menu that are there in no language; MkDocs does so where it builds."""
    for name, count in Counter(settings.nav).items():
        if count > 1 and name.endswith(".md"):
            yield problem("S042", Place(SETTINGS_FILE, settings.nav_line), page=name)
    there = set(_inner(settings, pages).values())
    # Of several languages the menu is one: "water.md", and not "ru/water.md".
    every = there if settings.languages else there.union(pages)
    guesses = Guesses()
    for name in settings.nav:
        # "index" is meant for index.md; what has another ending, or an address, is a link.
        is_page = name.endswith(".md") or not set(".:/#") & set(name)
        if is_page and name not in every:
            named = (f"{name}.md", name.partition("/")[2])
            near = next((one for one in named if one in there), "")
            if not near and guesses.is_asked():
                near = nearest(name, sorted(there))
            yield problem("L004", Place(SETTINGS_FILE, settings.nav_line), page=name, near=near)


def in_no_menu(settings: Settings, pages: Sequence[str]) -> Iterator[Problem]:
    """Name pages that the menu leaves out, each once for all languages; one that some lack is told for that.

    Args:
        settings: those of the review.
        pages: its pages.
    """
    named = set(settings.nav)
    if named:
        versions = Counter(_inner(settings, pages).values())
        whole = max(versions.values(), default=0)
        for name in sorted(versions.keys() - named):
            if versions[name] < whole:
                continue
            yield problem("L008", Place(SETTINGS_FILE, settings.nav_line), page=name)


def in_order(settings: Settings, pages: Sequence[str]) -> list[str]:
    """Return pages in the order of the menu, those not in it last; of one page, that of languages."""
    languages = {code: number for number, code in enumerate(settings.codes)}
    place = {name: number for number, name in enumerate(settings.nav)}
    inner = _inner(settings, pages)
    return sorted(
        pages,
        key=lambda page: (
            place.get(inner[page], len(place)),
            inner[page],
            languages[page.partition("/")[0] if settings.languages else settings.language],
        ),
    )


def _inner(settings: Settings, pages: Sequence[str]) -> dict[str, str]:
    """Return the name of each page within its language: "ru/water.md" to "water.md"."""
    return {page: page.partition("/")[2] if settings.languages else page for page in pages}
