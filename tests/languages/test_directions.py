"""What runs from right to left, and what is kept apart from it."""

from __future__ import annotations

from sholu.citations.text import Emphasis, Link, Span, html, in_scripts, isolated, kept_together
from sholu.languages import language
from sholu.languages.runs import direction_of, first_direction
from sholu.languages.typography import punctuated
from sholu.review import Review

from tests.rows import rows


@rows(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ur", "rtl"),
        ("kk", "ltr"),
        ("ar-Latn", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_language_has_the_direction_of_its_script(tag: str, direction: str) -> None:
    """Arabic in Latin letters runs as Latin does."""
    assert direction_of(tag) == direction


def test_the_first_letter_decides() -> None:
    """Signs and figures have no direction of their own."""
    assert first_direction("(2019) الخوري, Smith") == "rtl"
    assert first_direction("2019") == ""


def test_a_latin_entry_on_an_arabic_page_is_kept_apart() -> None:
    """Its full stop would stand before its first word."""
    entry = ("Smith, J. (2018). ", Emphasis(("Roads",)), ".")
    assert html(isolated(entry, "ar")) == '<span dir="ltr">Smith, J. (2018). <em>Roads</em>.</span>'
    assert isolated(entry, "en") == entry


def test_arabic_words_on_an_english_page_are_kept_apart() -> None:
    """A year behind them would go before them."""
    words = in_scripts(("الخوري, 2019",), "en")
    assert html(words) == '<span lang="und-Arab" dir="rtl">الخوري</span>, 2019'
    title = kept_together((Span(("درب الماء",), language="ar"),), "en")
    assert html(title) == '<span lang="ar" dir="rtl">درب الماء</span>'


def test_english_words_on_an_arabic_page_stay_with_their_number() -> None:
    """Unicode's own rules do that; an element that held the letters alone would part them."""
    assert html(in_scripts(("(ISO 9001)",), "ar")) == '(<span lang="en">ISO</span> 9001)'


def test_an_address_on_an_arabic_page_is_kept_apart() -> None:
    """Else its second line stands before its first."""
    link = Link(("https://example.org/a",), "https://example.org/a")
    assert html(kept_together((link,), "ar")) == (
        '<span dir="ltr"><a href="https://example.org/a">https://example.org/a</a></span>'
    )


@rows(
    ("words", "written"),
    [
        ("الخوري, 2019, ص 12; Smith, 2018", "الخوري، 2019، ص 12؛ Smith, 2018"),
        (", 4(2), 12", "، 4(2)، 12"),
        ("Smith, 2018, ص 5", "Smith, 2018، ص 5"),
        ("1,5", "1,5"),
    ],
)
def test_arabic_has_signs_of_its_own(words: str, written: str) -> None:
    """But not behind a word in other letters, unless one of its own comes next."""
    assert punctuated(words, "ar", is_own=True) == written
    assert punctuated(words, "en", is_own=True) == words


@rows(
    ("code", "last", "joined"),
    [
        ("he", "Doe", "Smith ו־Doe"), ("he", "כהן", "Smith וכהן"), ("ar", "Doe", "Smith و Doe"),
        ("ar", "حسين", "Smith وحسين"), ("fa", "Doe", "Smith و Doe"), ("de", "Дое", "Smith und Дое"),
    ],
)  # fmt: skip
def test_and_stands_apart_from_letters_of_another_script(code: str, last: str, joined: str) -> None:
    """In Hebrew by a maqaf (the Academy's rule for letters that are not Hebrew), in Arabic by a space."""
    assert language(code).listed(["Smith", last]) == joined


def test_a_citation_in_arabic_is_kept_apart_where_all_of_it_runs_the_other_way() -> None:
    """A page in words of Arabic belongs to the sentence, behind the name and the year."""
    page = review_page("انظر [@smith] و[@smith، ص 33].")
    assert '<span dir="ltr"><span lang="en">Smith</span>, 2018</span>' in page
    assert '<span lang="en">Smith</span>, 2018، ص 33' in page.replace("\u00a0", " ")
    assert page.count('dir="ltr"') == 1 + page.count('class="reference"')


def review_page(text: str) -> str:
    """Return the HTML of a page in Arabic that cites a book in English."""
    settings = (
        "site_name: R\nplugins:\n  - sholu\n  - i18n:\n      languages:\n"
        "        - {locale: ar, name: A, default: true}\n"
    )
    work = "@book{smith, author = {Smith, J.}, title = {Roads}, publisher = {P}, year = {2018}}"
    review = Review.from_texts(
        {"mkdocs.yml": settings, "docs/ar/index.md": f"# م {{#m}}\n\n{text}\n", "references.bib": work}
    )
    (page,) = review.pages.values()
    return page.html
