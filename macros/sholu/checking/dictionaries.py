"""The door to hunspell: which words of Russian and of English there are. An extra, `sholu[spelling]`.

chunspell is hunspell itself, compiled for each system, and reads a dictionary in a quarter of a second, which
takes spylls, the same in Python, three. The dictionaries are those that spylls brings: Lebedev's of Russian,
with ё, and that of American English. Of Kazakh none is good enough: the best found does not know 25 of 100
forms of words of a review (decisions/0012), so that nobody would read what it says.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FILES = {"ru": ("ru", "ru"), "en": ("en", "en_US")}


class Dictionary:
    """The words of a language.

    Args:
        hunspell: what knows them.
    """

    def __init__(self, hunspell: Any) -> None:  # noqa: ANN401 -- it ships no types
        self._hunspell = hunspell

    def knows(self, word: str) -> bool:
        """Tell whether a word is there; one with letters that the dictionary has not is not."""
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return False

    def near(self, word: str) -> tuple[str, ...]:
        """Return the words that may have been meant, the likeliest first; takes a tenth of a second."""
        try:
            return tuple(self._hunspell.suggest(word))
        except UnicodeEncodeError:
            return ()


def is_installed() -> bool:
    """Tell whether spelling can be looked at."""
    return find_spec("hunspell") is not None and find_spec("spylls") is not None


@cache
def dictionary(code: str) -> Dictionary | None:
    """Return the words of a language, None if nobody has them."""
    spec = find_spec("spylls") if code in _FILES and is_installed() else None
    if spec is None or not spec.submodule_search_locations:
        return None
    from hunspell import Hunspell  # noqa: PLC0415 -- an extra

    folder, name = _FILES[code]
    place = Path(next(iter(spec.submodule_search_locations)), "hunspell", "data", folder)
    return Dictionary(Hunspell(name, hunspell_data_dir=str(place)))
