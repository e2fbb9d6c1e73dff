"""The guide for authors is a review of its own: its languages agree, and what it names is there."""

from __future__ import annotations

import re

import pytest
from sholu.checking.review import checked
from sholu.command_line import commands, main

from tests.conftest import ROOT

GUIDE = ROOT / "guide"
PAGES = sorted((GUIDE / "docs").rglob("*.md"))


def test_nothing_is_wrong_with_it() -> None:
    """Neither for a build nor for an editor; each language has the pages of the others, block by block."""
    review, problems = checked(GUIDE)
    assert problems == ()
    assert {len(review.gathered.pages.of(code)) for code in ("kk", "ru", "en")} == {len(PAGES) // 3}


def test_it_names_commands_and_options_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    """And each command of an author's day stands in it."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    shown = re.findall(r"```sh\n.*?```|`[^`\n]+`", text, re.DOTALL)
    used = set(re.findall(r"\bsholu ([a-z][a-z-]+)", "\n".join(shown)))
    names = {command.name for command in commands()}
    assert used <= names
    assert names - used <= {"citation", "editor"}
    for name, option in set(re.findall(r"\bsholu ([a-z][a-z-]+)[^`\n]* (--[a-z-]+)", text)):
        with pytest.raises(SystemExit):
            main([name, "--help"])
        assert option in capsys.readouterr().out, (name, option)


def test_each_picture_is_there_and_is_used() -> None:
    """In each language its own, since there are words in them."""
    assets = {path.name for path in (GUIDE / "docs" / "assets").iterdir()}
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    used = {name for text in texts for name in re.findall(r"\.\./assets/([\w.]+webp)", text)}
    assert used == assets
    drawn = re.findall(
        r"^def (\w+)\(page: Page, (?:home|review)", (GUIDE / "pictures.py").read_text(), re.MULTILINE
    )
    assert assets == {f"{name}.{code}.webp" for name in drawn for code in ("kk", "ru", "en")}
    for page in PAGES:
        names = re.findall(r"\.\./assets/\w+\.(\w+)\.webp", page.read_text(encoding="utf-8"))
        assert set(names) <= {page.parent.name}
