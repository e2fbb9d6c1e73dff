"""Reads data/review.bib: the review as a work, and after it the works that it retells.

The file is BibTeX by the convention of references.bib, with three fields more in the entry of the review:
`license`, `subjects` and `authorid`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from sholu.bibliography.bibtex import read_entries, read_library
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import LATIN, Reference, Versions
from sholu.bibliography.tex import readable, without_braces
from sholu.bibliography.values import ImpossibleValueError, read_address
from sholu.languages import known_languages
from sholu.problems import Place, Problem
from sholu.publication.works import Publication

_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def read_publication(path: Path, shown: str) -> tuple[Publication | None, tuple[Problem, ...]]:
    """Read what is published; None if the file has no entry that can be read.

    Args:
        path: the file, which is there.
        shown: its path as the author knows it.
    """
    library, problems = read_library(path, shown)
    works = tuple(library)
    if not works:
        if problems:
            return None, problems
        mend = "write the entry of the review, and after it those of the works that it retells"
        return None, (Problem(Place(shown), "the file has no entry", mend),)
    review, *originals = works
    entry = read_entries(path)[review.key]
    found: list[Problem] = []
    publication = Publication(
        review=review,
        originals=tuple(originals),
        license=_license(entry, shown, found),
        subjects=_subjects(entry.fields),
        author_ids=_author_ids(entry, review, shown, found),
    )
    return publication, (*problems, *found)


def wrong_pages(publication: Publication, pages: Iterable[str], shown: str) -> tuple[Problem, ...]:
    """Report the pages that `authorid` names and that are not there.

    Args:
        publication: what was read.
        pages: the pages of one language, without it: "about.md".
        shown: the path of the file.
    """
    known = set(pages)
    place = Place(shown, publication.review.line)
    return tuple(
        Problem(place, f'"{publication.review.key}": there is no page {one}', "correct it in authorid")
        for one in publication.author_ids
        if one and not one.startswith("https:") and one not in known
    )


def _license(entry: RawEntry, shown: str, problems: list[Problem]) -> str:
    value = without_braces(entry.fields.get("license", "")).strip()
    try:
        return read_address(value) if value else ""
    except ImpossibleValueError:
        mend = "write its address, as in license = {https://creativecommons.org/licenses/by/4.0/}"
        problems.append(_problem(entry, "license", f'the licence "{value}" is no address', mend, shown))
        return ""


def _subjects(fields: Mapping[str, str]) -> Versions[str]:
    forms = {
        code: readable(fields[f"subjects_{code}"])[0]
        for code in (*known_languages(), LATIN)
        if f"subjects_{code}" in fields
    }
    return Versions(readable(fields.get("subjects", ""))[0], forms)


def _author_ids(entry: RawEntry, review: Reference, shown: str, problems: list[Problem]) -> tuple[str, ...]:
    """Read an ORCID, an address or a page for each author, parted by commas."""
    value = without_braces(entry.fields.get("authorid", "")).strip()
    if not value:
        return ()
    given = [part.strip() for part in value.split(",")]
    authors = review.authors.original or next(iter(review.authors.values()), ())
    if len(given) != len(authors):
        what = f"authorid has {len(given)} parts, author has {len(authors)} names"
        mend = "give each author one in turn; between two commas nothing stands for none"
        problems.append(_problem(entry, "authorid", what, mend, shown))
        return ()
    read = []
    for one in given:
        bare = re.sub(r"^https?://orcid\.org/", "", one)
        if _ORCID.fullmatch(bare):
            read.append(f"https://orcid.org/{bare}")
        elif not one or one.startswith("https://") or one.endswith(".md"):
            read.append(one)
        else:
            mend = "write an ORCID (0000-0002-1825-0097), an address (https://…) or a page (about.md)"
            problems.append(_problem(entry, "authorid", f'authorid "{one}" leads nowhere', mend, shown))
            read.append("")
    return tuple(read)


def _problem(entry: RawEntry, name: str, what: str, mend: str, shown: str) -> Problem:
    return Problem(Place(shown, entry.lines.get(name, entry.line)), f'"{entry.key}": {what}', mend)
