"""What an author writes before a block to justify a difference: `<!-- differs: why -->` and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.regexes import regex
from sholu.values import Value

_REMARK = regex(r"<!--\s*(?P<what>differs|only\s+here)\s*(?::(?P<reason>.*?))?-->", re.DOTALL | re.IGNORECASE)


class Remark(Value):
    """Why a block differs from its counterparts, or has none; `comment` is how the author wrote it.

    `line` is that of the text (from 0) on which the element begins in which it stands.
    """

    comment: str
    reason: str
    is_only_here: bool
    line: int = 0


class RemarkFault(Value):
    """A remark that justifies nothing; `line` is that of the remark."""

    comment: str
    line: int
    code: str
    values: Mapping[str, object]


def read_remark(comment: str, line: int = 0) -> Remark | None:
    """Read an HTML comment; None if it is no remark. The reason is "" where the author gives none."""
    found = _REMARK.fullmatch(comment.strip())
    if found is None:
        return None
    reason = " ".join((found["reason"] or "").split())
    return Remark(comment.strip(), reason, found["what"].casefold() != "differs", line)


def without_reason(remark: Remark) -> RemarkFault:
    """Say that a remark gives no reason."""
    kind = "only here" if remark.is_only_here else "differs"
    return RemarkFault(remark.comment, remark.line, "T005", {"remark": remark.comment, "kind": kind})


def without_block(remark: Remark) -> RemarkFault:
    """Say that no block follows a remark."""
    return RemarkFault(remark.comment, remark.line, "T006", {"remark": remark.comment})
