"""The commands that need the site built: `sholu pdf`, `sholu epub`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from sholu.commands import Command
from sholu.problems.telling import author_language, in_language
from sholu.publication.files import KINDS


def _declare_files(parser: ArgumentParser) -> None:
    parser.add_argument("--settings", default="mkdocs.yml", type=Path)


def _files(kind: str, options: Namespace) -> int:
    from sholu.site.throwaway import make_files  # noqa: PLC0415 -- as above

    try:
        written, found = make_files(options.settings, (kind,))
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n" if str(error) else "")
        return 1
    for problem in found:
        sys.stderr.write(f"{in_language(problem, author_language())}\n")
    for path in written:
        near = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        sys.stdout.write(f"{near}\n")
    return 0


COMMANDS = tuple(Command(kind, _declare_files, partial(_files, kind)) for kind in KINDS)
