"""What is numbered, in plain Markdown."""

from __future__ import annotations

from sholu.citations.source import without_code
from sholu.crossreferences.labels import Appendices, Numbering, PageText, numbered
from sholu.crossreferences.plain import in_plain_text
from sholu.languages import language

TEXT = """На [рисунке @fig-map] и в [@tbl-a; @tbl-b]; @eq-x, `@fig-map`, @fig-nope.

![Карта *рек*](map.png "T"){#fig-map width=50%}

: Торговля {#tbl-a}

| a |
|---|
| 1 |
: Ещё {#tbl-b}

$$
x_{1}
$$ {#eq-x}
"""


def test_labels_give_way_to_numbers() -> None:
    """Formulas stay as they are typed, and so does what refers to nothing."""
    labels = numbered([PageText("a.md", TEXT)], Numbering(), Appendices(["А"], "{}.{}"), without_code)
    assert in_plain_text(TEXT, labels, language("ru")) == (
        "На рисунке\u00a01 и в табл.\u00a01 и 2; (1), `@fig-map`, @fig-nope.\n\n"
        '![Рис.\u00a01. Карта *рек*](map.png "T")\n\n'
        "Таблица\u00a01. Торговля\n\n| a |\n|---|\n| 1 |\n\nТаблица\u00a02. Ещё\n\n$$\nx_{1}\n$$ (1)\n"
    )
