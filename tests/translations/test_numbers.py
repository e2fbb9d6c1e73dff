"""Numbers, dates and percentages that are the same in every language."""

from __future__ import annotations

import pytest

from macros.translations.numbers import numbers


@pytest.mark.parametrize(
    ("kazakh", "russian", "english"),
    [
        ("1 990 адам", "1 990 человек", "1,990 people"),
        ("1990 жылы", "в 1990 году", "in 1990"),
        ("2 млрд теңге", "2 миллиарда тенге", "2 billion tenge"),
        ("3,5 пайыз", "3,5 %", "3.5 per cent"),
        ("1992 жылғы 15 қазанда", "15 октября 1992 года", "on 15 October 1992"),
        ("2021 жылғы қыркүйекте", "в сентябре 2021 года", "in September 2021"),
        ("08.04.1997", "8 апреля 1997 года", "April 8, 1997"),
        ("1997-04-08", "8 апреля 1997", "8 April 1997"),
        ("CC BY 4.0", "CC BY 4.0", "CC BY 4.0"),
        ("үш тарап", "три стороны", "three parties"),
    ],
)
def test_one_number_is_one_in_all_languages(kazakh: str, russian: str, english: str) -> None:
    """However each language writes it."""
    assert numbers(kazakh, "kk") == numbers(russian, "ru") == numbers(english, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [("1 990", "1 991"), ("2 million", "2 billion"), ("5 %", "5"), ("15 May 1992", "15 June 1992")],
)
def test_different_numbers_differ(one: str, other: str) -> None:
    """The comparison can fail."""
    assert numbers(one, "en") != numbers(other, "en")
