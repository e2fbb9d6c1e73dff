"""`mkdocs serve` through the mistakes of an author: a broken mkdocs.yml is a sentence, and it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugin_logger

from sholu.review.settings import SETTINGS_FILE, unreadable
from sholu.site.hosts import answering
from sholu.site.overlay import Overlay
from sholu.site.second_look import command_of

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from sholu.site.build import MkDocsBuild, ShownErrors

log = get_plugin_logger("sholu")


class Serving:
    """What `mkdocs serve` keeps from one build to the next: its server, what browsers are told, and whether
    there is a good site to show.

    Args:
        is_on: whether the site is served, and not only built.
    """

    def __init__(self, *, is_on: bool = False) -> None:
        self.is_on = is_on
        self.overlay = Overlay()
        self._server: LiveReloadServer | None = None
        self._has_good_site = False

    def begin(self, server: LiveReloadServer, settings: Path, files: Iterable[Path]) -> None:
        """Let a server live through mistakes, and show them in the browser.

        Args:
            server: MkDocs' own.
            settings: the path of mkdocs.yml.
            files: those outside of the docs folder at whose change it builds again.
        """
        self.overlay.mount = server.mount_path
        if settings.name == SETTINGS_FILE:
            self.overlay.second.command = command_of(settings)
        server.builder = surviving(server.builder, settings, self.overlay)
        address = str(server.server_address[0])
        server.set_app(answering(self.overlay.served(server.serve_request), address))
        self._server = server
        self.watch(files)

    def watch(self, files: Iterable[Path]) -> None:
        """Build again when one of these files changes, once there is a server."""
        if self._server is None:
            return
        for file in files:
            # A file that is not there yet cannot be watched, but the folder where an author will put it can.
            if file.is_file():
                self._server.watch(str(file))
            elif file.parent.is_dir():
                self._server.watch(str(file.parent), recursive=False)

    @property
    def shown_errors(self) -> ShownErrors:
        """With which errors a site is shown all the same."""
        if not self.is_on:
            return "none"
        return "between versions" if self._has_good_site else "all"

    def tell(self, build: MkDocsBuild) -> None:
        """Tell browsers how a build has ended."""
        self.overlay.tell(build.whole.problems, build.shown_pages())
        self._has_good_site = self._has_good_site or not build.has_errors


def surviving(builder: Callable[..., None], settings: Path, overlay: Overlay) -> Callable[..., None]:
    """Return a builder for MkDocs' server that tells what is wrong in mkdocs.yml, and shows the last site.

    MkDocs' own would print a traceback, and answer nobody until the file is mended.

    Args:
        builder: MkDocs' own.
        settings: the path of mkdocs.yml.
        overlay: what browsers are told.
    """

    def build(*arguments: object) -> None:
        overlay.begin()
        try:
            builder(*arguments)
        except (MkDocsException, RecursionError) as error:
            lines = unreadable(settings)
            if lines:
                overlay.fail(lines)
            for line in lines or [str(error)]:
                log.error("%s", line)  # noqa: TRY400 -- an author is shown no traceback

    return build
