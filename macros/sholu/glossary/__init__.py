"""Abbreviations and terms of a review: recognised where they stand, explained to readers, held in step."""
