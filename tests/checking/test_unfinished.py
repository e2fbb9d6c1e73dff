"""What is begun and not ended: ids of headings, links, notes, tables, italics."""

from __future__ import annotations

import pytest
from sholu.checking.mending import applied
from sholu.checking.typed import TypedPage
from sholu.checking.unfinished import unfinished

from tests.rows import rows

pytestmark = pytest.mark.pure


def found(text: str) -> list[tuple[str, str]]:
    """Return what is found in a text: the code, and the text as it is mended, or from where it is told."""
    page = TypedPage("docs/index.md", "ru", text)
    return [
        (one.code, applied(text, one.edits) if one.edits else text[one.start :][:12])
        for one in unfinished(page.prose, page.own_words)
    ]


@rows(
    ("text", "expected"),
    [
        ("## Реки {#rivers\n\n## Озёра {#lakes}\n", [("M017", "{#rivers\n\n##")]),
        ("## Реки {rivers}\n### Чу (#chu)\n# Т [#t]\n", [("M017", "{rivers}\n###"), ("M017", "(#chu)\n# Т ["),
                                                         ("M017", "[#t]\n")]),
        ("## Реки (1992)\n\n## Реки {.site-only}\n\n## C (#)\n\nСлова (#rivers)\n", []),
        ("а [реки](water.md#rivers на\nсевере.\n\n[б](b.md)\n", [("M018", "[реки](water")]),
        ('[реки](water.md "Реки") и [озёра](a.md) (см.), `[a](b.md c`\n', []),
        ('[а](https://exam ple.org/a) [б](https://a.org/b "Слова слова")\n', [("M019", "https://exam")]),
        ("Слова.[^1]\n\n[^1] Текст сноски.\n", [("M021", "Слова.[^1]\n\n[^1]: Текст сноски.\n")]),
        ("[^1] слова в начале строки\n\n[^1]: Текст.\n", []),
        ("Слова.[^1]\n\n[^1]; Текст сноски.\n", [("M021", "Слова.[^1]\n\n[^1]: Текст сноски.\n")]),
        ("| а | б |\n| 1 | 2 |\n", [("M022", "| а | б |\n|---|---|\n| 1 | 2 |\n")]),
        ("| а | б |\n|---|---|\n| 1 | 2 |\n\n| стих\n| стих\n\n| а |\n", []),
        ("Книга *Вода и люди вышла.\n", [("M020", "*Вода и люди")]),
        ("*kel- и *kök, \\*а; слова* и 2 * 3\n\n*Вода* и люди\n\n*kel- слово\n", []),
        ("**Реки **текут\n", [("M080", "**Реки** текут\n")]),
    ],
)  # fmt: skip
def test_what_is_begun_is_found_where_it_is_not_ended(text: str, expected: list[tuple[str, str]]) -> None:
    """And what only looks so is not."""
    assert found(text) == expected
