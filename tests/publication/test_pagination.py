"""The numbers of pages that a book prints are those of its pages, however long the contents are."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from sholu.publication.book import Chapter
from sholu.publication.pagination import MOST_ROUNDS, paginated
from sholu.publication.pdf import own_address, watched

from tests.rows import rows


@dataclass
class Page:
    """Holds anchors."""

    anchors: tuple[str, ...]


@dataclass
class Document:
    """A sheet that was set: its text, the number of pages before it, its pages."""

    text: str
    start: int
    pages: list[Page]


@dataclass
class Press:
    """Sets each line of a sheet as a page; words of a line are its anchors, and all that is set is noted."""

    done: list[str] = field(default_factory=list)

    def set(self, sheet: Element, start: int) -> Document:
        """Make a page of each line."""
        text = sheet.text or ""
        self.done.append(text)
        lines = (line.split() for line in text.split("\n"))
        return Document(text, start, [Page(tuple(filter(str.isalpha, line))) for line in lines])


def sheet(text: str) -> Element:
    """Make a sheet of a text."""
    made = Element("html")
    made.text = text
    return made


@dataclass
class Book:
    """Chapters of lines; `{a}` in them is the number of the page of a, an empty line parts their sheets.

    `lengths` are those of the contents in pages, each time that they are set; the last goes on.
    """

    texts: Sequence[str]
    lengths: list[int] = field(default_factory=lambda: [1])
    is_one_page: bool = False

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Return as many as there are texts."""
        return tuple(Chapter(text, "", "", Element("div"), ()) for text in self.texts)

    def contents(self, numbers: Mapping[str, int]) -> Element:
        """List all numbers on each page."""
        length = self.lengths.pop(0) if len(self.lengths) > 1 else self.lengths[0]
        return sheet("\n".join([" ".join(f"{name}={n}" for name, n in sorted(numbers.items()))] * length))

    def of(self, chapter: Chapter, numbers: Mapping[str, int]) -> tuple[Element, ...]:
        """Make its sheets."""
        shown = {name: str(numbers.get(name, "?")) for name in "abc"}
        return tuple(sheet(text) for text in chapter.identifier.format(**shown).split("\n\n"))

    def places(self, chapter: Chapter, numbers: Mapping[str, int]) -> object:
        """Return the numbers that it prints."""
        return [numbers.get(name) for name in "abc" if f"{{{name}}}" in chapter.identifier]


def test_front_contents_and_chapters_follow_with_numbers_that_are_true() -> None:
    """What goes on over pages is where it begins; nothing is set twice without a need."""
    press = Press()
    made = paginated(Book(["title\n\nabout", "a\na b", "c", "list {a} {b} {c}"]), press)
    assert [(one.text, one.start) for one in made] == [
        ("title", 0),
        ("about", 1),
        ("a=4 about=2 b=5 c=6 contents=3 list=7 title=1", 2),
        ("a\na b", 3),
        ("c", 5),
        ("list 4 5 6", 6),
    ]
    chapters = [one for one in press.done if one and "=" not in one]
    assert chapters == ["title", "about", "a\na b", "c", "list 4 5 6"]


def test_of_a_review_of_one_page_the_contents_stand_between_title_and_text() -> None:
    """Else they would be in the midst of it, behind all that they name."""
    made = paginated(Book(["title\n\na\nb", "list {a} {b}"], is_one_page=True), Press())
    assert [(one.text, one.start) for one in made] == [
        ("title", 0),
        ("a=3 b=4 contents=2 list=5 title=1", 1),
        ("a\nb", 2),
        ("list 3 4", 4),
    ]


def test_a_chapter_that_names_a_later_page_is_set_again_alone() -> None:
    """Its number is known once that is set."""
    press = Press()
    made = paginated(Book(["title", "see {b}", "b"]), press)
    assert [(one.text, one.start) for one in made[2:]] == [("see 4", 2), ("b", 3)]
    assert [one for one in press.done if "=" not in one] == ["", "title", "see ?", "b", "see 4"]


def test_longer_contents_move_all_that_follows_them() -> None:
    """They are as long as they are once they have numbers, and nobody knew that before."""
    made = paginated(Book(["title", "a {b}", "b"], [1, 3]), Press())
    assert [(one.text.partition("\n")[0], one.start, len(one.pages)) for one in made] == [
        ("title", 0, 1),
        ("a=5 b=6 contents=2 title=1", 1, 3),
        ("a 6", 4, 1),
        ("b", 5, 1),
    ]


def test_contents_that_never_come_to_rest_end_all_the_same() -> None:
    """They are set once to learn their length, and then as often as may be."""
    press = Press()
    paginated(Book(["title", "a"], [1, 2] * 20), press)
    assert sum("=" in one for one in press.done) == MOST_ROUNDS
    assert press.done.count("") == 1


@rows(
    ("address", "found"),
    [
        ("site:/a%20b/c.png", "SITE/a%20b/c.png"),
        ("site:a.svg?v=1#x", "SITE/a.svg"),
        ("FONTS/a.otf", "FONTS/a.otf"),
        ("data:image/png;base64,AA", "data:image/png;base64,AA"),
        ("site:/../secret.png", None),
        ("site:/..%2Fsecret.png", None),
        ("SITE/a.png", None),
        ("FONTS/../a.otf", None),
        ("OTHER/a.png", None),
        ("https://example.org/a.png", None),
        ("/a.png", None),
    ],
)
def test_only_files_of_the_site_our_own_fonts_and_data_are_fetched(
    tmp_path: Path, address: str, found: str | None
) -> None:
    """A picture from elsewhere would tell who made the book, and may be gone."""
    folders = {"SITE": tmp_path / "site", "FONTS": tmp_path / "fonts", "OTHER": tmp_path}

    def whole(text: str) -> str:
        name, slash, rest = text.partition("/")
        return f"{folders[name].as_uri()}{slash}{rest}" if name in folders else text

    def asked() -> str:
        return own_address(whole(address), folders["SITE"], [folders["FONTS"]])

    if found is None:
        with pytest.raises(ValueError, match="is no file of the site"):
            asked()
    else:
        assert asked() == whole(found)


def test_letters_without_a_font_are_gathered_while_a_book_is_written() -> None:
    """WeasyPrint tells of each in its log; what else it tells, and what it tells later, is no letter."""
    log, found = logging.getLogger("weasyprint"), set[str]()
    handlers = list(log.handlers)
    with watched(found):
        log.warning(".notdef glyph rendered for Unicode character %s (%s)", "Ꙗ", "U+A656")
        log.warning("Ignored rule %s", "x")
        log.warning(".notdef without letters")
    log.warning(".notdef glyph rendered for Unicode character %s (%s)", "Ꙙ", "U+A658")
    assert found == {"Ꙗ"}
    assert log.handlers == handlers
