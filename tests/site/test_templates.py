"""The menu drawn once for the pages of a folder, and templates that go before others of their name."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.theme import Theme
from mkdocs.utils.templates import url_filter
from sholu.site.defaults import THEME_FOLDER
from sholu.site.policies import PagePolicies
from sholu.site.templates import THEIRS, CachedTheme, KeptMenu

ITEM = "{% macro render(item, path, level) %}{{ drawn.append(path) or '' }}{{ item.url | url }}{% endmacro %}"
HERE = "{{ kept_menu(item, '__nav_1') }}"


def links(*pages: SimpleNamespace, target: str) -> tuple[list[str], int]:
    """Return the link to one target on each of the pages, and how often it was drawn."""
    environment = Environment(
        loader=DictLoader({f"{THEIRS}partials/nav-item.html": ITEM, "page": HERE}), autoescape=True
    )
    environment.filters["url"] = url_filter
    environment.globals["kept_menu"] = KeptMenu()
    drawn: list[str] = []
    template = environment.get_template("page")
    item = SimpleNamespace(url=target)
    written = [template.render(page=page, base_url="..", item=item, drawn=drawn) for page in pages]
    return written, len(drawn)


def page(url: str, *, is_index: bool = False) -> SimpleNamespace:
    """Return what a template is told of a page."""
    return SimpleNamespace(url=url, is_index=is_index)


@pytest.mark.parametrize("target", ["ru/one/", "ru/part/x/", "two/", "other/deep/y/"])
def test_an_item_of_the_menu_is_drawn_once_for_the_pages_of_a_folder(target: str) -> None:
    """And leads where it would from each of them."""
    beside = (page("ru/part/a/"), page("ru/part/b/"))
    (first, second), times = links(*beside, target=target)
    assert times == 1
    assert first == second
    for one in beside:
        assert links(SimpleNamespace(url=one.url, is_index=True), target=target)[0] == [first]


def test_pages_of_other_folders_and_an_index_have_links_of_their_own() -> None:
    """What lies below an index is reached from it by a shorter way."""
    written, times = links(page("ru/", is_index=True), page("ru/a/"), page("ru/part/b/"), target="ru/one/")
    assert written == ["one/", "../one/", "../../one/"]
    assert times == 3


def test_addresses_that_end_in_html_are_linked_too() -> None:
    """For sites without use_directory_urls."""
    assert links(page("ru/a.html"), page("ru/b.html"), target="ru/c.html") == (["c.html", "c.html"], 1)


def test_a_template_of_ours_calls_the_one_whose_place_it_takes() -> None:
    """An own one of the review goes before both."""
    theme = Theme(name="material")
    theme.dirs.insert(0, str(THEME_FOLDER))
    environment = CachedTheme(theme, None, PagePolicies()).get_env()
    name = "partials/nav-item.html"
    assert environment.loader is not None
    ours, theirs = (environment.loader.get_source(environment, prefix + name)[1] for prefix in ("", THEIRS))
    assert Path(str(ours)).is_relative_to(THEME_FOLDER)
    assert theirs
    assert not Path(theirs).is_relative_to(THEME_FOLDER)
