"""The lines between `---` at the top of a page: what cannot be read there is a problem, and no text of it.

MkDocs would take broken front matter for the beginning of the text, without a word.
"""

from __future__ import annotations

import re

from sholu.data_files import composed, is_mapping
from sholu.problems import Place, Problem

# A line of dashes may be a rule as well; a name in the line below it tells.
_CLOSED = re.compile(r"---[ \t]*\n(?P<inner>[\w-]+[ \t]*:(?:.*\n)*?)(?:---|\.{3})[ \t]*(?:\n|\Z)")
# Without a second line of dashes it ends at the first line that is empty.
_OPEN = re.compile(r"---[ \t]*\n(?P<inner>(?:[A-Za-z_]+:(?:[ \t].*)?\n(?:[ \t]+\S.*\n)*)+)(?:[ \t]*\n|\Z)")


def readable_front_matter(text: str, shown: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a page with its front matter as it is, or with an empty one, and what is wrong with it.

    Args:
        text: the file.
        shown: its path as the author knows it.
    """
    if not text.startswith("---"):
        return text, ()
    closed = _CLOSED.match(text)
    opened = None if closed else _OPEN.match(text)
    if closed:
        root, problems = composed(closed["inner"], shown, first_line=2)
        if not (problems or is_mapping(root)):
            mend = "write a space after the colon: title: Water"
            problems = (Problem(Place(shown, 2), "the front matter has no names", mend),)
        # A colon in a title is what most often breaks it, and what its own message says least about.
        problems = tuple(_with_example(problem) for problem in problems)
    else:
        what = "the front matter is not closed"
        problems = (Problem(Place(shown), what, "write a line --- after it"),) if opened else ()
    found = closed or opened
    if not (found and problems):
        return text, ()
    nothing = "\n" * (found[0].count("\n") - 3)
    return f"---\n{{}}\n{nothing}---\n{text[found.end() :]}", problems


def _with_example(problem: Problem) -> Problem:
    mend = f'{problem.mend}; a title with a colon stands in quotation marks: title: "Water: a review"'
    return Problem(problem.place, problem.what.replace("broken YAML", "broken front matter"), mend)
