"""The library in the formats of reference managers: one file of all works, or of one.

Each writer takes works in the order in which they shall stand and returns the text of the file, UTF-8. BibTeX
keeps every field, since our own reader is to find them again; RIS and CSL-JSON keep what they have a place
for, in the language of the work. Knows neither pages nor citation styles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sholu.bibliography.references import Reference
from sholu.exports import bibtex as _bibtex
from sholu.exports import csl as _csl
from sholu.exports import ris as _ris
from sholu.values import Value


class Format(Value):
    """A format: its name, the ending of its files, and how they are written.

    `entry` writes what stands for one work, `file` makes a file of such entries; a work that stands in two
    files is written once.
    """

    name: str
    ending: str
    entry: Callable[[Reference], str]
    file: Callable[[Iterable[str]], str]

    def __call__(self, references: Iterable[Reference]) -> str:
        """Write works as the text of a file."""
        return self.file(map(self.entry, references))


bibtex = Format("BibTeX", "bib", _bibtex.entry, _bibtex.file)
ris = Format("RIS", "ris", _ris.entry, _ris.file)
csl_json = Format("CSL-JSON", "json", _csl.entry, _csl.file)
FORMATS = (bibtex, ris, csl_json)

__all__ = ["FORMATS", "Format", "bibtex", "csl_json", "ris"]
