"""Causes by the range in which their consequences stand: a line, a block, a section, an entry.

What is told within the range of another problem, and for no reason but that one, follows from it. A cause
says more: it names what was typed, its consequences name only what differs because of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sholu.problems import Place, Problem
from sholu.translations.alike import lines_named
from sholu.translations.blocks import PageVersion

ByCode = Mapping[str, Sequence[Problem]]
Pairs = Iterator[tuple[Problem, Problem]]
_CITED = ("T013", "T016")
# What stands at one line for one reason: a picture without words has no caption, a label is an id.
_AT_ONE_LINE = {
    "M010": ("N004",),
    "N002": ("P023",),
    "M097": ("M081",),
    "B008": ("B042",),
    "L004": ("L008",),
    "F013": ("P094", "T001", "T031"),
    "B009": ("B044",),
    "L003": ("N003", "T011", "M010", "M081"),
    "M018": ("L002", "N001", "N003", "T010", "T011", "T015"),
    "M019": ("N003", "T011"),
    "P023": ("T011",),
    "M017": ("T007", "T008", "T011"),
    "M034": ("T007", "T008"),
}
# What is typed by hand in place of a citation is none and has numbers, a picture without words names no term.
_WITHIN_BLOCKS = {
    "C006": _CITED,
    "C020": _CITED,
    "C021": _CITED,
    "C022": (*_CITED, "T010"),
    "C023": _CITED,
    "C090": _CITED,
    "C092": _CITED,
    "C093": (*_CITED, "T014"),
    "M007": ("T016",),
    "M008": (*_CITED, "T014"),
    "M010": ("T016", "T017"),
    "M086": _CITED,
    "M090": _CITED,
    "M091": _CITED,
    "M094": ("T016",),
    "O091": ("T016", "T017"),
}
# A list, a table or a comment that is none divides a section otherwise than it is in another language.
_WITHIN_SECTIONS = {
    "C003": ("T010",),
    "M006": ("T010",),
    "M036": ("T010",),
    "M037": ("T010",),
    "M038": ("T010", "T013", "T014", "T016"),
    "N002": ("T010",),
    "N003": ("T010",),
    "N010": ("N003", "T010", "T011"),
    "P007": ("M035", "O004", "T007", "T008", "T010"),
}
# Of one entry: persons that cannot be told apart have no forms in other languages.
_OF_ENTRIES = {
    "B002": ("B008",),
    "B022": ("B021", "B038", "B048"),
    "B040": ("B038",),
    "B023": ("B021", "B038"),
    "B048": ("B038",),
    "B110": ("B021", "B038"),
}
# Spaces at which a line may break, in words that are wrong anyhow.
_SPACES = "O010"
_OF_TYPOGRAPHY = "O"
# A sign of headings, as Chinese and Japanese keyboards type it.
_FULL_WIDTH = "\N{FULLWIDTH NUMBER SIGN}"


def told_within(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    """Yield what follows from a problem in whose range it stands, and that problem.

    Args:
        by_code: all that was found, by its code.
        versions: the pages by the paths of their files.
    """
    yield from _at_lines(by_code)
    yield from _in_blocks(by_code, versions)
    yield from _in_sections(by_code, versions)
    yield from _of_entries(by_code)
    yield from _of_headings(by_code, versions)
    yield from _of_no_headings(by_code, versions)
    yield from _of_spaces(by_code, versions)
    yield from _of_notes(by_code)


def told(by_code: ByCode, *codes: str) -> Iterator[Problem]:
    """Yield the problems of some codes."""
    for code in codes:
        yield from by_code.get(code, ())


def block_of(place: Place, versions: Mapping[str, PageVersion]) -> int:
    """Return the line on which the block of a page begins that stands at a place."""
    page = versions.get(place.path)
    lines = (page.line_of(block) for block in page.blocks) if page else ()
    return max((line for line in lines if line <= place.line), default=0)


def section_of(place: Place, versions: Mapping[str, PageVersion]) -> str | None:
    """Return the section of a page that a place is in, None of what is no page."""
    line, page = block_of(place, versions), versions.get(place.path)
    return next((one.section for one in page.blocks if page.line_of(one) == line), "") if page else None


def _at_lines(by_code: ByCode) -> Pairs:
    for code, followed in _AT_ONE_LINE.items():
        lines = {(one.place.path, one.place.line): one for one in told(by_code, code)}
        for one in told(by_code, *followed) if lines else ():
            # What differs names its line in each version.
            yield from ((one, lines[place]) for place in lines_named(one).items() if place in lines)


def _in_blocks(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    for code, followed in _WITHIN_BLOCKS.items():
        for cause in told(by_code, code):
            line = block_of(cause.place, versions)
            yield from (
                (one, cause)
                for one in told(by_code, *followed)
                if lines_named(one).get(cause.place.path) in {line, cause.place.line}
            )


def _in_sections(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    for code, followed in _WITHIN_SECTIONS.items():
        for cause in told(by_code, code):
            section, path = section_of(cause.place, versions), cause.place.path
            for one in told(by_code, *followed):
                here = lines_named(one).get(path)
                if here is not None and section_of(Place(path, here), versions) == section:
                    yield one, cause


def _of_entries(by_code: ByCode) -> Pairs:
    for code, followed in _OF_ENTRIES.items():
        causes = {dict(one.values).get("key"): one for one in told(by_code, code)}
        for one in told(by_code, *followed) if causes else ():
            if cause := causes.get(dict(one.values).get("key", "")):
                yield one, cause


def _of_headings(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    """Yield how the section above is divided where a heading is missing or too many, and that heading."""
    for cause in told(by_code, "T007", "T008"):
        above, lacking = _sections_above(cause, versions), _lacking(cause)
        for one in told(by_code, "T010"):
            name, files = dict(one.values)["name"], lines_named(one)
            if cause.place.path not in files or name not in above:
                continue
            # Without its heading the text of a section is part of that above, which is longer then.
            longest = max(files, key=lambda path: _length_of(name, versions.get(path)))
            if longest in lacking:
                yield one, cause


def _length_of(section: str, page: PageVersion | None) -> int:
    """Return how many blocks a section of a page has."""
    return sum(block.section == section for block in page.blocks) if page else 0


def _of_no_headings(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    """Yield sections that differ since their heading is typed as none, or other words as one; and these."""
    typed = [one for one in told(by_code, "O093") if dict(one.values)["sign"] == _FULL_WIDTH]
    for cause in (*told(by_code, "M033"), *typed):
        path, section = cause.place.path, section_of(cause.place, versions)
        for one in told(by_code, "T007", "T008"):
            if path in _lacking(one) and section in _sections_above(one, versions):
                yield one, cause
    # The words of the heading are in the line above.
    lines = {(one.place.path, one.place.line - 1): one for one in told(by_code, "M035")}
    for one in told(by_code, "T007", "T008", "P020") if lines else ():
        yield from ((one, lines[place]) for place in lines_named(one).items() if place in lines)


def _lacking(one: Problem) -> Mapping[str, int]:
    """Return the files that lack the section which is told to be missing, or too many in another."""
    is_missing = one.code == "T007"
    return {path: line for path, line in lines_named(one).items() if (path == one.place.path) == is_missing}


def _sections_above(one: Problem, versions: Mapping[str, PageVersion]) -> frozenset[str | None]:
    """Return above which sections stands what is missing or too many, in the files that have it."""
    lacking = _lacking(one)
    having = ((path, line) for path, line in lines_named(one).items() if path not in lacking)
    return frozenset(section_of(Place(path, line - 1), versions) for path, line in having)


def _of_spaces(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    """Yield spaces at which a line may break in words that are wrong otherwise, and what is wrong in them."""
    for one in told(by_code, _SPACES):
        if dict(one.values).get("count") != "1":
            continue
        line = block_of(one.place, versions)
        for code in by_code:
            if code.startswith(_OF_TYPOGRAPHY):
                continue
            for cause in told(by_code, code):
                if lines_named(cause).get(one.place.path) in {one.place.line, line}:
                    yield one, cause
                    break


def _of_notes(by_code: ByCode) -> Pairs:
    """Yield the further signs of a note without a text, and the first of them."""
    first: dict[tuple[str, str], Problem] = {}
    for one in sorted(told(by_code, "P024"), key=lambda one: one.place.line):
        sign = (one.place.path, dict(one.values)["sign"])
        if cause := first.get(sign):
            yield one, cause
        first.setdefault(sign, one)
