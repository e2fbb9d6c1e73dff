"""A paper becomes pages: its headings, notes, works and citations; each rule on a small text of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from sholu.importing.draft import Draft, Name
from sholu.importing.paper import pandoc
from sholu.importing.paper.captions import numbered
from sholu.importing.paper.cited import Cited
from sholu.importing.paper.citing import Citing
from sholu.importing.paper.front import Front, taken_off
from sholu.importing.paper.plain import from_plain
from sholu.importing.paper.reading import read_paper
from sholu.importing.paper.structure import named, pages_of, with_headings
from sholu.importing.paper.tree import Replacements, shown
from sholu.importing.paper.verse import with_poems

from tests.commands import run
from tests.rows import rows

SMITH = Draft(
    "article", {"title": "Rivers", "year": "2019"}, {"author": (Name("Smith", "A. B."), Name("Doe", "J."))}
)
HIRO = Draft("book", {"title": "Inside Central Asia", "year": "2009"}, {"author": (Name("Hiro", "D."),)})
LAUMULIN = Draft("article", {"title": "Положение", "year": "2020"}, {"author": (Name("Лаумулин", "М. Т."),)})


def cited(text: str) -> tuple[str, Cited]:
    """Return a text with its citations, and what was found of them."""
    known = Cited(
        works={"smith2019": SMITH, "hiro2009": HIRO, "laumulin2020": LAUMULIN},
        numbers={1: "smith2019", 2: "hiro2009", 3: "laumulin2020"},
    )
    new: list[str] = []

    def key(draft: Draft) -> str:
        new.append(draft.type)
        return f"new{len(new)}"

    return Citing(known, "kk", key, "мәтінде ({}) деп аталған").of(text), known


@rows(
    ("typed", "written"),
    [
        ("(Лаумулин М, 2020)", "[@laumulin2020]"),
        ("(Smith & Doe, 2019, p. 5)", "[@smith2019, p. 5]"),
        ("(see Smith and Doe 2019: 12–14; Hiro, 2009)", "[see @smith2019, p. 12–14; @hiro2009]"),
        ("(Smith et al., 2019)", "[@smith2019]"),
        ("(Dilip Hiro, 2009)", "[@hiro2009]"),
        ("(Laumulin, 2020, 12-б.)", "[@laumulin2020, 12-б.]"),
        ("(Лаумуллин, 2020)", "[@laumulin2020]"),
        ("Лаумулин (2020) айтады", "Лаумулин [-@laumulin2020] айтады"),
        (r"\[2, с. 45\]", "[@hiro2009, с. 45]"),
        ("[3; 1–2]", "[@laumulin2020; @smith2019; @hiro2009]"),
        ("[1, 3]", "[@smith2019; @laumulin2020]"),
        ("[2, 12-б.]", "[@hiro2009, 12-б.]"),
        ("(Қосымов А., 2001)", "[@new1]"),
        ("(1991 жылғы 18 ақпан, 2019)", "(1991 жылғы 18 ақпан, 2019)"),
        ("(Алматы, 1997)", "(Алматы, 1997)"),
        ("(COVID-19), (2019), [a](b.md), [^1], [7]", "(COVID-19), (2019), [a](b.md), [^1], [7]"),
    ],
)
def test_a_typed_citation_becomes_one_of_ours(typed: str, written: str) -> None:
    """By author and year, by number, in the sentence; what is none stays as it is."""
    assert cited(f"Сөз {typed}.")[0] == f"Сөз {written}."


def test_a_work_that_nobody_lists_says_how_it_was_cited() -> None:
    """Under one key, however its name is spelled."""
    text, known = cited(
        "Бір (Бостанкулова М, 2019). Екі (Бостонкулова, 2019). Сұхбат (Дюшекеев, Д. Интервью, 2021)."
    )
    assert text == "Бір [@new1]. Екі [@new1]. Сұхбат [@new2]."
    assert known.works["new1"].fields["description_kk"] == "мәтінде (Бостанкулова М, 2019) деп аталған"
    assert known.works["new2"].type == "interview"
    assert known.found == 3


def test_a_note_explains_an_abbreviation_or_is_a_reference() -> None:
    """The first stays a note, its work has the abbreviation; the second is cited, and "ibid." after it."""
    text, known = cited(
        "Шарт (ДоДиС, 1991)[^1]. Елшілік (ПКРК)[^2]. Кітап[^3] және[^4].\n\n"
        "[^1]: ДоДиС – Договор о дружбе между Казахской ССР и Республикой Кыргызстан 18 февраля 1991 г\n\n"
        "[^2]: ПКРК – Посольство Кыргызской Республики: Сотрудничество\n\n"
        "[^3]: Вебер М. Избранное. М.: Наука, 1996. С. 15.\n\n[^4]: Там же. С. 20.\n"
    )
    assert text.startswith(
        "Шарт [@new1][^1]. Елшілік [@new2][^2]. Кітап[^3] және[^4].\n\n[^1]: ДоДиС – Договор"
    )
    assert "[^3]: [@new3, p. 15]." in text
    assert "[^4]: [@new3, С. 20]." in text
    assert known.works["new1"].fields["shorthand"] == "ДоДиС"
    assert known.works["new1"].fields["date"] == "1991-02-18"
    assert known.works["new3"].fields["publisher"] == "Наука"


def test_text_that_was_typed_off_is_mended() -> None:
    """Headings, broken paragraphs and words, notes in the middle, page numbers; each is counted."""
    made = from_plain(
        "СУ ЖӘНЕ ШЕКАРА\n\nКіріспе\n\nЖылдарында болған жыл дарында (ДоДиС, 1991)1. "
        "Еңбекте- рінің сөзі екі елдің арасындағы "
        "қатынастың дамуын көрсетеді және бұл туралы көп жазылған, сондықтан\n\n"
        "1 ДоДиС – Шарт 18 ақпан 1991 ж. біз де айтамыз.\n\n12\n\n"
        "•\tбір;\n\n•\tекі.\n"
    )
    assert made.markdown == (
        "# СУ ЖӘНЕ ШЕКАРА\n\n\n## Кіріспе\n\n\n"
        "Жылдарында болған жылдарында (ДоДиС, 1991)[^1]. Еңбектерінің сөзі екі елдің арасындағы "
        "қатынастың дамуын көрсетеді және бұл туралы көп жазылған, сондықтан біз де айтамыз.\n\n"
        "-   бір;\n-   екі.\n\n[^1]: ДоДиС – Шарт 18 ақпан 1991 ж.\n"
    )
    assert made.mended["words joined that a line had parted"] == 1
    assert made.mended["page numbers taken away"] == 1


def test_pages_and_ids_are_the_same_in_a_translation() -> None:
    """By order and level; what differs is said."""
    text = "Басы.\n\n# Кіріспе\n\nБір.[^1]\n\n## Шу өзені\n\n- а\n- б\n\n"
    text += "# Қорытынды\n\nСоңы.\n\n[^1]: Ескертпе.\n"
    pages, _ = pages_of("Су", text, "kk")
    assert [page.name for page in pages] == ["index.md", "introduction.md", "conclusion.md"]
    assert [section.identifier for section in pages[1].sections] == ["introduction", "shu-ozeni"]
    assert "Бір.[^1]\n\n[^1]: Ескертпе." in pages[1].markdown
    russian = "Начало.\n\n# Введение\n\nОдин.\n\nДва.\n\n## Река Чу\n\n- а\n- б\n\n# Заключение\n\nКонец.\n"
    translated, differences = pages_of("Вода", russian, "ru", pages)
    assert [page.name for page in translated] == [page.name for page in pages]
    assert translated[1].sections[1].identifier == "shu-ozeni"
    assert differences == ["introduction.md#introduction: paragraphs: 2; the original: paragraphs: 1"]


def test_bold_paragraphs_are_headings_where_there_are_no_others() -> None:
    """The first may be the title; a sentence that is bold is none."""
    text = "ӘОЖ 1\n\n**СУ**\n\n**Кіріспе**\n\nСөз **қалың** сөз.\n\n**Ұзын " + "сөз " * 60 + "**\n"
    made = with_headings(text)
    assert made.startswith("ӘОЖ 1\n\n# СУ\n\n## Кіріспе\n\nСөз **қалың** сөз.\n\n**Ұзын")
    assert with_headings(f"# А\n\n{text}") == f"# А\n\n{text}"


def test_headings_have_names_that_addresses_can_have() -> None:
    """What parts of papers are called usually, in any language, is one name."""
    assert {named(title, code) for title, code in (("Кіріспе", "kk"), ("Введение", "ru"))} == {"introduction"}
    assert named("Теориялық-методологилық базасы", "kk") == "methodology"
    assert named("2020 жыл", "kk") == "s-2020-zhyl"


def test_what_stands_before_the_text_is_known() -> None:
    """Codes, authors, ORCID, address, keywords in three languages; the text is left."""
    front = Front()
    text = taken_off(
        front,
        "УДК 94(574)\n\nА. Б. Смит^1^, С. Ким\n\norcid.org/0000-0002-1825-0097, a@b.kz\n\n# Су\n\nАңдатпа: "
        + "Су туралы ұзақ мәтін осында тұрады. " * 3
        + "\n\nТүйін сөздер: су, шекара\n\nKeywords: water; border\n",
        "kk",
    )
    assert front.codes == ["УДК 94(574)"]
    assert [name.family for name in front.authors] == ["Смит", "Ким"]
    assert (front.orcids, front.mails) == (["0000-0002-1825-0097"], ["a@b.kz"])
    assert front.subjects == {"kk": "су; шекара", "en": "water; border"}
    assert "## Аңдатпа" in text
    assert "## Түйін сөздер\n\nсу; шекара." in text


@rows(
    ("head", "title"),
    [
        ("УДК 94(574)\n\n**Вода и границы в долине Чу**\n\nА. Б. Смит^1^", "Вода и границы в долине Чу"),
        ("А. Б. Смит\n\nВода и границы Чу\n\nКазахский университет, Алматы", "Вода и границы Чу"),
        # a name of a journal, a text without a head, a sentence
        ("ВЕСТНИК КазНУ\n\nА. Б. Смит", ""),
        ("Вода и границы в долине Чу\n\nТекст.", ""),
        ("УДК 94\n\nВода течёт через границы.", ""),
    ],
)
def test_a_title_that_was_typed_as_a_paragraph_is_one(head: str, title: str) -> None:
    """It stands in the head of a paper whose headings are parts, below the code of its subject."""
    front = Front()
    text = taken_off(front, f"{head}\n\n# Введение\n\nТекст.\n\n# Итог\n\nТекст.", "ru")
    assert front.title == title
    assert (title or head[-10:]) not in text or not title


@rows(
    ("typed", "written"),
    [
        ("# A\n\nOne,  \ntwo,  \nthree.\n\nText.", "# A\n\n| One,\n| two,\n| three.\n\nText."),
        # two lines, an item, the head of a paper, a paragraph that a program has broken
        ("# A\n\nOne,  \ntwo.", "# A\n\nOne,  \ntwo."),
        ("# A\n\n- One,  \n  two,  \n  three.", "# A\n\n- One,  \n  two,  \n  three."),
        ("One,  \ntwo,  \nthree.\n\n# A", "One,  \ntwo,  \nthree.\n\n# A"),
        (f"# A\n\n{'o' * 99}  \ntwo  \nthree", f"# A\n\n{'o' * 99}  \ntwo  \nthree"),
    ],
)
def test_lines_broken_by_hand_are_a_poem(typed: str, written: str) -> None:
    """Three short ones at least, each of them broken on purpose."""
    assert with_poems(typed) == written


def test_what_markdown_has_no_sign_for_is_html() -> None:
    """Joined where a program has cut it into pieces; and signs of formulas are none of Markdown."""
    changes = Replacements({"z1": "hiro2009"}, str, {}, numbers_all=False)
    word = {"t": "Str", "c": "2"}
    assert changes.inlines([{"t": "Subscript", "c": [word]}]) == [
        {"t": "RawInline", "c": ["html", "<sub>"]}, word, {"t": "RawInline", "c": ["html", "</sub>"]},
    ]  # fmt: skip
    pieces = [{"t": "SmallCaps", "c": [word]}, {"t": "SmallCaps", "c": [word]}]
    assert len(changes.inlines(pieces)) == 4
    assert changes.inlines([{"t": "Str", "c": "{{x}}"}]) == [{"t": "RawInline", "c": ["markdown", r"\{{x}}"]}]
    said = {"t": "Str", "c": "ch. 2"}
    cite = {"t": "Cite", "c": [[{"citationId": "z1", "citationSuffix": [said, {"t": "Space"}]}], []]}
    behind = [{"t": "Str", "c": ","}, {"t": "Space"}, said]
    assert changes.inlines([cite])[0]["c"][0] == [{"citationId": "hiro2009", "citationSuffix": behind}]
    assert shown("<math><semantics><mo>*</mo><annotation a='b'>a_1</annotation></semantics></math>") == (
        "<math><mo>&#42;</mo></math>"
    )


def test_a_formula_stays_tex_where_the_site_reads_it() -> None:
    """Else it is MathML: a command that nobody knows, a letter beside it."""
    changes = Replacements({}, str, {r"\nope{a}": "<math>1</math>", "x": "<math>x</math>"}, numbers_all=False)

    def written(kind: str, tex: str, *after: dict[str, str]) -> str:
        (first, *_) = changes.inlines([{"t": "Math", "c": [{"t": kind}, tex]}, *after])
        return str(first["c"][1])

    assert written("InlineMath", r"\frac{a}{b}") == r"$\frac{a}{b}$"
    assert written("DisplayMath", "a\n= b") == "$$a = b$$"
    # As Word numbers it by itself.
    array = r"\begin{array}{r}%s\end{array}"
    assert written("DisplayMath", array % "\nE = mc\\#\\left( 1.2 \\right)\n") == "$$E = mc$$ (1.2)"
    assert written("DisplayMath", array % r" a\\b\#(1) ").startswith(r"$$\begin{array}{r} a\\b")
    assert written("DisplayMath", r"p = \frac{n}{N} \quad (1)") == r"$$p = \frac{n}{N}$$ (1)"
    assert written("InlineMath", "n", {"t": "Str", "c": "为总数"}) == "$n$"
    assert written("InlineMath", r"\nope{a}") == "<math>1</math>"
    assert written("InlineMath", "x", {"t": "Str", "c": "-axis"}) == "$x$"
    assert written("InlineMath", "x", {"t": "Str", "c": "th"}) == "<math>x</math>"


LATEX = r"""
\begin{document}
See \ref{fig:a} and (\ref{eq:x}), Table~\ref{tab:t}, \ref{sec:none}.\footnote{A note.}
\begin{equation}\label{eq:x} r=\frac{a}{b}\end{equation}
\begin{table}\caption{Trade}\label{tab:t}\begin{tabular}{ll}a&b\\c&d\end{tabular}\end{table}
\begin{table}\caption{More}\begin{tabular}{ll}a&b\\c&d\end{tabular}\end{table}
\begin{figure}\includegraphics{map.png}\caption{The border}\label{fig:a}\end{figure}
\end{document}
"""


@pytest.mark.usefixtures("processes")
def test_labels_of_latex_are_those_of_the_review(tmp_path: Path) -> None:
    """Figures, tables, equations and what refers to them; a reference to nothing is what stood for it."""
    (tmp_path / "paper.tex").write_text(LATEX, encoding="utf-8")
    (tmp_path / "map.png").write_bytes(b"")
    text, _ = numbered(read_paper(tmp_path / "paper.tex", lambda draft: draft.key).markdown, "en")
    assert "See [-@fig-a] and @eq-x, Table [-@tbl-t], " in text.replace("\u00a0", " ")
    assert r"$$r=\frac{a}{b}$$ {#eq-x}" in text
    assert ": Trade {#tbl-t}" in text
    assert ": More {#tbl-2}" in text
    assert "![The border](../assets/paper-1.png){#fig-a}" in text
    assert "[^1]: A note." in text


RTF = rb"""{\rtf1\ansi\ansicpg1251\uc1\deff0{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset0 Arial;}}
\pard\f0 \'cf\'f0\'e8\'e2\'e5\'f2 {\f1 caf\'e9} \u1179\'ea 15\u8211?17{\chftn}{\*\footnote\chftn\pard\plain
\f0\'d1\'ed\'ee\'f1\'ea\'e0 {\i \'ea}.\par}. \'ca{\super\chftn}{\footnote\chftn Two}\par}"""


@pytest.mark.usefixtures("processes")
def test_rtf_has_its_footnotes_and_letters(tmp_path: Path) -> None:
    """Of any code page and in Unicode, whatever stands in place of a sign of that."""
    (tmp_path / "paper.rtf").write_bytes(RTF)
    paper = read_paper(tmp_path / "paper.rtf", lambda draft: draft.key)
    assert paper.markdown == "Привет café қ 15–17[^1]. К[^2]\n\n[^1]: Сноска *к*.\n\n[^2]: Two\n"
    assert not paper.mended


PAPER = """---
title: Water and borders
---

# Introduction

Rivers know no borders (Smith & Doe, 2019, p. 5).^[A note.] H~2~O and $a*b$.

![A picture](pic.png)

# Methods

- one

    1. nested

# References

1. Smith, A. B., & Doe, J. (2019). Rivers and borders. *Water Policy*, *12*(3), 45–60.
2. Read by nobody. 300 copies.
"""


@pytest.mark.usefixtures("processes")
def test_a_paper_of_word_becomes_a_review_that_builds(tmp_path: Path) -> None:
    """With its note, picture, formula and works; again, it is refused, and nothing is written over."""
    (tmp_path / "pic.png").write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
            "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
        )
    )
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    docx = tmp_path / "paper.docx"
    subprocess.run((pandoc.program(), "paper.md", "-o", str(docx)), cwd=tmp_path, check=True)
    made = run("sholu", tmp_path, "new", "review", "--languages", "en", "--from", "paper.docx")
    assert made.returncode == 0, made.stderr
    assert "citations: 1, of 1 works; works new in references.bib: 2" in made.stdout
    folder = tmp_path / "review"
    page = (folder / "docs/en/introduction.md").read_text(encoding="utf-8")
    assert "[@smith2019, p. 5].[^1] H<sub>2</sub>O" in page
    assert "H<sub>2</sub>O and $a*b$." in page
    assert "![A picture](../assets/paper-1.png)" in page
    assert "[^1]: A note." in page
    assert "    1. nested" in (folder / "docs/en/methodology.md").read_text(encoding="utf-8")
    assert "% 2. Read by nobody. 300 copies." in (folder / "references.bib").read_text(encoding="utf-8")
    built = run("sholu", folder, "build", "--strict")
    assert built.returncode == 0, built.stderr
    again = run("sholu", folder, "import", "../paper.docx", "--language", "en")
    assert again.returncode == 1
    assert (
        "docs/en has index.md, introduction.md, methodology.md already, and nothing was written"
        in again.stderr
    )
    for arguments, said in (
        (("no.docx", "--language", "en"), "there is no such file"),
        (("../paper.docx", "--language", "ru"), "the review has no language “ru”"),
        (("../pic.png", "--language", "en"), "is in no format that is read here; known are .docx"),
    ):
        refused = run("sholu", folder, "import", *arguments)
        assert refused.returncode == 1
        assert said in refused.stderr


@pytest.mark.usefixtures("processes")
def test_each_step_of_three_languages_builds(tmp_path: Path) -> None:
    """A page says in which languages it is until it is in all; the others wait with their abstracts."""
    russian = "\n# Реки и границы\n\n**Аннотация.** " + "Реки не знают границ, а страны знают. " * 5 + "\n"
    kazakh = "# Өзен мен шекара\n\nСу ортақ.\n\n## Кіріспе\n\nБір.\n"
    (tmp_path / "kk.md").write_text(kazakh + russian.replace("# ", "## "))
    (tmp_path / "ru.md").write_text("# Реки и границы\n\nВода общая.\n\n## Введение\n\nОдин.\n")
    made = run("sholu", tmp_path, "new", "review", "--languages", "kk,ru,en", "--from", "kk.md")
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "review"
    page, waiting, settings = (
        folder / name for name in ("docs/kk/introduction.md", "docs/ru/index.md", "mkdocs.yml")
    )
    assert "languages: [kk]  # until" in page.read_text()
    assert "# Реки и границы {#review}\n\n## Аннотация {#abstract}\n\nРеки не знают" in waiting.read_text()
    assert 'site_name: "Өзен мен шекара"' in settings.read_text()
    assert 'site_name: "Реки и границы"' in settings.read_text()
    built = run("sholu", folder, "build", "--strict")
    assert built.returncode == 0, built.stderr
    for code, marked in (("ru", "languages: [kk, ru]  # until"), ("en", "")):
        brought = run("sholu", folder, "import", "../ru.md", "--language", code, "--as-translation-of", "kk")
        assert brought.returncode == 0, brought.stderr
        said = [line for line in page.read_text().splitlines() if line.startswith("languages")]
        assert [line[: len(marked)] for line in said] == ([marked] if marked else [])
        built = run("sholu", folder, "build", "--strict")
        assert built.returncode == 0, built.stderr
    assert not any("languages:" in path.read_text() for path in folder.glob("docs/*/*.md"))
