"""Pictures of a large review: each row, line and bubble is drawn once, nothing is counted for each anew."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from sholu.bibliography.bibtex import read_library
from sholu.bibliography.topics import Topics
from sholu.languages import language
from sholu.pictures.lanes import _levels
from sholu.pictures.literature import Literature, Work
from sholu.pictures.literature_map import LiteratureMap
from sholu.review import Review
from sholu.texts import Texts

PAGE = "# T {#t}\n\n"


def _book(number: int) -> str:
    return f"@book{{k{number}, title = {{T}}, author = {{A{number}, B}}, year = {{2000}}}}\n"


def _graph(count: int) -> dict[str, str]:
    pages = {f"docs/p{one}.md": f"# P{one}\n\n[@k{one}] [@k0]\n" for one in range(count)}
    works = "".join(map(_book, range(count)))
    return {"docs/index.md": f"{PAGE}{{{{ citation_graph() }}}}\n", **pages, "references.bib": works}


def _steps(work: Callable[[], object]) -> int:
    """Return how many lines of the pictures' own modules Python runs while something is done."""
    steps = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        if "pictures" not in frame.f_code.co_filename:
            return None
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        assert work()
    finally:
        sys.settrace(before)
    return steps


def test_the_graph_grows_with_its_lines() -> None:
    """Four times the pages: the colour of each was looked for among all pages for each of its lines."""
    few, many = (Review.from_texts(_graph(count)) for count in (15, 60))
    assert _steps(lambda: list(many.files())) < 5 * _steps(lambda: list(few.files()))


def test_marks_of_one_year_find_their_levels_without_a_look_at_all() -> None:
    """Each stands above the ones before it; one that comes later has room on the first level again."""
    few, many = ([(0.5, 0.5)] * count for count in (50, 200))
    assert _levels([*few, (0.7, 0.7)]) == [*range(50), 0]
    # A short one is as wide as a mark, around its middle: so the second begins before the first.
    assert _levels([(0.1, 0.5), (0.12, 0.12), (0.55, 0.6), (0.15, 0.2)]) == [0, 1, 0, 2]
    assert _steps(lambda: _levels(many)) < 6 * _steps(lambda: _levels(few))


class _Counted(dict[tuple[str, str], tuple[Work, ...]]):
    asked = 0

    def values(self) -> Any:
        self.asked += 1
        return super().values()


def test_the_fullest_cell_of_the_map_is_looked_for_once() -> None:
    """All cells were counted for each of them."""
    library, _ = read_library(Texts({"b": "".join(map(_book, range(9)))}) / "b", "b")
    works = tuple(Work(one, one.key, "T") for one in library)
    literature = Literature(works, Topics(), language("en"))
    cells = _Counted({(f"t{number}", ""): (work,) for number, work in enumerate(works)})
    # As the property that it stands for keeps it.
    literature.__dict__["cells"] = cells
    literature.__dict__["rows"] = tuple(topic for topic, _ in cells)
    assert LiteratureMap(literature).svg().count("<circle") == len(works)
    assert cells.asked == 1
