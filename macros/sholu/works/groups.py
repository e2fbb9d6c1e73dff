"""Whose a work is: the rule by which the catalogue and the map of the literature count by country. Pure.

Scholars are persons who wrote; what states, institutions and persons who were interviewed said stands apart,
whatever country it comes from.
"""

from __future__ import annotations

from sholu.bibliography.references import Kind, Reference
from sholu.works.view import form

# What stands in place of a country where none is known, and for what no scholar wrote.
UNKNOWN = ""
SOURCES = "sources"


def groups_of(reference: Reference) -> tuple[str, ...]:
    """Return the countries of the scholars who wrote a work, else `UNKNOWN`; `SOURCES` if it is no study."""
    people = form(reference.authors, reference.language)
    is_study = any(not person.is_organization for person in people)
    if not is_study or reference.kind.is_legal or reference.kind is Kind.INTERVIEW:
        return (SOURCES,)
    return tuple(dict.fromkeys(reference.countries)) or (UNKNOWN,)
