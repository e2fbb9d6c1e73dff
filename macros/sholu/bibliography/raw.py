"""An entry as it stands in the file, before anybody asks what its fields mean."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.bibliography.fields import NOT_INHERITED
from sholu.values import Value, field


class RawEntry(Value):
    """An entry as it stands in the file: names of fields in small letters, values with their TeX.

    `lines` are those of its fields; `unclosed` names those that have swallowed others and are left out. Of an
    entry that `is_broken` only a part could be read.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()
    unclosed: tuple[str, ...] = ()
    is_broken: bool = False

    def with_parent(self, entries: Mapping[str, RawEntry]) -> Mapping[str, str]:
        """Return the fields with those that are inherited by `crossref`.

        Args:
            entries: all entries by key in small letters.
        """
        parent = entries.get(self.fields.get("crossref", "").casefold())
        if parent is None or parent is self:
            return self.fields
        inherited = {
            re.sub(r"^title", "booktitle", name): value
            for name, value in parent.fields.items()
            if name.partition("_")[0] not in NOT_INHERITED
        }
        return {**inherited, **self.fields}
