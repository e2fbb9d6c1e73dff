"""The command `sholu translations`: what is behind, what agrees, and files for translators' programs."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from sholu.bibliography.references import Date
from sholu.checking.mending import as_it_was
from sholu.checking.review import texts_of
from sholu.commands import Command, RefusalError, nearest_settings
from sholu.problems import nearest
from sholu.problems.telling import LANGUAGES, author_language, in_language, phrase
from sholu.problems.workflow import annotation
from sholu.review import Review
from sholu.review.versions import translation_states
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.history import block_changed_on
from sholu.translations.lock import accept, write_lock
from sholu.translations.lock_file import LOCK_FILE
from sholu.translations.state import Remaining, TranslationState, report
from sholu.writing.exchange import ENDINGS, FORMATS
from sholu.writing.exchange.review import asked_for, put_back
from sholu.writing.exchange.units import ExchangeError, Returned

# So many blocks that were not taken are named, of each reason.
_NAMED = 10
_VERBS = ("accept", "export", "import")


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "pages",
        nargs="*",
        metavar="accept | export | import | page",
    )
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--to", metavar="LANGUAGE", default="")
    parser.add_argument("--format", choices=tuple(FORMATS), default="xliff")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--unfinished", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default="")
    parser.add_argument("--settings", type=Path)
    parser.add_argument("--github", action="store_true")


def _run(options: Namespace) -> int:
    root = (options.settings or nearest_settings()).absolute().parent
    review = Review.in_folder(root)
    language = author_language(options.language)
    broken = [problem for problem in review.problems if problem.place.path == LOCK_FILE]
    if broken:
        # Without its records nothing can be told, and accepting a page would throw away those of all others.
        raise RefusalError("\n".join(str(in_language(one, language)) for one in broken))
    names = list(options.pages)
    verb = names.pop(0) if names[:1] and names[0] in _VERBS else ""
    if verb == "import":
        return _import(names, root, review, options, language)
    states = translation_states(review.gathered, review.settings.default)
    chosen, unknown = _chosen(names, root, states, language)
    if unknown:
        raise RefusalError("\n".join(unknown))
    if verb == "export":
        return _export(chosen if names else None, review, options, language)
    if verb == "accept":
        return _accept(states if options.all else chosen, root, review, states, language)
    _show(chosen or states, root, language, is_for_github=options.github)
    return 0


def _chosen(
    names: Sequence[str], root: Path, states: Sequence[TranslationState], language: str
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
            told = "translations_near" if near else "translations_no_page"
            told = "translations_original" if paths & originals else told
            unknown.append(phrase(told, language, name=name, near=near))
    return chosen, unknown


def _show(states: Sequence[TranslationState], root: Path, language: str, *, is_for_github: bool) -> None:
    behind = sum(len(state.stale) for state in states)
    remaining = [one for state in states for one in report(state, partial(_dated, root), language)]
    counted = phrase("translations_counted", language, pages=len(states), blocks=behind)
    lines = [*map(str, remaining), counted]
    title = phrase("translations_title", language)
    notices = (_notice(one, title) for one in remaining)
    sys.stdout.writelines(f"{line}\n" for line in (notices if is_for_github else lines))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if is_for_github:
        sys.stdout.write(f"{lines[-1]}\n")
    if is_for_github and summary:
        # GitHub shows ten notices of a step beside the lines; here stand all of them.
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write("\n".join((f"## {title}", "", "```text", *lines, "```", "")))


def _dated(root: Path, version: PageVersion, block: Block) -> Date | None:
    return block_changed_on(root / version.path, version, block)


def _notice(one: Remaining, title: str) -> str:
    """Write what is left to do so that GitHub shows it on the pull request, beside the line of the file."""
    text = one.what + (f"\n{one.differences}" if one.differences else "")
    return annotation("notice", one.place, title, text)


def _accept(
    states: Sequence[TranslationState],
    root: Path,
    review: Review,
    every: Sequence[TranslationState],
    language: str,
) -> int:
    """Record that pages agree with the texts that they were translated from."""
    if not states:
        sys.stderr.write(f"{phrase('translations_none', language)}\n")
        return 1
    lock = review.gathered.lock
    pages = {state.translation.path for state in every}
    for state in states:
        lock = accept(lock, state.source, state.translation, pages)
        told = {"path": state.translation.path, "source": state.source.path}
        sys.stdout.write(f"{phrase('translations_accepted', language, **told)}\n")
    (root / LOCK_FILE).write_text(write_lock(lock), encoding="utf-8", newline="\n")
    return 0


def _export(
    chosen: Sequence[TranslationState] | None, review: Review, options: Namespace, language: str
) -> int:
    codes = review.settings.codes
    if options.to not in codes:
        near = nearest(options.to, codes)
        values = {"code": options.to or "--to", "codes": ", ".join(codes), "near": near}
        raise RefusalError(phrase("export_language", language, **values))
    only = None if chosen is None else {state.translation.path for state in chosen}
    source, units = asked_for(review, options.to, only, with_done=options.all)
    if not units:
        sys.stdout.write(f"{phrase('export_none', language, code=options.to)}\n")
        return 0
    path: Path = options.output or Path(f"{options.to}.{options.format}")
    text = FORMATS[options.format].write(units, source, options.to)
    path.write_text(text, encoding="utf-8", newline="\n")
    pages = len({unit.page for unit in units})
    sys.stdout.write(f"{phrase('exported', language, file=path, blocks=len(units), pages=pages)}\n")
    return 0


def _import(names: Sequence[str], root: Path, review: Review, options: Namespace, language: str) -> int:
    if not names:
        raise RefusalError(phrase("import_nothing", language))
    texts: dict[str, str | bytes] = dict(texts_of(root, review.settings))
    is_refused = False
    for name in names:
        returned = _read(Path(name), language)
        result = put_back(review, texts, returned, takes_unfinished=options.unfinished)
        _write(root, result.changed)
        texts |= result.changed
        review = result.review
        is_refused = is_refused or bool(result.refused or result.problems)
        sys.stdout.writelines(_refused(result.refused, language))
        sys.stdout.writelines(f"{in_language(one, language)}\n" for one in result.problems)
        told = phrase("imported", language, file=name, blocks=result.taken, files=len(result.changed))
        sys.stdout.write(f"{told}\n")
    return 1 if is_refused else 0


def _refused(refused: Sequence[tuple[str, str, str]], language: str) -> Iterator[str]:
    """Yield a line for what was not taken: of each reason the first blocks by name, of the rest how many."""
    for why in dict.fromkeys(why for _, _, why in refused):
        blocks = [f"{path} {block}".strip() for path, block, other in refused if other == why]
        said = phrase(why, language)
        yield from (f"{one}: {said}\n" for one in blocks[:_NAMED])
        if rest := len(blocks[_NAMED:]):
            yield f"{phrase('import_more', language, count=f'{rest:,}', reason=said)}\n"


def _read(path: Path, language: str) -> Sequence[Returned]:
    kind = ENDINGS.get(path.suffix.lower())
    if not path.is_file():
        raise RefusalError(phrase("import_no_file", language, file=path))
    if kind is None:
        raise RefusalError(phrase("import_kind", language, file=path, kinds=", ".join(ENDINGS)))
    try:
        return FORMATS[kind].read(path.read_bytes())
    except ExchangeError as error:
        raise RefusalError(f"{path}: {phrase(error.what, language, reason=error.reason)}") from error


def _write(root: Path, changed: Mapping[str, str]) -> None:
    for path, text in changed.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_it_was(text, file.read_bytes()) if file.is_file() else text.encode())


COMMANDS = (Command("translations", _declare, _run),)
