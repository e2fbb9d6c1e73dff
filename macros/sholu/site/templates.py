"""Spares what MkDocs does with the theme's templates anew for each language and each build.

Compiling Material's templates takes 13 % of a large build and half of a small one; walking through its 14,000
icons in search of files to copy, none of which is copied, a tenth of a small one. The files themselves are
the same in every language, and stand in the site once.
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.theme import Theme


def compiled_templates() -> BytecodeCache | None:
    """Return where compiled templates are kept from build to build, None where no folder is safe for them.

    That is Jinja's own folder of the user, which nobody else can write: what lies there is run. It is not in
    the review, since a pull request could bring it along. Jinja compares each template with its source and
    the version of Python, so none is ever stale.
    """
    try:
        return FileSystemBytecodeCache()
    except RuntimeError:
        return None


class _Loader(FileSystemLoader):
    """Finds every template, and lists those that are not in a hidden folder."""

    def list_templates(self) -> list[str]:
        """List what MkDocs may copy: it leaves out hidden folders, but only after looking through them."""
        found: set[str] = set()
        for top in map(Path, self.searchpath):
            for folder, folders, files in os.walk(top, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update((Path(folder).relative_to(top) / name).as_posix() for name in files)
        return sorted(found)


class _SilentLoader(FileSystemLoader):
    """Finds every template and lists none, so that MkDocs has nothing to copy."""

    def list_templates(self) -> list[str]:
        """List nothing."""
        return []


class CachedTheme(Theme):
    """A theme of MkDocs whose environments keep compiled templates and pass over hidden folders.

    `lists_files` tells whether the files of the theme are still to be copied into the site.
    """

    def __init__(self, theme: Theme, templates: BytecodeCache | None) -> None:
        # What is set on either is set on both.
        self.__dict__ = theme.__dict__
        self.templates = templates
        self.lists_files = True

    def get_env(self) -> Environment:
        """Return a Jinja environment for one language."""
        environment = super().get_env()
        environment.loader = _Loader(self.dirs) if self.lists_files else _SilentLoader(self.dirs)
        environment.bytecode_cache = self.templates
        # An environment lives for one language of one build; without this, every page asks the disk for the
        # age of each of its sixty templates.
        environment.auto_reload = False
        return environment
