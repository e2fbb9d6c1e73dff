"""A paper with more works than can be looked up among one another is refused, one with as many is read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from sholu.commands import RefusalError
from sholu.importing.paper import pandoc, sizes
from sholu.importing.paper.arriving import arrive
from sholu.importing.paper.reading import read_paper
from sholu.importing.paper.sizes import check_size, check_works

LISTED = "Text.\n\n# References\n\nIvanov, I. (2001). One. Nauka.\n\nPetrov, P. (2002). Two. Nauka.\n"
NOTED = "One.[^1] Two.[^2]\n\n[^1]: See below.\n\n[^2]: See above.\n"


@pytest.mark.pure
@pytest.mark.parametrize(("listed", "notes"), [(3_001, 0), (0, 3_001)])
def test_one_more_than_the_most_is_refused_with_what_there_is_and_what_may_be(
    listed: int, notes: int
) -> None:
    """One more than the most is refused, told with both numbers."""
    with pytest.raises(RefusalError, match=r"a\.docx.*3,001.*3,000"):
        check_works(listed, notes, Path("a.docx"))


@pytest.mark.pure
def test_as_many_as_may_be_are_taken() -> None:
    """The most itself is taken."""
    check_works(3_000, 3_000, Path("a.docx"))


@pytest.mark.parametrize("text", [LISTED, NOTED])
def test_an_import_counts_lines_of_the_list_and_notes(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts are the works of the list and the footnotes of the text."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    paper = tmp_path / "paper.txt"
    paper.write_text(text, encoding="utf-8")
    monkeypatch.setattr(sizes, "MOST_WORKS", 2)
    assert arrive(tmp_path, paper, "en").files
    monkeypatch.setattr(sizes, "MOST_WORKS", 1)
    with pytest.raises(RefusalError, match="2"):
        arrive(tmp_path, paper, "en")


@pytest.mark.pure
@pytest.mark.parametrize(
    ("name", "inside", "text"),
    [
        ("a.docx", "word/footnotes.xml", '<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="1"/>{}'),
        ("a.docx", "word/endnotes.xml", '<w:endnote w:id="1"/>{}'),
        ("a.odt", "content.xml", '<text:note text:id="ftn1"/><text:notes-configuration/>{}'),
        ("a.md", "", "Text.[^1]\n\n[^1]: See below.\n\n{}\n"),
    ],
)
def test_notes_are_counted_before_pandoc_reads_a_paper(
    name: str, inside: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For pandoc takes seconds to read so many; those that are no notes of an author do not count."""
    monkeypatch.setattr(sizes, "MOST_WORKS", 1)
    monkeypatch.setattr(pandoc, "_run", lambda *_: pytest.fail("it was read"))
    monkeypatch.setattr(pandoc, "is_there", lambda: True)
    path = tmp_path / name

    def put(more: str) -> None:
        if inside:
            with zipfile.ZipFile(path, "w") as packed:
                packed.writestr(inside, text.format(more))
        else:
            path.write_text(text.format(more), encoding="utf-8")

    again = {"a.docx": '<w:footnote w:id="2"/>', "a.odt": "<text:note >", "a.md": "[^2]: See above."}
    put(again[name].replace("footnote", "endnote" if "end" in inside else "footnote"))
    with pytest.raises(RefusalError, match=r"2.*1"):
        read_paper(path, lambda *_: "")
    if inside:
        put("")
        check_size(path)
