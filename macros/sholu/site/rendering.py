"""How MkDocs converts a page: as it always does, by the rules of this page in place of those for any text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from sholu.conversion import PageExtension, TextExtension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


class _ForPage:
    """mkdocs.yml with the rules of one page; MkDocs asks for its extensions by item, for all else by name."""

    def __init__(self, config: MkDocsConfig, rules: PageExtension) -> None:
        self._config = config
        self._rules = rules

    def __getattr__(self, name: str) -> object:
        return self[name] if name == "markdown_extensions" else getattr(self._config, name)

    def __getitem__(self, name: str) -> object:
        if name != "markdown_extensions":
            return self._config[name]
        return [self._rules if isinstance(one, TextExtension) else one for one in self._config[name]]


def is_of_review(page: Page, config: MkDocsConfig) -> bool:
    """Tell whether a page is its authors', and not one that another plugin makes (the archive of a blog)."""
    path = page.file.abs_src_path
    return path is not None and Path(path).is_relative_to(config.docs_dir)


def render(page: Page, rules: PageExtension, config: MkDocsConfig, files: Files) -> None:
    """Convert a page by its own rules; stands in for `page.render`, which MkDocs calls."""
    type(page).render(page, cast("MkDocsConfig", _ForPage(config, rules)), files)
