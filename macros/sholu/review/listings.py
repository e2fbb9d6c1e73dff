"""How each language of a review cites: its style and its list, as the review has chosen them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from sholu.bibliography.library import Library
from sholu.citations.grammar import Citation
from sholu.citations.listing import Listing
from sholu.citations.locator_kinds import locator_words
from sholu.citations.page import Citations
from sholu.citations.styles import STYLES, known_style, style_of
from sholu.languages import language
from sholu.review.choices import CitationChoice
from sholu.review.remembered import FORGETFUL, Memory
from sholu.values import State, field, replace

Found = TypeVar("Found")
# Of a bibliography that lies nowhere.
NOTHING = "", ""


class Listings(State):
    """Makes the writer of reference lists of a language when it is first asked for.

    `memory` keeps entries from build to build; `told` is the file of the bibliography, and what it holds.
    """

    library: Library
    choices: Mapping[str, CitationChoice] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    memory: Memory = FORGETFUL
    told: tuple[str, str] = NOTHING
    _listings: dict[str, Listing] = field(default_factory=dict)
    _citations: dict[str, Citation] = field(default_factory=dict)
    _first_cited: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _recalled_works: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def systems(self) -> Mapping[str, str]:
        """The romanization of each language that has another than its default."""
        return {code: choice.romanization for code, choice in self.choices.items() if choice.romanization}

    def cited_works(self, citation: str) -> tuple[str, ...] | None:
        """Name what a citation of a page cites, the same in every language: "hiro2009 page 12".

        None for one that was refused where it stands; all others were read with their pages.
        """
        read = self._citations.get(citation)
        if read is None:
            return self._recalled_works.get(citation)
        return tuple(
            " ".join((work.key, *(f"{place.kind.value} {place.value}" for place in work.locators)))
            for work in read.works
        )

    def works_asked_for(self, code: str) -> dict[str, tuple[str, ...]]:
        """Return what the citations cite that were looked up since this was forgotten (`Citations.asked`)."""
        asked = sorted(self.of(code).citations.asked)
        return {one: works for one in asked if (works := self.cited_works(one)) is not None}

    def recall_works(self, works: Mapping[str, tuple[str, ...]]) -> None:
        """Learn what the citations of a page cite that is not read again."""
        self._recalled_works |= works

    def told_of(self, code: str) -> tuple[object, ...]:
        """Return all by which a language cites: the bibliography, what was chosen, how works are numbered."""
        return *self._told(code), self._first_cited.get(code, ())

    def needs_all_pages(self, code: str) -> bool:
        """Tell whether no page of a language can be written before it is known what all of them cite."""
        return self._choice(code).manner().needs_all_pages

    def number(self, code: str, keys: tuple[str, ...]) -> None:
        """Number the works of a language: these come first, in their order."""
        self._first_cited[code] = keys
        self._listings.pop(code, None)

    def has_own_lists(self, code: str) -> bool:
        """Tell whether the numbers on a page mean something beside its own list alone."""
        return self._choice(code).manner().has_own_lists

    def _choice(self, code: str) -> CitationChoice:
        return self.choices.get(code, CitationChoice())

    def _style(self, code: str) -> str:
        return self._choice(code).style or known_style(language(code).style)

    def _calls_by_title(self, code: str) -> bool:
        """Tell whether labels of a language may be titles of works that bodies have written."""
        return STYLES[self._style(code)].by_title and self._choice(code).manner().is_labelled

    def of(self, code: str) -> Listing:
        """Return the writer of reference lists in a language."""
        if code not in self._listings:
            own = replace(language(code), systems=self.systems)
            choice = self._choice(code)
            manner = choice.manner(self._first_cited.get(code, ()))
            manner = replace(manner, beside_titles=any(map(self._calls_by_title, self.codes)))
            style = style_of(self._style(code), self.library, own, choice.brackets, manner)
            words = locator_words(code)
            citations = Citations(
                self.library, own, style, words, self._citations, has_own_words=words != locator_words()
            )
            self._listings[code] = Listing(citations, self._recalled(code))
        return self._listings[code]

    def leave(self, code: str) -> None:
        """Let go of what was dressed for a language, and keep its entries till the next build."""
        listing = self._listings.get(code)
        if listing is None:
            return
        if not self.needs_all_pages(code) and (dressed := listing.dressed()):
            told = self._told(code)
            self.memory.keep(self._name(f"entries {code}"), {**listing.known, **dressed}, *told)
        listing.forget()

    def _recalled(self, code: str) -> dict[str, tuple[str, str]]:
        if self.needs_all_pages(code):
            return {}
        known = self.memory.recalled(self._name(f"entries {code}"), *self._told(code))
        return known if isinstance(known, dict) else {}

    def kept(self, name: str, make: Callable[[], Found], *told: object) -> Found:
        """Return what is made of all works, from the last build if they and how languages cite are the same.

        Args:
            name: that of what is made.
            make: makes it.
            told: of what else it is made.
        """
        if self.told == NOTHING:
            return make()
        told = *self._told(""), *told
        known = self.memory.recalled(self._name(name), *told)
        if known is None:
            known = make()
            self.memory.keep(self._name(name), known, *told)
        return cast("Found", known)

    def _name(self, name: str) -> str:
        return f"{name} {self.told[0]}"

    def _told(self, code: str) -> tuple[object, ...]:
        return self.told[1], code, self.codes, sorted(self.choices.items())
