"""Entries whose fields say that they are something else than their type says.

Google Scholar types a preprint as an article of the journal “arXiv preprint arXiv:2008.08171”, Zotero a
decision of a court as a @misc whose journal is its report; an article of a publisher that stands nowhere is a
work of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from sholu.bibliography.better_bibtex import without_title_case
from sholu.bibliography.card_titles import without_cards
from sholu.bibliography.leftovers import without_leftovers
from sholu.bibliography.misplaced import with_each_in_its_own
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.theses import without_thesis_in_title
from sholu.bibliography.typed_hosts import without_typed_hosts
from sholu.bibliography.typed_words import of_words
from sholu.regexes import regex
from sholu.values import replace

_ARXIV = "arxiv"
# "arXiv preprint arXiv:2008.08171", "arXiv:hep-th/9901001 [hep-th]", "ArXiv e-prints".
_NUMBER = regex(
    r"(?:arxiv\W*)?(?P<number>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:\s*\[[\w.-]+\])?"
)
_IN_ARXIV = regex(r"(?:arxiv|corr)\b(?:[ -](?:e-?)?(?:preprints?|prints?))?[\s,:]*(?P<rest>.*)")
_JOURNALS = ("journal", "journaltitle")
# What says that an article stands in something.
_HOSTS = frozenset(
    {*_JOURNALS, "booktitle", "maintitle", "issn", "shortjournal", "volume", "number", "issue", "issuetitle",
     "pages", "eid", "series", "crossref", "xdata", "eprint", "pubstate", "doi", "url", "organization",
     "titleaddon", "howpublished", "entrysubtype", "eventtitle", "note", "type"}
)  # fmt: skip
# "556 U.S. 662", "321 N.L.R.B. 1208", "742 SE 2d 535": the report, and a name by which cases are called.
_REPORTER = regex(r"(?:[A-Z][A-Za-z]{0,4}\.? ?){1,5}(?:[2-4]d|[45]th)?\.?")
_SURE_REPORTER = regex(r"(?:[A-Z]\. ?){2,6}(?:[2-4]d|[45]th)?|.* [2-4]d|.* [45]th")
_VERSUS = of_words(r".+ <<versus>>\.? .+")
# With these a volume is one of a work, and the file one of biblatex.
_OF_WHOLES = frozenset(
    {"number", "maintitle", "volumes", "part", "date", "location", "journaltitle", "issn", "volumetitle"}
)
# "[1]", "Vol. 6", "2225 : Rechtsgeschichte": catalogues.
_OF_SERIES = of_words(r"\[?(?:<<volume>>\.?\s*)?(?P<number>\d+)\]?(?:\s:\s.*)?", re.IGNORECASE)
_TITLE_WITH_SITE = of_words(
    r"(?P<title>.{4,}?)\s+(?:\||\{?\\textbar\}?)\s+"
    r"(?P<article>\{?<<definite_article>>\}? )?(?P<site>[^|\\]{3,40})",
    re.IGNORECASE,
)
_SITES = frozenset({*_JOURNALS, "organization", "institution", "publisher", "howpublished", "titleaddon"})
# The name of a newspaper in `howpublished`: words with capitals.
_NAME = regex(r"[A-ZА-ЯӘҒҚҢӨҰҮҺІÇĞİÖŞÜ][^\W\d_]+(?: [A-ZА-ЯӘҒҚҢӨҰҮҺІÇĞİÖŞÜ][^\W\d_]+){1,4}")
_IN_SOMETHING = frozenset({*_JOURNALS, "booktitle", "publisher"})
# "US Patent App. 16/060,761"
_PATENT = of_words(r"(?P<sort>[^\d]{0,30}?<<patent>>(?: App\.)?)\s(?P<number>\d[\d,./]*)", re.IGNORECASE)
_NO_LETTER, _SHORTEST = regex(r"[^a-z0-9]+"), 4
_THESES = frozenset({"phdthesis", "mathesis", "bathesis", "candthesis"})
_PEOPLE = frozenset({"author", "editor", "institution", "organization", "publisher"})


def as_it_is(
    entry: RawEntry, fields: Mapping[str, str], plain: Callable[[str], str] = str
) -> tuple[RawEntry, Mapping[str, str]]:
    """Return an entry under the type that its fields tell, and those fields as that type has them.

    Args:
        entry: the entry as it stands in the file.
        fields: its fields, with those that it inherits.
        plain: returns a title without the accents of TeX.
    """
    own_type, fields = without_leftovers(entry.type, with_each_in_its_own(entry.type, fields))
    if own_type != entry.type:
        entry = replace(entry, type=own_type)
    fields = without_cards(entry.type, without_title_case(fields, plain))
    fields = without_thesis_in_title(entry.type, without_typed_hosts(entry.type, fields))
    fields = _in_newspaper(entry.type, fields)
    if patent := _of_google(entry.type, fields):
        return replace(entry, type="patent"), patent
    journal = next((fields[name] for name in _JOURNALS if fields.get(name)), "")
    if entry.type == "article" and journal and (number := _arxiv_number(journal, fields)):
        rest = {name: value for name, value in fields.items() if name not in {*_JOURNALS, "volume"}}
        return replace(entry, type="online"), {**rest, "eprint": number, "eprinttype": _ARXIV}
    fields = _without_its_number(entry.type, fields)
    if other := _other_type(entry.type, journal, fields):
        return replace(entry, type=other), _of_series(other, fields)
    if journal and (citation := _report(entry.type, journal, fields)):
        rest = {name: value for name, value in fields.items() if name not in {*_JOURNALS, "volume", "pages"}}
        return replace(entry, type="jurisdiction"), {**rest, "citation": citation}
    if "eprint" in fields and {"eprinttype", "archiveprefix"}.isdisjoint(fields):
        found = _NUMBER.fullmatch(fields["eprint"].strip().casefold())
        if found and _ARXIV in fields["eprint"].casefold():
            return entry, {**fields, "eprint": found["number"], "eprinttype": _ARXIV}
    return entry, _of_series(entry.type, _with_site(entry.type, fields))


def _of_google(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of a patent of Google Scholar, `note = {US Patent 9,367,592}`; of others nothing."""
    is_asked = entry_type == "misc" and fields.get("publisher") == "Google Patents"
    found = _PATENT.fullmatch(fields.get("note", "").strip()) if is_asked else None
    if found is None:
        return {}
    rest = {name: value for name, value in fields.items() if name not in {"note", "publisher"}}
    return {**rest, "type": found["sort"].strip(), "number": found["number"]}


def _without_its_number(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields of a standard without its number at the beginning of its title, too."""
    number, title = fields.get("number", "").strip("{} "), fields.get("title", "").strip("{} ")
    if entry_type != "standard" or not number or not title.startswith(f"{number} "):
        return fields
    rest = title[len(number) :].lstrip(" .:–—-")
    return {**fields, "title": rest} if rest else fields


def _in_newspaper(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the newspaper of an article that `howpublished` names as its journal: «Cumhuriyet Gazetesi»."""
    published = fields.get("howpublished", "")
    if entry_type != "article" or not _NAME.fullmatch(published) or not _IN_SOMETHING.isdisjoint(fields):
        return fields
    return {**{name: value for name, value in fields.items() if name != "howpublished"}, "journal": published}


def _other_type(entry_type: str, journal: str, fields: Mapping[str, str]) -> str:
    """Return the type that an entry is of by its fields, "" if it is of its own."""
    if entry_type == "article" and "publisher" in fields and _HOSTS.isdisjoint(fields):
        return "misc"
    if entry_type == "phdthesis" and all(fields.get(name) for name in ("publisher", "series", "volume")):
        # A thesis that has appeared in a series is a book.
        return "book"
    if entry_type in {"book", "misc"} and fields.get("type", "").strip("{} ").casefold() in _THESES:
        # biblatex's key for a sort of thesis says what the work is.
        return "thesis"
    return "incollection" if not journal and _is_part(entry_type, fields) else ""


def _is_part(entry_type: str, fields: Mapping[str, str]) -> bool:
    """Tell whether an article or a book is a part of another book, with pages in it."""
    if "booktitle" not in fields or "crossref" in fields:
        return False
    is_other = fields["booktitle"].casefold() != fields.get("title", "").casefold()
    is_article = entry_type == "article" and not {"editor", "publisher"}.isdisjoint(fields)
    return is_article or (entry_type == "book" and is_other and "pages" in fields)


def _of_series(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the number of a book in its series, a `volume` of BibTeX, as biblatex has it: `number`."""
    is_bibtex = bool(fields.get("series")) and "volume" in fields and _OF_WHOLES.isdisjoint(fields)
    is_asked = is_bibtex and entry_type == "book"
    found = _OF_SERIES.fullmatch(fields["volume"].strip()) if is_asked else None
    if found is None:
        return fields
    rest = {name: value for name, value in fields.items() if name != "volume"}
    return {**rest, "number": found["number"]}


def _with_site(entry_type: str, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Return the site apart with which the title of a page ends: “Unfamiliar ways | The Economist”."""
    if entry_type not in {"misc", "online"} or "url" not in fields or not _SITES.isdisjoint(fields):
        return fields
    found = _TITLE_WITH_SITE.fullmatch(fields.get("title", ""))
    if found is None:
        return fields
    site = _NO_LETTER.sub("", found["site"].casefold())
    is_of_address = len(site) >= _SHORTEST and site in _NO_LETTER.sub("", urlsplit(fields["url"]).netloc)
    return (
        {**fields, "title": found["title"], "journal": f"{found['article'] or ''}{found['site']}"}
        if is_of_address
        else fields
    )


def _arxiv_number(journal: str, fields: Mapping[str, str]) -> str:
    """Return the number of a preprint whose journal is arXiv, by that journal, its volume, or `eprint`."""
    found = _IN_ARXIV.fullmatch(journal.strip(" {}").casefold())
    if found is None:
        return ""
    said = (found["rest"], fields.get("volume", "").removeprefix("abs/"), fields.get("eprint", ""))
    numbers = (_NUMBER.fullmatch(one.strip().casefold()) for one in said if one)
    return next((number["number"] for number in numbers if number), "")


def _report(entry_type: str, journal: str, fields: Mapping[str, str]) -> str:
    """Return where a decision is reported: "556 U.S. 662"; "" for what is none."""
    is_told = {"volume", "pages", "title"} <= fields.keys() and _PEOPLE.isdisjoint(fields)
    if entry_type not in {"misc", "jurisdiction"} or not is_told or "citation" in fields:
        return ""
    is_case = _VERSUS.fullmatch(fields["title"]) and _REPORTER.fullmatch(journal)
    if not (is_case or _SURE_REPORTER.fullmatch(journal)):
        return ""
    return f"{fields['volume']} {journal} {fields['pages']}"
