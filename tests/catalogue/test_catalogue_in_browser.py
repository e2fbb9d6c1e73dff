"""What a reader does on the page of all works, in a real browser: filter, sort, share, go back, copy."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sholu.bibliography.bibtex import read_library
from sholu.exports import FORMATS

from tests.conftest import Served
from tests.waiting import until_at_rest

SHOWN = ".catalogue .references > .reference:not([hidden])"


def opened(browser: Browser, served: Served, path: str, **options: object) -> Page:
    """Open a page of this review."""
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.goto(served.address + path)
    if options.get("java_script_enabled", True):
        until_at_rest(page)
    return page


def keys(page: Page) -> list[str]:
    """Return the keys of the works that are shown, in their order."""
    return [item.get_attribute("id") or "" for item in page.locator(SHOWN).all()]


def test_a_choice_filters_stands_in_the_address_and_is_taken_back(browser: Browser, review: Served) -> None:
    """It is announced, and whoever gets the address sees the same, in every language."""
    page = opened(browser, review, "en/references/")
    status = page.locator(".catalogue__count[role=status]")
    expect(status).to_have_text("Shown: 44 of 44")
    page.get_by_label("Topic", exact=True).select_option("water")
    expect(status).to_have_text("Shown: 2 of 44")
    page.get_by_label("Order", exact=True).select_option("year")
    expect(page).to_have_url(re.compile(r"/en/references/\?topic=water&sort=year$"))
    assert keys(page) == ["ref-bostankulova2019", "ref-kulubaev2022"]
    shared = opened(browser, review, "ru/references/?topic=water&sort=year")
    assert keys(shared) == keys(page)
    expect(shared.get_by_label("Тема", exact=True)).to_have_value("water")
    page.go_back()
    page.go_back()
    expect(status).to_have_text("Shown: 44 of 44")
    expect(page.get_by_label("Topic", exact=True)).to_have_value("*")
    page.go_forward()
    expect(status).to_have_text("Shown: 2 of 44")
    page.locator(".languages a", has_text="Қаз").first.click()
    expect(page.locator(".catalogue__count[role=status]")).to_have_text("Көрсетілгені: 2, барлығы: 44")


def test_text_is_found_in_any_script_and_nothing_found_has_its_own_state(
    browser: Browser, review: Served
) -> None:
    """Typing leaves no steps behind; one button shows all works again."""
    page = opened(browser, review, "en/references/")
    field = page.get_by_label("Search in the list")
    for words in ("Лаумулин", "laumulin 2020", "Халықаралық жағдайы".lower()):
        field.fill(words)
        assert keys(page) == ["ref-laumulin2020"]
    field.fill("nothing of this kind")
    expect(page.get_by_text("No work fits this selection.")).to_be_visible()
    expect(page.locator(".catalogue__count[role=status]")).to_have_text("Shown: 0 of 44")
    page.get_by_role("button", name="Show all works").click()
    expect(page.locator(".catalogue__count[role=status]")).to_have_text("Shown: 44 of 44")
    assert not page.evaluate("location.search")


def test_every_facet_and_order_is_there(browser: Browser, review: Served) -> None:
    """Kind, country, language, topic, who mentions a work; author, year, first citation."""
    for query, expected in (
        ("kind=book", 1),
        ("country=jp", 1),
        ("language=en", 6),
        ("mention=named", 14),
        ("mention=editors", 18),
        ("mention=cited;named", 26),
        ("mention=cited;named&topic=diplomacy&country=kg", 1),
        ("mention=cited&topic=trade&country=sources", 2),
    ):
        page = opened(browser, review, f"en/references/?{query}")
        expect(page.locator(".catalogue__count[role=status]")).to_have_text(f"Shown: {expected} of 44")
        page.context.close()
    page = opened(browser, review, "en/references/?sort=year")
    years = [item.get_attribute("data-year") or "9999" for item in page.locator(SHOWN).all()]
    assert years == sorted(years)
    page.get_by_label("Order", exact=True).select_option("first")
    firsts = [int(item.get_attribute("data-first") or 9999) for item in page.locator(SHOWN).all()]
    assert firsts == sorted(firsts)
    assert firsts[0] == 1


def test_a_link_to_an_entry_leads_to_it_whatever_was_chosen(browser: Browser, review: Served) -> None:
    """From another page, or by a link like the topic of an entry."""
    page = opened(browser, review, "en/references/?kind=book#ref-laumulin2020")
    expect(page.locator("#ref-laumulin2020")).to_be_in_viewport()
    expect(page.locator(".catalogue__count[role=status]")).to_have_text("Shown: 44 of 44")
    page.locator("#ref-laumulin2020 summary").click()
    page.locator("#ref-laumulin2020").get_by_role("link", name="Politics").click()
    expect(page).to_have_url(re.compile(r"\?topic=politics"))


def test_a_list_is_copied_whole(browser: Browser, review: Served) -> None:
    """As text, without its heading, the same as in the file beside it."""
    page = opened(browser, review, "ru/references/", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".journal-list__norm", has_text="APA 7").click()
    page.get_by_role("button", name="References: Скопировать список").click()
    expect(page.get_by_role("button", name="References: Скопировать список")).to_have_text("Скопировано")
    copied = page.evaluate("navigator.clipboard.readText()")
    written = (review.folder / "references/apa.txt").read_text(encoding="utf-8").split("\n", 2)[2]
    assert copied.strip() == written.strip()


@pytest.mark.parametrize("place", ["server", "folder"])
def test_the_file_of_one_work_is_cut_out_of_that_of_all(browser: Browser, review: Served, place: str) -> None:
    """In each format as it would be written; the browser says so with the name of the work."""
    library, problems = read_library(review.folder / "references" / "references.bib", "references.bib")
    assert problems == ()
    page = opened(browser, review, "ru/references/")
    if place == "folder":
        page.goto(f"{review.folder.as_uri()}/ru/references/index.html")
        until_at_rest(page)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for key in ("hiro2009", "mdtsh1997"):
        (work,) = (one for one in library if one.key == key)
        for number, written in enumerate(FORMATS):
            with page.expect_download() as download:
                page.locator(f"#ref-{key} .reference__files a").nth(number).dispatch_event("click")
            assert download.value.suggested_filename == f"{key}.{written.ending}"
            read = json.loads if written.ending == "json" else str
            assert read(Path(download.value.path()).read_text(encoding="utf-8")) == read(written((work,)))


def test_without_a_script_the_list_is_whole_and_the_filters_are_away(
    browser: Browser, review: Served
) -> None:
    """Nothing is offered that would not work."""
    page = opened(browser, review, "references/?topic=water", java_script_enabled=False)
    assert len(keys(page)) == 44
    expect(page.locator(".catalogue__filters")).to_be_hidden()
    expect(page.locator("#ref-hiro2009 .reference__files a")).to_have_count(3)


def test_the_script_is_fetched_on_this_page_alone_and_nothing_moves(browser: Browser, review: Served) -> None:
    """At 360 pixels nothing sticks out."""
    page = browser.new_context(viewport={"width": 360, "height": 700}).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{review.address}en/literature/", wait_until="networkidle")
    assert not [url for url in asked if url.endswith("/references.js")]
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => {"
        "  for (const one of list.getEntries()) moved += one.value;"
        "}).observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{review.address}en/references/", wait_until="networkidle")
    assert [url for url in asked if url.endswith("/references.js")]
    assert page.evaluate("moved") < 0.02
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_two_languages_side_by_side_are_filtered_together(browser: Browser, review: Served) -> None:
    """Neither half of a pair stays behind."""
    page = opened(browser, review, "en/references/?with=ru&kind=book")
    expect(page.locator("#ref-hiro2009 .pair")).to_be_visible()
    expect(page.locator(".references .pair:visible")).to_have_count(1)
    page.get_by_label("Kind of work", exact=True).select_option("interview")
    expect(page.locator(".references .pair:visible")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"with=ru"))


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (
            "en/references/",
            {
                ".catalogue__files a": ["references.bib", "references.ris", "references.json"],
                "#ref-hiro2009 .reference__files a": ["hiro2009.bib", "hiro2009.ris", "hiro2009.json"],
                ".journal-list__tools a": ["references-gost-en.txt", "references-apa.txt"],
            },
        ),
        (
            # A browser lets a page begin ten downloads that no reader asked for: the others stand here.
            "ru/timeline/",
            {
                ".picture__files a": ["timeline.ru.svg", "timeline.ru.csv"],
                ".cite__files >> nth=0 >> a": [f"sholu-timeline.{kind}" for kind in ("bib", "ris", "json")],
            },
        ),
    ],
)
def test_a_file_has_the_name_of_the_thing(
    browser: Browser, review: Served, path: str, names: dict[str, list[str]]
) -> None:
    """A browser calls it as the link says, and a folder of downloads shows what it is."""
    page = opened(browser, review, path)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for selector, expected in names.items():
        links = page.locator(selector)
        assert links.count() == len(expected)
        for number, name in enumerate(expected):
            with page.expect_download() as download:
                links.nth(number).dispatch_event("click")
            assert download.value.suggested_filename == name
    every = [
        name
        for file in review.folder.rglob("*.html")
        for name in re.findall(r'\sdownload(?:="([^"]*)")?', file.read_text(encoding="utf-8"))
    ]
    assert len(every) > 200
    assert all(re.fullmatch(r"[\w.-]+\.(bib|ris|json|txt|svg|csv|pdf|epub)", name) for name in every)
