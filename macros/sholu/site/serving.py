"""`mkdocs serve` through the mistakes of an author: a broken mkdocs.yml is a sentence, and it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugin_logger

from sholu.review.settings import unreadable

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("sholu")


def surviving(builder: Callable[..., None], settings: Path) -> Callable[..., None]:
    """Return a builder for MkDocs' server that tells what is wrong in mkdocs.yml, and shows the last site.

    MkDocs' own would print a traceback, and answer nobody until the file is mended.

    Args:
        builder: MkDocs' own.
        settings: the path of mkdocs.yml.
    """

    def build(*arguments: object) -> None:
        try:
            builder(*arguments)
        except (MkDocsException, RecursionError) as error:
            for line in unreadable(settings) or [str(error)]:
                log.error("%s", line)  # noqa: TRY400 -- an author is shown no traceback

    return build


def watch(server: LiveReloadServer, files: Iterable[Path]) -> None:
    """Build again when one of these files changes."""
    for file in files:
        # A file that is not there yet cannot be watched, but the folder where an author will put it can.
        if file.is_file():
            server.watch(str(file))
        elif file.parent.is_dir():
            server.watch(str(file.parent), recursive=False)
