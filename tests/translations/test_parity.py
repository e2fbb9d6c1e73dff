"""Versions of a page that differ, each with both places, and a way to say why.

All cases are pages of one review, so that it is read once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sholu.review import Review

from tests.conftest import SMALL_CONFIG

SmallSite = Callable[..., tuple[int, str, Path]]
BIB = """@book{hiro2009, author = {Hiro, Dilip}, title = {Inside}, year = {2009}}
@book{smith2001, author = {Smith, Ann}, title = {Rivers}, year = {2001}}
"""
PAGE = """# T {#t}

Text 1990 [see @hiro2009, p. 3].

## S {#s}

- one
- two
    - inner 5

> Quoted.

| a | b |
|---|---|
| 1 | 2 |

### U {#u}

!!! editor "Note"

    Said twice.

![Map](../assets/map.png)

Noted[^1].

## V {#v}

Last.

[^1]: A note of 1992.
"""
ITEMS = "# T {#t}\n\n## S {#s}\n\n- one\n- two\n"
MAP = "![Map](../assets/map.png)"

# Name of the page: Kazakh, English, what the problem says ("" if there is none).
CASES: dict[str, tuple[str, str, str]] = {
    "same": (PAGE, PAGE, ""),
    "mistyped-key": (PAGE, PAGE.replace("@hiro2009", "@hiro2209"), "no work “hiro2209” in the bibliography"),
    "number": (PAGE, PAGE.replace("Text 1990", "Text 1991"), "has the number 1991 where"),
    "numbers": (
        PAGE.replace("1990", "10 30"),
        PAGE,
        "has the number 1990 where the other version has the numbers 10, 30",
    ),
    "numbers-missing": (
        PAGE.replace("1990", "1990 10 30"),
        PAGE,
        "the other version has the numbers 10, 30, which",
    ),
    "number-in-a-cell": (PAGE, PAGE.replace("| 1 | 2", "| 1 | 3"), "has the number 3 where"),
    "number-in-an-item": (PAGE, PAGE.replace("inner 5", "inner 6"), "has the number 6 where"),
    "number-in-a-note": (PAGE, PAGE.replace("1992", "1993"), "has the number 1993 where"),
    "number-in-a-caption": (PAGE, PAGE.replace("![Map]", "![Map 2]"), "has the number 2"),
    "number-in-a-heading": (PAGE, PAGE.replace("## V", "## V 7"), "has the number 7"),
    "percent": (
        PAGE.replace("1990", "24 пайыз"),
        PAGE.replace("1990", "24"),
        "has the number 24 where the other version has the number 24 %",
    ),
    "month": (
        PAGE.replace("1990", "1990 жылғы мамырда"),
        PAGE.replace("1990", "in June 1990"),
        "has the date or number June where the other version has the date or number мамыр",
    ),
    "month-named": (
        PAGE.replace("1990", "1990 жылғы мамырда"),
        PAGE.replace("1990", "in May, as all said, of that year, 1990,"),
        "",
    ),
    "citation": (PAGE, PAGE.replace(" [see @hiro2009, p. 3]", ""), "cites hiro2009 page 3, which is missing"),
    "locator": (PAGE, PAGE.replace("p. 3", "p. 4"), "cites hiro2009 page 4 where"),
    "locator-kind": (PAGE, PAGE.replace("p. 3", "ch. 3"), "cites hiro2009 chapter 3 where"),
    "locator-gone": (PAGE, PAGE.replace(", p. 3", ""), "cites hiro2009 where"),
    "key": (PAGE, PAGE.replace("@hiro2009", "@smith2001"), "cites smith2001 page 3 where"),
    "cited-twice": (PAGE, PAGE.replace("Last.", "Last [@smith2001]."), "cites smith2001, which"),
    "words-of-locators": (PAGE, PAGE.replace("[see @hiro2009, p. 3]", "[-@hiro2009, с. 3]"), ""),
    "order-of-citations": (
        PAGE.replace("Last.", "A [@hiro2009, 12–15-б.; @smith2001] e."),
        PAGE.replace("Last.", "See @smith2001 and [cf. @hiro2009, pp. 12-15, passim]."),
        "",
    ),
    "note-gone": (PAGE, PAGE.replace("[^1].", "."), "has 0 footnotes where the other version has 1"),
    "note-called-otherwise": (PAGE, PAGE.replace("^1", "^one"), "has the id #fn:one where"),
    "notes-in-another-order": (
        "# T {#t}\n\nA[^a] b[^b]\n\n[^a]: Five 5.\n[^b]: Six 6.\n",
        "# T {#t}\n\nB[^b] a[^a]\n\n[^b]: Six 6.\n[^a]: Five 5.\n",
        "",
    ),
    "picture": (PAGE, PAGE.replace("map.png", "plan.png"), "shows ../assets/plan.png where"),
    "picture-with-words": (PAGE.replace("map.png", "map.kk.png"), PAGE.replace("map.png", "map-en.png"), ""),
    "picture-gone": (PAGE, PAGE.replace(f"{MAP}\n\n", ""), "1 figure"),
    "item-gone": (PAGE, PAGE.replace("- two\n", ""), "list items"),
    "kind": (PAGE, PAGE.replace("> Quoted", "Quoted"), "1 quotation"),
    "paragraph-more": (PAGE, PAGE.replace("Last.", "Last.\n\nMore."), "2 paragraphs, but 1 paragraph in"),
    "paragraph-more-in-a-note": (
        PAGE,
        PAGE.replace("    Said twice.", "    Said twice.\n\n    Again."),
        "2 paragraphs",
    ),
    "heading-id": (
        PAGE,
        PAGE.replace("{#s}", "{#other}"),
        "the section {#other} is not there in docs/kk/heading-id.md (compared with docs/kk/heading-id.md:5)",
    ),
    "heading-without-id": (
        PAGE,
        PAGE.replace("Last.", "Last.\n\n## More"),
        "the section {#more} is not there",
    ),
    "heading-level": (PAGE, PAGE.replace("### U", "## U"), "is a heading of level 2 where the other version"),
    "heading-order": (
        "# T {#t}\n\n## A {#a}\n\nText.\n\n## B {#b}\n\nText.\n",
        "# T {#t}\n\n## B {#b}\n\nText.\n\n## A {#a}\n\nText.\n",
        "the section {#b} stands where the other version has {#a}",
    ),
    "own-id": (PAGE, PAGE.replace("Last.", "Last.\n{ #end }"), "has the id #end where"),
    "id-twice": (PAGE, PAGE.replace("{#v}", "{#u}"), "the id “u” stands on this page already"),
    "differs": (PAGE, PAGE.replace("Text 1990", "<!-- differs: why -->\n\nText 1991"), ""),
    "differs-in-the-source": (PAGE.replace("Last", "<!-- differs: why -->\nLast 5"), PAGE, ""),
    "differs-heading": (PAGE, PAGE.replace("## V", "<!-- differs: why -->\n## V 7"), ""),
    "differs-table": (
        PAGE,
        PAGE.replace("| a |", "<!-- differs: why -->\n\n| a |").replace("| 1 |", "| 8 |"),
        "",
    ),
    "differs-item": (PAGE, PAGE.replace("- one", "- <!-- differs: why --> one 9"), ""),
    "differs-between-items": (ITEMS, ITEMS.replace("- two", "<!-- differs: why -->\n- two 9"), ""),
    "differs-quotation": (PAGE, PAGE.replace("> Quoted", "<!-- differs: why -->\n> Quoted 9"), ""),
    "differs-in-kind": (PAGE, PAGE.replace("> Quoted", "<!-- differs: why -->\nQuoted"), ""),
    "differs-in-a-note": (
        PAGE,
        PAGE.replace("    Said twice.", "    <!-- differs: why -->\n\n    Said 3 times."),
        "",
    ),
    "differs-footnote": (PAGE, PAGE.replace("A note of 1992", "<!-- differs: why --> Of 1993"), ""),
    "differs-admonition": (
        PAGE,
        PAGE.replace("!!! editor", "<!-- differs: why -->\n\n!!! editor").replace("twice", "3 times"),
        "",
    ),
    "differs-picture": (
        PAGE,
        PAGE.replace(MAP, f"<!-- differs: why -->\n\n{MAP.replace('map', 'plan')}"),
        "",
    ),
    "only-paragraph": (PAGE, PAGE.replace("Last.", "<!-- only here: why -->\n\nMore 5.\n\nLast."), ""),
    "only-in-the-source": (PAGE.replace("Last.", "<!-- only here: why -->\nMore.\n\nLast."), PAGE, ""),
    "only-item": (ITEMS, ITEMS.replace("- two", "<!-- only here: why -->\n- more\n- two"), ""),
    "only-item-with-items": (
        ITEMS,
        ITEMS.replace("- two", "- <!-- only here: why --> more\n    - inner\n    - more\n- two"),
        "",
    ),
    "only-list": (ITEMS, ITEMS.replace("## S", "<!-- only here: why -->\n\n- a\n- b\n\n## S"), ""),
    "only-table": (PAGE, PAGE.replace("> Q", "<!-- only here: why -->\n| x |\n|---|\n| 7 |\n\n> Q"), ""),
    "only-admonition": (
        PAGE,
        PAGE.replace("Last.", '<!-- only here: why -->\n!!! editor "E"\n\n    One 1.\n\n    Two 2.\n\nLast.'),
        "",
    ),
    "only-in-an-admonition": (
        PAGE,
        PAGE.replace("    Said", "    <!-- only here: why -->\n\n    More 5.\n\n    Said"),
        "",
    ),
    "only-section": (
        PAGE,
        PAGE.replace("## V", "<!-- only here: why -->\n\n## W {#w}\n\nA 5.\n\n### X {#x}\n\nB.\n\n## V"),
        "",
    ),
    "only-footnote": (
        PAGE,
        PAGE.replace("Last.", "<!-- only here: why -->\n\nMore[^2].\n\nLast.")
        + "[^2]: <!-- only here: why --> Two.\n",
        "",
    ),
    "no-reason": (
        PAGE,
        PAGE.replace("Text 1990", "<!-- differs: -->\n\nText 1991"),
        "the remark <!-- differs: --> gives no reason",
    ),
    "no-colon": (PAGE, PAGE.replace("Last.", "<!-- only here -->\n\nMore.\n\nLast."), "gives no reason"),
    "needless": (
        PAGE,
        PAGE.replace("Last.", "<!-- differs: why -->\n\nLast."),
        "<!-- differs: why --> stands before a block that differs in nothing",
    ),
    "at-the-end": (
        ITEMS,
        f"{ITEMS}\n<!-- differs: why -->\n",
        "no block that is compared follows the remark",
    ),
    "another-comment": (PAGE, PAGE.replace("Last.", "<!-- differs from Kazakh, as ever -->\n\nLast."), ""),
}


def problems(output: str, name: str) -> list[str]:
    """Return what was said of a page."""
    return re.findall(rf"^docs/(?:en|kk)/{name}\.md:.*", output, re.MULTILINE)


@pytest.fixture(scope="module")
def said() -> str:
    """What is said of a review with all cases."""
    config = SMALL_CONFIG.format(options="bibliography: references.bib")
    texts = {"mkdocs.yml": re.sub(r"\n +- \{locale: ru.*?\}(?=\n)", "", config), "references.bib": BIB}
    texts |= {f"docs/assets/{picture}.png": "" for picture in ("map", "plan", "map.kk", "map-en")}
    for name, (kazakh, english, _) in {"index": (PAGE, PAGE, ""), **CASES}.items():
        texts |= {f"docs/kk/{name}.md": kazakh, f"docs/en/{name}.md": english}
    return "\n".join(map(str, Review.from_texts(texts).problems))


def test_a_mistyped_key_is_reported_once(said: str) -> None:
    """As no work, and not as a difference from the other version besides."""
    (line,) = problems(said, "mistyped-key")
    assert line.startswith("docs/en/mistyped-key.md:3: no work “hiro2209”")


@pytest.mark.parametrize("name", sorted(CASES.keys() - {"mistyped-key"}))
def test_a_difference_is_a_problem_with_both_places(said: str, name: str) -> None:
    """And what is said otherwise in another language, or marked with a reason, is none."""
    _, _, expected = CASES[name]
    found = problems(said, name)
    if not expected:
        assert found == []
        return
    assert [expected in line for line in found].count(True) == 1, found
    line = next(line for line in found if expected in line)
    if "the remark" not in line and "twice" not in line:
        assert re.match(rf"docs/en/{name}\.md:\d+: .*docs/kk/{name}\.md:\d+", line)


@pytest.mark.parametrize(
    ("name", "here", "there"),
    [
        ("number", 3, 3),
        ("number-in-a-cell", 15, 13),
        ("number-in-a-note", 31, 31),
        ("heading-level", 17, 17),
        ("paragraph-more-in-a-note", 23, 23),
    ],
)
def test_the_lines_are_those_of_the_blocks(said: str, name: str, here: int, there: int) -> None:
    """In both files."""
    line = problems(said, name)[0]
    assert re.findall(r"\.md:(\d+)", line) == [str(here), str(there)], line


def test_versions_that_agree_are_built(small_site: SmallSite) -> None:
    """And each block has the same id in each of them, and a link of its own."""
    page = PAGE.replace(MAP, "A 5")
    pages = {f"docs/{code}/index.md": page for code in ("kk", "ru", "en")}
    code, output, site = small_site({**pages, "references.bib": BIB})
    assert code == 0, output
    for home in ("", "ru/", "en/"):
        html = (site / home / "index.html").read_text(encoding="utf-8")
        for identifier in ("t-p1", "s-p1", "s-p2", "s-p3", "s-p4", "s-p5", "u-p1", "u-p2", "v-p1", "fn:1"):
            assert html.count(f'id="{identifier}"') == 1
            assert f'href="#{identifier}"' in html
