"""`{{ bibliography() }}`: the catalogue of all works."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.catalogue.parts import Part, Parting, keys_of
from sholu.citations.page import entry_id
from sholu.citations.text import Text
from sholu.publication.twins import listed
from sholu.review.exhibition import Exhibition
from sholu.review.places.record import Asked, PlaceRecord


def _text(asked: Asked) -> Text:
    root = f"{asked.relative('').rstrip('/')}/"
    return asked.review.works.catalogue(asked.code, asked.name, asked.links, root)


def _parts(asked: Asked, text: Text) -> tuple[Part, ...]:
    citations = asked.review.listings.of(asked.code).citations
    return Parting(citations.language, asked.url, keys_of(citations)).parts(text)


def _plain(asked: Asked) -> str:
    listing = asked.review.listings.of(asked.code)
    return listed(map(listing.words, keys_of(listing.citations)))


def _ids(pictures: Exhibition) -> Iterable[str]:
    return (entry_id(reference.key) for reference in pictures.review.library)


PLACE = PlaceRecord(_text, _plain, _ids, parts=_parts, is_searched=False)
