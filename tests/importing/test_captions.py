"""What a paper numbered by hand is numbered by the review from then on, the same in all languages."""

from __future__ import annotations

from sholu.crossreferences.labels import Labelled, Labels
from sholu.importing.paper.captions import numbered
from sholu.importing.paper.numbers import linked
from sholu.pages.labels import LabelKind

from tests.reading import read_words
from tests.rows import rows

TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"

PICTURES = "| ![](a.png) | ![](b.png) |\n|---|---|"
BOX = '<figure id="{}" markdown>\n\n{}\n\n</figure>'
BELOW = '<figcaption markdown="span">A</figcaption>'


@rows(
    ("code", "typed", "written"),
    [
        # the caption below a picture, above a table, in words of each language
        ("kk", "![](m.png)\n\n1-сурет. Шекара", "![Шекара](m.png){#fig-1}"),
        ("kk", "![](m.png)\n\nСурет 1 – Шекара", "![Шекара](m.png){#fig-1}"),
        ("ru", "![image](m.png)\n\n**Рис. 1.** Граница", "![Граница](m.png){#fig-1}"),
        ("ru", "![](m.png)\n\nРисунок 1.2 – Граница", "![Граница](m.png){#fig-1-2}"),
        ("en", "![A map](m.png)\n\nFigure 1: The border", '![The border](m.png){#fig-1 alt="A map"}'),
        ("tr", "![](m.png)\n\nŞekil 1. Sınır", "![Sınır](m.png){#fig-1}"),
        # above it, and as its alternative text, where no block follows; pictures one after another
        ("en", "Text.\n\nFigure 1: The border\n\n![](m.png)", "Text.\n\n![The border](m.png){#fig-1}"),
        ("en", "![Figure 1: The border](m.png)", "![The border](m.png){#fig-1}"),
        (
            "en",
            "![](m.png)\n\nFigure 1: A\n\n![](n.png)\n\nFigure 2: B",
            "![A](m.png){#fig-1}\n\n![B](n.png){#fig-2}",
        ),
        ("ru", f"Таблица 1 – Объём\n\n{TABLE}", f": Объём {{#tbl-1}}\n\n{TABLE}"),
        ("kk", f"1-кесте. Көлемі\n\n{TABLE}", f": Көлемі {{#tbl-1}}\n\n{TABLE}"),
        ("en", f"{TABLE}\n\nTable 1. Volume", f": Volume {{#tbl-1}}\n\n{TABLE}"),
        ("en", f"**Table 1**\n\n*Volume of trade*\n\n{TABLE}", f": Volume of trade {{#tbl-1}}\n\n{TABLE}"),
        ("ru", "$$a = b$$ (1)", "$$a = b$$ {#eq-1}"),
        # merged cells; pictures in cells; what pandoc takes for the caption of the table below
        ("en", "Table 1. A\n\n<table>\n</table>", BOX.format("tbl-1", f"{BELOW}\n\n<table>\n</table>")),
        ("en", f"{PICTURES}\n\nFigure 1. A", BOX.format("fig-1", f"{PICTURES}\n\n{BELOW}")),
        ("en", "![](m.png)\n\n\ue000tbl \ue001Figure 1. A\n\nWords", "![A](m.png){#fig-1}\n\nWords"),
        # as Word's tabs part them
        ("en", "$a = b$ (2)", "$$a = b$$ {#eq-2}"),
        ("en", "$a = b$ (2) holds", "$a = b$ (2) holds"),
        # as Word parts them: two paragraphs, a table of one row
        ("ru", "$$a = b$$\n\n\\(1\\)\n\nгде", "$$a = b$$ {#eq-1}\n\nгде"),
        (
            "en",
            "|  |  |  |\n|--|--|--|\n| | $a = b$ | \\(2\\) |\n\nEnd",
            "$$a = b$$ {#eq-2}\n\nEnd",
        ),
        ("en", "$$a = b$$\n\n(see below)", "$$a = b$$\n\n(see below)"),
        # nothing of the kind
        ("ru", f"Таблица показывает рост.\n\n{TABLE}", f"Таблица показывает рост.\n\n{TABLE}"),
        ("ru", "![](m.png)\n\nТекст.", "![](m.png)\n\nТекст."),
        ("ru", "Рис. 1. Граница", "Рис. 1. Граница"),
    ],
)
def test_a_caption_becomes_one_of_ours(code: str, typed: str, written: str) -> None:
    """Its number is that of the label; what has none of its own stays as it is."""
    assert numbered(typed, code)[0] == written


@rows(
    ("code", "typed", "written"),
    [
        ("ru", "Как видно (рис. 1), растёт.", "Как видно (@fig-1), растёт."),
        ("ru", "На рисунке 1 видно.", "На [рисунке @fig-1] видно."),
        ("ru", "По данным таблицы 1.", "По данным [таблицы @tbl-1]."),
        ("ru", "Из формулы (1) следует.", "Из формулы @eq-1 следует."),
        ("tr", "denklem (1) gösterir", "denklem @eq-1 gösterir"),
        ("zh", "由公式(1)给出，见式（1）。", "由@eq-1给出，见@eq-1。"),
        ("kk", "1-суретте көрсетілген.", "@fig-1те көрсетілген."),
        ("kk", "1-кестеге қараңыз.", "@tbl-1ге қараңыз."),
        ("en", "See Table 1 and Fig. 1.", "See @tbl-1 and [Fig. @fig-1]."),
        # what was not found, several in a row, what stands in a bracket
        ("ru", "рис. 7", "рис. 7"),
        ("ru", "рис. 1, 2; рис. 1–3; Tables 1 and 2", "рис. 1, 2; рис. 1–3; Tables 1 and 2"),
        ("ru", "[@ivanov2009, рис. 1]", "[@ivanov2009, рис. 1]"),
    ],
)
def test_a_reference_leads_to_what_it_names(code: str, typed: str, written: str) -> None:
    """In the forms that a language has; what cannot be told stays a word."""
    things = {"ru": "Рис. 1. Г|Таблица 1. Т", "kk": "1-сурет. Г|1-кесте. Т", "en": "Figure 1. Г|Table 1. Т"}
    things |= {"tr": "Şekil 1. G|Tablo 1. T", "zh": "图1 边界|表1 贸易"}
    picture, table = things[code].split("|")
    text = f"![](m.png)\n\n{picture}\n\n{table}\n\n{TABLE}\n\n$$a$$ (1)\n\n{typed}"
    assert numbered(text, code)[0].rpartition("\n\n")[2] == written


def test_a_second_paper_brings_no_label_twice() -> None:
    """Its own get an ending, all of them."""
    text, captions = numbered("![](m.png)\n\nРис. 1. Граница\n\nСм. рис. 1.", "ru", {"fig-1"})
    assert text == "![Граница](m.png){#fig-1-2}\n\nСм. @fig-1-2."
    assert captions.references == 1


def test_signs_of_ours_in_a_paper_are_letters() -> None:
    """However many it has: what they would begin ends at the next."""
    typed = "\ue000fig a" * 20_000
    assert numbered(typed, "ru")[0] == typed


@rows(
    ("code", "typed", "linked_as", "read"),
    [
        ("ru", "На рис. 1–3 видно", "На [рис. @fig-1; @fig-2; @fig-3] видно", "На рис. 1–3 видно"),
        ("ru", "см. рис. 1, 2 и 4", "см. [рис. @fig-1; @fig-2; @fig-4]", "см. рис. 1, 2 и 4"),
        ("ru", "на рисунках 2 и 4", "на [рисунках @fig-2; @fig-4]", "на рисунках 2 и 4"),
        ("ru", "рис. 2, а", "@fig-2, а", "рис. 2, а"),
        ("ru", "рис. 2 и 9", "рис. 2 и 9", "рис. 2 и 9"),
        ("ru", "рис. 2–1", "рис. 2–1", "рис. 2–1"),
        ("en", "Figures 2 and 4 show", "[Figures @fig-2; @fig-4] show", "Figures 2 and 4 show"),
        ("en", "see Figs. 1–3", "see [Figs. @fig-1; @fig-2; @fig-3]", "see Figs. 1–3"),
        ("en", "see Fig. 1, 2, and 3", "see [Fig. @fig-1; @fig-2; @fig-3]", "see Fig. 1–3"),
        # a letter behind a number is none of the label
        ("en", "in Figure 2a", "in @{fig-2}a", "in Figure 2a"),
        ("kk", "1–3-суреттерден", "[-@fig-1; -@fig-2; -@fig-3]-суреттерден", "1–3-суреттерден"),
        ("kk", "2 және 4-суреттерде", "[-@fig-2; -@fig-4]-суреттерде", "2 және 4-суреттерде"),
        ("kk", "1-сурет, 3-сурет", "@fig-1, @fig-3", "1-сурет, 3-сурет"),
    ],
)
def test_a_run_of_numbers_is_one_reference(code: str, typed: str, linked_as: str, read: str) -> None:
    """And is read again as its author had it; one of which a figure is missing stays as it is typed."""
    names = {("fig", str(number)): f"fig-{number}" for number in range(1, 5)}
    text, _ = linked(typed, code, names)
    assert text == linked_as
    labels = Labels()
    for (_, number), label in names.items():
        labels.every[label] = Labelled(label, LabelKind.FIGURE, number, "", "a.md", 1)
    assert read_words(f"И {text}", labels, code)[2:].replace("\u00a0", " ") == read


def test_a_row_of_a_table_is_no_equation_if_it_says_more() -> None:
    """Word puts an equation and its number into a row of their own; and a row of thousands of cells ends."""
    row = "| a | $x$ | (1) |"
    assert numbered(row, "en")[0] == row
    assert numbered("Before.\n\n| $x$ | (1) |\n\nBehind.", "en")[0] == "Before.\n\n$$x$$ {#eq-1}\n\nBehind."
    assert numbered("|  |" * 20_000, "en")[0] == "|  |" * 20_000
