"""What MkDocs would say of mkdocs.yml, told by `sholu check` with its line."""

from __future__ import annotations

from pathlib import Path

from sholu.problems.telling import in_language
from sholu.site.validating import settings_problems

from tests.rows import rows

FIRST = "docs_structure: folder, languages: [{locale: kk, default: true"


def told(tmp_path: Path, settings: str, language: str = "en") -> list[str]:
    """Return line, code and sentence of each problem of a mkdocs.yml."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(settings, encoding="utf-8")
    (tmp_path / "docs").mkdir(exist_ok=True)
    found = (in_language(one, language) for one in settings_problems(file, "mkdocs.yml"))
    return [f"{one.place.line} {one.code} {one.what}; {one.mend}" for one in found]


@rows(
    ("line", "expected"),
    [
        ("site_nam: X", "2 S025 there is no option “site_nam”; did you mean site_name?"),
        ("nav: index.md", "2 S026 nav: a list is expected"),
        ("nav: {A: index.md}", "2 S026 nav: a list is expected"),
        ("use_directory_urls: ja", "2 S026 use_directory_urls: true or false is expected"),
        ("site_url: example", "2 S026 site_url: an address begins with http:// or https://"),
        ("repo_url: 5", "2 S026 repo_url: a text is expected"),
        ("hooks: [x.py]", "2 S026 hooks: there is no file or folder x.py"),
        ("theme: readthedocs", "2 S028 the theme is “readthedocs”, and a review needs Material"),
        ("# no theme", "1 S028 the theme is “mkdocs”, and a review needs Material"),
        ("theme: {name: materiel}", "2 S027 there is no theme “materiel”; did you mean material?"),
        ("theme: {name: material, custom_dir: own}", "2 S026 custom_dir: there is no file or folder own"),
        (
            "validation: {nav: {omitted_files: x}}",
            "2 S026 validation: nav: omitted_files: one of 'warn', 'info', 'ignore' is expected",
        ),
        ("plugins: [serch]", "2 S027 there is no plugin “serch”; did you mean search?"),
        (f"plugins: [{{i18n: {{{FIRST}}}]}}}}]", "2 S026 languages: name: a value is missing"),
        (f"plugins: [{{i18n: {{{FIRST}, name: Q}}], x: 1}}}}]", "2 S025 there is no option “x”"),
        ("plugins: [{sholu: {landing: [3]}}]", "2 S026 landing: true or false is expected"),
        ("theme: {name: material, palette: {primary: red}}", ""),
        ("site_url: !ENV [SITE_URL, '']", ""),
        ("extra: {anything: 1}", ""),
    ],
)  # fmt: skip
def test_what_mkdocs_cannot_use_is_told_with_its_line(tmp_path: Path, line: str, expected: str) -> None:
    """And what it can is not."""
    theme = "" if "theme" in line else "theme: material\n"
    found = told(tmp_path, f"site_name: S\n{line}\n{theme}")
    assert len(found) == bool(expected)
    assert not expected or found[0].startswith(expected)


def test_it_is_told_in_the_language_of_the_author(tmp_path: Path) -> None:
    """The commonest reasons of MkDocs too."""
    settings = "site_name: S\nuse_directory_urls: ja\ntheme: material\n"
    mend = "исправьте значение или уберите настройку"
    assert told(tmp_path, settings, "ru") == [f"2 S026 use_directory_urls: ожидается true или false; {mend}"]
