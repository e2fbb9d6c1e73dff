"""Fonts cut to the letters that are shown. The door to HarfBuzz, which cuts, and to fontTools for files.

HarfBuzz cuts a font with 20,000 signs in 0.1 s; fontTools alone takes ten. fontTools packs what is left as
WOFF2, and says what a file is. Both come with each extra for fonts (`sholu[fonts]`), and are loaded when
a font is cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from sholu.publication.fonts import Font, OwnFont, other_letters

# Signs that say how letters join (ZWNJ, ZWJ), a space, and the circle under a mark that stands alone.
_ALWAYS = " \u200c\u200d\u25cc"
# A page shows some hundreds of the thousands of signs of a Chinese text: more files, less to fetch.
# Letters that join stand in one file, since no script has as many of them.
_MOST, _SLICE = 500, 250
_ITALIC, _VARIABLE_WEIGHT = 1, "wght"


class UnfitFontError(Exception):
    """A file is no font, or one that cannot be cut."""


def read_font(path: Path) -> OwnFont:
    """Ask the file of a font what it is.

    Raises:
        ModuleNotFoundError: what reads it is not installed.
        UnfitFontError: it is none that is known.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    try:
        with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
            name = font["name"].getBestFamilyName() or path.stem
            weight, is_italic = font["OS/2"].usWeightClass, font["OS/2"].fsSelection & _ITALIC
            axes = (
                [axis for axis in font["fvar"].axes if axis.axisTag == _VARIABLE_WEIGHT]
                if "fvar" in font
                else []
            )
            weights = f"{axes[0].minValue:g} {axes[0].maxValue:g}" if axes else str(weight)
            letters = frozenset(map(chr, font.getBestCmap() or ()))
    except Exception as error:  # whatever broken data raises in the readers of its tables
        raise UnfitFontError(str(error)) from error
    # A name of a family stands in style sheets between quotation marks.
    plain = "".join(sign for sign in name if sign.isalnum() or sign in " -").strip()
    return OwnFont(path, plain or "own", letters, weights, "italic" if is_italic else "normal")


@lru_cache
def _unpacked(path: Path) -> bytes:
    """Return a font as HarfBuzz reads it: what is packed for the web is unpacked."""
    if path.suffix.lower() not in {".woff", ".woff2"}:
        return path.read_bytes()
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(BytesIO(path.read_bytes())) as font:
        font.flavor = None
        target = BytesIO()
        font.save(target, reorderTables=False)
    return target.getvalue()


def letters_in(font: Font, text: str) -> set[str]:
    """Return which letters of a text a font is to bring: those that ours lack and it has."""
    import uharfbuzz  # noqa: PLC0415

    wanted = other_letters(text)
    if isinstance(font, OwnFont):
        return wanted & font.letters
    known = uharfbuzz.Face(_unpacked(_path(font))).unicodes
    return {letter for letter in wanted if ord(letter) in known}


def cut(font: Font, letters: Iterable[str]) -> bytes:
    """Return a font with nothing but some letters, as WOFF2; the same letters give the same bytes."""
    import uharfbuzz  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    asked = uharfbuzz.SubsetInput()
    asked.sets(uharfbuzz.SubsetInputSets.UNICODE).set({*map(ord, letters), *map(ord, _ALWAYS)})
    asked.flags = uharfbuzz.SubsetFlags.NO_HINTING
    left = uharfbuzz.subset(uharfbuzz.Face(_unpacked(_path(font))), asked)
    target = BytesIO()
    with TTFont(BytesIO(left.blob.data), recalcTimestamp=False) as packed:
        packed.flavor = "woff2"
        packed.save(target, reorderTables=None)
    return target.getvalue()


def _path(font: Font) -> Path:
    return Path(font.folder or "", font.file)


def slices(pages: Sequence[set[str]]) -> tuple[str, ...]:
    """Share out the letters of pages to the files of one font, so that each page needs few of them.

    What stands on a third of the pages comes first; then what each page has that those before it have not.

    Args:
        pages: the letters of each page.
    """
    counted: dict[str, int] = {}
    for letters in pages:
        for letter in sorted(letters):
            counted[letter] = counted.get(letter, 0) + 1
    if len(counted) <= _MOST:
        return ("".join(sorted(counted)),) if counted else ()
    common = sorted(letter for letter, count in counted.items() if 3 * count >= len(pages))
    ordered = [*common, *(letter for letter in counted if letter not in set(common))]
    return tuple("".join(sorted(ordered[at : at + _SLICE])) for at in range(0, len(ordered), _SLICE))


def unicode_range(letters: str) -> str:
    """Write which letters a face has, as a style sheet tells it: "U+531-533, U+561"."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, letters)):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)
