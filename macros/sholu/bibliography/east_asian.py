"""What lists in Chinese, Japanese and Korean put beside a name, a number or a title, and no other list does.

«高文德主编» is an editor, 第52-53页 are pages, 第72巻第2号 a volume and a number; [J] behind a title says by
GB/T 7714 that it is an article.
"""

from __future__ import annotations

from collections.abc import Mapping

from sholu.bibliography.typed_words import of_words
from sholu.languages.scripts import LETTERS
from sholu.regexes import regex

_HAN = LETTERS["Hani"]
_NAMES = ("author", "editor", "translator")
# Of two signs and a third that may be the end of a name only a space says that it is none.
_WRITTEN_BY = of_words(rf"(?<=[{_HAN}])(?:\s+|(?<=[{_HAN}]{{3}}))<<role_author>>$")
_EDITED_BY = of_words(rf"(?<=[{_HAN}]{{2}})\s*<<role_editor>>$")
_TRANSLATED_BY = of_words(rf"(?<=[{_HAN}]{{2}})\s*<<role_translator>>$")
_COUNTED = of_words(
    r"(?:<<number_begins>>)\s?(?P<number>\d+(?:\s?[-–—~～]+\s?\d+)?)\s?(?:<<volume>>|<<number>>|<<pages>>|<<copy>>)?"
)
_VOLUME_AND_NUMBER = of_words(
    r"(?:<<number_begins>>)?\s?(?P<volume>\d+)\s?<<volume>>\s?(?:<<number_begins>>)?\s?(?P<number>\d+)\s?<<number>>"
)
# The signs of GB/T 7714—2015 for sorts of works, and for what carries them.
_SORT = regex(r"\s?[\[［](?:[JMDNCRSPAGZK]|EB|DB|CP|CM|DS)(?:/(?:OL|CD|MT|DK))?[\]］]\.?$")


def without_signs_of_roles(fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of an entry with its persons' names alone; who edited it is its editor.

    Args:
        fields: those of an entry, by name.
    """
    found: dict[str, str] = {}
    for field in _NAMES:
        value = fields.get(field, "")
        if value.isascii() or "{" in value:
            continue
        own = _EDITED_BY.sub("", value) if field != "translator" else _TRANSLATED_BY.sub("", value)
        if field == "author" and own != value and "editor" not in fields:
            found["editor"] = own
            fields = {name: words for name, words in fields.items() if name != "author"}
            continue
        own = _WRITTEN_BY.sub("", own) if field == "author" else own
        if own != value:
            found[field] = own
    return {**fields, **found} if found else fields


def counted(value: str) -> str:
    """Return a number without the signs around it: 第52-53页 is 52-53; "" if it has none."""
    found = _COUNTED.fullmatch(value) or _VOLUME_AND_NUMBER.fullmatch(value)
    if found is None:
        return ""
    return found["volume"] if "volume" in found.groupdict() else found["number"]


def number_beside(volume: str) -> str:
    """Return the number that stands in one field with the volume, 第72巻第2号, or ""."""
    found = None if volume.isascii() else _VOLUME_AND_NUMBER.fullmatch(volume)
    return found["number"] if found else ""


def without_sort(title: str) -> str:
    """Return a title without the sign that says what it is: “…研究[J]”."""
    found = _SORT.search(title) if title.endswith(("]", "］", "].")) else None
    is_sign = found is not None and (not title.isascii() or title[found.start()] != " ")
    return title[: found.start()] if found and is_sign else title
