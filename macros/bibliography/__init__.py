"""references.bib → a library: `bibtex` reads, `entries` understands, `references` are the types."""
