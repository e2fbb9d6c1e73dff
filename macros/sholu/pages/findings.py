"""What is found in the text of a page, before its lines are known."""

from __future__ import annotations

from sholu.values import Value


class Finding(Value):
    """Something on a page: where it stands (offset in its text), its code, what it is, how to mend it."""

    start: int
    code: str
    what: str
    mend: str
