"""What somebody hands over: which format it is in, and the works in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from sholu.bibliography.language_names import name_of_language
from sholu.commands import RefusalError
from sholu.importing.bibtex import read_bibtex
from sholu.importing.csl import read_csl
from sholu.importing.draft import Draft
from sholu.importing.endnote import read_endnote
from sholu.importing.languages import guess
from sholu.importing.paper.heads import heads_works
from sholu.importing.pubmed import read_medline, read_pubmed_xml
from sholu.importing.ris import read_ris
from sholu.importing.typed.reading import read_reference
from sholu.importing.word_sources import read_sources
from sholu.problems.telling import said
from sholu.values import replace

_Found = TypeVar("_Found")


def _read_word(text: str) -> list[Draft]:
    return list(read_sources(text).values())


# In this order: the first sign that is found tells.
_READERS: tuple[tuple[re.Pattern[str], Callable[[str], list[Draft]]], ...] = (
    (re.compile(r"\A\s*[\[{]\s*[{\"\]]"), read_csl),
    (re.compile(r"<PubmedArticle\b"), read_pubmed_xml),
    (re.compile(r"<record\b"), read_endnote),
    (re.compile(r"<(?:b:)?Sources\b"), _read_word),
    (re.compile(r"\A(?:.*\n)?PMID *- "), read_medline),
    (re.compile(r"^TY  ?-", re.MULTILINE), read_ris),
    (re.compile(r"^[ \t]*@\w+[ \t]*[{(]", re.MULTILINE), read_bibtex),
)
_XML = (read_pubmed_xml, read_endnote, _read_word)
# A list of all that a library has on a subject; what is larger is no list of works.
_LONGEST = 50_000_000
# Works of one file; a bibliography holds half as many again.
MOST_WORKS = 10_000
# Each is weighed by the rules of several norms.
MOST_TYPED = 3_000
_LEAST_DATED = 0.6


def read_works(text: str, shown: str) -> list[Draft]:
    """Read works from text in any of the formats that are known.

    Args:
        text: what was handed over.
        shown: where it came from, for whoever handed it over.

    Raises:
        RefusalError: it is in none of them, or broken.
    """
    if len(text) > _LONGEST:
        raise RefusalError(said("add_too_long", shown=shown))
    plain = text.lstrip("\ufeff")
    is_xml = plain.lstrip().startswith("<")
    for sign, read in _READERS:
        if (is_xml or read not in _XML) and sign.search(plain):
            try:
                drafts = read(plain)
            except (ValueError, RecursionError) as error:
                reason = said("add_deep") if isinstance(error, RecursionError) else error
                refused = said("add_unreadable", shown=shown, reason=reason, known=said("works_known"))
                raise RefusalError(refused) from error
            return [with_language(draft) for draft in _not_too_many(drafts, MOST_WORKS, shown)]
    lines = [line for one in plain.splitlines() if (line := one.strip()) and not heads_works(line)]
    if typed := [read_reference(line) for line in _not_too_many(lines, MOST_TYPED, shown)]:
        dated = [draft for draft in typed if {"year", "date", "url", "doi"} & draft.fields.keys()]
        # A list may have a work without a date; what has hardly any is no list.
        if len(dated) > len(typed) * _LEAST_DATED:
            return typed
    raise RefusalError(said("add_no_format", shown=shown, known=said("works_known")))


def _not_too_many(found: list[_Found], most: int, shown: str) -> list[_Found]:
    if len(found) > most:
        raise RefusalError(said("add_too_many", shown=shown, most=f"{most:,}"))
    return found


def with_language(draft: Draft) -> Draft:
    """Name the language of a work whose record does not, if its title tells."""
    if "langid" in draft.fields or "langid" in draft.raw:
        return draft
    title = draft.fields.get("title") or draft.raw.get("title") or ""
    host = draft.fields.get("journal") or draft.raw.get("journal") or ""
    code = guess(title) or guess(f"{title} {host}")
    people = " ".join(name.family for names in draft.names.values() for name in names)
    if code == "ru" and guess(people) == "kk":
        # Nothing in «Абай жолы» tells Kazakh from Russian; Әуезов does.
        code = "kk"
    return (
        replace(draft, fields={**draft.fields, "langid": name_of_language(code.partition("-")[0])})
        if code
        else draft
    )
