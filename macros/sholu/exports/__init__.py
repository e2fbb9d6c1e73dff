"""The library in the formats of reference managers: one file of all works, or of one.

Each writer takes works in the order in which they shall stand and returns the text of the file, UTF-8. BibTeX
keeps every field, since our own reader is to find them again; RIS and CSL-JSON keep what they have a place
for, in the language of the work. Knows neither pages nor citation styles.
A module of this folder that has a `FORMAT` is a format, and nothing else names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from sholu.exports import bibtex as _bibtex
from sholu.exports import csl as _csl
from sholu.exports import ris as _ris
from sholu.exports.capitals import with_kept_capitals
from sholu.exports.record import Format

__all__ = ["FORMATS", "Format", "bibtex", "csl_json", "ris", "with_kept_capitals"]


def _formats() -> Iterator[Format]:
    for module in iter_modules(__path__):
        found = getattr(import_module(f"{__name__}.{module.name}"), "FORMAT", None)
        if isinstance(found, Format):
            yield found


FORMATS = tuple(sorted(_formats(), key=lambda one: one.rank))
bibtex, ris, csl_json = _bibtex.FORMAT, _ris.FORMAT, _csl.FORMAT
