"""What a review need not say in mkdocs.yml, since Sholu says it: extensions, settings of the theme."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sholu.review.settings import EXTENSIONS

if TYPE_CHECKING:
    from markdown.extensions import Extension
    from mkdocs.config.defaults import MkDocsConfig

THEME_FOLDER = Path(__file__).parent.parent / "theme"

# Settings of Material; fonts come with Sholu, so that no third party is asked for any. The names of the two
# switches are keys of the languages' interface words.
# Each stands beside Material's own default: what a review sets differently is left as it is.
THEME: Mapping[str, tuple[object, object]] = {
    "font": ({"text": "Roboto", "code": "Roboto Mono"}, False),
    "features": (
        [],
        ["navigation.footer", "navigation.prune", "navigation.top", "toc.follow"],
    ),
    "palette": (
        None,
        [
            {
                "media": "(prefers-color-scheme: light)",
                "scheme": "default",
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": "material/weather-night", "name": "dark"},
            },
            {
                "media": "(prefers-color-scheme: dark)",
                "scheme": "slate",
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": "material/weather-sunny", "name": "light"},
            },
        ],
    ),
}


# Links that Sholu looks after in all languages (`review.links`), and says more of: MkDocs' own levels.
_LOOKED_AFTER = {
    "anchors": logging.INFO,
    "unrecognized_links": logging.INFO,
    "absolute_links": logging.INFO,
    "not_found": logging.WARNING,
}


def apply_defaults(config: MkDocsConfig, own: Extension) -> None:
    """Set what mkdocs.yml leaves open; called once for each language, so it adds only what is absent.

    Args:
        config: mkdocs.yml.
        own: Sholu's own extension of Python-Markdown.
    """
    for name, settings in EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**settings, **config.mdx_configs.get(name, {})}
    # MkDocs hands the list on to Python-Markdown, which takes names and extensions alike.
    extensions = cast("list[str | Extension]", config.markdown_extensions)
    extensions += [own] if own not in extensions else []
    links = config.validation.links
    for link, level in _LOOKED_AFTER.items():
        if links[link] == level:
            links[link] = logging.DEBUG
    folder = str(THEME_FOLDER)
    if folder not in config.theme.dirs:
        # A folder of the review's own (custom_dir) goes before ours.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
    for name, (theirs, ours) in THEME.items():
        if config.theme.get(name) == theirs:
            config.theme[name] = ours
