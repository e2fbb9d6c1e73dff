"""How to cite: the page, the review and what it restates, by both norms, with files to take away."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import rispy
from lxml import html
from playwright.sync_api import Browser
from pybtex.database import parse_file
from sholu.languages import language

from tests.waiting import until

Files = dict[str, str | bytes]
Build = Callable[..., tuple[int, str, Path]]


def entries(path: Path) -> list[list[str]]:
    """Return the entries of each work on a page as a reader sees them without a script."""
    page = html.document_fromstring(path.read_text(encoding="utf-8"))
    (box,) = page.find_class("cite")
    assert box.tag == "details"
    return [
        [
            " ".join(text.text_content().replace("\u00a0", " ").split())
            for text in work.find_class("cite__text")
        ]
        for work in box.find_class("cite__work")
    ]


def test_a_page_is_cited_by_both_norms_in_its_language(site: Path) -> None:
    """As part of the review, the review as a whole, and the original; the day of reading is a blank."""
    page, review = "https://example.org/waters/rivers/", "https://example.org/waters/"
    read = "(дата обращения: дд.мм.гггг)."
    name = 'Воды: <обзор> & 6" споры'
    # Whose thoughts they are stands in each citation of the review.
    source = "Изложение работы: Ali Serik. Rivers; and </script> lakes"
    assert entries(site / "rivers" / "index.html") == [
        [
            (
                f'Orlova A. Реки & "озёра" / Институт вод // {name} : сайт. 2024. 6 мая. {source}. '
                f"URL: {page} {read}"
            ),
            f'Orlova, A., & Институт вод. (2024, 6 мая). Реки & "озёра" [{source}]. {name}. {page}',
        ],
        [
            f"Orlova A. {name} : сайт / Институт вод. 2024. {source}. URL: {review} {read}",
            f"Orlova, A., & Институт вод. (2024, 6 мая). {name} [{source}]. {review}",
        ],
        [
            "Serik A. Rivers; and </script> lakes. Steppe, 2001.",
            "Serik, A. (2001). Rivers; and </script> lakes. Steppe.",
        ],
    ]


def test_the_first_page_is_the_review(site: Path) -> None:
    """It is not cited as a part of itself."""
    english = entries(site / "en" / "index.html")
    assert len(english) == 2
    # The style of the page comes first.
    assert english[0][0] == (
        'Orlova, A., & Water Institute. (2024, May 6). Waters: A <review> & 6" quarrels '
        "[A paraphrase of: Ali Serik. Rivers; and </script> lakes]. https://example.org/waters/en/"
    )


def test_a_review_without_a_date_is_cited_by_the_day_of_reading(waters: Files, small_site: Build) -> None:
    """APA asks for it then, GOST always."""
    waters["data/review.bib"] = "@online{r, title = {Воды}, title_en = {Waters}, langid = {russian}}"
    code, output, site = small_site(waters)
    assert code == 0, output
    blank = language("en").interface["today_long"]
    assert entries(site / "en" / "index.html") == [
        [
            f"Waters. (n.d.). Retrieved {blank}, from https://example.org/waters/en/",
            "Waters : website. URL: https://example.org/waters/en/ (accessed: dd.mm.yyyy).",
        ]
    ]


def test_the_files_are_there_and_read_by_others(site: Path) -> None:
    """pybtex, rispy and JSON; each holds the work that stands above its link."""
    folder = site / "en" / "rivers"
    page = html.document_fromstring((folder / "index.html").read_text(encoding="utf-8"))
    found = []
    for work in page.find_class("cite__work"):
        (links,) = work.find_class("cite__files")
        paths = [(folder / link.get("href")).resolve() for link in links.iterfind("a")]
        assert [path.suffix for path in paths] == [".bib", ".ris", ".json"]
        bib, ris, csl = paths
        ((key, entry),) = parse_file(bib).entries.items()
        (record,) = rispy.loads(ris.read_text(encoding="utf-8"))
        (item,) = json.loads(csl.read_text(encoding="utf-8"))
        assert item["id"] == key
        assert record.get("title", record.get("primary_title")) == item["title"]
        remarks = (entry.fields.get("note", ""), " ".join(record.get("notes", [])), item.get("note", ""))
        assert [("Ali Serik. Rivers" in one) for one in remarks] == [key != "source"] * 3
        assert item.get("original-author", []) == [{"family": "Serik", "given": "Ali"}] * (key != "source")
        found.append((key, item["title"], item.get("URL", ""), entry.fields["year"]))
    assert found == [
        ("waters-rivers", 'Rivers & "lakes"', "https://example.org/waters/en/rivers/", "2024"),
        ("waters", 'Waters: a <review> & 6" quarrels', "https://example.org/waters/en/", "2024"),
        ("source", "Rivers; and </script> lakes", "", "2001"),
    ]


def test_pages_without_folders_have_records_and_twins_too(waters: Files, small_site: Build) -> None:
    """`use_directory_urls: false`, as for reading from a disk."""
    waters["mkdocs.yml"] = f"use_directory_urls: false\n{waters['mkdocs.yml']!s}"
    code, output, site = small_site(waters)
    assert code == 0, output
    for name in (
        "rivers.md",
        "rivers.bib",
        "index.md",
        "cite.json",
        "en/rivers.ris",
        "en/cite.bib",
        "en/index.md",
    ):
        assert (site / name).is_file(), name
    assert "https://example.org/waters/en/rivers.html" in entries(site / "en" / "rivers.html")[0][0]


def test_a_site_in_one_language_is_published_too(waters: Files, small_site: Build) -> None:
    """Without the plugin for languages."""
    config = (
        "site_name: Waters\nsite_url: https://example.org/w/\ntheme: {name: material}\nplugins: [sholu]\n"
    )
    files: Files = {name: text for name, text in waters.items() if not name.startswith("docs/")}
    files |= {
        "mkdocs.yml": config,
        "docs/index.md": "# Waters {#w}\n\nText.\n",
        "docs/about.md": "# A {#a}\n",
    }
    code, output, site = small_site(files)
    assert code == 0, output
    assert entries(site / "about" / "index.html")[0][1].startswith("Orlova A. A / Water Institute // Waters:")
    assert (site / "llms.txt").read_text(encoding="utf-8").count("](https://example.org/w/") == 2


# ---------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def address(review_below_path: object) -> str:
    """Where this review is served as it is published."""
    return str(getattr(review_below_path, "address", ""))


def test_a_reader_copies_an_entry_dated_today(browser: Browser, address: str) -> None:
    """With the keyboard alone; the status says so, Escape closes and gives the focus back."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}ru/introduction/")
    page.locator(".cite > summary").focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Скопировать: Эта страница, ГОСТ")
    button.wait_for()
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="Скопировано").wait_for()
    today = page.evaluate("new Date().toLocaleDateString('ru-RU')")
    copied = page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
    assert copied.startswith(
        "Введение / Авторы Sholu // Казахстан и Кыргызстан: обзор исследований : сайт. Версия 1.0. 2026."
    )
    assert copied.endswith(f"(дата обращения: {today}).")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    # A word processor gets the italics, also where a page may not write to the clipboard by itself.
    for forbid in ("", "navigator.clipboard.write = () => Promise.reject(); "):
        page.evaluate(f"{forbid}navigator.clipboard.writeText('')")
        page.get_by_role("button", name="Скопировать: Эта страница, APA").click()
        until(page, "navigator.clipboard.readText().then(words => words.includes('Введение'))")
        html_copied = page.evaluate(
            "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(one => one.text())"
        )
        assert re.search(r"<em\b[^>]*>Введение</em>", html_copied), html_copied
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert not page.locator("#cite .cite__panel").is_visible()
    context.close()


def test_nothing_moves_when_it_is_opened(browser: Browser, address: str) -> None:
    """It lies over the text."""
    page = browser.new_page()
    page.goto(f"{address}en/introduction/")
    before = page.locator("h1").bounding_box()
    page.locator(".cite > summary").click()
    page.locator(".cite__copy").first.wait_for()
    assert page.locator("h1").bounding_box() == before
    page.close()


def test_without_a_script_all_is_there_to_read_and_to_take(browser: Browser, address: str) -> None:
    """But for the buttons, which could do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}introduction/")
    page.locator(".cite > summary").click()
    assert page.locator(".cite__text").first.is_visible()
    assert page.locator(".cite__copy:visible").count() == 0
    for link in page.locator(".cite__files a").all():
        answer = context.request.get(f"{address}introduction/{link.get_attribute('href')}")
        assert answer.ok
    context.close()


def test_a_first_visit_asks_for_no_script_of_it(browser: Browser, address: str) -> None:
    """It comes when the box is opened, from the site itself."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}ru/introduction/", wait_until="networkidle")
    assert not [url for url in asked if url.endswith("cite.js")]
    page.locator(".cite > summary").click()
    page.locator(".cite__copy").first.wait_for()
    assert [url for url in asked if url.endswith("cite.js")]
    assert {url for url in asked if not url.startswith(address)} == set()
    page.close()
