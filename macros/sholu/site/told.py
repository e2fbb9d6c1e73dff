"""What pages depend on beside their texts: mkdocs.yml, the data files, what reads Markdown.

What extensions and plugins of others read while a page is converted nobody knows; those that are known to
read nothing are named here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING

from sholu.conversion import TextExtension
from sholu.site.settings import has_search, language_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# Extensions of Python-Markdown whose HTML is made of the text and of their settings alone.
_OF_PYTHON_MARKDOWN = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes",
     "legacy_attrs", "legacy_em", "md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"}
)  # fmt: skip
_OF_PYMDOWNX = frozenset(
    {"arithmatex", "betterem", "caret", "critic", "details", "emoji", "escapeall", "extra", "fancylists",
     "highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar", "saneheaders", "smartsymbols",
     "superfences", "tabbed", "tasklist", "tilde", "blocks.admonition", "blocks.definition", "blocks.details",
     "blocks.html", "blocks.tab"}
)  # fmt: skip
_EXTENSIONS = (
    _OF_PYTHON_MARKDOWN
    | {f"markdown.extensions.{name}" for name in _OF_PYTHON_MARKDOWN}
    | {f"pymdownx.{name}" for name in _OF_PYMDOWNX}
)
# Settings that name files, which are read with each page.
_NAMING_FILES = frozenset({"custom_icons", "base_path"})
# Functions of these make HTML of what they are given.
_FUNCTIONS = ("markdown.", "material.", "pymdownx.")
_PLUGINS = frozenset({"search", "i18n", "sholu", "redirects", "offline", "privacy", "info"})


def told_of_review(
    config: MkDocsConfig, options: Mapping[str, object], files: Iterable[Path]
) -> Iterator[object]:
    """Yield what mkdocs.yml says, and what stands in the files from which a review is read."""
    yield sorted((name, repr(value)) for name, value in options.items())
    for file in (Path(config.config_file_path), *files):
        yield str(file), sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def told_of_reader(config: MkDocsConfig) -> tuple[object, ...] | None:
    """Return by what Markdown is read; None if extensions or plugins may ask for more than they are told."""
    plugins = {name.removeprefix("material/") for name in config.plugins}
    names = [one for one in config.markdown_extensions if not isinstance(one, TextExtension)]
    if config.hooks or not plugins <= _PLUGINS or not _EXTENSIONS.issuperset(names):
        return None
    try:
        settings, validation = _plain(config.mdx_configs), _plain(config.validation)
    except _UnknownError:
        return None
    # MkDocs tells of less where it is quiet, and looks for no places where it tells of all.
    level = logging.getLogger("mkdocs.structure.pages").getEffectiveLevel()
    return (
        names, settings, validation, level, language_of(config), has_search(config), sorted(plugins),
        config.use_directory_urls, config.docs_dir,
    )  # fmt: skip


class _UnknownError(ValueError):
    """A setting of which nobody knows what it does."""


def _plain(value: object) -> object:
    """Return a setting as what is written the same in each build.

    Raises:
        _UnknownError: it is none that is known.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping) and not _NAMING_FILES.intersection(value):
        return [(name, _plain(inner)) for name, inner in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, partial):
        return [_plain(value.func), _plain(value.args), _plain(value.keywords)]
    if isinstance(value, FunctionType | type) and value.__module__.startswith(_FUNCTIONS):
        return f"{value.__module__}.{value.__qualname__}"
    raise _UnknownError
