"""How mkdocs.yml writes plugins and extensions, languages and a menu: in several shapes each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def names_in(value: object) -> dict[str, object]:
    """Return what stands by names, {} if nothing does."""
    return {str(name): one for name, one in value.items()} if isinstance(value, dict) else {}


def by_name(value: object) -> dict[str, dict[str, object]]:
    """Return a list of names and of names with settings, as MkDocs has plugins and extensions."""
    if isinstance(value, dict):
        return {name: names_in(one) for name, one in names_in(value).items()}
    found: dict[str, dict[str, object]] = {}
    for item in value if isinstance(value, list) else ():
        found |= by_name(item) if isinstance(item, dict) else {str(item): {}}
    return found


def languages_in(translator: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield code and name of each language that is built."""
    for one in each_language(translator):
        if one.get("build", True):
            yield str(one["locale"]), str(one.get("name") or one["locale"])


def default_in(translator: Mapping[str, object]) -> str:
    """Return the code of the language from which a page without a source is translated, "" if none is."""
    return next((str(one["locale"]) for one in each_language(translator) if one.get("default")), "")


def each_language(translator: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield what is said of each language, whether it is built or not."""
    given = translator.get("languages")
    for one in map(names_in, given if isinstance(given, list) else ()):
        if one.get("locale"):
            yield one


def pages_in(nav: object) -> Iterator[str]:
    """Yield the pages of a menu, however its sections are nested."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from pages_in(one)
