"""The frozen values that all types of the engine are."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

import pytest
import sholu
from sholu.values import Value, field, replace


class Pair(Value):
    """Two fields, one of them with a default that is made anew."""

    first: str
    second: dict[str, int] = field(default_factory=dict)


def kinds_of(kind: type[Value]) -> Iterator[type[Value]]:
    """Yield all types that are made of one."""
    for below in kind.__subclasses__():
        yield below
        yield from kinds_of(below)


def test_a_value_is_never_changed_but_replaced() -> None:
    """And each has defaults of its own."""
    pair = Pair("a")
    with pytest.raises(AttributeError):
        pair.first = "b"  # type: ignore[misc]
    assert replace(pair, first="b") == Pair("b")
    assert pair.second is not Pair("a").second


def test_every_type_of_the_engine_has_defaults_that_it_can_use() -> None:
    """The field of a dataclass says nothing to a value, and no checker of types tells the two apart."""
    for module in pkgutil.walk_packages(sholu.__path__, "sholu."):
        importlib.import_module(module.name)
    kinds = list(kinds_of(Value))
    assert len(kinds) > 50
    wrong = [
        kind.__qualname__
        for kind in kinds
        for default in kind.__struct_defaults__
        if isinstance(default, dataclasses.Field)
    ]
    assert wrong == []
    assert [kind.__qualname__ for kind in kinds if not kind.__struct_config__.frozen] == []
