"""One work in the catalogue, to the letter: what is seen, what is filtered by, what is saved. No site.

A no-break space is written ⍽.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.topics import Topics
from sholu.catalogue.entries import CitingPage, Entries
from sholu.catalogue.facets import Facets
from sholu.catalogue.page import catalogue
from sholu.catalogue.spots import Spot
from sholu.citations.page import Citations
from sholu.citations.styles import style_of
from sholu.citations.text import html
from sholu.languages import language

WORKS = """@book{hiro2009, author = {Hiro, Dilip}, author_ru = {Хиро, Дилип}, title = {Inside Central Asia},
  year = {2009}, langid = {english}, country = {in}, keywords = {history}, note_en = {A remark.}}
@misc{unseen, title = {Nobody cites this}, langid = {english}, mention = {editors}}
"""
PAGE = CitingPage(
    "Rivers",
    "../rivers/",
    {"hiro2009": ("cite-hiro2009-1", "cite-hiro2009-2", "cite-hiro2009-3")},
    {
        "cite-hiro2009-1": Spot("", "", 1),
        "cite-hiro2009-2": Spot("x", "Lakes", 2),
        "cite-hiro2009-3": Spot("", "", 1, is_note=True),
    },
)
ITEMS = {
    "hiro2009": (
        '<li class="reference" id="ref-hiro2009" data-kind="book" data-country="in"'
        ' data-language="en" data-topic="history" data-mention="cited" data-year="2009"'
        ' data-first="1">'
        '<span class="reference__text">Hiro, D. (2009). <em>Inside Central Asia</em>.</span>'
        ' <details class="reference__details">'
        '<summary>Book · In the text: 3<span class="reference__noted"> · Editor’s'
        " note</span></summary>"
        '<span class="reference__note">'
        '<span class="reference__note-label">Editor’s note.</span> A remark.</span>'
        ' <span class="reference__names">'
        '<span class="reference__label">Names:</span> Hiro Dilip · <span lang="ru">Хиро'
        " Дилип</span></span>"
        ' <span class="reference__places">'
        '<span class="reference__label">In the text:</span>'
        ' <a href="../rivers/">Rivers</a>: <a href="../rivers/#cite-hiro2009-1"'
        ' aria-label="Rivers, para.⍽1">para.⍽1</a>; <a href="../rivers/#x">Rivers, Lakes</a>: <a'
        ' href="../rivers/#cite-hiro2009-2" aria-label="Rivers, Lakes, para.⍽2">para.⍽2</a>; <a'
        ' href="../rivers/">Rivers</a>: <a href="../rivers/#cite-hiro2009-3" aria-label="Rivers,'
        ' note⍽1">note⍽1</a></span>'
        ' <span class="reference__more">'
        '<span class="reference__like">'
        '<a href="?kind=book">Book</a> · <a href="?topic=history">history</a></span>'
        ' <span class="reference__files" data-entry="hiro2009" data-name="hiro2009">'
        '<a href="../references/references.bib" download="references.bib" aria-label="BibTeX:'
        ' hiro2009">BibTeX</a>'
        ' <a href="../references/references.ris" download="references.ris" aria-label="RIS:'
        ' hiro2009">RIS</a>'
        ' <a href="../references/references.json" download="references.json" aria-label="CSL-JSON:'
        ' hiro2009">CSL-JSON</a></span></span>'
        "</details>"
        "</li>"
    ),
    "unseen": (
        '<li class="reference" id="ref-unseen" data-kind="misc" data-country="sources"'
        ' data-language="en" data-topic="none" data-mention="editors">'
        '<span class="reference__text">'
        "<em>Nobody cites this</em>. (n.d.).</span>"
        ' <details class="reference__details">'
        "<summary>Other work</summary>"
        '<span class="reference__more">'
        '<span class="reference__like">'
        '<a href="?kind=misc">Other work</a></span>'
        ' <span class="reference__files" data-entry="unseen" data-name="unseen">'
        '<a href="../references/references.bib" download="references.bib" aria-label="BibTeX:'
        ' unseen">BibTeX</a>'
        ' <a href="../references/references.ris" download="references.ris" aria-label="RIS:'
        ' unseen">RIS</a>'
        ' <a href="../references/references.json" download="references.json" aria-label="CSL-JSON:'
        ' unseen">CSL-JSON</a></span></span>'
        "</details>"
        "</li>"
    ),
}


@pytest.fixture
def entries(tmp_path: Path) -> Entries:
    """The writer of the items, of a page in English."""
    path = tmp_path / "references.bib"
    path.write_text(WORKS, encoding="utf-8")
    library, problems = read_library(path, "references.bib")
    assert problems == ()
    page = language("en")
    citations = Citations(library, page, style_of("apa", library, page), {})
    return Entries(citations, Facets(page, Topics()), (PAGE,), "../")


@pytest.mark.parametrize("key", ITEMS)
def test_an_item_is_written(entries: Entries, key: str) -> None:
    """The entry, a line on it, and on request its note, names, places, works like it and files."""
    written = html((entries.item(entries.citations.library[key]),))
    assert written.replace("\u00a0", "⍽") == ITEMS[key]


def test_the_filters_offer_what_tells_the_works_apart(entries: Entries) -> None:
    """No choice stands first and never in the address; what all works share is no choice."""
    page = html(catalogue(entries, tuple(entries.citations.library), ()))
    for written in (
        '<select id="catalogue-sort" name="sort"><option value="*">',
        '<option value="year">',
        '<option value="book">Book (1)</option>',
        '<option value="none">',
        'data-shown="Shown: {n} of {total}">Shown: 2 of 2<',
    ):
        assert written in page
    assert 'name="language"' not in page
