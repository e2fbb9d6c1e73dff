"""What is said twice, left for later, or lies among the files of a review: each is told once."""

from __future__ import annotations

from pathlib import Path

from sholu.checking.review import checked
from sholu.problems.telling import in_language

from tests.conftest import write
from tests.rows import rows

SETTINGS = """site_name: S
theme: {name: material}
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: kk, name: Қазақша, default: true}
        - {locale: ru, name: Русский}
  - sholu
"""
BIB = (
    "@book{hiro2009, author = {Hiro, Dilip}, author_ru = {Хиро, Дилип}, author_kk = {Хиро, Дилип}, "
    "title = {Inside Central Asia}, publisher = {Overlook}, address = {New York}, "
    "year = 2009, langid = {english}}\n"
    "@book{laumulin2020, author = {Лаумулин, Мурат}, title = {Вода}, publisher = {Наука}, "
    "address = {Алматы}, year = 2020, langid = {russian}}\n"
)
CLEAN: dict[str, str | bytes] = {
    "mkdocs.yml": SETTINGS,
    "references.bib": BIB,
    "docs/kk/index.md": "# Су {#su}\n\nШарт [@hiro2009].\n",
    "docs/ru/index.md": "# Вода {#su}\n\nДоговор [@hiro2009].\n",
    "docs/kk/water.md": "# Өзен {#river}\n\nӨзен ағады.\n",
    "docs/ru/water.md": "# Река {#river}\n\nРека течёт.\n",
    "data/glossary.yml": "- id: river\n  full: {kk: Өзен, ru: Река}\n",
}


def told(root: Path, files: dict[str, str | bytes], language: str = "en") -> list[str]:
    """Return place, code and mend of all that is told of a review in two languages, changed in some files."""
    write(root, {**CLEAN, **files})
    return [f"{one.place} {one.code} {in_language(one, language).mend}" for one in checked(root)[1]]


def test_nothing_is_told_of_a_clean_review(tmp_path: Path) -> None:
    """Else a row below could be told for something else."""
    assert told(tmp_path, {}) == []


@rows(
    ("typed", "expected"),
    [
        ("Договор [[@hiro2009]].", "docs/ru/index.md:3 C091 write [@hiro2009]"),
        ("Договор [Хиро @hiro2009].", "docs/ru/index.md:3 C092 take the name out: @hiro2009; or keep it"),
        (
            "Договор Хиро, @hiro2009 пишет.",
            "docs/ru/index.md:3 C092 take the name out: @hiro2009; or keep it",
        ),
        ("Договор Хиро [-@hiro2009].", ""),
        ("Договор [см. @hiro2009].", ""),
        ("TODO: договор [@hiro2009].", "docs/ru/index.md:3 O096 do what it says"),
        ("Договор [@hiro2009] (дописать).", "docs/ru/index.md:3 O096 do what it says"),
        ("Осталось дописать договор [@hiro2009].", ""),
        ("Дого\u00adвор [@hiro2009].", "docs/ru/index.md:3 F040 take it out"),
    ],
)
def test_slips_around_citations_and_remarks_are_told_once(tmp_path: Path, typed: str, expected: str) -> None:
    """Each with the one mend that it has; what is meant so is not told."""
    found = told(tmp_path, {"docs/ru/index.md": f"# Вода {{#su}}\n\n{typed}\n"})
    assert len(found) == bool(expected)
    assert "".join(found).startswith(expected)


def test_years_with_spaces_around_their_dash_are_told_once(tmp_path: Path) -> None:
    """Not for the spaces at which a line might break, too: none are to be there."""
    pages: dict[str, str | bytes] = {
        "docs/kk/index.md": "# Су {#su}\n\nШарт 1992–1993\u00a0жылы [@hiro2009].\n",
        "docs/ru/index.md": "# Вода {#su}\n\nДоговор 1992 – 1993\u00a0годов [@hiro2009].\n",
    }
    assert told(tmp_path, pages) == ["docs/ru/index.md:3 O097 write 1992–1993; `sholu check --fix` does"]


def test_each_work_of_a_bracket_typed_by_hand_is_a_citation(tmp_path: Path) -> None:
    """The year of the second is no page of the first; what the bibliography has not stays open."""
    page = "# Вода {#su}\n\nДоговор [@hiro2009].\n\n(Лаумулин, 2020: 5; Хиро, 2009; Иванов, 2001)\n"
    other = "# Су {#su}\n\nШарт [@hiro2009].\n\nОсы.\n"
    found = told(tmp_path, {"docs/ru/index.md": page, "docs/kk/index.md": other})
    assert "docs/ru/index.md:5 C090 write [@laumulin2020, 5; @hiro2009; …]" in found


def test_a_cyrillic_letter_in_a_label_is_told_and_nothing_that_follows_from_it(tmp_path: Path) -> None:
    """The reference to the label, the caption that is a paragraph, the other language: all by one letter."""
    table = "| А | Б |\n|---|---|\n| 1 | 2 |\n\n"
    pages: dict[str, str | bytes] = {
        "docs/kk/index.md": f"# Су {{#su}}\n\n{table}: Үлес {{#tbl-shares}}\n\n@tbl-shares [@hiro2009].\n",
        "docs/ru/index.md": f"# Вода {{#su}}\n\n{table}: Доли {{#tbl-shаres}}\n\n@tbl-shares [@hiro2009].\n",
    }
    assert told(tmp_path, pages) == ["docs/ru/index.md:7 N008 write tbl-shares, the same in all languages"]


def test_an_open_quotation_mark_of_a_term_is_told_once(tmp_path: Path) -> None:
    """And not on each page that has the term."""
    glossary = "- id: river\n  full: {kk: Өзен, ru: “Река}\n"
    found = told(tmp_path, {"data/glossary.yml": glossary})
    assert found == ["data/glossary.yml:2 G007 take the mark out, or add the other one"]


@rows(
    ("head", "expected"),
    [
        ("titel: Вода", "docs/ru/index.md:2 P026 did you mean title?"),
        ("Title: Вода", "docs/ru/index.md:2 P026 did you mean title?"),
        ("author: А", "docs/ru/index.md:2 P026 did you mean authors?"),
        ("title: Вода", ""),
        ("date: 2020", ""),
        ("reviewed_by: А", ""),
    ],
)
def test_a_mistyped_name_of_a_front_matter_is_told(tmp_path: Path, head: str, expected: str) -> None:
    """Names that plugins may read are none."""
    page = f"---\n{head}\n---\n\n# Вода {{#su}}\n\nДоговор [@hiro2009].\n"
    assert "".join(told(tmp_path, {"docs/ru/index.md": page})) == expected


@rows(
    ("path", "text", "expected"),
    [
        ("docs/ru/water.docx", "x", "docs/ru/water.docx:1 F098"),
        ("docs/ru/two.md.txt", "# A", "docs/ru/two.md.txt:1 F003"),
        ("docs/ru/two.markdown", "# A", "docs/ru/two.markdown:1 F003"),
        ("docs/ru/data.xlsx", "x", ""),
        ("references (1).bib", "", "references (1).bib:1 F099"),
        ("references - Copy.bib", "", "references - Copy.bib:1 F099"),
        ("other.bib", "", ""),
    ],
)
def test_drafts_and_copies_are_told(tmp_path: Path, path: str, text: str, expected: str) -> None:
    """What a browser, Word and Windows leave behind under names like those of a review."""
    assert "".join(told(tmp_path, {path: text})).partition(" let")[0].startswith(expected)
    assert len(told(tmp_path, {path: text})) == bool(expected)


def test_a_paper_to_which_a_page_leads_is_no_draft(tmp_path: Path) -> None:
    """Readers are to have it."""
    pages: dict[str, str | bytes] = {
        "docs/kk/index.md": "# Су {#su}\n\nШарт [@hiro2009], [мәтін](../assets/a%20b.docx).\n",
        "docs/ru/index.md": "# Вода {#su}\n\nДоговор [@hiro2009], [текст](../assets/a%20b.docx).\n",
        "docs/assets/a b.docx": b"PK",
    }
    assert told(tmp_path, pages) == []


def test_an_address_from_the_root_leads_out_of_the_language(tmp_path: Path) -> None:
    """Where the language has the page itself; the place on it stays."""
    page = "# Вода {#su}\n\nДоговор [@hiro2009], [реки](/water/#river).\n"
    other = "# Су {#su}\n\nШарт [@hiro2009], [өзен](/water/#river).\n"
    found = told(tmp_path, {"docs/ru/index.md": page, "docs/kk/index.md": other})
    assert found == ["docs/ru/index.md:3 L009 write water.md#river"]


TABLE = "| А | Б |\n|---|---|\n| 1 | 2 |\n\n"


@rows(
    ("old", "new", "code"),
    [
        ("[@hiro2009, с. 35]", "{@hiro2009, с. 35}", "T013"),
        ("[@hiro2009, с. 35]", "(Хиро, 35)", "T013"),
        ("слово.[^1]", "слово.(1)", "T014"),
        (": Доли {#tbl-a}", "Доли {#tbl-a}", "N003"),
        (": Доли {#tbl-a}", ": Доли {#tbl-a}\n\n: Ещё {#tbl-a}", "N002"),
    ],
    ids=["braces", "by-hand", "note", "caption", "caption-twice"],
)
def test_one_slip_in_a_page_is_told_by_one_rule(tmp_path: Path, old: str, new: str, code: str) -> None:
    """Numbers, paragraphs and notes that differ by it are not told beside it."""
    page = f"# Вода {{#su}}\n\nДоговор [@hiro2009, с. 35].\n\nВот слово.[^1]\n\n{TABLE}"
    page += ": Доли {#tbl-a}\n\n@tbl-a\n\n[^1]: Т.\n"
    other = f"# Су {{#su}}\n\nШарт [@hiro2009, 35-б.].\n\nМіне сөз.[^1]\n\n{TABLE}"
    other += ": Үлес {#tbl-a}\n\n@tbl-a\n\n[^1]: Т.\n"
    assert told(tmp_path, {"docs/ru/index.md": page, "docs/kk/index.md": other}) == []
    assert old in page
    found = told(tmp_path, {"docs/ru/index.md": page.replace(old, new), "docs/kk/index.md": other})
    assert [one.split()[1] for one in found] == [code]


@rows(
    ("old", "new", "code"),
    [
        ("publisher = {Наука}", "publishr = {Наука}", "B028"),
        ("langid = {russian}", "langid = {rusian}", "B025"),
    ],
    ids=["field", "language"],
)
def test_one_slip_in_an_entry_is_told_by_one_rule(tmp_path: Path, old: str, new: str, code: str) -> None:
    """A field that is mistyped is not missing, too; no title is compared with a language that is none."""
    found = told(tmp_path, {"references.bib": BIB.replace(old, new)})
    assert [one.split()[1] for one in found] == [code]


def test_of_a_folder_that_is_not_there_no_page_of_the_menu_is_told(tmp_path: Path) -> None:
    """Each would be missing."""
    found = told(tmp_path, {"mkdocs.yml": f"{SETTINGS}docs_dir: doc\nnav: [index.md, water.md]\n"})
    assert [one.split()[1] for one in found] == ["S022"]
