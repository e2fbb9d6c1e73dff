"""Languages of mkdocs.yml are called by codes; what is meant by another form is told, and nothing else."""

from __future__ import annotations

import pytest
from sholu.review import Review, UnreadableReviewError
from sholu.review.locales import wrong_locales

from tests.rows import rows

SETTINGS = """plugins:
  - i18n:
      languages:
        - {{locale: ru, default: true}}
        - {{locale: {}}}
  - sholu
"""


@rows(
    ("code", "near"),
    [
        ("eng", "write en,"),
        ("kaz", "write kk,"),
        ("EN", "write en,"),
        ("Kazakh", "write kk,"),
        ("kzz", "ISO 639-1"),
        # Of countries, whose languages are kk and uk.
        ("kz", "write kk"),
        ("ua", "write uk"),
    ],
)
def test_another_form_is_one_error_with_its_line(code: str, near: str) -> None:
    """No page is missing and no word: the language has no name yet."""
    with pytest.raises(UnreadableReviewError) as error:
        Review.from_texts({"mkdocs.yml": SETTINGS.format(code), "docs/ru/index.md": "# Вода {#t}\n"})
    (told,) = map(str, error.value.problems)
    assert told.startswith(f"mkdocs.yml:5: locale: “{code}” ")
    assert near in told


@rows("code", ["en", "zh-Hans", "pt-BR", "uz-Latn-UZ", "en_US"])
def test_codes_are_read(code: str) -> None:
    """Those of mkdocs-static-i18n."""
    files = {"mkdocs.yml": SETTINGS.format(code), "docs/ru/index.md": "# Вода {#t}\n"}
    assert code in Review.from_texts(files).settings.codes


def test_of_hundreds_of_wrong_codes_the_first_are_told() -> None:
    """Each is looked for in the whole of mkdocs.yml."""
    codes = [f"x{number}" for number in range(500)]
    text = "".join(f"- locale: {code}\n" for code in codes)
    found = list(wrong_locales(codes, text, "mkdocs.yml"))
    assert [one.place.line for one in found] == list(range(1, 51))
