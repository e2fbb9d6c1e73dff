"""A bibliography that did not change is not read again, and what is kept of it is all that was read."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest
from sholu import languages
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.references import Library
from sholu.bibliography.words import runs_of
from sholu.citations.elements import Formatted
from sholu.citations.listing import Listing
from sholu.citations.page import Citations
from sholu.citations.text import html as html_of
from sholu.problems import Problem
from sholu.review import all_works, remembered
from sholu.review.build import ReviewBuild
from sholu.review.choices import CitationChoice, ListChoice
from sholu.review.listings import Listings
from sholu.review.remembered import FORGETFUL, Memory

BIBLIOGRAPHY = r"""@article{a, author = {Hiro, Dilip and others}, title = {On \emph{Homo} and {NATO}},
  title_ru = {О людях}, journal = {J}, year = {2009}, pages = {1--2}, langid = {english}, related = {b},
  relatedtype = {reviewof}}
@book{b, editor = {Сағадиев, К.}, foreword = {X, Y}, title = {Су}, year = {2001/2003}, langid = {kazakh}}
@book{b, title = {Once more}}
"""
ENTRIES = "@book{k, author = {Сағадиев, К.}, title = {Су}, year = {2001}, langid = {kazakh}, note_ru = {Б}}"
Read = tuple[Library, tuple[Problem, ...]]


class Counted:
    """Reads a bibliography, and counts how often."""

    def __init__(self) -> None:
        self.times = 0
        self.__module__, self.__qualname__ = "tests", "Counted"

    def __call__(self, path: Traversable, shown: str) -> Read:
        """Read it."""
        self.times += 1
        return read_library(path, shown)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A bibliography with a fault."""
    path = tmp_path / "references.bib"
    path.write_text(BIBLIOGRAPHY, encoding="utf-8")
    return path


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """One with a folder of its own."""
    (tmp_path / "kept").mkdir()
    return Memory(tmp_path / "kept")


@pytest.fixture(autouse=True)
def _no_languages() -> Iterator[None]:
    languages.use()
    yield
    languages.use()


def test_all_that_was_read_is_there_again(memory: Memory, file: Path) -> None:
    """Titles with emphasis, persons by role, related works, letters of years, problems."""
    read = Counted()
    library, problems = memory.of(read, file, "references.bib")
    known, told = memory.of(read, file, "references.bib")
    assert read.times == 1
    assert (known, told) == (library, problems) == read_library(file, "references.bib")
    assert [one.code for one in told].count("B009") == 1
    assert runs_of(known["a"].title.original) == runs_of(library["a"].title.original)
    assert len(runs_of(known["a"].title.original)) == 3
    assert known["a"].related[0].work.title.original == "Су"
    with pytest.raises(TypeError):
        known["a"].roles["commentator"] = known["a"].authors  # type: ignore[index]


def test_it_is_read_anew_once_something_is_another(
    memory: Memory, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file, its name, the languages in use, what is installed, the program."""
    read = Counted()

    def is_read_again(shown: str = "references.bib") -> bool:
        before = read.times
        memory.of(read, file, shown)
        return read.times > before

    assert is_read_again()
    assert not is_read_again()
    assert is_read_again("data/references.bib")
    assert is_read_again()
    file.write_text(f"{BIBLIOGRAPHY}@book{{c, title = {{C}}}}", encoding="utf-8")
    assert is_read_again()
    languages.use({"languages/uz.toml": 'name = "Oʻzbekcha"\n'}, ("uz",))
    assert is_read_again()
    assert not is_read_again()
    packages = file.parent / "site-packages"
    packages.mkdir()
    monkeypatch.syspath_prepend(str(packages))
    assert is_read_again()
    (packages / "babel").mkdir()
    assert is_read_again()
    monkeypatch.setattr(remembered, "_program", lambda: (("values.py", 1, 2, 3),))
    assert is_read_again()
    assert not is_read_again()


class Harmful:
    """What is run when somebody reads it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.file,)


@pytest.mark.parametrize("kept", ["", "broken", "harmful"])
def test_what_somebody_else_has_put_there_is_not_run(memory: Memory, file: Path, kept: str) -> None:
    """Even with the right fingerprint."""
    read = Counted()
    memory.of(read, file, "references.bib")
    (place,) = (memory.folder or file).iterdir()
    run = file.parent / "run"
    data = {"": b"", "broken": b"\x80\x05]", "harmful": pickle.dumps(Harmful(run))}[kept]
    place.write_bytes(place.read_bytes()[:32] + data)
    assert memory.of(read, file, "references.bib") == read_library(file, "references.bib")
    assert read.times == 2
    assert not run.exists()


def test_a_folder_holds_so_many_bibliographies_and_no_more(
    memory: Memory, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reviews are moved and deleted."""
    monkeypatch.setattr(remembered, "_MOST_FILES", 2)
    for name in ("a", "b", "c"):
        other = file.with_name(f"{name}.bib")
        other.write_bytes(file.read_bytes())
        memory.of(read_library, other, "references.bib")
    assert len(list((memory.folder or file).iterdir())) == 2


def test_entries_are_dressed_once_for_all_builds(
    memory: Memory, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are the same on each page, as HTML, as plain text, and in the tree; other styles have others."""
    file.write_text(ENTRIES, encoding="utf-8")

    def listing_of(**choice: str) -> tuple[Listings, Listing]:
        choices = {"ru": CitationChoice(**choice)}
        found = ReviewBuild.begin(file.parent, file, choices, memory=memory).listings
        return found, found.of("ru")

    def written(listing: Listing) -> tuple[str, str, bytes]:
        element = Formatted(listing.element({"k": ("cite-k-1",)}))
        html = element.html()
        element.unfold()
        return html, listing.words("k"), tostring(element)

    listings, first = listing_of()
    before = written(first)
    listings.leave("ru")
    assert written(listing_of()[1]) == before
    with monkeypatch.context() as patched:
        patched.setattr(Citations, "entry", lambda *_: pytest.fail("it is dressed anew"))
        _, second = listing_of()
        assert html_of((second.element({"k": ("cite-k-1",)}),)) == before[0]
        assert second.words("k") == before[1]
    assert not listing_of(style="apa")[1].known
    assert not listing_of(system="numeric", numbering="review")[1].known
    file.write_text(ENTRIES.replace("Су", "Жер"), encoding="utf-8")
    assert not listing_of()[1].known


def test_what_the_catalogue_offers_is_made_once_for_all_builds(
    memory: Memory, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of all works, and the lists that journals ask for; such a list chosen otherwise is made anew."""
    file.write_text(ENTRIES, encoding="utf-8")

    def offered(style: str = "") -> dict[str, str]:
        works = ReviewBuild.begin(file.parent, file, {}, memory=memory).works
        works.latin_list = ListChoice(style)
        works.catalogue("ru", "ru/works.md", {"ru/works.md": ""}, "../")
        return dict(works.files())

    before = offered()
    assert {Path(address).suffix for address in before} == {".bib", ".ris", ".json", ".txt"}
    with monkeypatch.context() as patched:
        for name in ("downloads", "own_list", "romanized_list"):
            patched.setattr(all_works, name, lambda *_: pytest.fail("it is made anew"))
        assert offered() == before
    assert offered("gost") != before


def test_where_nothing_can_be_kept_all_is_read(file: Path, tmp_path: Path) -> None:
    """Without a folder, and in one that is gone."""
    read = Counted()
    for memory in (FORGETFUL, FORGETFUL, Memory(tmp_path / "gone"), Memory(tmp_path / "gone")):
        assert memory.of(read, file, "references.bib") == read_library(file, "references.bib")
    assert read.times == 4
