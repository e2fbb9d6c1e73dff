"""Measures the search in a browser, beside Material's own: time to the first result, and bytes fetched.

    make bench                        this review, and 300 and 1,000 pages in each language
    SEARCH_PAGES=30 RUNS=1 make bench a quick one; SEARCH_PAGES= leaves the made-up reviews out

Material's own search gets the same pages, ready-made, as a site of one language with an index of its own. In
a site of all languages static-i18n puts their indexes into one: the last figures are for that, which is what
the same review has without Sholu. Both sites are served compressed. The search is opened, and a word typed,
as soon as the page has loaded. Bytes are those of the answers' bodies: Material fetches them on every view of
a page, Sholu when a reader opens the search.
Prints figures and judges none of them. Needs a Chromium: CHROMIUM, or what Playwright has installed.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright
from sholu.review.settings import EXTENSIONS

from benchmarks.build import (
    HOOK,
    LANGUAGES,
    Bench,
    Settings,
    build,
    copy_own,
    made_up_settings,
    own_settings,
)
from benchmarks.synthetic import words, write_review

# A hook of MkDocs, run last: keeps the HTML of each page with its lists filled.
KEEP = """
from pathlib import Path
from mkdocs.plugins import event_priority
FOLDER = Path({folder!r})

@event_priority(-1000)
def on_page_context(context, page, **_):
    (FOLDER / page.file.src_uri.replace("/", "--")).write_text(page.content, encoding="utf-8")
"""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
INDEX = "search/search_index.json"
SEARCHED = re.compile(r"/(search|lunr|workers)/")
# Words that the made-up texts have neither on every page nor seldom, and one of this review.
RANK = 60
OWN_WORDS = {"kk": "шекара", "ru": "граница", "en": "border"}
# Opens the search and types as a hand would do it: all at once, then a key comes up.
ASK = """word => new Promise((done) => {
  const list = document.querySelector(".md-search-result__list");
  const began = performance.now();
  new MutationObserver(() => {
    if (list.querySelector("li")) done(performance.now() - began);
  }).observe(list, { childList: true, subtree: true });
  document.querySelector("#__search").click();
  const input = document.querySelector(".md-search__input");
  input.focus();
  input.value = word;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "a" }));
})"""


@dataclass(frozen=True)
class Search:
    """What one opening of the search took."""

    milliseconds: float
    bytes: int


@dataclass
class Traffic:
    """The bytes that were sent for each address."""

    sent: dict[str, int] = field(default_factory=dict)


@cache
def compressed(path: Path) -> bytes:
    """Return a file as a server sends it."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Traffic]]:
    """Serve a folder, compressed; yield its address and what is sent."""
    traffic = Traffic()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = folder / unquote(urlsplit(self.path).path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            content = compressed(path)
            traffic.sent[self.path] = len(content)
            self.send_response(200)
            self.send_header("Content-Type", guess_type(path)[0] or "application/octet-stream")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            # Whoever has left a page wants no more of it.
            with suppress(ConnectionError):
                self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- its name there
            """Keep silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", traffic
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def measured(browser: Browser, folder: Path, home: str, word: str, runs: int) -> Search:
    """Open the search of a site some times, each with an empty cache."""
    results = []
    with served(folder) as (address, traffic):
        for _ in range(runs):
            traffic.sent.clear()
            context = browser.new_context()
            page = context.new_page()
            page.goto(address + home)
            milliseconds = page.evaluate(ASK, word)
            fetched = sum(size for path, size in traffic.sent.items() if SEARCHED.search(path))
            results.append(Search(float(milliseconds), fetched))
            context.close()
    return Search(median(one.milliseconds for one in results), results[-1].bytes)


def materials_own(code: str, theme: Path) -> Settings:
    """Return settings of a site of one language by Material alone."""
    return {
        "site_name": "Benchmark",
        "docs_dir": f"docs/{code}",
        "theme": {"name": "material", "language": code, "custom_dir": str(theme), "font": False},
        "plugins": ["search"],
        "markdown_extensions": [{name: dict(options)} for name, options in EXTENSIONS.items()],
    }


def build_both(bench: Bench, place: Path, settings: Settings) -> dict[str, Path]:
    """Build a review by Sholu, and of its HTML a site for each language by Material; return their folders."""
    kept = place / "kept"
    kept.mkdir()
    sites = {"": place / "site"}
    keep = bench.write(place, "keep", settings, KEEP.format(folder=str(kept)))
    print("  by Sholu, three languages …", flush=True)
    build(keep, sites[""], bench.caches)
    for code in LANGUAGES:
        own = place / f"kept-{code}"
        own.mkdir()
        for path in kept.glob(f"{code}--*"):
            path.rename(own / path.name.removeprefix(f"{code}--"))
        sites[code] = place / f"site-{code}"
        hook = HOOK.format(folder=str(own), keeps=False)
        print(f"  by Material, {LANGUAGES[code]} …", flush=True)
        alone = bench.write(place, f"material-{code}", materials_own(code, bench.theme), hook)
        build(alone, sites[code], bench.caches)
    return sites


def together(sites: dict[str, Path]) -> int:
    """Return the bytes of one index of all languages, as static-i18n makes it of those of each."""
    indexes = [json.loads((sites[code] / INDEX).read_text(encoding="utf-8")) for code in LANGUAGES]
    docs = [document for index in indexes for document in index["docs"]]
    content = json.dumps({**indexes[0], "docs": docs}, sort_keys=True, separators=(",", ":"))
    return len(gzip.compress(content.encode(), 9, mtime=0))


def compare(browser: Browser, sites: dict[str, Path], asked: dict[str, str], runs: int) -> list[str]:
    """Return a line for each language."""
    lines = []
    of_all = together(sites)
    for code, word in asked.items():
        home = "" if code == "kk" else f"{code}/"
        ours = measured(browser, sites[""], home, word, runs)
        theirs = measured(browser, sites[code], "", word, runs)
        merged = theirs.bytes - len(compressed(sites[code] / INDEX)) + of_all
        lines.append(
            f"  {LANGUAGES[code]:<10}{ours.milliseconds:>9.0f}{theirs.milliseconds:>10.0f}"
            f"{ours.milliseconds / theirs.milliseconds:>7.2f}"
            f"{ours.bytes / 1000:>11.1f}{theirs.bytes / 1000:>10.1f}{ours.bytes / theirs.bytes:>7.2f}"
            f"{merged / 1000:>14.1f}{ours.bytes / merged:>7.2f}"
        )
    return lines


def main() -> None:
    """Measure this review and the made-up ones; print the figures."""
    counts = [int(count) for count in os.environ.get("SEARCH_PAGES", "300 1000").split()]
    runs = int(os.environ.get("RUNS", "3"))
    head = f"{'Sholu ms':>19}{'Material':>10}{'ratio':>7}{'Sholu kB':>11}{'Material':>10}{'ratio':>7}"
    head += f"{'all languages':>14}{'ratio':>7}"
    lines = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None, args=ARGUMENTS
        )
        for count in (0, *counts):
            title = f"search, {count} pages a language" if count else "search, this review"
            print(f"Building for the {title} …", flush=True)
            with tempfile.TemporaryDirectory(prefix="sholu-bench-") as folder:
                bench = Bench(Path(folder), runs)
                place = Path(folder) / "review"
                if count:
                    place.mkdir()
                    write_review(place, count)
                    asked = {code: words(code).stock[RANK] for code in LANGUAGES}
                else:
                    copy_own(place)
                    asked = OWN_WORDS
                sites = build_both(bench, place, made_up_settings() if count else own_settings())
                lines += [title, head, *compare(browser, sites, asked, runs)]
        browser.close()
    print("", *lines, sep="\n")


if __name__ == "__main__":
    main()
