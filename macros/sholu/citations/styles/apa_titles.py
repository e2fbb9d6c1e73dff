"""The title of an entry by APA 7: in italics if it stands alone, and what is said of it (9.19–9.22)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sholu.bibliography.fields import PERIODICAL
from sholu.bibliography.references import Kind, Reference
from sholu.bibliography.typed_words import of_words, typed_words
from sholu.citations.composed import in_runs
from sholu.citations.shown import SPECIALITY, in_language, is_numbered
from sholu.citations.styles.apa_described import Description, is_manuscript, version
from sholu.citations.styles.apa_people import People
from sholu.citations.styles.patents import apa_number
from sholu.citations.text import Emphasis, Node, Span, Text, plain
from sholu.languages import capitalized
from sholu.regexes import regex
from sholu.values import replace
from sholu.works.reviews import is_titled_by
from sholu.works.shown import ShownWork

_DIGIT = regex(r"\d")
_LETTER = regex(r"[^\W\d_]")
# A subtitle that is a volume: "Vol. 9562", «Т. 2».
_VOLUME = regex(r"[^\W\d_]+\.?\s\d+")
# Relations that stand behind a title.
_SAID_OF = frozenset({"reviewof", "commenton"})
# What ends a title so that its subtitle needs no colon.
_ENDS = ("?", "!", "—")
# "Stroj salarskogo jazyka [The system of Salar]", as linguists type it.
_TYPED_TRANSLATION = regex(r"(.*[^\s\[:;,.])(\s\[[^\[\]]+\])")
_SONG = of_words(r"<<song>>", re.IGNORECASE)
# What is a part of a series, whether its entry names that or not.
_EPISODES = frozenset({"tvepisode", "podcastepisode", "radioepisode"})


class Titles:
    """Writes the title of one work, and says whether it stands alone."""

    def __init__(self, work: ShownWork, people: People) -> None:
        self.work = work
        self.reference: Reference = work.work
        self.own = work.own
        self.people = people
        self._description = Description(work)

    @property
    def is_in_archive(self) -> bool:
        """Whether an article has appeared in an archive alone (10.8)."""
        reference = self.reference
        return reference.kind is Kind.ARTICLE and not self.work.host and bool(reference.eprint_type)

    @property
    def stands_alone(self) -> bool:
        """Whether the title is that of a whole, and so in italics; a part of a whole is not."""
        reference = self.reference
        is_talk = reference.kind is Kind.PAPER and not reference.container and not reference.main_title
        if is_talk or self.is_in_archive or reference.genre == PERIODICAL or is_manuscript(reference):
            return True
        is_part = reference.kind.is_part or (reference.kind is Kind.INTERVIEW and bool(self.work.host))
        is_episode = reference.kind is Kind.MISC and (
            bool(reference.main_title)
            or self.is_of_album
            or reference.medium.original.casefold() in _EPISODES
        )
        return not (is_part and (self.work.host or reference.kind is Kind.ARTICLE)) and not is_episode

    def text(self) -> Text:
        """Write the title with its translation and what is said of it."""
        parts: list[Node] = []
        words, translation = self._words()
        if self._is_untitled_review:
            words = ()
        if words:
            title, typed = _without_typed(words)
            run = in_language(title, self.work.title.language, self.own)
            parts += [Emphasis(_plainly(run))] if self.stands_alone else run
            parts += typed
        elif self.work.is_known_by_number:
            parts.append(Emphasis((self.work.description,)))
        elif self.work.description and not (self._described() or self._is_untitled_review):
            parts.append(self.work.description)
        if words and translation:
            parts.append(f" [{translation}]")
        if said := _bracketed(self._said()):
            parts.append(f" {said}" if parts else said)
        for one in self._described():
            parts += [" [" if parts else "[", *in_runs(one), "]"]
        for related in self._related():
            parts += [" " if parts else "", *related]
        if self.reference.restates:
            # As APA describes a review of a work, and whose that work is (10.7).
            said = f"[{self.reference.restates.words}]"
            parts.append(f" {said}" if parts else said)
        return tuple(parts)

    @property
    def _is_untitled_review(self) -> bool:
        """Whether it is a review whose title says nothing else: its description stands alone (10.7)."""
        reviews = (one for one in self.reference.related if one.kind == "reviewof")
        return any(is_titled_by(self.reference, one) for one in reviews)

    def _related(self) -> Iterator[Text]:
        """Yield what a review or a comment is of: [Review of the book *Water*, by A. Kim] (10.7)."""
        for one in self.reference.related:
            words = one.words or self.own.descriptions.get(one.kind, "")
            if one.kind not in _SAID_OF or not words:
                continue
            other = ShownWork(one.work, self.own, names=self.work.names)
            titles = Titles(other, People(other, ()))
            title = titles.whole(other.title.printed)
            opening, closing = self.own.quotes
            people = self.people.before_of(one.work) if one.kind == "reviewof" else ""
            by = self.own.descriptions["by"].format(people) if people else ""
            named: Text = (Emphasis(title),)
            if not titles.stands_alone:
                # In English a comma stands within the marks.
                inner = "," if closing == "”" and by.startswith(",") else ""
                named, by = (opening, *title, f"{inner}{closing}"), by.removeprefix(inner)
            # 「書評：」 brings its space along.
            space = "" if words.endswith("：") else " "
            yield (f"[{words}{space}", *named, f"{by}]")

    def _words(self) -> tuple[Text, str]:
        """Return the title, and its translation or ""."""
        reference, shown = self.reference, self.work.title
        original = reference.original_title
        if original and not reference.translators and not reference.original_date:
            # The work is in another language, and its title was translated for the entry (9.38).
            words = self.work.in_script(original) or original.original
            return in_runs(words), plain(self.whole(shown.printed))
        return self.whole(shown.printed), shown.translation

    def whole(self, words: str) -> Text:
        """Write a volume after the work of which it is one, and a subtitle after its title."""
        reference = self.reference
        if not words:
            return ()
        title = joined(in_runs(words), self.work.printed(reference.subtitle))
        if reference.kind is Kind.MISC or reference.kind.is_part or not reference.main_title:
            return title
        # One that is known in another language alone stands there as it is known.
        known = self.work.in_letters(self.work.as_published(reference.main_title))
        main = self.work.in_sentence_case(self.work.in_script(reference.main_title) or known)
        return (*self.before_volume(main), *title)

    def before_volume(self, main: str) -> Text:
        """Write the whole of which a volume is to follow: "Works: Vol. 2. ", "Works: "."""
        reference = self.reference
        subtitle = self.work.in_sentence_case(self.work.in_script(reference.main_subtitle))
        whole = joined(in_runs(main), subtitle)
        volume = self.own.terms["volume"].format(reference.volume) if reference.volume else ""
        if volume and not is_numbered(reference.volume):
            volume = self._own_volume()
        if volume and reference.part:
            volume = f"{volume.rstrip('.')}, {self.part()}"
        if not volume and _VOLUME.fullmatch(subtitle):
            return (*whole, ". ")
        return (*whole, ": ", *((f"{volume.rstrip('.')}. ",) if volume else ()))

    def _said(self) -> Iterator[str]:
        """Yield who else had a part in it, edition, volume and number, in round brackets."""
        reference = self.reference
        kind = reference.kind
        if kind is Kind.BOOK or (kind is Kind.MISC and not reference.main_title):
            yield from self.people.of_book(has_authors=bool(reference.authors))
            yield ", ".join(self.edition())
        elif kind.is_part:
            yield from self.people.beside_title()
        is_lone_part = kind.is_part and not self.work.host and kind is not Kind.ARTICLE
        # BibTeX's @inbook names the book and the pages that are meant.
        if (is_lone_part or reference.entry_type == "inbook") and not self.work.host and reference.pages:
            terms = self.own.terms
            yield terms["pages" if reference.pages.is_many else "page"].format(reference.pages.text)
        yield self._number()
        yield version(self.work)

    def _number(self) -> str:
        """Write the number of a report, thesis in an archive or data set."""
        reference, terms = self.reference, self.own.terms
        is_numbered = reference.kind in {Kind.REPORT, Kind.THESIS} or (
            reference.kind is Kind.MISC and not reference.main_title
        )
        if not is_numbered:
            return self._number_in_series()
        kind, number = self._number_type(), self.work.in_letters(reference.number)
        if self.work.is_known_by_number:
            return ""
        if reference.genre == "patent":
            return apa_number(reference, kind, number, self.own)
        if not number or SPECIALITY.fullmatch(number):
            return kind if not number and reference.kind is Kind.REPORT and _DIGIT.search(kind) else ""
        if kind:
            return self.own.descriptions["numbered"].format(kind, number)
        # By which an archive of theses has it (10.6).
        known = "publication" if reference.kind is Kind.THESIS else reference.genre
        pattern = self.own.descriptions.get(f"{known}_number", "{}")
        if reference.kind is Kind.REPORT:
            # What says itself that it is a grant or a brief is no report.
            pattern = terms["law_number" if reference.title_addon else "report_number"]
        return pattern.format(number).strip("()")

    def _number_in_series(self) -> str:
        """Write which episode or booklet it is: "Season 3, Episode 12", "No. 443"; no song on an album."""
        reference, number = self.reference, self.work.in_letters(self.reference.number)
        is_one = reference.kind is Kind.MISC or (reference.entry_type == "booklet" and not reference.series)
        if not is_one or not number or self.is_on_album:
            return ""
        return number if _LETTER.match(number) else self.own.terms["law_number"].format(number)

    @property
    def is_on_album(self) -> bool:
        """Whether it is a song, or a piece of music, on an album (10.13)."""
        reference = self.reference
        return reference.genre == "music" or bool(_SONG.match(reference.medium.original))

    @property
    def is_of_album(self) -> bool:
        """Whether it is music, and its entry calls the album as that of a part: in `booktitle`."""
        return bool(self.reference.container) and self.is_on_album

    def _number_type(self) -> str:
        """Return what the number is one of: "NIH Publication", "U.S. Patent"."""
        reference = self.reference
        own = self.work.in_page_language(reference.number_type)
        is_of_number = reference.kind in {Kind.REPORT, Kind.THESIS} or reference.genre == "patent"
        return own or (self.work.in_page_language(reference.medium) if is_of_number else "")

    def edition(self) -> Iterator[str]:
        """Yield the edition and the volume of a book: "2nd ed.", "Vol. 3"."""
        reference, terms = self.reference, self.own.terms
        if reference.edition and reference.edition != "1":
            # «2-е изд., испр.», "Second", “Nachdr.” of a German book say what it is in words of their own.
            number = re.match(r"\d+(?=\D|$)", reference.edition)
            words = number[0] if number else self.work.in_letters(reference.edition)
            written = terms["edition"].format(self.own.ordinal(words))
            said = words.casefold().rstrip(".")
            known = (terms["edition"].format("").strip(" -."), *typed_words("edition"))
            is_foreign = reference.language not in {"", self.own.code}
            is_told = number is None and (is_foreign or bool(_DIGIT.search(words)) or said.endswith(known))
            yield words if is_told else written
        if reference.volume and not reference.main_title:
            pattern = terms["volumes" if _is_range(reference.volume) else "volume"]
            # "Lectures 1–15" says itself what it is.
            yield pattern.format(reference.volume) if is_numbered(reference.volume) else self._own_volume()
        elif reference.volumes and not reference.volume:
            yield terms["volumes"].format(f"1–{reference.volumes}")
        if reference.part and not reference.main_title:
            yield self.part()

    def part(self) -> str:
        """Write which part of a volume it is: "Pt. 2"; one that says itself what it is stands as it is."""
        part = self.work.in_letters(self.reference.part)
        if not is_numbered(part):
            return part
        written = self.own.descriptions["list_part"].format(part)
        has_capitals = self.own.terms["volume"][:1].isupper()
        return capitalized(written, self.own.code) if has_capitals else written

    def _own_volume(self) -> str:
        """Write a volume that says itself what it is: "Lectures 1–15", "Vyp. 3"."""
        return self.work.in_letters(self.reference.volume)

    def _described(self) -> list[str]:
        """Return what stands in square brackets."""
        return [*self._description.words(self._number_type()), *self.people.interviewed()]


def _without_typed(words: Text) -> tuple[Text, Text]:
    """Part a translation that is typed behind a title in its brackets, which are in no italics (9.38)."""
    *before, last = words
    found = _TYPED_TRANSLATION.fullmatch(last) if isinstance(last, str) else None
    return ((*before, found[1]), (found[2],)) if found else (words, ())


def _plainly(run: Text) -> Text:
    """Return a title that its author has put in italics as a whole without them: once is enough."""
    (node,) = run if len(run) == 1 else ("",)
    if isinstance(node, Emphasis):
        return node.children
    return (replace(node, children=_plainly(node.children)),) if isinstance(node, Span) else run


def joined(title: Text, subtitle: str) -> Text:
    """Write title and subtitle: "Rivers: A history", "Why us? A history"."""
    if not subtitle:
        return title
    ends = plain(title).endswith(_ENDS)
    return (*title, " " if ends else ": ", *in_runs(subtitle))


def _bracketed(parts: Iterable[str]) -> str:
    """Put what is said of a title in round brackets: "(I. I. Ivanov, Ed.; 2nd ed., Vol. 3)"."""
    said = "; ".join(filter(None, parts))
    return f"({said})" if said else ""


def _is_range(value: str) -> bool:
    return any(mark in value for mark in "–,")
