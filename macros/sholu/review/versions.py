"""The versions of a page in the languages of a review: whether they agree, how far translations are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sholu.problems import Problem
from sholu.review.build import ReviewBuild
from sholu.translations.blocks import PageVersion
from sholu.translations.copies import copies
from sholu.translations.parity import differences, needless_remarks
from sholu.translations.sources import source_pairs, source_problems
from sholu.translations.state import TranslationState, state_of

# The codes of brackets that are none, and of what a block has otherwise for it: works, numbers.
_NO_BRACKETS = frozenset({"C002", "C003", "C004", "C005"})
_OF_CITATIONS = frozenset({"T013", "T016"})


def version_problems(review: ReviewBuild, default: str) -> Iterator[Problem]:
    """Compare each page with the one from which it was translated, by default that in this language."""
    faults: dict[str, set[int]] = {}
    for one in review.problems:
        if one.code in _NO_BRACKETS:
            faults.setdefault(one.place.path, set()).add(one.place.line)
    for versions in _versions(review).values():
        yield from source_problems(versions, review.pages.codes, default)
        pairs = source_pairs(versions, default)
        for source, translation in pairs:
            found = differences(source, translation, review.listings.cited_works, review.glossary)
            yield from _without_consequences(found, source, translation, faults)
            yield from copies(source, translation)
        for version in versions.values():
            partners = [other for pair in pairs if version in pair for other in pair if other is not version]
            yield from needless_remarks(version, partners, review.listings.cited_works, review.glossary)


def _without_consequences(
    found: Iterator[Problem],
    source: PageVersion,
    translation: PageVersion,
    faults: Mapping[str, Collection[int]],
) -> Iterator[Problem]:
    """Leave out what differs only because a citation of the block cannot be read: that is told already."""
    here, there = faults.get(translation.path, ()), faults.get(source.path, ())
    for one in found:
        if one.code in _OF_CITATIONS and (here or there):
            where = int(dict(one.values)["where"].rpartition(":")[2])
            if _has_fault(translation, one.place.line, here) or _has_fault(source, where, there):
                continue
        yield one


def _has_fault(page: PageVersion, line: int, faults: Collection[int]) -> bool:
    """Tell whether one of some lines is in the block that begins on a line."""
    end = min((other for block in page.blocks if (other := page.line_of(block)) > line), default=None)
    return any(line <= fault and (end is None or fault < end) for fault in faults)


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
