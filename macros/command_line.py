"""The command `sholu`: what an author asks of a review without building it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.bibliography.bibtex import read_library
from macros.bibliography.references import Library
from macros.citations.style import is_transliterated
from macros.languages import known_languages, language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if all is well, 1 if there is something to mend."""
    parser = argparse.ArgumentParser(prog="sholu", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="read the bibliography; show its problems and the names that need a form"
    )
    check.add_argument("bibliography", nargs="?", default="references.bib", type=Path, help="references.bib")
    options = parser.parse_args(arguments)
    return _check(options.bibliography)


def _check(path: Path) -> int:
    library, problems = read_library(path, path.as_posix())
    for problem in sorted(problems):
        sys.stdout.write(f"{problem}\n")
    for line in _transliterated(library, path.as_posix()):
        sys.stdout.write(f"{line}\n")
    count = len(problems)
    sys.stdout.write(
        f"{path}: {len(library.references)} works, {count or 'no'} problem{'' if count == 1 else 's'}\n"
    )
    return 1 if problems else 0


def _transliterated(library: Library, path: str) -> list[str]:
    """Name the works whose names a language has to transliterate, since the entry gives no form."""
    return [
        f"{path}:{reference.line}: in {own.name} the names of {reference.key} are transliterated; "
        f"give the form that the authors use as author_{code}"
        for code in known_languages()
        for own in [language(code)]
        for reference in library
        if is_transliterated(reference, own)
    ]


if __name__ == "__main__":
    sys.exit(main())
