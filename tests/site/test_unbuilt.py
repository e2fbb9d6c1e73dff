"""What a build would end at is told by `sholu check` before: templates, icons, hooks, folders, old names."""

from __future__ import annotations

import re
from pathlib import Path

from sholu.checking.review import checked
from sholu.problems.telling import in_language

from tests.conftest import write
from tests.rows import rows

OVER = "theme: {name: material, custom_dir: over}\n"
FIRST = "{locale: ru, name: R, default: true}"
EXTENDS = '{% extends "base.html" %}\n'


def told(tmp_path: Path, files: dict[str, str | bytes], settings: str = "") -> list[str]:
    """Return file, line and code of each error and warning of a small review."""
    themed = settings if "theme:" in settings else f"{settings}theme: material\n"
    shown = {"mkdocs.yml": f"site_name: S\nplugins: [sholu]\n{themed}", "docs/index.md": "# T {#t}\n"}
    write(tmp_path, {"references.bib": "@misc{a, title = {A}}\n", **shown, **files})
    return [f"{one.place} {one.code}" for one in checked(tmp_path)[1] if one.level != "hint"]


@rows(
    ("file", "text", "expected"),
    [
        ("main.html", EXTENDS, []),
        (
            "main.html",
            f"{EXTENDS}{{% block content %}}\n{{{{ super() }}\n{{% endblock %}}",
            ["over/main.html:3 X003"],
        ),
        (
            "main.html",
            f"{EXTENDS}{{% block content %}}{{{{ super() | upperr }}}}{{% endblock %}}",
            ["over/main.html:2 X003"],
        ),
        ("main.html", '{% extends "bse.html" %}', ["over/main.html:1 X002"]),
        ("main.html", f'{EXTENDS}{{% include "mine.html" %}}', ["over/main.html:2 X002"]),
        ("main.html", f'{EXTENDS}{{% include "mine.html" ignore missing %}}', []),
        ("main.html", f"{EXTENDS}{{# Обзор #}}".encode("cp1251"), ["over/main.html:2 F001"]),
        ("main.html", f"{EXTENDS}\n{{% block extrahead %}}<meta>{{% endblock %}}", ["over/main.html:3 S011"]),
        ("main.html", f"{EXTENDS}{{% block extrahead %}}{{{{ super() }}}}<meta>{{% endblock %}}", []),
        ("main.html", f"{EXTENDS}{{% block announce %}}<b>x</b>{{% endblock %}}", []),
        ("main.html", "<!doctype html>{{ page.content }}", ["over/main.html:1 S010"]),
        ("partials/content.html", "{{ page.content }}", ["over/partials/content.html:1 S015"]),
        ("partials/footer.html", "<p>\n{% if x %}", ["over/partials/footer.html:2 X003"]),
        ("404.html", "{% if x %}", ["over/404.html:1 X003"]),
        # Nothing asks for it.
        ("partials/mine.html", "{% if x %}", []),
    ],
)
def test_templates_are_read_as_a_build_would(
    tmp_path: Path, file: str, text: str | bytes, expected: list[str]
) -> None:
    """What cannot be read, what they name that is not there, what they leave out of Sholu."""
    assert told(tmp_path, {f"over/{file}": text}, OVER) == expected


def test_a_filter_may_come_from_a_hook(tmp_path: Path) -> None:
    """Of what other programs bring to templates nobody knows without running them."""
    files: dict[str, str | bytes] = {
        "over/main.html": f"{EXTENDS}{{% block content %}}{{{{ super() | own }}}}{{% endblock %}}",
        "h.py": "x = 1\n",
    }
    assert told(tmp_path, files, f"{OVER}hooks: [h.py]\n") == []


def test_a_hook_that_is_no_python_is_told_with_its_line(tmp_path: Path) -> None:
    """It is not run."""
    assert told(tmp_path, {"h.py": "x = 1\ndef on_env(:\n"}, "hooks: [h.py]\n") == ["h.py:2 X003"]


@rows(
    ("head", "expected"),
    [
        ("template: nope.html", ["docs/index.md:2 P099"]),
        ("template: main.html", []),
        ("icon: material/watr", ["docs/index.md:2 X002"]),
        ("icon: material/water", []),
    ],
)
def test_what_a_page_names_is_looked_for(tmp_path: Path, head: str, expected: list[str]) -> None:
    """Its template and its icon, which the menu of all pages shows."""
    assert (
        told(tmp_path, {"docs/index.md": f"---\n{head}\n---\n# T {{#t}}\n"}, "theme: material\n") == expected
    )


@rows(
    ("settings", "expected"),
    [
        ("theme: {name: material, icon: {logo: material/watr}}", ["mkdocs.yml:3 X002"]),
        ("theme: {name: material, icon: {logo: material/water}}", []),
        ("theme: material\nextra: {social: [{icon: a/b, link: 'https://e.org'}]}", ["mkdocs.yml:4 X002"]),
        ("theme: {name: material, static_templates: [mine.html]}", ["mkdocs.yml:3 S026"]),
        ("theme: {name: material, locale: xx_yy_zz}", ["mkdocs.yml:3 S026"]),
        ("site_dir: docs/site", ["mkdocs.yml:3 S026"]),
        ("site_dir: .", ["mkdocs.yml:3 S026"]),
        ("site_dir: ../site", []),
    ],
)
def test_what_mkdocs_yml_names_is_looked_for(tmp_path: Path, settings: str, expected: list[str]) -> None:
    """Icons, templates, languages, and folders that would lie in each other."""
    assert told(tmp_path, {}, f"{settings}\n") == expected


@rows(
    ("option", "expected"),
    [
        ("redirects: {a.md: b.md}", ["mkdocs.yml:2 S007"]),
        ("redirects: {old.md: index.md}", []),
        ("redirects: {water.md: index.md}", ["mkdocs.yml:2 S007"]),
        ("redirects: {old/index.md: water.md}", []),
        ("report: here", ["mkdocs.yml:2 S026"]),
        ("report: a@example.org", []),
        ("report: 'https://a.example/?b={body}'", []),
    ],
)
def test_options_that_lead_nowhere_are_told(tmp_path: Path, option: str, expected: list[str]) -> None:
    """Old names of pages that are there, or lead to none; where mistakes are reported."""
    settings = f"site_name: S\nplugins: [{{sholu: {{{option}}}}}]\ntheme: material\n"
    assert told(tmp_path, {"mkdocs.yml": settings, "docs/water.md": "# W {#w}\n"}) == expected


@rows(
    ("i18n", "expected"),
    [
        ("docs_structure: folder, languages: [{locale: ru, name: R, default: true}]", []),
        ("docs_structure: folder, languages: [{locale: ru, name: R}]", ["S026"]),
        (
            f"docs_structure: folder, languages: [{FIRST}, {FIRST.replace('locale: ru', 'locale: en')}]",
            ["S026"],
        ),
        ("docs_structure: suffix, languages: [{locale: ru, name: R, default: true}]", ["S029"]),
        ("languages: [{locale: ru, name: R, default: true}]", ["S029"]),
    ],
)
def test_languages_have_folders_and_one_is_the_first(tmp_path: Path, i18n: str, expected: list[str]) -> None:
    """Else MkDocs ends, or all versions of a page are taken for pages of one language."""
    settings = f"site_name: S\nplugins: [{{i18n: {{{i18n}}}}}, sholu]\ntheme: material\n"
    found = told(tmp_path, {"mkdocs.yml": settings, "docs/ru/index.md": "# Т {#t}\n"})
    assert [one.partition(" ")[2] for one in found if "mkdocs.yml" in one] == expected


def test_pages_at_one_address_are_told(tmp_path: Path) -> None:
    """MkDocs writes one over the other, and says nothing."""
    files: dict[str, str | bytes] = {"docs/water.md": "# W {#w}\n", "docs/water/index.md": "# V {#v}\n"}
    assert told(tmp_path, files) == ["docs/water/index.md:1 F097"]


def test_pages_that_mkdocs_leaves_out_are_none(tmp_path: Path) -> None:
    """A link to one leads nowhere, and what is wrong in one is not told."""
    files: dict[str, str | bytes] = {
        "docs/index.md": "# T {#t}\n\n[a](draft.md)\n",
        "docs/draft.md": "# D {#d}\n\n[@nobody]\n",
    }
    assert told(tmp_path, files, "draft_docs: draft.md\n") == ["docs/index.md:3 L001"]


def test_the_sentences_stand_in_all_languages(tmp_path: Path) -> None:
    """Of what a build would end at, each with what there is to mend."""
    told(tmp_path, {"over/main.html": "{% if"}, OVER)
    (one,) = (found for found in checked(tmp_path)[1] if found.code == "X003")
    assert "в этом файле обзора ошибка" in str(in_language(one, "ru"))
    assert "шолудың" in str(in_language(one, "kk"))


# What a build alone finds: letters of its files for which this machine has no font.
BUILD_ALONE = {"F060", "F061"}


def test_what_a_build_tells_a_check_tells_too() -> None:
    """Each code of a build stands in what the check asks, too, but for what it cannot know."""
    sholu = Path(__file__).parent.parent.parent / "macros/sholu"
    of_check = {"validating.py", "unbuilt.py", "own_templates.py"}
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for file in sholu.rglob("*.py"):
        room = file.relative_to(sholu).parts[0]
        is_build = room in {"site", "plugin.py"} and file.name not in of_check
        told[is_build].update(re.findall(r'"([A-Z]\d{3})"', file.read_text(encoding="utf-8")))
    assert told[True] - told[False] == BUILD_ALONE
