"""Twelve things that readers come to do, each done to its end in a real browser, in few steps."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.conftest import KINDS, Served
from tests.waiting import until

PERMISSIONS = ["clipboard-read", "clipboard-write"]
COPIED_HTML = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One reader for all tasks; what is printed goes nowhere."""
    with browser.new_context(permissions=PERMISSIONS, viewport={"width": 1280, "height": 900}) as context:
        context.add_init_script("window.print = () => { window.printed = true; }")
        yield context.new_page()


def search(page: Page, query: str) -> list[str]:
    """Ask the search; return where its first results lead, without the words that are marked there."""
    page.keyboard.press("f")
    page.fill(".md-search__input", "")
    until(page, "!document.querySelector('.md-search-result__list li')")
    page.fill(".md-search__input", query)
    page.wait_for_selector(".md-search-result__list a")
    addresses: list[str] = page.eval_on_selector_all(
        ".md-search-result__list > li > a:first-child",
        "all => all.slice(0, 8).map(one => one.href.replace(/\\?h=[^#]*/, ''))",
    )
    return addresses


def test_who_wrote_on_a_topic_and_where_a_work_is_cited(page: Page, review_below_path: Served) -> None:
    """By one choice in the catalogue; the places stand with the work. The list is a file with a name."""
    page.goto(f"{review_below_path.address}en/references/")
    page.get_by_label("Topic", exact=True).select_option("migration")
    shown = page.locator(".references > .reference:not([hidden])")
    assert {"ref-dzhumagulov2018", "ref-gaeva"} <= {one.get_attribute("id") for one in shown.all()}
    page.get_by_label("Topic", exact=True).select_option("*")
    page.get_by_label("Search in the list").fill("Hiro Inside Central Asia 2009")
    expect(shown).to_have_count(1)
    shown.locator("summary").first.click()
    places = shown.locator(".reference__places a")
    assert places.count() >= 3
    with page.expect_download() as download:
        page.locator(".catalogue__files a", has_text="BibTeX").first.click()
    assert download.value.suggested_filename == "references.bib"
    places.filter(has_text="State of research").first.click()
    page.wait_for_url("**/en/literature/#*")
    expect(page.locator(":target")).to_contain_text("Hiro")


def test_a_page_is_cited_and_its_italics_stay(page: Page, review_below_path: Served) -> None:
    """In two steps, by APA, dated today, with whose thoughts they are."""
    page.goto(f"{review_below_path.address}en/findings/")
    page.locator(".cite > summary").click()
    page.get_by_role("button", name="Copy: This page, APA 7").click()
    expect(page.locator(".cite__said")).to_have_text("Copied")
    assert "<em>Discussion and results</em>" in page.evaluate(COPIED_HTML)
    plainly = page.evaluate("navigator.clipboard.readText()")
    assert plainly.startswith("The Sholu authors. (2026). Discussion and results")
    assert "[A paraphrase of the article: " in plainly
    assert plainly.endswith(". https://user.github.io/repo/en/findings/")
    page.keyboard.press("Escape")


def test_a_section_is_printed_and_a_mistake_reported(page: Page, review_below_path: Served) -> None:
    """On the same page; the report names the page, its language and the paragraph."""
    page.goto(f"{review_below_path.address}en/findings/")
    page.locator(".print > summary").click()
    page.get_by_role("button", name="Water", exact=True).click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    assert page.evaluate(
        "[...document.querySelectorAll('article :is(h1, h2)')].filter(e => e.checkVisibility())"
        ".map(e => e.id)"
    ) == ["findings", "water"]
    # On one sheet, with no empty one behind it.
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert [len(sheet.extract_text()) > 1000 for sheet in sheets] == [True]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("[data-unprinted]").count() == 0
    # From the menu of a paragraph, by keyboard.
    page.locator("#water-p1 .block-link").focus()
    page.keyboard.press("Enter")
    report = page.locator(".paragraph-menu [data-report]")
    report.wait_for()
    address = str(report.get_attribute("href"))
    assert address.startswith("https://github.com/user/repo/issues/new?title=")
    assert all(words in address for words in ("en%2Ffindings%2F", "English%20%28en%29", "%23water-p1"))
    page.keyboard.press("Escape")


def test_a_paragraph_is_found_in_another_language_and_both_are_sent_on(
    page: Page, review_below_path: Served
) -> None:
    """By its menu; side by side, by a copied address that shows the same to whoever gets it."""
    page.goto(f"{review_below_path.address}en/findings/")
    page.locator("#water-p1 .block-link").focus()
    page.keyboard.press("Enter")
    page.locator(".paragraph-menu a[lang=kk]").click()
    page.wait_for_url("**/repo/findings/#water-p1")
    page.locator(".beside a[data-language=en]").click()
    other = page.locator(".pair:has(#water-p1) .pair__other")
    expect(other).to_contain_text("water relations")
    # The switch goes along with the reader.
    page.locator("#water-p1").scroll_into_view_if_needed()
    page.locator(".beside__copy").click()
    sent = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(sent)
    expect(page.locator("#water-p1")).to_be_in_viewport()
    expect(other).to_contain_text("water relations")
    page.locator(".beside a[data-language=en]").click()
    expect(page.locator(".pair")).to_have_count(0)


def test_links_to_paragraphs_are_reached_without_keys(page: Page, review_below_path: Served) -> None:
    """By who listens and touches: a button shows all, those of the text beside too."""
    page.goto(f"{review_below_path.address}en/findings/")
    signs = page.get_by_role("link", name="Permanent link to this paragraph")
    expect(signs).to_have_count(0)
    button = page.get_by_role("button", name="Links to paragraphs")
    # A finger brings up no title: the word stands there once it is on.
    word = page.locator(".signs-switch__word")
    assert word.evaluate("one => one.offsetWidth") <= 1
    button.click()
    assert word.evaluate("one => one.offsetWidth") > 50
    assert signs.count() > 20
    assert {sign.evaluate("one => getComputedStyle(one).opacity") for sign in signs.all()} == {"1"}
    page.locator(".beside a[data-language=ru]").click()
    page.get_by_role("link", name="Постоянная ссылка на этот абзац").first.wait_for()
    page.locator(".beside a[data-language=ru]").click()
    # A sign that had the focus stays among them.
    signs.first.click()
    page.locator(".paragraph-menu").wait_for()
    page.keyboard.press("Escape")
    button.focus()
    assert signs.count() > 20
    button.press("Enter")
    expect(signs).to_have_count(0)


def test_doubts_are_listed_with_their_places(page: Page, review_below_path: Served) -> None:
    """In brief, and every note; a link leads to the note itself."""
    page.goto(f"{review_below_path.address}ru/about/#doubts")
    notes = page.locator("#doubts ~ div.notes li[id^=note-]")
    assert notes.count() > 20
    notes.locator("a", has_text="Вода").first.click()
    page.wait_for_url("**/ru/findings/#*")
    expect(page.locator(".admonition.editor:has(:target), .admonition.editor:target")).to_contain_text(
        "Кулубаев"
    )


def test_an_abbreviation_is_explained_and_a_matter_found_in_any_words(
    page: Page, review_below_path: Served
) -> None:
    """In one field, in the language of the page: «судың бөлінуі», water sharing, вода; ШЫҰ."""
    site = review_below_path.address
    page.goto(f"{site}glossary/")
    assert f"{site}glossary/#term-sco" in search(page, "ШЫҰ")
    assert f"{site}findings/#water" in search(page, "судың бөлінуі")
    page.goto(f"{site}en/")
    assert f"{site}en/findings/#water" in search(page, "water sharing")
    page.goto(f"{site}ru/")
    found = search(page, "вода")
    assert f"{site}ru/findings/#water" in found
    told = page.inner_text(".md-search-result__meta")
    assert told.split()[0] == str(page.locator(".md-search-result__list > li").count())


# All that is pressed and seen. A link in a sentence is as high as its line (WCAG 2.2, 2.5.8): one with words
# beside it that are no links. Hidden boxes have a label to press.
SMALL = """() => {
  const shown = (one) => getComputedStyle(one).display;
  // Hundreds of links stand in a few blocks.
  const known = new Map();
  const hasWords = (block) => {
    if (!known.has(block)) known.set(block, wordsOf(block).replace(/[^\\p{L}]/gu, '').length > 8);
    return known.get(block);
  };
  const isInSentence = (link) => {
    if (shown(link) !== 'inline') return false;
    let block = link.parentElement;
    while (shown(block) === 'inline') block = block.parentElement;
    return hasWords(block);
  };
  const wordsOf = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let beside = '';
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest('a, button, [hidden]')) beside += walker.currentNode.data;
    }
    return beside;
  };
  const pressed = 'a[href], button, summary, select, input, textarea, label[for], [role=button]';
  return [...document.querySelectorAll(pressed)]
    .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(one => !one.matches('.md-toggle, .md-option, .md-skip') && !isInSentence(one))
    .map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
    .filter(([box]) => box.width && box.height && (box.width < 23.5 || box.height < 23.5))
    .map(([box, html]) => `${box.width} x ${box.height}: ${html}`);
}"""
WIDTHS = (1440, 768, 360)
SETTLED = """() => Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished))"""
# Opens one box after another, each alone, since panels lie one over another; what is too small in each.
SMALL_IN_EACH = f"""async () => {{
  const all = [...document.querySelectorAll('article details')];
  const boxes = all.filter(one => !one.closest('.reference ~ .reference'));
  const found = [];
  for (let place = -1; place < boxes.length; place += 1) {{
    boxes.forEach((box, number) => {{ box.open = number === place; }});
    // What is still growing as it comes has its size when it is there.
    await ({SETTLED})();
    found.push(...({SMALL})().map(one => `box ${{place}}: ${{one}}`));
  }}
  boxes.forEach(box => {{ box.open = false; }});
  return found;
}}"""
# Beside the words of the text there are the controls above it: to cite, to switch notes, to print.
# How many stops the tools of a page are; whether an article has no more stops than links and terms.
COUNTS = """() => {
  const article = document.querySelector(".md-content__inner")
  const stops = [...article.querySelectorAll("a[href], button, summary, input, select, [tabindex]")]
    .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
  const links = [...article.querySelectorAll("a[href]:not(.block-link, .headerlink), .term")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  return [stops.filter((one) => one.closest("[role=toolbar]")).length, stops.length <= links.length]
}"""
STOPS = """() => {
  const seen = (one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true });
  const article = document.querySelector('article');
  const all = article.querySelectorAll('a[href], button, summary, input, select, [tabindex]');
  const isMore = (one) => !one.matches('a, .term, .actions *') || one.matches('.block-link, .headerlink');
  return [...all].filter(seen).filter(isMore).map(one => one.outerHTML.slice(0, 90));
}"""


def test_names_for_a_listener_have_no_brackets(review_below_path: Served) -> None:
    """Those around a title that is a translation are for the eye; a term says that it is defined."""
    pages = [path.read_text(encoding="utf-8") for path in review_below_path.folder.rglob("index.html")]
    assert [name for page in pages for name in re.findall(r'aria-label="([^"]*[\[\]][^"]*)"', page)] == []
    links = [link for page in pages for link in re.findall(r'<a class="citation__work"[^>]*>\[.*?</a>', page)]
    assert links
    assert [link for link in links if "aria-label=" not in link] == []
    glossary = (review_below_path.folder / "en/glossary/index.html").read_text(encoding="utf-8")
    assert 'role="doc-glossary"' in glossary
    assert glossary.count("<dt><dfn>") == glossary.count("<dt>") > 20


def test_the_menu_of_a_narrow_screen_is_opened_by_keys(page: Page, review_below_path: Served) -> None:
    """One stop while it is closed, where nobody walks through links unseen; Escape leads back to it."""
    page.set_viewport_size({"width": 390, "height": 740})
    page.goto(f"{review_below_path.address}ru/findings/")
    button = page.get_by_role("button", name="Навигация")
    button.focus()
    stops = []
    for _ in range(9):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"))
    assert not any(stops)
    button.press("Enter")
    expect(page.locator(".md-nav--primary a").filter(has_text="Обзор").first).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert not page.is_checked("#__drawer")
    # A finger opens it as before.
    page.click(".md-header label[for=__drawer]")
    expect(page.locator(".md-nav--primary a").filter(has_text="Обзор").first).to_be_in_viewport()
    # What is not found has no menu, and no sign of one, which would only darken the page.
    page.goto(f"{review_below_path.address}ru/nowhere/")
    expect(page.locator(".lost h1")).to_be_visible()
    expect(page.locator("label[for=__drawer]:visible")).to_have_count(0)


def small_at_each_width(page: Page, look: str = SMALL) -> list[str]:
    """Return what is too small to be pressed."""
    found: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        # What is still growing as it comes has its size when it is there.
        page.evaluate(SETTLED)
        found += [f"{width}: {one}" for one in page.evaluate(look)]
    return found


@pytest.mark.parametrize("home", ["", "ru/", "en/"])
def test_all_that_is_pressed_is_large_enough(page: Page, review_below_path: Served, home: str) -> None:
    """24 px each way, on each kind of page at each width, whatever box is open."""
    for kind in KINDS:
        page.goto(f"{review_below_path.address}{home}{kind}")
        page.wait_for_function("document.querySelector('.js')")
        # A page is laid out anew at each width, which costs more than all its boxes.
        assert small_at_each_width(page, SMALL_IN_EACH) == [], f"{home}{kind}"
        if kind == "":
            page.click(".md-header label[for=__drawer]")
            page.evaluate(SETTLED)
            assert page.evaluate(SMALL) == []
    page.goto(f"{review_below_path.address}{home}nowhere/")
    assert small_at_each_width(page) == []


@pytest.mark.parametrize("home", ["", "ru/", "en/"])
def test_what_opens_over_a_page_is_large_enough(page: Page, review_below_path: Served, home: str) -> None:
    """The card of a citation and of a term, a paragraph's menu, the search in each state, both texts."""
    page.set_viewport_size({"width": 1440, "height": 800})
    page.goto(f"{review_below_path.address}{home}findings/")
    page.locator(".js").first.wait_for(state="attached")
    for opener, opened in {
        "a.citation__work": ".citation-card",
        ".term": ".term-tip",
        "#water-p1 .block-link": ".paragraph-menu",
    }.items():
        page.locator(opener).first.focus()
        if opener.endswith("link"):
            page.keyboard.press("Enter")
        page.locator(opened).first.wait_for()
        assert small_at_each_width(page) == [], opened
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": 1440, "height": 800})
    for query, shown in {
        "Kazakhstan": ".search-more",
        '"zz qq"': ".search-nothing",
    }.items():
        page.keyboard.press("f")
        page.fill(".md-search__input", query)
        page.locator(shown).wait_for()
        assert small_at_each_width(page) == [], query
        page.set_viewport_size({"width": 1440, "height": 800})
    page.keyboard.press("Escape")
    page.locator(".beside [data-language]").first.click()
    page.locator(".pair__other").first.wait_for()
    assert small_at_each_width(page) == []


@pytest.mark.parametrize("path", ["findings/", "ru/"])
def test_the_text_stops_nobody(page: Page, review_below_path: Served, path: str) -> None:
    """Tab stops at links and terms, at no sign of a paragraph."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(review_below_path.address + path)
    page.wait_for_function("document.querySelector('.js')")
    assert page.evaluate(STOPS) == []
    page.locator(".actions[role='toolbar']").wait_for()
    # What can be done with the page is one stop, from which arrows lead on, and Tab into the text.
    assert page.evaluate(COUNTS) == [1, True]
    first = page.locator("[role=toolbar] :is(a, button, summary)[tabindex='0']")
    first.focus()
    page.keyboard.press("ArrowRight")
    assert (
        page.evaluate("document.activeElement.matches('[role=toolbar] *') && document.activeElement.tabIndex")
        == 0
    )
    assert page.locator("[role=toolbar] :is(a, button, summary)[tabindex='0']").count() == 1
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('[role=toolbar] *')")


def test_the_small_timeline_is_lettered_as_the_text_beside_it(page: Page, review_below_path: Served) -> None:
    """In a window of any width: it is drawn for a telephone."""
    page.goto(review_below_path.address)
    for width in (360, 900, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        year = page.locator(".brief svg text").first.evaluate("one => one.getBoundingClientRect().height")
        words = page.locator(".brief p").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert 0.6 * words < year < 1.3 * words, width
