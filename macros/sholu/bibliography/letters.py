"""Letters that look alike and are of two scripts: a Latin c in «сoвет», a Cyrillic о in “Mоscow”."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LATIN_TWINS = "ABCEHIKMOPTXYaceiopxyəÖöÜü"
_CYRILLIC_TWINS = "АВСЕНІКМОРТХУасеіорхуә"
_BESIDE = re.compile(r"[A-Za-zə][\u0400-\u052f]|[\u0400-\u052f][A-Za-zə]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏə]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def mixed_words(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the words in which letters of one script stand among those of another that they look like.

    Yields:
        The word, the letters that do not belong there, “c, o”, and their script: "latin" or "cyrillic".
    """
    if not _BESIDE.search(text):
        return
    for word in _WORD.findall(text):
        if not _BESIDE.search(word):
            continue
        latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
        if len(latin) <= len(cyrillic) and set(latin) <= set(_LATIN_TWINS):
            yield word, ", ".join(dict.fromkeys(latin)), "latin"
        elif set(cyrillic) <= set(_CYRILLIC_TWINS):
            yield word, ", ".join(dict.fromkeys(cyrillic)), "cyrillic"
