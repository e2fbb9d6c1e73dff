"""What a reader sees at a citation, in a real browser: the entry of the work, without leaving the place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import SMALL_CONFIG, Once, Served, make_site, serve
from tests.waiting import until_at_rest

WORKS = """
@book{hiro2009, author = {Hiro, Dilip}, title = {Inside Central Asia}, year = {2009}, langid = {english},
  doi = {10.5555/12345678}, note_kk = {Ескерту.}, note_ru = {Замечание.}, note_en = {A remark.}}
@book{auezov1942, author = {Әуезов, Мұхтар}, author_en = {Auezov, Mukhtar}, title = {Абай жолы},
  year = {1942}, langid = {kazakh}, title_en = {The path of Abai}}
"""
TEXT = "# {title} {{#top}}\n\nWords before [@hiro2009; @auezov1942] and words after.\n\nMore words.\n"


@pytest.fixture(scope="module")
def words() -> dict[str, str]:
    """The pages of a small review in three languages."""
    pages = {f"docs/{code}/index.md": TEXT.format(title=code) for code in ("kk", "ru", "en")}
    return {"references.bib": WORKS, **pages}


@pytest.fixture(scope="module")
def small_review(once: Once, words: dict[str, str]) -> Iterator[Served]:
    """Two works in one bracket, served."""
    config = SMALL_CONFIG.format(options="{}")
    folder = once("citation-card", lambda made: make_site(made, {**words, "mkdocs.yml": config}))
    yield from serve(folder / "site")


def opened(browser: Browser, served: Served, path: str = "en/", **options: object) -> Page:
    """Open a page of the review at the size of a laptop."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(served.address + path)
    if options.get("java_script_enabled", True):
        until_at_rest(page)
    return page


def card(page: Page) -> Locator:
    """Return the card, wherever it is."""
    return page.locator(".citation-card")


def test_a_pointer_shows_the_entry_of_the_work_that_it_rests_on(
    browser: Browser, small_review: Served
) -> None:
    """Each work of a bracket its own, with links and note; nothing is fetched and nothing moves."""
    page = opened(browser, small_review)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    height = "document.documentElement.scrollHeight"
    before = page.evaluate(height)
    page.hover("#cite-hiro2009-1")
    expect(card(page)).to_contain_text("Hiro, D. (2009). Inside Central Asia.")
    expect(card(page)).to_contain_text("A remark.")
    expect(card(page).get_by_role("link", name="https://doi.org/10.5555/12345678")).to_be_visible()
    page.hover("#cite-auezov1942-1")
    expect(card(page)).to_contain_text("Auezov, M. (1942).")
    expect(card(page)).not_to_contain_text("Hiro")
    expect(card(page)).to_have_count(1)
    assert page.evaluate(height) == before
    page.mouse.move(5, 5)
    expect(card(page)).to_have_count(0)
    assert asked == []


@pytest.mark.parametrize(
    ("path", "entry"),
    [("", "Hiro D. Inside Central Asia. 2009."), ("ru/", "Hiro D. Inside Central Asia. 2009.")],
)
def test_the_entry_is_that_of_the_page(browser: Browser, small_review: Served, path: str, entry: str) -> None:
    """By the norm of its language."""
    page = opened(browser, small_review, path)
    page.hover("#cite-hiro2009-1")
    expect(card(page)).to_contain_text(entry)


def test_the_keyboard_opens_it_leads_into_it_and_closes_it(browser: Browser, small_review: Served) -> None:
    """The link is described by the entry, so that a screen reader reads it; ↓ leads in, Escape back."""
    page = opened(browser, small_review)
    link = page.locator("#cite-hiro2009-1")
    page.locator("#cite-auezov1942-1").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    described = link.get_attribute("aria-describedby")
    assert described
    expect(page.locator(f"#{described}")).to_contain_text("Inside Central Asia")
    page.keyboard.press("ArrowDown")
    expect(card(page).get_by_role("link", name="https://doi.org")).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("button")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(link).to_be_focused()


def test_who_reads_on_by_the_tab_key_passes_no_card(browser: Browser, small_review: Served) -> None:
    """Each citation is one stop, however many links its entry has; the page names the key that leads in."""
    page = opened(browser, small_review)
    page.locator("#cite-auezov1942-1").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('.citation-card')")
    expect(page.locator(".keys")).to_contain_text("↓ from a citation into its card")


def test_the_entry_can_be_copied(browser: Browser, small_review: Served) -> None:
    """As plain text, without the editor's note."""
    page = opened(browser, small_review, permissions=["clipboard-read", "clipboard-write"])
    page.hover("#cite-hiro2009-1")
    card(page).get_by_role("button", name="Copy citation").click()
    expect(card(page).get_by_role("button")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (
        copied.replace("\u00a0", " ")
        == "Hiro, D. (2009). Inside Central Asia. https://doi.org/10.5555/12345678"
    )


def test_a_finger_opens_the_card_first_and_goes_to_the_list_by_it(
    browser: Browser, small_review: Served
) -> None:
    """Also at the edge of a phone, where the card stays on the screen."""
    page = opened(
        browser, small_review, viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    page.tap("#cite-auezov1942-1")
    expect(card(page)).to_contain_text("Auezov, M. (1942).")
    assert "#" not in page.url
    box = card(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    card(page).get_by_role("link", name="Show in the list").tap()
    expect(card(page)).to_have_count(0)
    assert page.url.endswith("#ref-auezov1942")


def test_without_scripts_a_citation_is_a_link_to_its_entry(browser: Browser, small_review: Served) -> None:
    """The list of the page says all that the card would."""
    page = opened(browser, small_review, java_script_enabled=False)
    page.click("#cite-hiro2009-1")
    assert page.url.endswith("#ref-hiro2009")
    expect(page.locator("#ref-hiro2009")).to_be_in_viewport()


def test_beside_another_language_each_text_has_its_own_entries(
    browser: Browser, small_review: Served
) -> None:
    """A citation of the Russian text shows the entry as the Russian page has it, and says its language."""
    page = opened(browser, small_review, "en/?with=ru")
    page.hover('[id="ru--top-p1"] .citation__work >> nth=1')
    expect(card(page)).to_contain_text("Әуезов М. Абай жолы. 1942.")
    expect(card(page).locator(".citation-card__entry")).to_have_attribute("lang", "ru")


# A button is put behind where the box would lie at once, so far from its edges: what is left of
# it, and how far the box has moved, in pixels.
LAY = """([across, down]) => {
  const [box, button] = ["div", "button"].map((name) => document.createElement(name));
  document.body.append(box, button);
  box.style.cssText = "position: absolute; width: 200px; height: 100px";
  button.style.cssText = "position: absolute; display: block; width: 40px; height: 24px; padding: 0";
  button.style.left = `${300 + across + scrollX}px`;
  button.style.top = `${526 + down + scrollY}px`;
  sholu.lay(box, { left: 300, top: 500, bottom: 520 }, 6, true);
  const [over, behind] = [box, button].map((one) => one.getBoundingClientRect());
  const lines = [over.top - behind.top, behind.bottom - over.bottom];
  const rests = [...lines, over.left - behind.left, behind.right - over.right];
  for (const one of [box, button]) one.remove();
  return { rest: Math.max(...rests), moved: [over.left - 300, over.top - 526] };
}"""


@pytest.mark.parametrize(
    ("at", "moved"),
    [
        ((60, 40), (0, 0)),  # wholly behind the box
        ((60, -30), (0, 0)),  # above it
        ((60, 90), (0, 14)),  # the lower 14 pixels would be left
        ((60, -14), (0, 10)),  # the upper 14 would: it is left whole
        ((168, 40), (8, 0)),  # the last 8 of a row
    ],
)
def test_a_box_leaves_no_small_rest_of_what_can_be_pressed(
    browser: Browser, small_review: Served, at: tuple[int, int], moved: tuple[int, int]
) -> None:
    """24 pixels of a target are seen, or none (WCAG 2.5.8), by the least way."""
    page = opened(browser, small_review)
    found = page.evaluate(LAY, at)
    assert tuple(found["moved"]) == moved
    assert found["rest"] <= 0 or found["rest"] >= 24
    page.context.close()


@pytest.fixture(scope="module")
def numbered_review(once: Once) -> Iterator[Served]:
    """Five works in a row, cited by their numbers."""
    works = "".join(
        f"@book{{k{number}, author = {{{name}, A.}}, title = {{Book {number}}}, year = {{200{number}}}}}\n"
        for number, name in enumerate(("Hiro", "Kim", "Lee", "Orr", "Poe"), 1)
    )
    text = "# {title} {{#top}}\n\nWords [@k1; @k2; @k3; @k4]. More [@k1; @k2; @k3; @k5].\n"
    pages = {f"docs/{code}/index.md": text.format(title=code) for code in ("kk", "ru", "en")}
    options = "citations: {kk: {system: numeric}, ru: {system: numeric}, en: {system: numeric}}"
    config = SMALL_CONFIG.format(options=options)
    files = {**pages, "references.bib": works, "mkdocs.yml": config}
    folder = once("numbered-card", lambda made: make_site(made, files))
    yield from serve(folder / "site")


def test_the_dash_of_a_range_shows_the_works_within_it(browser: Browser, numbered_review: Served) -> None:
    """By the pointer and by the Tab key; without a script it leads to the first of them."""
    page = opened(browser, numbered_review)
    expect(page.locator(".citation").first).to_have_text("[1–4]")
    dash = page.get_by_label("2, 3", exact=True)
    dash.first.hover()
    expect(card(page).locator(".reference__text")).to_have_text(
        ["Kim, A. (2002). Book 2.", "Lee, A. (2003). Book 3."]
    )
    expect(card(page).locator("strong")).to_have_text("2, 3")
    page.mouse.move(5, 5)
    expect(card(page)).to_have_count(0)
    page.locator("#cite-k1-1").focus()
    page.keyboard.press("Tab")
    expect(card(page)).to_contain_text("Book 3")
    page.keyboard.press("Tab")
    expect(card(page)).to_have_text(re.compile("Book 4"))
    expect(card(page)).not_to_contain_text("Book 3")
    assert dash.first.get_attribute("href") == "#ref-k2"
    places = page.locator("#ref-k3 .reference__places a, #ref-k3 .reference__back")
    expect(places.first).to_be_visible()
