"""The fonts of the site, in which files and pictures of shared links are set too, and those of other scripts.

Ours have Latin and Cyrillic letters. Noto's of other scripts come by packages, an extra of Sholu each
(`sholu[files,fonts-zh]`), so that a PDF looks the same on a machine that has none. Those whose letters stand
in a book are taken, and WeasyPrint cuts them to these.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sholu.languages.scripts import LETTERS, parts
from sholu.values import Value

FONTS = Path(__file__).parent.parent / "theme" / "assets" / "fonts"


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
        if self.folder is None:
            return ""
        source = f'src: url("{(self.folder / self.file).as_uri()}")'
        return f'@font-face {{ font-family: "{self.family}"; {source}; font-weight: {self.weights} }}'


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


def fonts_for(text: str, script: str) -> tuple[ScriptFont, ...]:
    """Return the fonts of packages, as far as they are here, whose letters stand in a text.

    Args:
        text: all that is to be set.
        script: that of its language, whose font comes first: Han looks otherwise in Japanese.
    """
    wanted = (one for one in SCRIPT_FONTS if one.is_of(text) and one.folder)
    return tuple(sorted(wanted, key=lambda one: one.script != script))


def styles(fonts: tuple[ScriptFont, ...]) -> str:
    """Write the rules that bring fonts in behind our own."""
    families = "".join(f'"{one.family}", ' for one in fonts)
    faces = "\n".join(one.face() for one in fonts)
    return f'{faces}\n:root {{ --serif: "Source Serif 4", {families}serif }}' if fonts else ""
