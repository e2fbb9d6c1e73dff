"""Groups in braces in a text, as TeX has them."""

from __future__ import annotations


def group_at(text: str, start: int) -> str | None:
    """Return what stands between the brace at a place and the one that closes it; None if there is none."""
    if not text.startswith("{", start):
        return None
    depth = 0
    for position in range(start, len(text)):
        sign = text[position]
        if sign in "{}" and text[position - 1 : position] != "\\":
            depth += 1 if sign == "{" else -1
            if depth == 0:
                return text[start + 1 : position]
    return None


def is_in_braces(text: str) -> bool:
    """Tell whether one pair of braces holds the whole text: "{UN}", but not "{A} {B}"."""
    depth = 0
    for position, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return text.startswith("{") and position == len(text) - 1
    return False
