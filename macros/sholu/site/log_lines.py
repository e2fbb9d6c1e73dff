"""What MkDocs and its plugins log, in lines that show what an author has written as no more than it is.

MkDocs lists names of files as they are: one with a line break in it begins a line, and a log of CI takes
what begins with `::error` for a command.
"""

from __future__ import annotations

import logging

from sholu.problems import on_one_line


class _Plain(logging.Filter):
    """Rewrites a message before it is shown; none is held back."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        record.msg, record.args = "\n".join(map(on_one_line, message.split("\n"))), ()
        return True


_PLAIN = _Plain()


def show_plainly() -> None:
    """Have all that shows the log of MkDocs show plain lines; twice is as once."""
    for shown in logging.getLogger("mkdocs").handlers:
        shown.addFilter(_PLAIN)
