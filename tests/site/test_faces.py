"""The style sheet and the files by which pages bring letters of other scripts along."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sholu.publication.files import _letters
from sholu.publication.fonts import SCRIPT_FONTS, OwnFont
from sholu.site import faces
from sholu.site.faces import SHEET, link_faces, write_faces
from sholu.site.folder import SiteFolder

HEBREW = next(one for one in SCRIPT_FONTS if one.extra == "fonts-he")
PAGES = {"index.html": "<p>Water: מים</p>", "he/index.html": r"<p>גבול</p><script>x = '\u05d1'</script>"}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a site in English and Hebrew, and let nothing be kept from another."""
    monkeypatch.setattr(faces, "folder_of_user", lambda: None)
    monkeypatch.setattr(faces, "languages", lambda _: {"en": "English", "he": "Hebrew"})
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return SimpleNamespace(site_dir=str(tmp_path), extra_css=[])


def test_pages_bring_the_letters_that_they_show(config: Any, tmp_path: Path) -> None:
    """Also those that a script shows; whose language they are of has them first."""
    write_faces(config, SiteFolder(config), (HEBREW,))
    (file,) = (tmp_path / "assets" / "fonts").iterdir()
    assert (tmp_path / SHEET).read_text(encoding="utf-8").splitlines()[:3] == [
        (
            f'@font-face {{ font-family: "Sholu Hebr"; src: url("../fonts/{file.name}"); '
            "font-weight: 100 900; unicode-range: U+5D1-5D2, U+5D5, U+5D9, U+5DC-5DE; font-display: swap }"
        ),
        ':root { --sholu-face: "Source Serif 4", "Sholu Hebr", ; }',
        ':root.without-faces { --sholu-face: "Sholu Hebr", ; }',
    ]


def test_a_language_is_set_in_the_font_of_its_script_first(config: Any, tmp_path: Path) -> None:
    """Before those that the review names before it."""
    own = OwnFont(Path(HEBREW.folder or "", HEBREW.file), "Own", frozenset("מ"))
    write_faces(config, SiteFolder(config), (own, HEBREW))
    rules = (tmp_path / SHEET).read_text(encoding="utf-8")
    assert ':root { --sholu-face: "Source Serif 4", "Sholu Own", "Sholu Hebr", ; }' in rules
    assert ':root:lang(he) { --sholu-face: "Source Serif 4", "Sholu Hebr", "Sholu Own", ; }' in rules
    assert ":lang(en)" not in rules


def test_a_review_that_names_no_fonts_has_no_such_sheet(config: Any, tmp_path: Path) -> None:
    """And its pages ask for none."""
    link_faces(config, ())
    write_faces(config, SiteFolder(config), ())
    assert not (tmp_path / SHEET).exists()
    assert config.extra_css == []
    link_faces(config, (HEBREW,))
    link_faces(config, (HEBREW,))
    assert config.extra_css == [SHEET]


def test_a_letter_of_an_epub_comes_from_the_first_font_that_has_it() -> None:
    """A second font brings what the first one lacks; a text in our letters brings none."""
    own = OwnFont(Path(HEBREW.folder or "", HEBREW.file), "Own", frozenset("מ"))
    assert [one.font for one in _letters("מים", "he", (own,))] == [own, HEBREW]
    assert [one.font for one in _letters("ממ", "he", (own,))] == [own]
    assert _letters("Water, вода", "Latn", (own,)) == ()
