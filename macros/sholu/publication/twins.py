"""Pages in plain Markdown, for those who process text: citations written out, boxes as quotations, the works
that the page cites at its end. llms.txt names them all (llmstxt.org).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sholu.regexes import regex
from sholu.values import Value

_NUMBER = regex(r"^(\d{1,9})\.(?=\s)")
_ESCAPED = r"\1\\."


class Twin(Value):
    """What a page becomes in plain Markdown.

    `heading` names the list of `references`, "" and () if the page has none; `remarks` are the last lines.
    """

    title: str
    text: str
    heading: str = ""
    references: Sequence[str] = ()
    remarks: Sequence[str] = ()

    def written(self) -> str:
        """Write it."""
        has_title = self.text.startswith("# ") or "\n# " in self.text
        parts = ["" if has_title else f"# {self.title}", self.text]
        if self.references:
            parts += [f"## {self.heading}", listed(self.references)]
        if self.remarks:
            parts += ["---", "\n\n".join(self.remarks)]
        return "\n\n".join(filter(None, parts)).strip() + "\n"


def listed(entries: Iterable[str]) -> str:
    """Write a list of words that come from data; the number of an entry begins no list within it."""
    return "\n".join(f"- {_NUMBER.sub(_ESCAPED, as_text(entry))}" for entry in entries)


def as_text(words: str) -> str:
    """Write words from data, whose HTML is text here as it is on the page."""
    return words.replace("<", "&lt;")
