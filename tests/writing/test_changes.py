"""`sholu changes`: what a pull request does to a review, told so that nothing in it can deceive or run."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from markdown import markdown
from sholu.command_line import main
from sholu.review import Review
from sholu.writing.changes import ChangedBlock, Changes, changes
from sholu.writing.changes_shown import page, summary

from tests.conftest import write
from tests.writing.test_exchange import BIBLIOGRAPHY, KAZAKH, RUSSIAN, Texts, accepted_lock, texts

GIT = shutil.which("git") or "git"
HOSTILE = "<script>alert(1)</script> [x](javascript:alert) @team #12 https://a.example \u202etxt.exe `"


def of(before: Texts, after: Texts) -> Changes:
    """Return what differs between two states of a review."""
    return changes(Review.from_texts(before), Review.from_texts(after))


def test_what_changed_is_paired_with_what_it_was() -> None:
    """A block put in before others changes none of these; what is gone is told too."""
    after = KAZAKH.replace("- бір\n", "Жаңа абзац.\n\n- бір\n").replace("Екінші сөйлем", "Соңғы сөйлем")
    after = after.replace('!!! note "Ескерту"\n\n    Ескертудің *мәтіні* [көр. @hiro2009].\n\n', "")
    (changed,) = of(texts(), texts(kazakh=after)).pages
    assert (changed.path, changed.code) == ("docs/kk/index.md", "kk")
    first, gone, new = changed.blocks
    assert "Екінші" in first.before
    assert "Соңғы" in first.after
    assert (gone.before, gone.after) == ("Ескертудің *мәтіні* [көр. @hiro2009].", "")
    assert (new.before, new.after) == ("", "Жаңа абзац.")


def moved(files: Texts, words: tuple[str, str] = ("", "")) -> Texts:
    """Return a review in which its page has another name, and other words if some are given."""
    return {
        path.replace("index.md", "su.md"): text.replace(*words)
        if isinstance(text, str) and words[0]
        else text
        for path, text in files.items()
    }


def test_a_page_that_was_renamed_is_the_same_page() -> None:
    """Nothing of it is gone, nothing new; what was changed in it is told."""
    after = moved(texts())
    found = of(texts(), after).pages
    assert [(one.path, one.was, one.blocks) for one in found] == [
        ("docs/kk/su.md", "docs/kk/index.md", ()),
        ("docs/ru/su.md", "docs/ru/index.md", ()),
    ]
    kazakh, _ = of(texts(), moved(texts(), ("Екінші сөйлем", "Соңғы сөйлем"))).pages
    assert (kazakh.was, len(kazakh.blocks)) == ("docs/kk/index.md", 1)
    told = summary(of(texts(), after), "ru")
    assert "раньше называлась <code>docs/ru/index.md</code>" in told
    assert "раньше называлась docs/ru/index.md" in page(of(texts(), after), "ru")


def test_a_page_that_is_gone_is_one_line() -> None:
    """And no list of its blocks; another page in its place is new."""
    before = {**texts(), "docs/ru/su.md": "# Су {#su}\n\nБір.\n\nЕкі.\n"}
    (gone,) = of(before, texts()).pages
    assert (gone.path, gone.is_gone, gone.blocks) == ("docs/ru/su.md", True, ())
    assert "<code>docs/ru/su.md</code>: бет алынып тасталған" in summary(of(before, texts()), "kk")
    other = {**texts(), "docs/ru/jer.md": "# Жер {#jer}\n\nҮш.\n"}
    assert [(one.path, one.was, one.is_gone) for one in of(before, other).pages] == [
        ("docs/ru/jer.md", "", False),
        ("docs/ru/su.md", "", True),
    ]


def test_works_translations_addresses_and_problems_are_told() -> None:
    """Each that is new; how a work will be printed in each language."""
    before = texts(lock=accepted_lock())
    work = "@book{laumulin2009, author = {Лаумулин, М.}, title = {Азия}, date = {2009}, langid = {russian}}\n"
    after = {
        **before,
        "references.bib": BIBLIOGRAPHY.replace("Inside", "In") + work,
        "docs/kk/index.md": KAZAKH.replace("Бірінші сөйлем", "Алғашқы https://a.example/x [@nobody]"),
    }
    found = of(before, after)
    assert [(one.key, one.is_new) for one in found.works] == [("hiro2009", False), ("laumulin2009", True)]
    assert found.works[1].entries["ru"] == "Лаумулин\u00a0М. Азия. 2009."
    assert found.behind == (("docs/ru/index.md", 8, "water-p1"),)
    assert found.addresses == ("https://a.example/x",)
    assert {"C001"} <= {one.code for one in found.problems}
    told = summary(found, "en")
    assert "&#40;new&#41;\n    - kk&#58; Лаумулин М. Азия. 2009." in told
    assert "- docs/kk/index.md\n    - 8&#58; " in told
    assert of(after, before).addresses == ()


def test_what_an_editor_would_see_is_told_if_it_is_new() -> None:
    """As `sholu check` does."""
    before, after = texts(), texts(russian=RUSSIAN.replace("Второе", "Втoрое"))
    assert "O001" in {one.code for one in of(before, after).problems}
    assert "O001" not in {one.code for one in of(after, after).problems}


def test_nothing_changed_is_said() -> None:
    """And takes no more than a line."""
    assert summary(of(texts(), texts()), "en") == "## What this changes\n\nNothing that readers see.\n"


def test_nothing_of_an_author_runs_or_hides_in_either_form() -> None:
    """Not as HTML, as a link, as a name that somebody is called by; controls are shown by their numbers."""
    found = of(texts(), texts(russian=RUSSIAN.replace("Второе", HOSTILE)))
    told = summary(found, "en")
    html = unescape(markdown(told))
    assert "<a " not in html
    assert "<script" not in markdown(told)
    assert "[U+202E]" in html
    assert not re.search(r"[@#]\w|https?:", re.sub(r"^#+ |&#?\w+;", "", told, flags=re.MULTILINE))
    shown = page(found, "en")
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "[U+202E]" in shown
    assert "default-src 'none'" in shown


def test_the_page_has_both_versions_with_what_differs_marked() -> None:
    """Word by word, in the language of the text."""
    found = Changes(of(texts(), texts(russian=RUSSIAN.replace("Второе", "Другое"))).pages, (), (), (), ())
    shown = page(found, "ru")
    assert '<html lang="ru">' in shown
    assert '<td lang="ru" dir="auto">' in shown
    assert "<del>Второе</del> предложение" in shown
    assert "<ins>Другое</ins> предложение" in shown
    assert found.pages[0].blocks == (
        ChangedBlock("water-p1", 8, found.pages[0].blocks[0].before, found.pages[0].blocks[0].after),
    )


def git(folder: Path, *arguments: str) -> None:
    """Run Git in a folder."""
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run((GIT, *named, *arguments), cwd=folder, capture_output=True, check=True)


@pytest.mark.usefixtures("processes")
def test_the_command_compares_with_a_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a branch, a tag or a hash; what is no commit is said."""
    write(tmp_path, texts())
    git(tmp_path, "init", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--message=A")
    write(tmp_path, {"docs/ru/index.md": RUSSIAN.replace("Второе", "Другое")})
    monkeypatch.chdir(tmp_path)
    assert main(["changes", "--since", "main", "--html", "site/changes.html", "--language", "en"]) == 0
    assert "changed: 1, new: 0, gone: 0" in capsys.readouterr().out
    assert "<ins>Другое</ins>" in (tmp_path / "site/changes.html").read_text(encoding="utf-8")
    assert main(["changes", "--since", "nowhere", "--language", "en"]) == 1
    assert "no commit nowhere" in capsys.readouterr().err
    assert main(["changes", "--since=--output=x", "--language", "en"]) == 1
