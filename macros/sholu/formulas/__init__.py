"""Formulas in TeX: where they stand in a text, and what a reader sees of them. Knows no page, no review."""
