"""The macros of a page: `cite`, `textcite`, `nocite`, and those that stand for a list or a picture.

Each only writes the bracket form of `grammar`, or a mark of its own. How a page calls it `template` knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from pkgutil import iter_modules

from sholu.citations.grammar import (
    Citation,
    CitationError,
    CitedWork,
    Locator,
    LocatorKind,
    locator,
    write_citation,
)
from sholu.citations.locator_kinds import locator_kinds
from sholu.citations.locators import spoken_kind
from sholu.problems import nearest

# What macros without values put in as a paragraph of its own: each is a module of this folder, of which only
# the name is known here. The mark of each is no citation, and one that an author cannot type by chance.
_PLACES = Path(__file__).parent.parent / "review" / "places"
PLACES = {f"[@@{one.name}]": one.name for one in iter_modules([str(_PLACES)]) if one.name != "record"}
NOCITE = "[@@nocite "
TAKING_KEYS = frozenset({"cite", "textcite", "nocite"})


def cite(*keys: object, **options: object) -> str:
    """Write a citation in brackets: `cite("a", page="12")`, `cite("a", "b")`, `cite("a", author=false)`.

    Options: a kind of locator or its plural ("page", "pages", "article", …), `prefix`, `suffix`,
    `author`. With several keys a locator is a list with an item for each of them, or none.

    Raises:
        CitationError: no key, or an option that there isn't.
    """
    names = _keys("cite", keys)
    locators = _locators("cite", names, options)
    works = tuple(
        CitedWork(
            key=name,
            prefix=_words(options, "prefix") if position == 0 else "",
            locators=locators[position],
            suffix=_words(options, "suffix") if position == len(names) - 1 else "",
            shows_author=_shows_author(options),
        )
        for position, name in enumerate(names)
    )
    return write_citation(Citation(works))


def textcite(*keys: object, **options: object) -> str:
    """Write a citation whose author is part of the sentence: `textcite("hiro2009")` → Hiro (2009).

    Raises:
        CitationError: not exactly one key, or an option that there isn't.
    """
    names = _keys("textcite", keys)
    if len(names) != 1 or options.get("prefix") or "author" in options:
        raise CitationError("C030")
    (locators,) = _locators("textcite", names, options)
    work = CitedWork(names[0], locators=locators, suffix=_words(options, "suffix"))
    return write_citation(Citation((work,), is_narrative=True))


def nocite(*keys: object) -> str:
    """List works among the references of the page with no citation in the text.

    Raises:
        CitationError: no key.
    """
    return f"{NOCITE}{' '.join(_keys('nocite', keys))}]"


def _place(mark: str) -> Callable[[], str]:
    """Make the macro that puts what a review has as a whole in one place: its list of works, its glossary."""
    return lambda: mark


MACROS: Mapping[str, Callable[..., str]] = {
    "cite": cite,
    "textcite": textcite,
    "nocite": nocite,
    **{name: _place(mark) for mark, name in PLACES.items()},
}


def _keys(macro: str, keys: tuple[object, ...]) -> tuple[str, ...]:
    if not keys:
        raise CitationError("C031", macro=macro)
    for key in keys:
        if not isinstance(key, str) or not key or any(sign in key for sign in " \t\n{}[]@,;\"'\\"):
            raise CitationError("C032", macro=macro, given=repr(key))
    return tuple(str(key) for key in keys)


def _words(options: Mapping[str, object], name: str) -> str:
    value = options.get(name, "")
    if not isinstance(value, str):
        raise CitationError("C033", name=name, given=repr(value))
    return value.strip()


def _shows_author(options: Mapping[str, object]) -> bool:
    shows = options.get("author", True)
    if not isinstance(shows, bool):
        raise CitationError("C034", given=repr(shows))
    return shows


def _locators(macro: str, keys: tuple[str, ...], options: Mapping[str, object]) -> list[tuple[Locator, ...]]:
    """Read the locators among the options, for each key those that belong to it."""
    found: list[list[Locator]] = [[] for _ in keys]
    for name, value in options.items():
        if name in {"prefix", "suffix", "author"}:
            continue
        kind = LocatorKind.named(name)
        if kind is None:
            known = [*locator_kinds(), "prefix", "suffix", "author"]
            spoken = spoken_kind(name)
            near = spoken.value if spoken else nearest(name, known)
            raise CitationError("C012", label=name, source=macro, near=near, known=", ".join(known))
        for position, item in enumerate(_for_each_key(name, value, keys)):
            # In a list for several works "" and none say that a work has no such place.
            if len(keys) == 1 or (item is not None and item != ""):
                found[position].append(_locator(macro, kind, item))
    return [tuple(places) for places in found]


def _for_each_key(name: str, value: object, keys: tuple[str, ...]) -> list[object]:
    if isinstance(value, list | tuple) and len(value) == len(keys):
        return list(value)
    if len(keys) == 1 and not isinstance(value, list | tuple):
        return [value]
    raise CitationError("C036", name=name, count=len(keys))


def _locator(macro: str, kind: LocatorKind, value: object) -> Locator:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise CitationError("C037", macro=macro, given=repr(value), kind=kind.value)
    try:
        return locator(kind, str(value))
    except ValueError as error:
        raise CitationError("C038", macro=macro, kind=kind.value, given=value) from error
