"""Whose names a page makes itself, since the data has no form for it."""

from __future__ import annotations

import pytest
from sholu.bibliography.references import Kind, Person, Reference, Versions
from sholu.languages import language
from sholu.values import replace
from sholu.works.names import is_transliterated

RUSSIAN = Person("Иванов", "Анна")
ENGLISH = Person("Ivanov", "Anna")


@pytest.mark.parametrize(
    ("people", "code", "expected"),
    [
        (Versions((RUSSIAN,)), "en", True),
        (Versions((RUSSIAN,)), "kk", False),
        (Versions((RUSSIAN,), {"en": (ENGLISH,)}), "en", False),
        (Versions((ENGLISH,)), "ru", False),
        (Versions(()), "en", False),
    ],
)
@pytest.mark.parametrize("role", ["authors", "editors", "interviewers"])
def test_a_page_romanizes_names_that_have_no_form_for_it(
    people: Versions[tuple[Person, ...]], code: str, *, expected: bool, role: str
) -> None:
    """Of authors, editors and interviewers alike; a name in Latin letters is never put into Cyrillic."""
    work = replace(Reference("a", Kind.BOOK, title=Versions("T")), **{role: people})
    assert is_transliterated(work, language(code)) is expected
