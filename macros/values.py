"""The door to msgspec: the frozen values of which every domain type of Sholu is one.

A `Value` is written as a frozen dataclass is, and made of tuples, mappings and values. The hundred
dataclasses that Sholu had took a tenth of the build of a small review to be defined, since Python compiles
the methods of each; msgspec has them in C, and makes a value seven times as fast. What changes while it
lives stays a dataclass.

`dict=True` gives a value room for a `cached_property`.
"""

from __future__ import annotations

from typing import dataclass_transform

from msgspec import Struct, field
from msgspec.structs import replace

__all__ = ["Value", "field", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """A value: equal to another of its type with equal fields, hashable if they are, never changed."""
