"""A hundred real works: what another program reads from our exports is what it reads from the file itself.

The other programs are pandoc, which reads BibLaTeX and CSL-JSON, and rispy, which reads RIS.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc
import pytest
import rispy
from sholu.bibliography.bibtex import library_of
from sholu.bibliography.library import Library
from sholu.exports import FORMATS, Format, bibtex, csl_json, ris, with_kept_capitals
from sholu.languages import language
from sholu.works.shown import ShownWork

SOURCE = (Path(__file__).parent / "real_works.bib").read_text(encoding="utf-8")
# What rispy calls a field, and what pandoc does.
TAGS = {
    "title": "title", "secondary_title": "container-title", "volume": "volume", "number": "issue",
    "publisher": "publisher", "place_published": "publisher-place", "edition": "edition", "doi": "DOI",
    "number_of_volumes": "number-of-volumes",
}  # fmt: skip

COUNTRY = re.compile(r"(?<=^[a-z]{2})-[a-z]{2}$")

Items = Mapping[str, Mapping[str, Any]]
Difference = tuple[str, str, object, object]


@cache
def library() -> Library:
    """Read the works; nothing is wrong in the file."""
    read, problems = library_of(SOURCE.encode(), "real_works.bib")
    assert problems == ()
    return read


@cache
def as_pandoc_has_it(text: str, form: str) -> Items:
    """Return the items that pandoc makes of a file, by key."""
    command = [pypandoc.get_pandoc_path(), "--from", form, "--to", "csljson"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return {item["id"]: item for item in json.loads(done.stdout)}


def read_by_pandoc(text: str, form: str) -> Items:
    """Return the same without what is written in two ways."""
    items = as_pandoc_has_it(text, form).items()
    return {key: {name: plain(value) for name, value in item.items()} for key, item in items}


def plain(value: Any) -> Any:
    """Take away what is written in two ways.

    A particle that some styles drop, spaces, a country with the language; pandoc writes English titles small.
    """
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name.replace("non-dropping", "dropping"): plain(one) for name, one in value.items()}
    return COUNTRY.sub("", " ".join(str(value).split()).casefold())


@pytest.mark.usefixtures("processes")
def test_pandoc_prints_the_capitals_that_we_print() -> None:
    """It writes English titles small, as we do, and no name in them; what is not English stays as it is."""
    read = as_pandoc_has_it(bibtex(with_kept_capitals(library())), "biblatex")
    own = language("en")
    for reference in library():
        shown = ShownWork(reference, own, names=library().proper_names)
        parts = (one.original for one in (reference.title, reference.subtitle) if one.original)
        title = ": ".join(shown.in_sentence_case(one) for one in parts)
        if title and not (reference.main_title or reference.title_addon):
            assert letters(read[reference.key]["title"]) == letters(title)


def letters(title: str) -> list[str]:
    """Return the words of a title without signs, which pandoc writes in its own way."""
    return re.findall(r"\w+", re.sub(r"<[^<>]+>", "", title))


def differing(original: Items, exported: Items) -> tuple[list[Difference], int]:
    """Return the fields that are read otherwise from an export, and the number of all."""
    fields = [
        (key, field, value, exported.get(key, {}).get(field))
        for key, item in original.items()
        for field, value in item.items()
        if field != "id"
    ]
    return [one for one in fields if one[2] != one[3]], len(fields)


def test_each_of_a_hundred_works_stands_in_each_export() -> None:
    """Under its key."""
    assert len(library().references) == 100
    for form in FORMATS:
        assert all(reference.key in form([reference]) for reference in library())


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize(("form", "name"), [(bibtex, "biblatex"), (csl_json, "csljson")], ids=["bib", "csl"])
def test_pandoc_reads_the_same_from_the_export(form: Format, name: str) -> None:
    """In 99 fields of 100."""
    found, number = differing(read_by_pandoc(SOURCE, "biblatex"), read_by_pandoc(form(library()), name))
    assert len(found) <= number * 0.01, found


@pytest.mark.usefixtures("processes")
def test_rispy_reads_the_same_from_ris() -> None:
    """In 98 fields of 100 for which RIS has a tag."""
    records = {record["id"]: in_words_of_csl(record) for record in rispy.loads(ris(library()))}
    original = {
        key: {
            field: value for field, value in in_words_of_ris(item).items()
            if field in {*TAGS.values(), "author", "page", "issued", "type"}
        }
        for key, item in read_by_pandoc(SOURCE, "biblatex").items()
    }  # fmt: skip
    found, number = differing(original, records)
    assert len(found) <= number * 0.02, found


def in_words_of_csl(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what rispy reads of a work under the names of CSL."""
    said = {name: plain(record[tag]) for tag, name in TAGS.items() if tag in record}
    pages = "-".join(record[tag] for tag in ("start_page", "end_page") if tag in record)
    authors = [plain(name.replace(",", "")) for name in record.get("authors", ())]
    return {**said, "page": pages, "author": authors, "issued": record.get("year", "")}


def in_words_of_ris(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what pandoc reads of a work as RIS can say it: names in one, the year alone."""
    parts = ("dropping-particle", "family", "literal", "given", "suffix")
    authors = [" ".join(name[part] for part in parts if part in name) for name in item.get("author", ())]
    said = {**item, "author": authors, "issued": item["issued"]["date-parts"][0][0]}
    said.pop("type")
    return said
