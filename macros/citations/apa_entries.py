"""Entries of a list by APA 7: author, date, title, source.

APA prints no other script than that of the page: authors and titles are romanized, and a title in another
language is followed by its translation in square brackets (9.38).
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.bibliography.references import Kind, Person, Reference, Versions
from macros.citations import apa_acts, dates, names
from macros.citations.apa_titles import in_script, title
from macros.citations.labels import Labels
from macros.citations.shown import (
    description,
    doi_address,
    in_language,
    shown_text,
    web_link,
)
from macros.citations.text import Emphasis, Node, Text, as_text, sentences
from macros.languages import Language

MOST_AUTHORS = 20
STOPS = (".", "?", "!")


def entry(reference: Reference, page: Language, authors: tuple[Person, ...], labels: Labels) -> Text:
    """Dress the entry of a work; `authors` are those who head it."""
    return _Entry(reference, page, authors, labels).text()


class _Entry:
    """One entry in the making."""

    def __init__(
        self, reference: Reference, page: Language, authors: tuple[Person, ...], labels: Labels
    ) -> None:
        self.reference = reference
        self.page = page
        self.terms = page.terms
        self.authors = authors
        self.labels = labels
        self.shown = title(reference, page)

    def text(self) -> Text:
        """Put the parts together."""
        if self.reference.kind.is_legal:
            return (
                *self.labels.opening(self.reference),
                *apa_acts.act(self.reference, self.page, self.labels),
            )
        heading: tuple[Text, ...] = ((self._heading(),), (f"({self._date()})",), self._title())
        if not self.authors:
            heading = (self._title(), (f"({self._date()})",))
        return (
            *self.labels.opening(self.reference),
            *sentences((*heading, *self._source(), *self._address()), STOPS),
        )

    def _heading(self) -> str:
        people = [_inverted(person) for person in self.authors]
        if len(people) > MOST_AUTHORS:
            return f"{', '.join(people[: MOST_AUTHORS - 1])}, . . . {people[-1]}"
        heading = _series(people)
        if self.reference.editors and not self.reference.authors and not self.reference.kind.is_part:
            heading += f" {self.terms['editor' if len(people) == 1 else 'editors']}"
        return heading

    def _date(self) -> str:
        """Write the year; to the day for newspapers, interviews and sites."""
        date, year = self.reference.date, self.labels.year(self.reference)
        in_newspaper = not (self.reference.volume or self.reference.number or self.reference.pages)
        is_dated = self.reference.kind in {Kind.ARTICLE, Kind.INTERVIEW, Kind.ONLINE} and in_newspaper
        if date is None or not date.day or not is_dated:
            return year
        return f"{year}, {dates.day_and_month(date, self.page)}"

    def _title(self) -> Text:
        reference = self.reference
        if not self.shown.words:
            return (description(reference, self.page),) if description(reference, self.page) else ()
        words = self.shown.words
        if reference.subtitle:
            subtitle = in_script(
                reference.subtitle.original, reference.subtitle, self.page, reference.language
            )
            words = f"{words}: {subtitle}" if subtitle else words
        run = in_language((words,), self.shown.language, self.page)
        stands_alone = not (
            reference.kind.is_part or (reference.kind is Kind.INTERVIEW and self._container())
        )
        parts: list[Node] = [Emphasis(run)] if stands_alone else [*run]
        if self.shown.translation:
            parts.append(f" [{self.shown.translation}]")
        if said := self._said_of_title():
            parts.append(f" {said}")
        return tuple(parts)

    def _said_of_title(self) -> str:
        """Edition, volume, number of a report or kind of thesis, in brackets after the title."""
        reference = self.reference
        match reference.kind:
            case Kind.THESIS:
                return self._thesis()
            case Kind.REPORT if reference.number:
                return self.terms["report_number"].format(reference.number)
            case Kind.BOOK:
                return self._edition()
            case _:
                return ""

    def _edition(self) -> str:
        reference = self.reference
        edition = _ordinal(reference.edition) if self.page.code == "en" else reference.edition
        said = [
            self.terms[name].format(value)
            for name, value in (("edition", edition), ("volume", reference.volume))
            if value
        ]
        return " ".join(said)

    def _thesis(self) -> str:
        reference = self.reference
        genre = self.page.genres.get(reference.genre, self.page.genres["thesis"])
        genre = " ".join(genre.format(field=self._form(reference.field_of_study)).split())
        if not reference.urls and not reference.doi:
            return f"[{self.terms['unpublished']} {genre}]"
        school = self._form(reference.institution)
        return f"[{', '.join(filter(None, (genre[:1].upper() + genre[1:], school)))}]"

    def _form(self, versions: Versions[str]) -> str:
        """Return the name of a body: in the language of the page, else romanized."""
        return versions.get(self.page.code, "") or in_script(
            versions.original, versions, self.page, self.reference.language
        )

    def _container(self) -> str:
        container = self.reference.container
        return in_script(container.original, container, self.page, self.reference.language)

    def _publisher(self) -> str:
        publisher = self.reference.publisher
        return in_script(publisher.original, publisher, self.page, self.reference.language)

    def _source(self) -> tuple[Text, ...]:
        """Journal, book, publisher, institution or site."""
        reference = self.reference
        match reference.kind:
            case Kind.ARTICLE | Kind.INTERVIEW:
                return (self._journal(),)
            case Kind.CHAPTER | Kind.PAPER:
                return (self._book(), as_text(self._publisher()))
            case Kind.THESIS:
                is_published = bool(reference.urls or reference.doi)
                return () if is_published else (as_text(self._form(reference.institution)),)
            case Kind.REPORT:
                return (as_text(self._form(reference.institution) or self._publisher()),)
            case Kind.ONLINE:
                has_organization = any(person.is_organization for person in self.authors)
                site = self._container() or self._form(reference.institution)
                return () if has_organization else (as_text(site),)
            case _:
                return (as_text(self._publisher()),)

    def _journal(self) -> Text:
        """Write *Vestnik*, *5*(2), 34–41; an issue without volume stands alone: , (1), 3–9."""
        reference = self.reference
        name = self._container()
        parts: list[Node] = [Emphasis(in_language((name,), reference.language, self.page))] if name else []
        if reference.volume:
            parts += [", " if parts else "", Emphasis((reference.volume,))]
        if reference.number:
            parts.append(
                f", ({reference.number})" if parts and not reference.volume else f"({reference.number})"
            )
        if reference.pages:
            parts.append(f", {reference.pages}" if parts else reference.pages)
        return tuple(part for part in parts if part)

    def _book(self) -> Text:
        """Write In I. I. Ivanov (Ed.), *Sosedi po stepi* (pp. 45–67)."""
        reference, terms = self.reference, self.terms
        name = self._container()
        if not name:
            return (terms["pages"].format(reference.pages),) if reference.pages else ()
        editors = names.shown_people(reference.editors, self.page, reference.language)
        said = ""
        if editors:
            people = _series([names.initials_before(person) for person in editors], comma="")
            said = f"{people} {terms['editor' if len(editors) == 1 else 'editors']}, "
        pages = ""
        if reference.pages:
            is_range = any(mark in reference.pages for mark in "–,")
            pages = f" {terms['pages' if is_range else 'page'].format(reference.pages)}"
        title_run = Emphasis(in_language((name,), reference.language, self.page))
        return tuple(part for part in (f"{terms['in_book']} {said}", title_run, pages) if part)

    def _address(self) -> tuple[Text, ...]:
        """A DOI, else the URL; what has no date is likely to change and shows when it was read (9.16)."""
        reference = self.reference
        address = shown_text(reference, self.page).address
        if reference.doi:
            return (web_link(doi_address(reference.doi)),)
        if not address:
            return ()
        if reference.date is None and reference.access_date:
            date = dates.full(reference.access_date, self.page)
            return ((f"{self.terms['retrieved'].format(date)} ", *web_link(address)),)
        return (web_link(address),)


def _inverted(person: Person) -> str:
    """Write "Akhmetov, B. K."; an organization as it is called."""
    initials = names.NBSP.join(person.initials)
    return ", ".join(filter(None, (person.full_family, initials, person.suffix)))


def _series(people: Sequence[str], comma: str = ",") -> str:
    """Join names; between two that are not inverted no comma stands (`comma`)."""
    *others, last = people or ("",)
    if not others:
        return last
    before_last = "," if others[1:] else comma
    return f"{', '.join(others)}{before_last} & {last}"


def _ordinal(edition: str) -> str:
    """Write the number of an edition as English does: 2nd."""
    if not edition.isdigit():
        return edition
    number = int(edition)
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
