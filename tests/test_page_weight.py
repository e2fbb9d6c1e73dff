"""What a first visit to a page of this review costs: all that a browser fetches, as a server sends it.

Text is weighed as gzip, which hosts of static pages send; fonts and pictures are compressed by themselves.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT, Served, serve

LANGUAGES = ("kk", "ru", "en")
MOST_BYTES = 250_000
MOST_REQUESTS = 25
COMPRESSED = {".woff2", ".png", ".jpg", ".webp"}
# All that comes when a reader goes down the page: what is lazy counts as well.
TO_THE_END = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""


@dataclass(frozen=True)
class Visit:
    """The addresses that a browser asked for, and the bytes that came for those of the site."""

    own: tuple[str, ...]
    others: tuple[str, ...]
    size: int


def sent(path: Path) -> int:
    """Return how many bytes of a file go over the line."""
    content = path.read_bytes()
    return len(content if path.suffix in COMPRESSED else gzip.compress(content, 6, mtime=0))


def visit(browser: Browser, served: Served, path: str) -> Visit:
    """Open a page for the first time, go to its end, and weigh what was fetched."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto(served.address + path, wait_until="networkidle")
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    context.close()
    asked = [url for url in asked if not url.startswith(("data:", "blob:"))]
    own = [url for url in asked if url.startswith(served.address)]
    files = (served.folder / unquote(urlsplit(url).path).lstrip("/") for url in own)
    size = sum(sent(file / "index.html" if file.is_dir() else file) for file in files)
    return Visit(tuple(own), tuple(url for url in asked if url not in own), size)


def pages(code: str) -> list[str]:
    """Return the addresses of a language's pages, which are those of its texts."""
    start = "" if code == LANGUAGES[0] else f"{code}/"
    names = sorted(path.stem for path in (ROOT / "docs" / code).glob("*.md"))
    return [start if name == "index" else f"{start}{name}/" for name in names]


def test_there_are_texts_in_each_language() -> None:
    """Else the test below would weigh nothing."""
    assert all("introduction/" in " ".join(pages(code)) for code in LANGUAGES)


@pytest.mark.parametrize("path", [path for code in LANGUAGES for path in pages(code)])
def test_a_first_visit_is_light(browser: Browser, review: Served, path: str) -> None:
    """250 kB and 25 requests at most, all of them to the site itself."""
    seen = visit(browser, review, path)
    assert seen.others == ()
    assert len(seen.own) <= MOST_REQUESTS, seen.own
    assert seen.size <= MOST_BYTES
    # The page, its style sheets, script and font: less would mean that not all was heard.
    assert len(seen.own) >= 5
    assert seen.size > 100_000


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
    seen = visit(browser, heavy, "")
    assert seen.size > MOST_BYTES
    assert seen.others == ("http://elsewhere.invalid/x.png",)
