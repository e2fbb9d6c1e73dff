"""What a work stands in, by the fields of its entry: a journal, a book, the site that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sholu.bibliography.field_reader import FieldReader
from sholu.bibliography.fields import PERIODICAL, PLATFORMS
from sholu.bibliography.references import Kind
from sholu.bibliography.typed_words import of_words
from sholu.bibliography.versions import NO_WORDS, Versions
from sholu.regexes import regex

# The name of a site, and not the number that a work has there.
_NAME = regex(r"[^\W\d_][^\d/]*")
# A name of several words, each of some length with a capital: Computer Science Stack Exchange.
_PROPER = of_words(r"[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|<<between_names>>))* [A-Z][\w’'&-]*")
# The name of a site as an address begins with it: stat.gov.kz.
_DOMAIN = regex(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
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
    container = reader.text(*names) or (reader.text("shortjournal") if kind is Kind.ARTICLE else NO_WORDS)
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
    site = _published_on(reader, kind)
    if site and (not container or container.original == site.original):
        given["container"] = site
        given |= {} if "type" in reader.present else {"medium": NO_WORDS}
    if kind is Kind.ONLINE and not container and "eprint" in reader.present:
        given |= _site(reader)
    return given


def _published_on(reader: FieldReader, kind: Kind) -> Versions[str]:
    """Return the site on which something was published, as its name with capitals tells it."""
    if kind not in {Kind.ONLINE, Kind.MISC} or "howpublished" not in reader.present:
        return NO_WORDS
    published = reader.text("howpublished")
    if _DOMAIN.fullmatch(published.original):
        return published
    if "url" not in reader.present:
        return NO_WORDS
    # What says itself what it is leaves the site to `howpublished`.
    is_named_once = "type" in reader.present and published.original[:1].isupper()
    is_name = is_named_once or published.original in PLATFORMS or _PROPER.fullmatch(published.original)
    return published if is_name else NO_WORDS


def with_chapter(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of a @inbook whose `chapter` is the title of the part, its `title` the book's."""
    if entry_type != "inbook" or "booktitle" in fields or not _SOME_WORDS.search(fields.get("chapter", "")):
        return fields
    titles = {"title": fields["chapter"], "booktitle": fields.get("title", "")}
    rest = {name: value for name, value in fields.items() if name not in {"chapter", "subtitle"}}
    return {**rest, **titles} | ({"booksubtitle": fields["subtitle"]} if "subtitle" in fields else {})


def _site(reader: FieldReader) -> dict[str, Any]:
    """Return the site that `eprint` names, as biblatex-apa has it: Twitter, PsyArXiv, ERIC."""
    if "eprinttype" in reader.present or not _NAME.fullmatch(reader.plain("eprint")):
        return {}
    return {"container": reader.text("eprint"), "eprint": ""}
