"""Markdown that renders otherwise than it looks is found where it stands, and nothing else is."""

from __future__ import annotations

import pytest
from sholu.checking.habits import habits
from sholu.checking.typed import TypedPage, without_markup
from sholu.citations.source import without_code
from sholu.pages.leftovers import leftovers
from sholu.review import Review

from tests.rows import rows


def found(text: str) -> list[str]:
    """Return line and code of each finding."""
    return [f"{1 + text.count(chr(10), 0, one.start)} {one.code}" for one in habits(without_code(text))]


def test_marks_that_an_extension_reads_are_no_habit() -> None:
    """Of changes that somebody suggests, of words that are struck out."""
    assert not list(habits("It {--began--} ~~in May~~.", ("pymdownx.critic", "pymdownx.tilde")))


@rows(
    ("text", "expected"),
    [
        ("Items are:\n- one\n- two\n", ["2 M001"]),
        ("Items are\n* one\n* two\n", ["2 M001"]),
        ("Items are:\n1. one\n2. two\n", ["2 M001"]),
        ("Items are:\n\n- one\n- two\n", []),
        ("# Heading {#h}\n- one\n- two\n", []),
        ("a sentence\n- with a dash\n", []),
        ("in the year\n1992. Then\n", []),
        ("!!! note\n    - one\n    - two\n", []),
        ("> quoted\n> - one\n> - two\n", []),
        ("```\nItems:\n- one\n- two\n```\n", []),
        ("Trade\n| a | b |\n|---|---|\n| 1 | 2 |\n", ["2 M002"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", []),
        ('!!! wraning "A"\n    Text.\n\n??? edtior "B"\n    Text.\n', ["1 M096", "4 M096"]),
        ('!!! theorem "A"\n    Text.\n\n!!! citation\n    Text.\n\n!!! Note\n    Text.\n', []),
        ("- water\n  - canals\n- trade\n", ["2 M003"]),
        ("- water\n    - canals\n        - locks\n", []),
        ("1. water\n\n   more of it\n\n2. trade\n", ["3 M004"]),
        ("1. water\n\n    more of it\n\n2. trade\n", []),
        ("- water\n\nText.\n\n  indented\n", []),
        ("a[^1] b[^1]\n\n[^1]: one\n\n[^1]: two\n", ["5 M005"]),
        ("a[^1] b[^2]\n\n[^1]: one\n\n[^2]: two\n", []),
        ("See [the treaty][nope] and [this][].\n", ["1 M007", "1 M007"]),
        ("See [the treaty][Nope].\n\n[nope]: https://example.org\n", []),
        ("\\[a][b] ![m][x]\n\n[x]: a.png\n", []),
        ("[@hiro2009][@laumulin2020] [a]\n", []),
        ("\\cite{hiro2009} \\\\cite `\\cite{a}`\n", ["1 M008"]),
        ("See https://example.org/a, <https://example.org>, [x](https://example.org).\n", ["1 M009"]),
        ("[1]: https://example.org\n\n[x][1] www.example.org\n", ["3 M009"]),
        ("![](map.png) ![Map](map.png) <img src='a'> <img src='a' alt=''>\n", ["1 M010", "1 M010"]),
        ("**Water and trade.\n\n**Canals** \\*\\* ***\n", ["1 M012"]),
        ("**Water\nand** trade, ***both***\n", []),
        ("See [it] (two.md), (it)[https://example.org] and [it](two.md).\n", ["1 M013", "1 M013"]),
        ("A treaty [signed] (in 1992) and (so)[^1]\n\n[^1]: Note.\n", []),
        ("!!! note\n\nText.\n", ["1 M014"]),
        ('!!! note\n    Text.\n\n??? note "More"\n\n    Text.\n', []),
        ("See [](two.md), [it](two.md).\n", ["1 M015"]),
        ("See [it](), [it]( ).\n", ["1 M016", "1 M016"]),
        ("The * good * and ** bad ** of *them * and _ us_.\n", ["1 M080"] * 4),
        ("* words *\n\n* an item * of two\n* *one*\n", ["1 M080"]),
        ("(Hiro, 2009) {ADDIN ZOTERO_ITEM CSL_CITATION} {Hiro, 2009 #12} {x, 1}\n", ["1 M082", "1 M082"]),
        ("::: {#fig-a}\n\nText.\n:::\n\n::: note\n:::\n", ["1 M084", "6 M084"]),
        ("| a |\n|---|\n| 1 |\n\nTable: Trade\n\n: Other\n\n| a |\n|---|\n", ["5 M085", "7 M085"]),
        ("| a |\n|---|\n| 1 |\n\n: Trade {#tbl-a}\n\nWater\n: wet\n", []),
        ("• one\n• two\n• three\n\n• alone\n", ["1 M083"]),
        ("5 * 3 * 2, a * b * c, *one* and *two*, `* x y *`, a_b _c_ d\n", []),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 |\n| 1 | 2 | 3 |\n", ["4 M094", "5 M094"]),
        ("| a | b |\n|---|---|\n| 1 \\| 2 | `3|4` |\n1 | 2\n| | |\n", []),
        ("a | b\n---|---\n1 | 2\n| 1 | 2 |\n", ["4 M094"]),
        ("> | a | b | c |\n> |---|---|\n> | 1 |\n", ["2 M094"]),
        ("- item\n\n    | a |\n    |---|\n    | 1 | 2 |\n", ["5 M094"]),
        ("# T\n\n## a\n\n#### b\n\n#### c\n\n## d\n\n### e\n", ["5 M095"]),
        ("### a\n\n```\n##### b\n```\n\n# T\n\n##no heading\n", ["1 M095"]),
        ("It {--began--}{++opened++} {>>why?<<} {~~a~>b~~} here.\n", ["1 M039"] * 4),
        ("# T {#t}\n\n{: .note } {x} {-- } a--b ~~ c ~~ d~e\n", []),
        ("It ~~began~~ in ~~late May~~ at `~~a~~`.\n", ["1 M040"] * 2),
        ("See [it]{two.md#a} and [it]{https://example.org}, [it]{.small}.\n", ["1 M013"] * 2),
        ("| * one * | b |\n|---|---|\n| a | * |\n", ["1 M080"]),
    ],
)
def test_a_habit_is_found_on_its_line(text: str, expected: list[str]) -> None:
    """And what only looks like one is not."""
    assert found(text) == expected


@rows(
    ("text", "codes"),
    [
        ("a\n\n<!-- open\n\nb\n", ["M006"]),
        ("a <!-- closed --> b `<!--`\n", []),
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n", ["M011"]),
        ("a\n||||||| base\n=======\nb\n>>>>>>> main\n", ["M011", "M011"]),
        ("Heading\n=======\n\n    <<<<<<< HEAD\n", []),
        ("<script>count()</script>\n", ["P040"]),
        ('<img alt="" src="x" onerror="count()">\n', ["P040"]),
        ("[x](javascript:count())\n", ["P040"]),
        ("[x](<vbscript:count()>)\n", ["P040"]),
        ("[x](data:text/html,count)\n", ["P040"]),
        ("[x][a]\n\n[a]: javascript:count()\n", ["P040"]),
        ("![x](data:image/png;base64,AAAA)\n\n[^1]: Data: none.\n", []),
        ('<meta content="0; url=https://example.org/>" http-equiv="Refresh">\n', ["P041"]),
        ("<META HTTP-EQUIV=&#114;efresh content=0> `<meta http-equiv=refresh>`\n", ["P041"]),
        ('<meta http-equiv="Content-Type" content="text/html"> <meta name="refresh">\n', []),
        ('<script src="count.js"></script> <i title="on = off">x</i> `<script>`\n', []),
    ],
)
def test_what_no_page_may_have_is_found(text: str, codes: list[str]) -> None:
    """A comment without end, what a merge has left, scripts within a text."""
    assert [one.code for one in leftovers(text, without_code)] == codes


def test_it_stops_a_build() -> None:
    """Readers would see it, so it is an error of the page, also without `sholu check`."""
    page = "# T {#t}\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n"
    review = Review.from_texts({"docs/index.md": page, "references.bib": ""})
    told = [f"{one.place} {one.code}" for one in review.problems if one.code == "M011"]
    assert told == ["docs/index.md:3 M011"]


@pytest.mark.parametrize(
    "sign",
    [
        "[a][", "\\cite{", "\\cite[", "- a\n  ", "![](", "https://a.b/ ", "<img ", "[^1]:", "[^1\n", "[a\n",
        "](", "<a", "{:", " ", "\t", "| ", "[@ ", "@ ", "{", "a - b ",
    ],
)  # fmt: skip
def test_many_of_a_kind_are_found_in_no_time(sign: str) -> None:
    """The work grows with the text; with its square it would be minutes."""
    page = f"a\n\n{sign * 20_000}\n\nx\n"
    assert len(list(habits(page))) <= 20_000
    assert len(without_markup(page)) == len(page)


def test_a_front_matter_that_cannot_be_read_is_no_prose() -> None:
    """Its fault is told elsewhere, once."""
    text = '---\ntitle: "T\ndescription: "D"\n---\n\n# T "x"\n'
    assert TypedPage("docs/en/a.md", "en", text).prose.lstrip() == '# T "x"\n'


def test_a_field_begins_at_its_word_and_not_at_the_spaces_before_it() -> None:
    """A line of nothing but spaces, as front matter that is blanked out, is no beginning of one."""
    (finding,) = habits(f"Text{' ' * 1000}ADDIN ZOTERO_ITEM\n")
    assert finding.start == 1004
    (finding,) = habits("Text { ADDIN ZOTERO_ITEM\n")
    assert finding.start == 5
