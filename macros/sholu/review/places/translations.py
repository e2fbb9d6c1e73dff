"""`{{ translations() }}`: how far the translations of the review are. Of that its plain text says nothing."""

from __future__ import annotations

from sholu.citations.text import Text
from sholu.review.places.record import Asked, PlaceRecord
from sholu.review.versions import translation_states
from sholu.translations.state import Pages, overview


def _text(asked: Asked) -> Text:
    links = {path: asked.relative(address) for path, (address, _) in asked.everywhere.items()}
    titles = {path: title for path, (_, title) in asked.everywhere.items()}
    states = translation_states(asked.review, asked.default)
    return overview(states, asked.own, Pages(links, titles, asked.languages), asked.dated)


PLACE = PlaceRecord(_text, shows_all_languages=True)
