"""The index of names: authors of what is cited, and persons marked in texts."""

from __future__ import annotations

from sholu.citations.text import html
from sholu.languages import language
from sholu.review import Review
from sholu.review.name_index import NamingPage, in_plain_text, listing, name_index
from sholu.review.settings import Settings

WORKS = """@book{hiro, author = {Hiro, Dilip}, title = {Inside Central Asia}, date = {2009}}
@book{lau, author = {Лаумулин, Мурат and {Министерство воды}}, title = {История}, date = {2010}}
"""


def read() -> tuple[dict[str, NamingPage], Review]:
    """Read two pages that name persons."""
    texts = {
        "docs/a.md": '# А {#a}\n\n[@lau], [@hiro] у [Лаумулина]{.name as="Лаумулин"}'
        " и *[Абая]{.name as='Абай'}*.\n",
        "docs/b.md": "# Б {#b}\n\n[Токаев *К.*]{.name}, [@lau] и [@lau]; `[x]{.name}` \\[y]{.name}\n",
        "references.bib": WORKS,
    }
    review = Review.from_texts(texts, Settings(language="ru", nav=("a.md", "b.md")))
    pages = {name: NamingPage(f"../{name}", page) for name, page in review.gathered.pages.of("ru").items()}
    return pages, review


def test_authors_and_marked_persons_stand_by_the_alphabet() -> None:
    """A mark with the family name of one author is that author; organizations are none."""
    pages, review = read()
    assert review.problems == ()
    places = name_index(pages, review.gathered.library, language("ru"))
    assert {name: dict(found) for name, found in places.items()} == {
        "Абай": {"a.md": ("person-2",)},
        "Лаумулин\u00a0М.": {
            "a.md": ("cite-lau-1", "person-1"),
            "b.md": ("cite-lau-1", "cite-lau-2"),
        },
        "Токаев К.": {"b.md": ("person-1",)},
        "Hiro\u00a0D.": {"a.md": ("cite-hiro-1",)},
    }
    written = html(listing(places, pages, language("ru")))
    assert '<a href="../a.md#person-2" aria-label="А: 1">1</a>' in written
    assert in_plain_text(places, pages).splitlines()[1] == "- Лаумулин\u00a0М.: А; Б"


def test_a_mark_is_a_place_with_an_anchor() -> None:
    """Its words keep their emphasis."""
    _, review = read()
    page = review.pages["b.md"].html
    assert '<span class="person" id="person-1">Токаев <em>К.</em></span>' in page
    assert "<code>[x]{.name}</code>" in page
