"""`{{ literature_map() }}`: whose works are on what, and when they were written."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.citations.text import Text
from sholu.pictures.gallery import Gallery
from sholu.pictures.literature_map import LiteratureMap
from sholu.pictures.tables import Files
from sholu.review.places.record import picture


def _drawn(gallery: Gallery) -> LiteratureMap:
    return LiteratureMap(gallery.literature, gallery.bibliography)


def _element(gallery: Gallery, files: Files) -> Text:
    return _drawn(gallery).element(files)


def _files(gallery: Gallery) -> Mapping[str, str]:
    drawn = _drawn(gallery)
    return {"svg": drawn.svg(), "years.svg": drawn.years_svg(), "csv": drawn.csv()}


PLACE = picture("map_title", ("svg", "years.svg", "csv"), _element, _files)
