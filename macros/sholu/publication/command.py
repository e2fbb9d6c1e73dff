"""The command `sholu citation`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sholu.commands import Command
from sholu.problems import errors
from sholu.publication.cff import CITATION_FILE, citation_file
from sholu.publication.reading import read_publication


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("review", nargs="?", default="data/review.bib", type=Path, help="data/review.bib")


def _citation(options: Namespace) -> int:
    """Write CITATION.cff; a file with problems is not written from."""
    path: Path = options.review
    if not path.is_file():
        sys.stderr.write(f"{path}: there is no such file; BIBLIOGRAPHY.md shows one\n")
        return 1
    publication, problems = read_publication(path, path.as_posix())
    for problem in sorted(problems):
        sys.stderr.write(f"{problem}\n")
    if publication is None or errors(problems):
        return 1
    Path(CITATION_FILE).write_text(
        citation_file(publication, path.as_posix()), encoding="utf-8", newline="\n"
    )
    sys.stdout.write(f"{CITATION_FILE}: written from {path}\n")
    return 0


COMMANDS = (
    Command("citation", "write CITATION.cff from what the review says of itself", _declare, _citation),
)
