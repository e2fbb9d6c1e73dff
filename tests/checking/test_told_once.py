"""What an author has done once is told once, where it was done; and numbers in words are compared."""

from __future__ import annotations

from pathlib import Path

from sholu.checking.numerals import other_numerals
from sholu.checking.review import all_told, checked
from sholu.problems.telling import in_language
from sholu.review import Review
from sholu.review.linked import meant_on_the_web

from tests.conftest import write
from tests.rows import rows

SETTINGS = "plugins: [{i18n: {languages: [{locale: ru, default: true}, {locale: en}]}}, sholu]\n"
RU = "# Вода {#t}\n\nСлова[^1].\n\n## Реки {#rivers}\n\nРеки[^2].\n\n[^1]: Один.\n\n[^2]: Два.\n"
EN = "# Water {#t}\n\nWords[^1].\n\n## Rivers {#rivers}\n\nRivers[^2].\n\n[^1]: One.\n\n[^2]: Two.\n"


def review(ru: str, en: str) -> Review:
    """Return a review of one page."""
    files = {"mkdocs.yml": SETTINGS, "docs/ru/index.md": ru, "docs/en/index.md": en, "references.bib": ""}
    return Review.from_texts({**files, "docs/assets/map.png": b""})


@rows(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("## Rivers {#rivers}\n\nRivers[^2].\n\n", "", ["T007"]),
        ("## Rivers {#rivers}\n\nRivers[^2].\n\n[^1]: One.\n\n[^2]: Two.\n", "[^1]: One.\n", ["T007"]),
        ("Rivers[^2].", "Rivers.", ["T014"]),
        ("\n[^2]: Two.\n", "", ["P024"]),
    ],
    ids=["clean", "section", "section-and-its-note", "sign", "text"],
)
def test_what_is_missing_with_a_footnote_is_told_once(old: str, new: str, told: list[str]) -> None:
    """The section, and not its footnote, too."""
    found = review(RU, EN.replace(old, new) if old else EN).problems
    assert [one.code for one in found if not one.code.startswith("C03")] == told


@rows(
    ("typed", "told"),
    [
        ('<a href="#gone">x</a>', [("L002", 3)]),
        ('See <a class="b" href="#gone">x</a>.', [("L002", 3)]),
        ("<div><a href='#gone'>x</a></div>", [("L002", 3)]),
        ('<a href="gone/">x</a>', [("L007", 3)]),
        ('<div>\n<a class="b" href="gone/">x</a>\n</div>', [("L007", 4)]),
        ('<img src="gone.png" alt="Map">', [("L003", 3)]),
        ('<!-- <a href="gone/">x</a> -->', []),
        ('`<a href="gone/">`', []),
        ('<a href="#rivers">x</a>', []),
        ("<a id='here'></a><a href=\"#here\">x</a> [x](#here)", []),
        ('```{.text linenums="1"}\na\n```', []),
    ],
    ids=str.split("block inline in-a-box page page-in-a-box picture comment code good own-id lines-of-code"),
)
def test_a_dead_place_is_found_by_a_link_typed_as_html(typed: str, told: list[tuple[str, int]]) -> None:
    """On its own page, as by a link in Markdown; each once."""
    settings = "markdown_extensions: [pymdownx.highlight: {anchor_linenums: true}, pymdownx.superfences]\n"
    texts = {
        f"docs/{code}/index.md": text.replace("\n\n", f"\n\n{typed}\n\n", 1)
        for code, text in (("ru", RU), ("en", EN))
    }
    made = Review.from_texts({"mkdocs.yml": settings + SETTINGS, "references.bib": "", **texts})
    links = [one for one in made.problems if one.code.startswith(("L", "P"))]
    assert [(one.code, one.place.line) for one in links if "ru" in one.place.path] == told


def test_a_picture_that_is_not_there_is_no_other_picture() -> None:
    """Its name is mistyped; nobody has shown another one."""
    picture = "\n![Карта]({}assets/map.png)\n"
    ru, en = RU + picture.format("../"), EN + picture.format("../").replace("map", "mpa")
    assert [one.code for one in review(ru, en).problems] == ["L003"]


@rows(
    ("ru", "en", "told"),
    [
        ("семь рек", "eight rivers", "a number in words, 8, where docs/ru/index.md:3 has 7"),
        ("двадцать пять лет", "twenty-six years", "a number in words, 26, where docs/ru/index.md:3 has 25"),
        ("семь рек", "seven rivers", ""),
        ("семь рек", "7 rivers", ""),
        ("пять из восьми", "the fifth of eight", ""),
        ("семьи и восемь рек", "families and eight rivers", ""),
        ("одна из них", "both of them", ""),
        ("семь рек", "rivers", ""),
        ("пять и семь", "six and eight", ""),
        ("<!-- differs: so -->\nсемь рек", "eight rivers", ""),
    ],
)
def test_a_number_in_words_is_compared(ru: str, en: str, told: str) -> None:
    """Where each version names one that the other has in no form."""
    found = other_numerals(review(RU.replace("Слова", ru), EN.replace("Words", en)))
    assert [one.what for one in found] == ([told] if told else [])


def test_a_month_is_called_as_the_language_of_its_text_does() -> None:
    """In each language in which it is told."""
    ru, en = RU.replace("Слова", "5 мая"), EN.replace("Words", "5 June")
    (found,) = review(ru, en).problems
    assert [in_language(found, code).what.partition(" (")[0] for code in ("ru", "kk")] == [
        "дата или число: June, а в другой версии май",
        "күн немесе сан: June, ал басқа нұсқада май",
    ]


def test_a_page_of_the_menu_without_its_ending_is_told() -> None:
    """And an address, a folder, a file of another kind are none."""
    nav = "nav: [index, https://example.org, assets/map.png, index.md]\n"
    files = {
        "mkdocs.yml": f"plugins: [sholu]\n{nav}",
        "docs/index.md": "# Water {#t}\n",
        "references.bib": "",
    }
    (found,) = Review.from_texts(files).problems
    assert str(found) == "mkdocs.yml:2: nav names index, which is no page; did you mean index.md? [L004]"


BIB = "@book{hiro2009, author = {Hiro, Dilip}, title = {T}, publisher = {P}, address = {A}, year = {2009}}\n"
PASTED = "The steppe is wide and the roads lead to it."
LEFT = "Степь широка, и по ней идут дороги на юг и на север."


@rows(
    ("ru", "en", "told"),
    [
        ("Слова [@hiro2009, с. 35].", "Words\non (Hiro 2009, p. 35).", [("docs/en/index.md", 4, "C090")]),
        ("Слова\nо (Hiro 2009, с. 35).", "Words [@hiro2009, p. 35].", [("docs/ru/index.md", 4, "C090")]),
        (f"Степь. {LEFT}", f"The steppe is wide. {LEFT}", [("docs/en/index.md", 3, "T030")]),
        (f"Степь. {PASTED}", "The steppe is wide.", [("docs/ru/index.md", 3, "O091")]),
        (
            "The steppe adds roads, people remember.",
            "The steppe adds roads, people remember.",
            [("docs/ru/index.md", 3, "O091")],
        ),
        ("<!-- tdo\nСлова", "Words", [("docs/ru/index.md", 3, "M006")]),
    ],
    ids=["by-hand", "by-hand-in-source", "left", "pasted", "pasted-alone", "in-a-comment"],
)
def test_what_follows_from_a_slip_is_not_told(
    tmp_path: Path, ru: str, en: str, told: list[tuple[str, int, str]]
) -> None:
    """Citations and numbers that differ for it, and a language that is none of the page's."""
    pages = {"docs/ru/index.md": f"# Вода {{#t}}\n\n{ru}\n", "docs/en/index.md": f"# Water {{#t}}\n\n{en}\n"}
    for path, text in {"mkdocs.yml": f"{SETTINGS}theme: material\n", "references.bib": BIB, **pages}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    _, problems = checked(tmp_path)
    found = [(one.place.path, one.place.line, one.code) for one in problems if one.place.path.endswith(".md")]
    assert [one for one in found if one[2][:2] != "C0" or one[2] == "C090"] == told


WORK = "@book{hiro2009, author={Hiro, Dilip}, title={T}, publisher={P}, year={2009}, langid={english}}\n"


@rows(
    ("typed", "expected"),
    [
        ("![Map](C:\\maps\\a.png) Words[^1].", ["L006"]),
        ("(hiro2009) Words[^1].", ["M086"]),
        ("[hiro2009] Words[^1].", ["M086"]),
        ("(hiro) Words[^1].", []),
        ("Wo\u200brds[^1].", ["F040"]),
        ("Words[^1].\n<center>Words</center>", ["M081"]),
        ("[Words](www.example.org)[^1].", ["L001"]),
        ("[Words](http:/example.org)[^1].", ["L001"]),
        ("[Words](https//example.org)[^1].", ["L001"]),
        ("[Words](htps://example.org)[^1].", ["L001"]),
        ("[Words](https://example.org)[^1].", []),
        ("[Words]()[^1].", ["M016"]),
        ("(@hiro2009) Words[^1].", ["M090"]),
        ("[＠hiro2009] Words[^1].", ["O093"]),
        ("<b>Words[^1].", ["M097"]),
        ("• Words[^1].\n• Words.", ["M083"]),
        ("<p align=center>Words[^1].", ["M097"]),
    ],
    ids=str.split(
        "disk round square word sign html www slash colon scheme good empty bracket wide b bullets p"
    ),
)
def test_what_follows_from_a_slip_is_not_told_beside_it(typed: str, expected: list[str]) -> None:
    """A number in a key, half a word, a picture or a paragraph that the other version has not."""
    files = {"docs/ru/index.md": RU, "docs/en/index.md": EN.replace("Words[^1].", typed)}
    found = all_told(Review.from_texts({"mkdocs.yml": SETTINGS, "references.bib": WORK, **files}))
    assert [one.code for one in found if one.place.path.endswith(".md")] == expected


def test_an_address_that_lacks_signs_is_told_with_them() -> None:
    """As its author meant it."""
    files = {"docs/ru/index.md": RU, "docs/en/index.md": EN.replace("Words[", "[W](http//a.org/b)[")}
    found = Review.from_texts({"mkdocs.yml": SETTINGS, "references.bib": WORK, **files}).problems
    assert [one.mend for one in found if one.code == "L001"] == ["did you mean http://a.org/b?"]


@rows(
    "typed", ["htps://a.org", "htpp://a.org", "htttps://a.org", "ttps://a.org", "HTPS:/a.org", "https:a.org"]
)
def test_a_mistyped_scheme_is_told_with_the_right_one(typed: str) -> None:
    """A browser would ask which program opens it."""
    assert meant_on_the_web(typed) == "https://a.org"
    assert not meant_on_the_web("mailto:a@a.org")
    assert not meant_on_the_web("ftp://a.org")
    assert not meant_on_the_web("https://a.org")


def test_a_picture_without_words_lacks_no_caption_and_a_label_that_stands_twice_is_no_second_id() -> None:
    """Each is one mistake."""
    pictures = "![](a.png){#fig-a}\n\n![Map](a.png){#fig-b}\n\n![Lake](a.png){#fig-b}"
    page = f"# T {{#t}}\n\n{pictures}\n\n@fig-a, @fig-b.\n"
    review = Review.from_texts({"docs/index.md": page, "docs/a.png": "", "references.bib": WORK})
    assert [(one.place.line, one.code) for one in all_told(review) if one.place.path == "docs/index.md"] == [
        (3, "M010"),
        (7, "N002"),
    ]


@rows(
    ("old", "new", "expected"),
    [
        ("@book{hiro2009", "@book{hiro 2009", ["references.bib:1 B002"]),
        ("@book{hiro2009", "book{hiro2009", ["references.bib:1 B006"]),
        ("@book{hiro2009", "@book{hir\u043e2009", ["references.bib:1 B129"]),
        ("@book{hiro2009, ", "% @book{hiro2009,\n", ["references.bib:2 B007"]),
        ("title={T}", "title=｛T a｝", ["references.bib:1 B002"]),
        ("year={2009}", "year=“2009”", ["references.bib:1 B008"]),
        ("[@hiro2009; @hiro2009, p. 5]", "[@hiro2009; @hiro2009, p. 5", ["docs/index.md:3 C005"]),
        ("[@hiro2009; @hiro2009, p. 5]", "@hiro2009; @hiro2009, p. 5]", ["docs/index.md:3 C002"]),
        ("[^1]:", "[^1]", ["docs/index.md:9 M021"]),
        ("|---|---|\n", "", ["docs/index.md:5 M022"]),
        ("|---|---|\n", "+---+---+\n", ["docs/index.md:5 M022"]),
    ],
    ids=str.split("key sign letter comment full-width quotes closing opening colon dashes plus"),
)
def test_a_slip_is_told_where_it_was_made_and_nowhere_else(old: str, new: str, expected: list[str]) -> None:
    """Not at each citation of the work, each half of a citation, each sign of the note."""
    table = "| a | b |\n|---|---|\n| c | d |"
    page = f"# T {{#t}}\n\nWords [@hiro2009; @hiro2009, p. 5].[^1]\n\n{table}\n\n[^1]: One.\n"
    files = {"docs/index.md": page, "references.bib": WORK}
    assert not all_told(Review.from_texts(files))
    slipped = {path: text.replace(old, new, 1) for path, text in files.items()}
    assert [
        f"{one.place.path}:{one.place.line} {one.code}" for one in all_told(Review.from_texts(slipped))
    ] == (expected)


def test_a_page_that_is_twice_in_the_menu_is_told_of_once() -> None:
    """Whatever it is called there."""
    files = {"docs/index.md": "# T {#t}\n", "docs/two.md": "# Two {#u}\n", "references.bib": ""}
    nav = "plugins: [sholu]\nnav:\n  - index.md\n  - two.md\n  - Two: two.md\n"
    found = [str(one) for one in Review.from_texts({"mkdocs.yml": nav, **files}).problems]
    assert [one.partition(";")[0] for one in found] == ["mkdocs.yml:4: warning: nav names two.md twice"]


def test_a_page_that_is_in_no_menu_is_a_hint_once_for_all_languages() -> None:
    """And nothing where mkdocs.yml says that some are in none, or has no menu."""
    pages = {f"docs/{code}/{name}.md": f"# T {name}\n" for code in ("ru", "en") for name in ("index", "two")}

    def told(settings: str) -> list[str]:
        files = {"mkdocs.yml": settings + SETTINGS, "references.bib": WORK, **pages}
        found = all_told(Review.from_texts(files))
        return [f"{one.place} {one.level} {dict(one.values)['page']}" for one in found if one.code == "L008"]

    assert told("nav: [index.md]\n") == ["mkdocs.yml:1 hint two.md"]
    assert told("nav: [index.md]\nnot_in_nav: two.md\n") == []
    assert told("nav: [index.md, Two: two.md]\n") == []
    assert told("") == []
    # That it is missing in a language is told already.
    del pages["docs/en/two.md"]
    assert told("nav: [index.md]\n") == []


SHARES = """# Water {#water}

Words.
| Country | % |
|----|------|
| 1 | 12 |

: Shares {#tbl-shares}

See @tbl-shares and [it](#tbl-shares).

## Rivers {#rivers}

"""
LAKES = "Words.\n\n: Lakes {#tbl-lakes}\n\nSee [it](#tbl-lakes).\n"


@rows(
    ("pages", "told"),
    [
        ({"index": SHARES.replace("Words.\n", "Words.\n\n")}, []),
        ({"index": SHARES}, ["index 4 M002"]),
        # Neither in another section, nor in one of the same name on another page.
        ({"index": SHARES + LAKES}, ["index 4 M002", "index 16 N003", "index 16 N005"]),
        (
            {"index": SHARES, "lakes": f"# Lakes {{#water}}\n\n{LAKES}\n[Shares](index.md#tbl-shares).\n"},
            ["index 4 M002", "lakes 5 N003", "lakes 5 N005", "lakes 9 L002"],
        ),
    ],
    ids=["clean", "table", "another section", "another page"],
)
def test_the_caption_of_what_is_no_table_is_told_with_it(
    tmp_path: Path, pages: dict[str, str], told: list[str]
) -> None:
    """And what refers to it, where it stands; another caption without a table is a mistake of its own."""
    texts = {f"docs/{name}.md": f"{text}\nWords.\n" for name, text in pages.items()}
    write(
        tmp_path,
        {"mkdocs.yml": "site_name: S\nplugins: [sholu]\ntheme: material\n", "references.bib": "", **texts},
    )
    _, problems = checked(tmp_path)
    assert [f"{Path(one.place.path).stem} {one.place.line} {one.code}" for one in problems] == told
