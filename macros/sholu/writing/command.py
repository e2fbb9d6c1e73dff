"""The commands `sholu cite`, `sholu changes` and `sholu editor`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sholu.commands import Command, RefusalError, nearest_settings
from sholu.problems import nearest
from sholu.problems.telling import LANGUAGES, author_language, phrase, said
from sholu.review import Review
from sholu.review.settings import settings_in
from sholu.translations.history import files_at
from sholu.writing.changes import changes
from sholu.writing.changes_shown import page, summary
from sholu.writing.clipboard import copied
from sholu.writing.editor import editor_files
from sholu.writing.works import bracket, matching, shown

# What fits a window; who sees more asks for less.
_MOST = 10


def _declare_cite(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="KEY | WORDS")
    parser.add_argument("--no-copy", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default="")


def _cite(options: Namespace) -> int:
    language = author_language(options.language)
    root = nearest_settings().absolute().parent
    review = Review.begin(root, settings_in(root))
    library, listings = review.gathered.library, review.gathered.listings
    found = matching(library, options.words)
    said = " ".join(options.words)
    if not found:
        near = nearest(said, library.references)
        raise RefusalError(phrase("cite_near" if near else "cite_none", language, words=said, near=near))
    for reference in found[:_MOST]:
        lines = shown(reference, listings, review.settings.codes, language)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    if len(found) > _MOST:
        sys.stdout.write(f"{phrase('cite_more', language, count=len(found) - _MOST)}\n")
    if len(found) == 1 and not options.no_copy:
        what = "cite_copied" if copied(bracket(found[0])) else "cite_not_copied"
        sys.stdout.write(f"{phrase(what, language, bracket=bracket(found[0]))}\n")
    return 0


def _declare_changes(parser: ArgumentParser) -> None:
    parser.add_argument("--since", default="origin/main")
    parser.add_argument("--html", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default="")


def _changes(options: Namespace) -> int:
    language = author_language(options.language)
    root = nearest_settings().absolute().parent
    was = files_at(root, options.since)
    if was is None:
        raise RefusalError(phrase("changes_no_commit", language, commit=options.since))
    found = changes(Review.from_texts(was), Review.in_folder(root))
    sys.stdout.write(summary(found, language))
    if options.html:
        options.html.parent.mkdir(parents=True, exist_ok=True)
        options.html.write_text(page(found, language), encoding="utf-8", newline="\n")
    return 0


def _declare_editor(_parser: ArgumentParser) -> None:
    """It needs no more than the review."""


def _editor(_options: Namespace) -> int:
    # MkDocs is loaded only where its options are asked for.
    from sholu.site.options import types_of_options  # noqa: PLC0415

    root = nearest_settings().absolute().parent
    for path, text in editor_files(Review.begin(root, settings_in(root)), types_of_options()).items():
        file = root / path
        if path.endswith(("settings.json", "extensions.json")) and file.is_file():
            # They may hold what their author has set.
            if file.read_text(encoding="utf-8") != text:
                sys.stdout.write(f"{said('editor_there', path=path)}\n")
            continue
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")
    return 0


COMMANDS = (
    Command("cite", _declare_cite, _cite),
    Command("changes", _declare_changes, _changes),
    Command("editor", _declare_editor, _editor),
)
