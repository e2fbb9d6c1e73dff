"""`{{ names() }}`: the index of names."""

from __future__ import annotations

from sholu.citations.text import Text
from sholu.review.name_index import NamingPage, Places, in_plain_text, listing, name_index
from sholu.review.places.record import Asked, PlaceRecord


def _index(asked: Asked) -> tuple[Places, dict[str, NamingPage]]:
    links = asked.links
    pages = {name: NamingPage(links[name], read) for name, read in asked.pages.items()}
    return name_index(pages, asked.review.library, asked.own), pages


def _text(asked: Asked) -> Text:
    return listing(*_index(asked), asked.own)


def _plain(asked: Asked) -> str:
    return in_plain_text(*_index(asked))


PLACE = PlaceRecord(_text, _plain, is_searched=False)
