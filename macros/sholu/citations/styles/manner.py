"""How works are pointed to in the text, whatever the style: by author and date, or by number."""

from __future__ import annotations

from sholu.values import Value

AUTHOR_DATE, NUMERIC, IN_NOTES = "author-date", "numeric", "note"
SYSTEMS = (AUTHOR_DATE, NUMERIC, IN_NOTES)
# In which order numbers are given, and how far they go.
CITING, ALPHABET = "citing", "alphabet"
ORDERS = (CITING, ALPHABET)
PAGE, REVIEW = "page", "review"
EXTENTS = (PAGE, REVIEW)


# How many authors head an entry by GOST (4.10.1, 4.10.2), and in which letters they stand there.
ALL, THREE = "all", "three"
HEADINGS = (ALL, THREE)
OF_WORK, OF_PAGE = "work", "page"
NAMES = (OF_WORK, OF_PAGE)


class Manner(Value):
    """The system of citations: "author-date", "note" (in footnotes), or "numeric", by numbers in an `order`.

    `authors` tells a style that leaves the choice whether four and more head an entry ("all") or stand after
    its title ("three"); `names` whether names stand in the letters of the work or of the page.

    `beside_titles` tells that another language of the review calls the works of bodies by their titles: one
    has one letter in all languages.

    `numbering` is "page" where each page begins at 1, "review" where a work has one number on all pages.
    `first` are then the keys of all works that the pages cite, in the order of citing.
    """

    system: str = AUTHOR_DATE
    order: str = CITING
    numbering: str = PAGE
    first: tuple[str, ...] = ()
    authors: str = ALL
    names: str = OF_WORK
    beside_titles: bool = False

    @property
    def is_labelled(self) -> bool:
        """Whether the text cites by labels, for which entries have letters and abbreviations."""
        return self.system == AUTHOR_DATE

    @property
    def needs_all_pages(self) -> bool:
        """Whether no page can be written before the citations of all are known."""
        return (self.system, self.order, self.numbering) == (NUMERIC, CITING, REVIEW)

    @property
    def has_own_lists(self) -> bool:
        """Whether the numbers of a page mean something in its own list alone."""
        return (self.system, self.numbering) == (NUMERIC, PAGE)


# What is chosen where nobody has.
MANNER = Manner()
