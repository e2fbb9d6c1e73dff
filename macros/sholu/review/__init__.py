"""One review: its texts and data read together, with all that is wrong in them. Knows no MkDocs."""

from sholu.review.front import Page, Review, UnreadableReviewError

__all__ = ["Page", "Review", "UnreadableReviewError"]
