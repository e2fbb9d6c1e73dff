"""The files of a review that are changed from outside of a build: its folder, its bibliography, its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from sholu.commands import RefusalError
from sholu.problems.telling import said

SETTINGS = "mkdocs.yml"
BIBLIOGRAPHY = "references.bib"
DOCS = "docs"
LOCK = "translations.lock"


def root_of(start: Path) -> Path:
    """Return the folder of the review in which somebody is.

    Raises:
        RefusalError: there is no mkdocs.yml here or above.
    """
    here = start.absolute()
    found = next((folder for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), None)
    if found is None:
        raise RefusalError(said("new_no_settings_above", settings=SETTINGS))
    return found


def bibliography_of(root: Path) -> Path:
    """Return the BibTeX file that mkdocs.yml names, which need not be there yet."""
    named = re.search(r"^\s+bibliography:[ \t]*[\"']?([^\s\"'#}]+)", _settings(root), re.MULTILINE)
    return root / (named[1] if named else BIBLIOGRAPHY)


def docs_of(root: Path) -> Path:
    """Return the folder of the pages."""
    named = re.search(r"^docs_dir:[ \t]*[\"']?([^\s\"'#]+)", _settings(root), re.MULTILINE)
    return root / (named[1] if named else DOCS)


def languages_of(root: Path) -> tuple[str, ...]:
    """Return the codes of the languages of a review, in the order of mkdocs.yml."""
    return tuple(re.findall(r"\blocale:[ \t]*[\"']?([A-Za-z][\w-]*)", _settings(root)))


def _settings(root: Path) -> str:
    return (root / SETTINGS).read_text(encoding="utf-8", errors="replace")


def texts_of(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield what authors write: pages, data, bibliography and settings, with their text."""
    data = root / "data"
    paths = [
        *sorted(docs_of(root).rglob("*.md")),
        *(
            sorted(path for path in data.rglob("*") if path.suffix in {".yml", ".yaml", ".bib"})
            if data.is_dir()
            else ()
        ),
        bibliography_of(root),
        root / SETTINGS,
    ]
    for path in paths:
        if path.is_file():
            yield path, read(path)


def read(path: Path) -> str:
    """Read a text as it is, with its line ends.

    Raises:
        RefusalError: it is no UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError(said("no_utf8", path=path)) from error


def write_all(changed: Mapping[Path, str]) -> None:
    """Write files, each line with the end that it had."""
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
