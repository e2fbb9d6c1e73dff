"""Bodies with an abbreviation in the text of APA: named whole where a page first cites them (8.21)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sholu.bibliography.library import Library
from sholu.bibliography.references import Reference
from sholu.citations.grammar import Citation, CitedWork
from sholu.citations.styles.author_date import AuthorDate
from sholu.citations.styles.base import StyledPage
from sholu.citations.styles.manner import MANNER, Manner
from sholu.citations.text import Text, kept_together
from sholu.languages import Language
from sholu.values import replace


class NamesBodies(AuthorDate):
    """Cites by author and date, and knows which abbreviations a page has told."""

    def __init__(
        self, library: Library, language: Language, brackets: str = "", manner: Manner = MANNER
    ) -> None:
        # By which abbreviation works are called in the citation that is being dressed, and whether first.
        self._called: dict[str, tuple[str, bool]] = {}
        self._is_narrative = False
        super().__init__(library, language, brackets, manner)

    def page(self, citations: Sequence[Citation], listed: Iterable[str]) -> StyledPage:
        """Dress the citations of a page; a body with an abbreviation is named whole at the first (8.21)."""
        page = super().page(citations, listed)
        if not any(self._abbreviated(one) for citation in citations for one in citation.works):
            return page
        met: set[str] = set()
        marks: list[Text] = []
        for mark, citation in zip(page.marks, citations, strict=True):
            bodies = {one.key: self._abbreviated(one) for one in citation.works}
            self._called = {key: (short, short not in met) for key, short in bodies.items() if short}
            self._is_narrative = citation.is_narrative
            marks.append(
                kept_together(self._citation(citation), self.language.code) if self._called else mark
            )
            met.update(filter(None, bodies.values()))
        self._called = {}
        return replace(page, marks=tuple(marks))

    def _abbreviated(self, work: CitedWork) -> str:
        """Return the abbreviation of the one body that heads a work (`shortauthor`), or ""."""
        reference = self.library[work.key]
        heads, short = self.authors(reference), self.shown(reference).named(reference.short_author)
        return short[0].full_family if len(heads) == len(short) == 1 and heads[0].is_organization else ""

    def label(self, reference: Reference, *, is_narrative: bool = False) -> str:
        """Write the label; on a page that knows an abbreviation already, that alone."""
        whole = super().label(reference, is_narrative=is_narrative)
        short, is_first = self._called.get(reference.key, ("", False))
        if not short or (is_first and is_narrative):
            return whole
        return f"{whole} [{short}]" if is_first else short

    def beside_year(self, reference: Reference) -> str:
        """Return the abbreviation to put before the year where a sentence first names a body; else ""."""
        short, is_first = self._called.get(reference.key, ("", False))
        return short if is_first and self._is_narrative else ""
