"""Capitals and small letters as each language has them."""

from __future__ import annotations

from sholu.crossreferences.words import heading_label
from sholu.glossary.forms import Forms
from sholu.languages import as_sentence, capitalized, language, lower, lowered, upper

from tests.rows import rows


@rows(
    ("code", "small", "great"),
    [
        ("tr", "ikinci baskı", "İkinci baskı"),
        ("az", "ırmaq", "Irmaq"),
        ("kk-Latn", "ilim", "İlim"),
        ("kk", "қазақша", "Қазақша"),
        ("en", "in press", "In press"),
        ("nl", "ijsland", "IJsland"),
        ("nl", "in", "In"),
        ("ka", "ქართული", "ქართული"),
        ("hr", "ǆamija", "ǅamija"),
        ("el", "ὀδύσσεια", "Ὀδύσσεια"),
        ("en", "a film", "A film"),
        ("en", "", ""),
    ],
)
def test_words_begin_with_the_capital_of_their_language(code: str, small: str, great: str) -> None:
    """And with its small letter, the others as they are; Georgian has capitals for whole words only."""
    assert capitalized(small, code) == great
    assert lowered(great, code) == small


def test_a_letter_alone_that_is_no_word_keeps_its_capital() -> None:
    """The language R; in Russian a letter is a preposition."""
    assert (lowered("R News", "en"), lowered("О реках", "ru")) == ("R News", "о реках")


@rows(
    ("code", "small", "great"),
    [
        ("tr", "içindekiler ışık", "İÇİNDEKİLER IŞIK"),
        ("az", "giriş", "GİRİŞ"),
        ("uz", "ilmiy", "ILMIY"),
        # the last σ of a word is another
        ("el", "λόγος", "ΛΌΓΟΣ"),
        ("de", "maß", None),
    ],
)
def test_whole_words_change_as_their_language_has_it(code: str, small: str, great: str | None) -> None:
    """Without a dot above that Unicode leaves of İ; ẞ is not written for ß."""
    assert upper(small, code) == (great or "MASS")
    if great:
        assert lower(great, code) == small


def test_abbreviations_keep_their_capitals() -> None:
    """At the beginning of words that are put into a sentence."""
    assert [lowered(words, "tr") for words in ("TV dizisi", "İ. Ö.", "IŞIK", "Işık")] == [
        "TV dizisi", "i. Ö.", "IŞIK", "ışık",
    ]  # fmt: skip


def test_headings_typed_in_capitals_become_sentences() -> None:
    """As papers have them."""
    assert as_sentence("İÇİNDEKİLER", "tr") == "İçindekiler"
    assert as_sentence("ПАЙДАЛАНЫЛҒАН ӘДЕБИЕТТЕР", "kk") == "Пайдаланылған әдебиеттер"


def test_a_turkish_appendix_and_term_begin_as_turkish_words_do() -> None:
    """«ırmak» is found as «Irmak» and «İpek» as «ipek», never one for the other."""
    assert heading_label("A", language("tr"), is_appendix=True).startswith("Ek")
    forms = Forms(("ırmak", "ipek yolu"), language("tr"))
    text = "Irmak, İpek yolu; irmak, ıpek yolu."
    assert [text[one.start : one.end] for one in forms.find(text)] == ["Irmak", "İpek yolu"]
