"""Every page of a site visited once in a real browser, for all tests that ask something of every page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.waiting import until_at_rest

Scheme = Literal["light", "dark"]
HEIGHT = 900
LONGEST_WAIT = 240_000

DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# All that comes when a reader goes down the page. What is lazy comes when it is nearer than 1,250 px,
# Chromium's threshold on a fast line: steps of twice that meet all of it.
TO_THE_END = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 2500) {
    scrollTo(0, y);
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""
# Elements that end right of the screen and don't stand in a box that scrolls by itself.
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.body.querySelectorAll('*')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 120)).slice(0, 5).concat(['wider than the screen'])"""
FACTS = """() => {
  const target = link => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const isHere = link => link.getAttribute('href').startsWith('#');
  const marks = [...document.querySelectorAll('a.citation__work')];
  const back = [...document.querySelectorAll('.reference__places a')].filter(isHere);
  return {
    language: document.documentElement.lang,
    scheme: document.body.dataset.mdColorScheme,
    canonical: document.querySelector('link[rel=canonical]')?.href ?? '',
    edit: document.querySelector('a[rel=edit]')?.href ?? '',
    versions: Object.fromEntries(
      [...document.querySelectorAll('.languages a')].map(one => [one.lang, one.href])),
    links: ['a[href]', 'link[href]', 'script[src]', 'img[src]'].flatMap(selector =>
      // In a drawing an address is an object, and may be written from the page.
      [...document.querySelectorAll(selector)].map(one =>
        one.href?.baseVal === undefined
          ? one.href || one.src : new URL(one.href.baseVal, document.baseURI).href)),
    citations: marks.length,
    lost: marks.filter(mark => !isHere(mark) || !target(mark)?.matches('li.reference')).map(mark => mark.id),
    unlisted: marks.filter(mark => !back.some(link => target(link) === mark)).map(mark => mark.id),
    astray: back.filter(link => target(target(link)) !== link.closest('li.reference')).map(link => link.hash),
  };
}"""


class Reader:
    """A page of the browser that writes down all that goes wrong."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        # Only what never comes is to fail, and not what comes late on a busy machine.
        context.set_default_timeout(LONGEST_WAIT)
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self._hear("error", str(error)))
        context.on("requestfailed", lambda request: self._fail(request.url, request.failure or ""))
        context.on("response", lambda response: self._answer(response.url, response.status))

    def _hear(self, kind: str, text: str) -> None:
        # A failed load has its own line, by _answer.
        if kind in {"error", "warning"} and not text.startswith("Failed to load resource"):
            self.complaints.append(f"{self.page.url}: {kind}: {text}")

    def _fail(self, url: str, failure: str) -> None:
        # Whoever leaves a page breaks off what it was loading; what a route broke off says ERR_FAILED.
        if "ERR_ABORTED" not in failure:
            self.complaints.append(f"{self.page.url}: asked for {url}: {failure}")

    def _answer(self, url: str, status: int) -> None:
        if status >= 400:
            self.complaints.append(f"{self.page.url}: {url} answers {status}")


@dataclass(frozen=True)
class Seen:
    """What a first visit to a page showed, all of it as JSON has it.

    `asked` are the addresses that the browser fetched at the first width until the reader was at the end of
    the page, `too_wide` what stood out of the screen at each width. `lost`, `unlisted` and `astray` are
    citations without an entry, citations that their entry does not name, and places that lead elsewhere.
    """

    path: str
    language: str
    scheme: str
    canonical: str
    edit: str
    versions: dict[str, str]
    links: list[str]
    citations: int
    lost: list[str]
    unlisted: list[str]
    astray: list[str]
    asked: list[str]
    too_wide: dict[str, list[str]]
    complaints: list[str]


@dataclass(frozen=True)
class Crawl:
    """The pages of a site as they were seen at an address, and the folder that was served there."""

    address: str
    folder: Path
    pages: tuple[Seen, ...]


class Visitor:
    """A reader who opens one page of a site after another and remembers nothing of those before.

    One tab for all: opening another costs a browser four times what a page in an open one does.
    """

    def __init__(self, context: BrowserContext, address: str, widths: Sequence[int]) -> None:
        self.address = address
        self.widths = widths
        self._asked: list[str] = []
        self._pending = 0
        for event, step in (("request", 1), ("requestfinished", -1), ("requestfailed", -1)):
            context.on(event, partial(self._count, step))  # type: ignore[call-overload]
        self.reader = Reader(context)
        # Each page is met by someone who was never here.
        self.reader.page.add_init_script("for (const one of [localStorage, sessionStorage]) one.clear()")

    def _count(self, step: int, request: Request) -> None:
        self._pending += step
        if step > 0 and not request.url.startswith(("data:", "blob:")):
            self._asked.append(request.url)

    def _settle(self) -> None:
        """Wait until what the page asked for has come and is drawn."""
        page = self.reader.page
        until_at_rest(page)
        while self._pending > 0:
            until_at_rest(page)

    def visit(self, path: str) -> Seen:
        """Open a page, go to its end, and look at it on each screen."""
        page, (first, *others) = self.reader.page, self.widths
        page.goto("about:blank")
        page.set_viewport_size({"width": first, "height": HEIGHT})
        self._asked.clear()
        self.reader.complaints.clear()
        page.goto(self.address + path)
        self._settle()
        facts = page.evaluate(FACTS)
        page.evaluate(TO_THE_END)
        self._settle()
        fetched = list(self._asked)
        too_wide = {str(first): page.evaluate(TOO_WIDE)}
        for width in others:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.evaluate(DRAWN)
            too_wide[str(width)] = page.evaluate(TOO_WIDE)
        complaints = list(self.reader.complaints)
        return Seen(path, **facts, asked=fetched, too_wide=too_wide, complaints=complaints)


def visit_all(
    browser: Browser, address: str, paths: Iterable[str], scheme: Scheme, widths: Sequence[int]
) -> list[Seen]:
    """Visit these pages of a site, each for the first time."""
    with browser.new_context(color_scheme=scheme) as context:
        visitor = Visitor(context, address, widths)
        return [visitor.visit(path) for path in paths]


def write_crawl(
    browser: Browser, address: str, paths: Iterable[str], scheme: Scheme, widths: Sequence[int]
) -> Callable[[Path], None]:
    """Return what visits these pages and writes what was seen into a folder."""

    def make(folder: Path) -> None:
        seen = visit_all(browser, address, paths, scheme, widths)
        content = {"address": address, "pages": [*map(asdict, seen)]}
        (folder / "crawl.json").write_text(json.dumps(content), encoding="utf-8")

    return make


def read_crawl(folder: Path, site: Path) -> Crawl:
    """Read what was seen of a site."""
    content = json.loads((folder / "crawl.json").read_text(encoding="utf-8"))
    return Crawl(content["address"], site, tuple(Seen(**page) for page in content["pages"]))
