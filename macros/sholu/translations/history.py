"""The door to Git: on which day lines of a file were written as they are, and when each file was changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from sholu.bibliography.references import Date
from sholu.translations.blocks import Block, PageVersion
from sholu.values import Value

# How a block of Markdown begins that needs no empty line before it: an item, a quotation, a row, a heading.
_BEGINS = re.compile(r"\s*(?:[-*+>|#:]|\d+[.)]\s|\[\^|<!--)")

# Begins the line of a commit in a log; no path begins with it.
_COMMIT = "\x01"


class Change(Value):
    """A commit that changed a file: when, by the clock of its author, and whether the file is new by it."""

    moment: datetime
    is_new: bool

    @property
    def day(self) -> Date:
        """The day of it where its author was."""
        return Date(self.moment.year, self.moment.month, self.moment.day)


def file_changes(folder: Path) -> Mapping[str, tuple[Change, ...]]:
    """Return the changes of all files in a folder, the latest first, by path from that folder.

    A file that was only renamed keeps its history, and that is no change. Empty where there is no Git;
    a commit at which a shallow clone is cut off seems to write all files anew, and tells nothing.

    Args:
        folder: a folder that exists.
    """
    log = ("log", "--relative", "--find-renames", f"--format={_COMMIT}%aI %P", "--name-status")
    written = _git(folder, "-c", "core.quotePath=false", *log, "--", ".")
    if not written:
        return {}
    is_shallow = (_git(folder, "rev-parse", "--is-shallow-repository") or "").strip() == "true"
    found: dict[str, list[Change]] = {}
    now_called: dict[str, str] = {}
    moment, is_whole = datetime.min.replace(tzinfo=UTC), True
    for line in filter(None, written.split("\n")):
        if line.startswith(_COMMIT):
            day, _, parents = line.removeprefix(_COMMIT).partition(" ")
            moment, is_whole = datetime.fromisoformat(day), bool(parents) or not is_shallow
            continue
        status, *paths = line.split("\t")
        name = now_called.get(paths[-1], paths[-1])
        if status.startswith("R"):
            now_called[paths[0]] = name
        if is_whole and status not in {"R100", "D"}:
            found.setdefault(name, []).append(Change(moment, status == "A"))
    return {name: tuple(changes) for name, changes in found.items()}


def block_changed_on(path: Path, version: PageVersion, block: Block) -> Date | None:
    """Return the day on which a block of a page was last changed, None if no history tells it.

    Args:
        path: the file.
        version: the page that stands in it.
        block: one of its blocks.
    """
    first = version.line_of(block)
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    others = {version.line_of(other) for other in version.blocks}
    last = first
    # To the next block, or to an empty line: items of a list stand close together.
    while last < len(lines) and lines[last].strip() and last + 1 not in others:
        last += 1
    return _changed_on(path, first, last)


def _changed_on(path: Path, first: int, last: int) -> Date | None:
    """Return the day on which these lines were last changed, where their author was; None if nobody knows.

    That is the day of the oldest commit since which the file has them as one block: a sentence that was taken
    out is a change, a block that moves is none. What is not committed yet was changed today, or on the day
    of SOURCE_DATE_EPOCH. Nobody knows without Git, and where the clone is too shallow to tell.

    Args:
        path: the file.
        first: the first line, from 1.
        last: the last line.
    """
    commits = (_git(path.parent, "log", "--format=%H %as", "--", path.name) or "").split("\n")
    block = path.read_text(encoding="utf-8", errors="replace").split("\n")[first - 1 : last]
    day = ""
    for commit, _, written in (line.partition(" ") for line in commits if line):
        if not _has_block(_lines(path, commit), block):
            break
        day = written
    else:
        if not day or (_git(path.parent, "rev-parse", "--is-shallow-repository") or "").strip() == "true":
            return None
    if day:
        year, month, day_of_month = map(int, day.split("-"))
        return Date(year, month, day_of_month)
    now = datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).timestamp()), UTC
    )
    return Date(now.year, now.month, now.day)


def _has_block(lines: Sequence[str], block: Sequence[str]) -> bool:
    """Tell whether lines stand in a text as a block, with nothing more before or after it."""
    size = len(block)
    for start in range(len(lines) - size + 1):
        if list(lines[start : start + size]) == list(block):
            before = lines[start - 1] if start else ""
            after = lines[start + size] if start + size < len(lines) else ""
            begins = not before.strip() or before.startswith("#") or _BEGINS.match(block[0])
            if begins and (not after.strip() or _BEGINS.match(after)):
                return True
    return False


# A page is asked about once for each of its blocks that is behind; what was committed stays as it is.
@lru_cache(maxsize=512)
def _lines(path: Path, commit: str) -> tuple[str, ...]:
    return tuple((_git(path.parent, "show", f"{commit}:./{path.name}") or "").split("\n"))


def _git(folder: Path, *arguments: str) -> str | None:
    """Run Git in a folder; None if it is not there, or has nothing to say."""
    git = shutil.which("git")
    if git is None:
        return None
    # A fixed command without a shell; the file is one of the review's own.
    done = subprocess.run((git, *arguments), cwd=folder, capture_output=True, check=False)  # noqa: S603
    return None if done.returncode else done.stdout.decode(errors="replace")
