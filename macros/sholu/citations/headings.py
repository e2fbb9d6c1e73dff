"""Ids for headings whose author gave none: of the words of the version that is read first, in all of them."""

from __future__ import annotations

from sholu.languages.ascii import name_in_ascii
from sholu.values import State, field


class HeadingIds(State):
    """The ids of the headings of a review, by page, in their order.

    Its languages are read one after the other, the one that others are translated from first. `pages` maps a
    page, apart from its language, to the language that was read first and the ids of its headings there.
    """

    pages: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    def others(self, page: str, code: str) -> tuple[str, ...]:
        """Return the ids of a page in the language that was read before this one, () if none was."""
        first, ids = self.pages.get(page, (code, []))
        return () if first == code else tuple(ids)

    def own(self, page: str, code: str) -> tuple[str, ...] | None:
        """Return the ids of a page if this language is the one that was read first; else None."""
        first, ids = self.pages.get(page, ("", []))
        return tuple(ids) if first == code else None

    def of_page(self, page: str, code: str, headings: list[tuple[str, str]]) -> list[str]:
        """Return the ids of the headings of a page.

        A heading of a translation has the id of the one in its place, unless its author gave another.

        Args:
            page: its path without the folder of the language.
            code: its language.
            headings: of each its id or "", and its words.
        """
        first, known = self.pages.get(page, (code, []))
        taken = {identifier for identifier, _ in headings if identifier}
        # By a name the number from which on one is free; a thousand headings may be called alike.
        numbers: dict[str, int] = {}
        ids: list[str] = []
        for number, (identifier, words) in enumerate(headings):
            theirs = known[number] if first != code and number < len(known) else ""
            given = (
                identifier
                or (theirs if theirs not in taken else "")
                or _free(_made(words, code, number), taken, numbers)
            )
            taken.add(given)
            ids.append(given)
        if first == code:
            self.pages[page] = code, ids
        return ids


def _made(words: str, code: str, number: int) -> str:
    """Make an id of words in Latin letters, or of the place of those that have none."""
    name = name_in_ascii(words, (code,))
    return name if name and not name.isdigit() else f"section-{number + 1}"


def _free(name: str, taken: set[str], numbers: dict[str, int]) -> str:
    if name not in taken:
        return name
    number = numbers.get(name, 2)
    while f"{name}-{number}" in taken:
        number += 1
    numbers[name] = number + 1
    return f"{name}-{number}"


def without_language(path: str, code: str) -> str:
    """Return the path of a page without the folder of its language, by which its versions are one."""
    return path.replace(f"/{code}/", "/", 1)
