"""The door to PyYAML: text as nodes that know their lines; what it refuses, or is too much, is a problem.

Settings are read to plain values by the same door, with the tags that mkdocs.yml may have.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from sholu.decoding import decoded
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.problems.yaml_faults import broken_yaml

# No data file of a review comes near either: three thousand terms of a glossary have as many values.
DEEPEST = 50
MOST_VALUES = 100_000
# A text counts once more for each so many letters.
_LONG = 1000


def composed(
    text: str, shown: str, first_line: int = 1, most: int = MOST_VALUES
) -> tuple[yaml.Node | None, tuple[Problem, ...]]:
    """Read YAML that begins on a line of a file; broken YAML is None and a problem.

    So is what no author writes: a nesting that exhausts whoever walks it, and aliases of aliases, by which
    a text of 400 bytes becomes one of gigabytes. `most` is how many values there may be, aliases written out.
    """
    # The loader in C is ten times as fast; the other one says what is wrong, in words that never change.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with suppress(yaml.YAMLError, RecursionError):
        if excess := _excess(yaml.parse(text, Loader=loader), most):
            line, code, values = excess
            return None, (problem(code, Place(shown, first_line + line), **values),)
        return yaml.compose(text, Loader=loader), ()
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader), ()
    except yaml.MarkedYAMLError as error:
        place = _place_of(error)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        place = line, line, error.reason
    return None, (broken_yaml(shown, first_line, text.split("\n"), place),)


def _place_of(error: yaml.MarkedYAMLError) -> tuple[int, int, str]:
    """Return the line (from 0) of an error, that on which began what was read, and what is said of it."""
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    return mark.line if mark else 0, start.line if start else 0, error.problem or ""


def _excess(events: Iterator[yaml.Event], most: int) -> tuple[int, str, Mapping[str, str]] | None:
    """Find a nesting too deep and aliases too many: the line (from 0), the code, what its sentences name.

    Read event by event, so that nothing is built of them.
    """
    opened: list[tuple[str | None, int]] = []
    sizes: dict[str, int] = {}
    size = 0
    for event in events:
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append((event.anchor, size))
            if len(opened) > DEEPEST:
                return line, "D002", {"deepest": str(DEEPEST)}
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = opened.pop()
            sizes[anchor or ""] = size - before + 1
        elif isinstance(event, yaml.ScalarEvent):
            weight = len(event.value) // _LONG
            size += weight
            sizes[event.anchor or ""] = weight + 1
        elif isinstance(event, yaml.AliasEvent):
            # One of what it stands in has no end.
            size += most if event.anchor in dict(opened) else sizes.get(event.anchor or "", 1)
        size += 1
        if size > most:
            return line, "D003", {"most": f"{most:,}"}
    return None


class _PlainLoader(yaml.SafeLoader):
    """Makes values as MkDocs does, and knows the line of what is none."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002 -- PyYAML's own
        """Make the value of a node; what its tag does not fit (`!!int x`) is broken YAML, with its line."""
        try:
            return super().construct_object(node, deep)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            reason = f"this is no value of the type that it should have ({node.tag.rpartition(':')[2]})"
            raise yaml.constructor.ConstructorError(None, None, reason, node.start_mark) from error


class _SettingsLoader(_PlainLoader):
    """Reads mkdocs.yml, whose tags name what stands in the environment, and functions of packages."""


def without_value(root: yaml.Node, text: str, shown: str, first_line: int) -> tuple[Problem, ...]:
    """Report what is well-formed and stands for no value: a day that is none, a tag, a list as a name.

    Whoever reads the text to values would read nothing of it. Writes `<<` out in the nodes.
    """
    try:
        _PlainLoader("").construct_document(root)
    except yaml.MarkedYAMLError as error:
        return (broken_yaml(shown, first_line, text.split("\n"), _place_of(error)),)
    return ()


def _of_environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Return the value of `!ENV NAME` or `!ENV [NAME, OTHER, default]`, as MkDocs' yaml_env_tag does."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = map(loader.construct_object, node.value)
    else:
        names, default = [node.value], None
    found = next((os.environ[str(name)] for name in names if str(name) in os.environ), None)
    return default if found is None else yaml.safe_load(found)


def _named_function(_: yaml.SafeLoader, name: str, __: yaml.Node) -> object:
    """Return the function of a package that `!!python/name:package.function` names, None if there is none."""
    module, _dot, function = name.rpartition(".")
    try:
        return getattr(import_module(module), function, None)
    except (ImportError, TypeError, ValueError):
        # The two latter are for a name that no module can have.
        return None


_SettingsLoader.add_constructor("!ENV", _of_environment)
# A day that no calendar has would be an exception, and nobody here reckons with days.
_SettingsLoader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: str(node.value))
_SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/name:", _named_function)
_SettingsLoader.add_multi_constructor("!", lambda *_: None)


def plain_values(text: str, shown: str, most: int = MOST_VALUES) -> tuple[object, tuple[Problem, ...]]:
    """Read YAML to plain values, with the tags that mkdocs.yml may have; None if it is broken.

    Of names that stand twice the last is read, as MkDocs reads it; each is a problem.
    `most` is as of `composed`.
    """
    root, problems = composed(text, shown, most=most)
    if root is None:
        return None, problems
    # Looked for first: `<<` is written out in the nodes themselves.
    repeated = tuple(repeated_names(root, shown))
    try:
        return _SettingsLoader("").construct_document(root), repeated
    except yaml.MarkedYAMLError as error:
        return None, (broken_yaml(shown, 1, text.split("\n"), _place_of(error)),)


def repeated_names(root: yaml.Node, shown: str, first_line: int = 1) -> Iterator[Problem]:
    """Find names that are given twice; what an alias repeats is looked at once."""
    waiting, seen, records = [root], set[int](), set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
            records.update(map(id, node.value))
        elif isinstance(node, yaml.MappingNode):
            names, is_next = set[str](), False
            for name, value in node.value:
                waiting.append(value)
                if isinstance(name, yaml.ScalarNode) and name.value != "<<":
                    if name.value in names:
                        place = Place(shown, first_line + name.start_mark.line)
                        # Where the first name stands again a hyphen may be missing, and so do others then.
                        is_first = id(node) in records and name.value == node.value[0][0].value
                        slip = {"slip": "@@hyphen_missing"} if is_first else {}
                        if slip or not is_next:
                            yield problem("D006", place, field=name.value, **slip)
                        is_next = is_next or is_first
                    names.add(name.value)


def is_mapping(root: yaml.Node | None) -> bool:
    """Tell whether what was read are names with values."""
    return isinstance(root, yaml.MappingNode)


def line_of_setting(content: bytes, *names: str) -> int:
    """Return the line (from 1) of a setting in a file of them, or of the last of `names` that is there.

    Args:
        content: the file, for example mkdocs.yml, which a program has read already.
        names: the way to the setting: "plugins", "sholu", "citations".
    """
    line = 1
    for count, name in enumerate(names):
        found = _settings(content, names[:count]).get(name)
        if found is None:
            break
        line = found[0]
    return line


# Read once for all settings that are looked for: one with thousands of faults would be read at each.
@lru_cache(maxsize=32)
def _settings(content: bytes, above: tuple[str, ...]) -> Mapping[str, tuple[int, Node]]:
    """Return the settings below one, each with its line."""
    if above:
        root: Node | None = _settings(content, above[:-1])[above[-1]][1]
    else:
        root, _ = composed(decoded(content, "")[0], "")
    entries = root.value if isinstance(root, yaml.SequenceNode) else [root]
    found: dict[str, tuple[int, Node]] = {}
    for one in entries:
        for key, value in one.value if isinstance(one, yaml.MappingNode) else ():
            found.setdefault(str(key.value), (key.start_mark.line + 1, value))
    return found


__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "composed",
    "is_mapping",
    "line_of_setting",
    "plain_values",
    "repeated_names",
]
