"""The door to Git: on which day lines were written as they are, when and where in it a file was changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from sholu.bibliography.references import Date
from sholu.translations.blocks import Block, PageVersion
from sholu.values import Value

# How a block of Markdown begins that needs no empty line before it: an item, a quotation, a row, a heading.
_BEGINS = re.compile(r"\s*(?:[-*+>|#:]|\d+[.)]\s|\[\^|<!--)")

# Begins the line of a commit in a log; no path begins with it.
_COMMIT = "\x01"
_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
# A heading below the title; what stands in braces are its attributes.
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*(?:\{[^{}]*\})?[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


class Change(Value):
    """A commit that changed a file: when, by the clock of its author, and whether the file is new by it.

    `commit` is its hash, `path` what the file was called then.
    """

    moment: datetime
    is_new: bool
    commit: str = ""
    path: str = ""

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
    log = ("log", "--relative", "--find-renames", f"--format={_COMMIT}%H %aI %P", "--name-status")
    written = _git(folder, "-c", "core.quotePath=false", *log, "--", ".")
    if not written:
        return {}
    is_shallow = (_git(folder, "rev-parse", "--is-shallow-repository") or "").strip() == "true"
    found: dict[str, list[Change]] = {}
    now_called: dict[str, str] = {}
    commit, moment, is_whole = "", datetime.min.replace(tzinfo=UTC), True
    for line in filter(None, written.split("\n")):
        if line.startswith(_COMMIT):
            commit, day, *parents = line.removeprefix(_COMMIT).split()
            moment, is_whole = datetime.fromisoformat(day), bool(parents) or not is_shallow
            continue
        status, *paths = line.split("\t")
        name = now_called.get(paths[-1], paths[-1])
        if status.startswith("R"):
            now_called[paths[0]] = name
        if is_whole and status not in {"R100", "D"}:
            found.setdefault(name, []).append(Change(moment, status == "A", commit, paths[-1]))
    return {name: tuple(changes) for name, changes in found.items()}


def changed_sections(folder: Path, changes: Iterable[Change]) -> Mapping[Change, tuple[str, ...]]:
    """Return which sections each change touched, by their headings as they were then, in their order.

    Args:
        folder: that of which `file_changes` was asked.
        changes: some of them.
    """
    asked = {(one.commit, one.path): one for one in changes}
    log = ("log", "--no-walk=unsorted", "--relative", "--find-renames", f"--format={_COMMIT}%H")
    diff = ("--patch", "--unified=0", "--no-color", "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/")
    commits = dict.fromkeys(commit for commit, _ in asked)
    if not commits:
        return {}
    written = _git(folder, "-c", "core.quotePath=false", *log, *diff, *commits, "--", ".") or ""
    hunks: dict[tuple[str, str], list[tuple[int, int]]] = {}
    commit = path = ""
    for line in written.split("\n"):
        if line.startswith(_COMMIT):
            commit = line.removeprefix(_COMMIT)
        elif line.startswith("+++ "):
            path = line.removeprefix("+++ b/").rstrip("\t")
        elif found := _HUNK.match(line):
            hunks.setdefault((commit, path), []).append((int(found[1]), int(found[2] or 1)))
    told = [place for place in hunks if place in asked]
    return {
        asked[place]: tuple(dict.fromkeys(_sections(text.split("\n"), hunks[place])))
        for place, text in zip(told, _texts(folder, told), strict=True)
    }


def _texts(folder: Path, places: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what stood in files after commits, "" in one that nobody finds."""
    named = "".join(f"{commit}:./{path}\n" for commit, path in places)
    written = _git_bytes(folder, "cat-file", "--batch", given=named.encode()) or b""
    # `<hash> blob <size>`, the text, a line break; or `<name> missing` (git-cat-file(1), BATCH OUTPUT).
    for _ in places:
        head, _, written = written.partition(b"\n")
        size = int(head.split()[2]) if len(head.split()) == len(("hash", "kind", "size")) else -1
        yield written[: max(size, 0)].decode(errors="replace")
        written = written[size + 1 :]


def _sections(lines: Sequence[str], touched: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield the heading above each line that was touched; what stands above the first section has none."""
    headings: list[str] = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        found = None if fence else _HEADING.fullmatch(line)
        above = headings[-1] if headings else ""
        headings.append((found[2] if len(found[1]) > 1 else "") if found else above)
    for start, count in touched:
        # Of lines that were taken out the one before them is named.
        for number in range(max(start, 1), start + max(count, 1)):
            if number <= len(lines) and headings[number - 1] and (lines[number - 1].strip() or not count):
                yield headings[number - 1]


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
