"""`sholu cite`: a work is found by its key or by words in any language, and shown as each cites it."""

from __future__ import annotations

from pathlib import Path

import pyperclip
import pytest
from sholu.command_line import main

from tests.conftest import write

BIBLIOGRAPHY = """\
@book{hiro2009, author = {Hiro, Dilip}, title = {Inside Central Asia}, publisher = {Overlook Press},
  date = {2009}, langid = {english}}
@book{dadabaev2016, author = {Dadabaev, Timur}, title = {Japan in Central Asia}, date = {2016},
  langid = {english}}
@article{laumulin2009, author = {Лаумулин, Мурат}, title = {Центральная Азия}, journaltitle = {Казахстан},
  date = {2009}, langid = {russian}}
"""
SETTINGS = """\
site_name: S
plugins:
  - sholu
  - i18n:
      docs_structure: folder
      languages:
        - {locale: kk, name: Қазақша, default: true}
        - {locale: en, name: English}
"""


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A review in two languages where the command runs; what it copies."""
    write(tmp_path, {"mkdocs.yml": SETTINGS, "references.bib": BIBLIOGRAPHY})
    monkeypatch.chdir(tmp_path)
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    return copied


def test_a_work_is_shown_in_each_language_and_copied(
    copies: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The citation and the entry, as the norm of the language writes them."""
    assert main(["cite", "hiro2009", "--language", "en"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "[@hiro2009]",
        "  kk  [Hiro, 2009]",
        "      Hiro\u00a0D. Inside Central Asia. Overlook Press, 2009.",
        "  en  (Hiro, 2009)",
        "      Hiro, D. (2009). Inside Central Asia. Overlook Press.",
        "[@hiro2009] is copied; paste it where you cite",
    ]
    assert copies == ["[@hiro2009]"]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["central", "asia"], ["hiro2009", "dadabaev2016"]),
        (["central", "2016"], ["dadabaev2016"]),
        (["лаумулин"], ["laumulin2009"]),
        (["laumulin", "азия"], ["laumulin2009"]),
        (["[@laumulin2009]"], ["laumulin2009"]),
        (["@hiro2009"], ["hiro2009"]),
    ],
)
def test_words_find_works_in_any_script(
    words: list[str], keys: list[str], copies: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each word must stand in the entry; only the one work that is meant is copied."""
    assert main(["cite", *words]) == 0
    shown = [
        line for line in capsys.readouterr().out.splitlines() if line.startswith("[@") and line[-1] == "]"
    ]
    assert shown == [f"[@{key}]" for key in keys]
    assert copies == ([f"[@{keys[0]}]"] if len(keys) == 1 else [])


@pytest.mark.usefixtures("copies")
def test_who_finds_nothing_is_helped(capsys: pytest.CaptureFixture[str]) -> None:
    """By the key that comes near, in the author's language."""
    assert main(["cite", "hiro2008", "--language", "ru"]) == 1
    assert capsys.readouterr().err == "нет работы со всеми этими словами: hiro2008; может быть, hiro2009?\n"


def test_a_machine_without_a_clipboard_says_so(
    copies: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a server has none."""

    def refuse(_text: str) -> None:
        raise pyperclip.PyperclipException

    monkeypatch.setattr(pyperclip, "copy", refuse)
    assert main(["cite", "hiro2009", "--language", "en"]) == 0
    assert "nothing to copy with" in capsys.readouterr().out
    assert copies == []
