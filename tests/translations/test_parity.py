"""Versions of a page that differ, on real builds; each with both places, and a way to say why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SmallSite = Callable[..., tuple[int, str, Path]]
BIB = "@book{hiro2009, author = {Hiro, Dilip}, title = {Inside}, year = {2009}}\n"
PAGE = "# T {{#t}}\n\nText {numbers} [@hiro2009, p. 3].\n\n## S {{#s}}\n\n- one\n- two\n"


def files(**changed: str) -> dict[str, str]:
    """Return a review whose three pages agree but for what is changed."""
    texts = {"kk": PAGE.format(numbers="1 990"), "ru": PAGE.format(numbers="1 990")}
    texts["en"] = PAGE.format(numbers="1,990")
    texts |= changed
    pages = {f"docs/{code}/index.md": text for code, text in texts.items()}
    return {**pages, "references.bib": BIB}


def test_versions_that_agree_are_built(small_site: SmallSite) -> None:
    """And each block has the same id in each of them."""
    code, output, site = small_site(files())
    assert code == 0, output
    for home in ("", "ru/", "en/"):
        page = (site / home / "index.html").read_text(encoding="utf-8")
        for identifier in ("t-p1", "s-p1", "s-p2"):
            assert f'id="{identifier}"' in page
            assert f'href="#{identifier}"' in page


ENGLISH = PAGE.format(numbers="1,990")


@pytest.mark.parametrize(
    ("english", "what"),
    [
        (ENGLISH.replace("1,990", "1,991"), "has the number 1991"),
        (ENGLISH.replace(" [@hiro2009, p. 3]", ""), "cites hiro2009 page 3, which is missing here"),
        (ENGLISH.replace("p. 3", "p. 4"), "cites hiro2009 page 4"),
        (ENGLISH.replace("- two\n", ""), "1 list item, but 2 list items"),
        (ENGLISH.replace("## S {#s}", "## S {#other}"), "the section {#s} is missing"),
        (ENGLISH.replace("Text", "![](x.png) Text").replace("x.png", "https://example.org/x.png"), "x.png"),
        (ENGLISH.replace("Text", "Text[^1]") + "\n[^1]: A note.\n", "1 footnotes"),
    ],
)
def test_a_difference_stops_the_build(small_site: SmallSite, english: str, what: str) -> None:
    """With the file and line of both versions."""
    code, output, _ = small_site(files(en=english))
    assert code == 1
    assert what in output
    assert "docs/en/index.md:" in output
    assert "docs/kk/index.md" in output


@pytest.mark.parametrize(
    "english",
    [
        ENGLISH.replace("Text 1,990", "<!-- differs: counted later -->\n\nText 2,000"),
        ENGLISH.replace("## S", "<!-- only here: for readers abroad -->\n\nOne more.\n\n## S"),
    ],
)
def test_a_difference_with_a_reason_is_allowed(small_site: SmallSite, english: str) -> None:
    """The author says why."""
    code, output, _ = small_site(files(en=english))
    assert code == 0, output
