"""Files of somebody else: none brings more into a review than its text, and none ends in a traceback."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sholu.commands import RefusalError
from sholu.importing import formats
from sholu.importing.draft import Draft, entry
from sholu.importing.formats import read_works
from sholu.importing.keys import TakenKeys
from sholu.importing.paper import pandoc
from sholu.importing.paper.reading import read_paper
from sholu.importing.paper.sizes import check_size

from tests.rows import rows

RECORD = "<xml><records><record><titles><title>{}</title></titles></record></records></xml>"
PARTS = [
    "TY  - JOUR\n",
    "AU  - ",
    "TI  - ",
    "PY  - ",
    "ER  - \n",
    "PMID- 1\n",
    "FAU - ",
    "DP  - ",
    "\n",
    " ",
    "[",
    "]",
    "{",
    "}",
    '"title":',
    '"author":',
    '"issued":',
    '"date-parts":',
    '"type":',
    '"id":',
    '"DOI":',
    '"custom":',
    ":",
    ",",
    "null",
    "1",
    "-1e999",
    '"book"',
    "[[2000]]",
    '[["2000","x"]]',
    '{"family":"A"}',
    "<record>",
    "</record>",
    "<xml>",
    "</xml>",
    "<PubmedArticle>",
    "<title>",
    "<author>",
    "&amp;",
    "&x;",
    "@book{",
    "a,",
    "title={B},",
    "year=2000}",
    "A., B. Заголовок // Журнал. – 2000. – № 1. – С. 1–2.",
    "Smith, J. (2000). T. J, 1(2), 3–4.",
    "\u202e",
    "\x00",
    "²",
    "ї",
]


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=25).map("".join))
def test_what_somebody_hands_over_is_read_or_refused(text: str) -> None:
    """In any mixture of the formats; what is read can be written."""
    try:
        drafts = read_works(text, "x")
    except RefusalError:
        return
    for draft in drafts:
        # A typed line stands above its entry as a remark.
        assert "\n@" in f"\n{entry(draft, TakenKeys().key_for(draft, keeps=True))}"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
FIELDS = (
    "type",
    "title",
    "author",
    "editor",
    "issued",
    "accessed",
    "custom",
    "DOI",
    "ISBN",
    "page",
    "id",
    "genre",
)


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=6), max_size=2))
def test_csl_of_any_shape_is_read_or_refused(items: list[dict[str, object]]) -> None:
    """Numbers where names should be, lists in lists."""
    try:
        drafts = read_works(json.dumps(items), "x")
    except RefusalError:
        return
    for draft in drafts:
        assert entry(draft, TakenKeys().key_for(draft, keeps=True)).startswith("@")


@pytest.mark.parametrize(
    ("text", "limit", "most"),
    [
        ("[{}]", "MOST_WORKS", 1_500),
        ("TY  - BOOK\nTI  - T\nER  - \n", "MOST_WORKS", 1_500),
        ("Kim, A. (1901). Title.\n", "MOST_TYPED", 1_200),
    ],
)
def test_a_library_of_thousands_is_taken_in_by_parts(
    text: str, limit: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Works are compared with each other, so that none comes twice."""
    monkeypatch.setattr(formats, limit, most)
    many = f"[{','.join(['{}'] * (most + 1))}]" if text == "[{}]" else text * (most + 1)
    with pytest.raises(RefusalError, match=f"x has more than {most:,} works; hand it over in parts"):
        read_works(many, "x")


def test_a_value_over_thousands_of_lines_is_one() -> None:
    """Each line was copied with all before it."""
    (draft,) = read_works("TY  - BOOK\nTI  - a\n" + "b\n" * 3_000 + "ER  - \n", "x")
    assert draft.fields["title"] == "a" + " b" * 3_000


@rows(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]>' + RECORD.format("&d;"),
        '<!DOCTYPE a [<!ENTITY b SYSTEM "secret.txt">]>' + RECORD.format("&b;"),
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">' + RECORD.format("&b;"),
        "[" * 100_000,
        '[{"title": ' + "[" * 100_000,
        '[{"title": ' + "9" * 10_000 + "}]",
        "<a><" * 30_000 + "record>",
        "\n" * 100_000 + "x",
        " @" * 50_000,
    ],
    ids=["laughs", "file", "network", "nested", "nested value", "digits", "open tags", "lines", "signs"],
)
def test_what_would_be_large_deep_or_fetched_is_refused(text: str) -> None:
    """Entities of XML, lists in lists, and what looks like a format for a long time."""
    with pytest.raises(
        RefusalError, match=r"it is nested too deep|it declares|is no XML|no format|digit|cannot"
    ):
        read_works(text, "x")


def packed(path: Path, **files: bytes) -> Path:
    """Write a ZIP."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def no_key(_: Draft) -> str:
    """Give no work of a paper a key of its own."""
    return "a"


def test_a_paper_that_is_large_when_it_is_unpacked_is_refused(tmp_path: Path) -> None:
    """Before any program unpacks it; and one that is cut off."""
    bomb = packed(tmp_path / "bomb.docx", **{"word/document.xml": bytes(60_000_000)})
    assert bomb.stat().st_size < 500_000
    with pytest.raises(RefusalError, match="holds 60 MB of text"):
        read_paper(bomb, no_key)
    pictures = tmp_path / "pictures.docx"
    with zipfile.ZipFile(pictures, "w", zipfile.ZIP_DEFLATED) as made:
        for one in range(9):
            made.writestr(f"word/media/{one}.png", b"")
            # What its list says counts; to pack as much takes seconds.
            made.getinfo(f"word/media/{one}.png").file_size = 60_000_000
    with pytest.raises(RefusalError, match="holds 540 MB, which no paper has"):
        read_paper(pictures, no_key)
    crowd = packed(tmp_path / "crowd.odt", **{f"{one}": b"" for one in range(10_001)})
    with pytest.raises(RefusalError, match="holds 10,001 files"):
        read_paper(crowd, no_key)
    (tmp_path / "cut.odt").write_bytes(bomb.read_bytes()[:-100])
    with pytest.raises(RefusalError, match=r"is broken \("):
        read_paper(tmp_path / "cut.odt", no_key)


def test_a_paper_of_elements_deep_in_one_another_is_refused(tmp_path: Path) -> None:
    """1,500 tables in each other are a kilobyte, and took pandoc 1.3 GB; a few are what papers have."""
    for count, is_told in ((1500, True), (20, False)):
        cells = b"<w:tbl><w:tr><w:tc/><w:tc>" * count + b"</w:tc></w:tr></w:tbl>" * count
        path = packed(tmp_path / "paper.docx", **{"word/document.xml": cells})
        if is_told:
            with pytest.raises(
                RefusalError, match=r"paper\.docx: tables, lists, quotations or groups lie too deep"
            ):
                check_size(path)
        else:
            check_size(path)


@pytest.mark.usefixtures("processes")
def test_a_paper_brings_no_other_file_of_the_machine(tmp_path: Path) -> None:
    """Neither a text that LaTeX includes, nor a picture that stands elsewhere or is none."""
    assert pandoc.is_there()
    (tmp_path / "secret.tex").write_text("SECRET")
    (tmp_path / "passwd").write_text("SECRET")
    elsewhere, home = tmp_path / "elsewhere.png", tmp_path / "home"
    home.mkdir()
    Image.new("RGB", (1, 1)).save(elsewhere)
    Image.new("RGB", (1, 1)).save(home / "own.png")
    pictures = " ".join(
        f"\\includegraphics{{{name}}}"
        for name in (elsewhere, tmp_path / "passwd", "../elsewhere.png", "own.png")
    )
    (home / "paper.tex").write_text(
        f"\\begin{{document}}A \\input{{{tmp_path}/secret}} \\input{{../secret}} {pictures}\\end{{document}}"
    )
    paper = read_paper(home / "paper.tex", no_key)
    assert "SECRET" not in paper.markdown
    assert list(paper.pictures) == ["paper-1.png"]
    assert sum("pictures that are not there" in told for told in paper.mended) == 3


@rows("signs", ["[" * 1_000, "[1; " * 600, "[a " * 41])
def test_brackets_that_nobody_closes_are_told_at_their_line(tmp_path: Path, signs: str) -> None:
    """Pandoc reads each of them in two ways, for hours."""
    path = tmp_path / "paper.md"
    path.write_text(f"# T\n\n{'[a] ' * 100}[\\[ [\n\n{signs}\n", encoding="utf-8")
    with pytest.raises(RefusalError, match=r"paper\.md:5: more than 40 brackets open here"):
        read_paper(path, lambda draft, **_: draft.key)


@pytest.mark.skipif(not pandoc.is_there(), reason="needs pandoc")
@pytest.mark.usefixtures("processes")
def test_pandoc_has_a_time_and_then_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short texts have less of it than books."""
    path = tmp_path / "paper.md"
    path.write_text("# T\n\nWords.\n", encoding="utf-8")
    monkeypatch.setattr(pandoc, "_FIRST", 0)
    with pytest.raises(
        RefusalError, match=r"paper\.md: pandoc has not read it in 0 seconds; import it in parts"
    ):
        pandoc.document(path, tmp_path)


@pytest.mark.skipif(not pandoc.is_there(), reason="needs pandoc")
@pytest.mark.usefixtures("processes")
def test_pandoc_has_so_much_memory_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is packed small may be large."""
    path = tmp_path / "paper.md"
    path.write_text("Words *and* words. " * 20_000, encoding="utf-8")
    monkeypatch.setattr(pandoc, "_MOST_MEMORY", 1_000_000)
    with pytest.raises(RefusalError, match=r"paper\.md: pandoc cannot read it \(.*RTS -M"):
        pandoc.document(path, tmp_path)


def test_a_small_text_gets_less_memory_than_a_machine_has(tmp_path: Path) -> None:
    """Signs that pandoc turns over in vain took 760 MB; a megabyte of words needs half of that."""
    path = tmp_path / "paper.md"
    path.write_text("a" * 1_000_000, encoding="utf-8")
    assert 300_000_000 < pandoc._memory(path) <= 450_000_000
