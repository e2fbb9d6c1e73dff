"""The fonts that a review names in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
from sholu.problems import Place
from sholu.publication.fonts import FONTS, ScriptFont
from sholu.review import fonts
from sholu.review.fonts import named_fonts

PLACE = Place("mkdocs.yml", 9)


def told(folder: Path, *names: str) -> list[str]:
    """Return what is wrong with fonts that are named."""
    return [str(one) for one in named_fonts(folder, names, PLACE)[1]]


def test_extras_and_files_are_fonts(tmp_path: Path) -> None:
    """In the order in which they are named, each once."""
    (tmp_path / "own.woff2").write_bytes((FONTS / "source-serif-4-Bold.woff2").read_bytes())
    found, problems = named_fonts(tmp_path, ("own.woff2", "fonts-he", "own.woff2"), PLACE)
    assert [one.family for one in found] == ["Sholu Source Serif 4", "Sholu Hebr"]
    assert problems == ()


def test_what_is_no_font_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not there, one that is none, one whose package is missing."""
    (tmp_path / "broken.ttf").write_bytes(b"<html>")
    extras = "fonts-ar, fonts-he, fonts-hi, fonts-ja, fonts-ko, fonts-zh, fonts-zh-tw"
    lost, broken = told(tmp_path, "font-zh", "broken.ttf")
    assert lost == (
        "mkdocs.yml:9: fonts names “font-zh”, which is no file beside mkdocs.yml and no extra of Sholu; "
        f"did you mean “fonts-zh”? extras are {extras}; or put the file there [S094]"
    )
    assert broken == (
        "broken.ttf:1: this file is no font, or a broken one; put a font in its place, in the format TTF, "
        "OTF, WOFF or WOFF2 [F094]"
    )
    monkeypatch.setattr(ScriptFont, "folder", None)
    (missing,) = told(tmp_path, "fonts-he")
    assert missing == (
        "mkdocs.yml:9: warning: letters of fonts cannot be brought along: pylopdf_fonts_he is not installed; "
        "write [fonts-he] behind Sholu in requirements.txt, and run pip install -r requirements.txt [F095]"
    )
    monkeypatch.setattr(fonts, "find_spec", lambda name: None if name == "uharfbuzz" else name)
    assert "uharfbuzz is not installed; write [fonts] behind Sholu" in told(tmp_path, "fonts-he")[0]


def test_a_review_that_names_none_asks_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads fonts need not be there."""
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    assert named_fonts(tmp_path, (), PLACE) == ((), ())
