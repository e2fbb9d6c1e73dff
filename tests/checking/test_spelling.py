"""Spelling of Russian and English pages, with the review's own words."""

from __future__ import annotations

import pytest
from sholu.checking.dictionaries import dictionary, is_installed
from sholu.checking.spelling import Speller
from sholu.checking.typed import TypedPage
from sholu.languages import use

pytestmark = pytest.mark.skipif(not is_installed(), reason="sholu[spelling] is not installed")


def slips(code: str, text: str, *own: str) -> list[tuple[str, str]]:
    """Return the words of a page that nobody knows, with what may have been meant."""
    use({}, ("kk", "ru", "en"))
    page = TypedPage("docs/a.md", code, text)
    speller = Speller(own)
    speller.learn_names([page])
    return [(str(one.values["word"]), str(one.values["near"])) for one in speller.misspelt(page)]


def misspelt(code: str, text: str, *own: str) -> list[str]:
    """Return the words of a page that nobody knows."""
    return [word for word, _ in slips(code, text, *own)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Договор подписан, соглашенне действует ещё.", ["соглашенне"]),
        ("ru", "Объём партнёрства и учёт; еще раз.", []),
        ("ru", "Статью писал Кулубаев. Кулубаев прав, у Кулубаева есть данные.", []),
        ("ru", "Казахско-русский, научно-технический, ОДКБ, А. М. Иванов, COVID-19 и SWOT.", []),
        ("en", "The agreemnet of neighbours, Dadabaev’s view, labour and organisations.", ["agreemnet"]),
        ("en", "Analyse the centre, colour, travelled, catalogue, defence, it’s, don't.", []),
        (
            "en",
            "`cmd nbps` [@hirro2009, p. 5] <b title='xqz'>bold</b> https://exmple.org &nbsp; a@exmple.org",
            [],
        ),
        ("en", "<span lang='fr'>le mot juste</span> and $\\alphaa$ {{ timline() }}", []),
        ("ru", "Само\u00adстоятельный источник, соглаше\u00adнне.", ["соглашенне"]),
        ("ru", "Бюджеты собраны А. Н. Доничем в 1912 году.", []),
        ("kk", "Қазақстанн туралыы", []),
    ],
)
def test_a_word_that_nobody_knows_is_found(code: str, text: str, expected: list[str]) -> None:
    """Names, acronyms, compounds, British spelling, code and other languages are none."""
    assert misspelt(code, text) == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", ["кыргызстанских", "приграничье"]),
        ("# кыргызстанский\nприграничье\n", ["кыргызстанских"]),
        ("кыргыз*\nприграничье", []),
        ("кыргызстанский\nприграничный", ["приграничье"]),
    ],
)
def test_words_of_the_review_are_known_with_their_endings(own: str, expected: list[str]) -> None:
    """From data/words.txt, the bibliography, the glossary; a remark there is no word."""
    assert misspelt("ru", "у кыргызстанских сёл, в них приграничье", own) == expected


def test_what_may_have_been_meant_is_told() -> None:
    """By the dictionary."""
    known = dictionary("en")
    assert known is not None
    assert known.near("agreemnet")[0] == "agreement"
    assert dictionary("kk") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # two letters of three, of four in other places; a letter that is left out, one for another
        ("teh", "the"),
        ("hte", "the"),
        ("lnad", "land"),
        ("agrement", "agreement"),
        ("qater", "water"),
        # what a dictionary offers for want of better is no help: it is another word
        ("shanyraks", ""),
        ("brotzeit", ""),
    ],
)
def test_a_word_that_was_meant_looks_like_what_was_typed(typed: str, meant: str) -> None:
    """The fewer letters it has, the more one slip weighs."""
    assert slips("en", f"We saw {typed} there.") == [(typed, meant)]


def test_a_name_that_nobody_knows_is_no_two_words() -> None:
    """As a dictionary of English would have it: "Di lip"."""
    use({}, ("kk", "ru", "en"))
    page = TypedPage("docs/a.md", "en", "Dilip tells the history of the region.")
    assert [(one.values["word"], one.values["near"]) for one in Speller(()).misspelt(page)] == [("Dilip", "")]
