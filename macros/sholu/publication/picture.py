"""The door to Pillow: the picture that stands for the review where somebody shares a link to it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from sholu.publication.fonts import FONTS
from sholu.publication.open_graph import SIZE

PAPER, INK, GREY, ACCENT = "#fdfcf9", "#1f2124", "#565a60", "#175a7d"
MARGIN = 90
TITLE_SIZES = (76, 68, 60, 52, 46, 40)
LINE = 1.22
SMALL = 34
# More shades than the edges of letters need make the file larger, not the picture better.
SHADES = 32


def picture(title: str, below: Sequence[str]) -> bytes:
    """Draw the title of a review and some lines below it as a PNG, in the face of the site.

    Letters are set by Pillow's own layout, which is the same on every machine.
    """
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    width, height = SIZE
    draw.rectangle((0, 0, 14, height), fill=ACCENT)
    room = height - 2 * MARGIN - 2 * SMALL * len(below)
    lines, font, size = _fitted(title, width - 2 * MARGIN, room)
    top = float(MARGIN)
    for line in lines:
        draw.text((MARGIN, top), line, font=font, fill=INK)
        top += size * LINE
    small = _font("Regular", SMALL)
    bottom = height - MARGIN - SMALL * 1.5 * len(below)
    draw.line((MARGIN, bottom - 24, MARGIN + 120, bottom - 24), fill=ACCENT, width=4)
    for number, line in enumerate(below):
        shown = _wrapped(line, small, width - 2 * MARGIN)[0]
        draw.text((MARGIN, bottom + number * SMALL * 1.5), shown, font=small, fill=GREY)
    written = BytesIO()
    image.quantize(SHADES).save(written, "PNG", optimize=True)
    return written.getvalue()


def _fitted(title: str, width: int, room: float) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
    """Choose the largest size at which a title fits; one that fits in none is cut."""
    for size in TITLE_SIZES:
        font = _font("Bold", size)
        lines = _wrapped(title, font, width)
        if len(lines) * size * LINE <= room:
            return _balanced(title, font, width), font, size
    most = int(room // (size * LINE))
    return [*lines[: most - 1], f"{lines[most - 1]} …"], font, size


def _balanced(title: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a title into as few lines as it needs, of about one length."""
    lines = _wrapped(title, font, width)
    for narrower in range(width, width // 3, -20):
        tried = _wrapped(title, font, narrower)
        if len(tried) > len(lines) or any(font.getlength(line) > narrower for line in tried):
            break
        lines = tried
    return lines


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    path = FONTS / f"source-serif-4-{face}.woff2"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
