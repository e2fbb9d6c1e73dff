"""What a format of reference managers has to say of itself; its module brings it as `FORMAT`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sholu.bibliography.references import Reference
from sholu.values import Value


class Format(Value):
    """A format: its name, the ending of its files, their media type, and how they are written.

    `entry` writes what stands for one work, `file` makes a file of such entries; a work that stands in two
    files is written once. Readers are offered formats by `rank`, the lowest first.

    `found` finds the entry of a work in such a file: a regular expression as Python and JavaScript both read
    it, in which `^` is the beginning of any line and `{key}` stands for the key.
    """

    name: str
    ending: str
    media_type: str
    rank: int
    entry: Callable[[Reference], str]
    file: Callable[[Iterable[str]], str]
    found: str

    @property
    def around(self) -> tuple[str, str]:
        """What a file has before and after its entries."""
        before, _, after = self.file(("\0",)).partition("\0")
        return before, after

    def __call__(self, references: Iterable[Reference]) -> str:
        """Write works as the text of a file."""
        return self.file(map(self.entry, references))
