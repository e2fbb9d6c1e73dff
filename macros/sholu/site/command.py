"""The commands that need the site built: `sholu translations`, `sholu pdf`, `sholu epub`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sholu.commands import Command, nearest_settings
from sholu.problems import nearest
from sholu.problems.workflow import annotation
from sholu.publication.files import KINDS
from sholu.translations.lock import accept, write_lock
from sholu.translations.lock_file import LOCK_FILE
from sholu.translations.state import Dated, Remaining, TranslationState, report

if TYPE_CHECKING:
    from sholu.site.build import MkDocsBuild


def _declare_translations(parser: ArgumentParser) -> None:
    parser.add_argument(
        "pages",
        nargs="*",
        metavar="accept | page",
        help="`accept` records that the pages after it are up to date; without it, only they are shown",
    )
    parser.add_argument("--all", action="store_true", help="accept all pages")
    parser.add_argument(
        "--settings", type=Path, help="mkdocs.yml; by default that of this folder or one above"
    )
    parser.add_argument("--github", action="store_true", help="write notices for GitHub Actions")


def _translations(options: Namespace) -> int:
    # MkDocs is loaded only where a page has to be read.
    from sholu.site.throwaway import read_review  # noqa: PLC0415

    try:
        built = read_review(options.settings or nearest_settings())
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    review, states = built.review, built.translations.states()
    broken = [problem for problem in review.problems if problem.place.path == LOCK_FILE]
    if broken:
        # Without its records nothing can be told, and accepting a page would throw away those of all others.
        sys.stderr.writelines(f"{problem}\n" for problem in broken)
        return 1
    names = list(options.pages)
    is_accepting = names[:1] == ["accept"]
    chosen, unknown = _chosen(names[is_accepting:], built.root, states)
    if unknown:
        sys.stderr.writelines(f"{line}\n" for line in unknown)
        return 1
    if is_accepting:
        return _accept(states if options.all else chosen, built, states)
    _show(chosen or states, built.translations.dated, is_for_github=options.github)
    return 0


def _declare_files(parser: ArgumentParser) -> None:
    parser.add_argument("--settings", default="mkdocs.yml", type=Path, help="mkdocs.yml")


def _files(kind: str, options: Namespace) -> int:
    from sholu.site.throwaway import make_files  # noqa: PLC0415 -- as above

    try:
        written = make_files(options.settings, (kind,))
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in written:
        near = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        sys.stdout.write(f"{near}\n")
    return 0


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
    return annotation("notice", one.place, "Translation", text)


def _accept(states: Sequence[TranslationState], built: MkDocsBuild, every: Sequence[TranslationState]) -> int:
    """Record that pages agree with the texts that they were translated from."""
    if not states:
        sys.stderr.write("nothing to accept; name the pages, or write --all\n")
        return 1
    lock = built.review.lock
    pages = {state.translation.path for state in every}
    for state in states:
        lock = accept(lock, state.source, state.translation, pages)
        sys.stdout.write(f"{state.translation.path}: accepted as it is, made from {state.source.path}\n")
    (built.root / LOCK_FILE).write_text(write_lock(lock), encoding="utf-8", newline="\n")
    return 0


_FILES = tuple(
    Command(
        kind,
        f"write the review as {kind.upper()}, one file for each language",
        _declare_files,
        partial(_files, kind),
    )
    for kind in KINDS
)
COMMANDS = (
    Command(
        "translations",
        "show which blocks are behind the text that they were translated from",
        _declare_translations,
        _translations,
    ),
    *_FILES,
)
