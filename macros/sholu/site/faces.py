"""The letters of other scripts that pages bring along: fonts that a review names, cut to what pages show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sholu.languages import language
from sholu.publication.fonts import Font, face, families, other_letters
from sholu.regexes import regex
from sholu.review.remembered import Memory
from sholu.site.folder import SiteFolder
from sholu.site.settings import languages
from sholu.site.templates import folder_of_user

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

SHEET = "assets/stylesheets/faces.css"
_FOLDER = "assets/fonts"
# As scripts have what they show.
_ESCAPED = regex(r"\\u([0-9a-fA-F]{4})")
# What a page shows before a font has come is often an empty box, so that it comes in when it is there.
_MORE = "font-display: swap"
# What devices have of these scripts without serifs, behind what sholu.css names.
_SANS = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", "PingFang SC", '
    '"Hiragino Sans", "Apple SD Gothic Neo", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "Nirmala UI"'
)


def link_faces(config: MkDocsConfig, fonts: Iterable[Font]) -> None:
    """Let all pages name the style sheet that brings fonts in, if there are any."""
    if fonts and SHEET not in config.extra_css:
        config.extra_css.append(SHEET)


def write_faces(config: MkDocsConfig, folder: SiteFolder, fonts: tuple[Font, ...]) -> None:
    """Cut fonts to the letters of all pages in the folder of the site, and write what brings them in."""
    if not fonts:
        return
    pages = [
        _shown(path.read_text(encoding="utf-8")) for path in sorted(Path(config.site_dir).rglob("*.html"))
    ]
    rules = [rule for font in fonts for rule in _faces(font, pages, folder)]
    scripts = {code: language(code).script for code in languages(config)}
    folder.write(SHEET, "\n".join((*rules, *_stacks(fonts, scripts))) + "\n")


def _shown(page: str) -> set[str]:
    letters = other_letters(page)
    return letters | other_letters("".join(chr(int(code, 16)) for code in _ESCAPED.findall(page)))


def _faces(font: Font, pages: list[set[str]], folder: SiteFolder) -> Iterable[str]:
    """Write the files of a font, and yield the rule of each."""
    from sholu.publication.cutting import cut, letters_in, slices, unicode_range  # noqa: PLC0415

    has = letters_in(font, "".join(sorted(set().union(*pages))))
    memory = Memory(folder_of_user())
    path = Path(font.folder or "", font.file)
    name, digest = f"letters of {path}", sha256(path.read_bytes()).digest()
    known = cast("Mapping[str, bytes]", memory.recalled(name, digest) or {})
    made: dict[str, bytes] = {}
    for letters in slices([page & has for page in pages]):
        made[letters] = known.get(letters) or cut(font, letters)
        file = f"{_plain(font.family)}-{sha256(made[letters]).hexdigest()[:8]}.woff2"
        folder.write(f"{_FOLDER}/{file}", made[letters])
        yield face(font, f"../fonts/{file}", f"unicode-range: {unicode_range(letters)}", _MORE)
    if made != known:
        memory.keep(name, made, digest)


def _plain(family: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", family.lower()).strip("-") or "letters"


def _stacks(fonts: tuple[Font, ...], scripts: Mapping[str, str]) -> Iterable[str]:
    """Yield the rules by which text is set in the fonts: that of a page's own language first.

    A phone asks for our Latin and Cyrillic letters only with a reader's second page (base.html), for
    those that it may lack with the first. Words without serifs take them where a device has none.
    """
    orders = {"": fonts}
    for code, script in scripts.items():
        orders[f":lang({code})"] = tuple(sorted(fonts, key=lambda one: one.script != script))
    for where, ordered in orders.items():
        if not where or ordered != fonts:
            yield f':root{where} {{ --sholu-face: "Source Serif 4", {families(ordered)}; }}'
            yield f":root{where}.without-faces {{ --sholu-face: {families(ordered)}; }}"
            yield f":root{where} {{ --sholu-sans: {_SANS}, {families(ordered)}sans-serif; }}"
