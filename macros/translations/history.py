"""The door to Git: on which day lines of a file were last changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from macros.bibliography.references import Date

_TIME = re.compile(r"^author-time (\d+)$", re.MULTILINE)
_NOT_COMMITTED = re.compile(r"^author Not Committed Yet$|^author External file", re.MULTILINE)


def changed_on(path: Path, first: int, last: int) -> Date | None:
    """Return the day on which the youngest of these lines was written, None if no history tells it.

    Lines that are not committed yet were written today, or on the day of SOURCE_DATE_EPOCH.

    Args:
        path: the file.
        first: the first line, from 1.
        last: the last line.
    """
    git = shutil.which("git")
    if git is None:
        return None
    command = (git, "blame", "--line-porcelain", "-L", f"{first},{last}", "--", path.name)
    # A fixed command without a shell; the file is one of the review's own.
    done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        return None
    times = [int(time) for time in _TIME.findall(done.stdout)]
    if _NOT_COMMITTED.search(done.stdout):
        times.append(int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).timestamp()))
    day = datetime.fromtimestamp(max(times), UTC)
    return Date(day.year, day.month, day.day)
