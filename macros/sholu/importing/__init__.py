"""What comes into a review from elsewhere, and what changes its name in it.

- `draft` is a work that is not in references.bib yet, and the entry that it becomes; `keys` gives it a key,
  `placing` its place, `languages` guesses what it is written in.
- `formats` tells apart what other programs write and reads it: `ris`, `csl`, `endnote`, `pubmed`, `bibtex`.
- `renaming` gives a work another key and a page another name, everywhere; the door to the files is `command`.

Knows no MkDocs.
"""
