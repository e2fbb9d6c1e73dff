"""Twenty mistakes that authors make, each in a clean review: its code, its place, its mend, and nothing else.

Run by itself (`python tests/checking/test_twenty_mistakes.py`) it prints them with the seconds of each.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from sholu.checking.review import checked
from sholu.problems import Problem

SETTINGS = """site_name: Water
theme: {name: material}
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: ru, name: Русский, default: true}
        - {locale: en, name: English}
  - sholu
nav: [index.md, water.md]
"""
CLEAN: Mapping[str, str] = {
    "mkdocs.yml": SETTINGS,
    "references.bib": (
        "@article{hiro2009,\n  author = {Hiro, Dilip},\n  author_ru = {Хиро, Дилип},\n"
        "  title = {Inside Central Asia},\n  journal = {Survey},\n  year = {2009},\n  pages = {34--41},\n}\n"
    ),
    "docs/ru/index.md": "# Вода {#water}\n\nДоговор подписан в 1992\u00a0году [@hiro2009, с. 35].\n",
    "docs/en/index.md": "# Water {#water}\n\nThe treaty was signed in 1992 [@hiro2009, p. 35].\n",
    "docs/ru/water.md": "# Реки {#rivers}\n\nРеки двух стран текут из гор.\n",
    "docs/en/water.md": "# Rivers {#rivers}\n\nThe rivers of both countries come from the mountains.\n",
}
RU, EN, BIB = "docs/ru/index.md", "docs/en/index.md", "references.bib"
# What is mistaken; the file; what is put in place of what (nothing: at its end); the problem as it is told.
MISTAKES = (
    ("a key is mistyped", EN, ("@hiro2009", "@hiro2008"),
     "docs/en/index.md:3: no work “hiro2008” in the bibliography; did you mean “hiro2009”? [C001]"),
    ("a citation is not closed", EN, ("p. 35].", "p. 35."), "docs/en/index.md:3: … [C003]"),
    ("a kind of place is mistyped", EN, ("p. 35", "qq. 35"), "docs/en/index.md:3: … [C012]"),
    ("a page differs in a translation", EN, ("p. 35", "p. 36"), "docs/en/index.md:3: … [T013]"),
    ("a year differs in a translation", EN, ("1992", "1993"), "docs/en/index.md:3: … [T016]"),
    ("a paragraph is missing in a translation", RU, ("", "\nЕщё один абзац.\n"),
     "docs/en/index.md:3: … [T010]"),
    ("a paragraph is left untranslated", "docs/en/water.md",
     ("The rivers of both countries come from the mountains.", "Реки двух стран текут из гор."),
     "docs/en/water.md:3: warning: … [T030]"),
    ("a brace is missing in the bibliography", BIB, ("Central Asia}", "Central Asia"),
     "references.bib:4: … [B005]"),
    ("an institution has no braces", BIB, ("{Hiro, Dilip}", "{World Bank}"),
     "references.bib:2: warning: … [B023]"),
    ("the journal is missing", BIB, ("  journal = {Survey},\n", ""), "references.bib:1: warning: … [B043]"),
    ("pages end before they begin", BIB, ("34--41", "41--34"), "references.bib:7: warning: … [B047]"),
    ("a name of a field is mistyped", BIB, ("pages =", "pagse ="), "references.bib:7: warning: … [B028]"),
    ("a Latin letter stands in a Cyrillic word", RU, ("Договор", "Дoговор"),
     "docs/ru/index.md:3: warning: … [O001]"),
    ("a hyphen stands for a dash", EN, ("The treaty was", "The treaty - it was"),
     "docs/en/index.md:3: warning: … [O003]"),
    ("quotation marks are straight", EN, ("The treaty", 'The "treaty"'),
     "docs/en/index.md:3: warning: … [O004]"),
    ("a link leads nowhere", EN, ("The treaty", "[The treaty](watr.md)"),
     "docs/en/index.md:3: the link “watr.md” leads to no page of the review; did you mean water.md? [L001]"),
    ("a place of a link is mistyped", EN, ("The treaty", "[The treaty](water.md#river)"),
     "docs/en/index.md:3: … [L002]"),
    ("Word has left a file", "docs/ru/~$water.docx", ("", ""), "docs/ru/~$water.docx:1: warning: … [F004]"),
    ("the menu names another page", "mkdocs.yml", ("index.md, water.md", "index.md, river.md"),
     "mkdocs.yml:10: … [L004]"),
    ("an option of mkdocs.yml is mistyped", "mkdocs.yml", ("name: Water", "name: Water\nsite_desc: W"),
     "mkdocs.yml:2: warning: … [S025]"),
)  # fmt: skip


def problems_of(folder: Path, file: str, change: tuple[str, str]) -> tuple[Problem, ...]:
    """Return what is told of the clean review with one change; the folder is left clean."""
    path = folder / file
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    old, new = change
    after = (before or "").replace(old, new, 1) if old else (before or "") + new
    path.write_text(after, encoding="utf-8")
    try:
        return checked(folder)[1]
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8")


def lay_out(folder: Path) -> None:
    """Write the clean review."""
    for name, text in CLEAN.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean review on the disk."""
    folder = tmp_path_factory.mktemp("review")
    lay_out(folder)
    return folder


def test_the_review_is_clean(review: Path) -> None:
    """So that each mistake is alone."""
    assert checked(review)[1] == ()


@pytest.mark.parametrize(
    ("file", "change", "expected"), [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES]
)
def test_a_mistake_is_told_once_with_its_place(
    review: Path, file: str, change: tuple[str, str], expected: str
) -> None:
    """One mistake, one problem."""
    told = [str(one) for one in problems_of(review, file, change)]
    start, _, end = expected.partition("…")
    assert len(told) == 1
    assert told[0].startswith(start)
    assert told[0].endswith(end)
    assert "; " in told[0]


def main() -> None:
    """Print the table: what is mistaken, what is told, how long it took."""
    folder = Path(tempfile.mkdtemp())
    try:
        lay_out(folder)
        checked(folder)
        for what, file, change, _ in MISTAKES:
            began = time.perf_counter()
            told = "; ".join(map(str, problems_of(folder, file, change)))
            sys.stdout.write(f"| {what} | {told} | {time.perf_counter() - began:.2f} |\n")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
