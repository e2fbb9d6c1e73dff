"""A bibliography that did not change is not read again, and what is kept of it is all that was read."""

from __future__ import annotations

import errno
import os
import pickle
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest
from sholu import languages
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.library import Library
from sholu.bibliography.words import runs_of
from sholu.citations.elements import Formatted
from sholu.citations.listing import Listing
from sholu.citations.page import Citations
from sholu.citations.text import html as html_of
from sholu.languages import answers, cldr
from sholu.problems import Problem
from sholu.review import all_works, remembered
from sholu.review.build import ReviewBuild
from sholu.review.choices import CitationChoice, ListChoice
from sholu.review.listings import Listings
from sholu.review.remembered import FORGETFUL, Memory
from sholu.site import templates

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
    return Memory(tmp_path / "kept")


@pytest.fixture(autouse=True)
def _no_languages() -> Iterator[None]:
    languages.use()
    remembered._of_process.cache_clear()
    yield
    languages.use()
    remembered._of_process.cache_clear()


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
        # The next build is another process.
        remembered._of_process.cache_clear()
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
    packages = file.parent / "installed"
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


def test_a_process_keeps_nothing_for_what_was_installed_after_it_began(
    memory: Memory, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`mkdocs serve` runs on with the old program when a new one is installed, which would believe it."""
    packages = file.parent / "installed"
    packages.mkdir()
    monkeypatch.syspath_prepend(str(packages))
    read = Counted()
    memory.of(read, file, "references.bib")
    (packages / "babel").mkdir()
    file.write_text(ENTRIES, encoding="utf-8")
    memory.of(read, file, "references.bib")
    remembered._of_process.cache_clear()
    memory.of(read, file, "references.bib")
    assert read.times == 3


def test_a_file_that_is_saved_while_it_is_read_is_not_kept(memory: Memory, file: Path) -> None:
    """It would be told later that its first text says what its second says."""

    def read(path: Traversable, shown: str) -> Read:
        file.write_text(ENTRIES, encoding="utf-8")
        return read_library(path, shown)

    assert "k" in memory.of(read, file, "references.bib")[0]
    assert not list((memory.folder or file).glob("*"))


def test_what_is_in_use_is_not_deleted_first(
    memory: Memory, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long ago it was written."""
    memory.of(read_library, file, "references.bib")
    (old,) = (memory.folder or file).iterdir()
    os.utime(old, (1, 1))
    memory.of(read_library, file, "references.bib")
    assert old.stat().st_mtime > 1


@pytest.mark.parametrize("place", [0, 32, 64, -2])
def test_what_is_damaged_is_made_anew(memory: Memory, file: Path, place: int) -> None:
    """Be it one bit of fingerprint, sum or text."""
    read = Counted()
    memory.of(read, file, "references.bib")
    (kept,) = (memory.folder or file).iterdir()
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)
    assert memory.of(read, file, "references.bib") == read_library(file, "references.bib")
    assert read.times == 2


def test_what_is_kept_by_one_name_is_not_taken_for_another(memory: Memory, file: Path) -> None:
    """Somebody may have copied it."""
    memory.keep("entries kk", "one", "told")
    memory.keep("lists kk", "other", "told")
    one, other = (memory.folder or file).iterdir()
    one.write_bytes(other.read_bytes())
    assert {memory.recalled("entries kk", "told"), memory.recalled("lists kk", "told")} in (
        {"one", None},
        {"other", None},
    )


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_the_folder_is_closed_to_others(temporary: Path) -> None:
    """Also if it was open; whoever can write there can change what a reader sees."""
    folder = templates.folder_of_user()
    assert folder is not None
    assert folder.parent.parent == temporary
    folder.parent.chmod(0o777)
    assert templates.folder_of_user() == folder
    assert folder.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("reason", ["a link", "a file", "another user", "of others"])
def test_without_a_safe_folder_nothing_is_kept(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    """What somebody else has put in its place stops no build."""
    place = temporary / f"_jinja2-cache-{os.getuid()}"
    if reason == "a link":
        (temporary / "other").mkdir(mode=0o700)
        place.symlink_to(temporary / "other")
    elif reason == "a file":
        place.touch()
    else:
        place.mkdir(mode=0o700)
        user = os.getuid()

        def refused(*_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        if reason == "of others":
            monkeypatch.setattr(os, "chmod", refused)
        else:
            monkeypatch.setattr(os, "getuid", lambda: user + 1)
            place.rename(temporary / f"_jinja2-cache-{user + 1}")
    assert templates.folder_of_user() is None
    assert templates.compiled_templates() is None


@pytest.mark.parametrize("kept", ["", "broken", "harmful"])
def test_what_somebody_else_has_put_there_is_not_run(memory: Memory, file: Path, kept: str) -> None:
    """Even with the right fingerprint and sum."""
    read = Counted()
    memory.of(read, file, "references.bib")
    (place,) = (memory.folder or file).iterdir()
    run = file.parent / "run"
    data = {"": b"", "broken": b"\x80\x05]", "harmful": pickle.dumps(Harmful(run))}[kept]
    place.write_bytes(place.read_bytes()[:32] + sha256(data).digest() + data)
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


def test_what_leaves_no_room_for_others_is_not_kept(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is larger than all that may lie there would be deleted, and all the others with it."""
    monkeypatch.setattr(remembered, "LARGEST", 2_000)
    memory.keep("small", "x" * 100, "told")
    memory.keep("large", "x" * 5_000, "told")
    assert memory.recalled("large", "told") is None
    assert memory.recalled("small", "told") == "x" * 100
    assert len(list((memory.folder or Path()).iterdir())) == 1


def test_what_is_deleted_leaves_room_for_what_is_smaller(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is no reason to delete all that is older."""
    for number, (name, size) in enumerate({"old": 100, "large": 3_000, "new": 1_000}.items()):
        memory.keep(name, "x" * size, "told")
        os.utime(memory.file_of(name), (number + 1, number + 1))
    monkeypatch.setattr(remembered, "_MOST_BYTES", 3_000)
    memory.keep("newest", "x", "told")
    assert memory.recalled("large", "told") is None
    for name in ("old", "new", "newest"):
        assert memory.recalled(name, "told") is not None


def test_cldr_is_asked_once_for_all_builds(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Babel reads 7 MB to tell what a country is called; whatever it has not told is asked for as ever."""
    answers.forget()
    assert memory.remind() == {}
    told = cldr.facts("ky"), cldr.country("KZ", "ru"), cldr.spoken("uz", "kk"), cldr.proper_names("en")
    memory.keep_answers({})
    answers.forget()
    known = memory.remind()
    with monkeypatch.context() as without:
        without.setattr(cldr, "locale_of", lambda _: pytest.fail("Babel is asked again"))
        again = cldr.facts("ky"), cldr.country("KZ", "ru"), cldr.spoken("uz", "kk"), cldr.proper_names("en")
    assert again == told
    assert told[1] == "Казахстан"
    assert cldr.country("KG", "ru") == "Киргизия"
    memory.keep_answers(known)
    answers.forget()
    assert ("country", "KG", "ru") in memory.remind()
    # Another release of Babel may call it otherwise.
    monkeypatch.setattr(remembered, "_program", lambda: (("values.py", 1, 2, 3),))
    remembered._of_process.cache_clear()
    answers.forget()
    assert memory.remind() == {}


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
    assert {Path(address).suffix for address in before} == {".bib", ".ris", ".json", ".txt", ".js"}
    with monkeypatch.context() as patched:
        for name in ("downloads", "own_list", "romanized_list"):
            patched.setattr(all_works, name, lambda *_: pytest.fail("it is made anew"))
        assert offered() == before
    assert offered("gost") != before


def test_where_nothing_can_be_kept_all_is_read(file: Path, tmp_path: Path) -> None:
    """Without a folder, and in one that is gone."""
    read, gone = Counted(), Memory(tmp_path / "gone" / "sholu")
    for memory in (FORGETFUL, FORGETFUL, gone, gone):
        assert memory.of(read, file, "references.bib") == read_library(file, "references.bib")
    assert read.times == 4
