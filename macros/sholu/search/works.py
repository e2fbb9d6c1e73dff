"""The works of a bibliography as a search finds them: by author in any script, title, year, abbreviation."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.bibliography.references import Person, Reference, Versions
from sholu.citations.grammar import Citation, CitedWork
from sholu.citations.page import Citations, entry_id
from sholu.citations.text import plain
from sholu.languages import romanized
from sholu.search.documents import Document

# An entry is short and all title, so that words of a title would put it before every section on them.
BOOST = 0.5


def work_documents(citations: Citations, address: str) -> Iterator[Document]:
    """Yield a document for each work that the list of all works holds.

    Args:
        citations: the works, as one language cites them.
        address: the page with the list, from the home of its language.
    """
    style = citations.style
    for reference in style.in_order(citations.library):
        if style.has_entry(reference):
            # Without the brackets around it.
            label = plain(style.citation(Citation((CitedWork(reference.key),))))[1:-1]
            entry = plain(citations.entry(reference.key))
            # What the entry says already is not said again.
            others = [form for form in _forms(reference) if form.casefold() not in entry.casefold()]
            text = " · ".join((entry, *dict.fromkeys(others)))
            yield Document(f"{address}#{entry_id(reference.key)}", label, text, BOOST)


def _forms(reference: Reference) -> Iterator[str]:
    """Yield all names and titles that the work has in any language and script."""
    for people in (reference.authors, reference.editors, reference.interviewers):
        yield from _people(people, reference.language)
    for words in (reference.title, reference.shorthand, reference.description, reference.container):
        yield from filter(None, (words.original, *words.values()))


def _people(people: Versions[tuple[Person, ...]], language: str) -> Iterator[str]:
    for form in (people.original, *people.values()):
        for person in form:
            name = " ".join(filter(None, (person.full_family, person.given, person.patronymic)))
            yield name
            yield romanized(name, language)
