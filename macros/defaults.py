"""What a review need not say in mkdocs.yml, since Sholu says it: extensions of Markdown, settings of the theme."""

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

# Settings of Material; fonts come with Sholu, so that no third party is asked for any.
THEME: Mapping[str, object] = {
    "font": False,
    "features": ["navigation.footer", "toc.follow", "search.highlight"],
}
