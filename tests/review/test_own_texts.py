"""The texts beside the engine, whichever review they are: nothing is wrong in them, other programs read them.

What can be asked of this review alone says so (`this_review`), and is left out where its texts were replaced.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import rispy
import yaml
from jsonschema import Draft7Validator
from pybtex.database import parse_file, parse_string
from sholu.bibliography.references import Standing
from sholu.exports import bibtex, csl_json, ris
from sholu.languages import language
from sholu.problems import errors
from sholu.publication.cff import citation_file
from sholu.review import Review
from sholu.site.options import types_of_options
from sholu.writing.editor import editor_files

from tests.conftest import ROOT


class _Settings(yaml.SafeLoader):
    """As an editor reads mkdocs.yml: what has a tag of Python or of the environment is a text."""


_Settings.add_multi_constructor("", lambda *_: "a text")


@pytest.fixture(scope="module")
def review() -> Review:
    """The review as `sholu check` reads it."""
    return Review.in_folder(ROOT)


def test_nothing_is_wrong_in_it(review: Review) -> None:
    """In any page or data file, by the levels that it has chosen."""
    assert [str(one) for one in errors(review.problems)] == []


def test_its_topics_are_those_of_the_data_file(review: Review) -> None:
    """A fixed vocabulary: a synonym would part what belongs together."""
    named = review.gathered.works.topics.names
    used = {topic for work in review.gathered.library for topic in work.keywords}
    assert not named or used == set(named)


def test_other_programs_read_its_bibliography(review: Review) -> None:
    """Pybtex the file as it is, pybtex and rispy our exports: each work, in its order."""
    works = tuple(review.gathered.library)
    keys = [work.key for work in works]
    assert list(parse_file(str(ROOT / review.settings.bibliography), "bibtex").entries) == keys
    assert list(parse_string(bibtex(works), "bibtex").entries) == keys
    assert [record["id"] for record in rispy.loads(ris(works))] == keys
    assert [item["id"] for item in yaml.safe_load(csl_json(works))] == keys


def test_editors_take_its_settings_and_data(review: Review) -> None:
    """By the schemas that `sholu editor` writes: what is right is not marked while it is typed."""
    files = editor_files(review, types_of_options())
    schemas = {Path(path).name: json.loads(text) for path, text in files.items() if "schema" in path}
    settings = review.settings
    for file in ("mkdocs.yml", settings.events, settings.topics, settings.glossary):
        schema = schemas[f"{Path(file).stem}.schema.json"]
        Draft7Validator.check_schema(schema)
        loader = _Settings if file == "mkdocs.yml" else yaml.BaseLoader
        text = (ROOT / file).read_text(encoding="utf-8")
        found = Draft7Validator(schema).iter_errors(yaml.load(text, loader))  # noqa: S506 -- makes no objects
        assert [f"{file}{one.json_path[1:]}: {one.message}" for one in found] == []


def test_its_citation_file_is_up_to_date(review: Review) -> None:
    """`sholu citation` writes it."""
    path = ROOT / "CITATION.cff"
    if path.is_file():
        assert review.publication is not None
        assert path.read_text(encoding="utf-8") == citation_file(review.publication, review.settings.review)


@pytest.mark.this_review
def test_what_is_said_of_works_stands_in_all_languages(review: Review) -> None:
    """Every note and description, or in none of them."""
    for work in review.gathered.library:
        for words in (work.note, work.description):
            assert set(words) in ({"kk", "ru", "en"}, set()), work.key


@pytest.mark.this_review
def test_no_unverified_field_stands_in_its_bibliography(review: Review) -> None:
    """Values that are known from memory only are not printed as facts."""
    assert not [work.key for work in review.gathered.library if work.doi or work.isbn]
    text = (ROOT / "references.bib").read_text(encoding="utf-8")
    for unverified in ("10.1016", "978-1-59020", "New York", "Duckworth", "Дастан"):
        assert unverified not in text


@pytest.mark.this_review
def test_every_address_of_its_bibliography_says_when_it_was_read(review: Review) -> None:
    """A page on the web changes; what only the editors cite can be looked up by its address."""
    library = review.gathered.library
    assert not [work.key for work in library if bool(work.urls) != bool(work.access_date)]
    assert not [work.key for work in library if work.mention is Standing.EDITORS and not work.urls]


@pytest.mark.this_review
def test_every_date_of_the_pages_is_in_the_timeline() -> None:
    """Each day and month of 1991–2022 that the text of an English page names, or an event speaks of.

    An editor's note may date what is no event between the two states: a capital renamed.
    """
    months = language("en").months["nominative"]
    dates = [str(one["date"]) for one in events() if "date" in one]
    texts = " ".join(str(one.get("text", "")) for one in events())
    days = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(months)}) (199\d|20[012]\d)")
    for path in sorted((ROOT / "docs" / "en").glob("*.md")):
        if path.stem == "timeline":
            continue
        text = re.sub(r"(?m)^!!! editor .*\n(?:\n| {4}.*\n?)*", "", path.read_text(encoding="utf-8"))
        for day, month, year in days.findall(text):
            date = "-".join((year, f"{months.index(month) + 1:02d}", *([f"{int(day):02d}"] if day else [])))
            is_there = any(one.startswith(date) for one in dates)
            assert is_there or f"{day} {month} {year}" in texts, f"{path.name}: {day} {month} {year}"


def events() -> list[dict[str, object]]:
    """Read the events, by a reader that we did not write."""
    found = yaml.safe_load(Path(ROOT, "data", "events.yml").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found
