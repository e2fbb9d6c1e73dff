"""Entries of a list by GOST R 7.0.5-2008: areas with a full stop between them, `//` before the host.

The description is in the language and with the terms of the work (GOST 7.82, 4.4); notes and the date of
access are in the language of the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.references import Kind, Person
from sholu.citations import dates
from sholu.citations.shown import in_language, web_link
from sholu.citations.styles import gost_acts
from sholu.citations.styles.labels import Labels
from sholu.citations.text import Link, Text, as_text, sentences
from sholu.languages import lowered, worded
from sholu.works import names
from sholu.works.shown import ShownWork
from sholu.works.view import SITE, doi_address

NBSP = "\u00a0"
# A heading brings its space along.
STOPS = (".", "…", "?", "!", ". ")


def entry(work: ShownWork, authors: tuple[Person, ...], labels: Labels) -> Text:
    """Dress the entry of a work; `authors` are those who head it."""
    return _Entry(work, authors, labels).text()


class _Entry:
    """One entry in the making."""

    def __init__(self, work: ShownWork, authors: tuple[Person, ...], labels: Labels) -> None:
        self.work = work
        self.reference = work.work
        self.page = work.page
        self.authors = authors
        self.labels = labels
        self.shown = work.text
        self.terms = work.terms

    def text(self) -> Text:
        """Put the areas together."""
        described = sentences(
            (self._statement(), *map(as_text, (self._edition(), self._imprint(), *self._extent()))),
            STOPS,
            closes=False,
        )
        # Described in the language of the work; a description of ours is in that of the page.
        code = self.shown.language if self.shown.title else ""
        body = in_language(described, code, self.page)
        return sentences(
            (
                self.labels.opened(self.reference, (*self._heading(), *body)),
                as_text(self.reference.restates.words if self.reference.restates else ""),
                self._doi(),
                self._address(),
                self._translation_of_act(),
                as_text(self._language_note()),
            ),
            STOPS,
        )

    def _heading(self) -> Text:
        if not self.authors:
            return ()
        heading = ", ".join(map(names.initials_after, self.authors)) + self._others("author", self.authors)
        return (heading, " " if heading.endswith(".") else ". ")

    def _statement(self) -> Text:
        """The title, what is said of it, and the host: everything before the imprint."""
        statement = as_text(self._title())
        # A translation is in the language of the page, in the midst of a description that is not.
        translation = self.work.translated_title
        if translation and not self.reference.kind.is_legal:
            statement += in_language((f" [{translation}]",), self.page.code, self.terms)
        statement += as_text(self._said_of_title())
        host = self._host()
        return (*statement, f" // {host}") if host else statement

    def _title(self) -> str:
        reference, subtitle = self.reference, self.reference.subtitle
        if reference.is_personal:
            words = self.page.terms["personal_interview"]
            date = dates.full(reference.date, self.page) if reference.date else ""
            said = f"{words}, {date}" if date else words
            return f"{self.shown.title} : {lowered(said)}" if self.shown.title else said
        if not self.shown.title:
            return self.work.description
        return f"{self.shown.title} : {subtitle.original}" if subtitle.original else self.shown.title

    def _said_of_title(self) -> str:
        """What follows a title after a colon or slash: kind of document, date of signature, editors."""
        reference, terms = self.reference, self.terms
        match reference.kind:
            case Kind.TREATY if reference.date:
                said = gost_acts.signed(self._title().strip("["), reference, terms)
            case Kind.LAW:
                said = gost_acts.law(self.shown.title, self.work, terms)
            case Kind.THESIS:
                said = self._thesis()
            case Kind.REPORT:
                return f" : {terms.genres['report']}{self._responsible(self._owners())}"
            case Kind.INTERVIEW if not reference.is_personal:
                return self._interview()
            case Kind.ONLINE:
                return self._online()
            case _ if reference.kind.is_part:
                return _after_slash(self._owners())
            case _:
                return self._responsible(self._owners())
        return f" : {said}" if said else ""

    def _interview(self) -> str:
        """Say that it is an interview, where its title does not say so, and who asked."""
        word = self.terms.terms["list_interview"]
        said = "" if word in self._title().casefold() else f" : {word}"
        asked = self._people("interviewer")
        return f"{said} / {asked}" if asked else said

    def _online(self) -> str:
        """Call a site a site; name the organization behind a page that stands in something with a name."""
        is_site = self.reference.genre == SITE
        said = f" : {self.terms.terms['list_site']}" if is_site else ""
        owners = self._organizations()
        return f"{said}{_after_slash(owners)}" if is_site or self.reference.container else said

    def _organizations(self) -> list[str]:
        people = self.work.people("author")
        return [one.family for one in people if one.is_organization]

    def _owners(self) -> list[str]:
        """Name the organizations among the authors, which head no entry, unless the imprint names them."""
        published = {
            self.work.as_published(self.reference.publisher),
            self.work.as_published(self.reference.institution),
        }
        originals = (one.family for one in self.reference.authors.original if one.is_organization)
        named = zip(self._organizations(), originals, strict=False)
        return [shown for shown, original in named if not {shown, original} & published]

    def _responsible(self, owners: Iterable[str] = ()) -> str:
        said = [
            worded(self.terms.terms, term).format(people)
            for term, role in (("list_editors", "editor"), ("list_translators", "translator"))
            if (people := self._people(role))
        ]
        return _after_slash([", ".join(owners), *said], " ; ")

    def _people(self, role: str) -> str:
        shown = self.work.people(role)
        return ", ".join(map(names.initials_before, shown)) + self._others(role, shown)

    def _others(self, role: str, shown: tuple[Person, ...]) -> str:
        """Say that there are more persons than the entry names: " [и др.]"."""
        return f" [{self.labels.et_al(shown[0])}]" if shown and role in self.reference.and_others else ""

    def _thesis(self) -> str:
        reference = self.reference
        pattern = self.terms.genres.get(reference.genre, self.terms.genres["thesis"])
        study = self.work.as_published(reference.field_of_study)
        return " ".join(pattern.format(field=study).split())

    def _host(self) -> str:
        """What a part stands in: a journal, a book with its editors, a site."""
        reference, terms = self.reference, self.terms
        if reference.kind is Kind.ONLINE:
            if reference.genre == SITE:
                return ""
            owners = [one.family for one in reference.authors.original if one.is_organization]
            site = (
                self.work.as_published(reference.container)
                or ", ".join(owners)
                or reference.institution.original
            )
            return f"{site} : {terms.terms['list_site']}" if site else ""
        host = self.work.as_published(reference.container)
        if host and reference.kind in {Kind.CHAPTER, Kind.PAPER}:
            host += self._responsible()
        return host

    def _edition(self) -> str:
        edition, pattern = self.reference.edition, self.terms.terms["list_edition"]
        return pattern.format(self.terms.ordinal(edition)) if edition.isdigit() else edition

    def _imprint(self) -> str:
        """Place, publisher and year: "Алматы : Дайк-Пресс, 2011", or the year of a journal alone."""
        reference = self.reference
        place = self.work.as_published(reference.place)
        publisher = self.work.as_published(reference.publisher)
        # A thesis is described by its place; without one the university tells where it was written.
        if not publisher and (reference.kind is Kind.REPORT or (reference.kind is Kind.THESIS and not place)):
            publisher = self.work.as_published(reference.institution)
        where = " : ".join(filter(None, (place, publisher)))
        return ", ".join(filter(None, (where, self._year())))

    def _year(self) -> str:
        reference = self.reference
        has_date_in_title = reference.is_personal or (reference.kind.is_legal and not reference.container)
        if reference.date is None or has_date_in_title:
            return ""
        return self.labels.year(reference)

    def _extent(self) -> Iterable[str]:
        """Day of a newspaper, volume and number, pages."""
        reference, terms = self.reference, self.terms.terms
        in_host = bool(reference.container)
        if (
            in_host
            and reference.date
            and not (reference.volume or reference.number or reference.doi or reference.kind.is_legal)
        ):
            yield dates.day_and_month(reference.date, self.terms)
        series = "" if reference.kind is Kind.ARTICLE else self.work.as_published(reference.series)
        is_numbered_itself = not series and (in_host or reference.kind is not Kind.LAW)
        number = reference.number if is_numbered_itself else ""
        yield ", ".join(
            worded(terms, name).format(value)
            for name, value in (("list_volume", reference.volume), ("list_number", number))
            if value
        )
        if reference.pages:
            yield terms["list_pages"].format(reference.pages.text)
        elif reference.page_total:
            yield terms["list_page_total"].format(reference.page_total)
        if series:
            yield f"({' ; '.join(filter(None, (series, reference.series_number or reference.number)))})"

    def _doi(self) -> Text:
        doi = self.reference.doi
        return (f"DOI:{NBSP}", Link((doi,), doi_address(doi))) if doi else ()

    def _address(self) -> Text:
        if not self.shown.address:
            return ()
        accessed = ""
        if self.reference.access_date:
            date = dates.numeric(self.reference.access_date)
            accessed = " " + self.page.terms["accessed"].format(date)
        return (f"URL:{NBSP}", *web_link(self.shown.address), *((accessed,) if accessed else ()))

    def _translation_of_act(self) -> Text:
        """A treaty is known by its own name; its translation stands outside of the description."""
        translation = self.work.translated_title
        return (f"[{translation}]",) if translation and self.reference.kind.is_legal else ()

    def _language_note(self) -> str:
        """Name the language of a work whose title is given in translation."""
        has_translation = bool(self.work.translated_title)
        return self.page.language_note(self.shown.language) if has_translation else ""


def _after_slash(parts: Iterable[str], sign: str = ", ") -> str:
    """Write who is responsible: " / ООН ; ред. И. И. Иванов", or ""."""
    said = sign.join(filter(None, parts))
    return f" / {said}" if said else ""
