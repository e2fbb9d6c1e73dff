"""The menu of one language: what it has not leads to the page in another language that has it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Link
from mkdocs.utils import meta, nest_paths

from sholu.review.pages import FIRST_PAGES, left_out
from sholu.site.escaping import titled
from sholu.site.settings import languages
from sholu.values import Value

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem


class Elsewhere(Value):
    """A page in another language: its code and name, the title, the address from the root of the site."""

    code: str
    language: str
    title: str
    address: str


# MkDocs looks for what a menu names; an address with a scheme it leaves alone.
_ELSEWHERE = "another-language:"


def menu_of(
    nav: Any,  # noqa: ANN401 -- lists, tables and words of YAML
    config: MkDocsConfig,
    code: str,
    incomplete: Collection[str] = (),
    elsewhere: Callable[[str], Elsewhere | None] = lambda _: None,
) -> Any:  # noqa: ANN401
    """Return the menu that mkdocs.yml asks for, as far as a language is to have its pages.

    MkDocs would warn of every other one, and a strict build ends by that. In place of such a page stands a
    link to it in another language, whose title says in which.

    Args:
        nav: as mkdocs.yml has it.
        config: the settings of the review.
        code: the language.
        incomplete: the languages that are given their pages one by one.
        elsewhere: tells where a page is that the language has not, None if nobody knows yet.
    """
    inner = partial(menu_of, config=config, code=code, incomplete=incomplete, elsewhere=elsewhere)
    if isinstance(nav, list):
        return [item for item in map(inner, nav) if item is not None]
    if isinstance(nav, dict):
        items: dict[str, Any] = {}
        for title, one in nav.items():
            item = inner(one)
            # A page that is a link has its title behind it already; that of mkdocs.yml goes before.
            if isinstance(one, str) and isinstance(item, dict):
                items |= _link(elsewhere(one), str(title))
            elif item:
                items[title] = item
        return items or None
    if not (isinstance(nav, str) and nav.endswith(".md") and _is_left_out(nav, config, code, incomplete)):
        return nav
    return _link(elsewhere(nav)) or None


def _link(there: Elsewhere | None, called: str = "") -> dict[str, str]:
    """Return an item of a menu that leads to a page in another language, {} if nobody knows where it is."""
    if there is None:
        return {}
    title = called or titled('<bdi lang="{}">{}</bdi>', there.code, there.title)
    marked = titled('{} (<bdi lang="{}">{}</bdi>)', title, there.code, there.language)
    return {marked: f"{_ELSEWHERE}{there.address}"}


def menu_of_folders(own: Iterable[str], others: Iterable[str]) -> Any:  # noqa: ANN401 -- as above
    """Return the menu that MkDocs would make of the pages of a language and of those that only others have.

    None if there are no such pages; MkDocs makes the menu then. Both are paths from the folder of a language.
    """
    found = {PurePosixPath(path) for path in (*own, *others)}
    if found == set(map(PurePosixPath, own)):
        return None
    # As MkDocs goes through folders: what stands in one comes before its folders, index.md first.
    ordered = sorted(found, key=lambda path: (path.parent.parts, path.name not in FIRST_PAGES, path.name))
    return nest_paths(map(str, ordered))  # type: ignore[no-untyped-call] # MkDocs leaves it untyped


def lead_elsewhere(items: Iterable[StructureItem]) -> None:
    """Give links to pages in other languages their addresses: MkDocs took them for other sites."""
    for item in items:
        if isinstance(item, Link) and item.url.startswith(_ELSEWHERE):
            item.url = item.url.removeprefix(_ELSEWHERE)
        lead_elsewhere(getattr(item, "children", None) or ())


def _is_left_out(path: str, config: MkDocsConfig, code: str, incomplete: Collection[str]) -> bool:
    docs, codes = Path(config.docs_dir), tuple(languages(config))
    if code not in codes or (docs / code / path).is_file():
        return False
    if code in incomplete:
        return path not in FIRST_PAGES and any((docs / other / path).is_file() for other in codes)
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
