"""This review as its readers meet it: every page in a real browser, on three screens, in light and dark."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.commands import mkdocs_anew
from tests.conftest import ROOT, Once, Served, serve
from tests.crawling import HEIGHT, TOO_WIDE, Crawl, Reader, Scheme, Seen, read_crawl, visit_all, write_crawl
from tests.waiting import until, until_at_rest, until_still

LANGUAGES = ("kk", "ru", "en")
WIDTHS = (360, 768, 1440)
# What a page does as it loads is seen on a laptop in light, on a phone in dark. Colours move nothing
# (`tests/test_theme.py`), nor does the place of the site, so that each page is opened and each width laid out
# once: the site at the root is visited in light, that below a path in dark.
CRAWLED: dict[Scheme, tuple[int, ...]] = {"light": WIDTHS[:0:-1], "dark": WIDTHS[:1]}
SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
MOST_BYTES = 250_000
MOST_REQUESTS = 25
COMPRESSED = {".woff2", ".png", ".jpg", ".webp"}
PUBLISHED = "https://user.github.io/repo/"


def paths(folder: Path, code: str) -> list[str]:
    """Return the paths of a language's pages from the root of the site; Kazakh stands there itself."""
    found = sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    own = [path for path in found if (path.split("/")[0] if path[:2] in LANGUAGES else "kk") == code]
    assert len(own) > 5
    return ["" if path == "." else f"{path}/" for path in own]


def sent(path: Path) -> int:
    """Return how many bytes of a file go over the line: text as gzip, which hosts of static pages send."""
    content = path.read_bytes()
    return len(content if path.suffix in COMPRESSED else gzip.compress(content, 6, mtime=0))


def weight(crawl: Crawl, page: Seen) -> int:
    """Return the bytes that came for a page from its own site."""
    own = [url.removeprefix(crawl.address) for url in page.asked if url.startswith(crawl.address)]
    files = (crawl.folder / unquote(urlsplit(url).path) for url in own)
    return sum(sent(file / "index.html" if file.is_dir() else file) for file in files)


def test_the_same_pages_are_there_in_all_languages(review: Served) -> None:
    """Under the same paths, so that the tests below see them all."""
    names = [{path.removeprefix(f"{code}/") for path in paths(review.folder, code)} for code in LANGUAGES]
    assert names[0] == names[1] == names[2]


@pytest.fixture
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A reader; a parameter gives the width of the screen and the colour scheme that is preferred."""
    screen: tuple[int, Scheme] = getattr(request, "param", (1440, "light"))
    width, scheme = screen
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    yield Reader(context)
    context.close()


# ---------------------------------------------------------------- every page

Visited = Callable[[str, Scheme], Crawl]


@pytest.fixture(scope="session")
def visited(once: Once, browser: Browser, review: Served, review_below_path: Served) -> Visited:
    """What a first visit to every page of a site shows in a language, in light or dark; each is made once."""
    sites: dict[Scheme, Served] = {"light": review, "dark": review_below_path}

    def seen(code: str, scheme: Scheme) -> Crawl:
        site = sites[scheme]
        make = write_crawl(browser, site.address, paths(site.folder, code), scheme, CRAWLED[scheme])
        return read_crawl(once(f"crawl-{code}-{scheme}", make), site.folder)

    return seen


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_fits_its_screen(visited: Visited, code: str, scheme: Scheme) -> None:
    """In its language and colours, with nothing scrolling sideways and no word in the console."""
    for page in visited(code, scheme).pages:
        assert page.too_wide == {str(width): [] for width in CRAWLED[scheme]}, page.path
        assert page.language == code
        assert page.scheme == SCHEMES[scheme]
        assert page.complaints == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_asks_for_nothing_but_what_is_there(visited: Visited, code: str, scheme: Scheme) -> None:
    """No third party, no missing file, also when the page has come to rest and its reader to its end."""
    crawl = visited(code, scheme)
    assert [complaint for page in crawl.pages for complaint in page.complaints] == []
    asked = [url for page in crawl.pages for url in page.asked]
    assert len(asked) > 5 * len(crawl.pages)
    assert [url for url in asked if not url.startswith(crawl.address)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_first_visit_is_light(visited: Visited, code: str) -> None:
    """250 kB and 25 requests at most, whatever the page, down to its end."""
    crawl = visited(code, "light")
    weights = {page.path: weight(crawl, page) for page in crawl.pages}
    assert {path: size for path, size in weights.items() if size > MOST_BYTES} == {}
    assert [page.asked for page in crawl.pages if len(page.asked) > MOST_REQUESTS] == []
    # The page, its style sheets, script and font: less would mean that not all was heard.
    assert min(len(page.asked) for page in crawl.pages) >= 5
    assert min(weights.values()) > 100_000


@pytest.fixture
def heavy(tmp_path: Path) -> Iterator[Served]:
    """A page that breaks the limits, below its first screen too."""
    (tmp_path / "large.png").write_bytes(bytes(MOST_BYTES))
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>x</title><p style="height: 5000px">x</p>'
        '<img loading="lazy" src="large.png"><img src="http://elsewhere.invalid/x.png">'
    )
    yield from serve(tmp_path)


def test_what_is_too_heavy_or_comes_from_elsewhere_is_seen(browser: Browser, heavy: Served) -> None:
    """The scales weigh what comes late, and name the third party."""
    (page,) = visit_all(browser, heavy.address, [""], "light", WIDTHS[-1:])
    crawl = Crawl(heavy.address, heavy.folder, (page,))
    assert weight(crawl, page) > MOST_BYTES
    assert [url for url in page.asked if not url.startswith(heavy.address)] == [
        "http://elsewhere.invalid/x.png"
    ]


def test_a_foreign_request_would_be_noticed(reader: Reader, review: Served) -> None:
    """The tests above can fail."""
    reader.page.goto(review.address)
    with reader.page.expect_console_message(lambda message: message.text == "broken"):
        reader.page.evaluate(
            "Promise.allSettled([fetch('https://example.org/'), fetch('/nowhere')])"
            ".then(() => console.error('broken'))"
        )
    heard = "\n".join(reader.complaints)
    assert "Content Security Policy" in heard
    assert "example.org" in heard
    assert [heard.count(words) for words in ("answers 404", "broken")] == [1, 1]


@pytest.mark.parametrize("reader", [(width, "light") for width in WIDTHS], ids=str, indirect=True)
def test_the_header_stands_before_a_script_has_run(reader: Reader, review: Served) -> None:
    """Material shows its search afterwards; the languages would jump aside as a reader reaches for them."""
    places = "() => [...document.querySelectorAll('.languages a')].map(one => one.getBoundingClientRect().x)"
    reader.page.goto(review.address)
    until_at_rest(reader.page)
    after = reader.page.evaluate(places)
    reader.page.route("**/assets/javascripts/**", lambda route: route.abort())
    reader.page.goto(review.address)
    assert "no-js" in (reader.page.get_attribute("html", "class") or "")
    assert reader.page.evaluate(places) == after


@pytest.mark.parametrize("path", ["introduction/", "timeline/"])
def test_a_page_is_printed_dark_on_light(browser: Browser, review: Served, path: str) -> None:
    """Also by a reader whose screen is dark: paper is white, and backgrounds are not printed."""
    look = """() => ['.md-typeset p', 'h1', 'h2', '.admonition', '.lane', '.event', '.event a', '.reference']
      .flatMap(one => [...document.querySelectorAll(one)].filter(one => one.checkVisibility()).slice(0, 3))
      .map(one => getComputedStyle(one))
      .map(style => [style.color, style.backgroundColor, style.borderColor])"""
    looks = []
    for scheme, name in SCHEMES.items():
        with browser.new_context(color_scheme=scheme, reduced_motion="reduce") as context:
            page = context.new_page()
            page.goto(review.address + path)
            assert page.get_attribute("body", "data-md-color-scheme") == name
            page.emulate_media(media="print", color_scheme=scheme)
            looks.append(page.evaluate(look))
    assert looks[0] == looks[1]
    assert len(looks[0]) > 5


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_no_sheet_holds_the_colophon_alone(reader: Reader, review: Served, code: str) -> None:
    """Below a picture that fills its sheet there is room for whose it is."""
    home = "" if code == "kk" else f"{code}/"
    reader.page.goto(f"{review.address}{home}literature-map/")
    until_at_rest(reader.page)
    sheets = PdfReader(io.BytesIO(reader.page.pdf(format="A4"))).pages
    assert min(len(sheet.extract_text()) for sheet in sheets) > 150


MOST_BLOCKING_BYTES = 32_000


def test_the_first_text_waits_for_its_style_sheets_alone(reader: Reader, review: Served) -> None:
    """No font and no script of ours takes of a slow line what they need, and no font moves what is read.

    On a line of 400 kb/s 32 kB are two thirds of a second.
    """
    address = f"{review.address}en/introduction/"
    html = (review.folder / "en/introduction/index.html").read_text(encoding="utf-8")
    head = html.partition("</head>")[0]
    assert not re.search(r"<link[^>]*preload", head)
    assert not re.search(r"<script[^>]*src=", head)
    assert all("low" in tag for tag in re.findall(r"<script[^>]*src=[^>]*>", html))
    sheets = [urljoin(address, href) for href in re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)]
    files = [review.folder / sheet.removeprefix(review.address) for sheet in sheets]
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= MOST_BLOCKING_BYTES
    # A face with an address is a font that comes; it may not come late.
    ours = files[-1].read_text(encoding="utf-8")
    faces = [face for face in re.findall(r"@font-face \{.*?\}", ours, re.DOTALL) if "url(" in face]
    assert len(faces) == 4
    assert all("font-display: optional" in face for face in faces)
    done: list[str] = []
    fonts: list[set[str]] = []
    reader.page.on("requestfinished", lambda request: done.append(request.url))
    reader.page.on(
        "request", lambda request: fonts.append(set(done)) if request.url.endswith("woff2") else None
    )
    reader.page.goto(address)
    # A busy machine lays the page out, and so asks for its faces, when the line has been quiet for a while.
    asked = "performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.woff2')).length"
    until(reader.page, f"{asked} >= 3")
    assert len(fonts) == 3
    assert all(set(sheets) <= before for before in fonts)


def test_a_phone_asks_for_no_font_before_the_first_page_stands(browser: Browser, review: Served) -> None:
    """The next page has them at once, and the words of the first never move."""
    family = "getComputedStyle(document.querySelector('article p[id]')).fontFamily"
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        fonts: list[str] = []
        page.on("load", lambda _: fonts.append("load"))
        page.on("request", lambda request: fonts.append("font") if request.url.endswith("woff2") else None)
        page.goto(f"{review.address}en/introduction/")
        assert page.evaluate(family).startswith('"Times for Source Serif"')
        until(page, "localStorage.getItem('sholu-faces')")
        assert fonts == ["load", "font", "font", "font"]
        assert page.evaluate(family).startswith('"Times for Source Serif"')
        page.goto(f"{review.address}en/conclusion/")
        assert page.evaluate(family).startswith('"Source Serif 4"')
    # All letters of a Kazakh word come from one face, which Times need not have on a Linux.
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{review.address}introduction/")
        assert page.evaluate(family).startswith('"Noto for Source Serif", "DejaVu for Source Serif", "Times')
    # So do those of Kazakh words on a page of another language.
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{review.address}en/glossary/")
        words = (
            "getComputedStyle(document.querySelector('.glossary__other > [lang=kk]:not([class])')).fontFamily"
        )
        assert page.evaluate(words).startswith('"Noto for Source Serif"')


def test_no_script_stands_before_a_style_sheet(review: Served) -> None:
    """A script waits for the sheets above it, and what stands behind it in a page with a policy waits for it.

    On a line of 400 kb/s a sheet behind a script cost a third of a second. What is for paper waits gladly.
    """
    pages = list(review.folder.rglob("index.html"))
    assert len(pages) > 30
    for path in pages:
        head, _, behind = path.read_text(encoding="utf-8").partition("<script")
        sheets = re.findall(r'<link rel="stylesheet"[^>]*>', behind)
        assert all('media="print"' in sheet for sheet in sheets), path
        assert "sholu.css" in head, path


# ---------------------------------------------------------------- links


@cache
def ids(path: Path) -> set[str]:
    """Return the ids in a page."""
    return set(re.findall(r'\sid="([^"]+)"', path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_link_within_the_site_leads_somewhere(visited: Visited, code: str, scheme: Scheme) -> None:
    """To a file, and to an id in it; the published site honours the path below which it stands."""
    site = visited(code, scheme)
    host = "{0.scheme}://{0.netloc}".format(urlsplit(site.address))
    broken = []
    for page in site.pages:
        for link in page.links:
            address, anchor = urldefrag(link.replace(PUBLISHED, site.address))
            # What a list or a picture shows stands after a question mark; the page is the same.
            address = address.partition("?")[0]
            if not address.startswith(host):
                continue
            target = site.folder / unquote(address.removeprefix(site.address))
            target = target / "index.html" if address.endswith("/") else target
            is_there = address.startswith(site.address) and target.is_file()
            if not is_there or (anchor and unquote(anchor) not in ids(target)):
                broken.append(f"{page.path}: {link}")
    assert broken == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_published_site_knows_its_address(visited: Visited, code: str) -> None:
    """Each page names its own, and "edit" opens the file of the page's language."""
    for page in visited(code, "dark").pages:
        assert page.canonical == PUBLISHED + page.path
        name = page.path.removeprefix(f"{code}/").rstrip("/") or "index"
        assert page.edit == f"https://github.com/user/repo/edit/main/docs/{code}/{name}.md"
        assert (ROOT / "docs" / code / f"{name}.md").is_file()


def test_every_citation_leads_to_its_entry_and_the_entry_back(visited: Visited) -> None:
    """On every page, in the three languages, as often in each."""
    counts: dict[str, dict[str, int]] = {}
    for code in LANGUAGES:
        pages = visited(code, "light").pages
        counts[code] = {page.path.removeprefix(f"{code}/"): page.citations for page in pages}
        for page in pages:
            assert (page.lost, page.unlisted, page.astray) == ([], [], []), page.path
    assert counts["kk"] == counts["ru"] == counts["en"]
    assert sum(counts["kk"].values()) > 30


def in_view(page: Page, selector: str) -> bool:
    """Tell whether an element can be seen below the header of the page."""
    box = page.locator(selector).bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    return header["y"] + header["height"] <= box["y"] + 1 < HEIGHT


@pytest.mark.parametrize("reader", [(360, "light"), (1440, "light")], ids=str, indirect=True)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reader_goes_to_an_entry_and_returns(reader: Reader, review: Served, code: str) -> None:
    """By two clicks; neither end is hidden under the header."""
    page = reader.page
    (path,) = (path for path in paths(review.folder, code) if path.endswith("literature/"))
    page.goto(review.address + path)
    mark = page.locator("a.citation__work").nth(3)
    place, entry = f"#{mark.get_attribute('id')}", str(mark.get_attribute("href"))
    mark.click()
    until(page, "location.hash === given", entry)
    until_still(page)
    assert in_view(page, entry)
    page.locator(f'{entry} .reference__places a[href="{place}"]').click()
    until(page, "location.hash === given", place)
    until_still(page)
    assert in_view(page, place)


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize("served", ["review", "review_below_path"])
def test_the_languages_lead_to_the_same_page(
    reader: Reader, served: str, request: pytest.FixtureRequest
) -> None:
    """By one click in the header, from each language to each, on each screen."""
    site: Served = request.getfixturevalue(served)
    page = reader.page
    homes = {code: "" if code == "kk" else f"{code}/" for code in LANGUAGES}
    page.goto(f"{site.address}methodology/")
    # What a finger in the middle of each link would hit.
    hit = """() => [...document.querySelectorAll('header .languages a')].map(link => {
      const { x, y, width, height } = link.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('a') === link && link.lang;
    })"""
    # One way through all nine pairs; on the other screens it is only looked whether a link can be hit.
    for step, other in enumerate(("ru", "en", "kk", "kk", "en", "en", "ru", "ru", "kk")):
        for width in WIDTHS if step < len(LANGUAGES) else ():
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert page.evaluate(hit) == list(LANGUAGES)
        page.set_viewport_size({"width": WIDTHS[step % len(WIDTHS)], "height": HEIGHT})
        page.locator(f'header .languages a[lang="{other}"]').click()
        page.wait_for_url(f"{site.address}{homes[other]}methodology/")
        page.wait_for_load_state()
        assert page.get_attribute("html", "lang") == other
        assert page.get_attribute("header .languages a[aria-current]", "lang") == other
    assert reader.complaints == []


def test_every_page_offers_the_same_page_in_each_language(visited: Visited) -> None:
    """The addresses of all pages, without a click."""
    for code in LANGUAGES:
        crawl = visited(code, "light")
        for page in crawl.pages:
            name = page.path.removeprefix(f"{code}/")
            assert page.versions == {
                other: crawl.address + ("" if other == "kk" else f"{other}/") + name for other in LANGUAGES
            }


# ---------------------------------------------------------------- what is not there


@pytest.mark.parametrize("served", ["review", "review_below_path"])
@pytest.mark.parametrize("reader", [(360, "dark"), (1440, "light")], ids=str, indirect=True)
def test_an_address_that_is_not_there_gets_a_page_in_three_languages(
    reader: Reader, served: str, request: pytest.FixtureRequest
) -> None:
    """With all that it needs, however deep the address, and a way to the three beginnings."""
    site: Served = request.getfixturevalue(served)
    page = reader.page
    lost = f"{site.address}ru/nowhere/at/all/"
    page.goto(lost, wait_until="networkidle")
    assert [complaint.partition(": ")[2] for complaint in reader.complaints] == [f"{lost} answers 404"]
    assert page.evaluate(TOO_WIDE) == []
    # It is no page of the review, whose description would stand there in one of its languages.
    names = page.eval_on_selector_all("head meta[name]", "all => all.map(one => one.name)")
    assert "robots" in names
    assert "description" not in names
    codes = page.eval_on_selector_all(".lost section", "all => all.map(one => one.lang)")
    assert codes == list(LANGUAGES)
    homes = page.eval_on_selector_all(".lost section a", "all => all.map(one => one.href)")
    assert homes == [site.address, f"{site.address}ru/", f"{site.address}en/"]


def test_a_page_that_is_not_there_finds_what_it_needs_below_a_path_that_nobody_told(
    browser: Browser, review: Served
) -> None:
    """A site built without its address may stand anywhere, as a preview does."""
    with contextmanager(serve)(review.folder, "/pull/12/") as site, closing(browser.new_page()) as page:
        page.goto(f"{site.address}ru/nowhere/at/all/")
        homes = page.eval_on_selector_all(".lost section a", "all => all.map(one => one.href)")
        assert homes == [site.address, f"{site.address}ru/", f"{site.address}en/"]
        sheets = page.evaluate("[...document.styleSheets].map(sheet => sheet.href).filter(Boolean)")
        assert [sheet.removeprefix(site.address).split("/")[0] for sheet in sheets] == ["assets"] * len(
            sheets
        )
        assert len(sheets) == 3
        until(page, "[...document.scripts].every(script => !script.src || script.src.includes('/pull/12/'))")
        page.keyboard.press("f")
        page.fill(".md-search__input", "шекара")
        page.wait_for_selector(f".md-search-result__list a[href^='{site.address}']")


# ---------------------------------------------------------------- the same bytes


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_building_twice_gives_the_same_bytes(review: Served, tmp_path: Path) -> None:
    """Whatever order Python's sets take."""
    command = ("build", "--strict", "--site-dir", str(tmp_path / "site"))
    code, output = mkdocs_anew(ROOT, *command, PYTHONHASHSEED="7")
    assert code == 0, output
    again = contents(tmp_path / "site")
    first = contents(review.folder)
    assert sorted(first) == sorted(again)
    assert [name for name, content in first.items() if again[name] != content] == []
    assert json.loads(first["search/search_index.json"])["docs"]
