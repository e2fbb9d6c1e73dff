"""What is told beside another problem since the same words are wrong in two ways: two rules, one mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sholu.problems import Problem
from sholu.regexes import regex
from sholu.translations.alike import lines_named

ByCode = Mapping[str, Sequence[Problem]]
Pairs = Iterator[tuple[Problem, Problem]]
_NUMBER = regex(r"\d+")
# A note that is numbered by hand: (1).
_LARGEST_NOTE = 99


def told_beside(by_code: ByCode) -> Pairs:
    """Yield problems that one is told of by another already, and that other one."""
    yield from _of_citations(by_code)
    yield from _of_entries(by_code)
    # Of a folder that is not there no page is.
    for cause in by_code.get("S022", ()):
        yield from ((one, cause) for one in by_code.get("L004", ()))


def _of_citations(by_code: ByCode) -> Pairs:
    """Yield the numbers of citations and notes that are typed by hand, which no other version has."""
    for one in by_code.get("T016", ()):
        figures = set(_NUMBER.findall(f"{dict(one.values)['added']} {dict(one.values)['missing']}"))
        for cause in by_code.get("T013", ()):
            cited = set(_NUMBER.findall(dict(cause.values)["compared"]))
            if figures <= cited and _are_of_one_block(one, cause):
                yield one, cause
        for cause in by_code.get("T014", ()):
            is_small = len(figures) == 1 and all(int(figure) <= _LARGEST_NOTE for figure in figures)
            if is_small and _are_of_one_block(one, cause):
                yield one, cause


def _of_entries(by_code: ByCode) -> Pairs:
    """Yield the fields that a work lacks since their names are mistyped, and languages that are none."""
    for cause in by_code.get("B028", ()):
        said = dict(cause.values)
        for one in by_code.get("B043", ()):
            if (dict(one.values)["key"], dict(one.values)["missing"]) == (said["key"], said["near"]):
                yield one, cause
    for cause in by_code.get("B025", ()):
        for one in by_code.get("B122", ()):
            if all(dict(one.values)[name] == dict(cause.values)[name] for name in ("key", "given")):
                yield one, cause


def _are_of_one_block(one: Problem, other: Problem) -> bool:
    return lines_named(one) == lines_named(other)
