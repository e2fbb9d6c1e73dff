"""What macros stand for: lists, pictures and notes, written once all pages of a language are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from mkdocs.utils import get_relative_url

from sholu.citations.elements import Place, place_of
from sholu.citations.text import Text, html
from sholu.languages import language
from sholu.pictures.gallery import PICTURES, file_stem
from sholu.review.exhibition import Exhibition
from sholu.review.name_index import NamingPage, name_index
from sholu.review.name_index import in_plain_text as names_in_plain_text
from sholu.review.name_index import listing as name_listing
from sholu.review.notes import NotedPage, notes_in_plain_text, notes_list
from sholu.site.folder import SiteFolder
from sholu.site.landing import Landings
from sholu.site.records import Describing

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


class Filling:
    """The pages of one build that were read and are not yet written, and the places in them."""

    def __init__(self, pictures: Exhibition, describing: Describing, landings: Landings) -> None:
        self.review = pictures.review
        self._pictures = pictures
        self._describing = describing
        self._landings = landings
        self._pages_with: dict[tuple[str, str], list[Page]] = {}
        self._trees: dict[str, Element] = {}
        self._addresses: dict[str, dict[str, str]] = {}

    def keep_tree(self, page: Page, tree: Element) -> None:
        """Keep the tree of a page with places until they are filled and the search has read it."""
        self._trees[page.file.src_uri] = tree

    def keep(self, code: str, page: Page, places: Iterable[str]) -> None:
        """Learn where a page is, and the names of the places in it."""
        self._addresses.setdefault(code, {})[page.file.src_uri] = page.url
        for place in places:
            self._pages_with.setdefault((code, place), []).append(page)

    def pages_with(self, code: str, place: str) -> Sequence[Page]:
        """Return the pages of a language on which a macro stands."""
        return self._pages_with.get((code, place), ())

    def let_go(self, page: Page) -> Element | None:
        """Return the tree of a page with places that is about to be written, None of others."""
        return self._trees.pop(page.file.src_uri, None)

    def fill_places(self, code: str, menu: Iterable[Page]) -> None:
        """Write lists, pictures and notes into the pages that ask for them, and make the first page.

        Args:
            code: the language.
            menu: its pages in the order of the menu.
        """
        lists = self.pages_with(code, "bibliography")
        for page in lists:
            links = self._links(code, page)
            root = f"{get_relative_url('', page.url).rstrip('/')}/"
            written = self.review.works.catalogue(code, page.file.src_uri, links, root)
            self._fill(page, "bibliography", written)
        for page in self.pages_with(code, "glossary"):
            links = self._links(code, page)
            self._fill(page, "glossary", self.review.glossary_list(code, page.file.src_uri, links))
        for picture in PICTURES:
            for page in self.pages_with(code, picture):
                bibliography = get_relative_url(lists[0].url, page.url) if lists else None
                links = self._links(code, page)
                gallery = self._pictures.gallery(code, page.file.src_uri, links, bibliography)
                stem = get_relative_url(file_stem(picture, code), page.url)
                self._fill(page, picture, gallery.text(picture, stem))
        self._fill_notes(code)
        self._fill_names(code)
        self._landings.make(code, menu, partial(self.pages_with, code), partial(self._links, code))

    def _fill(self, page: Page, name: str, content: Text) -> None:
        """Put what a macro stands for into the tree of a page, and into its HTML, which plugins have had."""
        for place in self._trees[page.file.src_uri].iter("div"):
            if isinstance(place, Place) and place.name == name:
                place.content = content
        before, _, after = (page.content or "").partition(place_of(name))
        page.content = f"{before}{html(content)}{after}"

    def _fill_notes(self, code: str) -> None:
        """Write the list of all editor's notes, in plain Markdown too, now that all pages are read."""
        cite = self.review.listings.of(code).citations.words
        for page in self.pages_with(code, "editor_notes"):
            links = self._links(code, page)
            noted = {
                name: NotedPage(name.removeprefix(f"{code}/").removesuffix(".md"), links[name], read, cite)
                for name, read in self.review.pages.of(code).items()
            }
            written = notes_list(noted)
            self._fill(page, "editor_notes", written)
            self._describing.twins.fill(page, place_of("editor_notes"), notes_in_plain_text(noted))

    def _fill_names(self, code: str) -> None:
        """Write the index of names, in plain Markdown too."""
        own = language(code)
        for page in self.pages_with(code, "names"):
            links = self._links(code, page)
            pages = {name: NamingPage(links[name], read) for name, read in self.review.pages.of(code).items()}
            places = name_index(pages, self.review.library, own)
            self._fill(page, "names", name_listing(places, pages, own))
            self._describing.twins.fill(page, place_of("names"), names_in_plain_text(places, pages))

    def _links(self, code: str, page: Page) -> Mapping[str, str]:
        """Return the address of each page of a language, relative to one of them; "" is that page itself."""
        return {
            name: "" if address == page.url else get_relative_url(address, page.url)
            for name, address in self._addresses[code].items()
        }

    def write_picture_files(self, folder: SiteFolder) -> None:
        """Write the files of the pictures that a page shows."""
        for code, picture in self._pages_with:
            if picture in PICTURES:
                for ending, content in self._pictures.gallery(code).files(picture).items():
                    folder.write(f"{file_stem(picture, code)}.{ending}", content)
