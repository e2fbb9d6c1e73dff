"""Builds that the command `sholu` asks for, into a folder that is thrown away; the site is left alone."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from sholu.problems.telling import said
from sholu.publication.files import FOLDER
from sholu.site.showing import ending

if TYPE_CHECKING:
    from sholu.problems import Problem
    from sholu.site.build import MkDocsBuild


def make_files(settings: Path, kinds: tuple[str, ...]) -> tuple[list[Path], list[Problem]]:
    """Make files of a review, and put them where the site has them; the site itself is not touched.

    Returns their paths, and what was found while they were made.

    Args:
        settings: its mkdocs.yml.
        kinds: "pdf", "epub".

    Raises:
        ValueError: the review cannot be built, it has problems, or what makes the files is missing; its text
            is empty where MkDocs has shown that already.
    """
    with tempfile.TemporaryDirectory(prefix="sholu-") as folder:
        site = Path(folder, "site")
        built = _built(settings, site, kinds, is_strict=True)
        target = Path(load_config(str(settings)).site_dir, FOLDER)
        target.mkdir(parents=True, exist_ok=True)
        written = [Path(shutil.copy(path, target)) for path in sorted((site / FOLDER).iterdir())]
        return written, built.publishing.unprinted()


def _built(settings: Path, site: Path, kinds: tuple[str, ...], *, is_strict: bool) -> MkDocsBuild:
    # Nobody shows what MkDocs says but MkDocs' own command.
    plugin = None
    shown = logging.StreamHandler()
    shown.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(shown)
    try:
        config = load_config(str(settings), site_dir=str(site), strict=is_strict)
        plugin = config.plugins.get("sholu")
        if plugin is None:
            raise ValueError(said("files_no_plugin", settings=settings))
        plugin.files = kinds
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (Abort, MkDocsException) as error:
        # What is wrong in a review does not keep anybody from learning what it holds.
        if is_strict or plugin is None or plugin.finished is None:
            # Whatever another exception has brought about stands above this one.
            is_shown = isinstance(error, Abort) and error.__context__ is not None
            told = ending(str(error), "files_strict", settings=settings)
            is_ours = told != str(error)
            raise ValueError("" if is_shown else told if is_ours else f"{settings}: {error}") from error
    finally:
        logging.getLogger("mkdocs").removeHandler(shown)
    return cast("MkDocsBuild", plugin.finished)
