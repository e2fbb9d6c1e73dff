"""A build goes into a folder beside the site and takes its place when it is good, so that a failed one
leaves the last good site as it was.

At any moment there is a whole site: the two folders are exchanged in one step where the system can do that;
elsewhere the former site is moved aside, and comes back at the next build if this one was stopped between.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from sholu.problems.telling import author_language, disk_reason, phrase

# What renames say of two folders that they shall exchange (renameat2(2) of Linux, renamex_np(2) of macOS).
_EXCHANGE = 2
_HERE = -100


class PublishingError(Exception):
    """A site that cannot be put in its place; the message says why, in a sentence for authors."""


def real(site: Path) -> Path:
    """Return the folder that a site stands in, where `site` is a link to it."""
    return Path(os.path.realpath(site))


def staged(site: Path) -> Path:
    """Return the folder in which the build for `site` is made."""
    return site.with_name(f".{site.name}-in-progress")


def _former(site: Path) -> Path:
    return site.with_name(f".{site.name}-former")


def staging_folder(site: Path) -> Path:
    """Return the folder for a new build, free of what one that was stopped left there.

    Raises:
        PublishingError: nothing can be written there.
    """
    recover(site)
    folder = staged(site)
    if folder.exists():
        _discard_copies(site)
        discard(site)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _unwritable(folder.parent, error) from error
    return folder


def recover(site: Path) -> None:
    """Bring the last good site back, if a build was stopped after it had moved it aside."""
    former = _former(site)
    if not former.is_dir():
        return
    if site.exists() and any(site.iterdir()):
        shutil.rmtree(former, ignore_errors=True)
    else:
        shutil.rmtree(site, ignore_errors=True)
        former.rename(site)


def discard(site: Path) -> None:
    """Remove the unfinished build."""
    shutil.rmtree(staged(site), ignore_errors=True)


def publish(site: Path) -> None:
    """Put the finished build in the place of the site.

    Raises:
        PublishingError: it cannot be put there; the last good site is there as it was.
    """
    new, former = staged(site), _former(site)
    if not site.exists():
        try:
            new.rename(site)
        except OSError as error:
            raise _unwritable(site, error) from error
        return
    if not site.is_dir():
        raise PublishingError(phrase("build_is_file", author_language(), site=site.name))
    if _exchanged(new, site):
        # What was the site is what was staged now.
        shutil.rmtree(new, ignore_errors=True)
        return
    shutil.rmtree(former, ignore_errors=True)
    try:
        site.rename(former)
    except OSError:
        # A mount or a folder that a program holds open cannot be moved; what stands in it can be replaced.
        _replace_content(site, new)
        return
    try:
        new.rename(site)
    except OSError as error:
        former.rename(site)
        raise _unwritable(site, error) from error
    shutil.rmtree(former, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; tell whether the system could."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            rename = library.renameat2
            return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        # An old library of C, or Windows, which has none of that name.
        return False
    return False


def _replace_content(site: Path, new: Path) -> None:
    """Put the files of a build over those of a site, file by file, each in one step; pages come last.

    A page that is there finds what it needs at any moment, since what is no longer needed goes at the end.
    """
    files = sorted((path for path in new.rglob("*") if path.is_file()), key=_pages_last)
    try:
        # Room for all of them first: a disk that is full tells before anything has changed.
        for path in files:
            near = _beside(site / path.relative_to(new))
            near.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, near)
    except OSError as error:
        _discard_copies(site)
        raise _unwritable(site, error) from error
    try:
        _take_places(site, new, files)
    except OSError as error:
        # On Windows a file that a program holds open keeps its place; the next build finds it free.
        _discard_copies(site)
        raise _unwritable(site, error) from error
    shutil.rmtree(new, ignore_errors=True)


def _take_places(site: Path, new: Path, files: Sequence[Path]) -> None:
    """Put each file that stands beside the one that it replaces into its place; what is left over goes."""
    for path in files:
        target = site / path.relative_to(new)
        if target.is_dir():
            shutil.rmtree(target)
        _beside(target).replace(target)
    wanted = {path.relative_to(new) for path in new.rglob("*")}
    for path in sorted(site.rglob("*"), reverse=True):
        if path.relative_to(site) in wanted:
            continue
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()


_NEW = ".sholu-new"


def _discard_copies(site: Path) -> None:
    """Remove copies that have not taken the place of what they stand beside."""
    for path in site.rglob(f"*{_NEW}"):
        path.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}{_NEW}")


def _pages_last(path: Path) -> tuple[bool, str]:
    return path.suffix == ".html", path.as_posix()


def _unwritable(folder: Path, error: OSError) -> PublishingError:
    language = author_language()
    name = disk_reason(error)
    reason = phrase(name, language) if name else (error.strerror or str(error)).lower()
    words = {"folder": folder.name or folder, "reason": reason}
    return PublishingError(phrase("build_unwritable", language, **words))
