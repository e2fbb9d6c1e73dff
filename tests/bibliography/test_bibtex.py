"""references.bib is read whole, and every fault in it is named with its line."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.edtf import read_date, read_year
from sholu.bibliography.fields import KINDS, NAME_FIELDS
from sholu.bibliography.library import Library
from sholu.bibliography.parser import split_name
from sholu.bibliography.raw import field_name
from sholu.bibliography.references import NO_WORDS, Date, Kind, Person
from sholu.bibliography.values import ImpossibleValueError
from sholu.problems import Problem
from sholu.values import replace

from tests.rows import rows

ROOT = Path(__file__).parent.parent.parent


def read(tmp_path: Path, text: str | bytes) -> tuple[Library, list[Problem]]:
    """Read a bibliography."""
    path = tmp_path / "references.bib"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    library, problems = read_library(path, "references.bib")
    return library, sorted(problems)


@rows(
    ("text", "line", "what"),
    [
        ("@book{a, title={A}}\n\n@book{b, title={B\n\n@book{c, title={C}}\n", 3, "never closed"),
        ('@book{a, title="A}\n', 1, "unbalanced braces"),
        ("@book{a, title={A} year=2000}", 1, "a comma is missing"),
        ("@book{a, title={A},\n  year=2000\n  month=1}", 3, "a comma is missing"),
        ("@book{k title={x}}", 1, "no comma after the key"),
        ("@book{a, title=foo}", 1, "no abbreviation"),
        ('@book{a,\n  title="A,\n  year={2000}\n}\n', 2, "unbalanced braces"),
        ("@book{a, title={A}},\n  year={2000}}\n", 2, "outside of any entry"),
        ("@book{title={A}}\n", 1, "no key"),
        ("@book{, title={A}}\n", 1, "no key"),
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
        ("@legal{a, title={A},\n  kind={trety}}", 2, "did you mean “treaty”"),
        ("@book{a,\n  title={\\foo{A}}}", 2, "\\foo"),
        ("@book{a,\n  title={A $\\sqrt{x}$}}", 2, "$\\sqrt{x}$"),
        ("@book{a, title={A}, author={A, B},\n  author_en={A, B and C, D}}", 2, "2 names"),
        (b"@book{a,\n title={\xff}}", 2, "UTF-8"),
        (
            "@book{a,\n  title={A,\n  publisher={B},\n}\n% remark\n@book{b, title={B}}",
            2,
            "title is never closed",
        ),
        (
            "@book{a,\n  title={A},\n  publisher={B,\n}\n% remark\n@book{b, title={B}}",
            3,
            "publisher is never",
        ),
        ("@book{a, title={A}}\n\nbook{b,\n  title={B}}\n", 3, "has no @ before it"),
        ("book{b, title={B}}\n@book{a, title={A}}\n", 1, "has no @ before it"),
        ("@book{it's, title={A}}", 1, "can name this key"),
        ("@book{a, title={A},\n  author={A, B and }}", 2, "no name beside it"),
        ("@book{a, title={A},\n  author={{}}}", 2, "without a family name"),
        ("@book{a, title={A},\n  author={A, B & C, D}}", 2, "a semicolon or &"),
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


@rows(
    ("given", "name"),
    [
        ("Title_KK", "title_kk"), ("title_uz-cyrl", "title_uz-Cyrl"), ("author_PT-br", "author_pt-BR"),
        ("title_zh-hant-tw", "title_zh-Hant-TW"), ("Date-Added", "date-added"), ("bdsk-url-1", "bdsk-url-1"),
    ],
)  # fmt: skip
def test_a_field_names_its_language_in_whatever_case(given: str, name: str) -> None:
    """As `locale` of mkdocs.yml names it; names of other programs stay in small letters."""
    assert field_name(given) == name


def test_a_broken_entry_hides_none_of_the_others(tmp_path: Path) -> None:
    """An unclosed brace stays in its own entry."""
    library, problems = read(
        tmp_path,
        "@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}}\n@book{d, year={20x9}, title={D}}\n",
    )
    assert {"a", "c", "d"} <= set(library.references)
    assert [problem.place.line for problem in problems] == [2, 4]


@rows(
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
        (r"\^{\j}, \^\j", "ĵ, ĵ"),
        ("{NATO} and {UN}", "NATO and UN"),
        ("1--2", "1–2"),
        ("a~b", "a\u00a0b"),
        (r"A \& B \% \_ \$ \#", "A & B % _ $ #"),
        ("100% sure", "100% sure"),
        (r"\d{h}afi\d z, \b{t}", "ḥafiẓ, ṯ"),
        (r"Толсто\u{и}, \'{и}", "Толстой, и́"),
        (r"И.\,И. Иванов", "И.\u202fИ. Иванов"),
        ("A \\", "A"),
        ("Әлем, ғылым, қоғам", "Әлем, ғылым, қоғам"),
        ("<u>x</u> <b> & co", "<u>x</u> <b> & co"),
    ],
)
def test_accents_and_protecting_braces_are_read(tmp_path: Path, typed: str, shown: str) -> None:
    """Files that Zotero writes hold them; everything else is plain Unicode."""
    library, problems = read(tmp_path, f"@book{{a, title={{{typed}}}}}")
    assert problems == []
    assert library["a"].title.original == shown


@rows(
    ("typed", "person"),
    [
        ("Ахметов, Болат Каримович", Person("Ахметов", "Болат", "Каримович")),
        ("Серіков, Нұрлан Әлиұлы", Person("Серіков", "Нұрлан", "Әлиұлы")),
        ("Лаумулин, М. Т.", Person("Лаумулин", "М. Т.")),
        ("Smith, Jane Anne", Person("Smith", "Jane Anne")),
        ("Иванов, И.И.", Person("Иванов", "И. И.")),
        (r"Иванов, И.\,И.", Person("Иванов", "И. И.")),
        ("Жұбан, Ж.-Б.", Person("Жұбан", "Ж.-Б.")),
        ("Jane Smith", Person("Smith", "Jane")),
        ("van Strien, Anna", Person("Strien", "Anna", particle="van")),
        ("King, Jr., Martin", Person("King", "Martin", suffix="Jr.")),
        (
            "family=Gaulle, given=Charles, prefix=de, useprefix=true",
            Person("Gaulle", "Charles", particle="de"),
        ),
        ("given={Martin Luther}, family=King, suffix=Jr.", Person("King", "Martin Luther", suffix="Jr.")),
        ("Afanador-Llach, Maria", Person("Afanador-Llach", "Maria")),
        ("{{Посольство, Астана}}", Person("Посольство, Астана", is_organization=True)),
    ],
)
def test_a_name_is_kept_as_its_parts(tmp_path: Path, typed: str, person: Person) -> None:
    """Names differ in order, patronymic and particle; none is split at a space."""
    library, problems = read(tmp_path, f"@book{{a, title={{A}}, author={{{typed}}}}}")
    assert problems == []
    assert library["a"].authors.original == (person,)


@rows(
    ("fields", "expected"),
    [
        ("date={1997-04-08}", Date(1997, 4, 8)),
        ("date={1997-04}", Date(1997, 4)),
        ("date={1991/1998}", Date(1991, end_year=1998)),
        ("date={2019/}", Date(2019, is_open=True)),
        ("date={2019-05-03/2019-05}", Date(2019, 5, 3, 2019, 5)),
        ("date={2019-05-03T10:00:00Z}", Date(2019, 5, 3)),
        ("year=1997", Date(1997)),
        ("year=1997, month=apr", Date(1997, 4)),
        ("year={1997}, month={April}, day={8}", Date(1997, 4, 8)),
        ("year={1997}, month={сәуір}", Date(1997, 4)),
        ("year={1991--1998}", Date(1991, end_year=1998)),
        ("", None),
    ],
)
def test_dates_are_read_to_the_day(tmp_path: Path, fields: str, expected: Date | None) -> None:
    """By `date` as biblatex has it, or by the older fields."""
    library, problems = read(tmp_path, f"@book{{a, title={{A}}, {fields}}}")
    assert problems == []
    assert library["a"].date == expected


def test_fields_of_other_programs_are_ignored(tmp_path: Path) -> None:
    """A file that Zotero or JabRef has written is no mistake."""
    foreign = "abstract, file, timestamp, owner, shortjournal, mendeley-tags, groups, urltitle"
    fields = ", ".join(f"{name.strip()}={{x}}" for name in foreign.split(","))
    _, problems = read(tmp_path, f"@comment{{jabref-meta: x;}}\n@book{{a, title={{A}}, {fields}}}")
    assert problems == []


@rows(
    ("slip", "field"),
    [
        ("titel", "title"), ("auhtor", "author"), ("publsher", "publisher"), ("urldat", "urldate"),
        ("authors", "author"), ("jornal", "journal"), ("yera", "year"), ("adress", "address"),
    ],
)  # fmt: skip
def test_a_slip_in_the_name_of_a_field_is_named(tmp_path: Path, slip: str, field: str) -> None:
    """Else what it says would be lost in silence."""
    _, problems = read(tmp_path, f"@misc{{a, howpublished={{personal}}, {slip}={{x}}}}")
    assert [problem.mend for problem in problems] == [f"did you mean {field}?"]


FOREIGN = """mrnumber zblnumber url-date journaliso journal-iso isbn-13 eissn lang numpages pmid eid comment
    place primaryclass archiveprefix citeulike-article-id bdsk-url-1 date-added mendeley-groups venue
    sortshorthand creationdate modificationdate priority ranking readstatus bibsource
    biburl accessed rights"""


@rows("name", FOREIGN.split())
def test_a_field_of_another_program_is_no_slip(tmp_path: Path, name: str) -> None:
    """Even where it looks like one of ours."""
    _, problems = read(tmp_path, f"@book{{a, title={{A}}, {name}={{x}}}}")
    assert problems == []


def test_a_chapter_takes_only_what_is_the_same_for_its_book(tmp_path: Path) -> None:
    """Not the subtitle or the identifiers of the whole; its number of pages as biber hands it on."""
    library, problems = read(
        tmp_path,
        "@incollection{part, title={Part}, crossref={whole}}\n"
        "@book{whole, title={Whole}, title_en={The whole}, subtitle={Of it}, doi={10.5555/1}, year=2012,\n"
        "  url={https://example.kg/}, description_ru={Книга}, pagetotal={300}, isbn={978-5-17-118366-0}}\n",
    )
    assert problems == []
    part = library["part"]
    assert (part.container.original, part.container["en"]) == ("Whole", "The whole")
    assert (part.subtitle, part.doi, part.urls, part.page_total) == (NO_WORDS, "", NO_WORDS, "300")
    assert part.date == Date(2012)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@example(",-")
@example("\\,")
@example("A, --")
def test_no_value_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever TeX an author has copied."""
    path = tmp_path_factory.mktemp("any") / "references.bib"
    entry = f"@book{{a, title = {{{text}}}, author = {{{text}}}, date = {{{text}}}, url = {{{text}}}}}"
    path.write_text(entry, encoding="utf-8", newline="")
    read_library(path, "references.bib")


def test_what_stands_in_a_comment_is_not_read(tmp_path: Path) -> None:
    """JabRef keeps its settings there, and authors put entries there that they do not need."""
    text = """@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
}
@comment{
  @book{old, title = {Old}}
}
@book{a, title = {A}}
"""
    library, problems = read(tmp_path, text)
    assert problems == []
    assert [work.key for work in library] == ["a"]


def test_an_address_may_stand_in_the_command_for_addresses(tmp_path: Path) -> None:
    r"""Older styles want \url around it."""
    library, problems = read(tmp_path, "@online{a, title={A}, url={\\url{https://example.org/a_b}}}")
    assert problems == []
    assert library["a"].urls.original == "https://example.org/a_b"


def test_other_authors_are_no_person(tmp_path: Path) -> None:
    """BibTeX's “and others” is kept beside the names, for each role."""
    library, problems = read(tmp_path, "@book{a, title={A}, author={Kim, A. and others}, editor={Lee, B.}}")
    assert problems == []
    assert library["a"].and_others == {"author"}
    assert [one.family for one in library["a"].authors.original] == ["Kim"]


def test_words_between_entries_are_remarks(tmp_path: Path) -> None:
    """BibTeX reads nothing there, and neither do comments count as the rest of an entry."""
    remarks = "% title = {x}\nA remark: year = 5\n@comment{x-kbibtex\n title = {x}\n}\n"
    library, problems = read(tmp_path, f"{remarks}@book{{a, title={{A}}}},\n{remarks}")
    assert problems == []
    assert list(library.references) == ["a"]


def test_lines_and_indents_of_the_file_are_no_part_of_a_value(tmp_path: Path) -> None:
    """A long title goes over several lines; a space that does not break stays."""
    library, _ = read(tmp_path, "@book{a, title={Дороги\n\t\t  и  реки Азии}}")
    assert library["a"].title.original == "Дороги и реки Азии"


FIELDS = [
    ("author", "authors"), ("editor", "editors"), ("translator", "translators"),
    ("interviewer", "interviewers"), ("title", "title"), ("subtitle", "subtitle"),
    ("shorttitle", "short_title"), ("description", "description"), ("shorthand", "shorthand"),
    ("journal", "container"), ("journaltitle", "container"), ("booktitle", "container"),
    ("series", "series"), ("publisher", "publisher"), ("institution", "institution"),
    ("school", "institution"), ("organization", "institution"), ("address", "place"),
    ("location", "place"), ("field", "field_of_study"), ("note", "note"),
]  # fmt: skip


@rows(("name", "attribute"), FIELDS)
@rows("ending", ["", "_kk", "_ru", "_en", "_latin"])
def test_every_field_is_read_in_every_form(tmp_path: Path, name: str, attribute: str, ending: str) -> None:
    """The table of BIBLIOGRAPHY.md."""
    library, problems = read(tmp_path, f"@misc{{a, {name}{ending} = {{Сөз}}, howpublished = {{personal}}}}")
    assert problems == []
    versions = getattr(library["a"], attribute)
    value = versions[ending[1:]] if ending else versions.original
    assert value == ((Person("Сөз"),) if name in NAME_FIELDS else "Сөз")


@rows("kind", sorted(KINDS))
def test_every_type_of_entry_is_read(tmp_path: Path, kind: str) -> None:
    """Those of BibTeX and biblatex as the nearest of ours."""
    library, problems = read(tmp_path, f"@{kind}{{a, title={{A}}, booktitle={{B}}}}")
    assert problems == []
    # A page of an encyclopedia is a part of it.
    assert library["a"].kind is (Kind.CHAPTER if kind == "online" else KINDS[kind])


EXAMPLES = re.findall(r"```bibtex\n(.*?)```", (ROOT / "BIBLIOGRAPHY.md").read_text("utf-8"), re.DOTALL)


@rows("example", EXAMPLES)
def test_an_example_of_the_manual_can_be_copied(tmp_path: Path, example: str) -> None:
    """What an author copies out of BIBLIOGRAPHY.md has no fault."""
    library, problems = read(tmp_path, example)
    assert problems == []
    assert len(library.references) == example.count("@")


@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    """As biblatex writes it, and back."""
    assert read_date(day.isoformat()) == Date(day.year, day.month, day.day)
    assert read_year(str(day.year), str(day.month), str(day.day)) == Date(day.year, day.month, day.day)


@given(st.text(max_size=12))
def test_a_date_is_read_or_refused(text: str) -> None:
    """No text ends a build with a traceback."""
    with suppress(ImpossibleValueError):
        # "000" is a year of EDTF, that before the first.
        assert isinstance(read_date(text).year, int)


LETTERS = st.text("абвгдеәғқңөұүһіabcdeé", min_size=2, max_size=8)


@given(family=LETTERS, given_name=LETTERS)
def test_any_family_and_first_name_keep_their_places(family: str, given_name: str) -> None:
    """The comma decides, not the capitals."""
    assume(family not in {"and", "others"})
    name = split_name(f"{family.title()}, {given_name.title()}")
    assert (name.family, name.given) == (family.title(), (given_name.title(),))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """It may be no bibliography at all; then nothing is read, or its faults are named."""
    path = tmp_path_factory.mktemp("any") / "references.bib"
    path.write_text(f"@book{{a, title = {{A}}}}\n{text}", encoding="utf-8", newline="")
    library, problems = read_library(path, "references.bib")
    # With zeros on every other place it is told to be of another encoding.
    assert "a" in library or "F001" in {problem.code for problem in problems}


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


def test_what_another_program_writes_reads_back_the_same(tmp_path: Path) -> None:
    """Pybtex's own reader takes a file as it is; a round trip through its writer loses no field of ours."""
    from pybtex.database import parse_file  # noqa: PLC0415 -- only this test needs it

    path = ROOT / "tests" / "golden" / "review" / "references.bib"
    original, _ = read_library(path, "references.bib")
    parsed = parse_file(str(path), "bibtex")
    assert list(parsed.entries) == [work.key for work in original]
    library, _ = read(tmp_path, parsed.to_string("bibtex"))
    assert [replace(work, line=1) for work in library] == [replace(work, line=1) for work in original]


@rows(
    ("before", "field", "what"),
    [
        ("@string{}", "", "references.bib:1: broken BibTeX"),
        ("@string(Ключ, a = {b})", "", "references.bib:1: broken BibTeX"),
        ("@string{=}", "", "references.bib:1: broken BibTeX"),
        ("@{}", "", "references.bib:1: broken BibTeX"),
        ("", "month = {²}", "there is no month"),
        ("", "month = {" + "9" * 5000 + "}", "there is no month"),
        ("", "day = {²}, month = 5", "there is no day"),
    ],
)
def test_what_nobody_foresaw_is_a_problem_and_hides_no_entry(
    tmp_path: Path, before: str, field: str, what: str
) -> None:
    """Tracebacks of pybtex and of Python's own numbers."""
    entry = "@book{a, author = {Hiro, Dilip}, title = {A}, year = {2009}}"
    library, problems = read(tmp_path, f"{before}\n{entry.replace('}}', '}, ' + field + '}')}\n")
    assert any(what in str(problem) for problem in problems), problems
    assert "a" in library


@rows("blank", ["\n", ",\n", " \n", "a\n", "\t", ", "])
@rows("form", ["@book{{a, title = {{{}}}}}", "@book{{a, title = {{{}", "{}"])
def test_thousands_of_blank_lines_are_gone_through_once(tmp_path: Path, form: str, blank: str) -> None:
    """In a value, in one that is never closed, and outside; with the square of them it would be minutes."""
    path = tmp_path / "references.bib"
    path.write_text(form.format(blank * 30_000) + "\n@book{b, title = {B}, year = 2000}\n", encoding="utf-8")
    library, problems = read_library(path, "references.bib")
    assert "b" in {one.key for one in library}
    assert len(problems) < 20


def test_abbreviations_that_double_do_not_fill_the_memory(tmp_path: Path) -> None:
    """Forty lines would stand for ten million million letters."""
    path = tmp_path / "references.bib"
    doubled = "".join(f"@string{{s{one + 1} = s{one} # s{one}}}\n" for one in range(40))
    path.write_text(
        f"@string{{s0 = {{x}}}}\n{doubled}@book{{b, title = s40, year = 2000}}\n", encoding="utf-8"
    )
    library, problems = read_library(path, "references.bib")
    assert len(library.references["b"].title.original) < 50_000
    assert "B008" in {one.code for one in problems}
