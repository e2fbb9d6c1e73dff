"""What follows from another problem and is not told beside it: one mistake, one problem.

The one that is told stands where the mistake was made and names its mend; it weighs what the heaviest of
those does that are left out for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable

from sholu.decoding import decoded
from sholu.problems import Place, Problem
from sholu.problems.rules import Level
from sholu.regexes import regex
from sholu.review.told_beside import told_beside
from sholu.translations.alike import lines_named
from sholu.translations.blocks import PageVersion
from sholu.values import replace

# What stands at one place for one reason: a picture without words has no caption, a label is an id.
_AT_ONE_PLACE = {"M010": "N004", "N002": "P023", "M097": "M081", "B008": "B042", "L004": "L008"}
# A list or a table that is none divides a section otherwise than it is divided in another language.
_NO_BLOCK = frozenset({"M001", "M002", "M021", "M022", "M083", "M085", "M094"})
# A citation that is typed by hand is none and has numbers, a picture without words names no term.
_WITHIN_BLOCKS = {
    "C090": ("T013", "T016"),
    "M010": ("T016", "T017"),
    "M086": ("T013", "T016"),
    "M090": ("T013", "T016"),
    "M094": ("T016",),
    "O091": ("T016", "T017"),
}
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
# An entry that cannot be read.
_BROKEN_ENTRY = ("B001", "B002", "B003", "B006")
# Signs of a citation.
_OF_CITATIONS = "＠［］；"
# What stands for a work that was read before: [`…`; @b.
_REST_OF_CITATION = regex(r"\A\[`…`")
_NUMBER = regex(r"[^\s,|]+")
ByCode = Mapping[str, Sequence[Problem]]


def told_by_cause(
    found: Collection[Problem], folder: Traversable, versions: Mapping[str, PageVersion]
) -> set[Problem]:
    """Return problems without those that follow from another.

    Args:
        found: all that was found in a review.
        folder: that of the review.
        versions: its pages by the paths of their files.
    """
    by_code: dict[str, list[Problem]] = {}
    for one in found:
        by_code.setdefault(one.code, []).append(one)
    left: set[Problem] = set()
    heavier: dict[Problem, Level] = {}
    for one, cause in (
        *_of_blocks(by_code, versions),
        *_of_open_ends(by_code, versions, folder),
        *_of_unseen_signs(by_code, folder),
        *_of_languages(by_code),
        *_of_names(by_code),
        *_of_keys(by_code, folder),
        *_of_signs(by_code, versions),
        *_of_labels(by_code, versions),
        *_of_brackets(by_code),
        *_of_one_place(by_code),
        *told_beside(by_code),
    ):
        left.add(one)
        heavier[cause] = min(heavier.get(cause, cause.level), one.level, key=_LEVELS.index)
    return {
        replace(one, judged=str(heavier[one])) if heavier.get(one, one.level) is not one.level else one
        for one in found
        if one not in left
    }


def _of_blocks(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Iterator[tuple[Problem, Problem]]:
    """Yield what differs between versions, or leads nowhere, only by a slip in one of them, and that."""
    # A line of code that is never closed is a paragraph of its own.
    of_code = (one for one in _told(by_code, "M098") if len(dict(one.values)["sign"]) >= _FENCE)
    # HTML that parts a paragraph in two.
    of_html = (one for one in _told(by_code, "M081") if dict(one.values)["tag"] in _HTML_BLOCKS)
    for cause in (*_told(by_code, *_NO_BLOCK), *of_code, *of_html):
        yield from ((one, cause) for one in _of_no_block(cause, by_code, versions))
    # A label on what is no figure or table is a paragraph that the other versions have not.
    for cause in _told(by_code, "N002", "N003"):
        yield from ((one, cause) for one in _of_no_block(cause, by_code, versions) if one.code == "T010")
    for one in _told(by_code, "M095"):
        place = one.place
        yield from (
            (one, two) for two in _told(by_code, "T012") if lines_named(two).get(place.path) == place.line
        )
    for code, followed in _WITHIN_BLOCKS.items():
        for cause in _told(by_code, code):
            line = _block(cause.place, versions)
            found = _told(by_code, *followed)
            yield from ((one, cause) for one in found if lines_named(one).get(cause.place.path) == line)


def _of_open_ends(
    by_code: ByCode, versions: Mapping[str, PageVersion], folder: Traversable
) -> Iterator[tuple[Problem, Problem]]:
    """Yield what is told of all that follows what is never closed, a block of HTML or a comment, and that."""
    for cause in _told(by_code, "M097"):
        if dict(cause.values)["tag"] not in _HTML_BLOCKS:
            continue
        path, line = cause.place.path, cause.place.line
        swallowed = "".join(_text(folder, path).splitlines(keepends=True)[line - 1 :])
        section = _section(cause.place, versions)
        for one in _told(by_code, *_WITHIN_HTML):
            here = lines_named(one).get(path)
            is_behind = here is not None and here >= line
            if is_behind or (here is not None and _is_about(one, section, swallowed)):
                yield one, cause
    for cause in _told(by_code, "M006"):
        place = cause.place
        for one in _told(by_code, "O011"):
            if one.place.path == place.path and one.place.line >= place.line:
                yield one, cause


def _of_unseen_signs(by_code: ByCode, folder: Traversable) -> Iterator[tuple[Problem, Problem]]:
    """Yield the halves of words that no dictionary knows, and the sign that nobody sees between them."""
    for cause in _told(by_code, "F040"):
        path, number = cause.place.path, cause.place.line
        line = next(iter(_text(folder, path).splitlines()[number - 1 : number]), "")
        for one in _told(by_code, "O011"):
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
    path, section = cause.place.path, _section(cause.place, versions)
    for one in _told(by_code, "T010"):
        if dict(one.values)["name"] == section and path in lines_named(one):
            yield one
    for one in _told(by_code, "N003"):
        # The caption of what is no table, and references to it.
        if one.place.path == path and _section(one.place, versions) == section:
            yield one
            label = dict(one.values)["label"]
            dead = (link for link in _told(by_code, "L002") if dict(link.values)["place"] == label)
            yield from (link for link in dead if link.place.path == path)


def _of_languages(by_code: ByCode) -> Iterator[tuple[Problem, Problem]]:
    """Yield sentences that are in another language since they are not translated, and what tells that."""
    for one in _told(by_code, "O091"):
        around = dict(one.values)["around"]
        for cause in _told(by_code, "T030", "T031"):
            is_there = cause.code == "T031" or around.startswith(dict(cause.values)["around"])
            if is_there and cause.place.path == one.place.path:
                yield one, cause


def _of_names(by_code: ByCode) -> Iterator[tuple[Problem, Problem]]:
    """Yield forms of names that are more or fewer than those of a mistyped field, and what tells that."""
    causes = {dict(one.values)["key"]: one for one in _told(by_code, "B022", "B110")}
    for one in _told(by_code, "B021"):
        if cause := causes.get(dict(one.values)["key"]):
            yield one, cause


def _of_keys(by_code: ByCode, folder: Traversable) -> Iterator[tuple[Problem, Problem]]:
    """Yield citations of works whose keys are mistyped or whose entries cannot be read, and their cause."""
    causes: dict[str, Problem] = {}
    for cause in _told(by_code, *_BROKEN_ENTRY):
        place = cause.place
        for line in _text(folder, place.path).splitlines()[place.line - 1 : place.line]:
            key = "".join(line.partition("{")[2].split()).partition(",")[0]
            causes.setdefault(key, cause)
    mixed = {dict(one.values)["key"]: one for one in _told(by_code, "B129")}
    for one in _told(by_code, "C001") if causes or mixed else ():
        values = dict(one.values)
        if known := mixed.get(values.get("near", "")) or causes.get(values["key"]):
            yield one, known


def _of_signs(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Iterator[tuple[Problem, Problem]]:
    """Yield what lacks for a sign or a colon that is mistyped: a citation, the text of a note; and that."""
    for cause in _told(by_code, "O093"):
        if any(sign in dict(cause.values)["sign"] for sign in _OF_CITATIONS):
            line = _block(cause.place, versions)
            found = _told(by_code, "T013", "T016")
            yield from ((one, cause) for one in found if lines_named(one).get(cause.place.path) == line)
    for cause in _told(by_code, "M021"):
        sign = dict(cause.values)["sign"]
        for one in _told(by_code, "P024"):
            if one.place.path == cause.place.path and dict(one.values)["sign"] == sign:
                yield one, cause
    for cause in _told(by_code, "M085"):
        for one in _told(by_code, "N001"):
            if one.place.path == cause.place.path and dict(one.values)["label"].startswith("tbl-"):
                yield one, cause


def _of_labels(by_code: ByCode, versions: Mapping[str, PageVersion]) -> Iterator[tuple[Problem, Problem]]:
    """Yield what lacks for a label in letters of another script, and that."""
    for cause in _told(by_code, "N008"):
        yield from ((one, cause) for one in _of_no_block(cause, by_code, versions))
        path, label = cause.place.path, dict(cause.values)["right"]
        for one in _told(by_code, "N001", "N005", "L002", "T011", "T019"):
            if path in lines_named(one) and label in dict(one.values).values():
                yield one, cause


def _of_brackets(by_code: ByCode) -> Iterator[tuple[Problem, Problem]]:
    """Yield citations that are what is left of another with the same bracket missing, and that."""
    longest: dict[tuple[str, int], Problem] = {}
    found = [(one, dict(one.values)["source"]) for one in _told(by_code, "C002", "C003", "C005")]
    for one, _ in sorted(found, key=lambda pair: -len(pair[1])):
        longest.setdefault((one.place.path, one.place.line), one)
    for one, source in found:
        other = longest[one.place.path, one.place.line]
        if other is not one and dict(other.values)["source"].endswith(_REST_OF_CITATION.sub("", source)):
            yield one, other


def _of_one_place(by_code: ByCode) -> Iterator[tuple[Problem, Problem]]:
    """Yield what is told of the line of another problem for the same reason, and that."""
    for code, followed in _AT_ONE_PLACE.items():
        lines = {(one.place.path, one.place.line): one for one in _told(by_code, code)}
        for one in _told(by_code, followed):
            if cause := lines.get((one.place.path, one.place.line)):
                yield one, cause


def _told(by_code: ByCode, *codes: str) -> Iterator[Problem]:
    for code in codes:
        yield from by_code.get(code, ())


def _block(place: Place, versions: Mapping[str, PageVersion]) -> int:
    """Return the line on which the block of a page begins that stands at a place."""
    page = versions.get(place.path)
    lines = (page.line_of(block) for block in page.blocks) if page else ()
    return max((line for line in lines if line <= place.line), default=0)


def _section(place: Place, versions: Mapping[str, PageVersion]) -> str | None:
    """Return the section of a page that a place is in, None of what is no page."""
    line, page = _block(place, versions), versions.get(place.path)
    return next((one.section for one in page.blocks if page.line_of(one) == line), "") if page else None
