"""The terms of a review with their names in each language, and where a text uses them.

Knows no file and no page; what an ending is, the languages say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from sholu.glossary.forms import Forms, is_abbreviation
from sholu.languages import is_written_in, language
from sholu.values import Value, field


class Term(Value):
    """One term; each mapping is by language.

    `full` has every language of the review; `short` and `explanation` have all of them or none. `forms` are
    other spellings under which a text may use the term; `sought` are words that no text has, and readers of a
    language look for.
    """

    identifier: str
    full: Mapping[str, str]
    short: Mapping[str, str] = field(default_factory=dict)
    explanation: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sought: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def name(self, code: str) -> str:
        """Return what the term is called first in a language: its abbreviation if it has one."""
        return self.short.get(code) or self.full[code]

    def forms_in(self, code: str) -> tuple[str, ...]:
        """Return every form under which a text in a language may use the term, the full name first."""
        every = (self.full[code], self.short.get(code, ""), *self.forms.get(code, ()))
        return tuple(dict.fromkeys(filter(None, every)))

    def language_of(self, form: str, code: str) -> str:
        """Return the language of a form that stands on a page in `code`: МДТШ on an English page is Kazakh.

        A page takes over an abbreviation of another language as it is; its letters give it away.
        """
        if is_written_in(language(code).script, form):
            return code
        others = (
            other
            for other in self.full
            if form in self.forms_in(other) and is_written_in(language(other).script, form)
        )
        return next(others, code)


class Use(Value):
    """A place at which a text uses a term, from `start` to `end`.

    `is_full` tells that its full name stands there, which leaves nothing to be spelt out, `is_short` that an
    abbreviation does.
    """

    term: Term
    start: int
    end: int
    is_full: bool
    is_short: bool


class Glossary(Value, eq=False):
    """All terms of a review, in the order of their file; finds them in texts of any of its languages."""

    terms: tuple[Term, ...] = ()
    _finders: dict[str, TermFinder] = field(default_factory=dict)
    _uses: dict[tuple[str, str], tuple[Use, ...]] = field(default_factory=dict)

    def uses(self, text: str, code: str) -> tuple[Use, ...]:
        """Return where a block of text in a language uses terms, in its order; no two of them overlap.

        It is kept, since a block is compared with several translations, and listed in the glossary.
        """
        if not self.terms:
            return ()
        if (code, text) not in self._uses:
            self._uses[code, text] = tuple(self.finder(code).uses(text))
        return self._uses[code, text]

    def finder(self, code: str) -> TermFinder:
        """Return what finds terms in a language; it is made once, since a pattern of all forms is costly."""
        if code not in self._finders:
            self._finders[code] = TermFinder(code, self.terms)
        return self._finders[code]


class TermFinder(Value, dict=True):
    """Finds terms in texts of one language."""

    code: str
    terms: tuple[Term, ...]

    @cached_property
    def _forms(self) -> tuple[tuple[str, Term], ...]:
        forms = [(form, term) for term in self.terms for form in term.forms_in(self.code)]
        # Where two begin alike, the longer one is meant.
        return tuple(sorted(forms, key=lambda item: len(item[0]), reverse=True))

    @cached_property
    def _finder(self) -> Forms:
        return Forms(tuple(form for form, _ in self._forms), language(self.code))

    def uses(self, text: str) -> Iterator[Use]:
        """Yield where a text uses terms."""
        for number, start, end in self._finder.find(text):
            form, term = self._forms[number]
            is_short = any(map(is_abbreviation, form.split()))
            yield Use(term, start, end, form == term.full[self.code], is_short)
