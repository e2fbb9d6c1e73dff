"""What sorts of works there are."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a work is; the value is the type of a BibTeX entry, the first of its synonyms.

    `is_legal` are acts of states, named by their titles, never by an author; `is_part` is what stands in
    another work: a journal, a book, a volume of proceedings.
    """

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "incollection"
    PAPER = "inproceedings"
    THESIS = "thesis"
    REPORT = "report"
    ONLINE = "online"
    INTERVIEW = "interview"
    LAW = "legislation"
    TREATY = "treaty"
    MISC = "misc"

    is_legal: bool
    is_part: bool

    # There is one of each; Enum's own goes by the name, in Python, a dozen times an entry of a list.
    __hash__ = object.__hash__

    def __init__(self, name: str) -> None:
        self.is_legal = name in {"legislation", "treaty"}
        self.is_part = name in {"article", "incollection", "inproceedings"}
