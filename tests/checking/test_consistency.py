"""ё in one place and е in another."""

from __future__ import annotations

from sholu.checking.consistency import uneven
from sholu.checking.typed import TypedPage
from sholu.languages import use


def test_a_word_is_written_with_the_letter_everywhere_or_nowhere() -> None:
    """Words that are others without it, and other languages, are left alone."""
    use({}, ("kk", "ru", "en"))
    pages = [
        TypedPage("docs/ru/a.md", "ru", "Ещё раз: всё о нём.\n"),
        TypedPage("docs/ru/b.md", "ru", "Все еще тут, чем еще. О нем.\n"),
        TypedPage("docs/kk/a.md", "kk", "еще\n"),
    ]
    found = [(page.path, one.code, one.values) for page, one in uneven(pages)]
    assert found == [("docs/ru/b.md", "O007", {"word": "еще", "other": "ещё"})]
