"""A little review with all that a page may hold, and this repository's own, each built with its files."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from tests.conftest import Once, build_review, make_site

CODES = ("kk", "ru", "en")
BIB = """@book{auezov:1942, author = {Әуезов, Мұхтар}, title = {Абай жолы}, year = {1942}, langid = {kazakh},
  note_en = {The second book came out in 1947.}}
@article{smith+, author = {Smith, Ann}, title = {Snow & Water}, journaltitle = {Rivers}, year = {2020},
  pages = {1--9}, langid = {english}, url = {https://example.org/a?b=1&c=2}}
@book{unread, author = {Doe, Jane}, title = {Never Cited}, year = {1999}, langid = {english}}
"""
HOME = """---
authors: [Ann Author, Мұхтар Әуезов]
---

# {title} {{#review}}

A paraphrase of an article.

## Abstract {{#abstract}}

What it is about: {letters}.

## Keywords {{#keywords}}

snow & ice; water, frozen; rivers.

## On this site {{#contents .site-only}}

- [Water](water.md)

### What is new {{#news}}

Nothing.

## Thanks {{#thanks}}

To the [second part](water.md#part-two).
"""
WATER = """# {title} {{#water}}

Rivers [@auezov:1942, p. 12] and snow [@{{smith+}}].[^1] Again.[^1]
{{ .lead }}

Only on a screen.
{{ .site-only }}

## Part one {{#part-one}}

See [below](#part-two), [a heading there](index.md#abstract), [elsewhere](https://example.org/) and
[the table of works](references.md#ref-auezov:1942).

| River | Length |
|-------|--------|
| Шу    | 1067   |

![A blue square](../assets/square.png)

!!! editor "Editor’s note"

    A doubt [@auezov:1942].

<figure><svg viewBox="0 0 10 10" role="img" width="40" height="40"><title>A circle</title>
<linearGradient id="g"><stop offset="0"/></linearGradient>
<circle cx="5" cy="5" r="4" fill="url(#g)"/></svg></figure>

## Part two {{#part-two}}

Run `make pdf`.

[^1]: A note with <em>two</em> sentences. It cites @auezov:1942.

    And a second paragraph.
"""
WORKS = "# {title} {{#works}}\n\n{{{{ bibliography() }}}}\n"
# HTML of yesterday, as authors paste it.
OLD = (
    '<center><font color="red">Old</font> <tt>type</tt> <foo onclick="x()">word</foo></center>\n\n'
    '<table border="1"><tr><td align="right" bgcolor="#eee" width="40">9</td></tr></table>\n\n'
    '<iframe src="https://example.org/film" title="A film"></iframe>\n'
)
ABOUT = (
    "# {title} {{#about}}\n\nAbout, [works](references.md) and [this site’s page](hidden.md). "
    f'<span class="site-only">Point at it.</span>\n\n{OLD}'
)
HIDDEN = "# Hidden {#hidden .site-only}\n\nNot for files.\n"
TITLES = {
    "kk": ("Су туралы шолу", "Су", "Әдебиеттер тізімі", "Басылым туралы"),
    "ru": ("Обзор о воде", "Вода", "Список литературы", "Об издании"),
    "en": ("A review of water", "Water", "Works", "About"),
}
LETTERS = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ ёщъ «—»"
NAV = "nav: [index.md, {Rivers: [water.md, references.md]}, about.md, hidden.md]\n"
MORE = f"site_url: https://water.example/\ncopyright: Text <b>CC BY</b>\n{NAV}"
CONFIG = """site_name: "Water: a small review"
theme: {{name: material}}
{more}plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {{locale: kk, name: Қазақша, default: true}}
        - {{locale: ru, name: Русский}}
        - {{locale: en, name: English}}
  - sholu: {{}}
"""


def png(width: int = 1, height: int = 1) -> bytes:
    """Return a blue PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x17\x5a\x7d" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def write_review(folder: Path, more: str = MORE) -> None:
    """Write the little review; `more` are further lines of its mkdocs.yml."""
    (folder / "docs" / "assets").mkdir(parents=True)
    (folder / "docs" / "assets" / "square.png").write_bytes(png())
    (folder / "references.bib").write_text(BIB, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(more=more), encoding="utf-8")
    for code, titles in TITLES.items():
        pages = {"index": HOME, "water": WATER, "references": WORKS, "about": ABOUT}
        written = {
            name: text.format(title=title, letters=LETTERS)
            for (name, text), title in zip(pages.items(), titles, strict=True)
        }
        (folder / "docs" / code).mkdir()
        for name, text in {**written, "hidden": HIDDEN}.items():
            (folder / "docs" / code / f"{name}.md").write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Built:
    """A site that was built with its files."""

    site: Path
    name: str

    def file(self, code: str, kind: str) -> Path:
        """Return one of its files."""
        return self.site / "files" / f"{self.name}.{code}.{kind}"


@dataclass(frozen=True)
class Sheet:
    """A page of a PDF: its text, and how high above its foot the lowest line of it stands, in points."""

    text: str
    lowest: float


@cache
def sheets(path: Path) -> tuple[Sheet, ...]:
    """Read the pages of a file, once for all that is asked of them."""
    return tuple(map(_sheet, PdfReader(path).pages))


def _sheet(page: PageObject) -> Sheet:
    heights: list[float] = []

    def see(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        if text.strip():
            heights.append(matrix[1] * place[4] + matrix[3] * place[5] + matrix[5])

    text = page.extract_text(visitor_text=see)
    # Above the number of the page.
    return Sheet(text, min((one for one in heights if one > 80), default=0.0))


@pytest.fixture(scope="session")
def little(once: Once) -> Built:
    """The little review, built with both kinds of files."""

    def make(folder: Path) -> None:
        write_review(folder)
        make_site(folder, {}, SHOLU_FILES="pdf,epub")

    return Built(once("little", make) / "site", "water-a-small-review")


@pytest.fixture(scope="session")
def whole(once: Once) -> Built:
    """This repository's review, built as it is published."""
    folder = once("whole", lambda made: build_review(made / "site", SHOLU_FILES="pdf,epub"))
    return Built(folder / "site", "kazakhstan-and-kyrgyzstan-a-review-of-the-studies")
