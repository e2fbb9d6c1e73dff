"""Regular expressions that are compiled when somebody first looks by them.

The rooms have some six hundred, of which the build of a small review asks a quarter; to compile the others
took a thirtieth of it. Once compiled, a search by one costs what it would by Python's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Compiled:
    """A pattern's text, and the methods of the compiled one as its own: no call of Python stands between."""

    __slots__ = ("flags", "pattern", *_METHODS)

    if TYPE_CHECKING:
        pattern: str
        flags: int


class _Awaited(_Compiled):
    """A pattern by which nobody has looked yet."""

    __slots__ = ()

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        # From now on Python finds them without asking here.
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first searched, matched, split or replaced by.

    What is wrong with it is told only then; a test compiles all. `re` of what it finds is Python's own.

    Args:
        pattern: as of `re.compile`.
        flags: as of `re.compile`.
    """
    return cast("re.Pattern[str]", _Awaited(pattern, flags))
