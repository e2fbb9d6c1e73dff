"""What an editor doubts in a work that can be read all the same: its language, its dates, its title.

Findings are made of an entry as it stands in the file and of what was read of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import Kind, Reference
from sholu.bibliography.typed_words import of_words
from sholu.languages.runs import script_of
from sholu.languages.scripts import SCRIPTS, parts
from sholu.regexes import regex

# A finding: the code, the field, what the sentences of its rule name.
Findings = Iterator[tuple[str, str, Mapping[str, object]]]

_TITLES = ("title", "subtitle", "booktitle", "maintitle", "journal", "journaltitle")
_HOSTS = ("booktitle", "journal", "journaltitle")
_INCHES = regex(r"\d\"")
_PAIRS = (("«", "»"), ("“", "”"))
# German and others close with the sign that opens in English.
_LOW = "„"
# «… – Алматы: Жазушы, 1962. – 488 б.», «… // Вестник. 2001»
_DESCRIPTION = regex(r"\.\s*[–—-]\s*[^\W\d_][\w.\s-]{0,30}:\s?[^:]{2,80},\s?(?:1[5-9]|20)\d\d|\s//\s")
# Languages that have been written in several scripts.
_MANY = "az ba bs chg crh kaa kk ks ku ky mn ms mul ota pa ro sd sh sr tg tk tr tt ug und uz"
_IN_SEVERAL = frozenset(_MANY.split())
_ENGLISH = of_words(r"\b(?:<<english_alone>>)\b", re.IGNORECASE)
# Journals began in 1665, printing from type about 1450.
_FIRST_JOURNAL, _FIRST_PRINT = 1665, 1450
# In these letters several languages are written, and romanized each in its way.
_SHARED = frozenset({"Cyrl", "Arab"})
# What rightly has nobody who wrote it.
_BY_NOBODY = frozenset({"newspaper", "magazine", "periodical", "review", "blog"})
_OF_MANY = regex(r"(?:mv)?(?:collection|proceedings|reference)|booklet|manual|periodical|inreference")


def doubts(entry: RawEntry, work: Reference, today: date) -> Findings:
    """Find what is doubtful in one work.

    Args:
        entry: as it stands in the file.
        work: what was read of it.
        today: no address was read later.
    """
    yield from _titles(entry)
    yield from _straight(entry, work)
    yield from _language(entry, work)
    yield from _dates(entry, work, today)
    if ".." in work.doi:
        yield "B128", "doi", {"given": work.doi}
    if _lacks_author(entry, work):
        yield "B127", "", {"type": entry.type}


def without_language(works: Iterable[tuple[RawEntry, Reference]]) -> list[RawEntry]:
    """Return the entries whose language neither their fields nor the letters of their titles tell."""
    return [
        entry
        for entry, work in works
        if not work.language and _script(work.title.original or entry.fields.get("title", "")) in _SHARED
    ]


def _titles(entry: RawEntry) -> Findings:
    for name in _TITLES:
        value = entry.fields.get(name, "")
        if not value.isascii():
            for opening, closing in _PAIRS:
                is_english = opening == "“" and _LOW in value
                if not is_english and value.count(opening) != value.count(closing):
                    given = opening if value.count(opening) > value.count(closing) else closing
                    yield "B121", name, {"field": name, "sign": given, "title": _short(value)}
                    break
        if name in {"title", "booktitle"} and _DESCRIPTION.search(value) and "http" not in value:
            yield "B124", name, {"field": name, "title": _short(value)}


def _straight(entry: RawEntry, work: Reference) -> Findings:
    """Find a straight quotation mark alone, which is no sign of inches."""
    for names, shown in ((("title",), work.title.original), (_HOSTS, work.container.original)):
        name = next((one for one in names if one in entry.fields), "")
        if name and shown.count('"') % 2 and not _INCHES.search(shown):
            yield "B121", name, {"field": name, "sign": '"', "title": _short(shown)}


def _language(entry: RawEntry, work: Reference) -> Findings:
    """Find a title in another language than the entry says, as far as letters and small words tell."""
    name = "langid" if entry.fields.get("langid", "").strip("{} ") else "language"
    title, code = work.title.original, work.language.partition("-")[0]
    if not (title and code and entry.fields.get(name, "").strip("{} ")):
        return
    script = _script(title)
    own = parts(script_of(code))
    is_romanized = script == "Latn"
    is_other = bool(script) and script not in own and not is_romanized and code not in _IN_SEVERAL
    words = {word.casefold() for word in _ENGLISH.findall(title)} if is_romanized and code != "en" else set()
    # A romanized title has none of them; one may be a word of another language with Latin letters.
    is_english = len(words) > (0 if "Latn" not in own else 1)
    if is_other or is_english:
        yield "B122", name, {"field": name, "given": entry.fields[name].strip("{} "), "title": _short(title)}


def _script(title: str) -> str:
    """Return the script of most letters of a title, "" if it has none."""
    if title.isascii():
        return "Latn" if any(map(str.isalpha, title)) else ""
    scripts = [script for sign in title if (script := SCRIPTS[sign])]
    return max(sorted(set(scripts)), key=scripts.count, default="")


def _dates(entry: RawEntry, work: Reference, today: date) -> Findings:
    if work.access_date and work.access_date.iso > today.isoformat()[: len(work.access_date.iso)]:
        yield "B126", "urldate", {"given": work.access_date.iso}
    if not work.date or work.date.hijri or work.date.is_open_start or work.date.year <= 0:
        return
    is_article = work.kind is Kind.ARTICLE
    first = _FIRST_JOURNAL if is_article else _FIRST_PRINT
    is_printed = is_article or (work.kind in {Kind.BOOK, Kind.CHAPTER} and bool(work.publisher))
    is_known = work.date.is_uncertain or work.date.is_approximate or work.date.unspecified
    if is_printed and not is_known and work.date.year < first:
        field = next((one for one in ("date", "year") if one in entry.fields), "")
        yield "B125", field, {"year": work.date.year, "first": first}


def _lacks_author(entry: RawEntry, work: Reference) -> bool:
    """Tell whether nobody stands at a work where readers look for somebody."""
    people = (work.authors, work.editors, work.translators, work.institution, work.roles, work.credits)
    if any(people) or work.description or work.shorthand or work.genre in _BY_NOBODY:
        return False
    if work.kind is Kind.BOOK:
        # A volume has the persons of its whole.
        return not (_OF_MANY.fullmatch(entry.type) or work.main_title or "crossref" in entry.fields)
    # What appeared on a day is news more often than not.
    is_news = work.date is not None and work.date.day is not None
    is_in_journal = work.kind is Kind.ARTICLE and bool(work.volume or work.number)
    return is_in_journal and work.pages.is_many and not is_news


def _short(words: str) -> str:
    bare = " ".join(words.replace("{", "").replace("}", "").split())
    return bare if len(bare) <= 60 else f"{bare[:60]}…"  # noqa: PLR2004 -- enough to know it by
