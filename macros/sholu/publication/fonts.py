"""The fonts of the site, in which files and pictures of shared links are set too, and those of other scripts.

Ours have Latin and Cyrillic letters. Noto's of other scripts come by packages, an extra of Sholu each
(`sholu[files,fonts-zh]`), so that PDF and EPUB look the same on a machine that has none. The option `fonts`
names files of a review, and the extras whose letters its pages bring along, too. Those whose letters stand in
a text are taken, cut to these: by WeasyPrint for a PDF, by `cutting` for EPUB and pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sholu.languages.scripts import LETTERS, parts
from sholu.regexes import regex
from sholu.values import Value

FONTS = Path(__file__).parent.parent / "theme" / "assets" / "fonts"
# What ours have, and signs between words, which look alike in all fonts of a text only if they come from one.
_OURS = (
    r"\x00-\u036f\u0400-\u052f\u1c80-\u1c8f\u1e00-\u1eff\u2000-\u2bff\u2de0-\u2dff\ua640-\ua69f\ue000-\uf8ff"
)
_OTHERS = regex(f"[^{_OURS}]")


def other_letters(text: str) -> set[str]:
    """Return the letters and signs of a text that our fonts do not have, each once."""
    return set(_OTHERS.findall(text))


class ScriptFont(Value):
    """A font that a package may bring.

    `extra` is the name by which Sholu knows it, `package` that of the module and `file` of the file in it,
    `script` (ISO 15924) that of the languages whose first choice it is. One file may have all `weights`.
    """

    extra: str
    package: str
    file: str
    script: str
    weights: str = "400"
    style: str = "normal"

    @property
    def family(self) -> str:
        """What style sheets call it."""
        return f"Sholu {self.script}"

    @property
    def folder(self) -> Path | None:
        """Where it is installed, if it is."""
        found = find_spec(self.package)
        places = found.submodule_search_locations if found else None
        return Path(next(iter(places))) if places else None

    def is_of(self, text: str) -> bool:
        """Tell whether letters of it stand in a text."""
        return _letters(self.script).search(text) is not None

    def face(self) -> str:
        """Write the rule that brings it into a style sheet; "" where it is not installed."""
        return face(self, (self.folder / self.file).as_uri()) if self.folder else ""


class OwnFont(Value):
    """A font that a review brings: its file, and what stands in it of itself.

    `name` is that of its family, of which several files may hold `weights` and styles; `letters` are those
    that it has.
    """

    path: Path
    name: str
    letters: frozenset[str]
    weights: str = "400"
    style: str = "normal"

    # Of a script whose letters it has it comes before the fonts of packages.
    script = ""

    @property
    def family(self) -> str:
        """What style sheets call it: no font of a reader's device is meant."""
        return f"Sholu {self.name}"

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.path.parent

    @property
    def file(self) -> str:
        """How its file is called."""
        return self.path.name

    def is_of(self, text: str) -> bool:
        """Tell whether letters of it that ours lack stand in a text."""
        return not self.letters.isdisjoint(other_letters(text))

    def face(self) -> str:
        """Write the rule that brings it into a style sheet."""
        return face(self, self.path.as_uri())


Font = ScriptFont | OwnFont


class EmbeddedFont(Value):
    """A font that was cut to the letters of a book, as WOFF2."""

    font: Font
    content: bytes


def face(font: Font, address: str, *more: str) -> str:
    """Write the rule that brings a font into a style sheet from an address; `more` are other descriptors."""
    style = (f"font-style: {font.style}",) if font.style != "normal" else ()
    told = (f'font-family: "{font.family}"', f'src: url("{address}")', f"font-weight: {font.weights}")
    return f"@font-face {{ {'; '.join((*told, *style, *more))} }}"


# Where Han stands in a book of another language, the form of the People's Republic comes first.
SCRIPT_FONTS = (
    ScriptFont("fonts-ar", "pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf", "Arab", "400 700"),
    ScriptFont("fonts-he", "pylopdf_fonts_he", "NotoSerifHebrew-Variable.ttf", "Hebr", "100 900"),
    ScriptFont("fonts-hi", "pylopdf_fonts_hi", "NotoSerifDevanagari-Variable.ttf", "Deva", "100 900"),
    ScriptFont("fonts-zh", "pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf", "Hans"),
    ScriptFont("fonts-zh-tw", "pylopdf_fonts_zh_tw", "NotoSerifTC-Regular.otf", "Hant"),
    ScriptFont("fonts-ja", "pylopdf_fonts_jp", "NotoSerifJP-Regular.otf", "Jpan"),
    ScriptFont("fonts-ko", "pylopdf_fonts_ko", "NotoSerifKR-Regular.otf", "Kore"),
)


@cache
def _letters(script: str) -> re.Pattern[str]:
    return re.compile(f"[{''.join(LETTERS[part] for part in parts(script))}]")


def extra_of(script: str) -> str:
    """Return the extra that brings the letters of a script, "" if none does."""
    return next((one.extra for one in SCRIPT_FONTS if one.script == script), "")


def extras_for(letters: str, script: str) -> tuple[str, ...]:
    """Return the extras that bring some letters: that of a language's script if it does, none if none does.

    Args:
        letters: of one script, with signs among them.
        script: that of the language in which they stand: Han looks otherwise in Japanese.
    """
    found = [one for one in SCRIPT_FONTS if one.is_of(letters)]
    own = [one for one in found if one.script == script]
    return tuple(one.extra for one in own or found)


def fonts_for(text: str, script: str, own: Iterable[Font] = ()) -> tuple[Font, ...]:
    """Return the fonts of a review and of packages, as far as they are here, whose letters stand in a text.

    Args:
        text: all that is to be set.
        script: that of its language, whose font comes first: Han looks otherwise in Japanese.
        own: those that the review names.
    """
    known: Iterable[Font] = dict.fromkeys((*own, *SCRIPT_FONTS))
    wanted = (one for one in known if one.folder and one.is_of(text))
    return tuple(sorted(wanted, key=lambda one: one.script not in {script, ""}))


def families(fonts: Iterable[Font]) -> str:
    """List the names of fonts as a style sheet has them, each followed by a comma."""
    return "".join(f'"{family}", ' for family in dict.fromkeys(one.family for one in fonts))


def styles(fonts: tuple[Font, ...]) -> str:
    """Write the rules that bring fonts in behind our own."""
    faces = "\n".join(one.face() for one in fonts)
    return f'{faces}\n:root {{ --serif: "Source Serif 4", {families(fonts)}serif }}' if fonts else ""
