"""The door to pandoc (3 or newer): the one that `sholu[import]` brings, or the one on this machine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from sholu.commands import RefusalError
from sholu.importing.paper import rtf, rtf_lists
from sholu.problems.telling import said

_NEWEST_THAT_IS_TOO_OLD = 2
# In seconds; a book of 500 pages takes ten. A text has a few at first, and more for each of its bytes.
_LONGEST = 120
_FIRST = 15
_PER_BYTE = 1 / 20_000
_PACKED = frozenset({".docx", ".odt"})
# In bytes: what a text has at first, and more for each byte of it; a small one that needs more is an attack.
_FIRST_MEMORY = 200_000_000
_MEMORY_PER_BYTE = 250
_MOST_MEMORY = 2_000_000_000
_FORMATS = {
    ".docx": "docx+citations", ".odt": "odt", ".tex": "latex", ".rtf": "rtf", ".md": "markdown-smart",
    ".markdown": "markdown-smart",
}  # fmt: skip
# What Python-Markdown reads of what pandoc writes. A heading has its id from us.
_MARKDOWN = (
    "markdown-smart-simple_tables-multiline_tables-grid_tables+pipe_tables-fenced_divs-bracketed_spans"
    "-raw_attribute-header_attributes-escaped_line_breaks-fancy_lists-definition_lists-line_blocks"
    "-superscript-subscript-strikeout-tex_math_dollars-implicit_figures-link_attributes-native_spans"
    "-example_lists-task_lists+four_space_rule"
)


@cache
def program() -> str:
    """Return the path of pandoc.

    Raises:
        RefusalError: there is none, or one that is too old.
    """
    try:
        import pypandoc  # noqa: PLC0415 -- an extra, which the site does not need

        path: str | None = str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        path = shutil.which("pandoc")
    if path is None:
        raise RefusalError(said("pandoc_none"))
    version = subprocess.run((path, "--version"), capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.match(r"\S+ (\d+)", version)
    if not found or int(found[1]) <= _NEWEST_THAT_IS_TOO_OLD:
        raise RefusalError(said("pandoc_old"))
    return path


def is_there() -> bool:
    """Tell whether there is a pandoc that can be used."""
    try:
        program()
    except RefusalError:
        return False
    return True


def format_of(path: Path) -> str:
    """Return what pandoc calls the format of a file, "" if it is none that is read by it."""
    return _FORMATS.get(path.suffix.lower(), "")


def document(path: Path, media: Path) -> dict[str, Any]:
    """Read a paper; its pictures are put into a folder.

    Raises:
        RefusalError: pandoc cannot read it.
    """
    arguments = ("--from", format_of(path), "--to", "json", f"--extract-media={media}")
    read: dict[str, Any]
    if path.suffix.lower() == ".rtf":
        given = rtf.readable(rtf_lists.marked(path.read_bytes())).decode()
        read = rtf.with_notes(json.loads(_run(arguments, given, path)))
        read["blocks"] = rtf_lists.with_lists(read["blocks"])
    else:
        read = json.loads(_run((*arguments, str(path.absolute())), "", path))
    return read


def markdown(read: dict[str, Any], path: Path) -> str:
    """Write a document as Markdown, each paragraph on one line, notes behind the paragraph that has them."""
    arguments = ("--from", "json", "--to", _MARKDOWN, "--wrap=none", "--reference-location=block")
    return _run((*arguments, "--markdown-headings=atx"), json.dumps(read), path)


def mathml(formulas: list[dict[str, Any]], read: dict[str, Any], path: Path) -> list[str]:
    """Write formulas of TeX as MathML, one each."""
    if not formulas:
        return []
    blocks = [{"t": "Para", "c": [formula]} for formula in formulas]
    html = _run(
        ("--from", "json", "--to", "html", "--mathml"),
        json.dumps({**read, "meta": {}, "blocks": blocks}),
        path,
    )
    return [" ".join(found.split()) for found in re.findall(r"<p>(.*?)</p>", html, re.DOTALL)]


def _longest(path: Path) -> int:
    """Return how many seconds pandoc has for a paper: what is short and takes long never ends."""
    if path.suffix.lower() in _PACKED or not path.is_file():
        return _LONGEST
    return min(_LONGEST, _FIRST + round(path.stat().st_size * _PER_BYTE))


def _memory(path: Path) -> int:
    """Return how many bytes pandoc has for a paper."""
    size = path.stat().st_size if path.is_file() else 0
    if path.suffix.lower() in _PACKED and size:
        with zipfile.ZipFile(path) as packed:
            size = sum(one.file_size for one in packed.infolist() if one.filename.endswith(".xml"))
    return min(_MOST_MEMORY, _FIRST_MEMORY + size * _MEMORY_PER_BYTE)


def _run(arguments: tuple[str, ...], given: str, path: Path) -> str:
    # In the sandbox a paper brings no other file of this machine along, as LaTeX does; what is packed
    # small may be large (see the chapter on security in pandoc's manual).
    command = (program(), "--sandbox", *arguments, "+RTS", f"-M{_memory(path)}", "-RTS")
    home = path.absolute().parent
    longest = _longest(path)
    try:
        done = subprocess.run(  # noqa: S603 -- a program that we have found, and no shell
            command, input=given.encode(), capture_output=True, check=False, cwd=home, timeout=longest
        )
    except subprocess.TimeoutExpired as error:
        raise RefusalError(said("pandoc_slow", path=path, seconds=longest)) from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        # What it shows below is the line, and a sign below that.
        place = next(
            (number for number, line in enumerate(lines) if line.startswith("Error at ")), len(lines) - 1
        )
        reason = " ".join(lines[place : place + 2]) or said("pandoc_silent")
        raise RefusalError(said("pandoc_cannot", path=path, reason=reason))
    return done.stdout.decode("utf-8")
