"""A data file of the review (`data/*.yml`) as records that know their lines.

Every value is read as the text that the author typed: `2022-05` is no number and `no` is no false. What a
record must hold is for its reader to say; a `Record` says where something is missing or of the wrong shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable

from sholu.composing import MappingNode, Node, ScalarNode, SequenceNode, composed
from sholu.decoding import decoded
from sholu.languages.typography import unbroken
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.values import Value, field

# The tag of YAML for a name behind which nothing stands.
_NULL = "tag:yaml.org,2002:null"
# A file of which more is wrong is no such data at all.
MOST_FAULTS = 1_000


def _tell(problems: list[Problem], code: str, place: Place, **values: object) -> None:
    """Note a problem of a file, as long as they are not too many; the last says that they are."""
    if len(problems) < MOST_FAULTS:
        problems.append(problem(code, place, **values))
    elif len(problems) == MOST_FAULTS:
        problems.append(problem("D090", place, most=f"{MOST_FAULTS:,}"))


class Record(Value, eq=False):
    """A mapping of a data file: what stands under each name, and where; faults go to `problems`."""

    place: Place
    problems: list[Problem]
    _values: Mapping[str, Node] = field(default_factory=dict)

    def report(self, code: str, name: str = "", /, **values: object) -> None:
        """Note a problem at the value `name`, or where it begins; `values` are what its rule names."""
        node = self._values.get(name)
        line = node.start_mark.line + 1 if node else self.place.line
        _tell(self.problems, code, Place(self.place.path, line), **values)

    def expect(self, *known: str) -> None:
        """Report names that a record of this sort does not have."""
        for name in self._values:
            if name not in known:
                near = nearest(name, known) if len(self.problems) < MOST_FAULTS else ""
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
        if isinstance(node, ScalarNode):
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
        if not isinstance(node, SequenceNode):
            one = self.text(name)
            return ((one, self._at(node)),) if one and node else ()
        if not all(isinstance(item, ScalarNode) for item in node.value):
            self.report("D011", name, field=name)
        return tuple(
            (str(item.value).strip(), self._at(item)) for item in node.value if isinstance(item, ScalarNode)
        )

    def _at(self, node: Node) -> Place:
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
        if may_be_one and isinstance(self._values.get(name), ScalarNode):
            words = self.text(name, is_needed=is_needed)
            return {code: unbroken(words, code) for code in codes} if words else {}
        inner = self._by_language(name, codes, is_needed=is_needed)
        if inner is None:
            return {}
        found = {code: unbroken(words, code) for code in codes if (words := inner.text(code))}
        if cut := next(filter(inner.is_empty, (one for one in inner.names() if one not in codes)), ""):
            self._tell_cut(name, cut, codes)
            return found
        for code in codes:
            if is_needed and code not in found:
                self.report("D012", name, field=name, language=code)
        return found

    def names(self) -> Iterable[str]:
        """Return the names under which something stands."""
        return self._values

    def is_empty(self, name: str) -> bool:
        """Tell whether nothing at all was typed as the value of a name."""
        node = self._values.get(name)
        return isinstance(node, ScalarNode) and not node.value and node.tag == _NULL

    def _tell_cut(self, name: str, cut: str, codes: tuple[str, ...]) -> None:
        """Report words that a comma has cut, or names with no space behind their colon."""
        code, colon, words = cut.partition(":")
        if colon and code in codes:
            said = {"fault": "@@braces_no_space", "advice": "@@write_space", "right": f"{code}: {words}"}
        else:
            said = {"fault": "@@braces_comma", "advice": "@@write_quoted", "right": f'"…, {cut}"'}
        self.report("D014", name, field=name, part=cut, **said)

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
        if isinstance(node, MappingNode):
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
    if not isinstance(root, SequenceNode):
        whole.report("D004")
        return (), problems
    return tuple(_record(item, whole) for item in root.value), problems


def _composed(path: Traversable, shown: str) -> tuple[Node | None, list[Problem]]:
    if not path.is_file():
        return None, []
    text, found = decoded(path.read_bytes(), shown)
    root, faults = composed(text, shown)
    return root, [*found, *faults]


def _record(node: Node, owner: Record) -> Record:
    place = Place(owner.place.path, node.start_mark.line + 1)
    if isinstance(node, MappingNode):
        return Record(place, owner.problems, _named(node, owner, is_record=True))
    _tell(owner.problems, "D005", place)
    return Record(place, owner.problems)


def _named(node: MappingNode, owner: Record, *, is_record: bool = False) -> dict[str, Node]:
    """Return what stands under each name of a mapping; the first of a repeated one counts."""
    values: dict[str, Node] = {}
    first, is_next = str(node.value[0][0].value) if node.value else "", False
    for key, value in node.value:
        name = str(key.value)
        if name in values:
            place = Place(owner.place.path, key.start_mark.line + 1)
            # Where the first name stands again a hyphen may be missing, and so do others then.
            is_next = is_next or (is_record and name == first)
            slip = {"slip": "@@hyphen_missing"} if is_next and name == first else {}
            if slip or not is_next:
                _tell(owner.problems, "D006", place, field=name, **slip)
        values.setdefault(name, value)
    return values
