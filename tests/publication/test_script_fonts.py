"""Fonts of other scripts that packages bring into a PDF."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from sholu.publication import fonts
from sholu.publication.fonts import SCRIPT_FONTS, ScriptFont, extra_of, fonts_for, styles

ROOT = Path(__file__).parents[2]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Pretend that each font is installed."""
    monkeypatch.setattr(ScriptFont, "folder", property(lambda _: tmp_path))
    return tmp_path


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("script", "text", "chosen"),
    [
        ("Cyrl", "Қазақша шолу", []),
        ("Cyrl", "Китай (中国)", ["fonts-zh", "fonts-zh-tw", "fonts-ja", "fonts-ko"]),
        ("Jpan", "水と境界", ["fonts-ja", "fonts-zh", "fonts-zh-tw", "fonts-ko"]),
        ("Hant", "水與邊界", ["fonts-zh-tw", "fonts-zh", "fonts-ja", "fonts-ko"]),
        ("Kore", "물과 경계", ["fonts-ko"]),
        ("Arab", "الماء", ["fonts-ar"]),
        ("Latn", "מים", ["fonts-he"]),
        ("Latn", "जल", ["fonts-hi"]),
    ],
)
def test_only_fonts_whose_letters_stand_in_a_book_are_taken(
    script: str, text: str, chosen: list[str]
) -> None:
    """That of its own language first, since one letter of Han looks otherwise in each."""
    assert [one.extra for one in fonts_for(text, script) if isinstance(one, ScriptFont)] == chosen


def test_a_font_stands_behind_our_own(installed: Path) -> None:
    """And is named by what it is for."""
    said = styles(fonts_for("מים", "Hebr"))
    source = (installed / "NotoSerifHebrew-Variable.ttf").as_uri()
    assert said.splitlines() == [
        f'@font-face {{ font-family: "Sholu Hebr"; src: url("{source}"); font-weight: 100 900 }}',
        ':root { --serif: "Source Serif 4", "Sholu Hebr", serif }',
    ]
    assert styles(()) == ""


def test_a_package_that_is_not_there_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine may have a font of its own."""
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    assert fonts_for("水", "Hans") == ()


def test_each_font_is_an_extra_of_sholu() -> None:
    """By the name that messages and new reviews give."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = settings["project"]["optional-dependencies"]
    assert [one for one in extras if one.startswith("fonts-")] == [one.extra for one in SCRIPT_FONTS]
    assert {one.extra: one.package.replace("_", "-") for one in SCRIPT_FONTS} == {
        one.extra: extras[one.extra][-1].partition(">=")[0] for one in SCRIPT_FONTS
    }
    assert [extra_of(script) for script in ("Hans", "Arab", "Thai")] == ["fonts-zh", "fonts-ar", ""]
