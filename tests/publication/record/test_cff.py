"""CITATION.cff: valid by the schema of the format, and as it would be written today."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from sholu.publication.cff import citation_file
from sholu.publication.reading import read_publication

from tests.commands import run

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((Path(__file__).parent / "cff" / "schema-1.2.0.json").read_text(encoding="utf-8"))
FULL = """@book{r, author = {van Orlova, Jr., Anna Petrovna and {Water Institute}},
  title = {Waters: a "review"},
  title_ru = {Воды}, date = {2024-05-06}, langid = {english}, doi = {10.5555/1234}, url = {https://example.org/},
  license = {https://creativecommons.org/licenses/by-nc-sa/4.0/deed.en},
  authorid = {0000-0002-1825-0097, https://w.org/},
  subjects = {water; borders}}
@article{a, author = {Ким, С.}, title = {Пути: #1}, journal = {Вестник}, year = {2012},
  volume = {3}, number = {2},
  pages = {4--9}, langid = {russian}}
@incollection{c, title = {C}, booktitle = {B}, editor = {Ed, E.}, publisher = {P}, year = {2001}}
@thesis{t, author = {D, E.}, title = {T}, type = {phd}, year = {2002}}
@legal{l, kind = {law}, title = {L}, date = {2003-01-02}, langid = {kazakh}}
@interview{i, author = {I, J.}, title = {I}, date = {2004-05}}
"""


def written(tmp_path: Path, text: str) -> Any:
    """Write the file of a review and read it as YAML."""
    path = tmp_path / "review.bib"
    path.write_text(text, encoding="utf-8")
    publication, problems = read_publication(path, "review.bib")
    assert publication is not None, problems
    assert problems == ()
    return yaml.safe_load(citation_file(publication, "review.bib"))


def faults(content: Any) -> list[str]:
    """Return what the schema has against a file."""
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(content)]


def test_everything_that_is_known_is_said_as_the_format_has_it(tmp_path: Path) -> None:
    """Licences by their names in SPDX, persons by their parts, ORCIDs as addresses."""
    content = written(tmp_path, FULL)
    assert faults(content) == []
    assert content["title"] == "Waters: a “review”"
    assert content["license"] == "CC-BY-NC-SA-4.0"
    assert content["date-released"] == "2024-05-06"
    assert content["authors"] == [
        {
            "family-names": "Orlova",
            "given-names": "Anna Petrovna",
            "name-particle": "van",
            "name-suffix": "Jr.",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
        },
        {"name": "Water Institute", "website": "https://w.org/"},
    ]
    assert content["preferred-citation"]["type"] == "book"
    assert [work["type"] for work in content["references"]] == [
        "article",
        "generic",
        "thesis",
        "statute",
        "generic",
    ]
    article = content["references"][0]
    assert (article["journal"], article["volume"], article["start"], article["end"]) == (
        "Вестник",
        "3",
        "4",
        "9",
    )


@pytest.mark.parametrize("text", ["@online{r, title = {T}, langid = {kazakh}}", "@misc{r, title = {T}}"])
def test_a_review_of_which_little_is_known_is_valid_too(tmp_path: Path, text: str) -> None:
    """The format asks for a title and an author."""
    content = written(tmp_path, text)
    assert faults(content) == []
    assert content["authors"] == [{"name": "anonymous"}]


@pytest.mark.usefixtures("processes")
def test_the_command_writes_it_and_refuses_a_file_with_problems(tmp_path: Path) -> None:
    """With the line of each."""
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "review.bib", tmp_path / "data")

    done = run("sholu", tmp_path, "citation")
    assert (done.returncode, done.stdout) == (0, "CITATION.cff: written from data/review.bib\n")
    assert (tmp_path / "CITATION.cff").read_bytes() == (ROOT / "CITATION.cff").read_bytes()
    path = tmp_path / "data" / "review.bib"
    path.write_text(path.read_text(encoding="utf-8").replace("{2026}", "{2026-02-30}"), encoding="utf-8")
    done = run("sholu", tmp_path, "citation")
    assert done.returncode == 1
    assert "data/review.bib:" in done.stderr
    assert "impossible date" in done.stderr
    path.unlink()
    assert run("sholu", tmp_path, "citation").returncode == 1
