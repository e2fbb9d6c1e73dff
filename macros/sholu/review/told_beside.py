"""What is told beside another problem since the same words are wrong in two ways: two rules, one mistake."""

from __future__ import annotations

from sholu.problems import Problem
from sholu.regexes import regex
from sholu.review.causes import ByCode, Pairs, told
from sholu.translations.alike import lines_named

# What stands for a work that was read before: [`…`; @b.
_REST_OF_CITATION = regex(r"\A\[`…`")
_NUMBER = regex(r"\d+")
# A note that is numbered by hand: (1).
_LARGEST_NOTE = 99


def told_beside(by_code: ByCode) -> Pairs:
    """Yield problems that one is told of by another already, and that other one."""
    yield from _of_citations(by_code)
    yield from _of_entries(by_code)
    yield from _of_brackets(by_code)
    yield from _of_languages(by_code)
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


def _of_brackets(by_code: ByCode) -> Pairs:
    """Yield citations that are what is left of another with the same bracket missing, and that."""
    longest: dict[tuple[str, int], Problem] = {}
    found = [(one, dict(one.values)["source"]) for one in told(by_code, "C002", "C003", "C005")]
    for one, _ in sorted(found, key=lambda pair: -len(pair[1])):
        longest.setdefault((one.place.path, one.place.line), one)
    for one, source in found:
        other = longest[one.place.path, one.place.line]
        if other is not one and dict(other.values)["source"].endswith(_REST_OF_CITATION.sub("", source)):
            yield one, other


def _of_languages(by_code: ByCode) -> Pairs:
    """Yield sentences that are in another language since they are not translated, and what tells that."""
    for one in told(by_code, "O091"):
        around = dict(one.values)["around"]
        for cause in told(by_code, "T030", "T031"):
            is_there = cause.code == "T031" or around.startswith(dict(cause.values)["around"])
            if is_there and cause.place.path == one.place.path:
                yield one, cause
