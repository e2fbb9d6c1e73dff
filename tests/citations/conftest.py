"""A small library, and a page read against it without MkDocs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown
from sholu.bibliography.library import Library
from sholu.citations.markdown import CitationsExtension
from sholu.citations.reading import PageReading
from sholu.review.build import ReviewBuild
from sholu.review.choices import CitationChoice

BIBLIOGRAPHY = """
@book{hiro2009, author = {Hiro, Dilip}, author_ru = {Хиро, Дилип}, author_kk = {Хиро, Дилип},
  title = {Inside Central Asia}, publisher = {Overlook Press}, year = {2009}, langid = {english}}
@article{laumulin2020, author = {Лаумулин, М. Т.}, author_en = {Laumulin, M. T.},
  title = {Внешняя политика}, title_en = {Foreign policy}, title_latin = {Vneshnyaya politika},
  journal = {Вестник}, journal_latin = {Vestnik}, year = {2020}, langid = {russian}}
@book{smith:2019_a+b, author = {Smith, Jane}, title = {Water}, year = {2019}, langid = {english}}
@interview{talk2021, author = {Асанов, Азамат}, author_en = {Asanov, Azamat}, date = {2021-03-05},
  howpublished = {personal}}
"""


@pytest.fixture
def review(tmp_path: Path) -> ReviewBuild:
    """A review with four works, GOST in round brackets for Kazakh and Russian."""
    (tmp_path / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    round_gost = CitationChoice("gost", "round")
    build = ReviewBuild.begin(tmp_path, tmp_path / "references.bib", {"kk": round_gost, "ru": round_gost})
    assert build.problems == set()
    return build


@pytest.fixture
def library(review: ReviewBuild) -> Library:
    """The works of the small review."""
    return review.library


@pytest.fixture
def read_page(review: ReviewBuild) -> Callable[..., tuple[str, PageReading]]:
    """Convert a page as MkDocs would: macros, then Python-Markdown with our extension."""

    def read(text: str, code: str = "en", first_line: int = 1) -> tuple[str, PageReading]:
        path = review.root / "docs" / code / "page.md"
        reading = review.open_page(code, path, text, first_line)
        converter = Markdown(
            extensions=[
                "attr_list", "footnotes", "tables", "admonition", "md_in_html", "fenced_code", "toc",
                "pymdownx.inlinehilite",
                CitationsExtension(reading),
            ]
        )  # fmt: skip
        html = converter.convert(reading.source.text)
        reading.problems.extend(review.problems)
        return html, reading

    return read
