"""What follows from another problem and is not told beside it: one mistake, one problem.

The one that is told stands where the mistake was made and names its mend; it weighs what the heaviest of
those does that are left out for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import TypeVar

from sholu.decoding import decoded
from sholu.problems import Place, Problem
from sholu.problems.rules import Level
from sholu.regexes import regex
from sholu.review.causes import ByCode, Pairs, block_of, section_of, told, told_within
from sholu.review.told_beside import told_beside
from sholu.translations.alike import lines_named
from sholu.translations.blocks import PageVersion
from sholu.values import replace

# A list or a table that is none divides a section otherwise than it is divided in another language.
_NO_BLOCK = frozenset({"M001", "M002", "M021", "M022", "M083", "M085", "M094"})
# All that follows a block of HTML that is never closed is HTML: no section, note, citation or label.
_WITHIN_HTML = (
    "C023",
    "L002",
    "N001",
    "N003",
    "N005",
    "P024",
    "T007",
    "T009",
    "T010",
    "T012",
    "T013",
    "T014",
    "T016",
    "T017",
)
_HTML_BLOCKS = frozenset(
    {
        "<article>", "<aside>", "<blockquote>", "<center>", "<details>", "<div>", "<figure>",
        "<header>", "<main>", "<nav>", "<ol>", "<p>", "<pre>", "<section>", "<summary>", "<table>", "<ul>",
    }
)  # fmt: skip
_FENCE = 3
# What parts a word in two for a dictionary.
_UNSEEN = r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
_LEVELS = tuple(Level)
# What is told of a page for what stands on it otherwise than it looks.
_FOLLOWING = frozenset(
    {
        "L002", "N001", "N003", "N004", "N005", "P024", "T007", "T008", "T010", "T011", "T012", "T013",
        "T014", "T016", "T017",
    }
)  # fmt: skip
Fold = Callable[[Collection[Problem]], Collection[Problem]]
_Read = TypeVar("_Read")
# Finds on some pages of a review what else may be a cause.
Causes = Callable[[_Read, Collection[str]], frozenset[Problem]]
# An entry that cannot be read.
_BROKEN_ENTRY = ("B001", "B002", "B003", "B006")
# Signs of a citation.
_OF_CITATIONS = "＠［］；"
_NO_WORK = ("C001", "C053")
_WORD_SIGNS = regex(r"[^\w.:/-]")
_COMMENTED = regex(r"\s*%\s*@\w+\s*\{\s*(?P<key>[^\s,{}]+)")
_NUMBER = regex(r"[^\s,|]+")


def no_causes(_: object, __: Collection[str]) -> frozenset[Problem]:
    """Return no further causes."""
    return frozenset()


def pages_with_consequences(found: Iterable[Problem]) -> frozenset[str]:
    """Return the files of which something is told that may follow from what an editor would see."""
    return frozenset(path for one in found if one.code in _FOLLOWING for path in lines_named(one))


def told_by_cause(
    found: Collection[Problem],
    folder: Traversable,
    versions: Mapping[str, PageVersion],
    unless_followed: frozenset[Problem] = frozenset(),
) -> set[Problem]:
    """Return problems without those that follow from another.

    Args:
        found: all that was found in a review.
        folder: that of the review.
        versions: its pages by the paths of their files.
        unless_followed: which of them are told only if something follows from them.
    """
    by_code: dict[str, list[Problem]] = {}
    for one in found:
        by_code.setdefault(one.code, []).append(one)
    causes: dict[Problem, Problem] = {}
    for one, cause in (
        *_of_blocks(by_code, versions),
        *_of_open_ends(by_code, versions, folder),
        *_of_unseen_signs(by_code, folder),
        *_of_keys(by_code, folder),
        *_of_signs(by_code, versions),
        *_of_notes(by_code, versions, folder),
        *_of_labels(by_code, versions),
        *told_within(by_code, versions),
        *told_beside(by_code),
    ):
        # Of two that would follow from each other the first stays.
        if one not in causes and _first_cause(cause, causes) != one:
            causes[one] = cause
    heavier: dict[Problem, Level] = {}
    for one in causes:
        cause = _first_cause(one, causes)
        heavier[cause] = min(heavier.get(cause, cause.level), one.level, key=_LEVELS.index)
    return {
        replace(one, judged=str(heavier[one])) if heavier.get(one, one.level) is not one.level else one
        for one in found
        if one not in causes and (one in heavier or replace(one, judged="") not in unless_followed)
    }


def _first_cause(one: Problem, causes: Mapping[Problem, Problem]) -> Problem:
    """Return what a problem follows from and what follows from nothing itself."""
    while one in causes:
        one = causes[one]
    return one


def _of_blocks(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    """Yield what differs between versions, or leads nowhere, only by a slip in one of them, and that."""
    # A line of code that is never closed is a paragraph of its own.
    of_code = (one for one in told(by_code, "M098") if len(dict(one.values)["sign"]) >= _FENCE)
    # HTML that parts a paragraph in two.
    of_html = (one for one in told(by_code, "M081") if dict(one.values)["tag"] in _HTML_BLOCKS)
    for cause in (*told(by_code, *_NO_BLOCK), *of_code, *of_html):
        yield from ((one, cause) for one in _of_no_block(cause, by_code, versions))
    for one in told(by_code, "M095"):
        place = one.place
        yield from (
            (one, two) for two in told(by_code, "T012") if lines_named(two).get(place.path) == place.line
        )


def _of_open_ends(by_code: ByCode, versions: Mapping[str, PageVersion], folder: Traversable) -> Pairs:
    """Yield what is told of all that follows what is never closed, a block of HTML or a comment, and that."""
    for cause in told(by_code, "M097"):
        if dict(cause.values)["tag"] not in _HTML_BLOCKS:
            continue
        path, line = cause.place.path, cause.place.line
        swallowed = "".join(_text(folder, path).splitlines(keepends=True)[line - 1 :])
        section = section_of(cause.place, versions)
        for one in told(by_code, *_WITHIN_HTML):
            here = lines_named(one).get(path)
            is_behind = here is not None and here >= line
            if is_behind or (here is not None and _is_about(one, section, swallowed)):
                yield one, cause
    for cause in told(by_code, "M006"):
        place = cause.place
        for one in told(by_code, "O011"):
            if one.place.path == place.path and one.place.line >= place.line:
                yield one, cause


def _of_unseen_signs(by_code: ByCode, folder: Traversable) -> Pairs:
    """Yield the halves of words that no dictionary knows, and the sign that nobody sees between them."""
    for cause in told(by_code, "F040"):
        path, number = cause.place.path, cause.place.line
        line = next(iter(_text(folder, path).splitlines()[number - 1 : number]), "")
        for one in told(by_code, "O011"):
            word = re.escape(dict(one.values)["word"])
            is_there = (one.place.path, one.place.line) == (path, number)
            if is_there and re.search(rf"{word}{_UNSEEN}|{_UNSEEN}{word}", line):
                yield one, cause


def _is_about(one: Problem, section: str | None, swallowed: str) -> bool:
    """Tell whether what stands above an open end is told for what is behind it: an id, a label, a note."""
    values = dict(one.values)
    if one.code == "T010":
        return values["name"] == section
    if one.code == "T014":
        # A sign whose text is behind it is none.
        return "\n[^" in swallowed
    if one.code == "T016":
        # Its number is shown as it is typed.
        counted = _NUMBER.findall(values["compared"])
        return all(f"\n[^{number}]:" in swallowed for number in counted)
    named = [values[name] for name in ("section", "place", "label") if values.get(name)]
    signs = [f"{sign}{one}" for one in named for sign in "#@"]
    note = values.get("sign", "")
    return any(one in swallowed for one in (*signs, *filter(None, (note and f"{note}:",))))


def _text(folder: Traversable, path: str) -> str:
    file = folder / path
    return decoded(file.read_bytes(), path)[0] if file.is_file() else ""


def _of_no_block(cause: Problem, by_code: ByCode, versions: Mapping[str, PageVersion]) -> Iterator[Problem]:
    """Yield what follows from a list or table that is none."""
    path, section = cause.place.path, section_of(cause.place, versions)
    for one in told(by_code, "T010"):
        if dict(one.values)["name"] == section and path in lines_named(one):
            yield one
    for one in told(by_code, "N003"):
        # The caption of what is no table, and references to it.
        if one.place.path == path and section_of(one.place, versions) == section:
            yield one
            label = dict(one.values)["label"]
            dead = (link for link in told(by_code, "L002") if dict(link.values)["place"] == label)
            yield from (link for link in dead if link.place.path == path)


def _of_keys(by_code: ByCode, folder: Traversable) -> Pairs:
    """Yield citations of works whose keys are mistyped or whose entries cannot be read, and their cause."""
    causes: dict[str, Problem] = {}
    for cause in told(by_code, *_BROKEN_ENTRY):
        place = cause.place
        for line in _text(folder, place.path).splitlines()[place.line - 1 : place.line]:
            key = "".join(line.partition("{")[2].split()).partition(",")[0].strip("{}")
            causes.setdefault(key, cause)
    for cause in told(by_code, "B007"):
        # "% @book{hiro2009," makes a comment of the first line alone.
        above = _text(folder, cause.place.path).splitlines()[: cause.place.line - 1]
        if found := _COMMENTED.match(above[-1] if above else ""):
            causes.setdefault(found["key"], cause)
    for cause in told(by_code, "B010"):
        causes.setdefault(_WORD_SIGNS.sub("", dict(cause.values)["key"]), cause)
    mixed = {dict(one.values)["key"]: one for one in told(by_code, "B129")}
    cited = [(one, dict(one.values)) for one in told(by_code, *_NO_WORK)]
    # What is cited and has no entry is that of the entry without a key, if there is one of either.
    unnamed = tuple(told(by_code, "B003"))
    is_that = len(unnamed) == 1 == len({values["key"] for _, values in cited})
    for one, values in cited:
        known = mixed.get(values.get("near", "")) or causes.get(values["key"])
        if known or is_that:
            yield one, known or unnamed[0]


def _of_signs(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    """Yield what lacks for a sign or a colon that is mistyped: a citation, the text of a note; and that."""
    for cause in told(by_code, "O093"):
        if any(sign in dict(cause.values)["sign"] for sign in _OF_CITATIONS):
            line = block_of(cause.place, versions)
            found = told(by_code, "T013", "T016")
            yield from ((one, cause) for one in found if lines_named(one).get(cause.place.path) == line)
    for cause in told(by_code, "M021"):
        sign = dict(cause.values)["sign"]
        for one in told(by_code, "P024"):
            if one.place.path == cause.place.path and dict(one.values)["sign"] == sign:
                yield one, cause
    for cause in told(by_code, "M085"):
        for one in told(by_code, "N001"):
            if one.place.path == cause.place.path and dict(one.values)["label"].startswith("tbl-"):
                yield one, cause


def _of_notes(by_code: ByCode, versions: Mapping[str, PageVersion], folder: Traversable) -> Pairs:
    """Yield how a section is divided in which the text of a note begins behind other words, and its sign."""
    for cause in told(by_code, "P024"):
        path, sign = cause.place.path, dict(cause.values)["sign"]
        typed = f"{sign}:"
        lines = enumerate(_text(folder, path).splitlines(), 1)
        sections = {
            section_of(Place(path, number), versions)
            for number, line in lines
            if sign in line and not line.lstrip().startswith(typed)
        }
        for one in told(by_code, "T010"):
            if path in lines_named(one) and dict(one.values)["name"] in sections:
                yield one, cause


def _of_labels(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Pairs:
    """Yield what lacks for a label in letters of another script, and that."""
    for cause in told(by_code, "N008"):
        yield from ((one, cause) for one in _of_no_block(cause, by_code, versions))
        path, label = cause.place.path, dict(cause.values)["right"]
        for one in told(by_code, "N001", "N005", "L002", "T011", "T019"):
            if path in lines_named(one) and label in dict(one.values).values():
                yield one, cause
    for cause in told(by_code, "T019"):
        # Where a version refers to nothing, nothing there leads to what has the label.
        said = " ".join(dict(cause.values).values())
        lost = (one for one in told(by_code, "N005") if one.place.path in lines_named(cause))
        yield from ((one, cause) for one in lost if dict(one.values)["label"] in said)
    # References to a label that is none.
    typed = (*told(by_code, "N008"), *told(by_code, "N010"))
    for one in told(by_code, "N001", "N009"):
        for cause in (other for other in typed if other.place.path == one.place.path):
            values = dict(cause.values)
            is_named = dict(one.values).get("label", "\0") in values.get("typed", "")
            is_lost = cause.code == "N008" and not dict(one.values).get("near")
            if is_named or is_lost or one.place.line == cause.place.line:
                yield one, cause
