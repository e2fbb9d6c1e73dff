"""What templates write the same on many pages, written once: menus, words, icons, parts that they name.

An environment of Jinja lives for one language of one build. In it a part is the same on all pages of a
folder, since their links to the rest of the site are; words and icons are the same on all pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple, TypeAlias, cast

from jinja2 import pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context

from sholu.regexes import regex
from sholu.site.policies import PagePolicies, Told

# By a name that begins so, a template of ours calls the one whose place it takes.
# An author's main.html that extends "base.html" finds ours, which extends theirs.
THEIRS = "theirs/"
# How templates put icons into pages; what else an `include` may say is left to Jinja.
_ICON = regex(
    r"\{%(-?)\s*include\s+(\"\.icons/[\w/.-]*\"(?:\s*~\s*(?:[\w.]+|\"[\w/.-]*\"|\([^()%{}]*\)))*)\s*(-?)%\}"
)


def with_ready_icons(template: str) -> str:
    """Return the source of a template in which icons come from `ReadyIcons`; a page has some thirty."""
    return _ICON.sub(r"{{\1 ready_icon(\2) \3}}", template) if ".icons/" in template else template


# Where an item comes to stand in its section; no menu has it.
_SLOT = "\0item\0"
_ASKED = 4
# How an item of Material's menu draws those that are in it.
_ITEM = regex(r"\{\{\s*render\((item, [^{}]*)\)\s*\}\}")


def with_kept_items(template: str) -> str:
    """Return the source of Material's `nav-item.html` in which `KeptMenu` draws what is in an item."""
    return _ITEM.sub(r"{{ kept_menu(\1, render) or render(\1) }}", template)


class ReadyIcons:
    """Reads each icon once; one in which something is to be filled in is a template as any other."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    @pass_context
    def __call__(self, context: Context, name: str) -> str:
        """Return an icon by the name of its template."""
        if (icon := self._known.get(name)) is None:
            template = context.environment.get_template(name)
            icon = template.render(context.get_all())
            source = context.environment.loader
            if source and "{" not in source.get_source(context.environment, name)[0]:
                self._known[name] = icon
        return icon


class KeptWords:
    """Looks for each word of Material once; its own way is through the whole list of them for each word."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    @pass_context
    def __call__(self, context: Context) -> Callable[[str], str]:
        """Return what looks for a word by its name: no macro, which takes Jinja ten times as long to call."""
        return partial(self._word, context)

    def _word(self, context: Context, key: str) -> str:
        if key not in self._known:
            template = context.environment.get_template(f"{THEIRS}partials/language.html")
            words = template.make_module(context.get_all())
            self._known[key] = words.t(key)  # type: ignore[attr-defined]
        return self._known[key]


class _Item(NamedTuple):
    """An item of the menu as a template draws it.

    `item` is MkDocs' or a plugin's, `path` Material's name for its place, `level` its depth, `parent` what it
    is in; the page may be in that one.
    """

    item: Any
    path: str
    level: int = 1
    parent: Any = None

    @property
    def children(self) -> Sequence[Any]:
        """What is in it."""
        return getattr(self.item, "children", None) or ()


# Draws an item.
Draw: TypeAlias = Callable[[Any, str, int, Any], str]


class KeptMenu:
    """Draws each item of the menu once for all pages of a folder.

    Of a section that the page is in that is done with what stands around its items. The page itself is left
    to the template that calls it, and what has pages of its own (a blog).
    """

    def __init__(self) -> None:
        self._drawings: dict[str, TemplateModule] = {}
        self._drawn: dict[tuple[str, str, bool], str] = {}
        self._frames: dict[tuple[str, str, bool], tuple[str, list[_Item]]] = {}
        # The section whose frame is drawn, and its items.
        self._framed: object = None
        self._items: list[_Item] = []
        self._page: object = None
        self._here = ""

    @pass_context
    def __call__(self, context: Context, *asked: Any) -> str:  # noqa: ANN401 -- see `_Item`
        """Return the HTML of an item, "" if each page has another.

        Args:
            context: what the template knows.
            asked: the item, its place and depth, what it is in, and what draws an item as this page has it.
        """
        one, draw = _Item(*asked[:_ASKED]), asked[_ASKED] if len(asked) > _ASKED else None
        if one.parent is not None and one.parent is self._framed:
            self._items.append(one)
            return _SLOT
        if context["page"] is not self._page or self._page is None:
            self._page, self._here = context["page"], _here(context)
        return self._written(context, one, draw)

    def _written(self, context: Context, one: _Item, draw: Draw | None) -> str:
        if getattr(one.item, "pages", None):
            return ""
        key = self._here, one.path, bool(one.parent and one.parent.active)
        if not one.item.active:
            if (drawn := self._drawn.get(key)) is None:
                drawn = self._drawn[key] = self._draw(context)(*one)
            return drawn
        # The index of a section stands in what is around its items.
        if draw is None or not one.children or any(getattr(each, "is_index", False) for each in one.children):
            return ""
        if key not in self._frames:
            self._framed, self._items = one.item, []
            try:
                self._frames[key] = self._draw(context)(*one), self._items
            finally:
                self._framed = None
        frame, items = self._frames[key]
        written = [self._written(context, each, draw) or draw(*each) for each in items]
        parts = [part for pair in zip(frame.split(_SLOT), [*written, ""], strict=True) for part in pair]
        return frame[:0].join(parts)

    def _draw(self, context: Context) -> Draw:
        """Return what draws items as all pages of this folder have them that are not in them."""
        if self._here not in self._drawings:
            template = context.environment.get_template(f"{THEIRS}partials/nav-item.html")
            stand_in = SimpleNamespace(url=self._here, is_index=True) if context["page"] else None
            self._drawings[self._here] = template.make_module({**context.get_all(), "page": stand_in})
        return cast("Draw", self._drawings[self._here].render)  # type: ignore[attr-defined]


class OnPage:
    """Writes once what stands twice on a page: `{{ on_page("partials/toc.html") }}`."""

    def __init__(self) -> None:
        self._page: object = None
        self._written: dict[str, str] = {}

    @pass_context
    def __call__(self, context: Context, name: str) -> str:
        """Return what a template of Material's writes on this page, by its name."""
        if context["page"] is not self._page or self._page is None:
            self._page, self._written = context["page"], {}
        if name not in self._written:
            template = context.environment.get_template(f"{THEIRS}{name}")
            self._written[name] = template.render(context.get_all())
        return self._written[name]


class Once:
    """Writes a part of a template once for all pages of a folder; what it runs is told of on each of them.

    A template names the part, `{% call once("palette") %}…{% endcall %}`, or hands over a block that it goes
    before, `{{ once(super) }}`. Nothing in it may ask for the page.
    """

    def __init__(self, policies: PagePolicies) -> None:
        self._policies = policies
        self._written: dict[tuple[str, str], tuple[str, Told]] = {}

    @pass_context
    def __call__(
        self, context: Context, part: str | BlockReference, caller: Callable[[], str] | None = None
    ) -> str:
        """Return what the part writes."""
        name = part if isinstance(part, str) else part.name
        place = (name, _here(context))
        if place not in self._written:
            write = caller or cast("Callable[[], str]", part)
            self._written[place] = self._policies.telling(write)
        written, told = self._written[place]
        self._policies.tell(told)
        return written


def _here(context: Context) -> str:
    """Return an address from which all links are as from the page that is written."""
    page = context["page"]
    if page is None:
        return str(context["base_url"])
    # What an index leads to lies below it, and from there the shorter link is another one.
    return str(page.url) if page.is_index else _any_page_beside(page.url)


def _any_page_beside(url: str) -> str:
    """Return the address of a page that is not there: from it all links are as from a page beside it."""
    folder = url.removesuffix("/").rpartition("/")[0]
    return f"{folder}{'/' if folder else ''}{'-/' if url.endswith('/') else '-.html'}"
