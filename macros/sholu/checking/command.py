"""The commands `sholu check` and `sholu explain`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from sholu.bibliography.bibtex import read_library
from sholu.checking.formats import FORMATS
from sholu.checking.review import checked, transliterated
from sholu.commands import Command, nearest_settings
from sholu.languages import incomplete
from sholu.problems import Problem, errors, nearest, shortened, warnings
from sholu.problems.page import page_of_rules, told
from sholu.problems.rules import known_codes, rule
from sholu.review import UnreadableReviewError
from sholu.review.own_languages import use_languages
from sholu.review.settings import SETTINGS_FILE

_NOT_RUN = 2


def _declare_check(parser: ArgumentParser) -> None:
    parser.description = (
        "Show what is wrong in a review, and what an editor would see. Returns 0 if there is no error, 1 if "
        "there is one, 2 if it could not run."
    )
    parser.add_argument(
        "review",
        nargs="?",
        type=Path,
        help="its folder or its mkdocs.yml, by default that of this folder or one above; or a BibTeX file",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="by default text")
    parser.add_argument("--strict", action="store_true", help="return 1 for warnings, too")
    parser.add_argument(
        "--only", action="append", metavar="CODE", help="a code, several, or a letter: C012,T"
    )
    parser.add_argument("--all", action="store_true", help="show every problem, of many of one kind too")


def _check(options: Namespace) -> int:
    only = [code.strip().upper() for codes in options.only or () for code in codes.split(",") if code.strip()]
    for code in only:
        if not any(one.startswith(code) for one in known_codes()):
            sys.stderr.write(f"--only {code}: there is no such code; {_near(code)}\n")
            return _NOT_RUN
    path: Path = options.review or nearest_settings()
    if path.is_dir():
        path /= SETTINGS_FILE
    if not path.is_file():
        sys.stderr.write(f"{path}: there is no such file; name the folder of a review\n")
        return _NOT_RUN
    problems, summary = _of_bibliography(path) if path.suffix == ".bib" else _of_review(path)
    if only:
        problems = [problem for problem in problems if problem.code.startswith(tuple(only))]
    is_for_people = options.format == "text"
    shown = shortened(problems) if is_for_people and not options.all else problems
    sys.stdout.write(FORMATS[options.format](shown))
    if is_for_people:
        sys.stdout.write(f"{summary}: {_counted(problems)}\n")
    return 1 if errors(problems) or (options.strict and problems) else 0


def _of_review(settings: Path) -> tuple[Sequence[Problem], str]:
    try:
        review, problems = checked(settings.absolute().parent)
    except UnreadableReviewError as error:
        return error.problems, str(settings)
    pages, works = len(review.pages), len(review.gathered.library.references)
    return problems, f"{_number(pages, 'page')}, {_number(works, 'work')}"


def _of_bibliography(path: Path) -> tuple[Sequence[Problem], str]:
    shown = path.as_posix()
    words = use_languages(Path())
    library, found = read_library(path, shown)
    problems = sorted((*found, *words, *incomplete(), *transliterated(library, shown)))
    return problems, f"{shown}: {_number(len(library.references), 'work')}"


def _counted(problems: Sequence[Problem]) -> str:
    counts = (_number(len(errors(problems)), "error"), _number(len(warnings(problems)), "warning"))
    return ", ".join(counts)


def _number(count: int, name: str) -> str:
    return f"{count or 'no'} {name}{'' if count == 1 else 's'}"


def _declare_explain(parser: ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", help="a code, as messages end with it: C012; without it, all")


def _explain(options: Namespace) -> int:
    if options.code is None:
        sys.stdout.write(page_of_rules())
        return 0
    code = options.code.strip("[] ").upper()
    if code not in known_codes():
        sys.stderr.write(f"{options.code}: there is no such code; {_near(code)}\n")
        return _NOT_RUN
    sys.stdout.write(f"{told(rule(code), 'en')}\n")
    return 0


def _near(code: str) -> str:
    near = nearest(code, sorted(known_codes()))
    return f"did you mean {near}?" if near else "`sholu explain` lists all codes"


COMMANDS = (
    Command("check", "show what is wrong in a review, and what an editor would see", _declare_check, _check),
    Command("explain", "say what a code means: what, why, an example", _declare_explain, _explain),
)
