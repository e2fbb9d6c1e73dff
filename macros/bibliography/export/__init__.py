"""The library in the formats of reference managers: one file of all works, or of one.

Each writer takes works in the order in which they shall stand and returns the text of the file, UTF-8. BibTeX
keeps every field, since our own reader is to find them again; RIS and CSL-JSON keep what they have a place
for, in the language of the work. Knows neither pages nor citation styles.
"""

from macros.bibliography.export.bibtex import bibtex
from macros.bibliography.export.csl import csl_json
from macros.bibliography.export.ris import ris

__all__ = ["bibtex", "csl_json", "ris"]
