"""Where a work is found, by APA 7: its journal, book, conference, publisher, site and address (9.23–9.37)."""

from __future__ import annotations

from sholu.bibliography.fields import PERIODICAL
from sholu.bibliography.institutions import is_institution
from sholu.bibliography.references import Kind, Reference, Versions
from sholu.citations import dates
from sholu.citations.composed import as_text, in_runs
from sholu.citations.shown import in_language, ranged, web_link, without_missing
from sholu.citations.styles.apa_described import is_manuscript, is_published
from sholu.citations.styles.apa_people import People
from sholu.citations.styles.apa_titles import Titles, joined
from sholu.citations.text import Emphasis, Node, Text, plain
from sholu.regexes import regex
from sholu.works.shown import ShownWork
from sholu.works.view import archive_address, archive_name, doi_address

# Genres of works that stand where their place says: in a museum, an archive, a department, a theatre.
_BETWEEN = regex(r"\s*;\s+")
_WITHIN_BRACKETS = str.maketrans("()", "[]")
_IN_PLACES = frozenset({"image", "artwork", "unpublished", "map", "letter", "performance"})


class Sources:
    """Writes the source of one work."""

    def __init__(self, work: ShownWork, people: People, titles: Titles) -> None:
        self.work = work
        self.reference: Reference = work.work
        self.own = work.own
        self.people = people
        self.titles = titles

    def source(self) -> tuple[Text, ...]:
        """Write journal, book, publisher, institution or site, each a sentence."""
        reference = self.reference
        if is_manuscript(reference):
            return (self._named(reference.institution) or as_text(archive_name(reference)),)
        # Proceedings that appear as a journal does are cited as one (10.5).
        is_issue = reference.kind is Kind.PAPER and reference.volume and reference.number
        if reference.kind in {Kind.ARTICLE, Kind.INTERVIEW} or (is_issue and not reference.publisher):
            return (self.journal(), *self._beside_journal())
        is_titled = reference.event_title.original == reference.title.original
        if reference.event_title and not (reference.publisher or is_titled):
            return (self._book(), self._event())
        is_part = reference.kind in {Kind.CHAPTER, Kind.PAPER} or (
            reference.kind is Kind.MISC and bool(reference.main_title or self.titles.is_of_album)
        )
        return (*((self._book(),) if is_part else ()), self.body())

    def body(self) -> Text:
        """Name who answers for the work: publisher, school, institution, site."""
        reference = self.reference
        match reference.kind:
            case Kind.THESIS if not is_published(self.reference):
                return self._named(reference.institution)
            case Kind.REPORT:
                return self._bodies(reference.institution, reference.publisher)
            case Kind.ONLINE:
                return self._site() or as_text(archive_name(reference))
            case Kind.MISC:
                return self._misc() or as_text(archive_name(reference))
            case _:
                # A handbook and proceedings have the body that they come from where others have a publisher.
                own = reference.institution if reference.kind is not Kind.THESIS else Versions("")
                return self._bodies(reference.publisher, own)

    def _named(self, versions: Versions[str], words: str = "") -> Text:
        """Name a body or place as the page calls it, or by `words`, marked where its name is romanized."""
        words = words or self.work.in_page_language(versions)
        is_romanized = words not in {versions.original, versions.get(self.own.code, "")}
        name = as_text(_BETWEEN.sub("; ", words))
        return in_language(name, self.reference.language, self.own) if is_romanized else name

    def journal(self) -> Text:
        """Write *Vestnik*, *5*(2), 34–41; an issue without volume stands alone: , (1), 3–9."""
        reference = self.reference
        is_whole = reference.genre == PERIODICAL
        name = self.titles.whole(self.work.title.words) if is_whole else in_runs(self.work.host)
        parts: list[Node] = [Emphasis(in_language(name, reference.language, self.own))] if name else []
        volume, number = map(self.work.in_letters, (reference.volume, ranged(reference.number)))
        if volume:
            parts += [", " if parts else "", Emphasis((volume,))]
        if reference.part:
            # *20*(3, Pt. 1), as APA writes a part of an issue or volume.
            number = ", ".join(filter(None, (number, self.titles.part())))
        if number:
            # Brackets within brackets are square: «2 (45)».
            number = number.translate(_WITHIN_BRACKETS)
            is_alone = parts and not volume
            parts.append(f", ({number})" if is_alone else f"({number})")
        if reference.pages:
            pages = self.work.in_letters(reference.pages.text)
            parts.append(f", {pages}" if parts else pages)
        elif reference.eid:
            article = self.own.descriptions["article_number"].format(self.work.in_letters(reference.eid))
            parts.append(f", {article}" if parts else article)
        return tuple(part for part in parts if part)

    def _beside_journal(self) -> tuple[Text, ...]:
        """Say how an article has appeared so far: "Advance online publication"; which archive has it."""
        if self.titles.is_in_archive:
            return (as_text(archive_name(self.reference)),)
        return (as_text(self.work.in_page_language(self.reference.medium)),)

    def _book(self) -> Text:
        """Write In I. I. Ivanov (Ed.), *Sosedi po stepi* (pp. 45–67)."""
        reference, terms = self.reference, self.own.terms
        title = self._host_title()
        if not title:
            return ()
        pages = terms["pages" if reference.pages.is_many else "page"].format(reference.pages.text)
        details = [
            self.people.persons(reference.host_translators, "translator")
            if reference.host_translators != reference.editors
            else "",
            *self.people.explaining(),
            ", ".join((*self.titles.edition(), *((pages,) if reference.pages else ()))),
        ]
        said = "; ".join(filter(None, details))
        where = f" ({said})" if said else ""
        run = Emphasis(in_language(title, reference.language, self.own))
        described = self.work.in_page_language(reference.main_title_addon)
        opening = self.own.descriptions["on_album"] if self.titles.is_on_album else terms["in_book"]
        addon = f" [{described}]" if described else ""
        # Some languages say it behind the title: «… (Ed.), *The Silk Road* içinde (ss. 25–55)».
        before, _, behind = (opening if "{}" in opening else f"{opening} {{}}").partition("{}")
        return tuple(part for part in (f"{before}{self.people.in_host()}", run, behind, where, addon) if part)

    def _host_title(self) -> Text:
        """Write the title of a host, after that of the whole of which it is a volume."""
        reference, work = self.reference, self.work
        name = (
            joined(
                in_runs(work.in_sentence_case(work.host)),
                work.in_sentence_case(work.in_script(reference.container_subtitle)),
            )
            if work.host
            else ()
        )
        main = work.in_page_language(reference.main_title)
        if not main:
            return name
        if name:
            return (*self.titles.before_volume(work.in_sentence_case(main)), *name)
        return joined(
            in_runs(work.in_sentence_case(main)),
            work.in_sentence_case(work.in_script(reference.main_subtitle)),
        )

    def _event(self) -> Text:
        """Write where something was read: "Congress of Turkologists, Almaty, Kazakhstan"."""
        reference = self.reference
        place = self._named(reference.venue) or self._named(reference.place)
        return _in_a_row(self._named(reference.event_title), place)

    def _site(self) -> Text:
        reference = self.reference
        host = self.work.host
        # The name of a site is left out where it is that of its author (9.32).
        site = self._named(reference.container, host) if host else self._named(reference.institution)
        return () if plain(site) in {person.family for person in self.people.heads} else site

    def _misc(self) -> Text:
        """Name who brought out, keeps or shows a film, an image, a data set, a manuscript."""
        reference = self.reference
        # A map that somebody published stands in no place.
        is_published = reference.genre == "map" and reference.publisher
        stands_in_place = reference.genre in _IN_PLACES and not is_published
        place = self._named(reference.place) if stands_in_place else ()
        bodies = self._bodies(reference.publisher, reference.institution)
        department = () if reference.event_title else self._named(reference.venue)
        if bodies and is_institution(plain(place)):
            # A body that stands where places do is the larger or the smaller one, and is named first (10.14).
            return _in_a_row(department, place, bodies)
        # An album has been named: “On *Made-up songs*”.
        host = "" if self.titles.is_of_album else self.work.host
        kept_by = self._named(reference.container, host) if host else self._named(Versions(reference.archive))
        return _in_a_row(department, self._with_shelf(bodies or kept_by), place)

    def _with_shelf(self, keeper: Text) -> Text:
        """Write where an archive has it, behind who keeps it: "TSGA RK (F. 64. Op. 1. D. 5)" (10.16)."""
        place = self.reference.archive_location
        shelf = self._named(Versions(place)) if place else ()
        return (*keeper, " (", *shelf, ")") if keeper and shelf else keeper or shelf

    def _bodies(self, *bodies: Versions[str]) -> Text:
        """Name the first of the bodies; one that is the author too is not named again (9.29)."""
        first = next((body for body in bodies if self.work.in_page_language(body)), None)
        if first is None or self._is_author(first, self.work.in_page_language(first)):
            return ()
        return self._named(first)

    def _is_author(self, body: Versions[str], shown: str) -> bool:
        """Tell whether a body that publishes a work is its author too."""
        originals = self.reference.authors.original
        short = self.reference.short_author.original
        own = {one.family for one in (*originals, *short, *self.people.heads) if one.is_organization}
        return not own.isdisjoint({body.original, shown} - {""})

    def address(self) -> tuple[Text, ...]:
        """A DOI, else the URL; what is likely to change shows when it was read (9.16)."""
        reference = self.reference
        address = self.work.text.address or archive_address(reference) or reference.archive_url
        if reference.doi:
            return (web_link(doi_address(reference.doi)),)
        if not address:
            return ()
        if self._may_change() and not reference.pub_state and reference.access_date:
            date = dates.full(reference.access_date, self.own)
            return ((f"{self.own.terms['retrieved'].format(date)} ", *web_link(address)),)
        return ((*web_link(address), *self._kept_copy()),)

    def _may_change(self) -> bool:
        """Tell whether a work is likely to change: without a date, or an article of no issue (10.1, 14)."""
        reference = self.reference
        date = reference.date
        is_of_issue = reference.volume or reference.number or reference.pages or reference.eid
        is_of_day = date is not None and bool(date.month or date.season)
        is_of_work = reference.kind is Kind.ARTICLE and self.work.host and not (is_of_issue or is_of_day)
        return date is None or bool(is_of_work)

    def _kept_copy(self) -> Text:
        """Write where the address is kept: " (archived May 12, 2019, at https://web.archive.org/…)"."""
        address, date = self.reference.archive_url, self.reference.archive_date
        if not address or not self.work.text.address:
            return ()
        pattern = self.own.descriptions["kept_copy"]
        when = dates.full(date, self.own) if date else ""
        known = without_missing(pattern, set() if date else {"date"})
        opening, closing = known.replace("{date}", when).split("{address}")
        return (f" {opening}", *web_link(address), closing)


def _in_a_row(*parts: Text) -> Text:
    """Join texts by commas, those that are not empty."""
    joined: list[Node] = []
    for part in parts:
        joined += (", ", *part) if joined and part else part
    return tuple(joined)
