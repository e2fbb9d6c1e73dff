"""Which work a citation names: in long lists and papers that cite thousands of times as well."""

from __future__ import annotations

import pytest
from sholu.importing.draft import Draft, Name
from sholu.importing.paper import named_works
from sholu.importing.paper.cited import Cited
from sholu.importing.paper.citing import Citing
from sholu.importing.paper.named_works import NamedWorks
from sholu.importing.paper.short_titles import ShortTitles


def book(family: str, title: str, year: str, shorthand: str = "") -> Draft:
    """Return a work of the list."""
    people = {"author": (Name(family, "J."),)} if family else {}
    return Draft("book", {"title": title, "year": year, "shorthand": shorthand}, people)


def test_works_are_found_by_name_title_and_abbreviation() -> None:
    """A slip of a letter and another alphabet are no other name; another year is another work."""
    works = NamedWorks({
        "smith": book("Smithson", "Rivers", "2001"),
        "other": book("Smithson", "Rivers", "2002"),
        "untitled": book("", "Water of the north", "2001"),
        "kaz": book("Сұлтанов", "Өзен", "2001", "ҚР"),
    })  # fmt: skip
    assert works.fitting("Smitson", "2001") == ["smith"]
    assert works.fitting("Sultanov", "2001") == ["kaz"]
    assert works.fitting("Water of", "2001") == ["untitled"]
    assert works.fitting("Smithson and Sultanov", "2001") == works.fitting("Smithson", "1999") == []
    assert works.by_shorthand("ҚР") == works.by_shorthand("ҚР", "2001") == "kaz"
    assert works.by_shorthand("ҚР", "2002") == ""
    assert works.of_somebody("Smithson") == {"smith", "other"}


def test_a_work_that_is_put_down_later_is_found_too() -> None:
    """Even where the same words were asked for before; one of the same key takes the place of the first."""
    works = NamedWorks({"a": book("Smithson", "Rivers", "2001")})
    assert works.fitting("Smithsan", "2001") == ["a"]
    works.add("b", book("Smithsen", "Seas", "2001"))
    assert works.fitting("Smithsan", "2001") == ["a", "b"]
    works.add("a", book("Brown", "Rivers", "2001"))
    assert works.fitting("Smithsan", "2001") == ["b"]


def test_slips_are_looked_for_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond that names are known as they are written."""
    monkeypatch.setattr(named_works, "_MOST_COMPARED", 3)
    works = NamedWorks(
        {f"k{number}": book(f"Smithson{letter}", "T", "2001") for number, letter in enumerate("abcdefghi")}
    )
    assert works.fitting("Smithsona", "2001") == ["k0", "k1", "k2"]
    assert works.fitting("Smithsonh", "2001") == ["k7"]


def test_what_a_citation_may_mean_is_told_in_a_few_keys() -> None:
    """Of 600 works of one name and year nobody reads the keys."""
    cited = Cited(works={f"k{number}": book("Smith", f"T {number}", "2001") for number in range(600)})
    assert Citing(cited, "en", str, "{}").of("(Smith, 2001) " * 600) == "[@k0] " * 600
    assert set(cited.told) == {
        "(Smith, 2001) may mean k0, k1, k2, k3, k4, k5, k6, k7, …; the first was taken"
    }


def test_ranges_of_a_paper_name_only_so_many_works() -> None:
    """What 6,000 times names 600 works would be millions of citations; those before stay."""
    cited = Cited(works={}, numbers={number: f"k{number}" for number in range(1, 601)})
    text = Citing(cited, "en", str, "{}").of("[1–600] " * 60)
    assert (text.count("[@k1;"), text.count("[1–600]")) == (33, 27)
    assert cited.told[0] == "[1–600]: the ranges of the paper name too many works; left as it is"


def test_a_title_that_two_works_have_names_neither() -> None:
    """An article at its head may be left out; a work that takes the place of another is found by its own."""
    works = ShortTitles({"a": book("Smith", "The Rivers of Asia", "2001")})
    assert [one.key for one in works.of("So Smith, *Rivers of Asia*, 45.")] == ["a"]
    assert [one.key for one in works.of("So Smith, _The Rivers of Asia_, 45.")] == ["a"]
    works.add("b", book("Smith", "The Rivers of Asia", "2003"))
    assert works.of("So Smith, *Rivers of Asia*, 45.") == ()
    works.add("b", book("Smith", "Seas", "2003"))
    assert [one.key for one in works.of("So Smith, *Rivers of Asia*, 45; Smith, Seas.")] == ["a"]


def test_names_are_known_with_the_endings_of_a_sentence() -> None:
    """And in the letters of another language with the same alphabet."""
    works = {
        "b": book("Байпаков", "Город", "1986"),
        "a": book("Акишев", "Отрар", "1972"),
        "k": book("Kök", "Dil", "2017"),
        "p": book("Köprülü", "Tarih", "1926"),
    }
    of = Citing(Cited(works=works), "kk", str, "{}").of
    assert of("К.М. Байпақовтың (1986) кітабы") == "К.М. Байпақовтың [-@b] кітабы"
    assert of("(Ақышев және т.б., 1972, 14–20-бб.)") == "[@a, 14–20-бб.]"
    of = Citing(Cited(works=works), "tr", str, "{}").of
    assert of("Kök’ün (2017) ve Fuat Köprülü’nün (1926, s. 45)") == (
        "Kök’ün [-@k] ve Fuat Köprülü’nün [-@p, s. 45]"
    )


def test_a_year_behind_a_person_whom_the_list_lacks_is_told() -> None:
    """A year behind any other word is none of a citation."""
    cited = Cited(works={"b": book("Байпаков", "Город", "1986")})
    typed = "В Алматы (1998) К.М. Ахинжанов (1989) и Алматы"
    assert Citing(cited, "ru", str, "{}").of(typed) == typed
    assert len(cited.told) == 1
    assert "Ахинжанов (1989)" in cited.told[0]
