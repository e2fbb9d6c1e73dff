"""Letters of another alphabet in a word, and signs that a language writes otherwise."""

from __future__ import annotations

import pytest
from sholu.checking.letters import look_alikes, typography, without_markup
from sholu.languages import use


def letters(text: str) -> list[tuple[str, str]]:
    """Return code and mend of each finding."""
    return [(one.code, str(one.values["right"])) for one in look_alikes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кaзахстан", [("O001", "Казахстан")]),
        ("CСCР", [("O001", "СССР")]),
        ("Kazakhstаn", [("O001", "Kazakhstan")]),
        ("қaзақ тiлі", [("O001", "қазақ"), ("O001", "тілі")]),
        ("əлем, дəуір", [("O002", "әлем"), ("O002", "дәуір")]),
        ("вода c гор", [("O001", "с")]),
        ("Казахстан и Kazakhstan, COVID-19-дың, SWOT-талдау, iPhoneда", []),
        ("витамин C, x и y, ə in phonetics, Əliyev", []),
        ("naïve Schröder Ёлка", []),
    ],
)
def test_a_letter_of_another_alphabet_is_named_with_the_word_as_it_should_be(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """Words of two alphabets that are meant to be so are left alone."""
    assert letters(text) == expected


def signs(text: str, code: str) -> list[tuple[str, str]]:
    """Return code and mend of each finding in a page of a language."""
    use({}, ("kk", "ru", "en"))
    found = typography(without_markup(text), text, code)
    return [(one.code, one.at("docs/a.md", 1).mend) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Казахстан - сосед", [("O003", "write “ — ”")]),
        ("Казахстан, сосед -- друг", [("O003", "write “ — ”")]),
        ("- пункт\n- пункт 5 - 3", []),
        ("кыргызско-казахстанский", []),
        ("в 1991-1997 годах", [("O005", "write 1991–1997")]),
        ("1997-04-08, ISSN 0317-8471, +7 1991-1997-12", []),
        ("[@hiro2009, с. 1991-1997] [a](b-1991-1997.md) https://a.b/1991-1997", []),
        ("два  пробела", [("O006", "leave one")]),
        ("`код`  после кода, строка  \nи перенос", []),
    ],
)
def test_a_sign_is_named_with_the_one_of_the_language(text: str, expected: list[tuple[str, str]]) -> None:
    """Code, links, dates and numbers are left alone."""
    code = "O006" if "`" in text else ""
    assert [one for one in signs(text, "ru") if one[0] != code] == expected


def test_quotation_marks_are_those_of_the_language() -> None:
    """Straight ones are found outside of attributes and code alone."""
    text = 'the "good neighbours" {title="x"} <a title="y">z</a>\n\n!!! editor "A note"\n'
    assert signs(text, "en") == [("O004", "write “…”")]
