"""Straight apostrophes and quotation marks of titles are those of print."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sholu.bibliography.bibtex import library_of
from sholu.bibliography.straight_marks import in_print
from sholu.bibliography.words import Run, RunStyle, Words

from tests.rows import rows

ENGLISH = ("“", "”")


@rows(
    ("typed", "printed"),
    [
        ("L'art et l'histoire", "L’art et l’histoire"),
        ("Farmers' markets, women's rights", "Farmers’ markets, women’s rights"),
        ("Труды 'ИСА' и 'Наука'", "Труды 'ИСА' и 'Наука'"),
        ('The "open" well (a "new" one)', "The “open” well (a “new” one)"),
        ("L'histoire d'\"Angers\"", "L’histoire d’“Angers”"),
        ('A 27" screen and a 5" pipe', 'A 27" screen and a 5" pipe'),
        ('The "open well', 'The "open well'),
        ("Rock 'n' roll, the 1990's", "Rock 'n' roll, the 1990's"),
    ],
)
def test_marks_of_a_typewriter_become_those_of_print(typed: str, printed: str) -> None:
    """Feet, inches, single quotation marks and what nothing closes stay."""
    assert in_print(typed, ENGLISH) == printed


def test_quotation_marks_are_those_of_the_language_and_emphasis_stays() -> None:
    """Of a form in another language that language's."""
    typed = r"""@book{a, title = {Слово "степь" в \emph{"Абае"}}, title_en = {The word "steppe"},
      langid = {russian}, author = {O'Neill, Jane}, publisher = {King's College}}"""
    read = library_of(typed.encode(), "a.bib")[0]["a"]
    assert read.title.original == "Слово «степь» в «Абае»"
    assert isinstance(read.title.original, Words)
    assert [run.text for run in read.title.original.runs if run.marks] == ["«Абае»"]
    assert read.title["en"] == "The word “steppe”"
    assert (read.publisher.original, read.authors.original[0].family) == ("King’s College", "O'Neill")


@given(st.text("ab'\" s.(", max_size=20))
def test_no_sign_is_lost_and_all_else_stays(text: str) -> None:
    """With the marks of emphasis where they were."""
    words = Words((Run(text, frozenset({RunStyle.ITALIC})),))
    printed = in_print(words, ENGLISH)
    assert len(printed) == len(text)
    assert all(one == other or one in "'\"" for one, other in zip(text, printed, strict=True))
