"""A work as it is in one of its languages alone, as a review is that has a text in each."""

from __future__ import annotations

from sholu.bibliography.references import Person, Reference, Versions
from sholu.languages import language
from sholu.values import replace
from sholu.works import names
from sholu.works.view import form


def in_language(work: Reference, code: str) -> Reference:
    """Return the text of a work in one language as a work of its own, without its other forms."""
    own = language(code)

    def words(versions: Versions[str]) -> Versions[str]:
        return Versions(versions.get(code, "") or form(versions, work.language))

    def people(versions: Versions[tuple[Person, ...]]) -> Versions[tuple[Person, ...]]:
        return Versions(names.shown_people(versions, own, work.language))

    return replace(
        work,
        language=code,
        authors=people(work.authors),
        editors=people(work.editors),
        translators=people(work.translators),
        title=words(work.title),
        subtitle=words(work.subtitle),
        container=words(work.container),
        series=words(work.series),
        publisher=words(work.publisher),
        institution=words(work.institution),
        place=words(work.place),
        urls=Versions(work.urls.get(code, "") or work.urls.original),
        note=Versions(work.note.get(code, "") or work.note.original),
    )
