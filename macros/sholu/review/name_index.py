"""The index of names of a language: who wrote what its pages cite, and whom their authors have marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sholu.bibliography.library import Library
from sholu.citations.text import Element, Link, Node, Text, in_scripts
from sholu.languages import Language
from sholu.publication.twins import as_text
from sholu.review.read_pages import ReadPage
from sholu.values import Value
from sholu.works.names import initials_after, shown_people

# By name the pages that name a person, each with its anchors.
Places = Mapping[str, Mapping[str, tuple[str, ...]]]


class NamingPage(Value):
    """A page as the index sees it: its address from the index, and what was read from it."""

    address: str
    page: ReadPage


def name_index(pages: Mapping[str, NamingPage], library: Library, own: Language) -> Places:
    """Gather the persons of a language by the alphabet, each with the pages and anchors that name them.

    A mark that is the family name of one author alone is that author. Organizations are no persons.

    Args:
        pages: by their names, in the order of the menu.
        library: the works that they cite.
        own: the language of the pages.
    """
    found: dict[str, dict[str, list[str]]] = {}
    families: dict[str, set[str]] = {}
    for page_name, one in pages.items():
        for key, marks in one.page.cited.items():
            for name, family in _authors(key, library, own):
                families.setdefault(family, set()).add(name)
                found.setdefault(name, {}).setdefault(page_name, []).extend(marks)
    for page_name, one in pages.items():
        for person in one.page.persons:
            known = families.get(person.name, set())
            name = next(iter(known)) if len(known) == 1 else person.name
            found.setdefault(name, {}).setdefault(page_name, []).append(person.identifier)
    return {
        name: {page: tuple(found[name][page]) for page in pages if page in found[name]}
        for name in sorted(found, key=own.sort_key)
    }


def _authors(key: str, library: Library, own: Language) -> Iterator[tuple[str, str]]:
    """Yield the persons who head a work, each with the family name."""
    work = library[key]
    people = work.authors or work.editors
    if people:
        for person in shown_people(people, own, work.language):
            if not person.is_organization:
                yield initials_after(person), person.full_family


def listing(places: Places, pages: Mapping[str, NamingPage], own: Language) -> Text:
    """List the names, each with a link for each place; () if there are none."""
    if not places:
        return ()
    items = tuple(_item(name, found, pages, own) for name, found in places.items())
    written = Element("ul", (("class", "name-index"), ("data-search-exclude", "true")), items)
    return (Element("div", (("role", "doc-index"),), (written,)),)


def _item(
    name: str, found: Mapping[str, tuple[str, ...]], pages: Mapping[str, NamingPage], own: Language
) -> Node:
    parts: list[Node] = [Element("span", (("class", "name-index__name"),), (name,))]
    for number, (page, anchors) in enumerate(found.items()):
        title = pages[page].page.title
        parts.append(f"{'; ' if number else ' — '}{title} ")
        for position, anchor in enumerate(anchors, 1):
            address = f"{pages[page].address}#{anchor}"
            link = Link((str(position),), address, label=f"{title}: {position}")
            parts += (", ", link) if position > 1 else (link,)
    return Element("li", (), in_scripts(tuple(parts), own.code))


def in_plain_text(places: Places, pages: Mapping[str, NamingPage]) -> str:
    """Write the same list in plain Markdown, which has no links to a place within a page."""
    return "\n".join(f"- {as_text(name)}: {as_text(_titles(found, pages))}" for name, found in places.items())


def _titles(found: Iterable[str], pages: Mapping[str, NamingPage]) -> str:
    return "; ".join(pages[page].page.title for page in found)
