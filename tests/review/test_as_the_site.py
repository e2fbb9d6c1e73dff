"""A review made from texts has the pages of the site, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.review import Review
from sholu.review.places import PLACES
from sholu.review.versions import translation_states
from sholu.translations.lock import Lock, accept, write_lock

from tests.conftest import write
from tests.events import Events

SETTINGS = """site_name: S
plugins:
  - i18n:
      languages:
        - {locale: kk, name: Қазақша, default: true}
        - {locale: ru, name: Русский}
  - sholu:
"""
FILES: dict[str, str | bytes] = {
    "references.bib": "@book{hiro2009, author = {Hiro, Dilip}, title = {Inside Central Asia}, date = 2009}\n",
    "data/events.yml": "- id: talks\n  name: {kk: Келіссөз, ru: Переговоры}\n- date: 1997\n  kind: talks\n"
    "  title: {kk: Шарт, ru: Договор}\n  sources: hiro2009\n",
    "data/glossary.yml": "- id: un\n  short: {kk: БҰҰ, ru: ООН}\n"
    "  full: {kk: Біріккен Ұлттар Ұйымы, ru: Организация Объединённых Наций}\n",
    "docs/assets/map.png": b"",
}
PAGE = """# {title} {{#water}}

{text} [@hiro2009]. {un} *Aral* и Ә.[^1] [{title}](lists.md#of-names), @fig-map.

![{title}](../assets/map.png){{#fig-map}}

[^1]: {title}.

## {title} II {{#second}}

- {title}
- 1991–2001

| {title} | 1 |
|---|---|
| [@hiro2009] | $x^2$ |
"""
WORDS = {
    "kk": {"title": "Су", "text": "Өзен тасыды", "un": "БҰҰ."},
    "ru": {"title": "Вода", "text": "Река разлилась", "un": "ООН."},
}
LISTS = "# {title} {{#lists}}\n\n" + "\n\n".join(
    f"## {name} {{{{#of-{name.replace('_', '-')}}}}}\n\n{{{{{{{{ {name}() }}}}}}}}" for name in PLACES
)


def texts(kazakh: str) -> dict[str, str | bytes]:
    """Return the files of a review in which a paragraph in Kazakh may be another."""
    found = {"mkdocs.yml": SETTINGS, **FILES}
    for code, words in WORDS.items():
        own = {**words, "text": kazakh} if code == "kk" else words
        found |= {
            f"docs/{code}/{name}": text.format(**own)
            for name, text in (("index.md", PAGE), ("lists.md", LISTS))
        }
    return found


def accepted(files: dict[str, str | bytes]) -> str:
    """Return the lock of a review whose translations are up to date."""
    lock = Lock()
    states = translation_states(Review.from_texts(files).gathered, "kk")
    for one in states:
        paths = {state.translation.path for state in states}
        lock = accept(lock, one.source, one.translation, paths)
    return write_lock(lock)


@pytest.mark.usefixtures("processes")
def test_each_page_is_that_of_the_site(tmp_path: Path) -> None:
    """With lists, pictures, notes on what is behind, and the words of other extensions in its language."""
    lock = accepted(texts("Өзен тасыды"))
    files = {**texts("Өзен қатты тасыды"), "translations.lock": lock}
    review = Review.from_texts(files)
    assert [str(one) for one in review.problems if one.level == "error"] == []
    events = Events(tmp_path, files, ("kk", "ru"))
    write(tmp_path / "theme", {"main.html": "{{ policy_of_page }}[[[{{ page.content }}]]]"})
    site = events.run()
    for page in review.pages.values():
        written = (site / page.address / "index.html").read_text(encoding="utf-8")
        assert written.partition("[[[")[2].rpartition("]]]")[0] == page.html
    behind = review.pages["ru/index.md"].html
    assert 'class="stale"' in behind
    assert "Постоянная ссылка" in behind
    assert "Permanent" not in behind
