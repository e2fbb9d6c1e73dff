"""What a build need not hold, nor look through, to its end."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

# Objects that may be new, and rounds, before Python looks for circles among them. By its own 700 a build of
# 300 pages looks a thousand times through what it keeps anyway, which takes a tenth of its time.
_THRESHOLDS = (5_000, 20, 10)


class Collecting:
    """Lets Python look for circles of what nobody holds less often, until the build is let go."""

    def __init__(self) -> None:
        self._before = gc.get_threshold()
        gc.set_threshold(*_THRESHOLDS)

    def let_go(self) -> None:
        """Leave it as it was."""
        gc.set_threshold(*self._before)


def forget_texts(pages: Iterable[Page]) -> None:
    """Let go of text and HTML of pages that are written: MkDocs would hold all to the end."""
    for page in pages:
        page.content = page.markdown = None
