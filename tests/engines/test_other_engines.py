"""What is likeliest to differ between engines, in Firefox and in WebKit: others see what Chromium does."""

from __future__ import annotations

import pytest

from tests.conftest import KINDS, Served
from tests.engines.tabs import Tab

RESULTS = "document.querySelectorAll('.md-search-result__list > li').length"
FOCUS_IN = "document.activeElement.closest(given[0]) !== null"
SCHEME = "document.body.dataset.mdColorScheme"
LANGUAGE = "document.documentElement.lang"
PATH = "location.pathname.endsWith(given[0])"
# Where the top of what is aimed at stands, from the top of the window.
TOP = "document.querySelector(given[0]).getBoundingClientRect().top"
HEADER = "document.querySelector('.md-header').getBoundingClientRect().bottom"
IN_FRAME = """(() => {
  const frame = document.querySelector("iframe");
  if (frame.src !== given[0]) { frame.src = given[0]; return false; }
  const page = frame.contentDocument;
  return page?.URL === given[0] && page.readyState === "complete" && page.querySelector(".js");
})()"""
# How much wider than its screen a page is, at each width: 0.
TOO_WIDE = """given[0].map((width) => {
  const frame = document.querySelector("iframe");
  frame.style.width = `${width}px`;
  const root = frame.contentDocument.documentElement;
  return Math.max(0, root.scrollWidth - root.clientWidth);
})"""
HEARD = "document.querySelector('iframe').contentWindow.name"


def search(tab: Tab, words: str) -> None:
    """Ask the search and wait for what it finds."""
    tab.press("f")
    tab.until(FOCUS_IN, ".md-search__input")
    tab.write(words)
    tab.until(RESULTS)


def pasted(tab: Tab) -> str:
    """Return what was copied, as a reader would put it into a field."""
    tab.press("f")
    tab.until(FOCUS_IN, ".md-search__input")
    tab.press("Control+a", "Control+v")
    text = tab.until("document.querySelector('.md-search__input').value")
    tab.press("Control+a", "Escape")
    return str(text)


def test_the_search_is_used_by_keys(tab: Tab, watched: Served) -> None:
    """It lists what it finds, the arrow and Enter lead there, and it is left by Tab and by Escape."""
    tab.open(f"{watched.address}ru/findings/")
    search(tab, "миграция")
    tab.press("Tab")
    for _ in range(40):
        if not tab.ask(FOCUS_IN, ".md-search"):
            break
        tab.press("Tab")
    assert not tab.ask("document.querySelector('#__search').checked")
    tab.press("f", "Escape")
    assert not tab.ask("document.querySelector('#__search').checked")
    tab.press("f")
    tab.until(RESULTS)
    tab.press("ArrowDown")
    assert tab.ask(FOCUS_IN, ".md-search-result__list a")
    tab.press("Enter")
    tab.until(PATH, "/ru/literature/")
    assert tab.until("document.querySelector('mark')?.textContent").lower().startswith("миграц")


def test_two_languages_stand_side_by_side(tab: Tab, watched: Served) -> None:
    """In rows that begin alike; the address that is copied shows the same, and a third language beside."""
    tab.open(f"{watched.address}en/findings/#water")
    tab.click(".beside a[data-language=kk]")
    tab.until("document.querySelector('.pair__other[lang=kk]')")
    one, other = (tab.ask(TOP, f".pair:has(#water-p1) > :nth-child({place})") for place in (1, 2))
    assert abs(one - other) < 2
    tab.ask("document.querySelector('#water-p1').scrollIntoView({ block: 'center', behavior: 'instant' })")
    tab.click(".beside__copy")
    tab.until("document.querySelector('.beside__copy').textContent === 'Copied'")
    address = pasted(tab)
    assert "?with=kk#" in address
    tab.open(address)
    tab.until("document.querySelector('.pair__other[lang=kk]')")
    tab.click(".languages [lang=ru]")
    tab.until("document.documentElement.lang === 'ru' && document.querySelector('.pair__other[lang=kk]')")
    tab.click(".beside a[data-language=kk]")
    tab.until("!document.querySelector('.pair')")


def test_a_citation_and_a_term_are_explained_where_they_stand(tab: Tab, watched: Served) -> None:
    """At the pointer and at the keyboard's focus; Escape closes the card and leads back."""
    tab.open(f"{watched.address}findings/")
    tab.hover("a.citation__work")
    tab.until("document.querySelector('.citation-card .reference__text')")
    box = tab.ask("document.querySelector('.citation-card').getBoundingClientRect().toJSON()")
    assert box["left"] >= 0
    assert box["right"] <= 1280
    tab.hover("h1")
    tab.until("!document.querySelector('.citation-card')")
    tab.ask("document.querySelector('a.citation__work').focus()")
    tab.press("Tab", "Shift+Tab")
    tab.until("document.querySelector('.citation-card')")
    tab.press("Escape")
    tab.until("!document.querySelector('.citation-card')")
    assert tab.ask(FOCUS_IN, "a.citation__work")
    tab.hover(".term")
    tab.until("document.querySelector('.term-tip')?.textContent.length > 20")


def test_a_reader_keeps_language_place_and_colours(tab: Tab, watched: Served) -> None:
    """From page to page; what is aimed at stands below the header."""
    tab.open(f"{watched.address}en/findings/#water-p1")
    assert tab.ask(SCHEME) == "default"
    tab.click(".md-header label[for=__palette_1]")
    tab.until(f"{SCHEME} === 'slate'")
    tab.click(".languages [lang=kk]")
    tab.until(f"{LANGUAGE} === 'kk' && document.readyState === 'complete'")
    assert tab.ask("location.hash").startswith("#water")
    tab.until(f"{TOP} >= {HEADER} - 1 && {TOP} < innerHeight / 2", tab.ask("location.hash"))
    assert tab.ask(SCHEME) == "slate"
    tab.click(".md-header label[for=__palette_0]")
    tab.until(f"{SCHEME} === 'default'")


def test_the_menu_of_a_narrow_window_is_opened_by_keys(tab: Tab, watched: Served) -> None:
    """Escape closes it and leads back to its button."""
    tab.open(f"{watched.address}en/findings/", width=500)
    tab.ask("document.querySelector('.menu-button').focus()")
    tab.press("Enter")
    tab.until(FOCUS_IN, ".md-sidebar--primary a")
    tab.press("Escape")
    tab.until(FOCUS_IN, ".menu-button")
    assert not tab.ask("document.querySelector('#__drawer').checked")


def test_a_page_is_cited_and_a_paragraph_sent(tab: Tab, watched: Served) -> None:
    """What is copied is what is pasted elsewhere."""
    tab.open(f"{watched.address}en/findings/")
    tab.click(".cite > summary")
    tab.click(".cite__copy[aria-label*=APA]")
    tab.until("document.querySelector('.cite__said').textContent === 'Copied'")
    tab.press("Escape")
    assert pasted(tab).startswith("The Sholu authors. (2026). Discussion and results")
    tab.ask("document.querySelector('#water-p1 .block-link').focus()")
    tab.press("Enter")
    tab.click(".paragraph-menu button")
    tab.until("document.querySelector('.paragraph-menu button').textContent === 'Copied'")
    tab.press("Escape")
    # It goes by and by, and gives the focus back then; no reader types the next key before.
    tab.until("!document.querySelector('.paragraph-menu')")
    assert pasted(tab).endswith("/en/findings/#water-p1")
    tab.hover("a.citation__work")
    tab.click(".citation-card button")
    tab.until("document.querySelector('.citation-card button').textContent.trim() === 'Copied'")
    tab.hover("h1")
    assert "1997" in pasted(tab)


def test_notes_are_put_away_and_a_section_is_printed(tab: Tab, watched: Served) -> None:
    """Notes stay away on other pages too, until a reader wants them back."""
    shown = "document.querySelector('.admonition.editor').getClientRects().length > 0"
    tab.open(f"{watched.address}ru/findings/")
    assert tab.ask(shown)
    tab.click(".notes-switch")
    tab.until(f"!({shown})")
    tab.open(f"{watched.address}ru/literature/")
    assert not tab.ask(shown)
    tab.click(".notes-switch")
    tab.until(shown)
    tab.click(".print > summary")
    tab.click(".print__panel li:not(:first-child) button")
    tab.until("window.printed")
    assert tab.ask("document.querySelectorAll('[data-unprinted]').length") > 3
    tab.ask("dispatchEvent(new Event('afterprint'))")
    tab.until("!document.querySelector('[data-unprinted]')")


def test_the_catalogue_shows_what_is_asked_for(tab: Tab, watched: Served) -> None:
    """By a word and by a choice, which the address keeps."""
    shown = "document.querySelectorAll('.references > .reference:not([hidden])').length"
    tab.open(f"{watched.address}en/references/")
    all_works = tab.ask(shown)
    tab.click("#catalogue-q")
    tab.write("Hiro")
    tab.until(f"{shown} < given[0] && {shown} > 0", all_works)
    tab.until("location.search.includes('q=Hiro')")
    tab.open(f"{watched.address}en/references/?topic=migration")
    tab.until(f"{shown} < given[0] && {shown} > 0", all_works)
    assert tab.ask("document.querySelector('#catalogue-topic').value") == "migration"


@pytest.mark.parametrize("home", ["", "ru/", "en/"])
def test_a_page_fits_its_screen(tab: Tab, watched: Served, home: str) -> None:
    """Of each kind, from a telephone to a laptop, and without a complaint."""
    tab.open(f"{watched.address}screen.html", width=1500)
    for kind in KINDS:
        tab.until(IN_FRAME, f"{watched.address}{home}{kind}")
        assert tab.ask(TOO_WIDE, [360, 768, 1440]) == [0, 0, 0], kind
    assert tab.ask(HEARD) == ""


def test_what_is_too_wide_or_goes_wrong_is_noticed(engine: Tab, watched: Served) -> None:
    """The tests above can fail."""
    engine.open(f"{watched.address}screen.html")
    engine.until(IN_FRAME, f"{watched.address}en/")
    engine.ask("document.querySelector('iframe').contentDocument.body.style.minWidth = '800px'")
    assert [wide > 0 for wide in engine.ask(TOO_WIDE, [360, 1440])] == [True, False]
    engine.open(f"{watched.address}en/")
    engine.ask("document.body.append(Object.assign(document.createElement('script'), { text: 'x' }))")
    engine.until("window.name")
    engine.hear()
    faults, engine.faults = engine.faults, []
    assert any("script-src" in fault for fault in faults)


def test_a_folder_is_read_as_a_site(tab: Tab, watched: Served) -> None:
    """Without a server: search, both texts side by side, cards, and links from page to page."""
    root = watched.folder.as_uri()
    tab.open(f"{root}/ru/findings/index.html")
    search(tab, "миграция")
    tab.click(".md-search-result__list a")
    tab.until(PATH, "/ru/literature/index.html")
    tab.click(".beside [data-language=kk]")
    tab.until("document.querySelector('.pair__other[lang=kk]')")
    tab.hover("a.citation__work")
    tab.until("document.querySelector('.citation-card .reference__text')")
    tab.click(".languages [lang=kk]")
    tab.until(PATH, "/site/literature/index.html")
    tab.until("document.querySelector('.pair__other[lang=ru]')")
