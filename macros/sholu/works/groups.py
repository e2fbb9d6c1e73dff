"""Whose a work is: the rule by which the catalogue and the map of the literature count by country. Pure.

Scholars are persons who wrote; what states, institutions and persons who were interviewed said stands apart,
whatever country it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable

from sholu.bibliography.references import Kind, Reference, Standing
from sholu.works.view import form

# What stands in place of a country where none is known, and for what no scholar wrote.
UNKNOWN = ""
SOURCES = "sources"
# Between the values that one work has, and between those of which one is asked for; keywords are parted by it
# already, so none holds it.
SEPARATOR = ";"


def of_the_text(works: Iterable[Reference]) -> str:
    """Return the value by which works are filtered for those that the text itself mentions.

    Returns:
        "cited", "named" or both ("cited;named"); "" if all works are, so that nothing is filtered.
    """
    found = {work.mention for work in works}
    if Standing.EDITORS not in found:
        return ""
    return SEPARATOR.join(one.value for one in Standing if one in found and one is not Standing.EDITORS)


def groups_of(reference: Reference) -> tuple[str, ...]:
    """Return the countries of the scholars who wrote a work, else `UNKNOWN`; `SOURCES` if it is no study."""
    people = form(reference.authors, reference.language)
    is_study = any(not person.is_organization for person in people)
    if not is_study or reference.kind.is_legal or reference.kind is Kind.INTERVIEW:
        return (SOURCES,)
    return tuple(dict.fromkeys(reference.countries)) or (UNKNOWN,)
