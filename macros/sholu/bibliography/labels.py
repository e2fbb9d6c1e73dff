"""The letters that part works of one author and year: 2019a, 2019b.

They are given once over the whole library, in the order of the titles in Latin letters, so that one work has
one label in every language and on every page (`citation-forms`, case 10: Latin letters in all three). A work
that no page cites counts too: the catalogue lists it, and two entries there may not look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase

from sholu.bibliography.library import Library
from sholu.bibliography.references import LATIN, Kind, Person, Reference, Versions, initials_fit
from sholu.bibliography.states import IN_PRESS
from sholu.languages import available_languages, language, romanized
from sholu.values import replace

# What appears on a day, where it has neither volume nor number.
_OF_DAYS = frozenset({Kind.ARTICLE, Kind.INTERVIEW, Kind.ONLINE})
# What a work may be called in the text, in any language: its name, or the persons who head it.
_Name = str | tuple[Person, ...]


def lettered(references: Iterable[Reference]) -> Library:
    """Make a library of works, with letters where a label would fit two of them."""
    works = {reference.key: reference for reference in references}
    aliases = {alias: work.key for work in works.values() for alias in work.other_keys}
    return Library(works, year_letters(works.values()), aliases)


def year_letters(references: Iterable[Reference], *, by_title: bool = True) -> Mapping[str, str]:
    """Return the letter of each work whose label in the text is that of another work too.

    Args:
        references: the works.
        by_title: whether a style may call the works of bodies by their titles.
    """
    return {
        reference.key: _letter(position)
        for works in _alike(references, by_title=by_title)
        for position, reference in enumerate(sorted(works, key=_order))
    }


def without_letters_of_titles(library: Library) -> Library:
    """Return a library without the letters that only titles of works of bodies and editors ask for.

    Two annual reports of a year, by two bodies, need none where all languages name the bodies.
    """
    lettered_works = (library[key] for key in library.year_letters)
    may_differ = any(
        all(person.is_organization for person in one.authors.original) and any(_heads(one))
        for one in lettered_works
    )
    return replace(library, year_letters=year_letters(library, by_title=False)) if may_differ else library


def _alike(references: Iterable[Reference], *, by_title: bool) -> list[list[Reference]]:
    """Gather works that share a label in some language, directly or by a third work."""
    groups: dict[str, list[Reference]] = {}
    # Of works whose names differ in nothing that parts labels the first stands for all: it is of their group.
    by_label: dict[tuple[object, ...], dict[object, tuple[_Name, Reference]]] = {}
    for reference in references:
        groups[reference.key] = [reference]
        for name in _names(reference, by_title=by_title):
            others = by_label.setdefault((*_words(name), _years(reference)), {})
            parted_by = _parted_by(name)
            known = (others[parted_by],) if parted_by in others else tuple(others.values())
            for other_name, other in known:
                group, other_group = groups[reference.key], groups[other.key]
                if group is not other_group and _is_same(name, other_name):
                    other_group += group
                    groups |= dict.fromkeys((work.key for work in group), other_group)
            others.setdefault(parted_by, (name, reference))
    return list({id(group): group for group in groups.values() if len(group) > 1}.values())


def _names(reference: Reference, *, by_title: bool) -> Iterator[_Name]:
    """Name everything that a style may label a work by, in any language."""
    # Other editors are none of its authors.
    has_others = ("author" if reference.authors else "editor") in reference.and_others
    for people in _heads(reference):
        for form in (people.original, *people.values()):
            if form and not has_others:
                yield form
            # Where all are named, more of their names part works with one first author (APA 7, 8.18).
            if form and has_others:
                yield (form[0], Person("", is_organization=True))
    # A style may pass over an organization and name the work by its abbreviation or title.
    is_passed_over = by_title and all(person.is_organization for person in reference.authors.original)
    if is_passed_over or not any(people.original or people for people in _heads(reference)):
        title = reference.main_title if is_volume(reference) else reference.title
        for words in (reference.shorthand, title, reference.description):
            yield from {text.casefold() for text in (words.original, *words.values()) if text}


def _heads(reference: Reference) -> tuple[Versions[tuple[Person, ...]], ...]:
    if reference.kind.is_legal:
        return ()
    if reference.kind is Kind.INTERVIEW:
        return reference.authors, reference.interviewers
    return (reference.authors or reference.editors or reference.corporate_author,)


def _words(name: _Name) -> tuple[str, ...]:
    return (name,) if isinstance(name, str) else tuple(person.full_family for person in name)


def _is_same(one: _Name, other: _Name) -> bool:
    """Tell whether labels of the same words stay the same: initials part "Иванов А." from "Иванов Б.".

    Those of the first name alone: others are cited without any (APA 7, 8.20), or not at all.
    """
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, str) and isinstance(other, str)
    a, b = one[0], other[0]
    return a.is_organization or b.is_organization or initials_fit(a.initials, b.initials)


def _parted_by(name: _Name) -> object:
    """Return all of a name that `_is_same` asks for."""
    return None if isinstance(name, str) else (name[0].is_organization, name[0].initials)


def _years(reference: Reference) -> tuple[object, ...]:
    date = reference.date
    if reference.pub_state in IN_PRESS:
        # It has another label than what has no date: n.d.-a, in press-a.
        return (IN_PRESS,)
    if date:
        # A range of months within a year shows that year alone.
        return (date.year, date.end_year if date.end_year != date.year else None, date.is_open)
    return ()


def _order(reference: Reference) -> tuple[tuple[int, int], str, str]:
    """Order by title; works of a day come behind those of a year, in their order (APA 7, 9.47, 9.48)."""
    date = reference.date
    is_of_day = reference.kind in _OF_DAYS and (
        is_of_newspaper(reference) or not (reference.volume or reference.number)
    )
    day = (date.month or 0, date.day or 0) if date and is_of_day else (0, 0)
    own = romanized(reference.sort_title, reference.language) if reference.sort_title else ""
    title = own or title_in_latin(reference)
    # Where nothing says in which language a title is, an English article is known by its looks.
    code = reference.language or "en"
    if code in available_languages():
        title = language(code).without_article(title)
    return day, title.casefold(), reference.key


def is_volume(reference: Reference) -> bool:
    """Tell whether a work is a volume of another, by whose title its entry begins."""
    is_part = reference.kind.is_part or reference.kind is Kind.MISC
    return bool(reference.main_title and reference.title) and not is_part


def is_of_newspaper(reference: Reference) -> bool:
    """Tell whether an article is one of a newspaper or magazine by its form: of a day, a number and a page.

    One of a journal with numbers and no volumes has a DOI or several pages.
    """
    is_of_day = bool(reference.date and reference.date.day and reference.number and not reference.volume)
    is_of_journal = bool(reference.doi or reference.eid or reference.pages.is_many)
    return reference.kind is Kind.ARTICLE and is_of_day and not is_of_journal


def title_in_latin(reference: Reference) -> str:
    """Return what a work is called in Latin letters, from the data or by the romanization of its language.

    A treaty or law is called by its English name, as APA shows it; a work without title by its description.
    """
    words = reference.title or reference.description
    if LATIN in words:
        return words[LATIN]
    if "en" in words and (reference.kind.is_legal or not words.original):
        return words["en"]
    if words.original:
        return romanized(words.original, reference.language)
    return next((romanized(text, code) for code, text in words.items() if text), "")


def _letter(position: int) -> str:
    """Count a, b, …, z, aa, ab, …"""
    count = len(ascii_lowercase)
    prefix = _letter(position // count - 1) if position >= count else ""
    return f"{prefix}{ascii_lowercase[position % count]}"
