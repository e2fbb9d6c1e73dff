"""What can be read and is wrong all the same is named with its line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.library import Library
from sholu.problems import Problem

from tests.rows import rows


def read(tmp_path: Path, text: str) -> tuple[Library, list[Problem]]:
    """Read a bibliography."""
    path = tmp_path / "references.bib"
    path.write_text(text, encoding="utf-8")
    library, problems = read_library(path, "references.bib")
    return library, sorted(problems)


@rows(
    ("field", "what"),
    [
        ("author = {Иванов И. И.}", "initials for a family name"),
        ("author = {Макеева С.Б., Онолбекова А.Р.}", "names that a comma parts"),
        ("author = {Makeeva Zh.B., Onolbekova A.R.}", "names that a comma parts"),
        ("author = {Иванов, И. И., Петров, П. П.}", "names that a comma parts"),
        ("author = {Иванов, Иван, Петров, Пётр}", "too many commas"),
        ("author = {Иванов, И. И., Петров}", "a comma too many"),
        ("author = {Иванов, И. И.; Петров, П. П.}", "a semicolon"),
        ("editor_en = {Ivanov I.}", "editor_en has initials"),
        ("author = {Ахметов Болат Каримович}", "a patronymic for a family name"),
        ("author = {Серіков Нұрлан Әлиұлы}", "a patronymic for a family name"),
        ("author = {Министерство иностранных дел}", "author = {{Министерство иностранных дел}}"),
        ("author = {World Bank}", "author = {{World Bank}}"),
        ("author = {Human Rights Watch}", "author = {{Human Rights Watch}}"),
        ("author = {doe, john and roe, jane}", "write Doe, John and Roe, Jane;"),
        ("author = {John Doe, Jane Roe}", "put “and” between them: John Doe and Jane Roe"),
        ("author = {Doe, Ann and John Doe, Jane Roe}", "between them: John Doe and Jane Roe"),
        ("editor = {Иван Петров, Анна Сидорова}", "Иван Петров and Анна Сидорова"),
        ("author = {Асан Үсенов, Болат Ахметов}", "Асан Үсенов and Болат Ахметов"),
        ("author = {Doe, John and others and Roe, Jane}", "at the end: Doe, John and Roe, Jane and others"),
        ("author = {Ministry of Trade and Industry}", "author = {{Ministry of Trade and Industry}}"),
        ("publisher = {Cоветы}", "the Latin “C”"),
        ("author = {Smith, Jоhn}", "the Cyrillic “о”"),
        ("title = {Again}", "the field title stands twice"),
        ("month = {4}", "there is no year"),
        ("crossref = {a}", "the entry itself"),
        ("date = {1997-00-04}", "no day “1997-00-04”"),
        ("date = {1997-00}", "no day “1997-00”"),
        ("author = {Martin Luther King Jr.}", "a suffix in the family name"),
        ("author = {{Bell II}, Griffin}", "a suffix in the family name"),
        ("langid = {kazah}", "did you mean “kazakh”"),
        ("langid = {kz}", "did you mean “kk”"),
        ("langid = {qwertyuiop}", "kazakh, russian or english"),
        ("country = {kz, Kyrgyzstan}", "“Kyrgyzstan” is no code"),
        ("jurisdiction = {kazakhstan}", "is no code"),
        ("crossref = {hole}", "did you mean “whole”"),
        ("журнал = {Восток}", "журнал is no field"),
        ("titel_kk = {А}", "did you mean title_kk"),
        ("pubisher_latin = {А}", "did you mean publisher_latin"),
        ("number_kk = {3}", "number has no forms"),
    ],
)
def test_a_doubtful_field_is_one_problem(tmp_path: Path, field: str, what: str) -> None:
    """On the line of the field."""
    text = f"@book{{whole, title = {{Whole}}}}\n@book{{a, title = {{A}},\n  {field}}}"
    _, problems = read(tmp_path, text)
    assert len(problems) == 1, problems
    assert str(problems[0]).startswith("references.bib:3: ")
    assert what in str(problems[0])
    assert problems[0].mend


@rows(
    "field",
    [
        "author = {St. John, Ann}",
        "author = {King, Jr., M.}",
        "author = {Doe, John}",
        "author = {Doe, Jr., John}",
        "author = {Doe, John Paul and others}",
        "author = {García Márquez, Gabriel José}",
        "author = {Vargas Llosa, Jorge Mario}",
        "author = {van der Berg, Jan Peter}",
        "author = {Петров Водкин, Кузьма Сергеевич}",
        "author = {X, Malcolm}",
        "author = {ჯავახიშვილი, ივანე}",
        "author = {d'Alembert, Jean and al-Farabi, M. and de la Fontaine, Jean}",
        "author = {Роман Аркадьевич Абрамович}",
        "author = {Абрамович, Роман А.}",
        "author = {Ұлы, Болат}",
        "author = {{А. Б. қоры; кітапхана, Астана}}",
        "author = {Жұбан, Ж.-Б.}",
        "pages = {C12--C15}",
        "pages = {e12}",
        "pages = {xii--xv, 3}",
        "number = {508-II}",
        "number = {3/4}",
        "volume = {III}",
        "pagetotal = {256}",
        "langid = {kyrgyz}",
        "langid = {ngerman}",
        "langid = {kk-KZ}",
        "langid = {Russian}",
        "country = {kz, kg}",
        "jurisdiction = {KZ}",
        "abstract_en = {x}",
        "annotation_ru = {x}",
    ],
)
def test_what_only_looks_like_a_fault_is_none(tmp_path: Path, field: str) -> None:
    """Names of saints, bodies in braces, languages of biblatex, fields of other programs."""
    _, problems = read(tmp_path, f"@book{{a, title = {{A}}, {field}}}")
    assert problems == []


@rows(
    ("langid", "code"),
    [("kazakh", "kk"), ("French", "fr"), ("ngerman", "de"), ("kyrgyz", "ky"), ("uz", "uz"), ("", "")],
)
def test_a_language_has_one_code(tmp_path: Path, langid: str, code: str) -> None:
    """A page can mark the words as being in it: lang="fr", not lang="french"."""
    library, _ = read(tmp_path, f"@book{{a, title = {{A}}, langid = {{{langid}}}}}")
    assert library["a"].language == code


def test_names_with_their_commas_ask_for_the_words_of_no_other_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of institutions stand in the files of all languages, which few builds need to read."""
    monkeypatch.setattr("sholu.bibliography.name_checks.is_institution", pytest.fail)
    authors = "Doe, John Henry and Smith Jones, Mary Ann"
    _, problems = read(tmp_path, f"@book{{k,\n  author = {{{authors}}},\n  title = {{T}},\n  year = 2009\n}}")
    assert problems == []


def test_a_title_in_capitals_is_told_with_the_form_to_copy(tmp_path: Path) -> None:
    """Countries are known and Roman numbers kept; an abbreviation and a word alone are no such title."""
    text = """@book{a, title = {ИСТОРИЯ КАЗАХСТАНА В XIX–XX ВВ.}, year = 2001, langid = {russian}}
@book{b, title = {NATO AND USSR}, year = 2001, langid = {english}}
@book{c, title = {ЭНЦИКЛОПЕДИЯХАНА}, year = 2001, langid = {russian}}"""
    _, problems = read(tmp_path, text)
    assert [(one.code, one.place.line) for one in problems] == [("B096", 1)]
    assert "“История Казахстана в XIX–XX вв.”" in problems[0].mend
