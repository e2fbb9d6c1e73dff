"""The command `sholu`: what an author asks of a review without building it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sholu.bibliography.bibtex import read_library
from sholu.bibliography.references import Library
from sholu.citations.style import is_transliterated
from sholu.commands import RefusalError
from sholu.languages import known_languages, language
from sholu.problems import errors, nearest, shortened
from sholu.publication.cff import CITATION_FILE, citation_file
from sholu.publication.files import KINDS
from sholu.publication.reading import read_publication
from sholu.review import LOCK_FILE, ReviewBuild
from sholu.starting.command import COMMANDS
from sholu.translations.lock import accept, write_lock
from sholu.translations.state import Dated, Remaining, TranslationState, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 if all is well, 1 if there is something to mend.

    `run` returns 2 where the command could not be run, and argparse where it was not understood.
    """
    parser = argparse.ArgumentParser(prog="sholu", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="read the bibliography; show its problems and the names that need a form"
    )
    check.add_argument("bibliography", nargs="?", default="references.bib", type=Path, help="references.bib")
    check.add_argument("--all", action="store_true", help="show every problem, of many of one kind too")
    translations = commands.add_parser(
        "translations", help="show which blocks are behind the text that they were translated from"
    )
    translations.add_argument(
        "pages",
        nargs="*",
        metavar="accept | page",
        help="`accept` records that the pages after it are up to date; without it, only they are shown",
    )
    translations.add_argument("--all", action="store_true", help="accept all pages")
    translations.add_argument(
        "--settings", type=Path, help="mkdocs.yml; by default that of this folder or one above"
    )
    translations.add_argument("--github", action="store_true", help="write notices for GitHub Actions")
    for kind in KINDS:
        files = commands.add_parser(
            kind, help=f"write the review as {kind.upper()}, one file for each language"
        )
        files.add_argument("--settings", default="mkdocs.yml", type=Path, help="mkdocs.yml")
    citation = commands.add_parser("citation", help="write CITATION.cff from what the review says of itself")
    citation.add_argument("review", nargs="?", default="data/review.bib", type=Path, help="data/review.bib")
    for command in COMMANDS:
        command.declare(commands.add_parser(command.name, help=command.help))
    options = parser.parse_args(arguments)
    chosen = next((command for command in COMMANDS if command.name == options.command), None)
    if chosen is not None:
        try:
            return chosen.run(options)
        except RefusalError as refusal:
            sys.stderr.write(f"{refusal}\n")
            return 1
    if options.command in KINDS:
        return _files(options)
    if options.command == "check":
        return _check(options.bibliography, shows_all=options.all)
    if options.command == "citation":
        return _citation(options.review)
    return _translations(options)


def _check(path: Path, *, shows_all: bool) -> int:
    library, problems = read_library(path, path.as_posix())
    for problem in sorted(problems) if shows_all else shortened(sorted(problems)):
        sys.stdout.write(f"{problem}\n")
    for line in _transliterated(library, path.as_posix()):
        sys.stdout.write(f"{line}\n")
    works, count = len(library.references), len(errors(problems))
    sys.stdout.write(
        f"{path}: {works} work{'' if works == 1 else 's'}, "
        f"{count or 'no'} problem{'' if count == 1 else 's'}\n"
    )
    return 1 if count else 0


def _citation(path: Path) -> int:
    """Write CITATION.cff; a file with problems is not written from."""
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
    from sholu.site.throwaway import read_review  # noqa: PLC0415

    try:
        built = read_review(options.settings or _settings())
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    review, states = built.review, built.states()
    broken = [problem for problem in review.problems if problem.place.path == LOCK_FILE]
    if broken:
        # Without its records nothing can be told, and accepting a page would throw away those of all others.
        sys.stderr.writelines(f"{problem}\n" for problem in broken)
        return 1
    names = list(options.pages)
    is_accepting = names[:1] == ["accept"]
    chosen, unknown = _chosen(names[is_accepting:], review.root, states)
    if unknown:
        sys.stderr.writelines(f"{line}\n" for line in unknown)
        return 1
    if is_accepting:
        return _accept(states if options.all else chosen, review, states)
    _show(chosen or states, built.dated, is_for_github=options.github)
    return 0


def _files(options: argparse.Namespace) -> int:
    from sholu.site.throwaway import make_files  # noqa: PLC0415 -- as above

    try:
        written = make_files(options.settings, (options.command,))
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in written:
        near = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        sys.stdout.write(f"{near}\n")
    return 0


def _settings() -> Path:
    """Return the mkdocs.yml of the folder where the author is, or of the nearest one above."""
    name = "mkdocs.yml"
    here = Path.cwd()
    return next((folder / name for folder in (here, *here.parents) if (folder / name).is_file()), Path(name))


def _chosen(
    names: Sequence[str], root: Path, states: Sequence[TranslationState]
) -> tuple[list[TranslationState], list[str]]:
    """Return the pages that are named, by file or folder, and a message for each name that names none.

    Names may be relative to where the author is, or to the folder of mkdocs.yml.
    """
    chosen: list[TranslationState] = []
    unknown: list[str] = []
    originals = {(root / state.source.path).resolve() for state in states}
    for name in names:
        paths = {Path(name).resolve(), (root / name).resolve()}
        found = [
            state
            for state in states
            if any((root / state.translation.path).resolve().is_relative_to(path) for path in paths)
        ]
        chosen += found
        if not found:
            near = nearest(Path(name).as_posix(), [state.translation.path for state in states])
            hint = f"did you mean {near}?" if near else "name a page such as docs/ru/index.md"
            if paths & originals:
                hint = "others are translated from it; name one of them"
            unknown.append(f"{name}: no translated page; {hint}")
    return chosen, unknown


def _show(states: Sequence[TranslationState], dated: Dated, *, is_for_github: bool) -> None:
    behind = sum(len(state.stale) for state in states)
    count = f"{len(states)} translated page{'' if len(states) == 1 else 's'}"
    remaining = [one for state in states for one in report(state, dated)]
    lines = [*map(str, remaining), f"{count}, {behind or 'no'} block{'' if behind == 1 else 's'} behind"]
    sys.stdout.writelines(f"{line}\n" for line in (map(_notice, remaining) if is_for_github else lines))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if is_for_github:
        sys.stdout.write(f"{lines[-1]}\n")
    if is_for_github and summary:
        # GitHub shows ten notices of a step beside the lines; here stand all of them.
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write("\n".join(("## Translations", "", "```text", *lines, "```", "")))


def _notice(one: Remaining) -> str:
    """Write what is left to do so that GitHub shows it on the pull request, beside the line of the file."""
    text = one.what + (f"\n{one.differences}" if one.differences else "")
    file = _escaped(one.place.path).replace(":", "%3A").replace(",", "%2C")
    return f"::notice file={file},line={one.place.line},title=Translation::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _accept(
    states: Sequence[TranslationState], review: ReviewBuild, every: Sequence[TranslationState]
) -> int:
    """Record that pages agree with the texts that they were translated from."""
    if not states:
        sys.stderr.write("nothing to accept; name the pages, or write --all\n")
        return 1
    lock = review.lock
    pages = {state.translation.path for state in every}
    for state in states:
        lock = accept(lock, state.source, state.translation, pages)
        sys.stdout.write(f"{state.translation.path}: accepted as it is, made from {state.source.path}\n")
    (review.root / LOCK_FILE).write_text(write_lock(lock), encoding="utf-8", newline="\n")
    return 0


def run() -> int:
    """Run the command as a program: whoever reads its output may stop reading, and nobody sees a traceback.

    Returns 2 where the command could not run.
    """
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # `sholu check | head` has what it wanted; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 -- the last that may be said of it
        # Only a fault of ours needs what knows MkDocs.
        from sholu.site.faults import explained  # noqa: PLC0415

        sys.stderr.write(f"{explained(error, '', Path.cwd())}\n")
        return 2
    return code


if __name__ == "__main__":
    sys.exit(run())
