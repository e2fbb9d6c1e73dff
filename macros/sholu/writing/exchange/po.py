"""PO files (GNU gettext): the door to polib. A block is named by `msgctxt`, one that is behind is fuzzy."""

from __future__ import annotations

from collections.abc import Sequence

import polib

from sholu.regexes import regex
from sholu.writing.exchange.units import ExchangeError, Returned, Status, Unit, parted

_FUZZY = "fuzzy"
_CONTEXT = "{}#{}"
# Not flags, blocks that are out of use, and what a text was before.
_REMARK = regex(r"#(?![,~|])")


class _Lines(str):
    """The text of a PO file, whose lines end as gettext ends them.

    Python also ends lines at U+2028 and the like, which stand in texts pasted from programs of layout: polib
    lost what was before them. Remarks, of which nothing is read again, are empty lines: polib takes as long
    for one as for a block.
    """

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002, FBT001, FBT002
        """Return the lines; polib never asks for their ends."""
        lines = self.replace("\r\n", "\n").split("\n")
        return ["" if _REMARK.match(line) else line for line in lines]


def written(units: Sequence[Unit], source: str, target: str) -> str:
    """Return units as a PO file; arguments as for XLIFF."""
    file = polib.POFile(wrapwidth=0)
    # No date: what did not change is the same file again.
    file.metadata = {
        "Project-Id-Version": "sholu",
        "Language": target,
        "X-Source-Language": source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for unit in units:
        same = [part for part, is_same in parted(unit.source) if is_same]
        keep = f"keep: {'  '.join(dict.fromkeys(same))}" if same else ""
        file.append(
            polib.POEntry(
                msgctxt=_CONTEXT.format(unit.page, unit.name),
                msgid=unit.source,
                msgstr=unit.target,
                comment="\n".join(filter(None, (*unit.remarks, keep))),
                occurrences=[(unit.page, str(unit.line))],
                flags=[_FUZZY] if unit.target and unit.status is not Status.DONE else [],
            )
        )
    return f"{file}\n"


def read(content: bytes) -> tuple[Returned, ...]:
    """Read what came back.

    Raises:
        ExchangeError: it is no PO file in UTF-8.
    """
    try:
        # A text that is the name of a file would be taken for one, without a line's end.
        file = polib.pofile(_Lines(f"{content.decode('utf-8-sig')}\n"))
    except (OSError, UnicodeDecodeError, ValueError, IndexError) as error:
        raise ExchangeError("exchange_no_po", error) from error
    found = []
    language = file.metadata.get("Language", "")
    for entry in file:
        page, _, name = (entry.msgctxt or "").partition("#")
        is_done = not entry.fuzzy and not entry.obsolete
        found.append(Returned(page, name, language, entry.msgid, entry.msgstr, is_done))
    return tuple(found)
