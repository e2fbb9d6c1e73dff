"""What a work stands in, by the fields of its entry: a journal, a book, the site that keeps it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.references import Kind
from sholu.bibliography.versions import NO_WORDS

# The name of a site, and not the number that a work has there.
_NAME = re.compile(r"[^\W\d_][^\d/]*")


def hosts(reader: FieldReader, kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the container, and the title of what has only that of the whole it belongs to.

    Args:
        reader: the entry.
        kind: what the work is.
        found: what is known of it.
    """
    in_book = kind in {Kind.CHAPTER, Kind.PAPER}
    names = ("booktitle", "journaltitle", "journal") if in_book else ("journaltitle", "journal", "booktitle")
    container = reader.text(*names)
    main = found.get("main_title", NO_WORDS)
    title = found["title"]
    given: dict[str, Any] = {"container": container}
    if main and in_book and not container:
        # A chapter of a work in several volumes, none of which has a title of its own.
        given |= {"container": main, "main_title": NO_WORDS}
        if "mainsubtitle" in reader.present:
            given |= {"container_subtitle": found["main_subtitle"], "main_subtitle": NO_WORDS}
    is_whole = kind is Kind.BOOK or (kind is Kind.ARTICLE and not found.get("authors"))
    if is_whole and container and not (title or found.get("description")):
        # A journal or a volume of proceedings as a whole.
        return {"title": container, "container": NO_WORDS}
    if main and not title and not found.get("description") and not in_book:
        given |= {"title": main, "main_title": NO_WORDS}
        if "mainsubtitle" in reader.present:
            given |= {"subtitle": found["main_subtitle"], "main_subtitle": NO_WORDS}
    if kind is Kind.BOOK and container.original and container.original == title.original:
        given["container"] = NO_WORDS
    if kind is Kind.ONLINE and not container and "eprint" in reader.present:
        given |= _site(reader)
    return given


def _site(reader: FieldReader) -> dict[str, Any]:
    """Return the site that `eprint` names, as biblatex-apa has it: Twitter, PsyArXiv, ERIC."""
    if "eprinttype" in reader.present or not _NAME.fullmatch(reader.plain("eprint")):
        return {}
    return {"container": reader.text("eprint"), "eprint": ""}
