"""The door to msgspec: what the types of Sholu are. A `Value` is never changed, a `State` gathers something.

Both are written as dataclasses are. A hundred dataclasses took a tenth of the build of a small review to be
defined, since Python compiles the methods of each; msgspec has them in C, and makes a value
seven times as fast.

`dict=True` gives either room for a `cached_property`. `gc=False` keeps values of which there are thousands,
and which hold nothing that could lead back to them, out of what Python looks through in search of circles of
forgotten objects.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, dataclass_transform

from msgspec import MsgspecError, Struct, ValidationError, convert, field, msgpack
from msgspec.json import encode
from msgspec.structs import replace

__all__ = [
    "State",
    "UnfitError",
    "Value",
    "checked",
    "copied",
    "field",
    "json_bytes",
    "pack",
    "replace",
    "seldom_collected",
    "unpacked",
]


_PACKER = msgpack.Encoder()
# New objects, and rounds, before Python looks for circles; by its own 700 it takes nearly half of the time in
# which a review of 20,000 works is read.
_SELDOM = (20_000, 20, 100)


class UnfitError(ValueError):
    """Data that came in is of another type than was asked for; its text says of which."""


def checked(data: object, kind: Any) -> Any:  # noqa: ANN401 -- `kind` may be any annotation, and decides
    """Return data that came in as what a type says it is: lists as tuples where tuples are asked for.

    Raises:
        UnfitError: it is of another type.
    """
    try:
        return convert(data, kind)
    except ValidationError as error:
        raise UnfitError(str(error)) from error


def json_bytes(data: object) -> bytes:
    """Write lists, mappings and values as JSON without spaces, letters as letters, in a tenth of the time."""
    return encode(data)


def pack(data: object, place: bytearray) -> None:
    """Write values and what is in them as bytes (MessagePack), for `unpacked`, in place of what was there.

    Raises:
        UnfitError: what is in them cannot be written.
    """
    try:
        _PACKER.encode_into(data, place)
    except (MsgspecError, TypeError, ValueError, OverflowError) as error:
        raise UnfitError(str(error)) from error


def copied(text: str) -> str:
    """Return a text of its own, to be packed: Python keeps the bytes of each, as long as the text lives."""
    return text[:1] + text[1:]


def unpacked(content: bytes, kind: Any) -> Any:  # noqa: ANN401 -- as `checked` has it
    """Read bytes as what a type says they are; whatever they are, they run nothing.

    Raises:
        UnfitError: they are of another type, or none at all.
    """
    try:
        return msgpack.decode(content, type=kind)
    except (MsgspecError, ValueError, RecursionError) as error:
        raise UnfitError(str(error)) from error


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """A value: equal to another of its type with equal fields, never changed.

    It is hashable where its fields are: one that holds a mapping, or a value that does, is not. What gathers
    something for itself, such as the entries that it has dressed, says `eq=False`: it is equal to nothing but
    itself, and hashable.
    """


@dataclass_transform(eq_default=False, field_specifiers=(field,))
class State(Struct, eq=False):
    """What changes while a build lives, and is equal to nothing but itself."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look seldom for circles of what nobody holds, while much is made of which all is kept."""
    before = gc.get_threshold()
    if 0 < before[0] < _SELDOM[0]:
        gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
