"""Pages in plain Markdown: what of the author's text is written out, what is left, where links lead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown import markdown
from markdown_it import MarkdownIt
from sholu.conversion import PageExtension, converted
from sholu.publication.plain_markdown import MarkdownWriter
from sholu.publication.twins import Twin, listed
from sholu.review.build import ReviewBuild
from sholu.review.choices import CitationChoice

Files = dict[str, str | bytes]
Build = Callable[..., tuple[int, str, Path]]


EXTENSIONS = [
    "attr_list", "footnotes", "tables", "admonition", "md_in_html", "toc", "abbr", "def_list",
    "pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
    "pymdownx.keys",
]  # fmt: skip
BIBLIOGRAPHY = "".join(
    f"@book{{{key}, title = {{{key}}}, year = {{2001}}, langid = {{english}}}}\n" for key in "ab"
)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> ReviewBuild:
    """A review of two works."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    return ReviewBuild.begin(folder, folder / "references.bib", {})


def plain(review: ReviewBuild, text: str) -> str:
    """Return a text in plain Markdown; a citation becomes what it names, in round brackets."""
    path = review.root / "docs/en/a.md"
    review.number_labels("en", {"docs/en/a.md": text})
    reading = review.open_page("en", path, text, 1)
    rules = PageExtension(reading, review.glossary, "here", lambda *_: None, review.labels_of("en"))
    converted(reading.source.text, rules, EXTENSIONS, {"pymdownx.tabbed": {"alternate_style": True}})
    write = MarkdownWriter(
        lambda source: f"({source.strip('[]')})", lambda address: f"to/{address}", lambda name: f"<{name}>"
    )
    return write(rules.tree())


def test_a_citation_whose_note_stands_below_is_apart_from_the_word_before_it(tmp_path: Path) -> None:
    """The space was taken away for the sign of the note, which a bracket is not."""
    (tmp_path / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    review = ReviewBuild.begin(tmp_path, tmp_path / "references.bib", {"en": CitationChoice(system="note")})
    assert plain(review, "One [@a]. Two[@b], @a [p. 1] three.") == "One (@a). Two (@b), (@a [p. 1) three."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [@a, p. 1; @b].", "See (@a, p. 1; @b)."),
        ("As @a [p. 1] says.", "As (@a [p. 1) says."),
        ("Over two\nlines [see @a,\np. 1].", "Over two\nlines (see @a, p. 1)."),
        ("`[@a]` and [@b]", "`[@a]` and (@b)"),
        ("```\n[@a] {#x}\n\n\n!!! note\n```\n\n[@b]", "```\n[@a] {#x}\n\n\n!!! note\n```\n\n(@b)"),
        ("````\n```\n````", "````\n```\n````"),
        ("```py\na = 1\n```\n\nb\n\n~~~ c++\nc\n~~~", "```py\na = 1\n```\n\nb\n\n```c++\nc\n```"),
        (
            '``` { .r #x title="A" }\na\n```\n\n``` title="b"\nb\n```',
            "**A**\n\n```r\na\n```\n\n**b**\n\n```\nb\n```",
        ),
        ('```py linenums="7"\na\nb\n```', "```py\na\nb\n```"),
        ("- a\n\n    ``` sh\n    b\n    ```", "- a\n\n    ```sh\n    b\n    ```"),
        ("!!! note\n    ```py\n    a\n    ```", "> **Note**\n>\n> ```py\n> a\n> ```"),
        ("``a `b` c``", "``a `b` c``"),
        ("Mail me\\@example.org and \\[@a].", "Mail me@example.org and [@a]."),
        ("# One {#one}\n\n## Two {: #two .x }", "# One\n\n## Two"),
        ("Text.\n{ .lead }\n\nMore.", "Text.\n\nMore."),
        ("A [link](a.md){ .x } and `code`{.y}.", "A [link](to/a.md) and `code`."),
        ('[a](<b c.md> "d")', '[a](<to/b c.md> "d")'),
        ("Set {1, 2} stays, {x} too.", "Set {1, 2} stays, {x} too."),
        ("<!-- differs: so -->\nText <!-- a\nb -->here.", "Text here."),
        ("1992&nbsp;ж. &lt;b&gt; a < b", "1992⍽ж. &lt;b> a < b"),
        ("![map](m.png) and [r].\n\n[r]: r.md", "![map](to/m.png) and [r](to/r.md)."),
        ('<div class="x" markdown="1">\nIn **it**.\n</div>\n\nOut.', "In **it**.\n\nOut."),
        ('Written “<span lang="kk">ЕАС</span>” there.', "Written “ЕАС” there."),
        ("Note[^1].\n\n[^1]: Said [@a].\n\n    More.", "Note[^1].\n\n[^1]: Said (@a).\n\n    More."),
        ("*a* _b_ __c__ ~~d~~ ***e***", "*a* *b* **c** ~~d~~ ***e***"),
        ("A\\*b\\* c\\_ snake_case \\# \\\\ 5 \\* 3", "A\\*b\\* c\\_ snake_case # \\ 5 \\* 3"),
        ("a\n\\# b\n1984\\. c\n\\- d", "a\n\\# b\n1984\\. c\n\\- d"),
        ("one  \ntwo", "one  \ntwo"),
        ("H<sub>2</sub>O ++ctrl++", "H<sub>2</sub>O <kbd>Ctrl</kbd>"),
        ("$a_1 * b$ and\n\n$$\nx^2\n$$ {#eq-x}\n\n@eq-x", "$a_1 * b$ and\n\n$$\nx^2\n$$ (1)\n\n(1)"),
        ("- a\n- b\n\n    c", "- a\n\n- b\n\n    c"),
        ("1. a\n2. b\n    - c\n    - d", "1. a\n2. b\n    - c\n    - d"),
        ('<ol start="3"><li>a<li>b</ol>', "3. a\n4. b"),
        ("- [x] a\n- [ ] b", "- [x] a\n- [ ] b"),
        ("> a\n>\n> - b", "> a\n>\n> - b"),
        ("A | B\n:-: | --:\n`x` | y\\|z", "| A | B |\n|:-:|--:|\n| `x` | y\\|z |"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n|---|---|\n| c |  |"),
        ("T\n:   *d*\n\n    e", "T\n:   *d*\n\n    e"),
        ('=== "A"\n\n    a\n\n=== "B"\n\n    b', "**A**\n\na\n\n**B**\n\nb"),
        ("a\n\n***\n\nb", "a\n\n---\n\nb"),
        ("*[UN]: United Nations\n\nThe UN.", "The UN."),
        ('<iframe src="https://a.example/b" title="A film"></iframe>', "[A film](to/https://a.example/b)"),
        ("{{ glossary() }}\n\nA.", "<glossary>\n\nA."),
    ],
)
def test_a_text_becomes_plain_markdown(review: ReviewBuild, text: str, expected: str) -> None:
    """Whatever Python-Markdown and its extensions have read; what was no sign of Markdown is none."""
    assert plain(review, text).replace("\u00a0", "⍽") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '!!! editor "Note"\n\n    One.\n\n    Two [@a].\n\nAfter.',
            "> **Note**\n>\n> One.\n>\n> Two (@a).\n\nAfter.",
        ),
        ("!!! warning\n    One.", "> **Warning**\n>\n> One."),
        ('!!! note ""\n    One.', "> One."),
        ('??? note "More"\n    One.\n', "> **More**\n>\n> One."),
        (
            '!!! a "A"\n\n    !!! b "B"\n\n        In.\n\n    Out.',
            "> **A**\n>\n> > **B**\n> >\n> > In.\n>\n> Out.",
        ),
        ('- item\n\n    !!! a "A"\n\n        In.\n', "- item\n\n    > **A**\n    >\n    > In."),
    ],
)
def test_a_box_becomes_a_quotation(review: ReviewBuild, text: str, expected: str) -> None:
    """With its title in bold; boxes in boxes and in lists too."""
    assert plain(review, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A {#a}\n\na\n\n## B {#b .site-only}\n\nb\n\n### C {#c}\n\nc\n\n## D {#d}", "## A\n\na\n\n## D"),
        ("a\n\nb\n{ .site-only }\n\nc", "a\n\nc"),
        (
            "## A {#a}\n\n```\n## b\n```\n\n### C {.site-only}\n\nc\n\n#### D {.site-only}\n\n### E {#e}",
            "## A\n\n```\n## b\n```\n\n### E",
        ),
        ("a [b](c.md){ .site-only } d", "a  d"),
        ("A **b**{.site-only} `d`{: .site-only} E", "A   E"),
        ("A [link](b.md){.other} B", "A [link](to/b.md) B"),
        ('a <span class="site-only">b</span> c', "a  c"),
        ("# A {#a .site-only}\n\na", "# A\n\na"),
    ],
)
def test_what_is_for_the_site_alone_is_left_out(review: ReviewBuild, text: str, expected: str) -> None:
    """A heading with its section; the page of a title is one for itself."""
    assert plain(review, text) == expected


def test_a_page_without_a_heading_gets_its_title_and_the_works_stand_at_its_end() -> None:
    """As sections of plain Markdown."""
    written = Twin("Water", "Text.", "References", ["A. 2001.", "B. 2002."], ["Cite: so."]).written()
    assert written == "# Water\n\nText.\n\n## References\n\n- A. 2001.\n- B. 2002.\n\n---\n\nCite: so.\n"


def test_each_page_has_a_twin_with_citations_written_out(site: Path) -> None:
    """In its language, with the works that it cites, and how it is cited."""
    russian = (site / "rivers" / "index.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Текст [Smith, Kim, 2018, с. 12] и [Ким, 2012; Орлова, 2010; О рекламе, 2003]." in russian
    assert "- Ким С. Торговые пути // Соседи. 2012." in russian
    english = (site / "en" / "rivers" / "index.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Text (Smith & Kim, 2018, p. 12) and (" in english
    assert "https://example.org/waters/en/rivers/" in english
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in english
    assert "[@" not in russian + english
    assert len(list(site.rglob("index.md"))) == len(list(site.rglob("index.html")))


def test_the_list_of_all_works_is_written_out(waters: Files, small_site: Build) -> None:
    """Where the page has it; the state of translations is no text and is left out."""
    for code in ("ru", "en"):
        waters[f"docs/{code}/works.md"] = (
            "# Works {#works}\n\nThese:\n\n{{ bibliography() }}\n\n"
            "{{ translations() }}\n\n{{ nocite('smith2018') }}\n"
        )
    built, output, site = small_site(waters)
    assert built == 0, output
    text = (site / "en" / "works" / "index.md").read_text(encoding="utf-8")
    assert text.count("\n- ") == 4
    assert "Smith, J." in text
    assert "@@" not in text
    assert "translations" not in text


def test_html_of_the_data_is_text_in_a_twin(waters: Files, small_site: Build) -> None:
    """As it is on the page: whoever shows the Markdown runs nothing that a pull request to a .bib brought."""
    waters["references.bib"] = str(waters["references.bib"]).replace(
        "{О рекламе}", "{О <img src=x onerror=alert(1)>}"
    )
    built, output, site = small_site(waters)
    assert built == 0, output
    text = (site / "rivers" / "index.md").read_text(encoding="utf-8")
    assert "&lt;img src=x onerror=alert(1)>" in text
    assert "<img" not in text


def test_terms_and_events_are_written_out(waters: Files, small_site: Build) -> None:
    """Where a page lists them; with their sources as the page cites them."""
    waters["data/glossary.yml"] = "- {id: doi, short: DOI, full: Digital Object Identifier}\n"
    waters["data/events.yml"] = (
        "- {id: treaty, name: {ru: Договоры, en: Treaties}}\n"
        "- {date: 1997-04-08, kind: treaty, title: {ru: Договор, en: A treaty}, sources: [smith2018]}\n"
        "- {date: 2022-01/2022-06, kind: treaty, title: {ru: Торговля, en: Trade}}\n"
    )
    for code in ("ru", "en"):
        waters[f"docs/{code}/lists.md"] = (
            "# Lists {#l}\n\n{{ glossary() }}\n\n## E {#e}\n\n{{ timeline() }}\n"
        )
    built, output, site = small_site(waters)
    assert built == 0, output
    text = (site / "en" / "lists" / "index.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "- **DOI** — Digital Object Identifier\n" in text
    assert "- **8 April 1997** — A treaty (Smith & Kim, 2018)\n" in text
    assert "- **January–June 2022** — Trade\n" in text


def test_a_picture_leaves_links_to_its_data(waters: Files, small_site: Build) -> None:
    """They lead to the files that its page offers, from wherever the page is."""
    for code in ("ru", "en"):
        waters[f"docs/{code}/deep/maps.md"] = (
            "# Maps {#m}\n\n{{ literature_map() }}\n\n## G {#g}\n\n{{ citation_graph() }}\n"
        )
    built, output, site = small_site(waters)
    assert built == 0, output
    twin = site / "en" / "deep" / "maps" / "index.md"
    text = twin.read_text(encoding="utf-8")
    # The map is two drawings: by topic and country, and by year.
    years = "[SVG: works by year](../../../{0}.years.svg), "
    for name, more in (("literature-map", years), ("citation-graph", "")):
        line = f"Download: [SVG](../../../{{0}}.svg), {more}[CSV](../../../{{0}}.csv)\n"
        assert line.format(f"assets/pictures/{name}.en") in text
        assert (twin.parent / f"../../../assets/pictures/{name}.en.csv").is_file()


def test_links_lead_to_twins_and_to_places_on_pages(waters: Files, small_site: Build) -> None:
    """And to files of the site; all of them are there."""
    for code in ("ru", "en"):
        waters[f"docs/{code}/maps/map.png"] = b"png"
        waters[f"docs/{code}/deep/lakes.md"] = (
            "# Lakes {#lakes}\n\n[A](../rivers.md) [B](../rivers.md#rivers) [C](#lakes) [D](https://example.org/)\n\n"
            "![m](../maps/map.png)\n"
        )
    built, output, site = small_site(waters)
    assert built == 0, output
    twin = site / "en" / "deep" / "lakes" / "index.md"
    tokens = MarkdownIt().parse(twin.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or []]
    found = [str(child.attrs.get("href") or child.attrs.get("src")) for child in inline if child.attrs]
    assert found[:5] == [
        "../../rivers/index.md", "../../rivers/index.html#rivers", "#lakes", "https://example.org/",
        "../../maps/map.png",
    ]  # fmt: skip
    for address in (found[0], found[1].partition("#")[0], found[4]):
        assert (twin.parent / address).is_file()


def test_llms_txt_names_every_page_in_every_language(site: Path) -> None:
    """In the form of llmstxt.org: a title, a quotation, sections of links; each link leads to a file."""
    text = (site / "llms.txt").read_text(encoding="utf-8")
    tokens = MarkdownIt().parse(text)
    assert [tokens[0].tag, tokens[1].content] == ["h1", 'Воды: <обзор> & 6" споры']
    assert tokens[3].type == "blockquote_open"
    headings = [
        tokens[place + 1].content for place, one in enumerate(tokens) if one.tag == "h2" and one.nesting == 1
    ]
    assert headings == ["Русский", "English"]
    links = [
        str(child.attrs["href"])
        for one in tokens
        for child in one.children or []
        if child.type == "link_open"
    ]
    assert len(links) == len(set(links)) == 6
    for link in links:
        assert (site / link.removeprefix("https://example.org/waters/")).is_file()


def test_a_twin_is_the_same_text_to_a_reader(site: Path) -> None:
    """What Python-Markdown, without any extension, makes of it has no trace of Sholu's marks."""
    twins = list(site.rglob("index.md"))
    assert len(twins) > 3
    for path in twins:
        shown = markdown(path.read_text(encoding="utf-8"))
        for sign in ("{#", "!!!", "[@", "{{"):
            assert sign not in shown, path


def test_names_of_files_may_have_spaces_and_any_letters(waters: Files, small_site: Build) -> None:
    """Addresses are escaped, keys of entries have no signs that BibTeX forbids."""
    for code in ("ru", "en"):
        waters[f"docs/{code}/two words/вода.md"] = "# Water {#w}\n\n[A](../rivers.md)\n"
        waters[f"docs/{code}/other.md"] = "# Other {#o}\n\n[W](<two words/вода.md>)\n"
    built, output, site = small_site(waters)
    assert built == 0, output
    twin = site / "en" / "other" / "index.md"
    address = "../two%20words/%D0%B2%D0%BE%D0%B4%D0%B0/index.md"
    assert f"[W]({address})" in twin.read_text(encoding="utf-8")
    assert (twin.parent / unquote(address)).is_file()
    assert f"https://example.org/waters/en/{address[3:]}" in (site / "llms.txt").read_text(encoding="utf-8")
    record = (site / "en" / "two words" / "вода" / "cite.bib").read_text(encoding="utf-8")
    assert record.startswith("@online{waters-two-words-вода,")


def test_a_review_may_bring_its_own_llms_txt(waters: Files, small_site: Build) -> None:
    """It is left as it is."""
    waters["docs/llms.txt"] = "# Mine\n"
    built, output, site = small_site(waters)
    assert built == 0, output
    assert (site / "llms.txt").read_text(encoding="utf-8") == "# Mine\n"


def test_the_number_of_an_entry_begins_no_list_in_a_list() -> None:
    """Nor does a year that is a title."""
    assert listed(["85. Kim S. Rivers. 2001.", "1984. London, 1949.", "Lee B. 3. Wells."]) == (
        "- 85\\. Kim S. Rivers. 2001.\n- 1984\\. London, 1949.\n- Lee B. 3. Wells."
    )
