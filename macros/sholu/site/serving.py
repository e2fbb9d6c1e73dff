"""`mkdocs serve` through the mistakes of an author: a broken mkdocs.yml is a sentence, and it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugin_logger

from sholu.review.settings import unreadable
from sholu.site.overlay import Overlay

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("sholu")


def make_patient(server: LiveReloadServer, settings: Path, overlay: Overlay) -> None:
    """Let a server live through mistakes, and show them in the browser.

    Args:
        server: MkDocs' own.
        settings: the path of mkdocs.yml.
        overlay: what browsers are told.
    """
    overlay.mount = server.mount_path
    server.builder = surviving(server.builder, settings, overlay)
    server.set_app(overlay.served(server.serve_request))


def surviving(builder: Callable[..., None], settings: Path, overlay: Overlay) -> Callable[..., None]:
    """Return a builder for MkDocs' server that tells what is wrong in mkdocs.yml, and shows the last site.

    MkDocs' own would print a traceback, and answer nobody until the file is mended.

    Args:
        builder: MkDocs' own.
        settings: the path of mkdocs.yml.
        overlay: what browsers are told.
    """

    def build(*arguments: object) -> None:
        try:
            builder(*arguments)
        except (MkDocsException, RecursionError) as error:
            lines = unreadable(settings)
            if lines:
                overlay.fail(lines)
            for line in lines or [str(error)]:
                log.error("%s", line)  # noqa: TRY400 -- an author is shown no traceback

    return build


def watch(server: LiveReloadServer | None, files: Iterable[Path]) -> None:
    """Build again when one of these files changes, if there is a server."""
    if server is None:
        return
    for file in files:
        # A file that is not there yet cannot be watched, but the folder where an author will put it can.
        if file.is_file():
            server.watch(str(file))
        elif file.parent.is_dir():
            server.watch(str(file.parent), recursive=False)
