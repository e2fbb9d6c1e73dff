"""The commands `sholu check` and `sholu explain`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sholu.bibliography.bibtex import read_library
from sholu.bibliography.references import Library
from sholu.citations.styles import is_transliterated
from sholu.commands import Command
from sholu.languages import incomplete, known_languages, language
from sholu.problems import errors, nearest, shortened
from sholu.problems.page import page_of_rules, told
from sholu.problems.rules import rule, rules
from sholu.review.own_languages import use_languages


def _declare_check(parser: ArgumentParser) -> None:
    parser.add_argument("bibliography", nargs="?", default="references.bib", type=Path, help="references.bib")
    parser.add_argument("--all", action="store_true", help="show every problem, of many of one kind too")


def _check(options: Namespace) -> int:
    path: Path = options.bibliography
    words = use_languages(Path(), ())
    library, found = read_library(path, path.as_posix())
    problems = [*found, *words, *incomplete()]
    for problem in sorted(problems) if options.all else shortened(sorted(problems)):
        sys.stdout.write(f"{problem}\n")
    for line in _transliterated(library, path.as_posix()):
        sys.stdout.write(f"{line}\n")
    works, count = len(library.references), len(errors(problems))
    sys.stdout.write(
        f"{path}: {works} work{'' if works == 1 else 's'}, "
        f"{count or 'no'} problem{'' if count == 1 else 's'}\n"
    )
    return 1 if count else 0


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


def _declare_explain(parser: ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", help="a code, as messages end with it: C012; without it, all")


def _explain(options: Namespace) -> int:
    if options.code is None:
        sys.stdout.write(page_of_rules())
        return 0
    code = options.code.strip("[] ").upper()
    known = [one.code for one in rules()]
    if code not in known:
        near = nearest(code, known)
        hint = f"did you mean {near}?" if near else "`sholu explain` lists all codes"
        sys.stderr.write(f"{options.code}: there is no such code; {hint}\n")
        return 2
    sys.stdout.write(f"{told(rule(code), 'en')}\n")
    return 0


COMMANDS = (
    Command("check", "show what is wrong in a review, and what an editor would see", _declare_check, _check),
    Command("explain", "say what a code means: what, why, an example", _declare_explain, _explain),
)
