"""How a workflow of GitHub is told of something at a line of a file, so that it shows it in a pull request.

The commands are those of https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from sholu.problems import Place


def annotation(level: str, place: Place, title: str, text: str) -> str:
    """Return the command that puts a text beside a line.

    Args:
        level: "error", "warning" or "notice".
        place: the line, and the column if it is known.
        title: what stands in bold above the text.
        text: what is to be said, on any number of lines.
    """
    file, named = _property(place.path), _property(title)
    column = f",col={place.column}" if place.column else ""
    return f"::{level} file={file},line={place.line}{column},title={named}::{_escaped(text)}"


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
