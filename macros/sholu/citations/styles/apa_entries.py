"""Entries of a list by APA 7: author, date, title, source.

APA prints no other script than that of the page: authors and titles are romanized, and a title in another
language is followed by its translation in square brackets (9.38).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sholu.bibliography.references import Kind, Person, Reference, Versions
from sholu.citations import dates
from sholu.citations.shown import in_language, web_link
from sholu.citations.styles import apa_acts
from sholu.citations.styles.labels import Labels
from sholu.citations.text import Emphasis, Node, Text, as_text, sentences
from sholu.languages import capitalized, worded
from sholu.works import names
from sholu.works.shown import ShownWork
from sholu.works.view import doi_address

MOST_AUTHORS = 20
STOPS = (".", "?", "!")


def entry(work: ShownWork, authors: tuple[Person, ...], labels: Labels) -> Text:
    """Dress the entry of a work; `authors` are those who head it."""
    return _Entry(work, authors, labels).text()


class _Entry:
    """One entry in the making."""

    def __init__(self, work: ShownWork, authors: tuple[Person, ...], labels: Labels) -> None:
        self.work = work
        self.reference = work.work
        self.page = work.page
        self.terms = work.page.terms
        self.authors = authors
        self.labels = labels
        self.shown = work.title

    def text(self) -> Text:
        """Put the parts together."""
        if self.reference.kind.is_legal:
            return self.labels.opened(self.reference, apa_acts.act(self.work, self.labels))
        heading: tuple[Text, ...] = ((self._heading(),), (f"({self._date()})",), self._title())
        if not self.authors:
            heading = (self._title(), (f"({self._date()})",))
        entry = sentences((*heading, *self._source(), *self._address()), STOPS)
        return self.labels.opened(self.reference, entry)

    def _heading(self) -> str:
        people = [_inverted(person) for person in self.authors]
        if len(people) > MOST_AUTHORS:
            return f"{', '.join(people[: MOST_AUTHORS - 1])}, . . . {people[-1]}"
        heading = self._series(people, others=self._others(heading_role(self.reference)))
        if self.reference.editors and not self.reference.authors and not self.reference.kind.is_part:
            heading += f" ({self._role_term('editor', people)})"
        return heading

    def _series(self, people: Sequence[str], comma: str = ",", others: str = "") -> str:
        """Join names; between two that are not inverted no comma stands (`comma`)."""
        if others:
            return f"{', '.join(people)}{',' if people[1:] else comma} {others}"
        *first, last = people or ("",)
        if not first:
            return last
        # Where given names stand whole, a comma would not part persons from their own names.
        terms = self.terms
        between = terms.get("between", ", ") if comma else terms.get("comma", ", ")
        pattern = self.terms["series" if comma or first[1:] else "pair"]
        return pattern.format(between.join(first), last)

    def _persons(self, role: str) -> str:
        """Write persons with their role: "I. I. Ivanov & A. Kim, Eds."; "" for none."""
        people = self.work.people(role)
        written = [names.initials_before(person) for person in people]
        if not written:
            return ""
        return (
            f"{self._series(written, comma='', others=self._others(role))}, {self._role_term(role, people)}"
        )

    def _role_term(self, role: str, people: Sequence[object]) -> str:
        """Name a role, for one person or for several: "Ed.", "Eds."."""
        is_one = len(people) == 1 and role not in self.reference.and_others
        return worded(self.terms, role if is_one and role in self.terms else f"{role}s")

    def _others(self, role: str) -> str:
        """Return "et al." if there are more persons in this role than the entry names."""
        return self.terms["et_al"] if role in self.reference.and_others else ""

    def _date(self) -> str:
        """Write the year; to the day or month for newspapers, interviews and sites."""
        date, year = self.reference.date, self.labels.year(self.reference)
        in_newspaper = not (self.reference.volume or self.reference.number or self.reference.doi)
        is_dated = self.reference.kind in {Kind.ARTICLE, Kind.INTERVIEW, Kind.ONLINE} and in_newspaper
        if date is None or not date.month or not is_dated:
            return year
        day = dates.day_and_month(date, self.page) or dates.fill("{month}", date, self.page)
        return f"{year}, {day}"

    def _title(self) -> Text:
        reference = self.reference
        if not self.shown.words:
            return as_text(self.work.description)
        words = self.shown.words
        if reference.subtitle:
            subtitle = self.work.in_script(reference.subtitle)
            words = f"{words}: {subtitle}" if subtitle else words
        run = in_language((words,), self.shown.language, self.page)
        stands_alone = not (reference.kind.is_part or (reference.kind is Kind.INTERVIEW and self.work.host))
        parts: list[Node] = [Emphasis(run)] if stands_alone else [*run]
        if self.shown.translation:
            parts.append(f" [{self.shown.translation}]")
        if said := self._said_of_title():
            parts.append(f" {said}")
        if reference.restates:
            # As APA describes a review of a work, and whose that work is (10.7).
            parts.append(f" [{reference.restates.words}]")
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
                editors = self._persons("editor") if reference.authors else ""
                return _bracketed((editors, self._persons("translator"), ", ".join(self._edition())))
            case Kind.CHAPTER | Kind.PAPER:
                return _bracketed((self._persons("translator"),))
            case _:
                return ""

    def _edition(self) -> Iterator[str]:
        """Yield the edition and the volume of a book: "2nd ed.", "Vol. 3"."""
        reference, terms = self.reference, self.terms
        if reference.edition:
            # «2-е изд., испр.» and "Second" both say what edition it is, in words of their own.
            number = re.match(r"\d+", reference.edition)
            words = number[0] if number else self.page.in_latin(reference.edition, reference.language)
            written = terms["edition"].format(self.page.ordinal(words))
            yield words if words.endswith(terms["edition"].format("").strip(" -")) else written
        if reference.volume:
            yield terms["volumes" if _is_range(reference.volume) else "volume"].format(reference.volume)

    def _thesis(self) -> str:
        reference = self.reference
        genre = self.page.genres.get(reference.genre, self.page.genres["thesis"])
        genre = " ".join(genre.format(field=self.work.in_page_language(reference.field_of_study)).split())
        if not reference.urls and not reference.doi:
            return f"[{self.terms['unpublished']} {genre}]"
        school = self.work.in_page_language(reference.institution)
        return f"[{', '.join(filter(None, (capitalized(genre), school)))}]"

    def _publisher(self) -> str:
        publisher = self.reference.publisher
        name = self.work.in_page_language(publisher)
        return "" if self._is_author(publisher, name) else name

    def _is_author(self, body: Versions[str], shown: str) -> bool:
        """Tell whether a body that publishes a work is its author too, and so not named again (9.29)."""
        originals = self.reference.authors.original
        names_of_authors = {one.family for one in (*originals, *self.authors) if one.is_organization}
        return not names_of_authors.isdisjoint({body.original, shown} - {""})

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
                return () if is_published else (as_text(self.work.in_page_language(reference.institution)),)
            case Kind.REPORT:
                body = self.work.in_page_language(reference.institution)
                is_author = self._is_author(reference.institution, body)
                return (as_text("" if is_author else body or self._publisher()),)
            case Kind.ONLINE:
                site = self.work.host
                # The name of a site is left out where it is that of its author (9.32).
                if not site and not any(person.is_organization for person in self.authors):
                    site = self.work.in_page_language(reference.institution)
                return () if site in {person.family for person in self.authors} else (as_text(site),)
            case _:
                return (as_text(self._publisher()),)

    def _journal(self) -> Text:
        """Write *Vestnik*, *5*(2), 34–41; an issue without volume stands alone: , (1), 3–9."""
        reference = self.reference
        name = self.work.host
        parts: list[Node] = [Emphasis(in_language((name,), reference.language, self.page))] if name else []
        if reference.volume:
            parts += [", " if parts else "", Emphasis((reference.volume,))]
        if reference.number:
            parts.append(
                f", ({reference.number})" if parts and not reference.volume else f"({reference.number})"
            )
        if reference.pages:
            parts.append(f", {reference.pages.text}" if parts else reference.pages.text)
        return tuple(part for part in parts if part)

    def _book(self) -> Text:
        """Write In I. I. Ivanov (Ed.), *Sosedi po stepi* (pp. 45–67)."""
        reference, terms = self.reference, self.terms
        name = self.work.host
        if not name:
            return (f"({terms['pages'].format(reference.pages.text)})",) if reference.pages else ()
        editors = self._persons("editor")
        if editors:
            people, _, role = editors.rpartition(", ")
            editors = f"{people} ({role}), "
        pages = terms["pages" if reference.pages.is_many else "page"].format(reference.pages.text)
        details = [*self._edition(), *((pages,) if reference.pages else ())]
        where = f" ({', '.join(details)})" if details else ""
        title_run = Emphasis(in_language((name,), reference.language, self.page))
        return tuple(part for part in (f"{terms['in_book']} {editors}", title_run, where) if part)

    def _address(self) -> tuple[Text, ...]:
        """A DOI, else the URL; what has no date is likely to change and shows when it was read (9.16)."""
        reference = self.reference
        address = self.work.text.address
        if reference.doi:
            return (web_link(doi_address(reference.doi)),)
        if not address:
            return ()
        if reference.date is None and reference.access_date:
            date = dates.full(reference.access_date, self.page)
            return ((f"{self.terms['retrieved'].format(date)} ", *web_link(address)),)
        return (web_link(address),)


def heading_role(reference: Reference) -> str:
    """Return in which role the persons stand who head a work: authors, else the editors of a book.

    An interview is headed by who asked; a legal act by nobody.
    """
    if reference.kind.is_legal:
        return ""
    if reference.kind is Kind.INTERVIEW and reference.interviewers:
        return "interviewer"
    return "author" if reference.authors or reference.kind.is_part else "editor"


def _inverted(person: Person) -> str:
    """Write "Akhmetov, B. K."; an organization as it is called."""
    if person.is_whole:
        return person.whole
    initials = names.NBSP.join(person.initials)
    return ", ".join(filter(None, (person.full_family, initials, person.suffix)))


def _bracketed(parts: Iterable[str]) -> str:
    """Put what is said of a title in round brackets: "(I. I. Ivanov, Ed.; 2nd ed., Vol. 3)"."""
    said = "; ".join(filter(None, parts))
    return f"({said})" if said else ""


def _is_range(value: str) -> bool:
    return any(mark in value for mark in "–,")
