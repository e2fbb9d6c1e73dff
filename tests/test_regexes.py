"""Regular expressions that are compiled when somebody first looks by them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import cast

import pytest
import sholu
from sholu.bibliography.typed_words import of_words
from sholu.regexes import regex


def patterns_of_modules() -> Iterator[tuple[str, re.Pattern[str]]]:
    """All patterns that a module holds by a name."""
    kinds = (type(regex("a")), *type(regex("a")).__bases__, type(of_words("a")))
    for found in pkgutil.walk_packages(sholu.__path__, "sholu."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, kinds):
                yield f"{found.name}.{name}", cast("re.Pattern[str]", value)


def test_every_pattern_of_the_engine_can_be_compiled() -> None:
    """What is wrong with one is told when somebody looks by it, which may be long after the start."""
    patterns = dict(patterns_of_modules())
    assert len(patterns) > 500
    wrong = []
    for name, pattern in patterns.items():
        try:
            pattern.search("")
        except re.error as error:
            wrong.append(f"{name}: {error}")
    assert wrong == []


def test_a_pattern_finds_what_one_of_python_does() -> None:
    """Before it is compiled and after."""
    pattern, own = (
        regex(r"(?P<word>[a-zа-яё]+)\.?", re.IGNORECASE),
        re.compile(r"(?P<word>[a-zа-яё]+)\.?", re.IGNORECASE),
    )
    text = "Ёлка. Water 12"
    for _ in "before", "after it was compiled":
        found = pattern.search(text)
        assert found
        assert (found["word"], found.span()) == ("Ёлка", (0, 5))
    assert pattern.sub("x", text) == own.sub("x", text) == "x x 12"
    assert pattern.split(text) == own.split(text)
    assert pattern.findall(text) == own.findall(text)
    assert [one.span() for one in pattern.finditer(text, 3)] == [one.span() for one in own.finditer(text, 3)]
    assert not pattern.fullmatch(text)
    assert pattern.match("water", 2)


def test_a_pattern_knows_its_text_without_being_compiled() -> None:
    """Patterns are put together from others, and what nobody looks by is never compiled."""
    pattern = regex("(", re.IGNORECASE)
    assert (pattern.pattern, pattern.flags) == ("(", re.IGNORECASE)
    with pytest.raises(re.error, match="missing"):
        pattern.search("(")
    assert not hasattr(pattern, "scanner")
