"""The menu of one language: without the pages that their authors have left out of it on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import meta

from sholu.review.pages import left_out
from sholu.site.settings import languages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def menu_of(nav: Any, config: MkDocsConfig, code: str) -> Any:  # noqa: ANN401 -- lists, tables and words of YAML
    """Return the menu that mkdocs.yml asks for, as far as a language is to have its pages.

    MkDocs would warn of every other one, and a strict build ends by that.

    Args:
        nav: as mkdocs.yml has it.
        config: the settings of the review.
        code: the language.
    """
    if isinstance(nav, list):
        return [item for item in (menu_of(one, config, code) for one in nav) if item is not None]
    if isinstance(nav, dict):
        items = {title: menu_of(one, config, code) for title, one in nav.items()}
        return {title: item for title, item in items.items() if item} or None
    return None if isinstance(nav, str) and nav.endswith(".md") and _is_left_out(nav, config, code) else nav


def _is_left_out(path: str, config: MkDocsConfig, code: str) -> bool:
    docs, codes = Path(config.docs_dir), tuple(languages(config))
    if code not in codes or (docs / code / path).is_file():
        return False
    shown = f"/{code}/{path}"
    return any(
        shown in left_out(wanted, f"/{other}/{path}", codes)[0]
        for other, wanted in _wanted(docs, codes, path)
    )


def _wanted(docs: Path, codes: tuple[str, ...], path: str) -> Iterator[tuple[str, object]]:
    for other in codes:
        version = docs / other / path
        if version.is_file():
            _, values = meta.get_data(version.read_text(encoding="utf-8-sig", errors="replace"))
            yield other, values.get("languages")
