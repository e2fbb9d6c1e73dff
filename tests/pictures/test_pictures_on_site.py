"""Pictures on real builds: what a page shows, what an author is told, and a review that is not this one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from tests.conftest import SMALL_CONFIG, Once, Served, make_site

SmallSite = Callable[..., tuple[int, str, Path]]

LANGUAGES = ("kk", "ru", "en")
HTML = "{http://www.w3.org/1999/xhtml}"
BIB = """@book{hiro2009, author = {Hiro, Dilip}, title = {Inside}, year = {2009}, country = {in},
  keywords = {water}}
@article{kim2011, author = {Kim, A.}, title = {Outside}, year = {2011}, country = {kz},
  keywords = {water, ore}}
"""
WORDS = "{kk: Шарт, ru: Договор, en: Treaty}"
EVENTS = f"""- id: treaty
  name: {WORDS}
- date: 1992-10-15
  kind: treaty
  title: {WORDS}
  sources: [kim2011, hiro2009]
  paragraphs: [water/#s-p1, water/#s-p2]
- date: 1990
  kind: treaty
  title: {WORDS}
"""
WATER = "# Water {#t}\n\n## S {#s}\n\nOne [@hiro2009].\n\nTwo.\n"
TIMELINE = "# Timeline {#timeline}\n\nText [@kim2011].\n\n{{ timeline() }}\n"
MAP = "# Map {#map}\n\n{{ literature_map() }}\n\n## Graph {#graph}\n\n{{ citation_graph() }}\n"
LIST = "# Works {#works}\n\n{{ bibliography() }}\n"
PAGES = {"index": "# Home {#home}\n", "water": WATER, "timeline": TIMELINE, "map": MAP, "works": LIST}


def files(**changed: str) -> dict[str, str | bytes]:
    """Return a review with pictures; a changed page is changed in all languages, "" leaves one out."""
    pages = PAGES | changed
    texts = {f"docs/{code}/{name}.md": text for code in LANGUAGES for name, text in pages.items() if text}
    return {**texts, "references.bib": BIB, "data/events.yml": EVENTS}


def read(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """The site of that review."""
    config = SMALL_CONFIG.format(options="{}")
    return once("pictures", lambda folder: make_site(folder, {**files(), "mkdocs.yml": config})) / "site"


def test_a_timeline_cites_through_the_list_of_its_page(site: Path) -> None:
    """Its citations are numbered with those of the text, and lead to entries that lead back."""
    page = read(site / "en" / "timeline" / "index.html")
    for identifier in ("cite-kim2011-1", "cite-kim2011-2", "cite-hiro2009-1"):
        assert page.count(f' id="{identifier}"') == 1
        assert f'href="#{identifier}"' in page
    assert page.count('<li class="reference"') == 2
    works = read(site / "en" / "works" / "index.html")
    assert "../timeline/#cite-kim2011-2" in works


def test_an_event_leads_to_its_paragraphs_in_each_language(site: Path) -> None:
    """By the heading of their section; further paragraphs of it are numbers."""
    for home in ("", "ru", "en"):
        page = read(site / home / "timeline" / "index.html")
        assert (
            '<a href="../water/#s-p1">Water: S</a><span class="site-only"> '
            '<a href="../water/#s-p2" aria-label="Water: S, 2">2</a></span>'
            in page.replace('<span lang="en">Water: S</span>', "Water: S")
        )
        assert page.index("1990") < page.index("1992")


def test_the_words_of_an_event_are_found(site: Path) -> None:
    """Each event is a result of its own."""
    index = json.loads(read(site / "ru" / "search" / "search_index.json"))
    found = {one["location"]: one["title"] for one in index["docs"]}
    assert found["timeline/#event-1992-10-15-title"] == "Договор"


def test_pictures_have_their_files(site: Path) -> None:
    """In each language, of what a page shows alone."""
    names = {path.name for path in (site / "assets" / "pictures").iterdir()}
    pictures = ("timeline", "literature-map", "citation-graph")
    expected = {f"{name}.{code}.{kind}" for name in pictures for code in LANGUAGES for kind in ("svg", "csv")}
    # On paper the map needs a second picture, of the years.
    expected |= {f"literature-map.{code}.years.svg" for code in LANGUAGES}
    assert names == expected


def test_a_bubble_leads_to_the_filtered_list(site: Path) -> None:
    """With its country and topic in the address."""
    page = read(site / "ru" / "map" / "index.html")
    assert 'href="../works/?country=in&amp;topic=water#ref-hiro2009"' in page
    assert 'href="../water/#s"' in page


WRONG = {
    "- date: 1990": "- date: 1990-02-30",
    "hiro2009]": "hiro2008]",
    "kind: treaty": "kind: treat",
    "water/#s-p1": "watr/#s-p1",
    "ru: Договор, ": "",
}
SAID = (
    "data/events.yml:2: “name” has no words in “ru”; add ru: … to it",
    "data/events.yml:4: unknown kind “treat”; did you mean “treaty”?",
    "data/events.yml:6: no work “hiro2008” in the bibliography; did you mean “hiro2009”?",
    "data/events.yml:7: no page of the paragraph “watr/#s-p1” in kk, ru, en; did you mean “water/”?",
    "data/events.yml:7: no paragraph “water/#s-p2” in ru; did you mean “water/#s-p1”?",
    "data/events.yml:8: impossible date",
    "references.bib:3: warning: “kim2011”: unknown topic “ore” in keywords",
)


def test_all_that_is_wrong_is_told_in_one_build(small_site: SmallSite) -> None:
    """With the lines of the data files, and how to mend them; a paragraph may be missing in one language."""
    events = EVENTS
    for old, new in WRONG.items():
        events = events.replace(old, new)
    changed = {
        "data/events.yml": events,
        "data/topics.yml": f"- id: water\n  name: {WORDS}\n",
        "docs/ru/water.md": WATER.replace("\nTwo.\n", ""),
    }
    code, output, _ = small_site({**files(), **changed})
    assert code == 1
    assert [one for one in SAID if one not in output] == [], output
    assert "Traceback" not in output


def test_a_timeline_without_events_is_told_where_it_stands(small_site: SmallSite) -> None:
    """With the line of the macro."""
    texts = files()
    del texts["data/events.yml"]
    code, output, _ = small_site(texts)
    assert code == 1
    assert (
        "docs/en/timeline.md:5: timeline() has no events to show; write them into data/events.yml" in output
    )


def test_the_files_may_stand_elsewhere(small_site: SmallSite) -> None:
    """As mkdocs.yml says."""
    texts = files(works="")
    texts["facts/happened.yml"] = texts.pop("data/events.yml")
    code, output, site = small_site(texts, "events: facts/happened.yml")
    assert code == 0, output
    assert "event-1992-10-15" in read(site / "timeline" / "index.html")
    # This one has no list of all works, so its bubbles lead nowhere.
    page = read(site / "ru" / "map" / "index.html")
    assert 'class="bubble' in page
    assert "country=" not in page


OTHER = """site_name: Another review
theme: {name: material, language: en}
plugins:
  - search
  - sholu
"""


def test_a_review_in_one_language_has_pictures_too(small_site: SmallSite) -> None:
    """With no data files, and topics and countries of its own."""
    people = "author = {Li, B.}, country = {cn}"
    bib = f"@book{{li2001, {people}, title = {{Rivers}}, year = {{2001}}, keywords = {{fish}}}}\n"
    texts: dict[str, str | bytes] = {
        "mkdocs.yml": OTHER,
        "references.bib": bib,
        "docs/index.md": "# Home {#home}\n\nText [@li2001].\n\n" + MAP.replace("# Map", "## Map"),
    }
    code, output, site = small_site(texts)
    assert code == 0, output
    page = read(site / "index.html")
    assert "China" in page
    assert "fish" in page
    files_of_pictures = site / "assets" / "pictures"
    assert "Li, 2001" in read(files_of_pictures / "citation-graph.en.csv")
    # What no page shows has no files.
    assert {path.name.split(".")[0] for path in files_of_pictures.iterdir()} == {
        "literature-map",
        "citation-graph",
    }


# ---------------------------------------------------------------- this review


def test_no_id_stands_twice_beside_a_picture(review: Served) -> None:
    """Also where a table says again what a list said."""
    for code in LANGUAGES:
        for name in ("timeline", "literature-map"):
            page = read(review.folder / ("" if code == "kk" else code) / name / "index.html")
            tree = html5lib.parse(page)
            content = next(one for one in tree.iter(f"{HTML}article"))
            ids = [one.get("id") for one in content.iter() if one.get("id")]
            assert len(ids) == len(set(ids))


def test_a_picture_says_the_same_in_all_languages(review: Served) -> None:
    """As many events, marks, bubbles and lines."""
    counts = set()
    for code in LANGUAGES:
        home = review.folder / ("" if code == "kk" else code)
        timeline, literature = (read(home / name / "index.html") for name in ("timeline", "literature-map"))
        parts = ('class="event ', 'class="mark', 'class="citation__work"', 'class="event__places"')
        numbers = [timeline.count(part) for part in parts]
        counts.add((*numbers, literature.count('class="bubble'), literature.count('class="edge')))
    assert len(counts) == 1
    assert all(next(iter(counts)))
