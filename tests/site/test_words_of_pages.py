"""Words of a language are text on a page: its file may come with a change of anybody's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from jinja2 import Environment
from sholu import languages
from sholu.languages.theme import template
from sholu.site.contexts import words_of

FILE = """name = "X"
[interface]
cite = '<b>"Cite"'
print = "Print"
[theme]
"action.edit" = '"><script>ran()</script>{{ 7 * 7 }}'
"""


@pytest.fixture(autouse=True)
def _languages() -> Iterator[None]:
    languages.use({"languages/xx.toml": FILE}, ("xx",))
    yield
    languages.use()


def test_a_word_of_the_interface_opens_no_tag_and_ends_no_attribute() -> None:
    """Most templates write it as it is; what has no such sign stays the word that it was."""
    assert str(words_of("xx")["cite"]) == "&lt;b&gt;&#34;Cite&#34;"
    assert words_of("xx")["print"] == "Print"


def test_nor_does_a_word_of_material() -> None:
    """And none is evaluated."""
    written = template("xx")
    assert "<script>" not in written
    macro = Environment().from_string(written).module.t  # type: ignore[attr-defined]  # noqa: S701
    assert macro("action.edit").startswith("&quot;&gt;&lt;script&gt;ran()&lt;/script&gt;{{ 7 * 7 }}")
