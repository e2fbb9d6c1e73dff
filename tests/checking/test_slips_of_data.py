"""Slips in data files, mkdocs.yml, languages/ and names of files: each told once, with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.checking.review import checked
from sholu.problems import Problem
from sholu.review import UnreadableReviewError

from tests.conftest import write
from tests.rows import rows

SETTINGS = """site_name: S
theme: {name: material}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - locale: kk
          name: Қазақша
          default: true
        - locale: ru
          name: Русский
  - sholu
nav:
  - index.md
  - water.md
"""
TERM = "- id: canal\n  full: {kk: арна, ru: канал}\n  explanation: {kk: су жолы, ru: путь воды}\n"
FILES = {
    "mkdocs.yml": SETTINGS,
    "references.bib": "@book{a2001, title={A}, author={{UN}}, publisher={P}, address={A}, year={2001}}\n",
    "data/glossary.yml": TERM,
    **{f"docs/{code}/index.md": f"# {word} {{#t}}\n" for code, word in (("kk", "Бас"), ("ru", "Начало"))},
    **{f"docs/{code}/water.md": f"# {word} {{#w}}\n" for code, word in (("kk", "Су"), ("ru", "Вода"))},
}


def told(folder: Path, changed: dict[str, str]) -> list[Problem]:
    """Return what is told of the clean review with some files otherwise."""
    write(folder, {**FILES, **changed})
    try:
        found = checked(folder)[1]
    except UnreadableReviewError as error:
        found = error.problems
    return [one for one in found if one.code not in {"C030", "O011", "B127"}]


def test_the_review_is_clean(tmp_path: Path) -> None:
    """So that each slip is alone."""
    assert told(tmp_path, {}) == []


SLIPS = (
    ("data/glossary.yml", "ru: путь воды", "ru: путь, воды", "D014", 3, '"…, воды"'),
    ("data/glossary.yml", "{kk: су жолы, ru: путь", "{kk:су, ru:путь", "D014", 3, "kk: су"),
    ("data/glossary.yml", TERM, f"{TERM}  id: river\n  full: {{kk: өзен, ru: река}}\n", "D006", 4, "“- ”"),
    ("mkdocs.yml", "        - locale: ru", "          locale: ru", "D006", 11, "“- ”"),
    ("mkdocs.yml", "  - sholu\n", "  - sholu\n  - sholu\n", "S030", 13, "keep one"),
    ("mkdocs.yml", "  - water.md", "  - ru/water.md", "L004", 16, "water.md?"),
    ("mkdocs.yml", "locale: kk", "locale: kz", "S080", 8, "write kk"),
    ("mkdocs.yml", "theme: {name: material}\n", "", "S028", 1, "material"),
    ("mkdocs.yml", "{name: material}", "{name: material, logo: assets/logo.png}", "L003", 2, ""),
    ("mkdocs.yml", "  - search\n", "  - search: {lnag: ru}\n", "S025", 4, "lang?"),
    (
        "mkdocs.yml",
        "nav:",
        "markdown_extensions:\n  - tables\n  - footnote\nnav:",
        "S002",
        16,
        "correct its name",
    ),
    ("data/Words.txt", "", "Оверлук\n", "F012", 1, "data/words.txt?"),
    ("data/word.txt", "", "Оверлук\n", "F012", 1, "data/words.txt?"),
    ("languages/ru.yml", "", "permalink: a\n", "W005", 1, "ru.toml"),
    ("languages/kaz.toml", "", '[interface]\npermalink = "a"\n', "W005", 1, "kk.toml"),
    ("docs/ru/water (1).md", "", "# Вода {#w}\n", "F013", 1, "without a number"),
    ("docs/kk/tarih.txt", "", "Тарих\n", "F098", 1, ""),
    ("docs/ru/history", "", "# История\n", "F098", 1, ""),
)


@rows(("typed", "code", "line", "mend"), [(one[:3], *one[3:]) for one in SLIPS])
def test_a_slip_is_told_once_with_its_mend(
    tmp_path_factory: pytest.TempPathFactory, typed: tuple[str, str, str], code: str, line: int, mend: str
) -> None:
    """At the line where it was typed."""
    path, old, new = typed
    before = FILES.get(path, "")
    assert old in before
    (found,) = told(tmp_path_factory.mktemp("review"), {path: before.replace(old, new, 1) if before else new})
    assert (found.code, found.place.path, found.place.line) == (code, path, line)
    assert mend in found.mend


def test_files_of_hosts_and_linked_texts_are_no_drafts(tmp_path: Path) -> None:
    """CNAME and robots.txt stand at the top, a text that a page links is to be downloaded."""
    page = FILES["docs/ru/water.md"] + "\n[Текст](data.txt)\n"
    extra = {"docs/CNAME": "a.org\n", "docs/robots.txt": "\n", "docs/ru/data.txt": "a\n"}
    found = told(tmp_path, {**extra, "docs/ru/water.md": page})
    assert [
        one.code for one in found if one.place.path.startswith(("docs/CNAME", "docs/robots", "docs/ru/data"))
    ] == []
