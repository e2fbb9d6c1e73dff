"""What an author is told where something broke: by whom, in which file, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound
from sholu.site.faults import explained


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)


def page(root: Path, text: str) -> str:
    """Write a page; return its path as its author knows it."""
    (root / "a.md").write_text(text)
    return "a.md"


def test_what_nests_too_deep_is_told_at_its_deepest_line(tmp_path: Path) -> None:
    """At the first line of a page that has none, and of a build that was at no page."""
    assert explained(RecursionError(), page(tmp_path, "a\n[(b)]\n> [\n"), tmp_path).startswith("a.md:2: ")
    assert explained(RecursionError(), page(tmp_path, ""), tmp_path).startswith("a.md:1: ")
    assert explained(RecursionError(), "gone.md", tmp_path).startswith("gone.md:1: ")
    assert explained(RecursionError(), "", tmp_path).startswith("mkdocs.yml:1: ")


def test_an_icon_that_is_not_there_is_told_at_its_line(tmp_path: Path) -> None:
    """By its name, without the folder of icons; where no page was read a template is a fault."""
    gone = TemplateNotFound(".icons/material/nope.svg")
    told = explained(gone, page(tmp_path, "a\n\n:x: material/nope\n"), tmp_path)
    assert told.startswith("a.md:3: ")
    assert "material/nope" in told
    assert ".icons" not in told
    assert explained(gone, page(tmp_path, "a\nb\n"), tmp_path).startswith("a.md:1: ")
    assert explained(gone, "", tmp_path).startswith("this is a fault of ")


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EDQUOT, "make room"),
        (errno.EACCES, "correct its rights"),
        (errno.EROFS, "correct its rights"),
    ],
)
def test_a_disk_that_is_full_or_closed_is_told_with_its_mend(number: int, mend: str, tmp_path: Path) -> None:
    """With the file that was to be written: of a copy the second, of a full disk no source."""
    closed = mend == "correct its rights"
    alone = explained(OSError(number, "So It Is", "a.css"), "", tmp_path)
    name = "a.css" if closed else "the folder of the site"
    assert alone == f"{name} cannot be written or read (so it is); {mend}, and build again"
    copied = explained(OSError(number, "So It Is", "a.css", None, "b.css"), "", tmp_path)
    assert copied.startswith("b.css cannot be written")
    nameless = explained(OSError(number, ""), "", tmp_path)
    assert nameless.startswith("the folder of the site cannot be written")


def test_another_fault_of_the_disk_is_ours(tmp_path: Path) -> None:
    """It says what to send, and which page was read."""
    told = explained(OSError(errno.EINVAL, "No Such Thing"), page(tmp_path, "a"), tmp_path)
    first, second, versions, *frames = told.splitlines()
    assert first.startswith("this is a fault of ")
    assert "and not of the review (it came to a.md): OSError: " in first
    assert ", and that file, to whoever looks after " in second
    assert "sholu " in versions
    assert frames == []


def raised(source: str, file: Path) -> Exception:
    """Return what a program raises that stands in a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source)
    try:
        exec(compile(source, str(file), "exec"), {})  # noqa: S102 -- our own text
    except Exception as error:  # noqa: BLE001 -- it is what is wanted
        return error
    raise AssertionError


def test_a_hook_of_the_review_is_told_at_its_line(tmp_path: Path) -> None:
    """It is the author's to mend; what is installed beside it is not."""
    told = explained(raised("a = 1\n\na / 0\n", tmp_path / "hooks/own.py"), "", tmp_path)
    assert told.startswith("hooks/own.py:3: ")
    assert "ZeroDivisionError: division by zero" in told
    installed = tmp_path / ".venv/lib/site-packages/other/core.py"
    told = explained(raised("1 / 0\n", installed), "", tmp_path)
    assert told.startswith("this is a fault of other and not of the review: ZeroDivisionError")
    assert told.splitlines()[1] == "  Please send these lines to whoever looks after other:"
    assert told.splitlines()[-1] == "    site-packages/other/core.py:1 <module>"
    elsewhere = raised("1 / 0\n", tmp_path.parent / f"{tmp_path.name}-python/json.py")
    assert explained(elsewhere, "", tmp_path).startswith("this is a fault of Python and not")
