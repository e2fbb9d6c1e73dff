"""`sholu translations`: what it shows, records, hands over and brings back, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sholu.command_line import main

from tests.writing.test_exchange import BIBLIOGRAPHY, SETTINGS

Command = Callable[..., tuple[int, str, str]]
KAZAKH = "# Су {#water}\n\nБірінші.\n\nЕкінші.\n"
RUSSIAN = "# Вода {#water}\n\nПервый.\n\nВторой.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a review with two pages in two languages; its author is in docs/."""
    files = {"mkdocs.yml": SETTINGS, "references.bib": BIBLIOGRAPHY}
    for name in ("index.md", "part/water.md"):
        files |= {f"docs/kk/{name}": KAZAKH, f"docs/ru/{name}": RUSSIAN}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path / "docs")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    # Git is asked for days, and there is none here.
    monkeypatch.setattr("sholu.writing.translations.block_changed_on", lambda *_: None)
    return tmp_path


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], root: Path) -> Command:
    """Return what runs the command in that folder, and what it returned and said."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["translations", "--settings", str(root / "mkdocs.yml"), *arguments])
        return code, *capsys.readouterr()

    return run


def change(root: Path, name: str = "index.md") -> None:
    """Change the first paragraph of an original."""
    path = root / "docs/kk" / name
    path.write_text(path.read_text().replace("Бірінші.", "Бірінші болды."))


def test_what_was_accepted_is_not_behind_until_its_original_changes(root: Path, told: Command) -> None:
    """A page is named as the author sees it, a folder stands for its pages; GitHub shows notices."""
    code, said, _ = told()
    assert code == 0
    first, second, last = said.splitlines()
    assert first.startswith("docs/ru/index.md:1: never accepted;")
    assert second.startswith("docs/ru/part/water.md:1: never accepted;")
    assert last == "translated pages: 2, blocks behind: 0"
    code, said, _ = told("accept", "ru/index.md")
    assert (code, said) == (0, "docs/ru/index.md: accepted as it is, made from docs/kk/index.md\n")
    assert (root / "translations.lock").is_file()
    change(root)
    assert told("ru/part")[1].splitlines()[-1] == "translated pages: 1, blocks behind: 0"
    code, said, _ = told("docs/ru/index.md")
    assert said.splitlines()[-1] == "translated pages: 1, blocks behind: 1"
    assert told("accept", "--all")[1].count("accepted as it is") == 2
    change(root, "part/water.md")
    assert told()[1].splitlines()[-1] == "translated pages: 2, blocks behind: 1"


def test_notices_stand_beside_the_lines_on_github(
    root: Path, told: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them in the summary of the step, too, where there is one."""
    code, said, _ = told("--github")
    assert code == 0
    assert said.startswith("::notice file=docs/ru/index.md,line=1,title=Translations::never accepted")
    assert said.endswith("\ntranslated pages: 2, blocks behind: 0\n")
    summary = root / "summary.md"
    summary.write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    told()
    assert summary.read_text() == "# Before\n"
    told("--github")
    shown = summary.read_text()
    assert shown.startswith("# Before\n## Translations\n\n```text\ndocs/ru/index.md:1: never accepted")
    assert shown.endswith("\ntranslated pages: 2, blocks behind: 0\n```\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("ru/inde.md", "ru/inde.md: no translated page; did you mean docs/ru/index.md?"),
        ("zzzzzz", "zzzzzz: no translated page; name one such as docs/ru/index.md"),
        ("kk/index.md", "kk/index.md: no translated page; others are translated from it; name one of them"),
        ("accept", "nothing to accept; name the pages, or write --all"),
        ("export", "kk, ru"),
        ("export --to rru", "ru"),
        ("import no.po", "no.po: there is no such file"),
        ("import kk/index.md", ".po"),
        ("import broken.po", "broken.po: it "),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    root: Path, told: Command, arguments: str, said: str
) -> None:
    """In a sentence, with what is near."""
    (root / "docs/broken.po").write_text("garbage")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    code, _, refused = told(*arguments.split())
    assert code == 1
    assert said in refused
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_lock_that_cannot_be_read_stops_all(root: Path, told: Command) -> None:
    """Accepting one page would throw away the records of all others."""
    (root / "translations.lock").write_text("<<<<<<< HEAD\n")
    code, _, refused = told("accept", "--all")
    assert code == 1
    assert "translations.lock:1: " in refused
    assert (root / "translations.lock").read_text() == "<<<<<<< HEAD\n"


@pytest.mark.parametrize("kind", ["xliff", "po"])
def test_a_translation_goes_out_and_comes_back(root: Path, told: Command, kind: str) -> None:
    """Of what is behind alone; line ends stay what they were, and what nobody finished stays out."""
    told("accept", "--all")
    code, said, _ = told("export", "--to", "ru", "--format", kind)
    assert (code, said) == (0, "nothing is left to translate into ru; --all exports all blocks\n")
    assert not (root / f"docs/ru.{kind}").exists()
    change(root)
    code, said, _ = told("export", "--to", "ru", "--format", kind)
    out = root / f"docs/ru.{kind}"
    assert code == 0
    assert f"ru.{kind}" in said
    assert "Бірінші болды." in out.read_text()
    assert "Екінші." not in out.read_text()
    page = root / "docs/ru/index.md"
    page.write_bytes(RUSSIAN.replace("\n", "\r\n").encode())
    out.write_text(out.read_text().replace("Первый.", "Первый был."))
    code, said, _ = told("import", out.name)
    assert page.read_bytes() == RUSSIAN.replace("\n", "\r\n").encode()
    code, said, _ = told("import", "--unfinished", out.name)
    assert code == 0
    assert f"ru.{kind}" in said
    assert page.read_bytes() == RUSSIAN.replace("Первый.", "Первый был.").replace("\n", "\r\n").encode()
    (root / "docs/mine.po").unlink(missing_ok=True)
    assert told("export", "ru/part", "--to", "ru", "--all", "--output", "mine.po")[0] == 0
    assert "part/water.md" in (root / "docs/mine.po").read_text()
    assert "index.md" not in (root / "docs/mine.po").read_text()


def test_a_page_that_is_missing_is_made(root: Path, told: Command) -> None:
    """In a folder that was not there."""
    (root / "docs/ru/part/water.md").unlink()
    (root / "docs/ru/part").rmdir()
    told("export", "--to", "ru", "--format", "po")
    out = root / "docs/ru.po"
    text = out.read_text()
    for kazakh, russian in (("Су", "Вода"), ("Бірінші.", "Первый."), ("Екінші.", "Второй.")):
        text = text.replace(f'msgid "{kazakh}"\nmsgstr ""', f'msgid "{kazakh}"\nmsgstr "{russian}"')
    out.write_text(text)
    assert told("import", "ru.po", "--unfinished")[0] == 0
    assert (root / "docs/ru/part/water.md").read_text() == RUSSIAN
