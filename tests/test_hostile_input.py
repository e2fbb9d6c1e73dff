"""What nobody writes on purpose: no traceback, and no work that grows with the square of the input.

Each row was minutes, or a traceback, once. What one room alone can limit, its own tests hold.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sholu.bibliography.bibtex import read_library
from sholu.citations.styles import STYLES, style_of
from sholu.languages import language
from sholu.problems import similar
from sholu.review import Review
from sholu.texts import Texts

from tests.growth import grows_with_its_input, seconds
from tests.rows import rows

PAGE = "# T {#t}\n\n"
WORK = "@book{a, author = {B, C}, title = {D}, year = {2000}}\n"


@pytest.mark.parametrize(
    ("typed", "times", "shown", "count", "codes"),
    [
        ("a\n\n", 400, '<p id="t-p', 400, []),
        ("<svg>", 1_000, "<svg>", 1_000, []),
        ("<i>", 10_000, "<i>", 0, ["P014"]),
        ("@a, p. 1 ", 400, '<span class="citation">', 400, []),
        ("[@a, p. 1] ", 400, '<span class="citation">', 400, []),
        ("!!! a\n", 1_000, 'class="admonition a"', 60, ["P044"]),
    ],
)
def test_a_page_of_one_thing_is_read(
    typed: str, times: int, shown: str, count: int, codes: list[str]
) -> None:
    """Paragraphs, tags that nothing closes, citations: each is there, or its author is told why not."""
    review = Review.from_texts({"docs/index.md": f"{PAGE}{typed * times}\n", "references.bib": WORK})
    page = review.pages["index.md"]
    assert (page.title, page.html.count(shown)) == ("T", count)
    assert [one.code for one in review.problems] == codes


@rows("field", ["author = {,}", "author = {, ,}", "pages = {~}", "pages = {-}", "title = {$x_{2}$ }"])
def test_a_work_of_signs_is_shown_in_each_style(field: str) -> None:
    """And so is one whose field is thousands of them."""
    name, _, value = field.partition(" = ")
    fields = field if name == "title" else f"title = {{T}}, {field}"
    long = f"{name} = {{{value[1:-1] * 5_000}}}"
    others = long if name == "title" else f"title = {{T}}, {long}"
    text = f"@book{{a, {fields}}}\n@book{{b, {others}}}\n"
    library, _ = read_library(Texts({"references.bib": text}) / "references.bib", "references.bib")
    for style in STYLES:
        dressed = style_of(style, library, language("en"))
        for work in library:
            assert dressed.entry(work)
            dressed.called(work)


def test_a_glossary_of_faults_has_no_terms() -> None:
    """None that lacks what a term must have passes for one, once the faults are no longer counted."""
    review = Review.from_texts({"docs/index.md": PAGE, "data/glossary.yml": "- id: x\n" * 2_000})
    assert [one.code for one in review.problems].count("D090") == 1


# A page, or a bibliography ("@…"), of so many of a thing.
GROWING: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "a\n\n" * n,
    "open drawings": lambda n: "<svg>" * n,
    "narrative citations": lambda n: "@a, p. 1 " * n,
    "citations": lambda n: "[@a, p. 1] " * n,
    "remarks in a block": lambda n: "<!-- sholu: off C012 because -->\n" * n,
    "remarks in a line": lambda n: "<!-- sholu: off C012 because -->" * n,
    "a remark before spaces": lambda n: "<!-- sholu: off C012 because -->" + " " * 20 * n,
    "remarks without an entry": lambda n: "@comment{}\n" + "% sholu: off C012 because\n" * n,
    "links to nowhere": lambda n: "".join(f"[a](#n{one})\n\n" for one in range(n)),
    "namesakes": lambda n: "".join(
        f"@book{{k{one}, author = {{Kim, A{one}}}, title = {{T}}, year = 2000}}\n" for one in range(n // 4)
    ),
    "a title of quotations": lambda n: f"@book{{a, title = {{{'«a» ' * n}}}}}",
    "a publisher of commas": lambda n: f"@book{{a, title = {{T}}, publisher = {{{' ,' * 4 * n}}}}}",
    "a name of hyphens": lambda n: f"@book{{a, title = {{T}}, author = {{{'A-' * 4 * n}}}}}",
    "names by initials": lambda n: f"@book{{a, title = {{T}}, author = {{{'A.  AA Ab, ' * n}1}}}}",
    "names and initials": lambda n: f"@book{{a, title = {{T}}, author = {{{'Ab A. , ' * n}1}}}}",
    "joined values": lambda n: f"@book{{a, title = {' # '.join(['x'] * 4 * n)}}}",
}


@pytest.mark.parametrize("name", GROWING)
def test_the_work_grows_with_the_review(name: str) -> None:
    """Four times the text, and not sixteen times the work."""

    def took(count: int) -> float:
        text = GROWING[name](count)
        page, works = ("", text) if text.startswith("@") else (text, "")
        files = {"docs/index.md": f"{PAGE}{page}\n", "references.bib": works}

        def read() -> None:
            review = Review.from_texts(files)
            assert review.pages["index.md"].title == "T"
            assert isinstance(review.problems, tuple)

        return seconds(read)

    assert grows_with_its_input(took, 1_600)


def _works(count: int, field: str) -> str:
    return "".join(f"@book{{key{one}, title = {{T}}, {field.format(one)}}}\n" for one in range(count))


def _links(address: str) -> str:
    return "".join(f"[a]({address.format(one)})\n\n" for one in range(60))


_TOPICS = "".join(f"- id: topic{one}\n  name: {{en: T}}\n" for one in range(60))
_KINDS = "".join(f"- id: kind{one}\n  name: {{en: K}}\n" for one in range(60))
_EVENT = "- date: 1991\n  title: {{en: E}}\n  kind: {}\n"


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("B037", {"data/topics.yml": _TOPICS, "references.bib": _works(60, "keywords = {{topik{}}}")}),
        ("E003", {"data/events.yml": _KINDS + "".join(_EVENT.format(f"kindd{one}") for one in range(60))}),
        (
            "C001",
            {
                "data/events.yml": "".join(_EVENT.format(f"k\n  sources: [keyy{one}]") for one in range(60)),
                "references.bib": _works(60, "year = 2000"),
            },
        ),
        (
            "C001",
            {
                "docs/index.md": PAGE + "".join(f"[@keyy{one}]\n\n" for one in range(60)),
                "references.bib": _works(60, "year = 2000"),
            },
        ),
        ("L001", {"docs/index.md": PAGE + _links("pagename{}.md"), "docs/pagenames.md": "# P\n"}),
        ("L002", {"docs/index.md": f"{PAGE}## H {{#heading}}\n\n" + _links("#headings{}")}),
        ("L003", {"docs/index.md": PAGE + _links("maps{}.pdf"), "docs/maps.pdf": ""}),
        (
            "L004",
            {
                "mkdocs.yml": f"plugins: [sholu]\nnav: [{', '.join(f'pages{one}.md' for one in range(60))}]",
                "docs/pages.md": "# P\n",
            },
        ),
        (
            "E010",
            {
                "docs/index.md": f"{PAGE}## H {{#heading}}\n",
                "data/events.yml": "".join(
                    _EVENT.format(f"k\n  paragraphs: ['#headings{one}']") for one in range(60)
                ),
            },
        ),
    ],
)
def test_of_many_slips_the_first_are_told_what_was_meant(
    code: str, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each was looked for among all: thousands of them took the square of their number."""
    monkeypatch.setattr(similar, "MOST_GUESSES", 40)
    monkeypatch.setattr("sholu.citations.page._ASKED_AT_MOST", 40)
    review = Review.from_texts({"docs/index.md": PAGE, "references.bib": WORK, **files})
    told = [dict(one.values) for one in review.problems if one.code == code]
    assert len(told) == 60
    assert 0 < sum(bool(one["near"]) for one in told) <= 40
    assert max(len(one.get("known", "")) for one in told) < 300
