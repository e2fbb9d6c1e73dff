"""Entries of a list by APA 7: author, date, title, source (9.4).

APA prints no other script than that of the page: authors and titles are romanized, and a title in another
language is followed by its translation in square brackets (9.38).
"""

from __future__ import annotations

from sholu.bibliography.references import Kind, Person, Reference
from sholu.citations import dates
from sholu.citations.styles import apa_acts
from sholu.citations.styles.apa_people import People
from sholu.citations.styles.apa_sources import Sources
from sholu.citations.styles.apa_titles import Titles
from sholu.citations.styles.labels import Labels
from sholu.citations.text import Text, as_text, sentences
from sholu.works.shown import ShownWork

STOPS = (".", "?", "!")
# What appears on a day: the field `entrysubtype` says so of an article, the type of its entry of all others.
_PERIODICAL = frozenset({"newspaper", "magazine", "newsletter", "blog", "nonacademic"})
_DATED = frozenset({"video", "audio", "performance", "letter", "music", "image"})


def entry(work: ShownWork, authors: tuple[Person, ...], labels: Labels) -> Text:
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
    title = titles.text()
    heading = (as_text(people.heading()), date, title) if authors else (title, date)
    text = sentences((*heading, *sources.source(), *sources.address()), STOPS)
    return labels.opened(reference, (*text, *_original(work)))


def _original(work: ShownWork) -> Text:
    """Say when a translation or reprint first appeared (9.41)."""
    original = work.work.original_date
    if original is None:
        return ()
    return (f" {work.page.descriptions['original_work'].format(dates.edition_years(original, work.page))}",)


def written_date(work: ShownWork, labels: Labels) -> str:
    """Write the year; to the day or month for newspapers, sites, films and talks (9.13–9.17)."""
    reference = work.work
    date, year = reference.date, labels.year(reference)
    if date is None or not is_dated(reference):
        return year
    season = work.page.descriptions.get(f"season_{date.season}", "") if date.season else ""
    day = season or dates.days(date, work.page)
    return f"{year}, {day}" if day else year


def is_dated(reference: Reference) -> bool:
    """Tell whether the day on which a work appeared is told of."""
    words = {reference.medium.original.casefold(), reference.genre, *map(str.casefold, reference.keywords)}
    is_numbered = bool(reference.volume or reference.number or reference.doi)
    told: dict[Kind, bool] = {
        Kind.ARTICLE: not is_numbered or not _PERIODICAL.isdisjoint(words),
        Kind.INTERVIEW: not is_numbered,
        Kind.ONLINE: True,
        Kind.CHAPTER: bool(reference.urls and not reference.publisher and not reference.editors),
        Kind.REPORT: bool(reference.title_addon and not reference.number),
        Kind.MISC: reference.genre in _DATED or bool(reference.medium and reference.urls),
    }
    return told.get(reference.kind, False) or bool(reference.event_title)
