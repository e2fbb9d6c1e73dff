"""`{{ glossary() }}`: the list of all terms, each with the pages that use it."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.citations.text import Text
from sholu.publication.lists import terms_list
from sholu.review.exhibition import Exhibition
from sholu.review.places.record import Asked, PlaceRecord


def _text(asked: Asked) -> Text:
    return asked.review.glossary_list(asked.code, asked.name, asked.links)


def _plain(asked: Asked) -> str:
    return terms_list(asked.review.glossary.terms, asked.own)


def _ids(pictures: Exhibition) -> Iterable[str]:
    return pictures.review.term_ids()


def _missing(pictures: Exhibition) -> tuple[str, str] | None:
    file = pictures.review.no_terms_in
    return ("G006", file) if file else None


PLACE = PlaceRecord(_text, _plain, _ids, missing=_missing, is_searched=False)
