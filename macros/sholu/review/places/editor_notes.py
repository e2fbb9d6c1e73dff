"""`{{ editor_notes() }}`: all notes of the editors, page by page."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.citations.text import Text
from sholu.review.notes import NotedPage, notes_in_plain_text, notes_list
from sholu.review.places.record import Asked, PlaceRecord


def _noted(asked: Asked) -> Mapping[str, NotedPage]:
    cite, links = asked.review.listings.of(asked.code).citations.words, asked.links
    return {
        name: NotedPage(name.removeprefix(f"{asked.code}/").removesuffix(".md"), links[name], read, cite)
        for name, read in asked.pages.items()
    }


def _text(asked: Asked) -> Text:
    return notes_list(_noted(asked))


def _plain(asked: Asked) -> str:
    return notes_in_plain_text(_noted(asked))


PLACE = PlaceRecord(_text, _plain, is_searched=False)
