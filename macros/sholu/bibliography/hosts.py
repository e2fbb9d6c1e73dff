"""What a work stands in, by the fields of its entry: a journal, a book, the site that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.fields import PERIODICAL
from sholu.bibliography.references import Kind
from sholu.bibliography.sites import beside_title, named_site, published_on
from sholu.bibliography.versions import NO_WORDS, Versions
from sholu.regexes import regex

_SOME_WORDS = regex(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")


def hosts(reader: FieldReader, kind: Kind, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the container, and the title of what has only that of the whole it belongs to.

    Args:
        reader: the entry.
        kind: what the work is.
        found: what is known of it.
    """
    in_book = kind in {Kind.CHAPTER, Kind.PAPER}
    names = ("booktitle", "journaltitle", "journal") if in_book else ("journaltitle", "journal", "booktitle")
    # EBSCO puts a stop behind all titles; else one belongs to an abbreviation: «материалы конф.».
    has_stops = in_book and reader.fields.get("title", "").rstrip("}").endswith(".")
    container = (reader.title if has_stops else reader.text)(*names) or (
        reader.text("shortjournal") if kind is Kind.ARTICLE else NO_WORDS
    )
    main = found.get("main_title", NO_WORDS)
    title = found["title"]
    # A volume may be called as the whole, or name it once more.
    is_same = container.original and main.original == container.original
    given: dict[str, Any] = {"container": container, **({"main_title": NO_WORDS} if is_same else {})}
    if main and in_book and not container:
        # A chapter of a work in several volumes, none of which has a title of its own.
        given |= {"container": main, "main_title": NO_WORDS}
        if "mainsubtitle" in reader.present:
            given |= {"container_subtitle": found["main_subtitle"], "main_subtitle": NO_WORDS}
    if container and title and found.get("genre") == PERIODICAL:
        # An issue that has its own title where others have that of the journal; `issuetitle` says what it is.
        addon = found.get("issue_title", NO_WORDS) or found.get("title_addon", NO_WORDS)
        return {"title": container, "issue_title": title, "title_addon": addon, "container": NO_WORDS}
    # Of what has neither title nor author it is the whole that is cited.
    is_whole = kind is Kind.BOOK or (kind in {Kind.ARTICLE, Kind.CHAPTER} and not found.get("authors"))
    if is_whole and container and not (title or found.get("description")):
        # A journal or a volume of proceedings as a whole.
        return _whole(reader, kind, container)
    if main and not title and not found.get("description") and not in_book:
        given |= {"title": main, "main_title": NO_WORDS}
        if "mainsubtitle" in reader.present:
            given |= {"subtitle": found["main_subtitle"], "main_subtitle": NO_WORDS}
    if kind is Kind.BOOK and container.original and container.original == title.original:
        given["container"] = NO_WORDS
    site = published_on(reader, kind)
    if site and (not container or container.original == site.original):
        given["container"] = site
        given |= {} if "type" in reader.present else {"medium": NO_WORDS}
    if kind is Kind.ONLINE and not container and "eprint" in reader.present:
        given |= named_site(reader)
    return given | beside_title(reader, kind, found)


def _whole(reader: FieldReader, kind: Kind, container: Versions[str]) -> dict[str, Any]:
    """Return the title of a whole, and tell of it where a part was to be cited."""
    if kind is Kind.CHAPTER:
        reader.report("B070", "", field="booktitle")
    return {"title": container, "container": NO_WORDS}


def with_chapter(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of a @inbook whose `chapter` is the title of the part, its `title` the book's."""
    if entry_type != "inbook" or "booktitle" in fields or not _SOME_WORDS.search(fields.get("chapter", "")):
        return fields
    titles = {"title": fields["chapter"], "booktitle": fields.get("title", "")}
    rest = {name: value for name, value in fields.items() if name not in {"chapter", "subtitle"}}
    return {**rest, **titles} | ({"booksubtitle": fields["subtitle"]} if "subtitle" in fields else {})
