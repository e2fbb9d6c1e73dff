"""What Sholu does at the events of MkDocs: what a site gets of it, and when none is published.

What stands beside the pages of the made-up review in `tests/golden/review/`, and what templates are told
stands in `shown/site.*.txt` there; `pytest --rewrite-golden` writes these anew.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import click
import pytest
from jinja2 import Environment
from mkdocs import __main__ as mkdocs_command
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from sholu.citations.parts import FIRST
from sholu.plugin import SholuPlugin
from sholu.problems import Place, Problem
from sholu.site.menu import menu_of
from sholu.site.running import run_mkdocs
from sholu.site.showing import show_problems, show_unused
from sholu.translations import history

from tests.events import Events, texts
from tests.rows import rows

GOLDEN = Path(__file__).parent.parent / "golden"
CODES = ("kk", "ru", "en")
LOG = """\x01bb 2024-05-09T23:30:00+05:00 aa
M\tru/water.md
M\tkk/water.md
\x01aa 2024-03-01T08:00:00+05:00
A\tru/water.md
A\tkk/water.md
A\ten/index.md
"""
PATCH = "\x01bb\n+++ b/ru/water.md\n@@ -1 +3,9 @@\n"
TEXT = "# W\n\n## Канал\n\nA\n"


def answer(_: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Answer for Git: two commits, the second of which changed a section in Russian."""
    if given:
        return f"aa blob {len(TEXT.encode())}\n{TEXT}\n".encode()
    if "rev-parse" in arguments:
        return b"false\n"
    return (PATCH if "--patch" in arguments else LOG).encode() if "log" in arguments else None


@pytest.fixture(autouse=True)
def _no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_git_bytes", lambda *_, **__: None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("SITE_URL", "SHOLU_FILES"):
        monkeypatch.delenv(name, raising=False)


def review(name: str) -> dict[str, str | bytes]:
    """Return the files of a review that stands among the golden files."""
    folder = GOLDEN / name
    names = (path for path in folder.rglob("*") if path.is_file() and "shown" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in names}


def is_told(path: str) -> bool:
    """Tell whether a file is one of those that no other golden file shows."""
    return path.endswith(("cite.ris", "index.md", ".html", "search_index.json", ".xml", "llms.txt"))


def shown(path: str, text: str) -> str:
    """Return a file as it can be read: one tag and one thing that is found a line."""
    if path.endswith("search_index.json"):
        found = json.loads(text)
        return "\n".join(json.dumps(one, ensure_ascii=False) for one in found["docs"])
    if path.endswith(("lists/index.html", "works/index.html")):
        # What lists show stands in golden files of their own, and how to cite pages with the others.
        text = text.partition("\ntext\n")[0]
    spaced = text.replace("\u00a0", "⍽").replace("\u202f", "⌴")
    return "\n".join(
        line.rstrip()
        for line in re.sub(r"(?<=.)(?=<(?:meta|link|p|div|h1|script)\b)", "\n", spaced).splitlines()
        if line.strip()
    )


def written(site: Path) -> Iterator[tuple[str, str]]:
    """Yield by language what is told of a site: its files, and the texts of those that say something new."""
    every = dict(texts(site))
    for code in CODES:
        own = {
            path: text
            for path, text in every.items()
            if path.partition("/")[0] == code or (code == CODES[0] and path.partition("/")[0] not in CODES)
        }
        parts = (f"== {path}\n{shown(path, text)}" for path, text in own.items() if is_told(path))
        yield code, "\n".join((*own, *parts)) + "\n"


def compare(request: pytest.FixtureRequest, path: Path, actual: str) -> None:
    """Compare with a golden file, or write it anew."""
    if request.config.getoption("--rewrite-golden"):
        path.write_text(actual, encoding="utf-8")
    assert actual == path.read_text(encoding="utf-8")


def test_a_site_gets_what_stands_beside_its_pages(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In each language; and what a template is told of each page."""
    monkeypatch.setattr(history, "_git_bytes", answer)
    settings = {"site_url": "https://example.org/r/", "nav": ["index.md", "water.md", "works.md", "lists.md"]}
    options = {"highlights": "index.md#findings", "redirects": {"old.md": "water.md"}}
    own = {"ru": {"site_name": "Воды", "site_description": "О воде"}}
    made = Events(
        tmp_path, review("review"), CODES, options, own, **settings, repo_url="https://github.com/a/b",
        edit_uri="edit/main/docs/", site_description="Of water",
    )  # fmt: skip
    for code, text in written(made.run()):
        compare(request, GOLDEN / "review" / "shown" / f"site.{code}.txt", text)


WORK = "@book{{k{0:03}, author = {{K, A.}}, title = {{Waters {0:03}}}, date = {{2001}}, langid = {{en}}}}\n"
ALONE = {
    "docs/index.md": "# W {#w}\n\nAs [@k000], [K](deep/works.md#ref-k000), [L](deep/works.md#ref-k150).\n",
    "docs/deep/works.md": "---\ndescription: All\n---\n# Works {#works}\n\n{{ bibliography() }}\n",
    "docs/terms.md": "---\nsearch: {exclude: true}\n---\n# Terms {#terms}\n\nText.\n",
    "references.bib": "".join(map(WORK.format, range(FIRST + 60))),
}


def test_a_review_in_one_language_without_an_address_works_from_any_folder(tmp_path: Path) -> None:
    """All addresses are relative; there is no feed, and no picture for those who share a link."""
    site = Events(tmp_path, ALONE, use_directory_urls=False).run()
    files = dict(texts(site))
    assert [path for path in files if path.endswith((".html", "works.index.json", ".png", ".xml"))] == [
        "deep/works-2.html", "deep/works.html", "index.html", "terms.html",
    ]  # fmt: skip
    first, second = files["deep/works.html"], files["deep/works-2.html"]
    assert 'href="../cite.bib"' in first
    assert "home ../ .. False" in first
    assert "tell  nobody" in first
    assert "twin works.md" in first
    assert first.count(' id="ref-') == FIRST
    assert second.count(' id="ref-') == 60
    # A work that stands on a further page of the list is linked there.
    assert 'href="deep/works.html#ref-k000"' in files["index.html"]
    assert 'href="deep/works-2.html#ref-k150"' in files["index.html"]
    found = [one["location"] for one in json.loads(files["search/search_index.json"])["docs"]]
    assert not [one for one in found if one.startswith("terms")]
    assert {"index.html", "deep/works.html#ref-k000"} <= {*found}
    assert "[Works](deep/works.md): All" in files["llms.txt"]


# ---------------------------------------------------------------- what is published, and what is told


SMALL: dict[str, str | bytes] = {
    "references.bib": "",
    **{f"docs/{code}/index.md": "# Water {#water}\n\nText.\n" for code in CODES},
}
FAULTY = {**SMALL, "docs/ru/index.md": "# Water {#water}\n\nText [a](#nobody).\n"}
PARTED = {**SMALL, "docs/ru/index.md": "# Water {#water}\n\nText.\n\nMore.\n"}


def run(
    folder: Path,
    files: Mapping[str, str | bytes],
    command: Literal["build", "serve"] = "build",
    **settings: Any,
) -> str:
    """Run a build over a site that is there; return what stands on the first page afterwards."""
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one", encoding="utf-8")
    made = Events(folder, files, CODES, **settings)
    try:
        made.run(command)
    finally:
        # MkDocs' settings are as they were, and nothing lies beside the site.
        assert made.config.site_dir == str(site)
        assert made.config.strict is bool(settings.get("strict", False))
        assert [path.name for path in folder.glob(".site*")] == []
    return (site / "index.html").read_text(encoding="utf-8")


def test_a_good_build_takes_the_place_of_the_site(tmp_path: Path) -> None:
    """A strict one as well."""
    assert "<h1 id=" in run(tmp_path, SMALL, strict=True)


@pytest.mark.parametrize("files", [FAULTY, PARTED])
def test_a_site_with_errors_is_not_published(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, files: dict[str, str | bytes]
) -> None:
    """The author is told how many there are, and that the last good site is there."""
    with (
        caplog.at_level(logging.INFO, "mkdocs"),
        pytest.raises(PluginError, match=r"^errors to mend: 1; nothing was"),
    ):
        run(tmp_path, files)
    assert (tmp_path / "site/index.html").read_text() == "the last good one"
    assert "the last good site in site is left as it was" in caplog.text
    assert "docs/ru/index.md:" in caplog.text


def test_a_template_that_is_not_there_is_told_with_its_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """And with whatever else is wrong."""
    files = {**FAULTY, "docs/kk/index.md": "---\ntemplate: nope.html\n---\n# Су {#water}\n\nМәтін.\n"}
    with pytest.raises(PluginError, match=r"^errors to mend: 2"):
        run(tmp_path, files)
    assert "docs/kk/index.md:2: there is no template “nope.html”" in caplog.text


def test_another_theme_than_material_is_refused(tmp_path: Path) -> None:
    """Before a page is read, where it is named: what is missing of it would be said to be a fault of ours."""
    made = Events(tmp_path, SMALL, CODES)
    made.config.theme.name = "readthedocs"
    with pytest.raises(PluginError, match=r"^mkdocs.yml:1: the theme is “readthedocs”, .* \[S028\]$"):
        made.run()


def test_a_code_that_is_none_of_a_language_is_refused(tmp_path: Path) -> None:
    """Before all that would be missing in that language is told."""
    made = Events(tmp_path, SMALL, CODES)
    made.config.plugins["i18n"].config.languages[0].locale = "kz"
    with pytest.raises(PluginError, match=r"^mkdocs.yml:1: locale: “kz” is no code .* \[S080\]$"):
        made.run()


def test_all_errors_are_counted(tmp_path: Path) -> None:
    """Of all languages."""
    files = {**FAULTY, "docs/en/index.md": "# Water {#water}\n\nText [@noone].\n"}
    with pytest.raises(PluginError, match=r"^errors to mend: 2"):
        run(tmp_path, files)


def test_a_warning_ends_a_strict_build_without_publishing(tmp_path: Path) -> None:
    """Whoever gives it: MkDocs, which counts for itself, or another plugin."""

    def warn(nav: object, **_: object) -> object:
        logging.getLogger("mkdocs.x").warning("odd")
        return nav

    made = Events(tmp_path, SMALL, CODES, strict=True)
    made.config.plugins.events["nav"].append(warn)
    made.run()
    assert not (tmp_path / "site").exists()
    loose = Events(tmp_path / "b", SMALL, CODES)
    loose.config.plugins.events["nav"].append(warn)
    loose.run()
    assert (tmp_path / "b/site/index.html").exists()


@rows(("files", "is_shown"), [(FAULTY, True), (PARTED, True), (SMALL, True)])
def test_while_there_is_no_good_site_a_server_shows_a_faulty_one(
    tmp_path: Path, files: dict[str, str | bytes], *, is_shown: bool
) -> None:
    """Better than none; the window of errors is on it."""
    assert ("<h1 id=" in run(tmp_path, files, "serve")) is is_shown


def test_afterwards_it_shows_what_differs_between_versions_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """An author writes one language after the other; any other error leaves the last good site there."""
    made = Events(tmp_path, SMALL, CODES)
    page, text = tmp_path / "site/ru/index.html", tmp_path / "docs/ru/index.md"
    made.run("serve")
    # S010: the template of these tests is not Sholu's.
    faulty = FAULTY, False, ["L002", "S010"]
    rounds = (faulty, (PARTED, True, ["T010", "S010"]), (SMALL, True, ["S010"]), faulty)
    for content, is_shown, codes in rounds:
        text.write_text(str(content["docs/ru/index.md"]), encoding="utf-8")
        before = page.read_text(encoding="utf-8")
        caplog.clear()
        made.again()
        assert (page.read_text(encoding="utf-8") != before) is is_shown
        assert ("nothing was published" in caplog.text) is not is_shown
        told = json.loads(made.plugin._serving.overlay.state())["problems"]
        assert [one["mend"].rpartition(" ")[2].strip("[]") for one in told] == codes


def test_what_breaks_unforeseen_is_told_without_a_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With the page on which it broke; the folder of the build is gone, the site as it was."""
    made = Events(tmp_path, SMALL, CODES)

    def break_off(html: str, **_: object) -> str:
        raise ZeroDivisionError("by a plugin")

    made.config.plugins.events["page_markdown"].append(break_off)
    try:
        made.run()
    except ZeroDivisionError as error:
        with pytest.raises(Abort, match="the last good site is left as it was"):
            made.config.plugins.on_build_error(error=error)
    assert "docs/kk/index.md" in caplog.text
    assert "by a plugin" in caplog.text
    assert [path.name for path in tmp_path.glob("*site*")] == []
    with pytest.raises(PluginError, match="not told that a build begins"):
        _ = made.plugin.build


def test_the_first_page_of_the_first_language_is_there_for_what_is_not(tmp_path: Path) -> None:
    """404.html is written once; later passes would put theirs over it."""
    made = Events(tmp_path, SMALL, CODES)
    made.begin()
    plugins: Any = made.config.plugins
    config = made.config
    page = {"template_name": "404.html", "config": config}
    template = Environment(autoescape=True).from_string("<p>Not here</p>")
    assert plugins.on_pre_template(template, **page).render() == "<p>Not here</p>"
    context = plugins.on_template_context({"base_url": "/r/", "config": config}, **page)
    assert [(one.locale, one.href) for one in context["sholu"].versions] == [
        ("kk", "/r/"), ("ru", "/r/ru/"), ("en", "/r/en/"),
    ]  # fmt: skip
    made.translator.building = True
    assert plugins.on_pre_template(template, **page).render() == ""
    assert plugins.on_post_template("<x/>", template_name="sitemap.xml", config=config) == "<x/>"
    made.translator.building = False
    made.config.plugins.on_build_error(error=Abort("end"))


@pytest.mark.parametrize(
    ("options", "environment", "told"),
    [
        ({}, {"SHOLU_FILES": "docx"}, "SHOLU_FILES: .*docx"),
        ({"report": "nobody"}, {}, "report"),
    ],
)
def test_an_option_that_cannot_be_read_ends_a_build_before_it_begins(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: dict[str, object],
    environment: dict[str, str],
    told: str,
) -> None:
    """In one sentence."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(PluginError, match=told):
        Events(tmp_path, SMALL, CODES, options).run()
    assert not (tmp_path / "site").exists()


def test_the_environment_says_where_the_site_will_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workflow knows it; a server shows the site where it serves it."""
    monkeypatch.setenv("SITE_URL", "https://a.example/r")
    made = Events(tmp_path, SMALL, CODES, site_url="https://b.example/")
    site = made.run()
    assert '"https://a.example/r/ru/"' in (site / "ru/index.html").read_text(encoding="utf-8")
    served = Events(tmp_path / "b", SMALL, CODES, site_url="https://b.example/")
    served.run("serve")
    assert "https://a.example" not in (tmp_path / "b/site/ru/index.html").read_text(encoding="utf-8")


def test_a_review_that_says_nothing_of_itself_is_called_as_mkdocs_yml_calls_it(tmp_path: Path) -> None:
    """In each language by its own name, if it has one."""
    own = {"ru": {"site_name": "Воды", "site_description": "О воде"}}
    site = Events(tmp_path, SMALL, CODES, own=own, site_name="Су", site_description="Of water").run()
    pages = {
        code: (site / place / "index.html").read_text("utf-8")
        for code, place in zip(CODES, ("", "ru", "en"), strict=True)
    }
    for code, (title, about) in {
        "kk": ("Су", "Of water"),
        "ru": ("Воды", "О воде"),
        "en": ("Су", "Of water"),
    }.items():
        assert f'<meta name="citation_title" content="{title}">' in pages[code], code
        assert f'<meta name="DC.description" content="{about}">' in pages[code], code
        found = re.findall(r"^version (\w+) \S+ True  ([^<\n]*)$", pages[code], re.MULTILINE)
        assert [(one, said.strip()) for one, said in found] == [("kk", "Су"), ("ru", "Воды"), ("en", "Су")]


def test_links_to_places_of_other_pages_are_followed(tmp_path: Path) -> None:
    """To headings, paragraphs and entries; one that leads nowhere is told, in any language."""
    other = "# Lakes {#lakes}\n\nText.\n"
    links = "[a](lakes.md#lakes) [b](lakes.md#lakes-p1) [c](lakes.md#nowhere)"
    files = {**SMALL, **{f"docs/{code}/lakes.md": other for code in CODES}}
    files["docs/en/index.md"] = f"# Water {{#water}}\n\nText. {links}\n"
    made = Events(tmp_path, files, CODES)
    with pytest.raises(PluginError):
        made.run()
    told = [str(one) for one in made.plugin.finished.whole.problems] if made.plugin.finished else []
    assert [one.partition(";")[0] for one in told if "[L002]" in one] == [
        (
            "docs/en/index.md:3: the link “lakes.md#nowhere” leads to no place: "
            "docs/en/lakes.md has no id “nowhere”"
        )
    ]


def test_nothing_of_a_language_is_held_to_the_end(tmp_path: Path) -> None:
    """Else a large review would need the memory of all its pages, and Material's search would stay off."""
    made = Events(tmp_path, SMALL, CODES)
    pages: list[Any] = []

    def keep(html: str, page: object, **_: object) -> str:
        pages.append(page)
        return html

    made.config.plugins.events["page_content"].append(keep)
    before = gc.get_threshold()
    made.run()
    assert [(page.content, page.markdown) for page in pages] == [(None, None)] * len(CODES)
    assert made.config.plugins["material/search"].config.enabled
    assert gc.get_threshold() == before


def test_warnings_are_told_and_publish_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """At a level that MkDocs counts not; what no page cites is told too."""
    works = "".join(WORK.format(number) for number in range(60))
    with caplog.at_level(logging.INFO, "mkdocs"):
        Events(tmp_path, {**SMALL, "references.bib": works}, CODES, strict=True).run()
    told = [(one.levelname, one.getMessage()) for one in caplog.records if "S010" in one.getMessage()]
    assert [level for level, _ in told] == ["INFO"]
    unused = next(one.getMessage() for one in caplog.records if "no page cites" in one.getMessage())
    assert unused.endswith(
        ": k000, " + ", ".join(f"k{number:03}" for number in range(1, 50)) + " and 10 more"
    )
    assert (tmp_path / "site/index.html").exists()


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (
            "kk",
            [
                "ескертулер саны: 21; барлығын `sholu check --all` көрсетеді",
                "сілтеме жасамаған еңбектер: k01, k02",
            ],
        ),
        (
            "ru",
            ["всего предупреждений: 21; все показывает `sholu check --all`", "ни одна страница: k01, k02"],
        ),
        ("en", ["21 warnings in all; `sholu check --all` shows them", "works that no page cites: k01, k02"]),
    ],
)
def test_what_is_summed_up_is_in_the_language_of_the_author(
    locale: str, told: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As the problems above it are."""
    monkeypatch.setenv("LC_ALL", f"{locale}_KZ.UTF-8")
    warned = [Problem(Place("docs/kk/a.md", line), "M001", "a", "b") for line in range(1, 22)]
    with caplog.at_level(logging.INFO, "mkdocs"):
        show_problems(warned)
        show_unused(["k01", "k02"])
    shown = [one.getMessage() for one in caplog.records][-2:]
    assert [words in line for words, line in zip(told, shown, strict=True)] == [True, True], shown


def test_an_option_that_there_is_not_is_refused_with_the_nearest(tmp_path: Path) -> None:
    """MkDocs would warn of it alone."""
    failed, warned = SholuPlugin().load_config({"bibliografy": "a.bib"})
    assert [(name, str(error).partition(";")[0]) for name, error in failed] == [("bibliografy", "unknown")]
    assert "did you mean bibliography? known are bibliography, glossary" in str(failed[0][1])
    assert warned == []
    assert SholuPlugin().load_config({"bibliography": "a.bib"}) == ([], [])


MENU = ["index.md", {"Rest": ["only.md", {"More": "gone.md"}, "https://a.example/x.md.html"]}]
PARTED_PAGES = {
    **SMALL,
    "docs/kk/only.md": "---\nlanguages: [kk, ru]\n---\n# O {#o}\n",
    "docs/ru/only.md": "---\nlanguages: [kk, ru]\n---\n# O {#o}\n",
}


def test_the_menu_of_a_language_has_no_page_that_it_is_not_to_have(tmp_path: Path) -> None:
    """Else MkDocs would warn of it; of one that is in no language it is to warn."""
    made = Events(tmp_path, PARTED_PAGES, CODES)
    address = "https://a.example/x.md.html"
    for code, rest in (
        ("kk", ["only.md", {"More": "gone.md"}, address]),
        ("en", [{"More": "gone.md"}, address]),
    ):
        assert menu_of(MENU, made.config, code) == ["index.md", {"Rest": rest}]
    assert menu_of([{"Rest": ["only.md"]}, "index.md"], made.config, "en") == ["index.md"]
    assert menu_of(None, made.config, "en") is None
    alone = Events(tmp_path / "alone", ALONE)
    assert menu_of(["only.md"], alone.config, "en") == ["only.md"]


def test_the_menu_leads_to_pages_in_another_language_that_a_language_has_not(tmp_path: Path) -> None:
    """Its title says in which; a name that mkdocs.yml gives stays. The first page shows that menu."""
    files = PARTED_PAGES | {"docs/kk/two.md": "# A < B\n", "docs/ru/two.md": "# Т\n"}
    made = Events(
        tmp_path, files, CODES, {"incomplete": ["en"]}, nav=["index.md", "only.md", {"Second": "two.md"}]
    )
    menus: list[list[tuple[str, str]]] = []

    def note(nav: Navigation, **_: object) -> Navigation:
        menus.append([(str(one.title), str(one.url)) for one in nav.items if isinstance(one, Link)])
        return nav

    made.config.plugins.events["nav"].append(note)
    site = made.run()
    for path in ("index.html", "en/index.html"):
        assert " True ['navigation', 'toc']\n" in (site / path).read_text(encoding="utf-8")
    assert menus[:-1] == [[]] * (len(CODES) - 1)
    kazakh = '(<bdi lang="kk">Қазақша</bdi>)'
    assert menus[-1] == [(f'<bdi lang="kk">O</bdi> {kazakh}', "only/"), (f"Second {kazakh}", "two/")]


def test_without_a_menu_in_mkdocs_yml_pages_in_another_language_stand_where_mkdocs_would_have_them(
    tmp_path: Path,
) -> None:
    """And in the contents of the first page, behind what stands before them in the other language."""
    files = PARTED_PAGES | {"docs/kk/two/deep.md": "# Т {#t}\n", "docs/ru/two/deep.md": "# Т {#t}\n"}
    files |= {f"docs/{code}/then.md": "---\ndescription: D\n---\n# Then {#then}\n" for code in CODES}
    made = Events(tmp_path, files, CODES, {"incomplete": ["en"]})
    menus: list[list[str]] = []

    def note(nav: Navigation, **_: object) -> Navigation:
        menus.append([str(one.file.src_uri if isinstance(one, Page) else one.title) for one in nav.items])
        return nav

    made.config.plugins.events["nav"].append(note)
    site = made.run()
    assert menus[-1][-3:] == ['<bdi lang="kk">O</bdi> (<bdi lang="kk">Қазақша</bdi>)', "en/then.md", "Two"]
    told = (site / "en" / "index.html").read_text(encoding="utf-8").splitlines()
    listed = [line for line in told if line.startswith("contents ")]
    assert listed[-3:] == ["contents ../only/ O: ", "contents then/ Then: D", "contents ../two/deep/ Т: "]


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (None, 0),
        (click.ClickException("no such"), 1),
        (click.exceptions.Exit(3), 3),
        (click.Abort(), 1),
        (SystemExit(4), 4),
        (SystemExit("said"), 1),
        (SystemExit(None), 0),
    ],
)
def test_a_command_of_mkdocs_ends_with_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: BaseException | None, code: int
) -> None:
    """However it ends; it is told not to speak of its own end."""
    given: list[Any] = []

    def command(arguments: list[str], **settings: object) -> None:
        given.append((arguments, settings))
        if raised is not None:
            raise raised

    monkeypatch.setattr(mkdocs_command.cli, "main", command)
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n")
    arguments = ["build", "--config-file", str(tmp_path / "mkdocs.yml")]
    assert run_mkdocs(arguments) == code
    assert given == [(arguments, {"prog_name": "mkdocs", "standalone_mode": False})]
    assert os.environ["NO_MKDOCS_2_WARNING"] == "1"


def test_settings_that_nobody_can_read_are_told_before_mkdocs_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the line; MkDocs would end in a traceback."""
    (tmp_path / "mkdocs.yml").write_text("site_name: [\n")
    assert run_mkdocs(["build", "--config-file", str(tmp_path / "mkdocs.yml")]) == 1
    assert re.match(r"mkdocs\.yml:\d+: ", capsys.readouterr().err)


def test_a_page_on_the_state_of_translations_leads_to_all_pages(tmp_path: Path) -> None:
    """It is filled when all languages are written, with addresses and titles; then the build is over."""
    texts = {
        "docs/kk/index.md": "# Су {#water}\n\nӨзен.\n",
        "docs/ru/index.md": "# Вода {#water}\n\nРека.\n",
        "docs/kk/state.md": "# Күй {#state}\n\n{{ translations() }}\n",
        "docs/ru/state.md": "# Состояние {#state}\n\n{{ translations() }}\n",
        "references.bib": "",
    }
    events = Events(tmp_path, texts, ("kk", "ru"))
    site = events.run()
    for page, address in (("state", "../ru/"), ("ru/state", "../")):
        written = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'href="{address}"' in written
        assert "Вода" in written
        assert "<!-- sholu" not in written
    assert events.plugin._build is None
