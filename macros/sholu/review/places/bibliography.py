"""`{{ bibliography() }}`: the catalogue of all works."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.citations.page import entry_id
from sholu.citations.text import Text
from sholu.publication.twins import listed
from sholu.review.exhibition import Exhibition
from sholu.review.places.record import Asked, PlaceRecord


def _text(asked: Asked) -> Text:
    root = f"{asked.relative('').rstrip('/')}/"
    return asked.review.works.catalogue(asked.code, asked.name, asked.links, root)


def _plain(asked: Asked) -> str:
    listing = asked.review.listings.of(asked.code)
    style = listing.citations.style
    works = [work.key for work in style.in_order(asked.review.library) if style.has_entry(work)]
    return listed(map(listing.words, works))


def _ids(pictures: Exhibition) -> Iterable[str]:
    return (entry_id(reference.key) for reference in pictures.review.library)


PLACE = PlaceRecord(_text, _plain, _ids, is_searched=False)
