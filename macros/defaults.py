"""What a review need not say in mkdocs.yml, since Sholu says it: extensions, settings of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

THEME_FOLDER = Path(__file__).parent / "theme"

STYLESHEETS = ("assets/stylesheets/sholu.css",)

# Name of a Python-Markdown extension to its settings.
EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "attr_list": {},
    "footnotes": {},
    "tables": {},
    "admonition": {},
    "md_in_html": {},
    "toc": {"permalink": True, "toc_depth": "2-3"},
}

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
