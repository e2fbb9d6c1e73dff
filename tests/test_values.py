"""The frozen values that all types of the engine are."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
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


class Name(Value):
    """A field that is hashable."""

    words: tuple[str, ...]


class Keeper(Value, eq=False):
    """What keeps something for itself."""

    _kept: dict[str, str] = field(default_factory=dict)


def test_a_value_is_hashable_where_its_fields_are() -> None:
    """One that holds a mapping is not; one that keeps something is known by itself alone."""
    assert hash(Name(("a", "b"))) == hash(Name(("a", "b")))
    assert Name(("a",)) != Name(("b",))
    with pytest.raises(TypeError, match="unhashable"):
        hash(Pair("a"))
    keeper = Keeper()
    assert len({keeper, keeper, Keeper()}) == 2
    assert keeper != Keeper()


def every_kind() -> list[type[Value]]:
    """Return all values of the engine."""
    for module in pkgutil.walk_packages(sholu.__path__, "sholu."):
        importlib.import_module(module.name)
    return [kind for kind in kinds_of(Value) if kind.__module__.startswith("sholu.")]


def test_nothing_that_is_equal_by_its_fields_holds_what_may_change() -> None:
    """Else two that were equal are so no longer, and a key of a mapping is lost in it."""
    changing = re.compile(r"\b(dict|list|set|bytearray)\[")
    wrong = [
        f"{kind.__qualname__}.{name}"
        for kind in every_kind()
        if kind.__struct_config__.eq
        for name, annotation in inspect.get_annotations(kind).items()
        if changing.search(str(annotation)) and "Callable[" not in str(annotation)
    ]
    assert wrong == []


def test_every_type_of_the_engine_has_defaults_that_it_can_use() -> None:
    """The field of a dataclass says nothing to a value, and no checker of types tells the two apart."""
    kinds = every_kind()
    assert len(kinds) > 50
    wrong = [
        kind.__qualname__
        for kind in kinds
        for default in kind.__struct_defaults__
        if isinstance(default, dataclasses.Field)
    ]
    assert wrong == []
    assert [kind.__qualname__ for kind in kinds if not kind.__struct_config__.frozen] == []
