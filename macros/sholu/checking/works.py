"""What an editor of a bibliography would see: what is missing, what looks wrong, what is there twice.

Here stands what is no fault of a field that `bibliography` reads, and shows all the same. Fields that a type
of entry asks for are those of biblatex (its manual, 2.1.1), without those that many works rightly lack.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from sholu.bibliography.library import Library
from sholu.bibliography.limits import SHORTEST_SHOUTED
from sholu.bibliography.raw import RawEntry
from sholu.bibliography.references import Date, Kind, Reference, Standing
from sholu.bibliography.typed_words import loosely, typed_words
from sholu.bibliography.values import is_country, is_orcid
from sholu.checking.doubtful_works import doubts, without_language
from sholu.languages import kept
from sholu.languages.countries import is_named
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex

_BOOKS = frozenset(
    {"book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "booklet"}
)
_PARTS = frozenset({Kind.CHAPTER, Kind.PAPER})
_WITH_AUTHOR = frozenset({Kind.THESIS, Kind.PAPER})
_DATED = frozenset({Kind.ARTICLE, Kind.BOOK, Kind.CHAPTER, Kind.PAPER, Kind.THESIS, Kind.REPORT})
_YEAR = regex(r"(?<!\d)\d{4}(?!\d)")
_ORCID = regex(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")
_PAGES = regex(r"(?P<first>\d+)\s*[-–—]{1,3}\s*(?P<last>\d+)")
_DOI = regex(r"https?://(?:dx\.|www\.)?doi\.org/(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
# What leads nobody but whoever copied it, or tells who that was.
_ADDRESSES = {
    "address_session": r"[?&;](?:php)?j?session(?:id)?=|[?&]sid=|;jsessionid=",
    "address_proxy": r"//[^/]*(?:ezproxy|libproxy|\bproxy\.|translate\.goog)|//(?:localhost|127\.0)\b",
    "address_tracking": r"[?&](?:utm_\w+|fbclid|gclid|yclid|mc_cid|igshid)=",
    "address_search": r"//(?:www\.)?google\.[a-z.]+/(?:url|search)\?|//yandex\.[a-z]+/(?:search|clck)",
    "address_shortened": r"//(?:bit\.ly|goo\.gl|tinyurl\.com|t\.co|clck\.ru|is\.gd|ow\.ly)/",
}
_DOUBTFUL = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _ADDRESSES.items()}
# So many years before it comes out a work may be announced.
_ANNOUNCED = 5
# https://www.iso.org/iso-3166-country-codes.html, part 3: of countries that works were published in.
_FORMER_COUNTRIES = frozenset({"cs", "dd", "su", "yu"})
_LONG_WORD = regex(r"[^\W\d_]{4,}")
_COMMAND = regex(r"\\[A-Za-z]+")
# A file of so many entries nearly all of which are in order has one.
_FEWEST_IN_ORDER = 10
_IN_ORDER = 0.9


def wrong_works(
    entries: Mapping[str, RawEntry], library: Library, shown: str, this_year: int = 0
) -> Iterator[Problem]:
    """Find what an editor would see in a bibliography.

    Args:
        entries: as they stand in the file, by key.
        library: what was read of them.
        shown: the path of the file.
        this_year: that of today if it is another.
    """
    today = date(this_year, 12, 31) if this_year else datetime.now(UTC).date()
    this_year = today.year
    for key, entry in entries.items():
        if entry.is_broken or key not in library:
            continue
        for code, name, values in (
            *_missing(entry, library[key]),
            *_years(entry, library[key]),
            *_to_come(entry, library[key], this_year),
            *_countries(entry),
            *_names(entry),
            *_capitals(entry),
            *_numbers(entry),
            *_addresses(entry),
            *doubts(entry, library[key], today),
        ):
            yield problem(code, Place(shown, entry.lines.get(name, entry.line)), key=key, **values)
    untold = without_language(
        (entry, library[key]) for key, entry in entries.items() if key in library and not entry.is_broken
    )
    if untold:
        place = Place(shown, untold[0].line)
        yield problem("B123", place, key=untold[0].key, count=len(untold))
    yield from _twice(entries, library, shown)
    yield from _out_of_order(entries, shown)


# A finding: the code, the field, what the sentences of its rule name.
_Findings = Iterator[tuple[str, str, Mapping[str, object]]]


def _missing(entry: RawEntry, work: Reference) -> _Findings:
    """Name the fields without which nobody finds the work."""
    # Of a work that is not identified the editors say what is known.
    is_explained = work.description or any(re.match(r"note_\w", name) for name in entry.fields)
    if is_explained or work.is_personal or work.mention is not Standing.CITED or not work.title:
        return
    has_address = any((work.urls, work.doi, work.eprint, work.archive, work.archive_url))
    wanted = {
        "journal": work.kind is Kind.ARTICLE and not (work.container or work.issue_title),
        "booktitle": work.kind in _PARTS and not (work.container or work.main_title),
        "author": work.kind in _WITH_AUTHOR and not (work.authors or work.editors),
        "institution": work.kind is Kind.THESIS and not (work.institution or work.publisher),
        "publisher": entry.type in _BOOKS
        and not (work.publisher or work.place or work.institution or has_address or work.medium),
        # One that is typed and cannot be read is told where it stands.
        "url": work.kind is Kind.ONLINE and not has_address and "url" not in entry.fields,
        "date": work.kind in _DATED
        and not (work.date or work.pub_state or work.access_date)
        and not any(map(entry.fields.get, ("date", "year"))),
        "urldate": work.kind is Kind.ONLINE
        and bool(work.urls)
        and not (work.date or work.access_date or "urldate" in entry.fields),
    }
    if work.kind is Kind.REPORT:
        bodies = (work.institution, work.publisher, work.authors)
        wanted["institution"] = not any(bodies)
    if missing := [name for name, is_missing in wanted.items() if is_missing]:
        yield "B043", "", {"type": entry.type, "missing": ", ".join(missing)}


def _years(entry: RawEntry, work: Reference) -> _Findings:
    year, date = (_YEAR.search(entry.fields.get(name, "")) for name in ("year", "date"))
    if year and date and year[0] != date[0] and year[0] not in entry.fields["date"]:
        yield "B045", "year", {"year": year[0], "date": entry.fields["date"].strip("{}")}
    if work.date and work.access_date and _is_before(work.access_date, work.date):
        values = {"accessed": work.access_date.iso, "date": work.date.iso}
        yield "B046", "urldate", values


def _to_come(entry: RawEntry, work: Reference, this_year: int) -> _Findings:
    """Find years of works that nobody has announced yet: 2062 for 2026, 3001 for 2001."""
    if work.date and work.date.year > this_year + _ANNOUNCED:
        field = next((name for name in ("date", "year") if name in entry.fields), "")
        yield "B093", field, {"year": work.date.year}


def _countries(entry: RawEntry) -> _Findings:
    """Find codes of two letters that no country has, nor one had (ISO 3166-1 and 3166-3, by CLDR)."""
    for code in re.split(r"\s*[,;]\s*", entry.fields.get("country", "").strip("{} ")):
        if is_country(code) and code not in _FORMER_COUNTRIES and not is_named(code):
            yield "B030", "country", {"field": "country", "given": code}


def _is_before(one: Date, other: Date) -> bool:
    """Tell whether a date is surely before another."""
    if one.is_open_start or other.is_uncertain or other.is_approximate or other.unspecified or other.season:
        return False
    return one.iso < other.iso[: len(one.iso)] or (one.iso < other.iso and one.iso[:4] < other.iso[:4])


def _names(entry: RawEntry) -> _Findings:
    for field in ("author", "editor"):
        value = entry.fields.get(field, "")
        for name in re.split(r"\s+and\s+", value) if "{" not in value.strip("{}") else ():
            bare = " ".join(name.strip("{} ").split())
            if bare.strip(".,").casefold() in typed_words("nobody"):
                yield "B048", field, {"field": field, "fault": "@@name_nobody", "value": bare}
            elif _others().search(bare):
                yield "B048", field, {"field": field, "fault": "@@name_others", "value": bare}
            elif re.search(r"\d", bare) and not value.startswith("{"):
                yield "B048", field, {"field": field, "fault": "@@name_figures", "value": bare}


def _capitals(entry: RawEntry) -> _Findings:
    """Find titles as title pages have them; a word or an abbreviation alone may be right."""
    for name in ("title", "subtitle", "booktitle", "maintitle", "journal", "journaltitle"):
        value = _COMMAND.sub("", entry.fields.get(name, "")).replace("{", "").replace("}", "")
        # 研究[J] has one letter that may be large or small, and is large.
        if name == "title" and len(value) >= SHORTEST_SHOUTED:
            # That is told where it is read (B096).
            continue
        if value.isupper() and sum(word.lower() != word for word in _LONG_WORD.findall(value)) > 1:
            yield "B100", name, {"field": name, "title": " ".join(value.split())}


def _numbers(entry: RawEntry) -> _Findings:
    for name, value in entry.fields.items():
        if "orcid" in name:
            for given in _ORCID.findall(value):
                if not is_orcid(given.upper()):
                    yield "B049", name, {"given": given}
    found = _PAGES.fullmatch(entry.fields.get("pages", "").strip("{} "))
    # Pages may be shortened, 123-8.
    if found and len(found["first"]) <= len(found["last"]) and int(found["first"]) > int(found["last"]):
        yield "B047", "pages", {"given": found[0]}


def _addresses(entry: RawEntry) -> _Findings:
    for name, value in entry.fields.items():
        if name.partition("_")[0] != "url" or "//" not in value:
            continue
        bare = value.strip("{} ")
        if (found := _DOI.fullmatch(bare)) and "doi" not in entry.fields:
            yield "B050", name, {"field": name, "doi": found["doi"]}
        for fault, pattern in _DOUBTFUL.items():
            if pattern.search(bare):
                yield "B051", name, {"field": name, "given": bare, "fault": f"@@{fault}"}
                break


def _twice(entries: Mapping[str, RawEntry], library: Library, shown: str) -> Iterator[Problem]:
    """Find works that stand under two keys: by their DOI, or by title, year and first author."""
    first: dict[tuple[str, ...], str] = {}
    for key, entry in entries.items():
        if key not in library:
            continue
        work = library[key]
        names: list[tuple[str, ...]] = [("doi", work.doi.casefold())] if work.doi else []
        if same := _identity(work):
            names.append(same)
        other = next((first[name] for name in names if name in first), None)
        for name in names:
            first.setdefault(name, key)
        if other is not None and not _are_parts(work, library[other]):
            yield problem("B044", Place(shown, entry.line), key=key, other=other, line=entries[other].line)


def _identity(work: Reference) -> tuple[str, ...]:
    """Return what a work is known by; nothing where that is not enough to tell it from another."""
    title = _bare(f"{work.title.original} {work.subtitle.original}")
    authors = work.authors.original
    if not (title and work.date and (authors or work.container)):
        return ()
    family = _bare(authors[0].family) if authors else ""
    rest = (work.volume, work.number, work.part, work.edition, work.pages.text)
    return (title, str(work.date.year), family, _bare(work.container.original), work.kind.name, *rest)


def _are_parts(one: Reference, other: Reference) -> bool:
    """Tell whether two works of one DOI are parts of what has it: chapters of a book."""
    return bool(one.pages.text and other.pages.text and one.pages != other.pages)


def _bare(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words).casefold().replace("ё", "е")
    return "".join(sign for sign in folded if sign.isalnum())


def _out_of_order(entries: Mapping[str, RawEntry], shown: str) -> Iterator[Problem]:
    """Find the few entries of a sorted file that stand elsewhere than their keys say."""
    keys = list(entries)
    if len(keys) < _FEWEST_IN_ORDER:
        return
    staying = _longest_in_order([key.casefold() for key in keys])
    if len(staying) == len(keys) or len(staying) < _IN_ORDER * len(keys):
        return
    in_order = [keys[position] for position in sorted(staying)]
    for position, key in enumerate(keys):
        if position not in staying:
            place = bisect_right(in_order, key.casefold(), key=str.casefold)
            after = in_order[place - 1] if place else ""
            yield problem(
                "B052", Place(shown, entries[key].line), key=key, after=after or in_order[0], **_side(after)
            )


def _side(after: str) -> dict[str, str]:
    return {"side": "@@place_after" if after else "@@place_before"}


def _longest_in_order(keys: Iterable[str]) -> set[int]:
    """Return the positions of a longest increasing subsequence (patience sorting)."""
    tails: list[str] = []
    ends: list[int] = []
    previous: list[int] = []
    for position, key in enumerate(keys):
        pile = bisect_right(tails, key)
        previous.append(ends[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [key]
        ends[pile : pile + 1] = [position]
    kept: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.add(position)
        position = previous[position]
    return kept


@kept
def _others() -> re.Pattern[str]:
    """Match what stands for the others in print, and in BibTeX would be part of the last one's name."""
    return re.compile(rf"(?:\s|^){loosely('and_others')}\.?$", re.IGNORECASE)
