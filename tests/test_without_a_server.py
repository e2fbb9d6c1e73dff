"""A review in a folder, in a browser that remembers nothing, at addresses that nobody wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import Served
from tests.waiting import until

DENIED = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
}"""
ODD = [
    "#%",
    "#%E0%A4%A",
    "#\"'<x>",
    "#__proto__",
    "?kind=%&with=%&q=%25&h=%",
    "?topic=__proto__&sort=constructor",
]
Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Open an address in a new context; in the end nobody may have complained."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def visit(address: str, *, script: str = "") -> Page:
        context = browser.new_context()
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert said == []


def test_a_folder_is_read_as_a_site(opened: Open, review: Served) -> None:
    """Search, both texts side by side, cards and links, on from page to page."""
    root = review.folder.as_uri()
    page = opened(f"{root}/ru/findings/index.html")
    folders = "[...document.links].filter((a) => a.protocol === 'file:' && a.pathname.endsWith('/'))"
    assert page.evaluate(f"{folders}.length") == 0
    page.keyboard.press("f")
    page.fill(".md-search__input", "миграция")
    page.click(".md-search-result__list a")
    page.wait_for_url(f"{root}/ru/literature/index.html#migration")
    page.click(".beside [data-language=kk]")
    page.wait_for_selector(".pair__other[lang=kk]")
    page.hover("a.citation__work")
    page.wait_for_selector(".citation-card .reference__text")
    page.click(".languages [lang=kk]")
    page.wait_for_selector(".pair__other[lang=ru]")
    assert page.url.startswith(f"{root}/literature/index.html?with=ru")
    page.click(".md-footer__link--next")
    page.wait_for_url(f"{root}/*/index.html?with=ru")
    page.goto(f"{root}/en/literature-map/index.html")
    drawn = "all => all.map((one) => one.href.baseVal).filter((href) => !/index\\.html(#|$)|^#/.test(href))"
    assert page.eval_on_selector_all("svg a[href]", drawn) == []


def test_a_browser_may_forbid_to_remember(opened: Open, review: Served) -> None:
    """The dark scheme, the search and the rest are there."""
    page = opened(f"{review.address}en/findings/", script=DENIED)
    page.wait_for_selector("label[for=__palette_1]:not([hidden])")
    page.click("label[for=__palette_1]")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.keyboard.press("f")
    page.fill(".md-search__input", "water")
    page.wait_for_selector(".md-search-result__list a")


@pytest.mark.parametrize("kept", ["{", "5", "[]", '{"index": 9}', '{"index": "x", "color": null}'])
def test_what_others_keep_harms_nothing(opened: Open, review: Served, kept: str) -> None:
    """Storage belongs to all pages of a host."""
    keys = "['__palette', 'sholu-language-chosen']"
    script = f"for (const key of {keys}) localStorage.setItem('/.' + key, {kept!r})"
    page = opened(f"{review.address}en/findings/", script=script)
    page.wait_for_selector("label[for=__palette_1]:not([hidden])")


@pytest.mark.parametrize("name", ["references", "timeline", "findings"])
def test_any_address_is_a_page(opened: Open, review: Served, name: str) -> None:
    """A stray per cent sign, quotation marks, names of things that every object has."""
    page = opened(f"{review.address}en/{name}/")
    for odd in ODD:
        page.goto(f"{review.address}en/{name}/{odd}")
        page.evaluate("location.hash = '#%%'")
        until(page, "document.querySelector('.js')")


def test_both_texts_stand_beside_each_other_at_any_address(opened: Open, review: Served) -> None:
    """Where the place in it means nothing."""
    page = opened(f"{review.address}en/literature/?with=ru#%")
    page.wait_for_selector(".pair__other")
    page.hover("a.citation__work")
    page.wait_for_selector(".citation-card")
