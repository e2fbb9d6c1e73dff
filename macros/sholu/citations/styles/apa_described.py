"""What a work is, by APA 7: "[Film]", "[Unpublished doctoral dissertation]" behind its title (9.21, 10.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.bibliography.proper_names import NO_NAMES, names_in
from sholu.bibliography.references import Kind, Reference
from sholu.bibliography.states import MANUSCRIPTS
from sholu.bibliography.typed_words import of_words
from sholu.bibliography.words import marked_as
from sholu.citations.text import plain
from sholu.languages import capitalized, is_written_in
from sholu.languages.capitals import is_called_by_name, is_title_case, sentence_case
from sholu.regexes import regex
from sholu.works.shown import ShownWork
from sholu.works.view import called_thesis

_DIGIT = regex(r"\d")
# Kinds of works that are shown as what they are where nothing says it: "[Film]".
_SAYS_ITSELF = frozenset(
    {"movie", "video", "dataset", "software", "unpublished", "letter", "map", "hardware"}
)
_IN_PRINT = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.BOOK})
# What is known by a number of its own, and not by a version: ED545393.
# “Versión de 2021” says itself what it is, in its own language.
_CALLED_VERSION = of_words(r"<<called_version>>\b", re.IGNORECASE)
_OWN_NUMBER = regex(r"[A-Z]{2,}\d+")


def additions(work: ShownWork) -> Iterator[str]:
    """Yield what the entry adds to its description, as far as readers of the page can read it."""
    addendum, remark = work.work.addendum, work.work.remark
    if work.work.language in {"", work.own.code} or work.own.code in addendum:
        yield work.in_page_language(addendum)
    if is_written_in(work.own.script, remark):
        yield remark


class Description:
    """Describes one work, for the square brackets behind its title."""

    def __init__(self, work: ShownWork) -> None:
        self.work = work
        self.reference: Reference = work.work
        self.own = work.own

    def words(self, number_type: str) -> list[str]:
        """Return what the entry says, else what its kind is called; `number_type` stands at its number."""
        reference, own = self.reference, self.own
        if reference.kind is Kind.THESIS:
            return [self._thesis()]
        said = [self._in_lower_case(self.work.in_page_language(reference.title_addon))]
        if reference.issue_title and reference.container:
            said.append(self.work.in_page_language(reference.issue_title))
        medium = self.work.in_page_language(reference.medium)
        is_used = medium == number_type and (reference.number or _DIGIT.search(medium))
        if reference.kind is not Kind.ARTICLE and not is_used:
            said.append(own.mediums.get(medium.casefold().replace(" ", ""), self._in_lower_case(medium)))
        sort = self.work.in_page_language(reference.number_type) if reference.kind is Kind.REPORT else ""
        if sort and not (reference.number or _DIGIT.search(sort)):
            # What has no number beside which it would stand: "[Policy brief]" (10.4).
            said.append(self._in_lower_case(sort))
        if reference.pub_state in MANUSCRIPTS:
            said.append(own.mediums[reference.pub_state])
        is_untold = not any(said) and (bool(self.work.title.words) or not self.work.description)
        if is_untold and reference.kind is Kind.MISC and reference.genre in _SAYS_ITSELF:
            said.append("" if self._is_preprint() else own.mediums[reference.genre])
        title = plain(self.work.title.words).casefold()
        return [
            marked_as(one, capitalized(one, own.code))
            for one in dict.fromkeys(said)
            if one and not self._is_told(one, title)
        ]

    def _is_told(self, words: str, title: str) -> bool:
        """Tell whether a title says what the work is; that of a map may only tell what it maps (10.14)."""
        said = words.casefold()
        is_map = said == self.own.mediums["map"].casefold()
        return title == said or (title.endswith(f" {said}") and not is_map)

    def _in_lower_case(self, words: str) -> str:
        """Write a description as one, where every word of it has a capital: "Policy brief"."""
        is_brief = words.istitle() and " " in words
        is_plain = words.replace("’", "").isascii()
        is_cased = is_plain and (is_brief or is_title_case(words)) and not is_called_by_name(words)
        kept = (*self.reference.protected, *names_in(words, NO_NAMES))
        return marked_as(words, sentence_case(words, kept)) if is_cased else words

    def _is_preprint(self) -> bool:
        """Tell whether what is unpublished is read in an archive, which its source names (10.8)."""
        reference = self.reference
        return reference.genre == "unpublished" and bool(reference.doi or reference.urls or reference.eprint)

    def _thesis(self) -> str:
        """Say what sort of thesis it is, and of which school where an archive has it (10.6)."""
        reference, own = self.reference, self.own
        addon = self.work.in_page_language(reference.title_addon)
        # «Защищена 22.01.2002» says nothing of what it is.
        if addon and reference.language in {"", own.code} and not _DIGIT.search(addon):
            return self._in_lower_case(addon)
        if sort := called_thesis(reference):
            # "Mémoire de DEA" is no dissertation.
            school = self.work.in_page_language(reference.institution) if is_published(reference) else ""
            return ", ".join(filter(None, (self._in_lower_case(self.work.in_letters(sort)), school)))
        genre = own.degree(reference.genre, self.work.in_page_language(reference.field_of_study))
        if reference.is_thesis_abstract:
            genre = own.descriptions["list_abstract"].format(genre)
        if not is_published(reference):
            # Adjectives agree with what the work is called: «mémoire non publié», «thèse non publiée».
            said = own.terms.get(f"unpublished_{reference.genre}") or own.terms["unpublished"].format(genre)
            return capitalized(str(said), own.code)
        school = self.work.in_page_language(reference.institution)
        return ", ".join(filter(None, (capitalized(genre, own.code), school)))


def is_published(thesis: Reference) -> bool:
    """Tell whether a thesis can be read elsewhere than at its school; its abstract is printed for that."""
    return bool(thesis.urls or thesis.doi or thesis.publisher or thesis.is_thesis_abstract)


def is_manuscript(reference: Reference) -> bool:
    """Tell whether a work is not accepted yet: it does not say where it was submitted (10.8)."""
    return reference.pub_state in MANUSCRIPTS and reference.kind in _IN_PRINT


def version(work: ShownWork) -> str:
    """Write which version it is: "Version 2"; one that says so itself as it is: "Mar 14 version"."""
    reference = work.work
    pattern = work.own.descriptions["version"]
    word = pattern.format("").strip(" -").casefold()
    is_told = word in reference.version.casefold() or _OWN_NUMBER.fullmatch(reference.version)
    is_told = is_told or _CALLED_VERSION.match(reference.version)
    said = work.in_letters(reference.version)
    return said if is_told or not said else pattern.format(said)
