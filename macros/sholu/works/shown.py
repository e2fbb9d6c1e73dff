"""What of a work a page in one language shows: which text, which title, whose names, in which script.

Decided here and nowhere else: styles, catalogue, pictures and search say in which order these stand, and with
what signs between them. What is shown where there is room for one form of everything is decided by `view`.
"""

from __future__ import annotations

from functools import cached_property

from sholu.bibliography.fields import GENRES_OF_LAWS, GENRES_OF_TREATIES, NUMBERED
from sholu.bibliography.proper_names import NO_NAMES, Names, names_in
from sholu.bibliography.references import LATIN, NO_WORDS, Person, Reference, Versions
from sholu.bibliography.words import Words, with_each, with_italics_of
from sholu.languages import Language, available_languages, by_letters, capitalized, is_written_in, language
from sholu.languages.capitals import is_english, is_title_case, sentence_case, with_capital_subtitles
from sholu.languages.cldr import usual_language
from sholu.languages.scripts import is_mostly, is_partly
from sholu.regexes import regex
from sholu.values import Value
from sholu.works import names
from sholu.works.view import form

# What has the name that states or courts gave it, also as an entry of another type (`kind` of a @misc).
_NAMED_BY_STATES = (GENRES_OF_LAWS | GENRES_OF_TREATIES | {"jurisdiction"}) - {"document", "plan"}

_BEHIND_QUESTIONS = regex(r"(?<=[?!]) : ")
# Scripts in one line of which the words of the other do not disturb.
EUROPEAN = frozenset({"Latn", "Cyrl", "Grek"})


class ShownText(Value):
    """The text of a work that a page cites: in which language it is, its title and address."""

    language: str
    title: str
    address: str


class Title(Value):
    """A title in the script of a page: its words, their language, and its translation or "".

    `printed` are the words as a list prints them, an English title in sentence case.
    """

    words: str
    language: str
    translation: str
    printed: str


class ShownWork(Value, dict=True):
    """A work as the pages in one language, `own`, show it; what the data does not have is "".

    `acts_by_own_name` is whether a legal act is called as its state calls it, with its name in the language
    of the page as a translation, as every other work is. `names` are those that the bibliography
    knows, which a title in sentence case keeps. `readers` is the language of the page if `own` is not.
    """

    work: Reference
    own: Language
    acts_by_own_name: bool = False
    names: Names = NO_NAMES
    readers: str = ""

    @property
    def _readers(self) -> str:
        """The language into which a title or a note is translated."""
        return self.readers or self.own.code

    @property
    def _is_act_of_page(self) -> bool:
        """Whether it is a legal act, which goes by its name in the language of the page."""
        return self.work.kind.is_legal and not self.acts_by_own_name

    @cached_property
    def text(self) -> ShownText:
        """The text that the page cites.

        A treaty or law may have a text in each language (`title_kk`, `url_kk`): then each page cites its own.
        Every other work is cited as it was published.
        """
        work, code = self.work, self.own.code
        if self._is_act_of_page and code in work.urls and code in work.title:
            return ShownText(code, work.title[code], work.urls[code])
        return ShownText(work.language, work.title.original, form(work.urls, work.language))

    @cached_property
    def terms(self) -> Language:
        """The language whose terms a description of the work uses: that of the work (GOST 7.82, 4.4).

        A work in a language that Sholu has no file for uses English terms if it is written in Latin letters,
        those of Russian if it is Cyrillic on a page in Latin ones, else those of the page.
        """
        return self.terms_for(self.text.title or self.work.container.original)

    def terms_for(self, words: str) -> Language:
        """Return the language of the terms beside some words of the work."""
        if self.text.language in available_languages():
            own = language(by_letters(self.text.language, words))
            # Arabic words do not go with a title in Latin letters, nor Russian ones with an English book.
            is_other = bool(words) and own.script != "Latn" and is_written_in("Latn", words)
            is_other = is_other and (own.script not in EUROPEAN or self._is_english_for_sure(words))
            return language("en") if is_other else own
        if words and (is_written_in("Latn", words) or is_mostly("Latn", words)):
            return language("en")
        is_cyrillic = self.own.script == "Latn" and words and is_mostly("Cyrl", words)
        return language(usual_language("Cyrl")) if is_cyrillic else self.own

    def _is_english_for_sure(self, words: str) -> bool:
        """Tell whether a work is English whose entry says otherwise, as templates in Russian have it."""
        work = self.work
        others = (work.publisher, work.place, work.container, work.institution)
        return is_written_in("Latn", "".join(one.original for one in others)) and is_english(words, "", "")

    @cached_property
    def title(self) -> Title:
        """The title in the script of the page, romanized where it is in another one.

        A legal act goes by its name in the language of the page, where it has one.
        """
        shown = self.text
        named = self.work.title.get(self._readers, "")
        if named and shown.title and self._is_act_of_page:
            return Title(named, self.own.code, "", named)
        words = self._in_script(shown.title, self.work.title, shown.language)
        translation = named if shown.language != self._readers and named != words else ""
        return Title(words, shown.language, translation, self.in_sentence_case(words))

    def in_sentence_case(self, words: str) -> str:
        """Return a title of the work in sentence case, if it is English and every word has a capital.

        A title and its subtitle are one; so are the titles of what it stands in.
        """
        work = self.work
        # An act of a state is called as the state calls it, a case by those whose it is.
        if not words or work.kind.is_legal or work.genre in _NAMED_BY_STATES:
            return words
        if not self._is_english:
            # Catalogues have a space before a subtitle's colon, and so has French.
            closed = _BEHIND_QUESTIONS.sub(" ", words).replace(" : ", ": ")
            is_kept = self.text.language == "fr" or closed == words or isinstance(words, Words)
            return words if is_kept else closed
        beside = self._titles_beside(words)
        if " : " in words and not isinstance(words, Words):
            # As catalogues part a subtitle.
            words = words.replace(" : ", ": ")
        if not is_title_case(": ".join(one for one in beside if one)):
            return with_italics_of(words, with_capital_subtitles(words))
        # "Merriam-Webster’s Dictionary" has the name of its author, "Cambridge History of Iran" of its town.
        families = (person.family for person in work.authors.original)
        places = work.place.original.split("; ")
        known = names_in(words, self.names)
        # Braces around the whole, as Mendeley writes them, say of none of its words that it is a name.
        protected = (one for one in work.protected if one != words)
        return with_italics_of(words, sentence_case(words, (*protected, *families, *places, *known)))

    def _titles_beside(self, words: str) -> list[str]:
        """Return the title and subtitle of which one is `words`; of any other what the work stands in."""
        work = self.work
        host = (work.main_title, work.main_subtitle, work.container, work.container_subtitle)
        groups = ((work.title, work.subtitle), (work.issue_title,), host)
        names = ([one.original for one in group] for group in groups)
        return next((group for group in names if words in group), [one.original for one in host])

    @cached_property
    def _is_english(self) -> bool:
        work = self.work
        titles = f"{work.title.original} {work.subtitle.original}"
        named = (work.main_title, work.container, work.publisher, work.institution)
        bodies = (one.family for one in work.authors.original if one.is_organization)
        return is_english(titles, " ".join((*(one.original for one in named), *bodies)), work.language)

    def printed(self, versions: Versions[str]) -> str:
        """Return a title or subtitle of the work in the script of the page and in sentence case."""
        return self.in_sentence_case(self.in_script(versions))

    @cached_property
    def translated_title(self) -> str:
        """The title in the language of the page, if the page cites the work in another language."""
        translation = self.work.title.get(self._readers, "")
        has_other_language = bool(self.text.title) and self.text.language != self._readers
        return translation if has_other_language and translation != self.text.title else ""

    @property
    def is_known_by_number(self) -> bool:
        """Whether nothing but its number is told of a patent, a standard, a decision of a court."""
        work = self.work
        is_numbered = work.genre in NUMBERED or work.genre == "jurisdiction"
        return is_numbered and not work.title and work.description.original == work.number != ""

    @cached_property
    def description(self) -> str:
        """What stands in place of a title that nobody has verified, in square brackets.

        That is a rendering of the title in another language, if only one is known, or a description.
        """
        if self.is_known_by_number:
            # A patent without a title is called by its number, which is no description.
            pattern = self.own.descriptions["patent_number"] if self.work.genre == "patent" else "{}"
            return capitalized(pattern.format(self.in_letters(self.work.number)), self.own.code)
        for words in (self.work.title, self.work.description):
            chosen = words.get(self.own.code) or form(words, self.work.language)
            if chosen:
                return f"[{chosen}]"
        return ""

    @property
    def name(self) -> str:
        """What readers of the page may call the work: its title in their language, else its own."""
        return self.translated_title or self.text.title or self.description

    @cached_property
    def shorthand(self) -> str:
        """The abbreviation of a work without personal author, in a script that suits the page."""
        work, own = self.work, self.own
        if any(not person.is_organization for person in work.authors.original):
            return ""
        if own.code in work.shorthand:
            return work.shorthand[own.code]
        original = work.shorthand.original
        return original if own.script != "Latn" or is_written_in("Latn", original) else ""

    @cached_property
    def note(self) -> tuple[str, str]:
        """The editor's note and its language: that of the page, else the one that there is."""
        note, code = self.work.note, self._readers
        if not note.forms:
            return "", ""
        if code not in note and not note.original:
            code = next(iter(note.forms))
        return note.get(code, "") or note.original, code

    def people(self, role: str) -> tuple[Person, ...]:
        """Return the persons in a role as the page names them."""
        return self.authors if role == "author" else self.named(self.work.people(role))

    @cached_property
    def authors(self) -> tuple[Person, ...]:
        """The authors as the page names them: head, label, order and those after the slash ask for them."""
        return self.named(self.work.authors)

    def people_as_published(self, role: str) -> tuple[Person, ...]:
        """Return the persons in a role in the letters of the description: Hiro before "Inside Central Asia".

        A bibliographer of Kazakhstan describes a book in Latin letters as it is, one of Uzbekistan a book in
        Cyrillic (GOST 7.82, 4.4).
        """
        people, title = self.work.people(role), self.text.title
        if self.own.script == "Latn" or not title or not is_written_in("Latn", title):
            return self.named_beside_title(people)
        for one in (people.original, people.get(LATIN, ()), people.get("en", ())):
            if one and all(is_written_in("Latn", f"{person.family}{person.given}") for person in one):
                return one
        return self.named(people)

    def named(self, people: Versions[tuple[Person, ...]]) -> tuple[Person, ...]:
        """Return persons as the page names them."""
        return names.shown_people(people, self.own, self.work.language)

    def named_beside_title(self, people: Versions[tuple[Person, ...]]) -> tuple[Person, ...]:
        """Return persons as the page names them, on one in Latin letters as a title in others does."""
        own, title = self.terms.script, self.text.title
        is_other = self.own.script == "Latn" != own and bool(title)
        # One letter of a name may be a look-alike.
        is_named_so = is_other and any(is_partly(own, person.family) for person in people.original)
        return people.original if is_named_so else self.named(people)

    def as_published(self, versions: Versions[str]) -> str:
        """Return words as they stand in the work itself: in its language, else in whichever there are."""
        return versions.original or form(versions, self.terms.code)

    def in_script(self, versions: Versions[str]) -> str:
        """Return words of the work in the script of the page, romanized and not translated."""
        return self._in_script(versions.original, versions, self.work.language)

    def in_letters(self, words: str) -> str:
        """Return words that have no forms, a number or an archive, in the letters of the page: "38-FZ"."""
        return self._in_script(words, NO_WORDS, self.work.language)

    def in_page_language(self, versions: Versions[str]) -> str:
        """Return the name of a body as the page calls it: in its own language, else in its script."""
        return versions.get(self.own.code, "") or self.in_script(versions)

    @cached_property
    def host(self) -> str:
        """What the work stands in, in the script of the page: translated if only a translation is known."""
        container = self.work.container
        is_translated = not container.original and LATIN not in container
        return self.in_page_language(container) if is_translated else self.in_script(container)

    def _in_script(self, original: str, versions: Versions[str], code: str) -> str:
        """Return words in the script of the page: as they are, as the data romanizes them, or romanized."""
        if not original:
            return versions.get(LATIN, "") if self.own.script == "Latn" else ""
        if self.own.script != "Latn" or is_written_in("Latn", original):
            return original
        given = versions.get(LATIN, "")
        return given or with_each(original, lambda run: self.own.in_latin(run, code))
