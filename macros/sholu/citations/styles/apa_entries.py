"""Entries of a list by APA 7: author, date, title, source (9.4).

APA prints no other script than that of the page: authors and titles are romanized, and a title in another
language is followed by its translation in square brackets (9.38).
"""

from __future__ import annotations

from collections.abc import Iterator

from sholu.bibliography.fields import PERIODICAL
from sholu.bibliography.labels import is_of_newspaper
from sholu.bibliography.references import Date, Kind, Person, Reference
from sholu.bibliography.states import IN_PRESS
from sholu.citations import dates
from sholu.citations.composed import as_text, in_runs, sentences
from sholu.citations.shown import in_language
from sholu.citations.styles import apa_acts
from sholu.citations.styles.apa_described import additions, is_manuscript
from sholu.citations.styles.apa_people import People
from sholu.citations.styles.apa_sources import Sources
from sholu.citations.styles.apa_titles import Titles
from sholu.citations.styles.labels import CitationLabels
from sholu.citations.text import Emphasis, Text
from sholu.languages import capitalized
from sholu.works.shown import ShownWork

STOPS = (".", "?", "!")
_WITHIN_BRACKETS = str.maketrans("()", "[]")
# What appears on a day: the field `entrysubtype` says so of an article, the type of its entry of all others.
_PERIODICAL = frozenset({"newspaper", "magazine", "newsletter", "blog"})
_DATED = frozenset({"video", "audio", "performance", "letter", "music", "image"})


def entry(work: ShownWork, authors: tuple[Person, ...], labels: CitationLabels) -> Text:
    """Dress the entry of a work; `authors` are those who head it."""
    reference = work.work
    if reference.kind.is_legal:
        return labels.opened(reference, apa_acts.act(work, labels))
    if reference.citation:
        return apa_acts.decision(work, labels)
    people = People(work, authors)
    titles = Titles(work, people)
    sources = Sources(work, people, titles)
    date: Text = (f"({written_date(work, labels)})",)
    if reference.genre == PERIODICAL:
        return labels.opened(reference, sentences(_of_periodical(work, people, sources, date), STOPS))
    title = titles.text()
    heading = (as_text(people.heading()), date, title) if authors else (title, date)
    added = (as_text(capitalized(words, work.own.code)) for words in additions(work))
    text = sentences((*heading, *sources.source(), *added, *sources.address()), STOPS)
    return labels.opened(reference, (*text, *(_reprinted(work) or _original(work))))


def _of_periodical(work: ShownWork, people: People, sources: Sources, date: Text) -> Iterator[Text]:
    """Yield the parts of a journal or an issue of it; a special one has a title (10.1, example 12)."""
    issue = work.printed(work.work.issue_title)
    heading = as_text(people.heading()) if people.heads else ()
    journal = sources.journal()
    if issue:
        words = work.in_page_language(work.work.title_addon) or work.own.mediums["specialissue"]
        said = "" if issue.casefold().startswith(words.casefold()) else f" [{words}]"
        title = (*in_language(in_runs(issue), work.work.language, work.own), said)
        yield from (heading, date, title) if heading else (title, date)
        yield journal
    else:
        yield from (heading, date, journal) if heading else (journal, date)
    yield from sources.address()


def original_date(reference: Reference) -> Date | None:
    """Return when a translation or reprint first appeared: both dates stand in the text (8.15)."""
    reprints = (one.work.date for one in reference.related if one.kind == "reprintfrom")
    return reference.original_date or next(reprints, None)


def _reprinted(work: ShownWork) -> Text:
    """Say of what a work is a reprint: (Reprinted from “Light,” 1671, *Light*, *8*[2], 3–7) (10.3)."""
    own = work.own
    other = next((one for one in work.work.related if one.kind == "reprintfrom"), None)
    if other is None:
        return ()
    first = ShownWork(other.work, own, names=work.names)
    people = People(first, ())
    titles = Titles(first, people)
    sources = Sources(first, people, titles)
    title = titles.whole(first.title.printed)
    opening, closing = own.quotes
    inner, outer = (",", "") if closing == "”" else ("", ",")
    named: Text = (
        (Emphasis(title), ",") if titles.stands_alone else (opening, *title, f"{inner}{closing}{outer}")
    )
    found = sources.journal() if first.work.kind is Kind.ARTICLE else sources.body()
    year = dates.edition_years(first.work.date, own) if first.work.date else own.terms["no_date"]
    words = other.words or own.descriptions["reprintfrom"]
    parts = [part for one in (found, *sources.address()) if one for part in (", ", *one)]
    # Within round brackets those of an issue are square.
    source = (part.translate(_WITHIN_BRACKETS) if isinstance(part, str) else part for part in parts)
    return (f" ({words} ", *named, *_of_whom(work, first, people), f" {year}", *source, ")")


def _of_whom(work: ShownWork, first: ShownWork, people: People) -> Text:
    """Say on which pages and by whom a work first appeared, if not by the same: ", pp. 1–9, by A. Kim,"."""
    reference, own = first.work, work.own
    is_book = reference.kind is not Kind.ARTICLE
    said = []
    if is_book and reference.pages:
        said.append(own.terms["pages" if reference.pages.is_many else "page"].format(reference.pages.text))
    others = "" if reference.authors == work.work.authors else people.before_of(reference)
    by = others or (people.persons(reference.editors, "editor") if is_book else "")
    if by:
        said.append(own.descriptions["by"].format(by).removeprefix(", "))
    return (f" {', '.join(said)},",) if said else ()


def _original(work: ShownWork) -> Text:
    """Say when a translation or reprint first appeared (9.41)."""
    original = work.work.original_date
    if original is None:
        return ()
    return (f" {work.own.descriptions['original_work'].format(dates.edition_years(original, work.own))}",)


def written_date(work: ShownWork, labels: CitationLabels) -> str:
    """Write the year; to the day or month for newspapers, sites, films and talks (9.13–9.17)."""
    reference = work.work
    date, year = reference.date, labels.year(reference)
    # A patent is told by the year in which it was issued (11.8).
    is_of_year = is_manuscript(reference) or reference.pub_state in IN_PRESS or reference.genre == "patent"
    # A journal is told by its season where its entry names one: “2010, Spring/Summer” (9.14).
    if date is None or is_of_year or not (is_dated(reference) or date.season):
        return year
    event = reference.event_date
    if event and event.month and not date.month and event.year == date.year and not reference.container:
        # A talk was given on the days of its conference (10.5).
        date = event
    day = dates.days(date, work.own)
    return f"{year}, {day}" if day else year


def is_dated(reference: Reference) -> bool:
    """Tell whether the day on which a work appeared is told of."""
    words = {reference.medium.original.casefold(), reference.genre, *map(str.casefold, reference.keywords)}
    is_numbered = bool(reference.volume or reference.number or reference.doi)
    told: dict[Kind, bool] = {
        Kind.ARTICLE: not is_numbered or is_of_newspaper(reference) or not _PERIODICAL.isdisjoint(words),
        Kind.INTERVIEW: not is_numbered,
        Kind.ONLINE: True,
        Kind.CHAPTER: bool(reference.urls and not reference.publisher and not reference.editors),
        Kind.REPORT: bool(reference.title_addon and not reference.number),
        Kind.MISC: reference.genre in _DATED
        or bool(reference.archive)
        # A post (10.15).
        or any(person.username for person in reference.authors.original)
        or bool(reference.urls and not reference.publisher),
    }
    return told.get(reference.kind, False) or bool(reference.event_title)
