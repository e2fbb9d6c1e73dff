"""`{{ citation_graph() }}`: which section cites which works."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.citations.text import Text
from sholu.pictures.citation_graph import CitationGraph
from sholu.pictures.gallery import Gallery
from sholu.pictures.tables import Files
from sholu.review.places.record import picture


def _drawn(gallery: Gallery) -> CitationGraph:
    works = {work.reference.key: work for work in gallery.works}
    return CitationGraph(gallery.pages, works, gallery.citations.language)


def _element(gallery: Gallery, files: Files) -> Text:
    return _drawn(gallery).element(files)


def _files(gallery: Gallery) -> Mapping[str, str]:
    drawn = _drawn(gallery)
    return {"svg": drawn.svg(), "csv": drawn.csv()}


PLACE = picture("graph_title", ("svg", "csv"), _element, _files)
