"""The versions of a page in the languages of a review: whether they agree, how far translations are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sholu.problems import Problem
from sholu.review.build import ReviewBuild
from sholu.translations.blocks import PageVersion
from sholu.translations.copies import copies
from sholu.translations.parity import differences, needless_remarks
from sholu.translations.sources import source_pairs, source_problems
from sholu.translations.state import TranslationState, state_of


def version_problems(review: ReviewBuild, default: str) -> Iterator[Problem]:
    """Compare each page with the one from which it was translated, by default that in this language."""
    for versions in _versions(review).values():
        yield from source_problems(versions, review.pages.codes, default)
        pairs = source_pairs(versions, default)
        for source, translation in pairs:
            yield from differences(source, translation, review.listings.cited_works, review.glossary)
            yield from copies(source, translation)
        for version in versions.values():
            partners = [other for pair in pairs if version in pair for other in pair if other is not version]
            yield from needless_remarks(version, partners, review.listings.cited_works, review.glossary)


def translation_states(review: ReviewBuild, default: str) -> tuple[TranslationState, ...]:
    """Return how far each translation is, in the order of the menu, by default against this language."""
    return tuple(
        state_of(review.lock, source, translation)
        for versions in _versions(review).values()
        for source, translation in source_pairs(versions, default)
    )


def _versions(review: ReviewBuild) -> Mapping[str, Mapping[str, PageVersion]]:
    """Return the versions of each page by language; the name of a page is its path without language."""
    versions: dict[str, dict[str, PageVersion]] = {}
    for code in review.pages.codes:
        for name, page in review.pages.of(code).items():
            versions.setdefault(name.removeprefix(f"{code}/"), {})[code] = page.version
    return versions
