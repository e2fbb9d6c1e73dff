"""Plugins of others: what Sholu takes over from them, and what it lets them leave as it is."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from sholu.review import Review
from sholu.review.settings import Settings
from sholu.site import beside

NAMES = {"kk": "Қазақша", "ru": "Русский"}


class _Macros:
    """Mkdocs-macros, as far as it is asked."""

    def __init__(self) -> None:
        self.config = {"j2_comment_start_string": "", "j2_comment_end_string": "%#}"}
        self.known: dict[str, Callable[..., str]] = {}

    def register_macros(self, items: dict[str, Callable[..., str]]) -> None:
        """Take macros."""
        self.known.update(items)


def config_with(**plugins: object) -> Any:
    """Return a mkdocs.yml with these plugins."""
    return SimpleNamespace(plugins=plugins)


def test_the_macros_of_another_plugin_leave_ids_and_our_own_as_they_are() -> None:
    """Ours write the bracket, and stay as they are typed where they refuse what they are given."""
    plugin = _Macros()
    beside.fit_macros(config_with(macros=plugin))
    assert plugin.config == {"j2_comment_start_string": "{##", "j2_comment_end_string": "%#}"}
    assert plugin.known["cite"]("hiro2009", page="12") == "[@hiro2009, page 12]"
    assert plugin.known["cite"]("a b", pages=1) == "{{ cite('a b', pages=1) }}"


def test_redirects_between_pages_are_made_in_all_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those to other sites and to sections stay where they are."""
    monkeypatch.setattr(beside, "languages", lambda _: NAMES)
    maps = {"kk/old.md": "kk/new.md", "x.md": "https://example.org/", "y.md": "new.md#a", "z.md": "new.md"}
    plugin = SimpleNamespace(config={"redirect_maps": maps})
    assert beside.take_redirects(config_with(redirects=plugin)) == {"old.md": "new.md", "z.md": "new.md"}
    assert set(maps) == {"x.md", "y.md"}


def test_the_place_of_a_list_of_tags_is_no_heading_of_an_author() -> None:
    """Material names it by the file, so that it is another one in each language."""
    place = "## <span>{0}/tags.md:5-9/name</span> {{#{0}/tags.md:5-9/slug}}"
    texts = {f"docs/{code}/tags.md": f"# Т {{#t}}\n\n{place.format(code)}\n" for code in NAMES}
    review = Review.from_texts({**texts, "references.bib": ""}, Settings(languages=NAMES, default="kk"))
    assert [str(one) for one in review.problems] == []
    assert "ru/tags.md:5-9/name" in review.pages["ru/tags.md"].html


def test_the_sign_of_a_heading_is_no_word_of_another_language() -> None:
    """On a page in other letters than those of its name."""
    review = Review.from_texts({"docs/a.md": "# Вода {#t}\n"}, Settings(language="ru"))
    assert '">&para;</a></h1>' in review.pages["a.md"].html
