"""The fonts that a review names, extras of Sholu and files of its own: `[fonts-zh, fonts/Armenian.ttf]`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.publication import cutting
from sholu.publication.fonts import SCRIPT_FONTS, Font

_NEEDED = ("uharfbuzz", "fontTools", "brotli")


def named_fonts(
    folder: Traversable, names: Iterable[str], place: Place
) -> tuple[tuple[Font, ...], tuple[Problem, ...]]:
    """Return the fonts that a review names, in its order, and what is wrong with them.

    Args:
        folder: that of mkdocs.yml; texts that lie on no disk have none.
        names: extras ("fonts-zh"), and paths of files.
        place: where mkdocs.yml names them.
    """
    if not isinstance(folder, Path) or not names:
        return (), ()
    missing = next((module for module in _NEEDED if find_spec(module) is None), "")
    if missing:
        return (), (problem("F095", place, name=missing, extra="fonts"),)
    fonts: list[Font] = []
    problems: list[Problem] = []
    extras = {one.extra: one for one in SCRIPT_FONTS}
    for name in dict.fromkeys(names):
        path = folder / name
        if name in extras:
            if extras[name].folder:
                fonts.append(extras[name])
            else:
                problems.append(problem("F095", place, name=extras[name].package, extra=name))
        elif not path.is_file():
            known = ", ".join(sorted(extras))
            problems.append(
                problem("S094", place, name=name, near=nearest(name, sorted(extras)), known=known)
            )
        else:
            try:
                fonts.append(cutting.read_font(path))
            except cutting.UnfitFontError:
                problems.append(problem("F094", Place(name)))
    return tuple(fonts), tuple(problems)
