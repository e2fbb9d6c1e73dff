"""Measures when a reader on a slow line sees the first text of each page, beside bare Material.

    make bench                             every page of this review, five times each
    FIRST_TEXT=findings RUNS=3 make bench  one page in each language; FIRST_TEXT= leaves all out

The line is one of 400 kb/s whose answers take 400 ms more, the phone one of 360 by 740 pixels whose cache is
empty. Pages are asked for in turns, ours and the bare one of the same text, so that a busy machine favours
none. Both sites are served compressed. Prints figures and judges none of them.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks.build import LANGUAGES, Bench, bare, build, copy_own, own_settings
from benchmarks.search import ARGUMENTS, served

# Milliseconds, and bytes a second.
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PHONE = ViewportSize(width=360, height=740)
# Chromium's own word for it: First Contentful Paint.
PAINTED = """() => new Promise((done) => {
  const seen = (list) => {
    const [paint] = list.getEntriesByName("first-contentful-paint");
    if (paint) done(paint.startTime);
  };
  new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
})"""


def first_text(browser: Browser, address: str) -> float:
    """Return the milliseconds until a page shows text, to a reader who comes for the first time."""
    context = browser.new_context(viewport=PHONE)
    try:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", LINE)
        page.goto(address, wait_until="commit")
        return float(page.evaluate(PAINTED))
    finally:
        context.close()


def compare(browser: Browser, sites: tuple[Path, Path], pages: Iterable[str], runs: int) -> list[str]:
    """Return a line for each page, named by its folder: ours, the bare one, in milliseconds."""
    lines = []
    with served(sites[0]) as (ours, _), served(sites[1]) as (theirs, _):
        for page in pages:
            turns = [
                (first_text(browser, ours + page), first_text(browser, theirs + page)) for _ in range(runs)
            ]
            own, bare_one = (median(times) for times in zip(*turns, strict=True))
            lines.append(f"  {page or '(home)':<34}{own:>9.0f}{bare_one:>10.0f}{own / bare_one:>7.2f}")
            print(lines[-1], flush=True)
    return lines


def pages_of(site: Path, asked: str) -> list[str]:
    """Return the folders of the pages of a site, in the order of their names: all, or those of one name."""
    folders = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    named = sorted("" if folder == "." else f"{folder}/" for folder in folders)
    return [page for page in named if asked == "all" or f"{asked}/" in page]


def main() -> None:
    """Measure this review; print the figures."""
    asked = os.environ.get("FIRST_TEXT", "all")
    if not asked:
        return
    runs = int(os.environ.get("RUNS", "5"))
    with tempfile.TemporaryDirectory(prefix="sholu-bench-") as folder, sync_playwright() as playwright:
        bench = Bench(Path(folder), runs)
        place = Path(folder) / "review"
        copy_own(place)
        sites = (place / "site", place / "bare")
        settings = own_settings()
        print(f"Building this review in {len(LANGUAGES)} languages, by Sholu and bare …", flush=True)
        build(bench.write(place, "sholu", settings), sites[0], bench.caches)
        build(bench.write(place, "material", bare(settings, bench.theme)), sites[1], bench.caches)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None, args=ARGUMENTS
        )
        print(f"{'first text on a slow line':<36}{'Sholu ms':>9}{'Material':>10}{'ratio':>7}")
        compare(browser, sites, pages_of(sites[0], asked), runs)
        browser.close()


if __name__ == "__main__":
    main()
