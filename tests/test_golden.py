"""What a scholar would judge: one behaviour a file, the three languages in view.

A file has sections: `bib`, `page` (a citation a line), then for each language the citations as they are
read (`kk`), the list below them (`kk list`), and footnotes (`kk notes`). `options` may name the brackets of
GOST, `note`, or of references by number their order and extent (numeric alphabet review); `three` and `page`
are those of its headings, `apa` or `gost` the style in all languages.
`pytest --rewrite-golden` writes anew what comes out; read the difference as a journal's reviewer would.

What a reader sees or hears beside the letters is written with signs: `*italics*`, `⍽` a space at which no
line breaks, `⌴` a narrow one, `‹ru-Latn|words›` words marked as of that language, `⟨words|name⟩` a link to
the entry (with the name by which it is read out, where it has one), `[words](address)` any other link whose
words are not its address.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sholu.bibliography.bibtex import read_library
from sholu.bibliography.library import Library
from sholu.citations.locator_kinds import locator_words
from sholu.citations.page import Citations
from sholu.citations.styles import BRACKETS, STYLES, SYSTEMS, Manner, style_of
from sholu.citations.styles.manner import (
    ALL,
    AUTHOR_DATE,
    CITING,
    EXTENTS,
    HEADINGS,
    OF_PAGE,
    OF_WORK,
    ORDERS,
    PAGE,
)
from sholu.citations.text import Element, Emphasis, Link, Mention, Node, Ready, Span, Text
from sholu.languages import language

FILES = sorted((Path(__file__).parent / "golden").glob("*.txt"))
SECTION = re.compile(r"^--- (.+)\n", re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """Split a golden file at its headings."""
    _, *parts = SECTION.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def shown(text: Text) -> str:
    """Write a text with a sign for all that is not a letter; see the head of this module."""
    return "".join(map(_shown, text))


def _shown(node: Node) -> str:
    if isinstance(node, str):
        return node.replace("\u00a0", "⍽").replace("\u202f", "⌴")
    words = shown(node.children)
    if isinstance(node, Emphasis):
        return f"*{words}*"
    if isinstance(node, Span):
        marks = ".".join(filter(None, (node.language, node.role, node.direction)))
        return f"‹{marks}|{words}›"
    if isinstance(node, Link):
        return _shown_link(node, words)
    assert isinstance(node, Mention | Ready | Element), node
    if isinstance(node, Element):
        # A place that is cited without a word: within a range of numbers, or before the sign of a note.
        words = f"^{words}" if node.tag == "sup" else f"_{words}" if node.tag == "sub" else "⟨⟩"
    return words


def _shown_link(link: Link, words: str) -> str:
    if link.address.startswith("#ref-"):
        return f"⟨{words}|{link.label}⟩" if link.label else f"⟨{words}⟩"
    return words if link.kind == "doc-noteref" or words == link.address else f"[{words}]({link.address})"


def manner_of(options: list[str], library: Library) -> Manner:
    """Read how works are pointed to; the pages before cite the works in the order of the file."""
    return Manner(
        next((one for one in options if one in SYSTEMS), AUTHOR_DATE),
        next((one for one in options if one in ORDERS), CITING),
        next((one for one in options if one in EXTENTS), PAGE),
        tuple(library.references),
        next((one for one in options if one in HEADINGS), ALL),
        OF_PAGE if "page" in options and "numeric" not in options else OF_WORK,
        # Of the three languages one cites by GOST, if not all by APA.
        beside_titles="apa" not in options,
    )


def dressed(golden: dict[str, str], path: Path, code: str) -> dict[str, str]:
    """Return the citations, the list, and the notes of a language, if it cites in them."""
    path.write_text(golden["bib"], encoding="utf-8")
    library, problems = read_library(path, "references.bib")
    # What programs leave out is told of, and printed all the same.
    assert [problem for problem in problems if problem.is_error] == []
    own = language(code)
    options = golden.get("options", "").split()
    named = next((one for one in options if one in STYLES), own.style)
    brackets = next((one for one in options if one in BRACKETS and named == "gost"), "")
    style = style_of(named, library, own, brackets, manner_of(options, library))
    citations = Citations(library, own, style, locator_words())
    page = citations.of_page(golden["page"].splitlines())
    assert page.errors == ()
    marks = [shown(mark) for mark in page.marks]
    numbered = ((f"{page.numbers[key]}. " if page.numbers else "", key) for key in page.cited)
    entries = [f"{number}{shown(citations.entry(key))}" for number, key in numbered]
    notes = [shown(note) for note in page.notes]
    lines = {code: marks, f"{code} list": entries, **({f"{code} notes": notes} if notes else {})}
    return {name: "".join(f"{line}\n" for line in said) for name, said in lines.items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The citations and lists of a golden file come out as it says."""
    golden = sections(path.read_text(encoding="utf-8"))
    expected = {name: text for name, text in golden.items() if name[:2] in {"kk", "ru", "en"}}
    actual: dict[str, str] = {}
    for code in ("kk", "ru", "en"):
        actual |= dressed(golden, tmp_path / "references.bib", code)
    actual = {name: actual[name] for name in expected}
    if request.config.getoption("--rewrite-golden"):
        written = golden | actual
        path.write_text("".join(f"--- {name}\n{text}" for name, text in written.items()), encoding="utf-8")
    assert actual == expected


def test_there_are_golden_files() -> None:
    """An empty folder would pass in silence."""
    assert len(FILES) > 20
