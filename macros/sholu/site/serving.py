"""`mkdocs serve` through the mistakes of an author: a broken mkdocs.yml is a sentence, and it goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugin_logger

from sholu.review.settings import unreadable

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
