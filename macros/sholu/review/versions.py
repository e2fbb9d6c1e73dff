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

# The codes of what differs in a block only because of a fault that is told where it stands: of works and
# numbers for a bracket that is none, of notes for a sign that is none, of pictures for one that is not there.
_NO_BRACKETS = frozenset({"C002", "C003", "C004", "C005"})
_NO_NOTE = frozenset({"P024"})
_CAUSES = {
    "T013": _NO_BRACKETS,
    "T014": _NO_NOTE,
    "T015": frozenset({"L003"}),
    "T016": _NO_BRACKETS | _NO_NOTE,
}


def version_problems(review: ReviewBuild, default: str) -> Iterator[Problem]:
    """Compare each page with the one from which it was translated, by default that in this language."""
    causes = frozenset().union(*_CAUSES.values())
    faults: dict[str, set[tuple[int, str]]] = {}
    for one in review.problems:
        if one.code in causes:
            faults.setdefault(one.place.path, set()).add((one.place.line, one.code))
    for versions in _versions(review):
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
    faults: Mapping[str, Collection[tuple[int, str]]],
) -> Iterator[Problem]:
    """Leave out what differs only because of a fault of the block that is told already."""
    for one in found:
        here, there = (
            [line for line, code in faults.get(page.path, ()) if code in _CAUSES.get(one.code, ())]
            for page in (translation, source)
        )
        if here or there:
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
    pairs = translations(review, default)
    return tuple(state_of(review.lock, source, translation) for source, translation in pairs)


def translations(review: ReviewBuild, default: str) -> Iterator[tuple[PageVersion, PageVersion]]:
    """Yield each page that is translated, and its translation, by default from this language."""
    for versions in _versions(review):
        yield from source_pairs(versions, default)


def _versions(review: ReviewBuild) -> Iterator[Mapping[str, PageVersion]]:
    """Yield the versions of each page by language; the name of a page is its path without language.

    Two that each say they are not in the language of the other are two pages.
    """
    versions: dict[str, dict[str, PageVersion]] = {}
    for code in review.pages.codes:
        for name, page in review.pages.of(code).items():
            versions.setdefault(name.removeprefix(f"{code}/"), {})[code] = page.version
    for own in versions.values():
        yield from (_parted(own, review.left_out) if review.left_out else (own,))


def _parted(
    versions: Mapping[str, PageVersion], left_out: Mapping[str, Collection[str]]
) -> Iterator[Mapping[str, PageVersion]]:
    rest = dict(versions)
    while rest:
        first = next(iter(rest.values()))
        apart = {
            code
            for code, other in rest.items()
            if other.path in left_out.get(first.path, ()) and first.path in left_out.get(other.path, ())
        }
        yield {code: one for code, one in rest.items() if code not in apart}
        rest = {code: one for code, one in rest.items() if code in apart}
