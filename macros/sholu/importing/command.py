"""The commands that bring works and texts into a review, and that give them other names in it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from sholu.bibliography.bibtex import read_library
from sholu.commands import Command, RefusalError
from sholu.importing import renaming
from sholu.importing.draft import entry
from sholu.importing.files import (
    LOCK,
    SETTINGS,
    bibliography_of,
    docs_of,
    languages_of,
    read,
    root_of,
    texts_of,
    write_all,
)
from sholu.importing.formats import read_works
from sholu.importing.keys import TakenKeys
from sholu.importing.looking_up import looked_up
from sholu.importing.paper.arriving import arrive
from sholu.importing.paper.reading import KNOWN as PAPERS
from sholu.importing.placing import KnownWorks, placed
from sholu.problems import nearest
from sholu.problems.telling import author_language, in_language, said
from sholu.regexes import regex
from sholu.review import Review, UnreadableReviewError
from sholu.review.versions import translation_states
from sholu.translations.lock import write_lock
from sholu.translations.lock_file import read_lock_file

_KEY = regex(r"[^\s{}@,;\"'\\()]+")
_NO_FILE = "-"


def _declare_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="*", metavar="FILE", help=said("works_known"))
    parser.add_argument("--online", action="store_true")
    parser.add_argument("--keep-keys", action="store_true")
    parser.add_argument("--bibliography", type=Path)


def _add(options: argparse.Namespace) -> int:
    path: Path = options.bibliography or bibliography_of(root_of(Path.cwd()))
    drafts = [
        draft
        for source in options.sources or [_NO_FILE]
        for draft in read_works(_handed_over(source, is_online=options.online), _called(source))
    ]
    if not drafts:
        raise RefusalError(said("add_no_work"))
    text = read(path) if path.is_file() else ""
    library, _ = read_library(path, path.name) if path.is_file() else (None, ())
    taken = TakenKeys(work.key for work in library or ())
    had = KnownWorks(library) if library else None
    added: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for draft in drafts:
        if had and (known := had.same(draft)):
            _write(said("add_there", path=path.name, key=known.key))
            renamed.setdefault(draft.key, known.key)
            continue
        key = taken.key_for(draft, keeps=options.keep_keys)
        renamed.setdefault(draft.key, key)
        added[key] = entry(draft, key)
    added = {key: renaming.with_keys(text_, renamed) for key, text_ in added.items()}
    if added:
        write_all({path: placed(text, added)})
        _, problems = read_library(path, path.name)
        for key in added:
            _write(said("add_added", path=path.name, key=key))
        for problem in sorted(problems):
            if dict(problem.values).get("key") in added:
                _write(str(in_language(problem, author_language())))
    return 0


def _handed_over(source: str, *, is_online: bool) -> str:
    if source == _NO_FILE:
        if sys.stdin.isatty():
            sys.stderr.write(f"{said('add_paste', known=said('works_known'))}\n")
        return sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    path = Path(source)
    if path.is_file():
        # Older programs write what their system is set to; as the engine reads such a file, so is this.
        data = path.read_bytes()
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return (
                data.decode("utf-16")
                if data[:2] in {b"\xff\xfe", b"\xfe\xff"}
                else data.decode("cp1251", "replace")
            )
    return looked_up(source, is_allowed=is_online)


def _called(source: str) -> str:
    return said("add_typed") if source == _NO_FILE else source


def _declare_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old")
    parser.add_argument("new")


def _rename_key(options: argparse.Namespace) -> int:
    old, new = options.old.removeprefix("@"), options.new.removeprefix("@")
    root = root_of(Path.cwd())
    path = bibliography_of(root)
    library, _ = read_library(path, path.name)
    keys = {work.key for work in library}
    if old not in keys:
        near = nearest(old, keys)
        hint = said("rename_near", near=near) if near else said("rename_all")
        raise RefusalError(said("rename_no_work", path=path.name, key=old, hint=hint))
    if not _KEY.fullmatch(new):
        raise RefusalError(said("rename_no_key", key=new))
    if new.casefold() in {key.casefold() for key in keys - {old}} or new == old:
        raise RefusalError(said("rename_taken", path=path.name, key=new))

    def rewrite(file: Path, text: str) -> str:
        if file.suffix == ".md":
            return renaming.in_page(text, old, new)
        if file.suffix == ".bib":
            return renaming.in_bibliography(text, old, new)
        return renaming.in_data(text, old, new)

    changed = {file: after for file, text in texts_of(root) if (after := rewrite(file, text)) != text}
    _change(root, changed, {}, lambda text: renaming.in_page(text, old, new))
    _tell(root, changed, said("renamed", old=old, new=new))
    return 0


def _declare_page(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old")
    parser.add_argument("new")


def _rename_page(options: argparse.Namespace) -> int:
    root = root_of(Path.cwd())
    docs, languages = docs_of(root), languages_of(root)
    old = renaming.page_name(options.old, languages, docs.name)
    new = renaming.page_name(options.new, languages, docs.name)
    folders = [docs / code for code in languages if (docs / code).is_dir()] or [docs]
    here = [folder for folder in folders if (folder / old).is_file()]
    if not here:
        names = {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.md")}
        near = nearest(old, names)
        raise RefusalError(said("rename_no_page_near" if near else "rename_no_page", page=old, near=near))
    if old == "index.md":
        raise RefusalError(said("rename_index"))
    if new.startswith("../") or any((folder / new).exists() for folder in folders) or new == old:
        raise RefusalError(said("rename_page_taken", page=new))
    moved = {
        (folder / old).relative_to(docs).as_posix(): (folder / new).relative_to(docs).as_posix()
        for folder in here
    }
    changed: dict[Path, str] = {}
    for file, text in texts_of(root):
        after = text
        if file.suffix == ".md" and file.is_relative_to(docs):
            name = file.relative_to(docs).as_posix()
            after = renaming.links_in(text, name, moved)
            if name in moved:
                changed[docs / moved[name]] = after
                continue
        elif file.name == SETTINGS:
            after = renaming.with_redirect(renaming.in_settings(text, old, new), old, new)
        else:
            after = renaming.in_addresses(text, old, new)
        if after != text:
            changed[file] = after
    paths = {f"{docs.name}/{before}": f"{docs.name}/{after}" for before, after in moved.items()}
    _change(root, changed, paths, lambda text: text)
    done = "renamed_in_one" if len(here) == 1 else "renamed_in"
    _tell(root, changed, said(done, old=old, new=new, count=len(here)))
    return 0


def _change(
    root: Path, changed: dict[Path, str], moved: dict[str, str], rewrite: Callable[[str], str]
) -> None:
    """Write files, and carry the acceptances of translations over: no word of a text has changed."""
    lock_file = root / LOCK
    lock, unreadable = read_lock_file(lock_file) if lock_file.is_file() else (None, ())
    if unreadable:
        # Before anything is written.
        raise RefusalError(str(in_language(unreadable[0], author_language())))
    before = _blocks(root) if lock else {}
    write_all(changed)
    for old, new in moved.items():
        if old != new:
            (root / old).unlink()
    if lock is None:
        return
    after = _blocks(root)
    carried = {
        mark: after[moved.get(path, path), name][1]
        for (path, name), (mark, _) in before.items()
        if (moved.get(path, path), name) in after
    }
    renamed = renaming.in_lock(lock, rewrite, carried, moved)
    write_all({lock_file: write_lock(renamed)})


def _blocks(root: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Return fingerprint and text of each block, by page and name."""
    try:
        review = Review.in_folder(root)
    except UnreadableReviewError as error:
        raise RefusalError(said("rename_first", faults=error)) from error
    states = translation_states(review.gathered, review.settings.default)
    versions = {version.path: version for state in states for version in (state.source, state.translation)}
    return {
        (path, block.identifier): (block.fingerprint, block.text)
        for path, version in versions.items()
        for block in version.blocks
    }


def _tell(root: Path, changed: dict[Path, str], what: str) -> None:
    for file in changed:
        sys.stdout.write(f"{file.relative_to(root).as_posix()}\n")
    _write(what)


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _declare_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paper", type=Path, help=PAPERS)
    parser.add_argument("--language", required=True)
    parser.add_argument("--as-translation-of", default="", metavar="LANGUAGE")
    parser.add_argument("--force", action="store_true")


def _import(options: argparse.Namespace) -> int:
    root = root_of(Path.cwd())
    return bring(root, options.paper, options.language, options.as_translation_of, writes_over=options.force)


def bring(root: Path, paper: Path, code: str, original: str = "", *, writes_over: bool = False) -> int:
    """Put a paper into a review, and say what was done; the report stays beside the review.

    Raises:
        RefusalError: it cannot be read, or would write over what is there; nothing is written then.
    """
    arrival = arrive(root, paper, code, original, writes_over=writes_over)
    for path, content in arrival.files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    report = root / f"import-{code}.txt"
    report.write_text("\n".join((paper.name, *arrival.told, "")), encoding="utf-8", newline="\n")
    for line in arrival.told:
        sys.stdout.write(f"{line}\n")
    _write(said("import_told", report=report.name))
    return 0


COMMANDS = (
    Command("add", _declare_add, _add),
    Command("import", _declare_import, _import),
    Command("rename-key", _declare_key, _rename_key),
    Command("rename-page", _declare_page, _rename_page),
)
