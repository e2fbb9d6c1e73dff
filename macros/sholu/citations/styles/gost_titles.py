"""What stands before the imprint by GOST R 7.0.5-2008: title, what is said of it, who answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sholu.bibliography.fields import PERIODICAL
from sholu.bibliography.given_names import begins_with_person
from sholu.bibliography.references import Kind, Person, Versions
from sholu.bibliography.words import marked_as
from sholu.citations import dates
from sholu.citations.composed import as_text, standing_out
from sholu.citations.shown import SPECIALITY, in_language, is_numbered
from sholu.citations.styles import gost_acts
from sholu.citations.styles.gost_people import OF_PART, Responsible, after_slash
from sholu.citations.styles.gost_volumes import stands_in_volume, tells_volumes
from sholu.citations.styles.labels import Labels
from sholu.citations.text import Text, plain
from sholu.languages import capitalized, lowered
from sholu.languages.capitals import begins_with_name, is_called_by_name, sentence_case
from sholu.works import acts, names
from sholu.works.shown import ShownWork
from sholu.works.view import SITE


class Statement:
    """The first part of one entry; `authors` are those who head it."""

    def __init__(self, work: ShownWork, authors: tuple[Person, ...], labels: Labels) -> None:
        self.work = work
        self.reference = work.work
        self.own = work.own
        self.authors = authors
        self.labels = labels
        self.responsible = Responsible(work, authors, labels)
        self.shown = work.text
        self.terms = work.terms
        # That of the words which the entry says itself.
        self._code = self.reference.language or self.terms.code

    def text(self) -> Text:
        """Put it together: "Торговые пути [Trade routes] // Соседи по степи / ред. И. И. Иванов"."""
        reference = self.reference
        number = f"{reference.number}. " if reference.genre == "standard" and reference.number else ""
        title = standing_out(self._title(), self.shown.title, reference.subtitle.original)
        statement = (*as_text(number), *self._whole(title))
        # A translation is in the language of the page, in the midst of a description that is not.
        if translation := self.work.translated_title:
            statement += in_language((f" [{translation}]",), self.own.code, self.terms)
        said = self._said_of_title()
        # Where no title stands before it, what is said of one opens the entry: "Рец. / ред. А. Ким".
        if not statement:
            said = capitalized(said.removeprefix(" : ").lstrip(), self._code)
        addon = self.work.as_published(reference.title_addon)
        statement += standing_out(said, addon, marked_as(addon, lowered(addon, self._code)))
        host = self._host()
        of_host = (
            reference.container,
            reference.container_subtitle,
            reference.main_title,
            reference.main_subtitle,
        )
        if not statement and host:
            # A work without title is known by its journal: "// Helbig. 1966. Bd. 4".
            return self._emphasized(f"// {host}", *of_host)
        return (*statement, *self._emphasized(f" // {host}", *of_host)) if host else statement

    def _emphasized(self, written: str, *names: Versions[str]) -> Text:
        """Let stand out what does in the names that it is made of: "// Journal of *Stipa*"."""
        return standing_out(written, *map(self.work.as_published, names))

    def heading(self) -> Text:
        """Write who heads the entry: "Тарасова В. И., Ким С. А. "."""
        if not self.authors:
            return ()
        heading = ", ".join(map(names.initials_after, self.authors)) + self.responsible.others(
            "author", self.authors
        )
        return (heading, " " if heading.endswith(".") else ". ")

    def _whole(self, title: Text) -> Text:
        """Write a volume after the work of which it is one: "Сочинения : в 2 т. Т. 1 : Первоначала"."""
        reference = self.reference
        volumes = self._volumes(plain(title)) if not reference.kind.is_part else ""
        is_part = reference.kind.is_part or reference.kind is Kind.MISC
        main = "" if is_part else self.work.as_published(reference.main_title)
        if not main:
            return (*title, volumes) if volumes else title
        volume = capitalized(", ".join(self.parts()), self._code)
        before = _with_subtitle(main, self.work.as_published(reference.main_subtitle))
        before += self._volumes(before)
        stop = " " if before.endswith(".") else ". "
        opening = f"{before}{stop}{volume} : " if volume else f"{before}{stop}"
        return (*self._emphasized(opening, reference.main_title, reference.main_subtitle), *title)

    def _volumes(self, title: str) -> str:
        """Say how many volumes there are, unless the title does: "Сочинения : в 2 т."."""
        count = self.reference.volumes
        if not count:
            return ""
        if tells_volumes(title, count, self.terms):
            return ""
        return f" : {self.terms.descriptions['list_volumes'].format(count)}"

    def parts(self) -> Iterable[str]:
        """Yield volume and part: "Т. 1", "ч. 2"."""
        reference = self.reference
        terms = self.terms
        if reference.volume:
            # "Вып. 1", "№ 3" and "Лекции 1–15" say themselves what they are.
            is_number = is_numbered(reference.volume)
            yield terms.terms["list_volume"].format(reference.volume) if is_number else reference.volume
        if reference.part:
            is_number = is_numbered(reference.part)
            yield terms.descriptions["list_part"].format(reference.part) if is_number else reference.part

    def _title(self) -> str:
        reference = self.reference
        if reference.is_personal:
            words = self.own.terms["personal_interview"]
            date = dates.full(reference.date, self.own) if reference.date else ""
            said = f"{words}, {date}" if date else words
            return f"{self.shown.title} : {lowered(said, self._code)}" if self.shown.title else said
        if not self.shown.title:
            # What is known by its number alone opens with it: "Пат. 2187888".
            is_patent = self.work.is_known_by_number and reference.genre == "patent"
            return "" if is_patent else self.work.description
        subtitle = reference.subtitle.original
        return _with_subtitle(self.shown.title, subtitle) if subtitle else self.shown.title

    def _said_of_title(self) -> str:
        """What follows a title after a colon or slash: kind of document, date of signature, editors."""
        reference, terms = self.reference, self.terms
        owners = self.responsible.owners()
        match reference.kind:
            case Kind.TREATY if reference.date:
                said = gost_acts.signed(self._title().strip("["), reference, terms)
            case Kind.LAW:
                said = gost_acts.law(self.shown.title, self.work, terms)
            case Kind.THESIS:
                said = " : ".join(filter(None, self._thesis()))
                said += after_slash((self.work.as_published(reference.credits),))
            case Kind.REPORT:
                word = self._sort_of_report()
                # «Отчет о научной работе» says so itself.
                is_told = _plain(word) in _plain(self._title())
                return f"{'' if is_told else f' : {word}'}{self.responsible.statement(owners)}"
            case Kind.INTERVIEW if not reference.is_personal:
                return self._interview()
            case Kind.ONLINE:
                return self._online()
            case Kind.MISC if reference.genre == "patent" and reference.number:
                said = f"{self._patent()}{self.responsible.statement(owners)}"
            case _ if reference.kind.is_part and reference.genre != PERIODICAL:
                return f"{self._addon()}{self.responsible.statement(owners, OF_PART)}"
            case _:
                event = self._of_event(self._title()) if reference.kind is Kind.BOOK else ""
                return f"{self._addon()}{event}{self.responsible.statement(owners)}"
        # What has no title opens with it: "Пат. 2187888".
        is_opening = said and not self._title()
        return capitalized(said, self._code) if is_opening else f" : {said}" if said else ""

    def _sort_of_report(self) -> str:
        """Call a report as its entry does: "policy brief"; else a report."""
        own = self.work.as_published(self.reference.number_type)
        is_said = own and not own.isupper()
        return lowered(sentence_case(own), self._code) if is_said else self.terms.genres["report"]

    def _patent(self) -> str:
        """Write "пат. 2187888 Российской Федерации", in the words of its entry where that has some."""
        own = self.work.as_published(self.reference.number_type)
        # "United States Patent" begins with a name.
        is_name = own.isascii() and any(word[0].isupper() for word in own.split()[1:])
        own = own if is_name else lowered(own, self._code)
        state, words = acts.state(self.reference, self.terms), self.terms.descriptions
        number = self.reference.number
        if own:
            # «Патент РК» names the state.
            names_state = " " in own or "." in own.rstrip(".")
            return " ".join(filter(None, (own, number, "" if names_state else state)))
        if not state:
            return words["list_patent"].format(number)
        return words["list_patent_of"].format(number=number, jurisdiction=state)

    def _addon(self) -> str:
        """Say what a work is, as its entry does: " : сборник статей"."""
        medium = self.work.as_published(self.reference.medium)
        # A key of biblatex's is said in words: "tvepisode".
        medium = self.terms.mediums.get(medium.casefold(), medium)
        words = self.work.as_published(self.reference.title_addon) or medium
        if self.reference.kind is Kind.ARTICLE:
            words = self.work.as_published(self.reference.title_addon)
        # "Preface" that is the title too needs not be said again.
        is_said = words and not words.isupper() and not _tells(self._title(), words)
        # "Status Update" of a program is a status update.
        is_cased = words.isascii() and words.istitle() and not is_called_by_name(words)
        cased = sentence_case(words) if is_cased else words
        begun = cased if begins_with_name(cased) or begins_with_person(cased) else lowered(cased, self._code)
        said = begun if is_said else ""
        # Without a translator the language alone is told: " : пер. с нем."
        has_translators = self.reference.translators or self.reference.host_translators
        source = "" if has_translators else self.responsible.translated_from()
        return "".join(f" : {one}" for one in (said, source) if one)

    def _interview(self) -> str:
        """Say that it is an interview, where its title does not say so, and who asked."""
        word = self.terms.terms["list_interview"]
        said = "" if word in self._title().casefold() else f" : {word}"
        asked = self.responsible.people(self.reference.interviewers, "interviewer")
        return f"{said} / {asked}" if asked else said

    def _online(self) -> str:
        """Call a site a site; name the organization behind a page that stands in something with a name."""
        is_site = self.reference.genre == SITE
        said = f" : {self.terms.terms['list_site']}" if is_site else ""
        owners = self.responsible.organizations()
        said = said or self._addon()
        is_elsewhere = self.reference.container or self.responsible.is_on_platform
        return f"{said}{after_slash(owners)}" if is_site or is_elsewhere else said

    def _thesis(self) -> Iterable[str]:
        """Yield what sort of thesis it is, its speciality, and when it was defended."""
        reference = self.reference
        pattern = self.terms.genres.get(reference.genre, self.terms.genres["thesis"])
        if any(f": {word}" in self._title().replace(" :", ":") for word in re.findall(r"\b\w{3}\.", pattern)):
            # «Рынки : дис. ... канд. ист. наук» says so itself.
            return
        study = self.work.as_published(reference.field_of_study)
        said = " ".join(pattern.format(field=study).split())
        yield self.terms.descriptions["list_abstract"].format(said) if reference.is_thesis_abstract else said
        yield reference.number if SPECIALITY.fullmatch(reference.number) else ""
        yield self.work.as_published(reference.title_addon)

    def _host(self) -> str:
        """What a part stands in: a journal, a book with its editors, a site, an archive."""
        reference, terms, work = self.reference, self.terms, self.work
        if reference.kind is Kind.ONLINE:
            if reference.genre == SITE:
                return ""
            site = self.responsible.site()
            return f"{site} : {terms.terms['list_site']}" if site else ""
        host = work.as_published(reference.container)
        if not host and reference.kind is Kind.MISC and reference.main_title:
            # The series of an episode, the album of a song.
            host = work.as_published(reference.main_title)
            return _with_subtitle(host, work.as_published(reference.main_subtitle))
        if not host:
            return reference.archive or ("" if reference.kind is Kind.BOOK else self._event())
        host = _with_subtitle(host, work.as_published(reference.container_subtitle))
        if main := work.as_published(reference.main_title):
            # It is the whole that has several volumes, and not the one in which the part stands.
            main = _with_subtitle(main, work.as_published(reference.main_subtitle))
            main += self._volumes(main)
            # Its number stands before its own title: "Handbook of logic. Vol. 6 : Sets".
            volume = capitalized(", ".join(self.parts()), self._code) if stands_in_volume(reference) else ""
            host = f"{main}{' ' if main.endswith('.') else '. '}{f'{volume} : ' if volume else ''}{host}"
        if reference.kind is Kind.ARTICLE:
            return host
        addon = work.as_published(reference.container_addon)
        volumes = "" if reference.main_title else self._volumes(host)
        host += volumes + (f" : {lowered(addon, self._code)}" if addon else "")
        is_chapter = reference.kind in {Kind.CHAPTER, Kind.PAPER}
        return host + self._of_event(host) + (self.responsible.of_host() if is_chapter else "")

    def _of_event(self, title: str) -> str:
        """Say of which conference proceedings are, and of one that their title names where it was."""
        named = self.work.as_published(self.reference.event_title)
        if not named:
            # Proceedings are called by the conference whose day and place are told.
            return self._when_and_where() if self.reference.event_date or self.reference.venue else ""
        return self._when_and_where() if _plain(named) in _plain(title) else f" : {self._event()}"

    def _event(self) -> str:
        """Write where and when something was read: "Съезд историков (Алматы, 4–5 мая 2019 г.)"."""
        event = self.work.as_published(self.reference.event_title)
        return f"{event}{self._when_and_where()}" if event else ""

    def _when_and_where(self) -> str:
        date = self.reference.event_date
        is_told = date is None or (not date.month and date == self.reference.date)
        when = "" if date is None or is_told else dates.full(date, self.terms)
        where = ", ".join(filter(None, (self.work.as_published(self.reference.venue), when)))
        return f" ({where})" if where else ""


def _with_subtitle(title: str, subtitle: str) -> str:
    return f"{title} : {subtitle}" if subtitle else title


def _tells(title: str, words: str) -> bool:
    """Tell whether a title begins or ends with the words that say what the work is, or is them."""
    said = re.escape(_plain(words))
    return bool(re.search(rf"(?:^|\s){said}$|^{said}\b", _plain(title)))


def _plain(words: str) -> str:
    return words.casefold().replace("ё", "е")
