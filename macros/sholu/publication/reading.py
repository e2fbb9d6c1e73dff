"""Reads data/review.bib: the review as a work, and after it the works that it restates.

The file is BibTeX by the convention of references.bib, with more in the entry of the review: `license`,
`subjects`, `authorid`, `version`, `contact` and `disclaimer`.
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
from sholu.problems import Place, Problem, warning
from sholu.publication.works import Publication
from sholu.works.view import form

_MAIL = re.compile(r"[^\s@<>,;:\"()\[\]]+@[^\s@<>,;:\"()\[\]]+\.[^\s@<>,;:\"()\[\].]+")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def is_mail(words: str) -> bool:
    """Tell whether words are one e-mail address."""
    return _MAIL.fullmatch(words) is not None


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
        mend = "write the entry of the review, and after it those of the works that it restates"
        return None, (Problem(Place(shown), "the file has no entry", mend),)
    review, *originals = works
    entry = read_entries(path)[review.key]
    found: list[Problem] = []
    publication = Publication(
        review=review,
        originals=tuple(originals),
        license=_license(entry, shown, found),
        subjects=_words(entry.fields, "subjects"),
        author_ids=_author_ids(entry, review, shown, found),
        version=without_braces(entry.fields.get("version", "")).strip(),
        contact=_contact(entry, shown, found),
        disclaimer=_words(entry.fields, "disclaimer"),
    )
    return publication, (*problems, *found)


def wrong_pages(publication: Publication, pages: Iterable[str], shown: str) -> tuple[Problem, ...]:
    """Report the pages that `authorid` and `contact` name and that are not there.

    Args:
        publication: what was read.
        pages: the pages of one language, without it: "about.md".
        shown: the path of the file.
    """
    known = set(pages)
    place = Place(shown, publication.review.line)
    named = (*(("authorid", one) for one in publication.author_ids), ("contact", publication.contact))
    return tuple(
        Problem(place, f'"{publication.review.key}": there is no page {one}', f"correct it in {name}")
        for name, one in named
        if one.endswith(".md") and one not in known
    )


def _license(entry: RawEntry, shown: str, problems: list[Problem]) -> str:
    value = without_braces(entry.fields.get("license", "")).strip()
    try:
        return read_address(value) if value else ""
    except ImpossibleValueError:
        mend = "write its address, as in license = {https://creativecommons.org/licenses/by/4.0/}"
        problems.append(_problem(entry, "license", f'the licence "{value}" is no address', mend, shown))
        return ""


def _words(fields: Mapping[str, str], name: str) -> Versions[str]:
    forms = {
        code: readable(fields[f"{name}_{code}"])[0]
        for code in (*known_languages(), LATIN)
        if f"{name}_{code}" in fields
    }
    return Versions(readable(fields.get(name, ""))[0], forms)


def _contact(entry: RawEntry, shown: str, problems: list[Problem]) -> str:
    value = without_braces(entry.fields.get("contact", "")).strip()
    if not value or value.endswith(".md") or is_mail(value):
        return value
    try:
        return read_address(value)
    except ImpossibleValueError:
        mend = "write an e-mail address, an address (https://…) or a page (about.md)"
        problems.append(_problem(entry, "contact", f'nobody is reached at "{value}"', mend, shown))
        return ""


def _author_ids(entry: RawEntry, review: Reference, shown: str, problems: list[Problem]) -> tuple[str, ...]:
    """Read an ORCID, an address or a page for each author, parted by commas."""
    value = without_braces(entry.fields.get("authorid", "")).strip()
    if not value:
        return ()
    given = [part.strip() for part in value.split(",")]
    authors = form(review.authors, review.language)
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
            if not _fits(bare):
                place = Place(shown, entry.lines.get("authorid", entry.line))
                what = f'"{entry.key}": the check digit of the ORCID {bare} does not fit'
                problems.append(warning(place, what, "copy it again: as it is, it is nobody's or another's"))
        elif not one or one.startswith("https://") or one.endswith(".md"):
            read.append(one)
        else:
            mend = "write an ORCID (0000-0002-1825-0097), an address (https://…) or a page (about.md)"
            problems.append(_problem(entry, "authorid", f'authorid "{one}" leads nowhere', mend, shown))
            read.append("")
    return tuple(read)


def _fits(orcid: str) -> bool:
    """Tell whether the check digit of an ORCID is that of its number (ISO 7064, MOD 11-2)."""
    total = 0
    signs = orcid.replace("-", "")
    for digit in signs[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == signs[-1]


def _problem(entry: RawEntry, name: str, what: str, mend: str, shown: str) -> Problem:
    return Problem(Place(shown, entry.lines.get(name, entry.line)), f'"{entry.key}": {what}', mend)
