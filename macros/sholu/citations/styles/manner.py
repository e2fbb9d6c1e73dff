"""How works are pointed to in the text, whatever the style: by author and date, or by number."""

from __future__ import annotations

from sholu.values import Value

AUTHOR_DATE, NUMERIC = "author-date", "numeric"
SYSTEMS = (AUTHOR_DATE, NUMERIC)
# In which order numbers are given, and how far they go.
CITING, ALPHABET = "citing", "alphabet"
ORDERS = (CITING, ALPHABET)
PAGE, REVIEW = "page", "review"
EXTENTS = (PAGE, REVIEW)


class Manner(Value):
    """The system of citations: "author-date", or "numeric" with the `order` and extent of its numbers.

    `numbering` is "page" where each page begins at 1, "review" where a work has one number on all pages.
    `first` are then the keys of all works that the pages cite, in the order of citing.
    """

    system: str = AUTHOR_DATE
    order: str = CITING
    numbering: str = PAGE
    first: tuple[str, ...] = ()

    @property
    def needs_all_pages(self) -> bool:
        """Whether no page can be written before the citations of all are known."""
        return (self.system, self.order, self.numbering) == (NUMERIC, CITING, REVIEW)

    @property
    def has_own_lists(self) -> bool:
        """Whether the numbers of a page mean something in its own list alone."""
        return (self.system, self.numbering) == (NUMERIC, PAGE)
