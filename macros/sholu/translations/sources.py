"""From which version of a page the others were translated. Any language may be the source of a page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.translations.blocks import PageVersion


def source_of(version: PageVersion, versions: Mapping[str, PageVersion], default: str) -> PageVersion | None:
    """Return the version from which one was translated; None if it is the original, or that is not there.

    What a page says of itself goes before what another version of it says, and that before the default:
    where the Kazakh page is translated from Russian, the English one is too, unless it says otherwise.
    """
    named = version.source or next((one.source for one in versions.values() if one.source), default)
    return None if named == version.language else versions.get(named)


def source_problems(
    versions: Mapping[str, PageVersion], languages: Collection[str], default: str
) -> Iterator[Problem]:
    """Find versions that name no language of the review as their source, or each other.

    Args:
        versions: those of one page, by language.
        languages: the codes of the review's languages.
        default: the language that is the source where no version names one.
    """
    named = [version for version in versions.values() if version.source]
    for version in named:
        if version.source not in languages:
            near = nearest(version.source, languages)
            yield problem(
                "T002",
                Place(version.path, version.source_line),
                source=version.source,
                near=near,
                known=", ".join(languages),
            )
            return
    if named and not any(source_of(version, versions, default) is None for version in versions.values()):
        yield problem("T003", Place(named[0].path, named[0].source_line))


def source_pairs(
    versions: Mapping[str, PageVersion], default: str
) -> tuple[tuple[PageVersion, PageVersion], ...]:
    """Return the translations of a page, each after its source."""
    return tuple(
        (source, translation)
        for translation in versions.values()
        if (source := source_of(translation, versions, default)) is not None
    )
