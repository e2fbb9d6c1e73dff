"""A work that a list in another language calls otherwise: the translation of a paper cites the same works.

Its authors are there in Latin letters, its title in translation; what stays are the year, where it stands and
its pages.
"""

from __future__ import annotations

import re

from sholu.bibliography.library import Library
from sholu.bibliography.references import Reference
from sholu.importing.draft import Draft
from sholu.importing.same_people import same_name


class CalledOtherwise:
    """The works of a library by their years and how many authors they have."""

    def __init__(self, library: Library) -> None:
        self._works: dict[tuple[str, int], list[Reference]] = {}
        for work in library:
            if work.date:
                sign = (f"{work.date.year:04}", len(work.authors.original))
                self._works.setdefault(sign, []).append(work)

    def told(self, draft: Draft) -> Reference | None:
        """Return the one work that has the same authors and year, and no other pages."""
        people = [name.family for name in draft.names.get("author", ())]
        if not draft.year or not people:
            return None
        found = [
            work for work in self._works.get((draft.year, len(people)), ()) if _fits(draft, work, people)
        ]
        return found[0] if len(found) == 1 else None


def _fits(draft: Draft, work: Reference, people: list[str]) -> bool:
    theirs = [person.family for person in work.authors.original]
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
