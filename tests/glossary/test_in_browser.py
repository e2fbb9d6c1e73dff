"""What a reader meets: a term explained at the pointer, at the keyboard and under a finger; its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import Served

WIDTHS = (360, 768, 1440)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab; a mistake of a script fails the test."""
    tab = browser.new_page(viewport={"width": 360, "height": 740})
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    yield tab
    tab.close()
    assert not faults


def first(page: Page, word: str) -> Locator:
    """Return the mark of a term."""
    return page.locator(".term", has_text=re.compile(f"^{word}$")).first


@pytest.mark.parametrize(
    "shown",
    [
        ("introduction/", "ШЫҰ", "Шанхай ынтымақтастық ұйымы"),
        ("ru/introduction/", "ОБСЕ", "Организация по безопасности и сотрудничеству в Европе"),
        ("en/introduction/", "OSCE", "Organization for Security and Co-operation in Europe"),
    ],
)
def test_a_term_is_explained_to_pointer_and_keyboard(
    review: Served, page: Page, shown: tuple[str, str, str], subtests: pytest.Subtests
) -> None:
    """Within the window; it goes with the pointer, with the focus, and by Escape."""
    path, word, name = shown
    page.goto(review.address + path)
    term, tip = first(page, word), page.get_by_role("tooltip")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        page.mouse.move(1, 1)
        page.evaluate("document.activeElement.blur()")
        with subtests.test(width=width):
            term.hover()
            expect(tip).to_have_text(name)
            box = tip.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            tip.hover()
            expect(tip).to_be_visible()
            page.mouse.move(1, 1)
            expect(tip).to_be_hidden()
            term.focus()
            expect(tip).to_be_visible()
            expect(term).to_have_accessible_description(name)
            page.keyboard.press("Escape")
            expect(tip).to_be_hidden()
            expect(term).to_have_accessible_description(name)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_term_is_reached_by_the_tab_key(review: Served, page: Page) -> None:
    """And left by it; one explanation is shown at a time."""
    page.goto(f"{review.address}en/introduction/")
    first(page, "OSCE").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_have_text("Commonwealth of Independent States")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("tooltip")).to_have_text("Organization for Security and Co-operation in Europe")


def test_a_term_is_explained_under_a_finger(review: Served, browser: Browser) -> None:
    """A tap shows it, a tap elsewhere takes it away."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{review.address}en/introduction/")
    first(page, "UN").tap()
    expect(page.get_by_role("tooltip")).to_have_text("United Nations")
    page.locator("#today").tap()
    expect(page.get_by_role("tooltip")).to_be_hidden()
    context.close()


def test_a_term_is_explained_without_scripts(review: Served, browser: Browser) -> None:
    """By its title."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{review.address}en/introduction/")
    expect(first(page, "UN")).to_have_attribute("title", "United Nations")
    expect(first(page, "UN")).to_have_accessible_description("United Nations")
    context.close()


def test_terms_of_the_other_language_are_explained_in_it(review: Served, page: Page) -> None:
    """Side by side, each mark speaks its own language; no id stands twice."""
    page.goto(f"{review.address}en/introduction/?with=kk")
    term = page.locator(".pair__other .term", has_text="ШЫҰ")
    term.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_have_text("Шанхай ынтымақтастық ұйымы")
    expect(tip).to_have_attribute("lang", "kk")
    assert page.evaluate(
        "[...document.querySelectorAll('[id]')].length === new Set([...document.querySelectorAll('[id]')]"
        ".map((one) => one.id)).size"
    )


@pytest.mark.parametrize("path", ["glossary/", "ru/glossary/", "en/glossary/"])
def test_the_glossary_page_fits_a_phone(review: Served, page: Page, path: str) -> None:
    """Its entries lead to the places where the terms are used."""
    page.goto(f"{review.address}{path}#term-sco")
    expect(page.locator("#term-sco")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#term-sco .glossary__pages a").first.click()
    page.wait_for_url("**/introduction/#today-p1")
    expect(page.locator("#today-p1")).to_be_in_viewport()
