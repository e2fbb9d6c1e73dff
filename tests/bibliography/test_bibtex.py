"""references.bib is read whole, and every fault in it is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.bibliography.bibtex import read_library
from macros.bibliography.references import Date, Kind, Library, Person
from macros.problems import Problem

ROOT = Path(__file__).parent.parent.parent


def read(tmp_path: Path, text: str | bytes) -> tuple[Library, list[Problem]]:
    """Read a bibliography."""
    path = tmp_path / "references.bib"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    library, problems = read_library(path, "references.bib")
    return library, sorted(problems)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("@book{a, title={A}}\n\n@book{b, title={B\n\n@book{c, title={C}}\n", 3, "never closed"),
        ('@book{a, title="A}\n', 1, "unbalanced braces"),
        ("@book{a, title={A} year=2000}", 1, "expected"),
        ("@book{a, title={A},\n  year=2000\n  month=1}", 3, "expected"),
        ("@book{k title={x}}", 1, "no comma after the key"),
        ("@book{a, title=foo}", 1, "no abbreviation"),
        ("@book{a, title={A}}\n@book{a, title={B}}", 2, "on line 1"),
        ("@book{a, title={A}}\n@book{A, title={B}}", 2, "on line 1"),
        ("@book{a,\n  year={2000}}", 1, "no title"),
        ("@book{a, title={A},\n  title={B}}", 2, "stands twice"),
        ("@book{a, title={A},\n  date={2021-02-30}}", 2, "2021-02-30"),
        ("@book{a, title={A},\n  date={2021-13}}", 2, "2021-13"),
        ("@book{a, title={A},\n  date={1998/1991}}", 2, "before it begins"),
        ("@book{a, title={A},\n  year={20x9}}", 2, "20x9"),
        ("@book{a, title={A}, year=2000,\n  month={Foo}}", 1, "no month"),
        ("@book{a, title={A},\n  urldate={2021-02-30}}", 2, "2021-02-30"),
        ("@book{a, title={A},\n  url={javascript:alert(1)}}", 2, "no web address"),
        ("@book{a, title={A},\n  url={data:text/html,x}}", 2, "no web address"),
        ("@book{a, title={A},\n  url_kk={ftp://example.org}}", 2, "no web address"),
        ("@book{a, title={A},\n  doi={11.5/x}}", 2, "no DOI"),
        ("@book{a, title={A},\n  isbn={978-5-17-118366-1}}", 2, "no ISBN"),
        ("@bok{a, title={A}}", 1, "did you mean @book"),
        ("@book{a, title={A},\n  titel={B}}", 2, "did you mean title"),
        ("@book{a, title={A},\n  title_kz={B}}", 2, "title_kk"),
        ("@book{a, title={A},\n  langid={kazakh!}}", 2, "no language"),
        ("@legal{a, title={A},\n  kind={trety}}", 2, 'did you mean "treaty"'),
        ("@book{a,\n  title={\\emph{A}}}", 2, "\\emph"),
        ("@book{a,\n  title={A $x^2$}}", 2, "$x^2$"),
        ("@book{a, title={A}, author={A, B},\n  author_en={A, B and C, D}}", 2, "2 names"),
        (b"@book{a,\n title={\xff}}", 2, "UTF-8"),
    ],
)
def test_a_fault_is_named_with_its_line_and_mend(
    tmp_path: Path, text: str | bytes, line: int, what: str
) -> None:
    """One fault, one problem."""
    _, problems = read(tmp_path, text)
    assert len(problems) == 1, problems
    assert str(problems[0]).startswith(f"references.bib:{line}: ")
    assert what in str(problems[0])
    assert problems[0].mend


def test_a_broken_entry_hides_none_of_the_others(tmp_path: Path) -> None:
    """An unclosed brace stays in its own entry."""
    library, problems = read(
        tmp_path,
        "@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}}\n@book{d, year={20x9}, title={D}}\n",
    )
    assert {"a", "c", "d"} <= set(library.references)
    assert [problem.place.line for problem in problems] == [2, 4]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"{\"o}", "ö"),
        (r"\"{o}", "ö"),
        (r"\"o", "ö"),
        (r"\'e", "é"),
        (r"\v{s}", "š"),
        (r"\v s", "š"),
        (r"\c c", "ç"),
        (r"{\ss}", "ß"),
        (r"\o", "ø"),
        (r"{\aa}", "å"),
        (r"\'{\i}", "í"),
        ("{NATO} and {UN}", "NATO and UN"),
        ("1--2", "1–2"),
        ("a~b", "a\u00a0b"),
        (r"A \& B \% \_ \$ \#", "A & B % _ $ #"),
        ("100% sure", "100% sure"),
        ("Әлем, ғылым, қоғам", "Әлем, ғылым, қоғам"),
        ("<b>bold</b> & co", "<b>bold</b> & co"),
    ],
)
def test_accents_and_protecting_braces_are_read(tmp_path: Path, typed: str, shown: str) -> None:
    """Files that Zotero writes hold them; everything else is plain Unicode."""
    library, problems = read(tmp_path, f"@book{{a, title={{{typed}}}}}")
    assert problems == []
    assert library["a"].title.original == shown


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Ахметов, Болат Каримович", Person("Ахметов", "Болат", "Каримович")),
        ("Серіков, Нұрлан Әлиұлы", Person("Серіков", "Нұрлан", "Әлиұлы")),
        ("Лаумулин, М. Т.", Person("Лаумулин", "М. Т.")),
        ("Smith, Jane Anne", Person("Smith", "Jane Anne")),
        ("Jane Smith", Person("Smith", "Jane")),
        ("van Strien, Anna", Person("Strien", "Anna", particle="van")),
        ("King, Jr., Martin", Person("King", "Martin", suffix="Jr.")),
        ("Afanador-Llach, Maria", Person("Afanador-Llach", "Maria")),
        ("{{Посольство, Астана}}", Person("Посольство, Астана", is_organization=True)),
    ],
)
def test_a_name_is_kept_as_its_parts(tmp_path: Path, typed: str, person: Person) -> None:
    """Names differ in order, patronymic and particle; none is split at a space."""
    library, problems = read(tmp_path, f"@book{{a, title={{A}}, author={{{typed}}}}}")
    assert problems == []
    assert library["a"].authors.original == (person,)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date={1997-04-08}", Date(1997, 4, 8)),
        ("date={1997-04}", Date(1997, 4)),
        ("date={1991/1998}", Date(1991, end_year=1998)),
        ("date={2019/}", Date(2019, is_open=True)),
        ("year=1997", Date(1997)),
        ("year=1997, month=apr", Date(1997, 4)),
        ("year={1997}, month={April}, day={8}", Date(1997, 4, 8)),
        ("year={1997}, month={сәуір}", Date(1997, 4)),
        ("year={1991--1998}", Date(1991, end_year=1998)),
        ("", None),
    ],
)
def test_dates_are_read_to_the_day(tmp_path: Path, fields: str, date: Date | None) -> None:
    """By `date` as biblatex has it, or by the older fields."""
    library, problems = read(tmp_path, f"@book{{a, title={{A}}, {fields}}}")
    assert problems == []
    assert library["a"].date == date


def test_fields_of_other_programs_are_ignored(tmp_path: Path) -> None:
    """A file that Zotero or JabRef has written is no mistake."""
    foreign = "abstract, file, timestamp, owner, shortjournal, mendeley-tags, groups, urltitle, language"
    fields = ", ".join(f"{name.strip()}={{x}}" for name in foreign.split(","))
    _, problems = read(tmp_path, f"@comment{{jabref-meta: x;}}\n@book{{a, title={{A}}, {fields}}}")
    assert problems == []


def test_abbreviations_and_inheritance_work(tmp_path: Path) -> None:
    """@string, # and crossref are BibTeX's own."""
    library, problems = read(
        tmp_path,
        '@string{press = "Дайк-Пресс"}\n'
        "@incollection{part, title={Part}, crossref={whole}}\n"
        '@book{whole, title={Whole}, publisher=press # " plus", year=2012, editor={Иванов, Иван}}\n',
    )
    assert problems == []
    part = library["part"]
    assert (part.kind, part.container.original) == (Kind.CHAPTER, "Whole")
    assert part.publisher.original == "Дайк-Пресс plus"
    assert part.date == Date(2012)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """Not a traceback."""
    library, problems = read_library(tmp_path / "none.bib", "none.bib")
    assert not library.references
    assert "no such bibliography" in str(problems[0])


def test_the_bibliography_of_this_review_has_no_problem() -> None:
    """26 works; every note and description stands in the three languages or in none."""
    library, problems = read_library(ROOT / "references.bib", "references.bib")
    assert problems == ()
    assert len(library.references) == 26
    for work in library:
        for words in (work.note, work.description):
            assert set(words) in ({"kk", "ru", "en"}, set())


def test_other_programs_read_our_bibliography() -> None:
    """Pybtex's own reader takes the file as it is, with all its fields."""
    from pybtex.database import parse_file  # noqa: PLC0415 -- only this test needs it

    entries = parse_file(str(ROOT / "references.bib"), "bibtex").entries
    assert len(entries) == 26
    assert entries["mdtsh1997"].fields["title_ru"].startswith("Договор о вечной дружбе")


def test_no_unverified_field_stands_in_our_bibliography() -> None:
    """Values that are known from memory only are not printed as facts."""
    text = (ROOT / "references.bib").read_text(encoding="utf-8")
    for unverified in ("10.1016", "978-1-59020", "New York", "Duckworth", "Дастан"):
        assert unverified not in text
