"""The command `sholu citation`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sholu.commands import Command
from sholu.problems import errors
from sholu.problems.telling import author_language, in_language, said
from sholu.publication.cff import CITATION_FILE, citation_file
from sholu.publication.reading import read_publication


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("review", nargs="?", default="data/review.bib", type=Path)


def _citation(options: Namespace) -> int:
    """Write CITATION.cff; a file with problems is not written from."""
    path: Path = options.review
    if not path.is_file():
        sys.stderr.write(f"{said('citation_no_file', file=path)}\n")
        return 1
    publication, problems = read_publication(path, path.as_posix())
    for problem in sorted(problems):
        sys.stderr.write(f"{in_language(problem, author_language())}\n")
    if publication is None or errors(problems):
        return 1
    Path(CITATION_FILE).write_text(
        citation_file(publication, path.as_posix()), encoding="utf-8", newline="\n"
    )
    sys.stdout.write(f"{said('citation_written', file=CITATION_FILE, path=path)}\n")
    return 0


COMMANDS = (Command("citation", _declare, _citation),)
