"""One book → a PDF that is tagged for everyone (PDF/UA-1). The door to WeasyPrint, which sets the type.

WeasyPrint needs libraries of the system; where they are missing, `MissingLibraryError` says what to install.
"""

from __future__ import annotations

import copy
import hashlib
import warnings
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname
from xml.etree.ElementTree import Element

from sholu.publication.book import Book, Chapter, CitedPlace
from sholu.publication.files import MissingLibraryError
from sholu.publication.fonts import FONTS
from sholu.publication.tagging import finish
from sholu.publication.trees import SVG, classes, element, html, parents, with_class

if TYPE_CHECKING:
    from weasyprint import Document

STYLES = Path(__file__).parent / "styles"
_INSTALL = (
    "PDF files need Pango, which is not on this machine ({what}); on Debian and Ubuntu: apt install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; on macOS: brew install pango; elsewhere see "
    "WeasyPrint's page on its installation"
)


# Signs of romanized names that the font lacks, and those of the same shape that it has.
_LOOKS_LIKE = str.maketrans("\u02b9\u02ba", "\u2032\u2033")
# Begins the address of a file of the site. WeasyPrint names pictures after their addresses, and the folder in
# which a site is built must not be seen in what is made of it.
_SITE = "site:"
_BLOCKS = frozenset({"p", "ul", "ol", "li", "div", "blockquote"})


def write_pdf(book: Book, site: Path) -> bytes:
    """Set a book in type.

    Args:
        book: the review in one language.
        site: the folder of the built site, which holds its pictures.

    Raises:
        MissingLibraryError: a library of the system that WeasyPrint needs is not installed.
    """
    document = _rendered(_page(book, {}), site)
    if book.places:
        # The list of works stands last, so that the pages found for its places stay as they are.
        document = _rendered(_page(book, _page_numbers(document)), site)
    identifier = hashlib.sha256(f"{book.facts.name} {book.facts.language.code}".encode()).digest()[:16]
    return bytes(document.write_pdf(finisher=finish, pdf_identifier=identifier, pdf_variant="pdf/ua-1"))


def _rendered(page: Element, site: Path) -> Document:
    """Lay out the pages; nothing is fetched but files of the site and the fonts."""
    try:
        with warnings.catch_warnings():
            # A library that later versions will want is no matter of the author's.
            warnings.simplefilter("ignore")
            from weasyprint import HTML  # noqa: PLC0415 -- loaded only where a PDF is made
            from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415
    except OSError as error:
        raise MissingLibraryError(_INSTALL.format(what=str(error).partition(":")[0])) from error

    class OwnFiles(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        """Fetches from the folders of the site and of the engine alone."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
            if url.startswith(_SITE):
                path = (site / unquote(urlsplit(url).path).lstrip("/")).resolve()
                folders: tuple[Path, ...] = (site.resolve(),)
                url = path.as_uri()
            else:
                path = Path(url2pathname(urlsplit(url).path)).resolve()
                folders = (STYLES, FONTS)
            is_own = url.startswith("file:") and any(map(path.is_relative_to, folders))
            if not is_own and not url.startswith("data:"):
                raise ValueError(f"{url} is no file of the site")
            return super().fetch(url, headers)

    return HTML(
        string=html(page).translate(_LOOKS_LIKE),
        base_url=(STYLES / "print.css").as_uri(),
        url_fetcher=OwnFiles(),
    ).render(stylesheets=[STYLES / "print.css"], pdf_variant="pdf/ua-1")


def _page_numbers(document: Document) -> Mapping[str, int]:
    """Return the number of the page on which each anchor stands."""
    return {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors}


def _page(book: Book, numbers: Mapping[str, int]) -> Element:
    """Make the page of HTML that is set: title page, contents, chapters."""
    facts = book.facts
    head = element("head", "", element("title", book.title), *_metadata(book))
    body = element("body", "", _content(book.front), _contents(book), *map(_content, book.chapters))
    for picture in body.iter("img"):
        _find_picture(picture)
    for drawing in list(body.iter(f"{SVG}svg")):
        _name_drawing(drawing)
    for link in body.iter("a"):
        _stay_in_file(link, book)
    _set_footnotes(body)
    for entry in with_class(body, "reference"):
        places = [
            (place, numbers[place.identifier])
            for place in book.places.get(entry.get("id", ""), ())
            if place.identifier in numbers
        ]
        if places:
            entry.append(_places(book, places))
    return element("html", "", head, body, lang=facts.language.code, class_=_justified(facts.language.code))


def _places(book: Book, places: Iterable[tuple[CitedPlace, int]]) -> Element:
    """Name the pages that cite a work, each once."""
    own = book.facts.language
    said = element("span", class_="reference__places")
    pages = [(number, next(found)[0]) for number, found in groupby(places, key=lambda one: one[1])]
    one, several = own.locators["page"]
    before, after = (one if len(pages) == 1 else several).split("{}")
    said.text = f"{own.messages['cited_at']} {before}"
    for position, (number, place) in enumerate(pages):
        link = element("a", str(number), href=f"#{place.identifier}")
        link.tail = ", " if position < len(pages) - 1 else after
        said.append(link)
    return said


def _metadata(book: Book) -> Iterator[Element]:
    facts = book.facts
    moment = facts.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    yield from (element("meta", name="author", content=author) for author in facts.authors)
    if book.keywords:
        yield element("meta", name="keywords", content=", ".join(book.keywords))
    if facts.description:
        yield element("meta", name="description", content=facts.description)
    yield element("meta", name="generator", content="Sholu")
    yield element("meta", name="dcterms.created", content=moment)
    yield element("meta", name="dcterms.modified", content=moment)


def _justified(code: str) -> str:
    """Return the class of a text whose words can be divided; others would be torn apart by full lines."""
    import pyphen  # noqa: PLC0415 -- comes with WeasyPrint

    return "justified" if pyphen.language_fallback(code) else "ragged"


def _content(chapter: Chapter) -> Element:
    content = copy.deepcopy(chapter.content)
    if chapter.part:
        content.insert(0, element("p", chapter.part, class_="part"))
    return content


def _contents(book: Book) -> Element:
    """Make the contents; the style sheet adds the numbers of pages."""
    front = [_entry(one.identifier, one.title) for one in book.front.headings]
    items = []
    for part, chapters in groupby(book.chapters, key=lambda one: one.part):
        if part:
            items.append(element("li", part, class_="contents__part"))
        for chapter in chapters:
            item = _entry(chapter.identifier, chapter.title)
            if chapter.headings:
                inner = (_entry(one.identifier, one.title) for one in chapter.headings)
                item.append(element("ul", "", *inner))
            items.append(item)
    heading = element("h1", book.facts.language.messages["book_contents"], id="contents")
    return element("section", "", heading, element("ul", "", *front, *items), class_="contents")


def _entry(identifier: str, title: str) -> Element:
    return element("li", "", element("a", title, href=f"#{identifier}"))


def _find_picture(picture: Element) -> None:
    """Let a picture lead to its file; one without a description is called by what stands below it."""
    source = picture.get("src", "")
    if source.startswith("/") and not source.startswith("//"):
        picture.set("src", f"{_SITE}{source}")
    if not picture.get("alt"):
        picture.set("alt", picture.get("title") or Path(urlsplit(source).path).stem)


def _name_drawing(drawing: Element) -> None:
    """Give a drawing the title by which PDF describes it."""
    if drawing.find(f"{SVG}title") is None:
        title = Element(f"{SVG}title")
        title.text = drawing.get("aria-label") or "—"
        drawing.insert(0, title)


def _stay_in_file(link: Element, book: Book) -> None:
    """Make an anchor of this one file of a link to the file of a chapter."""
    file, _, name = link.get("href", "").partition("#")
    for chapter in book.parts:
        if file == chapter.file:
            link.set("href", f"#{name or chapter.identifier}")


def _set_footnotes(body: Element) -> None:
    """Put each footnote where it is first called; the style sheet takes it to the foot of the page."""
    notes = {one.get("id", ""): one for box in with_class(body, "footnote") for one in box.iter("li")}
    above = parents(body)
    for call in [one for one in body.iter("a") if "footnote-ref" in classes(one)]:
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
                one.set("class", f"note__{one.tag}")
                one.tag = "span"
        text = element("span", note.text or "", *note, class_="note", id=note.get("id", ""))
        sign.tag, sign.text, sign[:] = "span", "", [text]
    for box in [one for one in with_class(body, "footnote") if one.tag == "div"]:
        above[box].remove(box)
