"""No file ends in a traceback, whatever pieces of BibTeX and TeX stand in it in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sholu.bibliography import bibtex, limits
from sholu.bibliography.bibtex import library_of, read_library
from sholu.bibliography.limits import LONGEST_VALUE, MOST_FIELDS
from sholu.exports import FORMATS
from sholu.problems import Place
from sholu.texts import Texts

from tests.rows import rows

PIECES = (
    "@book{a,", "@article(b,", "@{,", "@string{x = ", "@preamble{", "@comment{", "@inbook{c",
    "@set{s, entryset = {s,a},", " title = ", " author = ", " date = ", " year = ", " month = ",
    " pages = ", " edition = ", " url = ", " doi = ", " isbn = ", " crossref = {a},", " xdata = {b},",
    " ids = {a, b},", " langid = {kazakh},", " note = ", " chapter = {On water},", " howpublished = ",
    " related = {a},", " options = {useprefix=false},", " author+an = ", "{", "}", '"', ",", "#", "=", "(",
    ")", "\n", "%", "\\", "$", "~", "^", "_", "&", "@@unknown_option", "@@no_date",
    r"\newcommand{\foo}[2]{#1#2\foo}", r"\foo{a}", r"\char'777", r"\accent 127 e", r"\kern-.1em",
    r"\VAN{a}{b}", r"\url{https://a.org}", r"\'{\i}", r"\emph{a", "<i>a</i>", "$x^{2}$", "``a''", "--",
    "2015-00-00", "199X/..", "0000", "²", "xvi + 436", "and", " and others", "Ahmetov, B. (Bolat) and ",
    "ʿ", "王小波", "й", "\x00", "\u202e", "family=A, given=B", "{{World Bank}}", "Jr.", ", III,", "https://",
    "javascript:a", "10.1000/182", "978-0-306-40615-7",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_order_of_pieces_is_read_or_told_of(text: str) -> None:
    """With file and line; and what was read can go out again."""
    library, problems = library_of(text.encode(), "a.bib")
    assert all(problem.place.path == "a.bib" and problem.place.line >= 1 for problem in problems)
    for form in FORMATS:
        form(library)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(PIECES))
def test_any_value_of_a_field_is_read_or_told_of(value: str, name: str) -> None:
    """In an entry that is whole but for it."""
    field = name.strip(" =") if name.endswith("= ") else "title"
    library, _ = library_of(f"@misc{{a, title = {{A}}, {field} = {{{value}}}}}".encode(), "a.bib")
    for form in FORMATS:
        form(library)


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_told_of(content: bytes) -> None:
    """In whatever encoding they may be."""
    library, problems = library_of(b"@book{a, title = {" + content + b"}}", "a.bib")
    assert "a" in library or problems


def test_a_file_of_faults_is_read_so_far_and_no_further() -> None:
    """Most often it is none of BibTeX."""
    text = "@junk { \n" * 3_000
    library, problems = read_library(Texts({"a.bib": text}) / "a.bib", "a.bib")
    assert not library.references
    (last,) = [one for one in problems if one.code == "B112"]
    assert last == max(problems)
    assert last.place.line < 1_010


def test_abbreviations_make_no_small_file_large() -> None:
    """However often one is used, in one field or in many works; the author is told once of each work."""
    named = f'@string{{x = "{"y" * 9_000}"}}\n'
    library, problems = library_of(
        f"{named}@book{{a, title = {' # '.join(['x'] * 20_000)}}}".encode(), "a.bib"
    )
    assert len(library.references["a"].title.original) == LONGEST_VALUE
    assert [(one.code, one.place.line) for one in problems if one.code == "B008"] == [("B008", 2)]
    many = "".join(f"@book{{k{one}, title = x}}\n" for one in range(300))
    text = f"{named}{many}"
    library, problems = library_of(text.encode(), "a.bib")
    assert sum(len(work.title.original) for work in library) < 2_100_000
    assert len([one for one in problems if one.code == "B008"]) == 300 - (2_000_000 + len(text)) // 9_000
    # Those of a file of four thousand works of the TeX Users Group are used in each, with words of its own.
    own = f"title = {{{'T' * 400}}}, acknowledgement = x"
    text = f'@string{{x = "{"y" * 600}"}}\n{"".join(f"@book{{k{one}, {own}}}" for one in range(4_000))}'
    assert [one.code for one in library_of(text.encode(), "a.bib")[1]] == []


def test_a_value_in_quotation_marks_or_by_an_abbreviation_is_read_at_once_as_pybtex_reads_it() -> None:
    """Braces within quotation marks hold such marks too; months and journals stand without any."""
    text = """@string{vestnik = "Вестник"}
@article{a, author = "{\\"O}zg{\\"u}r, A.", title = "On {"words"} of {{\\"u}ber}",
  journal = vestnik, month = may, year = 1999}
@article{b, title = "One", journal = vestnik # " КазНУ", year = "2000"}"""
    library, problems = library_of(text.encode(), "a.bib")
    first, second = library["a"], library["b"]
    assert (first.authors.original[0].family, first.container.original) == ("Özgür", "Вестник")
    assert first.date is not None
    assert first.date.month == 5
    assert first.title.original == "On “words” of über"
    assert second.container.original == "Вестник КазНУ"
    assert [one.code for one in problems] == []


def test_an_abbreviation_longer_than_any_is_none() -> None:
    """One that is made of others doubles with each."""
    for length, is_read in ((10_000, True), (10_001, False)):
        text = f'@string{{x = "{"y" * length}"}}\n@book{{a, title = x}}\n'
        library, problems = read_library(Texts({"a.bib": text}) / "a.bib", "a.bib")
        assert (library["a"].title.original == "y" * length) is is_read
        assert ("B008" in {one.code for one in problems}) is not is_read


@pytest.mark.parametrize(("before", "most"), [("", 1_200), ("@book{b, title = {never closed", 300)])
def test_works_beyond_any_bibliography_are_not_read(
    before: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each costs as much as one that somebody cites; also where a fault has entries read one by one."""
    for module in (limits, bibtex):
        monkeypatch.setattr(module, "MOST_WORKS", most)
    works = "".join(f"@book{{k{one}, title = {{A}}}}\n" for one in range(most + 5))
    library, problems = library_of(f"{before}\n{works}".encode(), "a.bib")
    assert len(library.references) == most
    (told,) = [one for one in problems if one.code == "B113"]
    # What is never closed is one of them.
    assert str(told) == (
        f"a.bib:{most + 2 - bool(before)}: there are more works than any review has; "
        f"only the first {most:,} are read; leave out what this review does not need [B113]"
    )


@rows(
    ("fields", "told"),
    [
        (f"title = {{{'a' * LONGEST_VALUE}}}", None),
        (f"title = {{{'a' * (LONGEST_VALUE + 1)}}}", "the field title of the entry “k” has 100,001 letters"),
        ("".join(f"f{one} = {{a}}, " for one in range(MOST_FIELDS)), None),
        ("".join("title = {a}, " for one in range(MOST_FIELDS + 1)), "the entry “k” has 501 fields"),
    ],
)
def test_an_entry_that_is_longer_than_any_is_read_in_part(fields: str, told: str | None) -> None:
    """What is made of it grows with its letters: a title of a megabyte took five seconds."""
    library, problems = library_of(f"@book{{j}}\n@book{{k, {fields}}}".encode(), "a.bib")
    found = [one for one in problems if one.code == "B113"]
    assert [one.what.partition(";")[0] for one in found] == ([told] if told else [])
    assert all(one.place.line == 2 and one.is_error for one in found)
    assert len(library["k"].title.original) <= LONGEST_VALUE


def test_fields_beyond_any_entry_are_not_read() -> None:
    """The first of them, too."""
    fields = "".join(f"f{one} = {{a}}, " for one in range(MOST_FIELDS))
    library, _ = library_of(f"@book{{k, {fields}title = {{Water}}}}".encode(), "a.bib")
    assert library["k"].title.original == ""


@rows("space", ["~", "\u00a0", "\u2003", "\\ ", "~ ", "\t"])
def test_thousands_of_spaces_in_a_row_are_one(space: str) -> None:
    """Each pattern that looks for a word behind spaces would begin at each of them."""
    fields = [("journal", [f"Water{space * 30_000}and steppe"]), ("note", [f"a{space * 40}b"])]
    values, problems = limits.within_limits("a", fields, Place("a.bib", 1))
    assert values == [("journal", "Water and steppe"), ("note", f"a{space * 40}b")]
    assert problems == ()


def test_what_was_meant_is_not_asked_of_each_of_thousands() -> None:
    """Of types, languages and kinds; the first are told, and every one is a problem."""
    for code, line in (
        ("B011", "@artcle{{k{0}, title = {{T {0}}}, year = {{2000}}}}"),
        ("B025", "@book{{k{0}, title = {{T {0}}}, year = {{2000}}, langid = {{kazah}}}}"),
        ("B012", "@legal{{k{0}, title = {{T {0}}}, year = {{2000}}, kind = {{decre}}}}"),
    ):
        text = "\n".join(line.format(number) for number in range(400))
        told = [one for one in library_of(text.encode(), "a.bib")[1] if one.code == code]
        assert len(told) == 400
        assert [one.mend.startswith("did you mean") for one in told] == [True] * 300 + [False] * 100
