"""References by number in a real site: over all pages, in the order of the menu, and in the list."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from tests.conftest import SmallSite

BIB = "".join(
    f"@book{{{key}, author={{{name}, A.}}, title={{{name}}}, year={{200{n}}}, langid={{english}}}}\n"
    for n, (key, name) in enumerate([("kim", "Kim"), ("orlova", "Orlova"), ("serik", "Serik")])
)
FIRST, SECOND = (
    "# One {#one}\n\nSee [@serik].\n",
    "# Two {#two}\n\nSee [@orlova; @serik, p. 7] {{ nocite('kim') }}\n",
)
# By its name the second page would come first.
FILES: dict[str, str | bytes] = {
    "references.bib": BIB,
    **{f"docs/{code}/index.md": FIRST for code in ("kk", "ru", "en")},
    **{f"docs/{code}/a.md": SECOND for code in ("kk", "ru", "en")},
}
OPTIONS = "citations: {kk: {system: numeric, numbering: review}, ru: {system: numeric}, en: {style: apa}}"


def said(site: Path, page: str) -> list[str]:
    """Return the citations of a page and the beginnings of its entries as a reader sees them."""
    text = (site / page / "index.html").read_text(encoding="utf-8")
    marks = re.findall(r'<span class="citation">(.*?)</span>', text)
    items = re.findall(r'<li class="reference".*?</li>', text)
    shown = [unescape(re.sub("<[^>]*>", "", one)).replace("\u00a0", " ") for one in (*marks, *items)]
    return [*shown[: len(marks)], *(one[:7] for one in shown[len(marks) :])]


def test_numbers_are_given_over_the_pages_of_the_menu_or_on_each_page(small_site: SmallSite) -> None:
    """One language may cite otherwise than another; works that are only listed come last."""
    code, output, site = small_site(FILES, OPTIONS)
    assert code == 0, output
    assert said(site, "") == ["[1]", "1. Seri"]
    assert said(site, "a") == ["[2; 1, 7-б.]", "1. Seri", "2. Orlo", "3. Kim "]
    assert said(site, "ru/a") == ["[1; 2, с. 7]", "1. Orlo", "2. Seri", "3. Kim "]
    assert said(site, "en/a")[0] == "(Orlova, 2001; Serik, 2002, p. 7)"
