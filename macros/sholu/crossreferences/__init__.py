"""Figures, tables, equations, sections and appendices: their numbers, their captions, references to them."""
