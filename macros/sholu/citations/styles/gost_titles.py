"""What stands before the imprint by GOST R 7.0.5-2008: title, what is said of it, who answers for it."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.references import NOBODY, Kind, Person, Versions
from sholu.citations import dates
from sholu.citations.shown import in_language
from sholu.citations.styles import gost_acts
from sholu.citations.styles.labels import Labels
from sholu.citations.text import Text, as_text, in_runs
from sholu.languages import lowered, worded
from sholu.works import names
from sholu.works.shown import ShownWork
from sholu.works.view import SITE

# Who else is named after the slash, and the word of a language's file that goes with it.
_RESPONSIBLE = (
    ("list_editors", "editor"),
    ("list_compilers", "compiler"),
    ("list_translators", "translator"),
    ("list_foreword", "foreword"),
)

# What is known by its number: a standard opens with it, a patent has it after its title.
NUMBERED = frozenset({"standard", "patent"})


class Statement:
    """The first part of one entry; `authors` are those who head it."""

    def __init__(self, work: ShownWork, authors: tuple[Person, ...], labels: Labels) -> None:
        self.work = work
        self.reference = work.work
        self.page = work.page
        self.authors = authors
        self.labels = labels
        self.shown = work.text
        self.terms = work.terms

    def text(self) -> Text:
        """Put it together: "Торговые пути [Trade routes] // Соседи по степи / ред. И. И. Иванов"."""
        reference = self.reference
        number = f"{reference.number}. " if reference.genre == "standard" and reference.number else ""
        statement = (*as_text(number), *self._whole(in_runs(self._title())))
        # A translation is in the language of the page, in the midst of a description that is not.
        if translation := self.work.translated_title:
            statement += in_language((f" [{translation}]",), self.page.code, self.terms)
        statement += as_text(self._said_of_title())
        host = self._host()
        return (*statement, f" // {host}") if host else statement

    def heading(self) -> Text:
        """Write who heads the entry: "Тарасова В. И., Ким С. А. "."""
        if not self.authors:
            return ()
        heading = ", ".join(map(names.initials_after, self.authors)) + self._others("author", self.authors)
        return (heading, " " if heading.endswith(".") else ". ")

    def _whole(self, title: Text) -> Text:
        """Write a volume after the work of which it is one: "Сочинения : в 2 т. Т. 1 : Первоначала"."""
        reference = self.reference
        volumes = self._volumes() if not reference.kind.is_part else ""
        is_part = reference.kind.is_part or reference.kind is Kind.MISC
        main = "" if is_part else self.work.as_published(reference.main_title)
        if not main:
            return (*title, volumes) if volumes else title
        volume = ", ".join(self.parts())
        before = f"{_with_subtitle(main, self.work.as_published(reference.main_subtitle))}{volumes}"
        stop = " " if before.endswith(".") else ". "
        return (f"{before}{stop}{volume} : " if volume else f"{before}{stop}", *title)

    def _volumes(self) -> str:
        volumes = self.reference.volumes
        return f" : {self.terms.descriptions['list_volumes'].format(volumes)}" if volumes else ""

    def parts(self) -> Iterable[str]:
        """Yield volume and part: "Т. 1", "ч. 2"."""
        reference = self.reference
        if reference.volume:
            yield self.terms.terms["list_volume"].format(reference.volume)
        if reference.part:
            yield self.terms.descriptions["list_part"].format(reference.part)

    def _title(self) -> str:
        reference = self.reference
        if reference.is_personal:
            words = self.page.terms["personal_interview"]
            date = dates.full(reference.date, self.page) if reference.date else ""
            said = f"{words}, {date}" if date else words
            return f"{self.shown.title} : {lowered(said)}" if self.shown.title else said
        if not self.shown.title:
            return self.work.description
        # Without a subtitle the title keeps its italics.
        subtitle = reference.subtitle.original
        return _with_subtitle(self.shown.title, subtitle) if subtitle else self.shown.title

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
            case Kind.MISC if reference.genre == "patent" and reference.number:
                said = " ".join(filter(None, (self._patent(), self.work.state(terms))))
            case _ if reference.kind.is_part:
                return f"{self._addon()}{self._responsible(self._owners(), ('translator',))}"
            case _:
                return f"{self._addon()}{self._responsible(self._owners())}"
        return f" : {said}" if said else ""

    def _patent(self) -> str:
        """Write "пат. 2187888", in the words of its entry where that has some."""
        own = lowered(self.work.as_published(self.reference.number_type))
        pattern = f"{own} {{}}" if own else self.terms.descriptions["list_patent"]
        return pattern.format(self.reference.number)

    def _addon(self) -> str:
        """Say what a work is, as its entry does: " : сборник статей"."""
        medium = self.work.as_published(self.reference.medium)
        # A key of biblatex's is said in words: "tvepisode".
        medium = self.terms.mediums.get(medium.casefold(), medium)
        words = self.work.as_published(self.reference.title_addon) or medium
        if self.reference.kind is Kind.ARTICLE:
            words = self.work.as_published(self.reference.title_addon)
        return f" : {lowered(words)}" if words and not words.isupper() else ""

    def _interview(self) -> str:
        """Say that it is an interview, where its title does not say so, and who asked."""
        word = self.terms.terms["list_interview"]
        said = "" if word in self._title().casefold() else f" : {word}"
        asked = self._people(self.reference.interviewers, "interviewer")
        return f"{said} / {asked}" if asked else said

    def _online(self) -> str:
        """Call a site a site; name the organization behind a page that stands in something with a name."""
        is_site = self.reference.genre == SITE
        said = f" : {self.terms.terms['list_site']}" if is_site else ""
        owners = self._organizations()
        said = said or self._addon()
        return f"{said}{_after_slash(owners)}" if is_site or self.reference.container else said

    def _organizations(self) -> list[str]:
        return [one.family for one in self.work.people("author") if one.is_organization]

    def _owners(self) -> list[str]:
        """Name the authors who head no entry: organizations that the imprint does not name, and of many one.

        Four authors and more stand after the slash where the norm is kept to the letter (4.10.2).
        """
        persons = [one for one in self.work.people("author") if not one.is_organization]
        if persons and not self.authors:
            first, *others = map(names.initials_before, persons)
            return [f"{first} [{self.labels.et_al(persons[0])}]" if others else first]
        published = {
            self.work.as_published(self.reference.publisher),
            self.work.as_published(self.reference.institution),
        }
        originals = (one.family for one in self.reference.authors.original if one.is_organization)
        named = zip(self._organizations(), originals, strict=False)
        return [shown for shown, original in named if not {shown, original} & published]

    def _responsible(
        self,
        owners: Iterable[str] = (),
        roles: Iterable[str] = ("editor", "compiler", "translator", "foreword"),
    ) -> str:
        """Name who is responsible, each with what for: " / ООН ; ред. И. И. Иванов ; пер. А. Ким"."""
        said = [
            self._told(term, self._people(self._in_role(role), role))
            for term, role in _RESPONSIBLE
            if role in roles and self._in_role(role)
        ]
        return _after_slash([", ".join(owners), *said], " ; ")

    def _told(self, term: str, people: str) -> str:
        if term == "list_editors" and self.reference.editor_role == "compiler":
            term = "list_compilers"
        words = self.terms.descriptions
        pattern = words[term] if term in words else worded(self.terms.terms, term)
        return pattern.format(people)

    def _in_role(self, role: str) -> Versions[tuple[Person, ...]]:
        reference = self.reference
        return (
            reference.people(role) if role in {"editor", "translator"} else reference.roles.get(role, NOBODY)
        )

    def _people(self, people: Versions[tuple[Person, ...]], role: str) -> str:
        shown = self.work.named(people)
        return ", ".join(map(names.initials_before, shown)) + self._others(role, shown)

    def _others(self, role: str, shown: tuple[Person, ...]) -> str:
        """Say that there are more persons than the entry names: " [и др.]"."""
        return f" [{self.labels.et_al(shown[0])}]" if shown and role in self.reference.and_others else ""

    def _thesis(self) -> str:
        reference = self.reference
        pattern = self.terms.genres.get(reference.genre, self.terms.genres["thesis"])
        study = self.work.as_published(reference.field_of_study)
        said = " ".join(pattern.format(field=study).split())
        return self.terms.descriptions["list_abstract"].format(said) if reference.is_thesis_abstract else said

    def _host(self) -> str:
        """What a part stands in: a journal, a book with its editors, a site, an archive."""
        reference, terms, work = self.reference, self.terms, self.work
        if reference.kind is Kind.ONLINE:
            if reference.genre == SITE:
                return ""
            owners = [one.family for one in reference.authors.original if one.is_organization]
            site = (
                work.as_published(reference.container) or ", ".join(owners) or reference.institution.original
            )
            return f"{site} : {terms.terms['list_site']}" if site else ""
        host = work.as_published(reference.container)
        if not host and reference.kind is Kind.MISC and reference.main_title:
            # The series of an episode, the album of a song.
            host = work.as_published(reference.main_title)
            return _with_subtitle(host, work.as_published(reference.main_subtitle))
        if not host:
            return reference.archive or self._event()
        host = _with_subtitle(host, work.as_published(reference.container_subtitle))
        if main := work.as_published(reference.main_title):
            host = f"{_with_subtitle(main, work.as_published(reference.main_subtitle))}. {host}"
        if reference.kind is Kind.ARTICLE:
            return host
        addon = work.as_published(reference.container_addon)
        host += self._volumes() + (f" : {lowered(addon)}" if addon else "")
        return host + self._of_host()

    def _of_host(self) -> str:
        """Name who is responsible for the book of a chapter: its authors, editors, translators."""
        reference = self.reference
        if reference.kind not in {Kind.CHAPTER, Kind.PAPER}:
            return ""
        owners = self._people(reference.host_authors, "bookauthor") if reference.host_authors else ""
        said = [owners, *(self._responsible((), ("editor", "compiler")).removeprefix(" / "),)]
        if reference.host_translators:
            people = self._people(reference.host_translators, "translator")
            said.append(self.terms.terms["list_translators"].format(people))
        return _after_slash(said, " ; ")

    def _event(self) -> str:
        """Write where something was read, if nothing was printed: "Съезд историков (Алматы, 2019)"."""
        reference = self.reference
        event = self.work.as_published(reference.event_title)
        place = self.work.as_published(reference.venue)
        return f"{event} ({place})" if event and place else event


def _with_subtitle(title: str, subtitle: str) -> str:
    return f"{title} : {subtitle}" if subtitle else title


def _after_slash(parts: Iterable[str], sign: str = ", ") -> str:
    """Write who is responsible: " / ООН ; ред. И. И. Иванов", or ""."""
    said = sign.join(filter(None, parts))
    return f" / {said}" if said else ""
