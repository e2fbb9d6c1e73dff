"""The way of a citation's key through the house is short, and no module reads it once more."""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType

from sholu.citations import grammar
from sholu.review import Review

KEY = "zz2009"


def texts(key: str) -> dict[str, str | bytes]:
    """Return a review in which a key is cited once."""
    page = f"# Water {{#water}}\n\nSee [@{key}, p. 12].\n\n{{{{ bibliography() }}}}\n"
    book = f"@book{{{KEY}, author = {{Hiro, Dilip}}, title = {{Inside Asia}}, date = 2009}}\n"
    return {"docs/index.md": page, "references.bib": book}


def test_a_key_passes_few_modules_and_is_read_once() -> None:
    """From the page to the list: those that are handed the key itself, whatever they make of the work."""
    modules: set[str] = set()
    read: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        module = str(frame.f_globals.get("__name__", ""))
        if event == "call" and module.startswith("sholu."):
            if module == grammar.__name__:
                read[frame.f_code.co_name] += 1
            if any(isinstance(one, str) and one == KEY for one in frame.f_locals.values()):
                modules.add(module)

    sys.setprofile(note)
    try:
        (page,) = Review.from_texts(texts(KEY)).pages.values()
        assert f"#ref-{KEY}" in page.html
    finally:
        sys.setprofile(None)
    assert "sholu.bibliography.library" in modules
    assert len(modules) <= 25, sorted(modules)
    assert read["read_bracket"] == 1


def test_a_mistyped_key_is_told_once() -> None:
    """However many rooms would miss the work."""
    assert [one.code for one in Review.from_texts(texts("zz2008")).problems] == ["C001"]
