"""An entry as it stands in the file, before anybody asks what its fields mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sholu.regexes import regex
from sholu.values import Value

_FIELD = regex(r"(?:^|[,{(])\s*([\w+:.-]+)\s*=")


def field_name(given: str) -> str:
    """Return the name of a field as it is known: in small letters but for the subtags of its language.

    Those of a script and a region are written as RFC 5646 (2.1.1) has them: "title_uz-Cyrl", "title_pt-BR".
    """
    name = given.lower()
    if "-" not in name or "_" not in name:
        return name
    base, _, tag = name.rpartition("_")
    code, *subtags = tag.split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join((f"{base}_{code}", *(cased.get(len(one), str)(one) for one in subtags)))


class RawEntry(Value, dict=True):
    """An entry as it stands in the file: names of fields as `field_name` has them, values with their TeX.

    `source` is its text; `unclosed` names the fields that have swallowed others and are left out. Of an entry
    that `is_broken` only a part could be read.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    line: int
    source: str = ""
    repeated: tuple[str, ...] = ()
    unclosed: tuple[str, ...] = ()
    is_broken: bool = False

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """The line of each field, found when somebody asks; of a repeated one that of the last."""
        lines: dict[str, int] = {}
        line, counted = self.line, 0
        for found in _FIELD.finditer(self.source):
            name = field_name(found[1])
            line += self.source.count("\n", counted, found.start(1))
            counted = found.start(1)
            if name in self.repeated:
                lines[name] = line
            elif name in self.fields:
                lines.setdefault(name, line)
        return lines
