"""references.bib → a library of references: `bibtex` reads, `fields` understands, `references` are the types."""
