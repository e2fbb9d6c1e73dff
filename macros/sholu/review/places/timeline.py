"""`{{ timeline() }}`: the events of the review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sholu.citations.text import Text
from sholu.pictures.gallery import Gallery
from sholu.pictures.tables import Files
from sholu.pictures.timeline import Timeline, event_anchor
from sholu.publication.lists import events_list
from sholu.review.exhibition import Exhibition
from sholu.review.places.record import Asked, picture
from sholu.values import replace


def _drawn(gallery: Gallery) -> Timeline:
    sources = {key for event in gallery.events.events for key in event.sources}
    labels = {key: gallery.label(gallery.citations.library[key]) for key in sources}
    return Timeline(gallery.events, gallery.citations.language, labels)


def _element(gallery: Gallery, files: Files) -> Text:
    pages = {page.name: page for page in gallery.pages}
    return _drawn(gallery).element(gallery.marks, pages, files)


def _plain(asked: Asked) -> str:
    cite = asked.review.listings.of(asked.code).citations.words
    return events_list(asked.pictures.happened(asked.code), cite)


def _ids(pictures: Exhibition) -> Iterable[str]:
    return (event_anchor(event) for event in pictures.events.events)


def _sources(pictures: Exhibition) -> tuple[str, ...]:
    return pictures.events.citations


def _missing(pictures: Exhibition) -> tuple[str, str] | None:
    return ("E008", pictures.no_events_in) if pictures.no_events_in else None


def _files(gallery: Gallery) -> Mapping[str, str]:
    drawn = _drawn(gallery)
    return {"svg": drawn.svg(), "csv": drawn.csv()}


PLACE = replace(
    picture("timeline_title", ("svg", "csv"), _element, _files),
    plain=_plain,
    ids=_ids,
    sources=_sources,
    missing=_missing,
)
