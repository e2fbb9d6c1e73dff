"""The door to PyYAML: a data file of the review (`data/*.yml`) as records that know their lines.

Every value is read as the text that the author typed: `2022-05` is no number and `no` is no false. What a
record must hold is for its reader to say; a `Record` says where something is missing or of the wrong shape.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.resources.abc import Traversable

import yaml

from sholu.decoding import decoded
from sholu.languages.typography import unbroken
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.problems.yaml_faults import broken_yaml
from sholu.values import Value, field

# No data file of a review comes near either.
DEEPEST = 50
MOST_VALUES = 200_000
# A text counts once more for each so many letters.
_LONG = 1000


class Record(Value):
    """A mapping of a data file: what stands under each name, and where; faults go to `problems`."""

    place: Place
    problems: list[Problem]
    _values: Mapping[str, yaml.Node] = field(default_factory=dict)

    def report(self, code: str, name: str = "", /, **values: object) -> None:
        """Note a problem at the value `name`, or where it begins; `values` are what its rule names."""
        node = self._values.get(name)
        line = node.start_mark.line + 1 if node else self.place.line
        self.problems.append(problem(code, Place(self.place.path, line), **values))

    def expect(self, *known: str) -> None:
        """Report names that a record of this sort does not have."""
        for name in self._values:
            if name not in known:
                near = nearest(name, known)
                self.report("D007", name, field=name, near=near, known=", ".join(known))

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str, *, is_needed: bool = False) -> str:
        """Return the words under a name; "" if there are none."""
        node = self._values.get(name)
        if node is None:
            if is_needed:
                self.report("D008", field=name, line=f"{name}: …")
            return ""
        if isinstance(node, yaml.ScalarNode):
            words = " ".join(str(node.value).split())
            if is_needed and not words:
                self.report("D009", name, field=name)
            return words
        self.report("D010", name, field=name)
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the items of a list of words; a single text is a list of one."""
        return tuple(words for words, _ in self.placed_texts(name))

    def placed_texts(self, name: str) -> tuple[tuple[str, Place], ...]:
        """Return the items of a list of words, each with its place; a single text is a list of one."""
        node = self._values.get(name)
        if not isinstance(node, yaml.SequenceNode):
            one = self.text(name)
            return ((one, self._at(node)),) if one and node else ()
        if not all(isinstance(item, yaml.ScalarNode) for item in node.value):
            self.report("D011", name, field=name)
        return tuple(
            (str(item.value).strip(), self._at(item))
            for item in node.value
            if isinstance(item, yaml.ScalarNode)
        )

    def _at(self, node: yaml.Node) -> Place:
        return Place(self.place.path, node.start_mark.line + 1)

    def words_by_language(
        self, name: str, codes: tuple[str, ...], *, is_needed: bool = False, may_be_one: bool = False
    ) -> dict[str, str]:
        """Return the words under a name in each language: `title: {kk: …, ru: …, en: …}`.

        They are as a page has them: lines do not break within a name or between a number and its unit.

        Args:
            name: the name.
            codes: the languages of the review; other ones are passed over.
            is_needed: whether a language without words is a problem.
            may_be_one: whether a single text may stand there, the same in all languages.
        """
        if may_be_one and isinstance(self._values.get(name), yaml.ScalarNode):
            words = self.text(name, is_needed=is_needed)
            return {code: unbroken(words, code) for code in codes} if words else {}
        inner = self._by_language(name, codes, is_needed=is_needed)
        if inner is None:
            return {}
        found = {code: unbroken(words, code) for code in codes if (words := inner.text(code))}
        for code in codes:
            if is_needed and code not in found:
                self.report("D012", name, field=name, language=code)
        return found

    def texts_by_language(self, name: str, codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """Return a list of words in each language that has one: `forms: {ru: [одна, другая]}`.

        A language that the review does not have is a problem, since nothing else tells of a mistyped one.
        """
        inner = self._by_language(name, codes, is_needed=False)
        if inner is None:
            return {}
        inner.expect(*codes)
        return {code: texts for code in codes if (texts := inner.texts(code))}

    def _by_language(self, name: str, codes: tuple[str, ...], *, is_needed: bool) -> Record | None:
        """Return the mapping under a name as a record, None if there is none."""
        node = self._values.get(name)
        if isinstance(node, yaml.MappingNode):
            place = Place(self.place.path, node.start_mark.line + 1)
            return Record(place, self.problems, _named(node, self))
        if node is not None or is_needed:
            form = ", ".join(f"{code}: …" for code in codes)
            self.report("D013" if node else "D008", name, field=name, line=f"{name}: {{{form}}}")
        return None


def read_records(path: Traversable, shown: str) -> tuple[tuple[Record, ...], list[Problem]]:
    """Read a file that is a list of records, each beginning with `- `; a file that is not there has none.

    The list of problems grows while the records are read.

    Args:
        path: the file.
        shown: its path as the author knows it.
    """
    root, problems = _composed(path, shown)
    if root is None:
        return (), problems
    whole = Record(Place(shown, root.start_mark.line + 1), problems)
    if not isinstance(root, yaml.SequenceNode):
        whole.report("D004")
        return (), problems
    return tuple(_record(item, whole) for item in root.value), problems


def _composed(path: Traversable, shown: str) -> tuple[yaml.Node | None, list[Problem]]:
    if not path.is_file():
        return None, []
    text, found = decoded(path.read_bytes(), shown)
    root, faults = composed(text, shown)
    return root, [*found, *faults]


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
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        reason = error.problem or ""
    except yaml.reader.ReaderError as error:
        line, reason = text.count("\n", 0, error.position), error.reason
    return None, (broken_yaml(Place(shown, first_line + line), reason),)


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


class _SettingsLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags name what stands in the environment, and functions of packages."""


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
    except ImportError:
        return None


_SettingsLoader.add_constructor("!ENV", _of_environment)
# A day that no calendar has would be an exception, and nobody here reckons with days.
_SettingsLoader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: str(node.value))
_SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/name:", _named_function)
_SettingsLoader.add_multi_constructor("!", lambda *_: None)


def plain_values(text: str, shown: str) -> tuple[object, tuple[Problem, ...]]:
    """Read YAML to plain values, with the tags that mkdocs.yml may have; None if it is broken."""
    root, problems = composed(text, shown)
    if root is None:
        return None, problems
    loader = _SettingsLoader("")
    try:
        return loader.construct_document(root), problems
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, (broken_yaml(Place(shown, line), error.problem or ""),)


def is_mapping(root: yaml.Node | None) -> bool:
    """Tell whether what was read are names with values."""
    return isinstance(root, yaml.MappingNode)


def _record(node: yaml.Node, owner: Record) -> Record:
    place = Place(owner.place.path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return Record(place, owner.problems, _named(node, owner))
    owner.problems.append(problem("D005", place))
    return Record(place, owner.problems)


def _named(node: yaml.MappingNode, owner: Record) -> dict[str, yaml.Node]:
    """Return what stands under each name of a mapping; the first of a repeated one counts."""
    values: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in values:
            place = Place(owner.place.path, key.start_mark.line + 1)
            owner.problems.append(problem("D006", place, field=name))
        values.setdefault(name, value)
    return values


def line_of_setting(content: bytes, *names: str) -> int:
    """Return the line (from 1) of a setting in a file of them, or of the last of `names` that is there.

    Args:
        content: the file, for example mkdocs.yml, which a program has read already.
        names: the way to the setting: "plugins", "sholu", "citations".
    """
    root, _ = composed(decoded(content, "")[0], "")
    line = 1
    for name in names:
        entries = root.value if isinstance(root, yaml.SequenceNode) else [root]
        pairs = [pair for one in entries if isinstance(one, yaml.MappingNode) for pair in one.value]
        found = next(((key, value) for key, value in pairs if key.value == name), None)
        if found is None:
            break
        line, root = found[0].start_mark.line + 1, found[1]
    return line
