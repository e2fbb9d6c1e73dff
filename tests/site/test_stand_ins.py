"""Where a page is missing static-i18n shows that of the first language, by its default."""

from __future__ import annotations

from pathlib import Path

from tests.commands import mkdocs
from tests.conftest import write

CONFIG = """site_name: T
theme: {name: material}
plugins:
  - search
  - sholu: {problems: {T001: "off"}}
  - i18n:
      docs_structure: folder
      languages: [{locale: en, name: English, default: true}, {locale: ru, name: Русский}]
"""


def test_a_page_of_another_language_takes_nothing_from_those_before_it(
    processes: None, tmp_path: Path
) -> None:
    """The pages of a language are let go of when those of the next are read, and not before."""
    files: dict[str, str | bytes] = {
        "mkdocs.yml": CONFIG,
        "references.bib": "",
        "docs/en/index.md": "# Water {#water}\n\nText.\n",
        "docs/ru/index.md": "# Вода {#water}\n\nТекст.\n",
        "docs/en/more.md": "# More {#more}\n\nStands in.\n",
    }
    write(tmp_path, files)
    code, output = mkdocs(tmp_path, "build")
    assert code == 0, output
    assert "Текст." in (tmp_path / "site/ru/index.html").read_text(encoding="utf-8")
    assert "Stands in." in (tmp_path / "site/ru/more/index.html").read_text(encoding="utf-8")
