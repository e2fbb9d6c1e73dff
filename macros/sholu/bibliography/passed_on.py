"""What readers are not shown and other programs read: an export says it as the file does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sholu.bibliography import values
from sholu.bibliography.entry_types import KEY_OF_PATENT, KEYS_OF_TYPES
from sholu.bibliography.fields import KEPT_FIELDS, KEPT_TYPES
from sholu.bibliography.kinds import Kind
from sholu.bibliography.language_names import code_of_language, name_of_language, with_country
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.tex import plain_text, readable
from sholu.regexes import regex

_JOURNALS = ("journal", "journaltitle")
_ADDRESS = regex(r"https?://|\\url", re.IGNORECASE)


def has_medium(published: str) -> bool:
    """Tell whether `howpublished` says what a work is, and neither where it is read nor “personal”."""
    return published.strip("{} ").casefold() not in {"", "personal"} and not _ADDRESS.search(published)


def _is_key(kind: str) -> bool:
    """Tell whether a type is one of biblatex's own words, which say what the work is in any language."""
    return kind in KEYS_OF_TYPES or KEY_OF_PATENT.fullmatch(kind) is not None


def _counted(fields: Mapping[str, str], *, has_total: bool) -> dict[str, str]:
    """Return how many pages and volumes a book has, and its ISBN, where other programs are told more."""
    pages, volumes, isbns = (plain_text(fields.get(name, "")) for name in ("pages", "volumes", "isbn"))
    told = {
        # BibTeX has no other field for it.
        "pages": pages if has_total else "",
        # Readers are not told so of a book (`supplied.told_once`).
        "volumes": volumes if volumes == "1" else "",
        # One of each binding; readers are shown the first.
        "isbn": isbns if len(values.isbns(isbns)) > 1 else "",
    }
    return {name: text for name, text in told.items() if text}


def _host(fields: Mapping[str, str], read: Mapping[str, str]) -> dict[str, str]:
    """Return the journal of a preprint or a decision as its entry has it, where it was read as a number."""
    is_number = "eprint" in read or "citation" in read.keys() - fields.keys()
    journal = next((name for name in _JOURNALS if fields.get(name)), "")
    if not journal or not is_number or not read.keys().isdisjoint({*_JOURNALS, "booktitle"}):
        return {}
    told = {"journal": journal, "volume": "volume", "pages": "pages"}
    return {
        name: text
        for name, field in told.items()
        if field in fields and field not in read and (text := plain_text(fields[field]))
    }


def passed_on(
    entry: RawEntry, kind: Kind, language: str, read: Mapping[str, str], *, has_total: bool
) -> dict[str, Any]:
    """Return the parts of a reference that exports pass on.

    Args:
        entry: the entry as it stands in the file.
        kind: what the work is.
        language: the code of the language of the work.
        read: its fields as they were read, without what programs put into others.
        has_total: whether its pages tell how many it has.
    """
    fields = entry.fields
    # With its emphasis.
    kept = {name: text for name in fields if name in KEPT_FIELDS and (text := readable(fields[name])[0])}
    kept |= _counted(fields, has_total=has_total) | _host(fields, read)
    if kind is Kind.ARTICLE and {"issue", "number"} <= fields.keys():
        issue = plain_text(fields["issue"])
        if issue and not any(map(str.isalpha, issue)):
            # Two numbers, of which nobody knows which is that of all issues.
            kept["issue"] = issue
    if "note" in fields and read.get("note") != fields["note"]:
        # What a program wrote there is told by other fields, which other programs do not read out of it.
        kept["note"] = plain_text(fields["note"])
    named = fields["langid"].strip("{} ").casefold() if "langid" in fields else ""
    # British English is English to us.
    if named and named not in {language, name_of_language(language)}:
        kept["langid"] = named
    typed = (fields[name] for name in ("langid", "language", "hyphenation") if name in fields)
    options = fields.get("langidopts", "")
    tags = (tag for one in typed if (tag := with_country(one, options)) and code_of_language(tag) == language)
    if tag := next(tags, ""):
        kept["language"] = tag
    if "howpublished" in fields and has_medium(fields["howpublished"]):
        kept["howpublished"] = plain_text(fields["howpublished"])
    if "type" in fields and _is_key(own := fields["type"].casefold()):
        kept["type"] = own
    given: dict[str, Any] = {"kept": tuple(sorted(kept.items()))} if kept else {}
    # A page of a work is a part of it to us.
    is_kept = entry.type in KEPT_TYPES or (entry.type == "online" and kind is Kind.CHAPTER)
    return given | ({"entry_type": entry.type} if is_kept else {})
