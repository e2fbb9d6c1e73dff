"""The macros that stand for a list or a picture: each module of this folder is one, but for `record`.

Nothing else names it: `citations/macros` takes the names of macros from those of the modules.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from sholu.citations.macros import PLACES as MARKS
from sholu.review.places.record import Asked, PlaceRecord

__all__ = ["PLACES", "Asked", "PlaceRecord"]

PLACES: Mapping[str, PlaceRecord] = MappingProxyType(
    {name: import_module(f"{__name__}.{name}").PLACE for name in MARKS.values()}
)
