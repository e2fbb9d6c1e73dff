"""Entries of a list by GOST R 7.0.5-2008: areas with a full stop between them, `//` before the host.

The description is in the language and with the terms of the work (GOST 7.82, 4.4); notes and the date of
access are in the language of the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.fields import NAMED_ACT, NUMBERED, PERIODICAL
from sholu.bibliography.labels import is_of_newspaper
from sholu.bibliography.references import Kind, Person, Versions
from sholu.bibliography.states import IN_PRESS
from sholu.bibliography.typed_words import typed_words
from sholu.citations import dates
from sholu.citations.composed import as_text, sentences
from sholu.citations.shown import SPECIALITY, in_language, ranged, web_link
from sholu.citations.styles import patents
from sholu.citations.styles.gost_titles import Statement
from sholu.citations.styles.gost_volumes import parts, stands_in_volume
from sholu.citations.styles.labels import CitationLabels
from sholu.citations.text import Link, Text
from sholu.languages import capitalized, worded
from sholu.regexes import regex
from sholu.works import names
from sholu.works.reviews import names_reviewed
from sholu.works.shown import ShownWork
from sholu.works.view import SITE, archive_address, doi_address

_BETWEEN = regex(r"\s*;\s+")
# What appears on a day, or was written on it.
_OF_DAYS = frozenset({"performance", "video", "audio", "letter", "blog"})
_IN_BOOKS = frozenset({Kind.CHAPTER, Kind.PAPER})
NBSP = "\u00a0"
# A heading brings its space along.
STOPS = (".", "…", "?", "!", ". ")
# "3.", "2nd", "2-е": a number and how it is read.
_EDITION = regex(r"(\d+)(?:\.|-?[^\W\d_]{1,2}\.?)?")
# "12", "1–2", "XII", "508-II"; "Summer" and "вып. 3" are words of their own.
_REVISED = regex(r"(\d+)(?:-?[^\W\d_]{1,2})?\.?,\s*(\D+)")
_NUMBER = regex(r"[\dIVXLCDM№]|[A-Z]\d{1,4}$")
_WORDS = regex(r"[^\W\d_]{2,}\.?\s")
_WORDED = regex(r"\d\s?[^\W\d_]+\.?\s*[:;,]|\d\s[^\W\d_]{2,}\.?$")


def entry(work: ShownWork, authors: tuple[Person, ...], labels: CitationLabels) -> Text:
    """Dress the entry of a work; `authors` are those who head it."""
    return _Entry(work, authors, labels).text()


class _Entry:
    """One entry in the making."""

    def __init__(self, work: ShownWork, authors: tuple[Person, ...], labels: CitationLabels) -> None:
        self.work = work
        self.reference = work.work
        self.own = work.own
        self.labels = labels
        self.shown = work.text
        self.terms = work.terms
        # That of the words which the entry says itself.
        self._code = self.reference.language or self.terms.code
        self.statement = Statement(work, authors, labels)

    def text(self) -> Text:
        """Put the areas together."""
        described = sentences(
            (self.statement.text(), *map(as_text, (*self._edition(), self._imprint(), *self._extent()))),
            STOPS,
            closes=False,
        )
        # Described in the language of the work; a description of ours is in that of the page.
        is_of_work = self.shown.title or not self.work.description
        code = self.shown.language if is_of_work else ""
        body = in_language(described, code, self.own)
        return sentences(
            (
                self.labels.opened(self.reference, (*self.statement.heading(), *body)),
                as_text(self.reference.restates.words if self.reference.restates else ""),
                self._reviewed(),
                as_text(capitalized(self.work.as_published(self.reference.addendum), self._code)),
                as_text(capitalized(self.reference.remark, self._code)),
                self._doi(),
                self._address(),
                self._kept_copy(),
                as_text(self._language_note()),
            ),
            STOPS,
        )

    def _edition(self) -> Iterable[str]:
        edition, pattern = self.reference.edition, self.terms.terms["list_edition"]
        number = _EDITION.fullmatch(edition)
        said = pattern.format(self.terms.ordinal(number[1])) if number else capitalized(edition, self._code)
        if (found := _REVISED.fullmatch(edition)) and not _says_edition(edition):
            # "2-е, доп." counts editions without saying so.
            said = f"{pattern.format(self.terms.ordinal(found[1]))}, {found[2]}"
        yield said
        if version := self.reference.version:
            # What begins with a letter says itself what it is: "ED545393", «редакция 3».
            is_number = version[0].isdigit()
            said = self.terms.descriptions["version"].format(version) if is_number else version
            yield capitalized(said, self._code)

    def _imprint(self) -> str:
        """Place, publisher and year: "Алматы : Дайк-Пресс, 2011", or the year of a journal alone."""
        reference = self.reference
        # Of an article the year alone is told: «// Вопр. философии. 1992. № 10» (4.10).
        if reference.kind is Kind.ARTICLE and reference.container:
            series = self._series_of_journal()
            return ". ".join(filter(None, (series, capitalized(self._year(), self.terms.code))))
        place = self._several(reference.place)
        publisher = self._several(reference.publisher)
        # A thesis is described by its place; without one the university tells where it was written.
        names_body = reference.kind in {Kind.REPORT, Kind.MISC}
        if not publisher and (names_body or (reference.kind is Kind.THESIS and not place)):
            publisher = self._several(reference.institution)
        if reference.genre == "performance" and not reference.event_title:
            # Who has staged it is told by where it was.
            publisher = publisher or self.work.as_published(reference.venue)
        places, publishers = place.split(" ; "), publisher.split(" ; ")
        if len(places) == len(publishers) > 1:
            # Each with its own: "М. : Астрель ; Тверь : АСТ" (section 6, example 5).
            pairs = zip(places, publishers, strict=True)
            where = " ; ".join(f"{one} : {other}" for one, other in pairs)
        else:
            where = " : ".join(filter(None, (place, publisher)))
        year = self._year()
        return f"{where}, {year}" if where and year else where or capitalized(year, self.terms.code)

    def _series_of_journal(self) -> str:
        """Return the series of a journal whose volumes were counted anew: "3rd ser."; a number is none."""
        said = self.work.as_published(self.reference.series).rstrip(".")
        return said if any(map(str.isalpha, said)) and any(map(str.isdigit, said)) else ""

    def _several(self, versions: Versions[str]) -> str:
        """Return a name, or several with the sign of the norm: "М. ; Тверь"."""
        return _BETWEEN.sub(" ; ", self.work.as_published(versions))

    def _year(self) -> str:
        reference = self.reference
        if patents.has_days(reference):
            return patents.filed(reference, self.terms, self.labels.letter(reference))
        is_act = reference.kind.is_legal and not reference.container and reference.genre != NAMED_ACT
        has_date_in_title = reference.is_personal or is_act
        if has_date_in_title:
            return ""
        if reference.pub_state in IN_PRESS:
            return self.terms.descriptions["list_in_press"]
        return self.labels.year(reference) if reference.date else ""

    def _extent(self) -> Iterable[str]:
        """Day of a newspaper, volume and number, pages, series, place in an archive."""
        reference, terms = self.reference, self.terms.terms
        is_numbered = reference.volume or reference.number or reference.doi or reference.kind.is_legal
        # A newspaper is told by its day, also where its issues have numbers.
        is_of_day = not is_numbered or (reference.genre == "newspaper" and not reference.volume)
        is_of_day = (is_of_day or is_of_newspaper(reference)) and reference.pub_state not in IN_PRESS
        # A month of proceedings is that of the conference, and a book is told by its year.
        is_of_day = is_of_day and not (reference.kind in _IN_BOOKS and reference.pages)
        # So is what lies in an archive, stands on a site, or was performed; a whole site is told by its year.
        is_on_site = reference.kind is Kind.ONLINE and reference.genre != SITE
        is_told = reference.container or reference.archive or is_on_site or reference.genre in _OF_DAYS
        if is_told and reference.date and is_of_day:
            yield dates.day_or_month(reference.date, self.terms)
        series = "" if reference.kind is Kind.ARTICLE else self.work.as_published(reference.series)
        numbers = ", ".join((*self._volume(), *self._number(has_series=bool(series))))
        has_issues = reference.container or reference.genre == PERIODICAL
        issue = self.work.as_published(reference.issue_title) if has_issues else ""
        yield capitalized(" : ".join(filter(None, (numbers, issue))), self._code)
        if reference.pages:
            pages = reference.pages.text
            # «Ст. 1232» of a collection of laws says itself what it is.
            is_number = _NUMBER.match(pages) or not _WORDS.match(pages)
            yield terms["list_pages"].format(pages) if is_number else capitalized(pages, self._code)
        elif reference.eid:
            numbered = self.terms.descriptions["article_number"].format(reference.eid)
            yield capitalized(numbered, self.terms.code)
        elif reference.page_total and not reference.kind.is_part:
            # «2 с. : ил.» says itself what it counts.
            is_number = not _WORDED.search(reference.page_total)
            total = reference.page_total
            yield terms["list_page_total"].format(total) if is_number else total
        if series:
            yield f"({' ; '.join(filter(None, (series, reference.series_number or reference.number)))})"
        yield reference.citation
        yield reference.archive_location

    def _volume(self) -> Iterable[str]:
        """Yield volume and part, unless they stand in the title."""
        is_of_title = bool(self.reference.main_title) and not self.reference.kind.is_part
        is_told = is_of_title or stands_in_volume(self.reference)
        return () if is_told else parts(self.work)

    def _number(self, *, has_series: bool) -> Iterable[str]:
        reference = self.reference
        # That of a law stands beside its date, of a patent or standard in its title, of a book in its series.
        # That of a bulletin stands beside the day on which a patent was published.
        if reference.issue and not patents.has_days(reference):
            yield self._issue(reference.issue)
        is_told = reference.kind is Kind.LAW or reference.genre in NUMBERED
        is_told = is_told or (reference.kind is Kind.THESIS and bool(SPECIALITY.fullmatch(reference.number)))
        is_told = is_told or self.work.is_known_by_number
        # A bare number of a book is that of a series, and says nothing where no series is named.
        is_plain_book = reference.kind is Kind.BOOK and not reference.genre and not reference.volume
        is_told = is_told or (is_plain_book and not has_series and reference.number.isdigit())
        if not reference.number or is_told or (has_series and not reference.series_number):
            return
        yield self._issue(ranged(reference.number) if reference.kind is Kind.ARTICLE else reference.number)

    def _issue(self, number: str) -> str:
        """Write "№ 5"; words of its own as they are, after a volume within the area: «Т. 5, вып. 2»."""
        if _NUMBER.match(number):
            return worded(self.terms.terms, "list_number").format(number)
        return number if self.reference.volume else capitalized(number, self._code)

    def _reviewed(self) -> Text:
        """Say of what the work is a review: "Рец. на: Воды / А. Ким. 2015"."""
        one = next((one for one in self.reference.related if one.kind == "reviewof"), None)
        if one is None or names_reviewed(self.reference, one):
            return ()
        other = ShownWork(one.work, self.own)
        people = ", ".join(map(names.initials_before, other.people("author")))
        year = dates.described_years(one.work.date, self.own) if one.work.date else ""
        said = ". ".join(filter(None, (f"{other.text.title}{f' / {people}' if people else ''}", year)))
        return as_text(self.own.descriptions["list_review"].format(said))

    def _doi(self) -> Text:
        doi = self.reference.doi
        return (f"DOI:{NBSP}", Link((doi,), doi_address(doi))) if doi else ()

    def _address(self) -> Text:
        address = self.shown.address or ("" if self.reference.doi else archive_address(self.reference))
        doi = self.reference.doi.casefold()
        is_doi = doi and address.casefold().endswith(doi) and "doi.org/" in address
        if not address or is_doi:
            return ()
        accessed = ""
        if self.reference.access_date:
            date = dates.numeric(self.reference.access_date)
            accessed = " " + self.own.terms["accessed"].format(date)
        return (f"URL:{NBSP}", *web_link(address), *((accessed,) if accessed else ()))

    def _kept_copy(self) -> Text:
        """Write "Архивная копия: https://web.archive.org/… (12.05.2019)": where the address is kept."""
        address, date = self.reference.archive_url, self.reference.archive_date
        if not address:
            return ()
        opening, closing = self.own.descriptions["list_kept_copy"].split("{}")
        kept_on = f" ({dates.numeric(date)})" if date else ""
        return tuple(one for one in (opening, *web_link(address), f"{closing}{kept_on}") if one)

    def _language_note(self) -> str:
        """Name the language of a work whose title is given in translation."""
        has_translation = bool(self.work.translated_title)
        return self.own.language_note(self.shown.language) if has_translation else ""


def _says_edition(words: str) -> bool:
    """Tell whether a word for editions is among words: «2-е изд., испр.»."""
    return not {word.strip(".,") for word in words.casefold().split()}.isdisjoint(typed_words("edition"))
