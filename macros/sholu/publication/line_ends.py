"""Where the lines of a sheet may end: its elements put so that WeasyPrint breaks lines as printers do."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from sholu.publication.trees import append_text, classes, element
from sholu.regexes import regex

_SCHEME = regex(r"https?://")
# What no line may end within, though WeasyPrint would: a month or another word that a no-break space joins to
# its number ("15 Octo-ber"), and the sign before what a work is part of.
_WHOLE = regex(r"\d+[\u00a0\u202f][^\W\d_]{7,}|(?<=\s)//(?=\s)")
_INLINE = frozenset(
    {"a", "abbr", "bdi", "cite", "code", "dfn", "em", "i", "q", "small", "span", "strong", "sub", "sup"}
)


def open_entries(parent: Element) -> None:
    """Put the words of an entry into its item themselves.

    Where all of a line is in one inline element, WeasyPrint 70 takes whatever stands first in an element
    within it for the beginning of the line, and divides it between any two letters: «U» and «RL».
    """
    for place, child in reversed(list(enumerate(parent))):
        if "reference__text" not in classes(child):
            continue
        inner = list(child)
        tail = child.tail or ""
        if inner:
            inner[-1].tail = (inner[-1].tail or "") + tail
            tail = ""
        text = (child.text or "") + tail
        if place:
            parent[place - 1].tail = (parent[place - 1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        parent[place : place + 1] = inner


def part_last_spaces(parent: Element) -> None:
    """Put the space before an inline element into an element of its own, where a line may end before it.

    WeasyPrint 70 fills a line with a text whose last space alone has no room, finds then that no line may end
    between the space and the element, and breaks after the first word of the text: the word stands alone.
    """
    for place, child in reversed(list(enumerate(parent))):
        before = parent[place - 1] if place else None
        text = (parent.text if before is None else before.tail) or ""
        # An address that has no room beside «URL:» begins the next line, and its first word is never broken.
        scheme = _SCHEME.match(child.text or "") if text.endswith(("\u00a0", " ")) else None
        is_address = scheme is not None and child.tag == "a"
        if scheme and is_address:
            first = element("span", scheme[0], class_="scheme")
            child.text, first.tail = "", (child.text or "")[scheme.end() :]
            child.insert(0, first)
        is_inline = child.tag in _INLINE and text.endswith(" ") and " " in text.strip()
        if not is_address and not is_inline:
            continue
        if before is None:
            parent.text = text[:-1]
        else:
            before.tail = text[:-1]
        parent.insert(place, element("span", " "))


def keep_whole(content: Element) -> None:
    """Put what is not to be parted into elements of its own, for which the style sheet forbids it."""
    for parent in [one for one in content.iter() if not one.tag.startswith("{")]:
        if not any(_WHOLE.search(text) for text in (parent.text or "", *(one.tail or "" for one in parent))):
            continue
        children, text = list(parent), parent.text or ""
        parent[:], parent.text = [], ""
        _put(parent, text)
        for child in children:
            text, child.tail = child.tail or "", ""
            parent.append(child)
            _put(parent, text)


def _put(parent: Element, text: str) -> None:
    end = 0
    for found in _WHOLE.finditer(text):
        append_text(parent, text[end : found.start()])
        parent.append(element("span", found[0], class_="whole"))
        end = found.end()
    append_text(parent, text[end:])
