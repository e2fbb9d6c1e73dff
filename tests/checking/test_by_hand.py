"""What is typed by hand where there is a sign for it, and signs that make another thing than was meant."""

from __future__ import annotations

import pytest
from sholu.checking.by_hand import typed_otherwise
from sholu.checking.elements import no_elements
from sholu.checking.typed import TypedPage

from tests.rows import rows

pytestmark = pytest.mark.pure


def found(text: str) -> list[tuple[str, int]]:
    """Return the codes of what is found, with the lines."""
    page = TypedPage("docs/ru/a.md", "ru", text)
    every = (*no_elements(page.prose), *typed_otherwise(page.prose, page.text))
    return [(one.code, page.place(one.start).line) for one in every]


@rows(
    ("text", "expected"),
    [
        ("Договор [12, с. 35] подписан.\n", [("C093", 1)]),
        ("Договор [3; 7] подписан.\n", [("C093", 1)]),
        ("Слова [Там же, с. 36].\n", [("C093", 1)]),
        ("Words (Ibid., p. 36).\n", [("C093", 1)]),
        ("Вода <illegible> общая.\n", [("M031", 1)]),
        ("Слова.\n\n**История**\n\nСлова.\n", [("M033", 3)]),
        ("Слова.\n\n#1 проблема.\n", [("M034", 3)]),
        ("Вот и всё\n---\n", [("M035", 2)]),
        ("Слова.\n\n1992. Переговоры.\n", [("M036", 3)]),
        ("а) вода\nб) торговля\n", [("M037", 1)]),
        ("1) вода\n2) торговля\n", [("M037", 1)]),
        ("1.Вода\n2.Торговля\n", [("M037", 1)]),
        ("Слова.\n\n    Начались переговоры о воде.\n", [("M038", 3)]),
        ("![A](a.png){#fig-map, width=60%}\n", [("N010", 1)]),
        ("![A](a.png){#fig-map width=“60%”}\n", [("N010", 1)]),
        ("![A](a.png){fig-map}\n", [("N010", 1)]),
        ("![A](a.png){style=width:60%}\n", [("N010", 1)]),
        (": Доли {tbl-shares}\n", [("N010", 1)]),
    ],
)
def test_a_slip_is_found_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    """One finding for one mistake."""
    assert found(text) == expected


@rows(
    "text",
    [
        "См. [12](a.md), [12][a], [1]: https://example.org и сноску[^1].\n\n[^1]: Слова.\n",
        "Пишут [@hiro2009, с. 35], в [1992] году и [2020].\n",
        "Слова <b>важны</b>, <https://example.org>, <a@example.org>, <my-part>.\n",
        "<svg viewBox='0 0 1 1'><path d='M0 0'/><foo/></svg>\n",
        "**Важно.** Слова.\n\nСлова **важны**\n\nи здесь.\n",
        "# История\n\n## 1992\n\n---\n\nСлова.\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "1. вода\n2. торговля\n\n- а) вода\n- б) торговля\n",
        "- пункт\n\n    Начались переговоры о воде.\n",
        "[^1]: Слова.\n\n    Начались переговоры о воде.\n",
        "!!! note\n\n    Начались переговоры о воде.\n",
        "Код:\n\n    x = 1; y = 2\n",
        '![A](a.png){#fig-map width="60%" .wide}\n\n: Доли {#tbl-shares}\n',
        "```markdown\n!!! note\n\n    Начались переговоры о воде.\n```\n",
        "```\n    Начались переговоры о воде.\n\n[12, с. 35] <illegible>\n```\n",
    ],
)
def test_what_is_a_sign_or_code_is_left(text: str) -> None:
    """Links, footnotes, elements, items and code are what they look like."""
    assert found(text) == []
