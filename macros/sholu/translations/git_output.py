"""What Git writes of files, read: which commits changed them, which sections, since when a block is there.

Functions of text; `history` asks Git for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from sholu.bibliography.references import Date
from sholu.regexes import regex
from sholu.values import Value

# Begins the line of a commit in a log; no path begins with it.
COMMIT = "\x01"
# What a log is asked to write of a commit: its hash, and of those that changed files also day and parents.
OF_COMMIT = f"{COMMIT}%H"
OF_CHANGE = f"{COMMIT}%H %aI %P"
_OBJECT = re.compile(rb"[0-9a-f]+ [a-z]+ (\d+)")
_HUNK = regex(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
# A heading below the title; what stands in braces are its attributes.
_HEADING = regex(r"(#{1,6})[ \t]+(.*?)[ \t#]*(?:\{[^{}]*\})?[ \t]*")
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
# How a block of Markdown begins that needs no empty line before it: an item, a quotation, a row, a heading.
_BEGINS = regex(r"\s*(?:[-*+>|#:]|\d+[.)]\s|\[\^|<!--)")


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


# A file after a commit: the hash, and what it was called then.
Version = tuple[str, str]


def changes_of_files(log: str, *, is_shallow: bool) -> Mapping[str, tuple[Change, ...]]:
    """Return the changes of files, the latest first, by what they are called now.

    A file that was only renamed keeps its history, and that is no change. A commit at which a shallow clone
    is cut off seems to write all files anew, and tells nothing.

    Args:
        log: `git log --name-status` with OF_CHANGE as format (git-log(1), diff formats).
        is_shallow: whether the clone has no older commits than the log.
    """
    found: dict[str, list[Change]] = {}
    now_called: dict[str, str] = {}
    commit, moment, is_whole = "", datetime.min.replace(tzinfo=UTC), True
    for line in filter(None, log.split("\n")):
        if line.startswith(COMMIT):
            commit, day, *parents = line.removeprefix(COMMIT).split()
            moment, is_whole = datetime.fromisoformat(day), bool(parents) or not is_shallow
            continue
        status, *paths = line.split("\t")
        name = now_called.get(paths[-1], paths[-1])
        if status.startswith("R"):
            now_called[paths[0]] = name
        if is_whole and status not in {"R100", "D"}:
            found.setdefault(name, []).append(Change(moment, status == "A", commit, paths[-1]))
    return {name: tuple(changes) for name, changes in found.items()}


def touched_lines(log: str) -> Mapping[Version, tuple[tuple[int, int], ...]]:
    """Return which lines commits wrote: the first, and how many; 0 if some after it were taken out.

    Args:
        log: `git log --patch --unified=0` with OF_COMMIT as format.
    """
    hunks: dict[Version, tuple[tuple[int, int], ...]] = {}
    commit = path = ""
    for line in log.split("\n"):
        if line.startswith(COMMIT):
            commit = line.removeprefix(COMMIT)
        elif line.startswith("+++ "):
            path = line.removeprefix("+++ b/").rstrip("\t")
        elif found := _HUNK.match(line):
            hunk = int(found[1]), int(found[2] or 1)
            hunks[commit, path] = (*hunks.get((commit, path), ()), hunk)
    return hunks


def texts_of_batch(written: bytes) -> Iterator[str]:
    """Yield the texts that `git cat-file --batch` writes, "" for one that it does not find.

    That is `<hash> blob <size>`, the text, a line break; or `<name> missing` (git-cat-file(1), BATCH OUTPUT).
    """
    while written:
        head, _, written = written.partition(b"\n")
        if found := _OBJECT.fullmatch(head):
            size = int(found[1])
            yield written[:size].decode(errors="replace")
            written = written[size + 1 :]
        else:
            yield ""


def sections(lines: Sequence[str], touched: Iterable[tuple[int, int]]) -> Iterator[str]:
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


def last_line(lines: Sequence[str], first: int, others: Iterable[int]) -> int:
    """Return the last line of a block: before the next block, or an empty line.

    Items of a list stand close together.

    Args:
        lines: those of the file.
        first: the line on which the block begins, from 1.
        others: those on which blocks begin.
    """
    begins = frozenset(others)
    last = first
    while last < len(lines) and lines[last].strip() and last + 1 not in begins:
        last += 1
    return last


def day_since(versions: Iterable[tuple[str, Sequence[str]]], block: Sequence[str]) -> tuple[str, bool]:
    """Return the day of the oldest version since which a file has a block, and whether it is known.

    A sentence that was taken out is a change, a block that moves is none.

    Args:
        versions: the day ("2024-05-09") and the lines of each, the latest first; read as far as is needed.
        block: the lines of the block as they are now.

    Returns:
        "" for the day if the latest version does not have it; it is known if an older one lacks the block.
    """
    day = ""
    for written, lines in versions:
        if not _has_block(lines, block):
            return day, True
        day = written
    return day, False


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
