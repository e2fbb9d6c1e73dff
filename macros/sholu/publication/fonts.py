"""The fonts of the site, in which files and the pictures of shared links are set too."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent.parent / "theme" / "assets" / "fonts"
