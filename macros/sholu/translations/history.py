"""The door to Git: on which day lines were written as they are, when and where in it a file was changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from sholu.bibliography.references import Date
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.git_output import (
    OF_CHANGE,
    OF_COMMIT,
    Change,
    Version,
    changes_of_files,
    day_since,
    last_line,
    sections,
    texts_of_batch,
    touched_lines,
)

_QUIET = ("-c", "core.quotePath=false", "log")
_DIFF = ("--patch", "--unified=0", "--no-color", "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/")


def file_changes(folder: Path) -> Mapping[str, tuple[Change, ...]]:
    """Return the changes of all files in a folder, the latest first, by path from that folder.

    Empty where there is no Git; what is a change is said at `changes_of_files`.

    Args:
        folder: a folder that exists.
    """
    asked = ("--relative", "--find-renames", f"--format={OF_CHANGE}", "--name-status", "--", ".")
    log = _git(folder, *_QUIET, *asked)
    return changes_of_files(log, is_shallow=_is_shallow(folder)) if log else {}


def changed_sections(folder: Path, changes: Iterable[Change]) -> Mapping[Change, tuple[str, ...]]:
    """Return which sections each change touched, by their headings as they were then, in their order.

    Args:
        folder: that of which `file_changes` was asked.
        changes: some of them.
    """
    asked = {(one.commit, one.path): one for one in changes}
    commits = dict.fromkeys(commit for commit, _ in asked)
    if not commits:
        return {}
    how = ("--no-walk=unsorted", "--relative", "--find-renames", f"--format={OF_COMMIT}")
    hunks = touched_lines(_git(folder, *_QUIET, *how, *_DIFF, *commits, "--", ".") or "")
    told = [place for place in hunks if place in asked]
    # Of what Git cannot show no section is told.
    return {
        asked[place]: tuple(dict.fromkeys(sections(text.split("\n"), hunks[place])))
        for place, text in zip(told, _texts(folder, told), strict=False)
    }


def _texts(folder: Path, places: Iterable[Version]) -> Iterator[str]:
    """Yield what stood in files after commits, "" in one that nobody finds."""
    named = "".join(f"{commit}:./{path}\n" for commit, path in places)
    return texts_of_batch(_git_bytes(folder, "cat-file", "--batch", given=named.encode()) or b"")


def block_changed_on(path: Path, version: PageVersion, block: Block) -> Date | None:
    """Return the day on which a block of a page was last changed, None if no history tells it.

    What is not committed yet was changed today, or on the day of SOURCE_DATE_EPOCH. Nobody knows without Git,
    and where the clone is too shallow to tell.

    Args:
        path: the file.
        version: the page that stands in it.
        block: one of its blocks.
    """
    first = version.line_of(block)
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    last = last_line(lines, first, map(version.line_of, version.blocks))
    day, is_certain = day_since(_versions(path), lines[first - 1 : last])
    if not is_certain and (not day or _is_shallow(path.parent)):
        return None
    if day:
        year, month, day_of_month = map(int, day.split("-"))
        return Date(year, month, day_of_month)
    now = datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).timestamp()), UTC
    )
    return Date(now.year, now.month, now.day)


def _versions(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the day and the lines of a file after each commit that changed it, the latest first."""
    log = _git(path.parent, "log", "--format=%H %as", "--", path.name) or ""
    for commit, _, day in (line.partition(" ") for line in log.split("\n") if line):
        yield day, _lines(path, commit)


def _is_shallow(folder: Path) -> bool:
    """Tell whether a clone has no older commits than those of its log."""
    return (_git(folder, "rev-parse", "--is-shallow-repository") or "").strip() == "true"


# A page is asked about once for each of its blocks that is behind; what was committed stays as it is.
@lru_cache(maxsize=512)
def _lines(path: Path, commit: str) -> tuple[str, ...]:
    return tuple((_git(path.parent, "show", f"{commit}:./{path.name}") or "").split("\n"))


def files_at(folder: Path, commit: str) -> dict[str, bytes] | None:
    """Return the files below a folder as they were at a commit, by their paths from it.

    Args:
        folder: a folder in a clone.
        commit: a commit, a branch or a tag.

    Returns:
        None where there is no Git, or no such commit; links are left out.
    """
    if commit.startswith("-"):
        return None
    archive = _git_bytes(folder, "archive", "--format=tar", commit, "--", ".")
    if archive is None:
        return None
    # No build of a site asks for it.
    import tarfile  # noqa: PLC0415

    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        opened = ((one.name, tar.extractfile(one)) for one in tar if one.isfile())
        return {name: file.read() for name, file in opened if file}


def _git(folder: Path, *arguments: str) -> str | None:
    """Run Git in a folder; None if it is not there, or has nothing to say."""
    written = _git_bytes(folder, *arguments)
    return None if written is None else written.decode(errors="replace")


def _git_bytes(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    git = shutil.which("git")
    if git is None:
        return None
    # A fixed command without a shell; the file is one of the review's own.
    done = subprocess.run((git, *arguments), cwd=folder, input=given, capture_output=True, check=False)  # noqa: S603
    return None if done.returncode else done.stdout
