"""One mistake in a review of three languages is one problem, in the source as in a translation."""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.checking.review import checked

from tests.conftest import write

SETTINGS = """site_name: S
theme: {name: material}
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: kk, name: Қазақша, default: true}
        - {locale: ru, name: Русский}
        - {locale: en, name: English}
  - sholu
"""
PAGE = """# {title} {{#water}}

{first} 1992 [@hiro2009, 35].[^1]

## {history} {{#history}}

{second} [@smith2001]:

- {third}
- {fourth}

| {country} | % |
|----|------|
| 1 | 12 |
| 2 | 30 |

: {shares} {{#tbl-shares}}

@tbl-shares.

![{rivers}](../assets/map.png)

## {end} {{#conclusions}}

> {fifth}

{last}

[^1]: 1995.
"""
WORDS = {
    "kk": "title=Су first=Шарт history=Тарих second=Келіссөздер third=Бірінші fourth=Екінші country=Ел "
    "shares=Үлестер rivers=Өзендер end=Қорытынды fifth=Өмір last=Соңғы",
    "ru": "title=Вода first=Договор history=История second=Переговоры third=Начало fourth=Конец "
    "country=Страна shares=Доли rivers=Реки end=Выводы fifth=Жизнь last=Вот",
    "en": "title=Water first=Treaty history=History second=Talks third=First fourth=Second country=Country "
    "shares=Shares rivers=Rivers end=Conclusions fifth=Life last=This",
}
PAGES = {
    f"docs/{code}/index.md": PAGE.format(**dict(one.split("=") for one in words.split()))
    for code, words in WORDS.items()
}
WORK = "@book{{{key}, author={{{{UN}}}}, title={{A}}, publisher={{P}}, address={{A}}, year={year}}}\n\n"
TERM = (
    "- id: river\n  full: {kk: Өзендер, ru: Реки, en: Rivers}\n  explanation: {kk: Су, ru: Вода, en: Water}\n"
)
CLEAN = {
    "mkdocs.yml": SETTINGS,
    "references.bib": "".join(WORK.format(key=key, year=key[-4:]) for key in ("hiro2009", "smith2001")),
    "data/glossary.yml": TERM,
    "docs/assets/map.png": "",
    **PAGES,
}
KK, RU = "docs/kk/index.md", "docs/ru/index.md"
LIST, TABLE = "\n\n- ", "\n\n| "
# What is typed in place of what, in the source and in a translation; what is told, on which line.
MISTAKES = (
    ("a number", "1992", "1993", "T016", 3),
    ("a number in a note", "1995", "1996", "T016", 29),
    ("a cell", "| 12 ", "| 13 ", "T016", 14),
    ("a row", "| 2 | 30 |\n", "", "T016", 12),
    ("a place", "35]", "36]", "T013", 3),
    ("another work", "@smith2001", "@hiro2009", "T013", 7),
    ("a work", " [@smith2001]", "", "T013", 7),
    ("a key", "@smith2001", "@smith2002", "C001", 7),
    ("a bracket", "@smith2001]", "@smith2001", "C003", 7),
    ("a macro", "[@smith2001]", "{{ cite('smith2001' }}", "C040", 7),
    ("a sign of a note", "[^1]\n", "\n", "T014", 3),
    ("a text of a note", "[^1]: 1995.\n", "", "P024", 3),
    ("a level", "## ", "### ", "T012", 5),
    ("an id", "{#history}", "{#histroy}", "T008", 5),
    ("an id twice", "{#conclusions}", "{#history}", "P023", 23),
    ("a quotation", "> ", "", "T010", 25),
    ("a picture", "map.png", "mpa.png", "L003", 21),
    ("a caption", ": Үлестер {#tbl-shares}\n\n|: Доли {#tbl-shares}\n\n", "", "N001", 17),
    ("a label", "@tbl-shares", "@tbl-sharse", "N001", 19),
    ("a list", LIST, LIST[1:], "M001", 8),
    ("a table", TABLE, TABLE[1:], "M002", 11),
    ("a line of a table", "|----|------|", "|----|", "M094", 13),
    ("words of a picture", "![Өзендер]|![Реки]", "![]", "M010", 21),
    ("a tag", "\n\n- ", "\n\n<div>\n\n- ", "M097", 9),
    ("an end of a tag", "\n\n- ", "\n\n</div>\n\n- ", "M099", 9),
    ("a sign of code", "35].", "35] `x.", "M098", 3),
    ("a line of code", "\n\n- ", "\n\n```\n\n- ", "M098", 9),
    ("a merge", "> ", "<<<<<<< HEAD\n> ", "M011", 25),
)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean review on the disk."""
    folder = tmp_path_factory.mktemp("review")
    write(folder, dict(CLEAN))
    return folder


def told(folder: Path, path: str, content: bytes) -> list[tuple[str, str, int]]:
    """Return what is told of the clean review with another text of one page."""
    file = folder / path
    file.write_bytes(content)
    try:
        return [
            (one.code, one.place.path, one.place.line) for one in checked(folder)[1] if one.code[0] != "O"
        ]
    finally:
        file.write_text(CLEAN[path], encoding="utf-8")


def test_the_review_is_clean(review: Path) -> None:
    """So that each mistake is alone."""
    assert told(review, KK, CLEAN[KK].encode()) == []


@pytest.mark.parametrize("path", [KK, RU], ids=["source", "translation"])
@pytest.mark.parametrize(
    ("change", "code", "line"), [(one[1:3], *one[3:]) for one in MISTAKES], ids=[one[0] for one in MISTAKES]
)
def test_a_mistake_is_told_once(
    review: Path, path: str, change: tuple[str, str], code: str, line: int
) -> None:
    """Where it was made, and not in each language and by each of its consequences."""
    old, new = change
    typed = next(one for one in old.split("|" if old.startswith((":", "!")) else "\0") if one in CLEAN[path])
    assert told(review, path, CLEAN[path].replace(typed, new, 1).encode()) == [(code, path, line)]


@pytest.mark.parametrize("path", [KK, RU], ids=["source", "translation"])
def test_what_stands_above_a_tag_that_is_never_closed_is_told(review: Path, path: str) -> None:
    """All that is behind it follows from it; another year before it does not."""
    page = CLEAN[path].replace("1992", "1993").replace("\n\n- ", "\n\n<div>\n\n- ", 1)
    assert told(review, path, page.encode()) == [("T016", path, 3), ("M097", path, 9)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("path", [KK, "docs/en/index.md"], ids=["cyrillic", "latin"])
def test_a_page_in_utf_16_is_told_of_once(review: Path, path: str, encoding: str) -> None:
    """Also without the mark of the order of its bytes."""
    assert told(review, path, CLEAN[path].encode(encoding)) == [("F001", path, 1)]


def test_what_all_translations_have_otherwise_names_all_of_them(review: Path) -> None:
    """As seen from the source."""
    page = review / KK
    page.write_text(CLEAN[KK].replace("1992", "1993"), encoding="utf-8")
    (found,) = (one for one in checked(review)[1] if one.code == "T016")
    page.write_text(CLEAN[KK], encoding="utf-8")
    assert found.what == (
        "has the number 1993 where the other version has the number 1992 "
        "(compared with docs/ru/index.md:3, docs/en/index.md:3)"
    )


def test_mistakes_of_two_translations_are_two(review: Path) -> None:
    """Each differs from the source in its own way."""
    others = (RU, "1994"), ("docs/en/index.md", "1995")
    for path, year in others:
        (review / path).write_text(CLEAN[path].replace("1992", year), encoding="utf-8")
    found = [(one.place.path, one.code) for one in checked(review)[1]]
    for path, _ in others:
        (review / path).write_text(CLEAN[path], encoding="utf-8")
    assert found == [("docs/en/index.md", "T016"), (RU, "T016")]


def test_a_remark_silences_a_difference_in_its_translation_alone(review: Path) -> None:
    """What is left of the others stands where it stood."""
    (review / KK).write_text(CLEAN[KK].replace("1992", "1993"), encoding="utf-8")
    silenced = CLEAN[RU].replace("Договор", "<!-- sholu: off T016 so -->\nДоговор")
    found = told(review, RU, silenced.encode())
    (review / KK).write_text(CLEAN[KK], encoding="utf-8")
    assert found == [("T016", "docs/en/index.md", 3)]


def test_a_page_that_is_in_one_language_is_told_of_once(review: Path) -> None:
    """At the file that is there, with the names of those that are not."""
    page = review / "docs/ru/fire.md"
    page.write_text("# Огонь {#fire}\n", encoding="utf-8")
    (found,) = checked(review)[1]
    page.unlink()
    assert (str(found.place), found.code) == ("docs/ru/fire.md:1", "T001")
    assert "save it as docs/en/fire.md, docs/kk/fire.md, or" in found.mend


def test_two_pages_of_one_title_are_told_of_in_the_first_language(review: Path) -> None:
    """Nobody tells them apart in the menu."""
    pages = [review / f"docs/{code}/again.md" for code in ("kk", "ru", "en")]
    for page, title in zip(pages, ("Су", "вода", "Water"), strict=True):
        page.write_text(f"<!-- A second one -->\n\n# {title} {{#again}}\n", encoding="utf-8")
    found = [(one.code, one.place.path) for one in checked(review)[1] if one.code != "O011"]
    for page in pages:
        page.unlink()
    assert found == [("P094", "docs/kk/index.md")]


def test_a_section_that_no_language_has_is_told_once(review: Path) -> None:
    """Where mkdocs.yml names it."""
    settings = SETTINGS.replace("- sholu\n", "- sholu: {highlights: 'index.md#nope'}\n").encode()
    assert told(review, "mkdocs.yml", settings) == [("S006", "mkdocs.yml", 10)]


def test_names_that_are_mistyped_are_told_without_their_forms(review: Path) -> None:
    """A semicolon makes two persons of one."""
    field = "author={{UN}}"
    typed = "author={Smith, Ann; Doe, Bob}, author_ru={Смит, Энн}, author_kk={Смит, Энн}"
    bib = CLEAN["references.bib"].replace(field, typed, 1)
    assert told(review, "references.bib", bib.encode()) == [("B022", "references.bib", 1)]
