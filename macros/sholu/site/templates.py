"""Spares what MkDocs does with the theme's templates anew for each language and each build.

Compiling Material's templates takes 13 % of a large build and half of a small one; walking through its 14,000
icons in search of files to copy, none of which is copied, a tenth of a small one. The files themselves are
the same in every language, and stand in the site once. Drawing the whole menu for each page takes a third of
a build of 900 pages in a flat menu; all but the item of the page is the same on every page of a folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    TemplateNotFound,
    pass_context,
)
from jinja2.runtime import Context
from mkdocs.theme import Theme

from sholu.languages.theme import code_of_template
from sholu.languages.theme import template as words_of_theme
from sholu.site.defaults import THEME_FOLDER
from sholu.site.policies import PLACE, PagePolicies, marked

# By a name that begins so, a template of ours calls the one whose place it takes.
# An author's main.html that extends "base.html" finds ours, which extends theirs.
THEIRS = "theirs/"


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


class _Found(FileSystemLoader):
    """Finds every template, by `theirs/name` the one of the theme that ours goes before."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the source of a template, where it is, and whether that still holds.

        Raises:
            jinja2.TemplateNotFound: no folder of the theme has it.
        """
        if not template.startswith(THEIRS):
            try:
                return _marked(super().get_source(environment, template))
            except TemplateNotFound:
                # Material ends in a traceback where it has no words in a language.
                if code := code_of_template(template):
                    return words_of_theme(code), template, lambda: True
                raise
        others = FileSystemLoader([folder for folder in self.searchpath if folder != str(THEME_FOLDER)])
        return _marked(others.get_source(environment, template.removeprefix(THEIRS)))


def _marked(found: tuple[str, str, Callable[[], bool]]) -> tuple[str, str, Callable[[], bool]]:
    source, path, holds = found
    return marked(source), path, holds


class _Loader(_Found):
    """Finds every template, and lists those that are not in a hidden folder."""

    def list_templates(self) -> list[str]:
        """List what MkDocs may copy: it leaves out hidden folders, but only after looking through them."""
        found: set[str] = set()
        for top in map(Path, self.searchpath):
            for folder, folders, files in os.walk(top, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update((Path(folder).relative_to(top) / name).as_posix() for name in files)
        return sorted(found)


class _SilentLoader(_Found):
    """Finds every template and lists none, so that MkDocs has nothing to copy."""

    def list_templates(self) -> list[str]:
        """List nothing."""
        return []


class KeptMenu:
    """Draws each item of the menu once for all pages of a folder.

    A template calls it with an item that the page is not in, which is the same on all of them.
    """

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str], str] = {}

    @pass_context
    def __call__(self, context: Context, item: object, path: str) -> str:
        """Return the HTML of an item of the first level; `path` is what Material calls its place."""
        page = context["page"]
        if page is None:
            here = context["base_url"]
        else:
            # What an index leads to lies below it, and from there the shorter link is another one.
            here = page.url if page.is_index else _any_page_beside(page.url)
        if (here, path) not in self._drawn:
            template = context.environment.get_template(f"{THEIRS}partials/nav-item.html")
            stand_in = SimpleNamespace(url=here) if page else None
            drawing = template.make_module({**context.get_all(), "page": stand_in})
            self._drawn[here, path] = drawing.render(item, path, 1)  # type: ignore[attr-defined]
        return self._drawn[here, path]


def _any_page_beside(url: str) -> str:
    """Return the address of a page that is not there: from it all links are as from a page beside it."""
    folder = url.removesuffix("/").rpartition("/")[0]
    return f"{folder}{'/' if folder else ''}{'-/' if url.endswith('/') else '-.html'}"


class CachedTheme(Theme):
    """A theme of MkDocs whose environments keep compiled templates and pass over hidden folders.

    `lists_files` tells whether the files of the theme are still to be copied into the site.
    """

    def __init__(self, theme: Theme, templates: BytecodeCache | None, policies: PagePolicies) -> None:
        # What is set on either is set on both.
        self.__dict__ = theme.__dict__
        self.templates = templates
        self.policies = policies
        self.lists_files = True

    def get_env(self) -> Environment:
        """Return a Jinja environment for one language."""
        environment = super().get_env()
        environment.loader = _Loader(self.dirs) if self.lists_files else _SilentLoader(self.dirs)
        environment.bytecode_cache = self.templates
        # An environment lives for one language of one build; without this, every page asks the disk for the
        # age of each of its sixty templates.
        environment.auto_reload = False
        environment.globals["kept_menu"] = KeptMenu()
        environment.filters |= self.policies.filters
        environment.globals["policy_of_page"] = PLACE
        return environment
