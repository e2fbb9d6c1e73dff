"""references.bib → a library: `bibtex` reads, `entries` understands, `checks` doubts; types: `references`."""
