"""The command `sholu`: what an author asks of a review without building it."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.bibliography.bibtex import read_library
from macros.bibliography.references import Library
from macros.citations.style import is_transliterated
from macros.languages import known_languages, language
from macros.problems import nearest
from macros.publication.files import KINDS
from macros.review import LOCK_FILE, ReviewBuild
from macros.translations.lock import accept, write_lock
from macros.translations.state import TranslationState, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if all is well, 1 if there is something to mend."""
    parser = argparse.ArgumentParser(prog="sholu", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="read the bibliography; show its problems and the names that need a form"
    )
    check.add_argument("bibliography", nargs="?", default="references.bib", type=Path, help="references.bib")
    translations = commands.add_parser(
        "translations", help="show which blocks are behind the text that they were translated from"
    )
    translations.add_argument("action", nargs="?", choices=("accept",), help="record what is up to date now")
    translations.add_argument("pages", nargs="*", type=Path, help="translated pages: docs/ru/findings.md")
    translations.add_argument("--all", action="store_true", help="accept all pages")
    translations.add_argument("--settings", default="mkdocs.yml", type=Path, help="mkdocs.yml")
    translations.add_argument("--github", action="store_true", help="write notices for GitHub Actions")
    for kind in KINDS:
        files = commands.add_parser(
            kind, help=f"write the review as {kind.upper()}, one file for each language"
        )
        files.add_argument("--settings", default="mkdocs.yml", type=Path, help="mkdocs.yml")
    options = parser.parse_args(arguments)
    if options.command in KINDS:
        return _files(options)
    if options.command == "check":
        return _check(options.bibliography)
    return _translations(options)


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


def _translations(options: argparse.Namespace) -> int:
    # MkDocs is loaded only where a page has to be read.
    from macros.commands import read_review  # noqa: PLC0415

    try:
        built = read_review(options.settings)
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    states = built.states()
    if options.action == "accept":
        return _accept(options, built.review, states)
    behind = 0
    for state in states:
        behind += len(state.stale)
        for line in report(state, built.dated):
            sys.stdout.write(f"{_notice(line)}\n" if options.github else f"{line}\n")
    sys.stdout.write(
        f"{len(states)} translated pages, {behind or 'no'} block{'' if behind == 1 else 's'} behind\n"
    )
    return 0


def _files(options: argparse.Namespace) -> int:
    from macros.commands import make_files  # noqa: PLC0415 -- as above

    try:
        written = make_files(options.settings, (options.command,))
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in written:
        near = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        sys.stdout.write(f"{near}\n")
    return 0


def _notice(line: str) -> str:
    """Write a line of the report so that GitHub shows it beside the line of the file."""
    found = re.match(r"(?P<path>\S+?)(?::(?P<line>\d+))?: (?P<text>.*)", line)
    if found is None:
        return line
    return f"::notice file={found['path']},line={found['line'] or 1}::{found['text']}"


def _accept(options: argparse.Namespace, review: ReviewBuild, states: Sequence[TranslationState]) -> int:
    """Record that pages agree with the texts that they were translated from."""
    root = review.root
    wanted = {path.resolve() for path in options.pages}
    known = {(root / state.translation.path).resolve(): state for state in states}
    unknown = sorted(path for path in options.pages if path.resolve() not in known)
    if unknown or not (wanted or options.all):
        for path in unknown:
            near = nearest(path.as_posix(), [state.translation.path for state in states])
            hint = f"did you mean {near}?" if near else "name a page such as docs/ru/index.md"
            sys.stderr.write(f"{path}: no translated page; {hint}\n")
        if not unknown:
            sys.stderr.write("nothing to accept; name the pages, or write --all\n")
        return 1
    lock = review.lock
    for path, state in known.items():
        if options.all or path in wanted:
            lock = accept(lock, state.source, state.translation)
            sys.stdout.write(f"{state.translation.path}: accepted as it is, made from {state.source.path}\n")
    (root / LOCK_FILE).write_text(write_lock(lock), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
