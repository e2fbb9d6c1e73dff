"""What stands behind two slashes by GOST R 7.0.5-2008: a journal, a book with its editors, a site."""

from __future__ import annotations

from sholu.bibliography.references import Kind
from sholu.citations import dates
from sholu.citations.styles.gost_people import Responsible
from sholu.citations.styles.gost_volumes import parts, stands_in_volume, told_volumes
from sholu.languages import capitalized, lowered
from sholu.works.shown import ShownWork
from sholu.works.view import SITE


class Hosts:
    """The whole in which one work stands, and the event at which it was read."""

    def __init__(self, work: ShownWork, responsible: Responsible) -> None:
        self.work = work
        self.reference = work.work
        self.responsible = responsible

    def text(self) -> str:
        """What a part stands in: a journal, a book with its editors, a site, an archive."""
        reference, terms, work = self.reference, self.work.terms, self.work
        code = reference.language or terms.code
        if reference.kind is Kind.ONLINE:
            if reference.genre == SITE:
                return ""
            site = self.responsible.site()
            # «Военное право : сетевой журн.» says itself what it is.
            return f"{site} : {terms.terms['list_site']}" if site and " : " not in site else site
        host = work.as_published(reference.container)
        if not host and reference.kind is Kind.MISC and reference.main_title:
            # The series of an episode, the album of a song.
            host = work.as_published(reference.main_title)
            return with_subtitle(host, work.as_published(reference.main_subtitle))
        if not host:
            return reference.archive or ("" if reference.kind is Kind.BOOK else self._event())
        host = with_subtitle(host, work.as_published(reference.container_subtitle))
        if main := work.as_published(reference.main_title):
            # It is the whole that has several volumes, and not the one in which the part stands.
            main = with_subtitle(main, work.as_published(reference.main_subtitle))
            main += told_volumes(work, main)
            # Its number stands before its own title: "Handbook of logic. Vol. 6 : Sets".
            volume = capitalized(", ".join(parts(work)), code) if stands_in_volume(reference) else ""
            host = f"{main}{' ' if main.endswith('.') else '. '}{f'{volume} : ' if volume else ''}{host}"
        if reference.kind is Kind.ARTICLE:
            return host
        addon = work.as_published(reference.container_addon)
        volumes = "" if reference.main_title else told_volumes(work, host)
        host += volumes + (f" : {lowered(addon, code)}" if addon else "")
        is_chapter = reference.kind in {Kind.CHAPTER, Kind.PAPER}
        return host + self.of_event(host) + (self.responsible.of_host() if is_chapter else "")

    def of_event(self, title: str) -> str:
        """Say of which conference proceedings are, and of one that their title names where it was."""
        named = self.work.as_published(self.reference.event_title)
        if not named:
            # Proceedings are called by the conference whose day and place are told.
            return self._when_and_where() if self.reference.event_date or self.reference.venue else ""
        return self._when_and_where() if compared(named) in compared(title) else f" : {self._event()}"

    def _event(self) -> str:
        """Write where and when something was read: "Съезд историков (Алматы, 4–5 мая 2019 г.)"."""
        event = self.work.as_published(self.reference.event_title)
        return f"{event}{self._when_and_where()}" if event else ""

    def _when_and_where(self) -> str:
        date = self.reference.event_date
        is_told = date is None or (not date.month and date == self.reference.date)
        when = "" if date is None or is_told else dates.full(date, self.work.terms)
        where = ", ".join(filter(None, (self.work.as_published(self.reference.venue), when)))
        return f" ({where})" if where else ""


def with_subtitle(title: str, subtitle: str) -> str:
    """Put a subtitle behind a title."""
    return f"{title} : {subtitle}" if subtitle else title


def compared(words: str) -> str:
    """Return words as they are compared: small, «ё» as «е»."""
    return words.casefold().replace("ё", "е")
