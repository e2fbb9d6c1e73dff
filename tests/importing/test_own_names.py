"""Names of authors keep what the language of their paper makes of them."""

from __future__ import annotations

from pathlib import Path

from sholu.importing.draft import Name
from sholu.importing.paper.affiliations import by_author, on_lines
from sholu.importing.paper.front import Front, taken_off
from sholu.importing.paper.review_entry import as_called, front_file

from tests.rows import rows


def authors(line: str, code: str) -> list[Name]:
    """Return the authors of a paper with a line below its title."""
    front = Front()
    taken_off(front, f"# A title of a paper\n\n{line}\n\n## Introduction\n", code)
    return front.authors


def test_capitals_of_turkish_have_small_letters_of_their_own() -> None:
    """I is ı there and nowhere else."""
    line = "Ayşe YILMAZ<sup>1</sup>, Mehmet IŞIK<sup>2</sup>"
    assert authors(line, "tr") == [Name("Yılmaz", "Ayşe"), Name("Işık", "Mehmet")]
    assert authors("Anna SMITH<sup>1</sup>, John KING<sup>1</sup>", "en") == [
        Name("Smith", "Anna"), Name("King", "John"),
    ]  # fmt: skip


def test_spanish_has_two_family_names() -> None:
    """A second given name is none; elsewhere the last word alone is, or two of which the first is usual."""
    line = "María Quiroga Losada<sup>1</sup>, José Manuel Ruiz<sup>2</sup>, María López García<sup>1</sup>"
    own = [Name("Quiroga Losada", "María"), Name("Ruiz", "José Manuel"), Name("López García", "María")]
    assert authors(line, "es") == own
    assert authors(line, "en") == [Name("Losada", "María Quiroga"), *own[1:]]


def test_affiliations_on_one_line_are_parted_by_the_signs_that_count_them() -> None:
    """A number of a street counts nothing."""
    lines = on_lines("（1. 北京大学历史学系，北京 100871；2. 复旦大学，上海 200433）")
    assert by_author([["2"], ["1"]], lines) == "复旦大学，上海 200433; 北京大学历史学系，北京 100871"
    assert len(on_lines("<sup>1</sup>КазНУ, Алматы; <sup>2</sup>ЕНУ, Астана")) == 2
    assert on_lines("1 Institute of Rivers, 5 Lake street") == ["1 Institute of Rivers, 5 Lake street"]


def test_a_title_in_capitals_is_written_as_the_review_is_called(tmp_path: Path) -> None:
    """If that differs by nothing else."""
    (tmp_path / "data").mkdir()
    entry = "@online{review,\n  title    = {Water and borders},\n  title_tr = {Türkiye'de su},\n}\n"
    (tmp_path / "data/review.bib").write_text(entry, encoding="utf-8")
    assert as_called(tmp_path, "WATER AND BORDERS", "en") == "Water and borders"
    assert as_called(tmp_path, "TÜRKİYE’DE SU", "tr") == "Türkiye'de su"
    assert as_called(tmp_path, "OTHER WATERS", "en") == "OTHER WATERS"
    assert as_called(tmp_path, "Water And Borders", "en") == "Water And Borders"


@rows(
    ("there", "written"),
    [
        ("Тлеуова, Г. М.", "Тлеуова, Г. М. and Сапаров, Е. С."),
        ("Ким, А. Б.", "Ким, А. Б."),
        ("", "Тлеуова, Г. М. and Сапаров, Е. С."),
    ],
)
def test_who_made_a_review_may_be_an_author_of_the_paper(tmp_path: Path, there: str, written: str) -> None:
    """All of whom are its authors, then; somebody else stays."""
    (tmp_path / "data").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: R\n", encoding="utf-8")
    path = tmp_path / "data/review.bib"
    path.write_text(f"@online{{review,\n  author = {{{there}}},\n  title = {{R}},\n}}\n", encoding="utf-8")
    front = Front(authors=[Name("Тлеуова", "Г. М."), Name("Сапаров", "Е. С.")])
    files = front_file(tmp_path, front, "", "ru")
    text = files.get(path, path.read_bytes()).decode()
    assert f"author = {{{written}}}" in text
    assert text.count("author") == 1
