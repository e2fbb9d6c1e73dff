"""A work that a list in another language calls otherwise: the translation of a paper cites the same works.

Its authors are there in Latin letters, its title in translation; what stays are the year, where it stands and
its pages.
"""

from __future__ import annotations

import re

from sholu.bibliography.references import Library, Reference
from sholu.importing.draft import Draft
from sholu.importing.paper.meaning import same_name


def told_otherwise(draft: Draft, library: Library) -> Reference | None:
    """Return the one work of a library that has the same authors and year, and no other pages."""
    year = (draft.fields.get("date") or draft.fields.get("year") or "")[:4]
    people = [name.family for name in draft.names.get("author", ())]
    if not year or not people:
        return None
    found = [work for work in library if _fits(draft, work, year, people)]
    return found[0] if len(found) == 1 else None


def _fits(draft: Draft, work: Reference, year: str, people: list[str]) -> bool:
    theirs = [person.family for person in work.authors.original]
    if work.date is None or f"{work.date.year:04}" != year or len(theirs) != len(people):
        return False
    if not all(same_name(one, [other]) for one, other in zip(people, theirs, strict=True)):
        return False
    pages = re.findall(r"\d+", draft.fields.get("pages", ""))
    own_pages = re.findall(r"\d+", str(work.pages))
    is_elsewhere = bool(pages and own_pages) and pages != own_pages
    # What has the same letters would have been known by its title.
    title, other = draft.fields.get("title", ""), work.title.original
    return not is_elsewhere and bool(title) and _script(title) != _script(other)


def _script(words: str) -> str:
    return "Cyrl" if re.search("[\u0400-\u04ff]", words) else "Latn" if re.search("[A-Za-z]", words) else ""


def forms_of(draft: Draft, work: Reference, code: str) -> dict[str, str]:
    """Return the fields of an entry that say what a work is called in a language, as BibTeX has them."""
    fields = draft.in_bibtex()
    told = fields.get(f"title_{code}") or fields.get("title", "")
    forms = {f"title_{code}": told, f"author_{code}": fields.get("author", "")}
    known = {f"title_{own}" for own, _ in work.title.items()} | {
        f"author_{own}" for own, _ in work.authors.items()
    }
    return {name: value for name, value in forms.items() if value and name not in known}
