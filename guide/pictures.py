"""Draw the pictures of the guide anew: a small review as Sholu shows it today, `make pictures`.

    CHROMIUM=/usr/bin/chromium python guide/pictures.py

What each shows is one function; each is drawn in the three languages of the guide, 1,000 px wide.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ASSETS = Path(__file__).parent / "docs" / "assets"
WIDTH, HEIGHT = 1000, 620
# The first is the language of the example's root; what stands beside a page of each.
BESIDE = {"kk": "ru", "ru": "kk", "en": "kk"}
_TERMINAL = (
    "<body style='margin:0'><pre style='margin:0;padding:22px;background:#1f232b;color:#fff;"
    "font:18px/1.5 monospace;white-space:pre-wrap;box-sizing:border-box;width:1000px'>$ sholu check\n{}</pre>"
)


def sholu(folder: Path, *arguments: str, locale: str = "en") -> str:
    """Run a command of Sholu in a folder; return what it says."""
    command = Path(sys.executable).parent / "sholu"
    environment = {**os.environ, "LC_ALL": f"{locale}.UTF-8"}
    done = subprocess.run(
        [command, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def git(folder: Path, *arguments: str) -> None:
    """Run Git in a folder."""
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def begun(folder: Path) -> Path:
    """Make the example, build it, and keep it in Git."""
    said = sholu(folder, "demo", "example") + sholu(folder / "example", "build", "--strict")
    review = folder / "example"
    if not (review / "site" / "index.html").is_file():
        sys.exit(said)
    git(review, "init", "-q")
    git(review, "add", "-A")
    git(review, "commit", "-qm", "Begin")
    return review


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a site without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def first(page: Page, home: str, _: str) -> None:
    """The first page of a review."""
    page.goto(home)


def works(page: Page, home: str, _: str) -> None:
    """The catalogue of all works."""
    page.goto(f"{home}references/")


def card(page: Page, home: str, _: str) -> None:
    """The card of a citation, near the foot of the window."""
    page.goto(home)
    cited = page.locator("#abstract-p1 a.citation__work").first
    cited.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 340)")
    cited.hover()
    page.wait_for_timeout(800)


def beside(page: Page, home: str, code: str) -> None:
    """Two languages side by side, with an editor's note in each."""
    page.goto(f"{home}studies/")
    page.locator(f".beside a[data-language={BESIDE[code]}]").first.click()
    page.locator(".pair__other").first.wait_for()
    page.mouse.move(WIDTH - 1, HEIGHT // 2)


def check(page: Page, review: Path, code: str) -> None:
    """What `sholu check` says of a mistyped key, as a terminal shows it."""
    pages = [review / "docs" / one / "index.md" for one in BESIDE]
    for one in pages:
        one.write_text(
            one.read_text(encoding="utf-8").replace("laumulin2020", "laumulin2021"), encoding="utf-8"
        )
    said = sholu(review, "check", "--language", code)
    git(review, "checkout", "-q", ".")
    page.set_content(_TERMINAL.format(escape(said.strip())))


def changes(page: Page, review: Path, code: str) -> None:
    """The page with before and after of each changed paragraph."""
    text = review / "docs" / "kk" / "index.md"
    text.write_text(text.read_text(encoding="utf-8").replace("қазіргі", "бүгінгі"), encoding="utf-8")
    sholu(review, "changes", "--since", "HEAD", "--html", "changes.html", locale=code)
    git(review, "checkout", "-q", ".")
    page.goto((review / "changes.html").as_uri())


def kept(page: Page, name: str, height: int) -> None:
    """Write what a page shows as a picture of the guide."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => null)")
    shot = page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": height})
    Image.open(BytesIO(shot)).convert("RGB").save(ASSETS / f"{name}.webp", quality=80, method=6)
    sys.stdout.write(f"{name}.webp\n")


def main() -> None:
    """Draw all."""
    of_pages: tuple[Callable[[Page, str, str], None], ...] = (first, works, card, beside)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        review = begun(Path(folder))
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM"))
        with served(review / "site") as address:
            for code in BESIDE:
                home = address if code == next(iter(BESIDE)) else f"{address}{code}/"
                for draw in of_pages:
                    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
                    # The letters of a second page: a first one may come without (base.html).
                    page.goto(home)
                    page.wait_for_timeout(1500)
                    draw(page, home, code)
                    kept(page, f"{draw.__name__}.{code}", HEIGHT)
                    page.close()
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
                check(page, review, code)
                kept(page, f"check.{code}", int(page.locator("pre").bounding_box()["height"]))  # type: ignore[index]
                changes(page, review, code)
                kept(page, f"changes.{code}", 420)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
