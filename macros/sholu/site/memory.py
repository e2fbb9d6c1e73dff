"""What a build need not hold, nor look through, to its end."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from io import BufferedWriter, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from sholu.values import State

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

# Objects that may be new, and rounds, before Python looks for circles among them. By its own 700 a build of
# 300 pages looks a thousand times through what it keeps anyway, which takes a tenth of its time.
_THRESHOLDS = (5_000, 10, 10)
_FILES = (TextIOWrapper, BufferedWriter)
# Of what a program reads and writes without opening it.
_LAST_OWN = 2


class _Collecting(State):
    """What Python's thresholds were; None while they are its own."""

    before: tuple[int, int, int] | None = None


_collecting = _Collecting()


def spare_a_build() -> None:
    """Let a program that builds sites look for circles seldom: not in itself, and not at its end."""
    leave_to_the_system()
    pass_over_programs()
    # Before the review is read, of which all is kept.
    collect_rarely()


def collect_rarely() -> None:
    """Let Python look for circles of what nobody holds less often, until `collect_as_before`."""
    if _collecting.before is None:
        _collecting.before = gc.get_threshold()
        gc.set_threshold(*_THRESHOLDS)


def collect_as_before() -> None:
    """Leave Python's thresholds as they were before the first `collect_rarely`."""
    if _collecting.before is not None:
        gc.set_threshold(*_collecting.before)
        _collecting.before = None


@cache
def pass_over_programs() -> None:
    """Have what is loaded already left out when Python looks for circles: programs, which stay to the end.

    Once only: what a build leaves behind is still found when the next one of the same program begins.
    """
    gc.freeze()


@cache
def leave_to_the_system() -> None:
    """Have the program end without a look for circles in all that it holds, which the system takes back.

    Python would go through it twice and take each object apart, which takes 0.3 s after a build of 300 pages.
    """
    atexit.register(_leave)


def _leave() -> None:
    if _has_open_files():
        # A hook may have left one open, which Python would write to its end when it takes it apart.
        for one in [each for each in gc.get_objects() if isinstance(each, _FILES)]:
            # One that is closed, detached or cannot be written any more is passed over, as Python does.
            with suppress(OSError, ValueError):
                one.flush()
    gc.freeze()


def _has_open_files() -> bool:
    """Tell whether any file is open beside the program's own input and output; "yes" where nobody tells."""
    try:
        return any(one.is_file() for one in Path("/dev/fd").iterdir() if int(one.name) > _LAST_OWN)
    except (OSError, ValueError):
        return True


def forget_texts(pages: Iterable[Page]) -> None:
    """Let go of text and HTML of pages that are written: MkDocs would hold all to the end."""
    for page in pages:
        page.content = page.markdown = None
