"""The review with an ear in each page, and a tab of Firefox and of WebKit, which `make browsers` finds."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Once, Served, serve
from tests.engines.tabs import Tab, firefox, webkit

# Before the policy of the page, which would let no script of a test stand there. The name of a window
# outlives its pages. Three things are no faults: Firefox fetches the page that rel=next names beforehand,
# and tells of an error where a reader goes on before it has come; so it does of a script that a page asked
# for and is left before it comes (the search in a folder, in other languages); an observer of sizes tells
# of some later.
EAR = """<head><script>{
  const hear = (what) => { window.name += `${location.pathname}: ${what}`.replaceAll("\\n", " ") + "\\n"; };
  const isLater = (message) => message?.startsWith("ResizeObserver loop");
  let isLeft = false;
  addEventListener("beforeunload", () => { isLeft = true; });
  const isGivenUp = (target) => target.rel === "next" || (isLeft && target.localName === "script");
  const isNone = ({ message, target }) => isGivenUp(target) || isLater(message);
  addEventListener("error", (event) => isNone(event) || hear(event.message || event.target.outerHTML), true);
  addEventListener("unhandledrejection", (event) => hear(event.reason));
  addEventListener("securitypolicyviolation", (event) => hear(event.violatedDirective + event.blockedURI));
  for (const kind of ["error", "warn"]) console[kind] = (...words) => hear(words.join(" "));
  window.print = () => { window.printed = true; };
}</script>"""
# A page of any width in a window that can't be as narrow as a telephone.
SCREEN = (
    '<!doctype html><html lang="en"><title>x</title><iframe style="border: 0; height: 740px"></iframe></html>'
)


@pytest.fixture(scope="session")
def watched(once: Once, review: Served) -> Iterator[Served]:
    """This review, whose pages note what they complain of."""

    def make(folder: Path) -> None:
        shutil.copytree(review.folder, folder / "site")
        for path in (folder / "site").rglob("*.html"):
            html = path.read_text(encoding="utf-8")
            assert html.count("<head>") == 1, path
            path.write_text(html.replace("<head>", EAR), encoding="utf-8")
        (folder / "site" / "screen.html").write_text(SCREEN, encoding="utf-8")

    yield from serve(once("watched", make) / "site")


@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("firefox", "webkit")],
)
def engine(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A tab of each, open for all tests; without one the tests fail, they do not skip."""
    programs = {"firefox": ("FIREFOX",), "webkit": ("WEBKIT_DRIVER", "XVFB")}[request.param]
    missing = [name for name in programs if not shutil.which(os.environ.get(name, ""))]
    if missing:
        pytest.fail(f"{', '.join(missing)}: no such program is named; `make browsers` finds or installs them")
    paths = [os.environ[name] for name in programs]
    with firefox(*paths) if request.param == "firefox" else webkit(*paths) as tab:
        yield tab


@pytest.fixture
def tab(engine: Tab) -> Iterator[Tab]:
    """The tab; in the end no page may have complained."""
    yield engine
    engine.hear()
    faults, engine.faults = engine.faults, []
    assert faults == []
