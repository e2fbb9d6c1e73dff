"""Files in the docs folder that nobody means to publish, or that lead out of it.

Word, editors and systems leave files beside those of an author; MkDocs would publish them. A link to a folder
above itself has no end, and one to a file elsewhere publishes that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sholu.file_names import fault_of_path
from sholu.problems import Place, Problem

_JUNK = re.compile(
    r".*~|~\$.*|\.?#.*#?|.*\.(?:bak|tmp|temp|orig|rej|swp|swo|part|crdownload|lock)|Thumbs\.db|desktop\.ini|Icon\r",
    re.IGNORECASE,
)
_PAGE_IN_CAPITALS = re.compile(r".*\.(?!md$)[mM][dD]")


def is_stray(path: str) -> bool:
    """Tell whether a file of the docs folder is left over from a program, and not to be published."""
    name = path.rpartition("/")[2]
    return bool(_JUNK.fullmatch(name) or _PAGE_IN_CAPITALS.fullmatch(name))


def stray_problems(paths: Iterable[str], folder: str) -> Iterator[Problem]:
    """Warn of files that are not published, and of names that not every system can store.

    Args:
        paths: the files of the docs folder, seen from it.
        folder: the docs folder as its author knows it.
    """
    by_folded: dict[str, str] = {}
    for path in sorted(paths):
        place = Place(f"{folder}/{path}")
        other = by_folded.setdefault(path.casefold(), path)
        if _PAGE_IN_CAPITALS.fullmatch(path):
            yield Problem(
                place, "F003", "this file is no page and not published", "call it .md in small letters"
            )
        elif is_stray(path):
            yield Problem(place, "F004", "a program has left this file; it is not published", "delete it")
        elif other != path:
            mend = "rename one: on Windows and macOS the two are one file"
            yield Problem(place, "F005", f"only capitals tell it from {other}", mend)
        elif fault := fault_of_path(path):
            what = f"not every system can store this file: {fault}"
            yield Problem(place, "F006", what, "rename it")


def outward_links(docs: Path, root: Path, folder: str) -> Iterator[Problem]:
    """Find symbolic links in the docs folder that have no end, or lead out of the review.

    Args:
        docs: the docs folder.
        root: the folder of mkdocs.yml.
        folder: the docs folder as its author knows it.
    """
    inside = Path(os.path.realpath(root))
    for where, folders, files in os.walk(docs):
        for name in (*folders, *files):
            path = Path(where, name)
            if not path.is_symlink():
                continue
            target = Path(os.path.realpath(path))
            place = Place(f"{folder}/{path.relative_to(docs).as_posix()}")
            if not target.is_relative_to(inside):
                what = "this link leads out of the review, and what is there would be published"
                yield Problem(place, "F007", what, "put a copy in its place")
            elif path.is_dir() and Path(os.path.realpath(where)).is_relative_to(target):
                what = "this link leads to a folder that it stands in"
                yield Problem(place, "F008", what, "take it out")
            elif path.is_dir() and target.is_relative_to(Path(os.path.realpath(docs))):
                what = "this link shows a folder of the docs folder a second time"
                yield Problem(place, "F009", what, "take it out, and link to the pages in Markdown")
