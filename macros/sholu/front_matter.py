"""The lines between `---` at the top of a page: what cannot be read there is a problem, and no text of it.

MkDocs would take broken front matter for the beginning of the text, without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from difflib import SequenceMatcher

from sholu.composing import composed, is_mapping, plain_values, repeated_names, without_value
from sholu.front_slips import no_front_matter, other_values
from sholu.problems import Place, Problem, nearest
from sholu.problems.telling import problem
from sholu.regexes import regex

# A line of dashes may be a rule as well; a name in the line below it tells.
_CLOSED = regex(r"---[ \t]*\n(?P<inner>[\w-]+[ \t]*:(?:.*\n)*?)(?:---|\.{3})[ \t]*(?:\n|\Z)")
# Without a second line of dashes it ends at the first line that is empty.
# What MkDocs takes for front matter, however it begins.
_OF_MKDOCS = regex(r"---[ \t]*\n(?P<inner>(?:.*?\n))(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
# MultiMarkdown has values without lines of dashes.
_LOOSE_VALUE = regex(r" {0,3}(?P<name>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_LOOSE_MORE = regex(r"(?: {4}|\t)\s*(.*)")
# So many values has no page, aliases written out.
_MOST_VALUES = 1000
_LOOSE_LINE = r"(?: {0,3}[A-Za-z0-9_-]+:| {4}|\t).*\n"
# For each further one MkDocs moves all lines of the page.
_TOO_LOOSE = regex(rf"(?:{_LOOSE_LINE}){{{_MOST_VALUES + 1}}}(?:{_LOOSE_LINE})*")
_MOST_BOOST = 1000
# The code of YAML that cannot be read, which says least about what broke it here.
_BROKEN = "D001"
# Names whose values are words; MkDocs, Material or Sholu would break at anything else.
_WORDS = ("title", "subtitle", "description", "translated_from", "template", "icon", "status")
_LISTS = ("hide", "tags")
# What else MkDocs, Material and Sholu read.
_KNOWN = (*_WORDS, *_LISTS, "search", "languages", "authors", "numbered", "appendix", "comments", "social")
# How alike a slip is to one of these; names that plugins read are less so.
_ALIKE = 0.8
_OPEN = regex(r"---[ \t]*\n(?P<inner>(?:[A-Za-z_]+:(?:[ \t].*)?\n(?:[ \t]+\S.*\n)*)+)(?:[ \t]*\n|(?=#)|\Z)")


def readable_front_matter(text: str, shown: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a page with its front matter as it is, or with an empty one, and what is wrong with it.

    Args:
        text: the file.
        shown: its path as the author knows it.
    """
    if not text.startswith("---"):
        return _less_loose(text, shown)
    closed = _CLOSED.match(text)
    opened = None if closed else _OPEN.match(text)
    if closed:
        root, problems = composed(closed["inner"], shown, first_line=2, most=_MOST_VALUES)
        if not (problems or is_mapping(root)):
            problems = (problem("P002", Place(shown, 2)),)
        if root and not problems:
            # It is read all the same: of two values the last one.
            twice = tuple(repeated_names(root, shown, first_line=2))
            problems = without_value(root, closed["inner"], shown, first_line=2)
            if not problems:
                return text, twice
        # A colon in a title is what most often breaks it, and what its own message says least about.
        problems = tuple(map(_with_example, problems))
    else:
        problems = (problem("P003", Place(shown)),) if opened else ()
    found = closed or opened
    if not found and (found := _OF_MKDOCS.match(text)):
        # What is no front matter is text; what would exhaust MkDocs is neither.
        _, problems = composed(found["inner"], shown, first_line=2, most=_MOST_VALUES)
        problems = tuple(one for one in problems if one.code != _BROKEN)
    if not (found and problems):
        return text, ()
    nothing = "\n" * (found[0].count("\n") - 3)
    return f"---\n{{}}\n{nothing}---\n{text[found.end() :]}", problems


def _less_loose(text: str, shown: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a page without the values that it has without lines of dashes, if they are too many."""
    found = _TOO_LOOSE.match(text) if text.count(":", 0, 20 * _MOST_VALUES) else None
    if found is None:
        return text, ()
    lines = "\n" * found[0].count("\n")
    return f"{lines}{text[found.end() :]}", (problem("D003", Place(shown), most=f"{_MOST_VALUES:,}"),)


def _with_example(found: Problem) -> Problem:
    if found.code != _BROKEN:
        return found
    return problem("P001", found.place, **dict(found.values))


def take_out_wrong_values(meta: MutableMapping[str, object], text: str, shown: str) -> tuple[Problem, ...]:
    """Take what nobody can read out of the values of a front matter, and report it.

    Args:
        meta: what MkDocs has read; it reads `name: value` at the top of a page without dashes too.
        text: the file.
        shown: its path as the author knows it.
    """
    problems: list[Problem] = []
    for name, code, values in tuple(_wrong_values(meta)):
        del meta[name]
        problems.append(problem(code, Place(shown, line_of(name, text)), **values))
    # Without dashes any text with a colon may stand there.
    names = map(str, meta if text.startswith("---") else ())
    slips = (
        (name, near)
        for name in names
        # What plugins read is in Latin letters.
        if name not in _KNOWN and ((near := _meant(name)) or not name.isascii())
    )
    problems.extend(
        problem("P026", Place(shown, line_of(name, text)), field=name, near=near) for name, near in slips
    )
    problems.extend((*no_front_matter(text, shown), *other_values(meta, text, shown)))
    return tuple(problems)


def _meant(name: str) -> str:
    """Return the name of a front matter of which one is a slip, "" if of none."""
    near = nearest(name, _KNOWN)
    return near if near and SequenceMatcher(None, near, name.casefold()).ratio() >= _ALIKE else ""


def _wrong_values(meta: Mapping[str, object]) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    for name in _WORDS:
        # A title without words would be that of the site.
        is_lost = name == "title" and meta.get(name, "") is None
        if is_lost or (name in meta and isinstance(meta[name], list | dict)):
            yield name, "P004", {"field": name}
    for name in _LISTS:
        if name in meta and not _is_list_of_words(meta[name]):
            yield name, "P005", {"field": name}
    if "search" in meta and (fault := _fault_of_search(meta["search"])):
        yield "search", "P006", fault


def _is_list_of_words(value: object) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(item is None or isinstance(item, str | int | float) for item in items) and (
        isinstance(value, list | str) or value is None
    )


def _fault_of_search(search: object) -> Mapping[str, object]:
    """Say what is wrong with the settings of Material's search for a page; nothing if nothing is."""
    if search is None:
        return {}
    if not isinstance(search, dict):
        return {"fault": "@@search_no_names", "given": _shown(search)}
    boost = search.get("boost", 1)
    if isinstance(boost, bool) or not isinstance(boost, int | float) or not 0 < boost < _MOST_BOOST:
        return {"fault": "@@boost_no_number", "given": _shown(boost), "most": _MOST_BOOST}
    if not isinstance(search.get("exclude", False), bool):
        return {"fault": "@@exclude_no_bool", "given": _shown(search["exclude"])}
    return {}


def _shown(value: object) -> str:
    words = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return f"“{words[:40]}”"


def line_of(name: str, text: str) -> int:
    """Return the first line (from 1) that begins with a name and its colon, else 1."""
    start = re.compile(rf"{re.escape(name)}\s*:", re.IGNORECASE)
    return next((number for number, line in enumerate(text.splitlines(), 1) if start.match(line)), 1)


def source_named(meta: Mapping[str, object], text: str) -> tuple[str, int]:
    """Return the language that a page says to be translated from, or "", and the line (from 1) of that."""
    named = str(meta.get("translated_from") or "").strip()
    return named, line_of("translated_from", text) if named else 1


def taken_apart(text: str) -> tuple[dict[str, object], str]:
    """Return the values of a front matter and the text below it, as MkDocs does (its utils/meta.py).

    Args:
        text: a page whose front matter can be read, see `readable_front_matter`.
    """
    if found := _OF_MKDOCS.match(text):
        values, _ = plain_values(found["inner"], "")
        if isinstance(values, dict):
            return {str(name): value for name, value in values.items()}, text[found.end() :].lstrip("\n")
        return {}, text
    given: dict[str, str] = {}
    lines = text.split("\n")
    name = ""
    while lines:
        if value := _LOOSE_VALUE.match(lines[0]):
            name = value["name"].lower()
            given[name] = f"{given.get(name, '')} {value['value']}".strip()
        elif name and (more := _LOOSE_MORE.match(lines[0])):
            given[name] += f" {more[1].strip()}"
        else:
            lines = lines[1:] if not lines[0].strip() else lines
            break
        lines.pop(0)
    return dict(given), "\n".join(lines).lstrip("\n")
