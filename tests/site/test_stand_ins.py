"""Where a page is missing static-i18n shows that of the first language, by its default."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from sholu.conversion import PageExtension
from sholu.site import beginning
from sholu.translations import history

from tests.commands import mkdocs
from tests.conftest import write
from tests.events import Events, OfLanguage

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


class StandingIn(Events):
    """A build in which pages of the first language stand in for those that another one lacks."""

    def _leave_others(self, files: Files, *, config: MkDocsConfig) -> Files:
        own = super()._leave_others(files, config=config)
        names = {one.src_uri.partition("/")[2] for one in own}
        first = [one for one in files if one.src_uri.startswith(f"{self.codes[0]}/")]
        missing = [one for one in first if one.src_uri.partition("/")[2] not in names]
        for one in missing:
            one.url = f"{self.code}/{one.url}"
            one.dest_uri = f"{self.code}/{one.dest_uri}"
            one.abs_dest_path = str(Path(config.site_dir, one.dest_uri))
        return OfLanguage([*own, *missing], self.code)


def test_a_page_that_stands_in_puts_out_nothing_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not what is kept of the language of its pass, nor of its own; nobody would see it but by the clock."""
    monkeypatch.setattr(history, "_git_bytes", lambda *_, **__: None)
    monkeypatch.setattr(beginning, "folder_of_user", lambda: tmp_path / "memory")
    read: list[str] = []
    made = PageExtension.__init__

    def init(rules: PageExtension, *arguments: Any) -> None:
        made(rules, *arguments)
        read.append(rules.reading.source.path)

    monkeypatch.setattr(PageExtension, "__init__", init)
    files: dict[str, str | bytes] = {
        "references.bib": "",
        "docs/en/index.md": "# Water {#water}\n\nText.\n",
        "docs/en/more.md": "# More {#more}\n\nStands in.\n",
        "docs/en/other.md": "# Other {#other}\n\nText.\n",
        "docs/ru/index.md": "# Вода {#water}\n\nТекст.\n",
        "docs/ru/other.md": "# Другое {#other}\n\nТекст.\n",
    }
    for _ in range(2):
        read.clear()
        events = StandingIn(tmp_path / "review", files, ("en", "ru"), {"problems": {"T001": "off"}})
        site = events.run()
    assert "Stands in." in (site / "ru/more/index.html").read_text(encoding="utf-8")
    assert read == ["docs/en/more.md"]
