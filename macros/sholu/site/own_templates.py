"""What an author's own templates leave out of Sholu's: a block replaced without `super()`, a whole base.

Material's guide has authors extend blocks of `base.html`; one that forgets to call the block it replaces
takes citation data, scripts or styles off every page, and nothing on the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.site.defaults import THEME_FOLDER

# Block of our base.html to what stands on every page that has it, and what a page lacks without it.
_BLOCKS = MappingProxyType({
    "analytics": ('["localStorage", "sessionStorage"]', "the page breaks where a browser keeps nothing"),
    "extrahead": ('"sholu-faces"', "data for reference managers, links to the other languages, fonts"),
    "content": ('class="printed"', "the text, or what stands under it"),
    "scripts": ("javascripts/sholu.js", "search, cards of citations, the menu of paragraphs"),
})  # fmt: skip


def left_out(html: str) -> tuple[str, ...]:
    """Return the blocks of ours that a page has not."""
    return tuple(block for block, (mark, _) in _BLOCKS.items() if mark not in html)


def template_problem(html: str, name: str, folders: Iterable[Path], root: Path) -> Problem | None:
    """Say which blocks a page lacks because of a template of its author; None if it has all.

    Args:
        html: the page.
        name: its template, "main.html" for most.
        folders: where the review keeps templates of its own.
        root: the folder of mkdocs.yml.
    """
    blocks = left_out(html)
    own = [folder / one for folder in folders for one in (name, "base.html") if (folder / one).is_file()]
    if not (blocks and own):
        return None
    template = own[0]
    shown = template.relative_to(root).as_posix() if template.is_relative_to(root) else template.as_posix()
    if len(blocks) == len(_BLOCKS):
        return problem("S010", Place(shown))
    text = template.read_text(encoding="utf-8", errors="replace")
    found = re.search(rf"\{{%-?\s*block\s+{blocks[0]}\b", text)
    line = text.count("\n", 0, found.start()) + 1 if found else 1
    lost = "; ".join(_BLOCKS[block][1] for block in blocks)
    return problem("S011", Place(shown, line), blocks=", ".join(blocks), lost=lost)


class MadeBy:
    """The templates by which the pages of one build are made; the first page of each is looked at."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: set[str] = set()

    def problem(self, html: str, name: str, folders: Iterable[Path]) -> Problem | None:
        """Say what a page lacks; None if it has all of Sholu, or another one of its template was seen.

        Args:
            html: the page.
            name: its template.
            folders: all in which templates are looked for.
        """
        if name in self._seen:
            return None
        self._seen.add(name)
        return template_problem(html, name, filter(_is_authors, folders), self._root)


def _is_authors(folder: Path) -> bool:
    """Tell whether a folder of templates is the review's own, and neither Sholu's nor a package's."""
    return folder != THEME_FOLDER and "site-packages" not in folder.parts
