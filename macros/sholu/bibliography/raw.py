"""An entry as it stands in the file, before anybody asks what its fields mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sholu.regexes import regex
from sholu.values import Value

_FIELD = regex(r"(?:^|[,{(])\s*([\w+:.-]+)\s*=")


class RawEntry(Value, dict=True):
    """An entry as it stands in the file: names of fields in small letters, values with their TeX.

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
            name = found[1].lower()
            line += self.source.count("\n", counted, found.start(1))
            counted = found.start(1)
            if name in self.repeated:
                lines[name] = line
            elif name in self.fields:
                lines.setdefault(name, line)
        return lines
