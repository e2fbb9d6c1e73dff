"""A build goes into a folder beside the site and takes its place when it is good, so that a failed one
leaves the last good site as it was.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def staged(site: Path) -> Path:
    """Return the folder in which the build for `site` is made."""
    return site.with_name(f".{site.name}-in-progress")


def staging_folder(site: Path) -> Path:
    """Return that folder, free of what a build that was stopped left there."""
    discard(site)
    return staged(site)


def discard(site: Path) -> None:
    """Remove the unfinished build."""
    shutil.rmtree(staged(site), ignore_errors=True)


def publish(site: Path) -> None:
    """Put the finished build in the place of the site."""
    former = site.with_name(f".{site.name}-former")
    shutil.rmtree(former, ignore_errors=True)
    if site.exists():
        site.rename(former)
    staged(site).rename(site)
    shutil.rmtree(former, ignore_errors=True)
