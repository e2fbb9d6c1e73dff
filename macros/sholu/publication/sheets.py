"""One book → the sheets that are set in type: the title page and what follows it, the contents, each chapter.

A sheet is a tree of HTML whose links and pictures are as a PDF wants them. Pure.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from sholu.publication.book import Book, Chapter, CitedPlace
from sholu.publication.formulas import draw_formulas
from sholu.publication.line_ends import keep_whole, open_entries, part_last_spaces
from sholu.publication.trees import SVG, classes, element, parents, with_class
from sholu.values import Value

# Begins the address of a file of the site. WeasyPrint names pictures after their addresses, and the folder in
# which a site is built must not be seen in what is made of it.
SITE = "site:"
# A table of no more rows stays on one page.
_MOST_ROWS = 8
# Signs of romanized names that the font lacks, and those of the same shape that it has.
_LOOKS_LIKE = str.maketrans("\u02b9\u02ba", "\u2032\u2033")
# What print.css justifies, and of so many words a quotation leaves a line that is full of holes.
_JUSTIFIED = frozenset({"p", "li"})
_MANY_WORDS = 4
_BLOCKS = frozenset({"p", "ul", "ol", "li", "div", "blockquote"})

# By the anchor of an entry, the places that cite its work, each with the number of its page.
Places = Mapping[str, tuple[tuple[int, CitedPlace], ...]]


class Sheets(Value):
    """Makes the sheets of a book. `numbers` are everywhere the pages of anchors, as far as they are known."""

    book: Book

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Return the chapters of the book, of which the first is its front."""
        return tuple(self.book.parts)

    @property
    def is_one_page(self) -> bool:
        """Tell whether nothing but the list of works follows the first page of the review."""
        return all(any(with_class(one.content, "references")) for one in self.chapters[1:])

    def words(self) -> str:
        """Return all words of the book, in no order that matters: whose letters they are is asked of them."""
        book = self.book
        parts = ("".join(one.content.itertext()) for one in book.parts)
        return "".join((book.title, *(one.title + one.part for one in book.parts), *parts))

    def of(self, chapter: Chapter, numbers: Mapping[str, int]) -> tuple[Element, ...]:
        """Make the sheets of a chapter: one, or of the front the title page and what follows it.

        They are parted here, since WeasyPrint takes a note at the foot of a page along over a forced break.
        """
        whole = self._chapter(chapter, numbers)
        above = parents(whole)
        sections = next(with_class(whole, "front__sections"), None)
        if sections is None:
            return (whole,)
        above[sections].remove(sections)
        return whole, self._sheet(element("section", "", sections, class_="front"))

    def _chapter(self, chapter: Chapter, numbers: Mapping[str, int]) -> Element:
        content = copy.deepcopy(chapter.content)
        if chapter.part:
            content.insert(0, element("p", chapter.part, class_="part"))
        for picture in content.iter("img"):
            _find_picture(picture)
        draw_formulas(content)
        for drawing in list(content.iter(f"{SVG}svg")):
            _name_drawing(drawing)
        for link in content.iter("a"):
            self._stay_in_file(link)
        _set_footnotes(content)
        # What is a note here, the colophon, stands at the foot of the sheet that calls it.
        for title_page in list(with_class(content, "title-page")):
            title_page[:] = [title_page[-1], *title_page[:-1]]
        places = self.places(chapter, numbers)
        for entry in with_class(content, "reference"):
            if found := places.get(entry.get("id", "")):
                entry.append(self._said(found))
        keep_whole(content)
        return self._sheet(content)

    def places(self, chapter: Chapter, numbers: Mapping[str, int]) -> Places:
        """Return where the works are cited whose entries stand in a chapter, as far as that is known."""
        if not self.book.places:
            return {}
        entries = (one.get("id", "") for one in with_class(chapter.content, "reference"))
        return {
            entry: tuple(
                (numbers[place.identifier], place)
                for place in self.book.places.get(entry, ())
                if place.identifier in numbers
            )
            for entry in entries
        }

    def _said(self, places: Iterable[tuple[int, CitedPlace]]) -> Element:
        """Name the pages that cite a work, each once."""
        own = self.book.facts.language
        said = element("span", class_="reference__places")
        pages = [(number, next(found)[1]) for number, found in groupby(places, key=lambda one: one[0])]
        one, several = own.locators["page"]
        before, after = (one if len(pages) == 1 else several).split("{}")
        said.text = f"{own.messages['cited_at']} {before}"
        for position, (number, place) in enumerate(pages):
            link = element("a", str(number), href=f"#{place.identifier}")
            link.tail = ", " if position < len(pages) - 1 else after
            said.append(link)
        return said

    def contents(self, numbers: Mapping[str, int]) -> Element:
        """Make the contents with the numbers of pages."""
        book = self.book
        items = [_entry(one.identifier, one.title, numbers) for one in book.front.headings]
        for part, chapters in groupby(book.chapters, key=lambda one: one.part):
            if part:
                items.append(element("li", part, class_="contents__part"))
            for chapter in chapters:
                item = _entry(chapter.identifier, chapter.title, numbers)
                if chapter.headings:
                    inner = (_entry(one.identifier, one.title, numbers) for one in chapter.headings)
                    item.append(element("ul", "", *inner))
                items.append(item)
        heading = element("h1", book.facts.language.messages["book_contents"], id="contents")
        return self._sheet(element("section", "", heading, element("ul", "", *items), class_="contents"))

    def _sheet(self, content: Element) -> Element:
        facts = self.book.facts
        head = element("head", "", element("title", self.book.title), *self._metadata())
        running = self.book.facts.site_name
        body = element("body", "", content, data_review=running)
        code = facts.language.code
        sheet = element("html", "", head, body, lang=code, class_=_justified(code))
        if facts.language.direction != "ltr":
            sheet.set("dir", facts.language.direction)
        for one in sheet.iter():
            one.text = one.text and one.text.translate(_LOOKS_LIKE)
            one.tail = one.tail and one.tail.translate(_LOOKS_LIKE)
        for one in list(sheet.iter()):
            open_entries(one)
        for one in list(sheet.iter()):
            part_last_spaces(one)
            if one.tag in _JUSTIFIED and any(map(_holds_together, one.iter())):
                one.set("class", f"{one.get('class', '')} ragged".strip())
            if (first := one.get("start", "")).removeprefix("-").isdecimal() and one.tag == "ol":
                # What an attribute of HTML says, WeasyPrint does not hear.
                one.set("style", f"counter-reset: list-item {int(first) - 1}")
            if one.tag == "table" and len(list(one.iter("tr"))) <= _MOST_ROWS:
                one.set("class", f"{one.get('class', '')} table--short".strip())
        return sheet

    def _metadata(self) -> Iterator[Element]:
        facts = self.book.facts
        moment = facts.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        yield from (element("meta", name="author", content=author) for author in facts.authors)
        if self.book.keywords:
            yield element("meta", name="keywords", content=", ".join(self.book.keywords))
        if facts.description:
            yield element("meta", name="description", content=facts.description)
        yield element("meta", name="generator", content="Sholu")
        yield element("meta", name="dcterms.created", content=moment)
        yield element("meta", name="dcterms.modified", content=moment)

    def _stay_in_file(self, link: Element) -> None:
        """Make an anchor of this one file of a link to the file of a chapter."""
        file, _, name = link.get("href", "").partition("#")
        for chapter in self.book.parts:
            if file == chapter.file:
                link.set("href", f"#{name or chapter.identifier}")


def _justified(code: str) -> str:
    """Return the class of a text whose words can be divided; others would be torn apart by full lines."""
    return "justified" if _is_divided(code) else "ragged"


@cache
def _is_divided(code: str) -> bool:
    import pyphen  # noqa: PLC0415 -- comes with WeasyPrint

    return pyphen.language_fallback(code) is not None


def _holds_together(run: Element) -> bool:
    """Tell whether a run of another language is long, and none of its words can be divided."""
    code = run.get("lang", "")
    return code != "" and len("".join(run.itertext()).split()) >= _MANY_WORDS and not _is_divided(code)


def _entry(identifier: str, title: str, numbers: Mapping[str, int]) -> Element:
    number = str(numbers.get(identifier, 0))
    return element("li", "", element("a", title, href=f"#{identifier}", data_page=number))


def _find_picture(picture: Element) -> None:
    """Let a picture lead to its file; one without a description is called by what stands below it."""
    source = picture.get("src", "")
    if source.startswith("/") and not source.startswith("//"):
        picture.set("src", f"{SITE}{source}")
    if not picture.get("alt"):
        picture.set("alt", picture.get("title") or Path(urlsplit(source).path).stem)


def _name_drawing(drawing: Element) -> None:
    """Give a drawing the title by which PDF describes it."""
    if drawing.find(f"{SVG}title") is None:
        title = Element(f"{SVG}title")
        title.text = drawing.get("aria-label") or "—"
        drawing.insert(0, title)


def _set_footnotes(content: Element) -> None:
    """Put each footnote where it is first called; the style sheet takes it to the foot of the page."""
    notes = {one.get("id", ""): one for box in with_class(content, "footnote") for one in box.iter("li")}
    above = parents(content)
    for call in [one for one in content.iter("a") if "footnote-ref" in classes(one)]:
        note = notes.pop(call.get("href", "").removeprefix("#"), None)
        if note is None:
            continue
        sign = above[call]
        for back in [one for one in note.iter() if "footnote-backref" in classes(one)]:
            parent = above[back]
            parent.remove(back)
        for one in note.iter():
            # In HTML a paragraph ends where another block begins.
            if one.tag in _BLOCKS:
                one.set("class", f"footnote-text__{one.tag}")
                one.tag = "span"
        # White space behind the number would end the line there.
        words = (note.text or "").lstrip()
        text = element("span", words, *note, class_="footnote-text", id=note.get("id", ""))
        sign.tag, sign.text, sign[:] = "span", "", [text]
    for box in [one for one in with_class(content, "footnote") if one.tag == "div"]:
        above[box].remove(box)
