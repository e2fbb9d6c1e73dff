"""The label of a work in the text, apart from its brackets: whose it is, or what it is called, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sholu.bibliography.references import Library, Person, Reference
from sholu.citations import dates, names
from sholu.citations.shown import description, shorthand, shown_text
from sholu.citations.text import Text, as_text
from sholu.languages import Language, is_written_in
from sholu.values import Value

# A title up to this length stands in a bracket whole; a longer one is shortened with " ... "
# (GOST R 7.0.5-2008: «Философия культуры ... , с. 176»).
LONGEST_TITLE = 60
WORDS_OF_A_LONG_TITLE = 4
LONGEST_PARTICLE = 3


class Labels(Value):
    """Makes labels in one language; `whose` tells a style's answer to the question who heads a work."""

    library: Library
    page: Language
    whose: Callable[[Reference], tuple[Person, ...]]
    namesakes: names.Namesakes

    @classmethod
    def of(cls, library: Library, page: Language, whose: Callable[[Reference], tuple[Person, ...]]) -> Labels:
        """Make the labels of a library."""
        people = [person for reference in library for person in whose(reference)]
        return cls(library, page, whose, names.Namesakes(people))

    def family(self, person: Person) -> str:
        """Write a family name, with initials if the library has namesakes."""
        return names.initials_after(person) if self.namesakes.are_many(person) else person.full_family

    def et_al(self, person: Person) -> str:
        """Write "and others" in the language of the page; after a Latin name on a Cyrillic page "et al."."""
        is_foreign = self.page.script != "Latn" and is_written_in("Latn", person.family)
        return "et al." if is_foreign else self.page.terms["et_al"]

    def title(self, reference: Reference) -> str:
        """Return the label of a work without author: abbreviation, title, or description."""
        label = shorthand(reference, self.page)
        if label:
            return label
        shown = shown_text(reference, self.page)
        if not shown.title:
            described = description(reference, self.page).strip("[]")
            return f"[{self.shortened(reference, described)}]" if described else reference.key
        return self.shortened(reference, shown.title)

    def opening(self, reference: Reference) -> Text:
        """Begin an entry with the abbreviation that is its label in the text, so that a reader finds it."""
        label = "" if self.whose(reference) else shorthand(reference, self.page)
        return as_text(self.page.terms["shorthand"].format(label)) if label else ()

    def shortened(self, reference: Reference, title: str) -> str:
        """Shorten a long title to what stands in a bracket."""
        if len(title) <= LONGEST_TITLE:
            return title
        short = reference.short_title.get(self.page.code, reference.short_title.original)
        if short and title.startswith(short):
            return f"{short} ..."
        first = title.split()[:WORDS_OF_A_LONG_TITLE]
        # No label ends in "and" or "of the".
        while len(first) > 1 and len(first[-1]) <= LONGEST_PARTICLE:
            first.pop()
        return " ".join((*first, "..."))

    def letter(self, reference: Reference) -> str:
        """Return the letter that parts a work from others of its year, or ""."""
        return self.library.year_letters.get(reference.key, "")

    def year(self, reference: Reference) -> str:
        """Write the year with its letter, or that there is none: 2019a, б. г., n.d.-a."""
        letter = self.letter(reference)
        if reference.date is None:
            no_date = self.page.terms["no_date"]
            return f"{no_date}-{letter}" if letter else no_date
        return f"{dates.years(reference.date)}{letter}"


def listed(people: Sequence[str], conjunction: str) -> str:
    """Join names in a sentence: "Ахметов, Ким и Орлова"."""
    *others, last = people
    return f"{', '.join(others)} {conjunction} {last}" if others else last
