"""The pages of a site in plain Markdown beside them, with what macros stand for as links and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from sholu.citations.elements import place_of
from sholu.citations.macros import NOCITE, PLACES
from sholu.crossreferences.plain import in_plain_text
from sholu.languages import language
from sholu.pictures.gallery import PICTURES, file_stem
from sholu.pictures.tables import said_of
from sholu.publication.addresses import link_from_twin, twin_of
from sholu.publication.lists import Happened, events_list, files_line, terms_list
from sholu.publication.twins import Twin, TwinText, as_text, listed
from sholu.site.folder import SiteFolder

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from sholu.citations.reading import PageReading
    from sholu.review.build import ReviewBuild


class Twins:
    """Writes the twins of pages as they are read; `happened` returns the events of a timeline."""

    def __init__(
        self, folder: SiteFolder, review: ReviewBuild, happened: Callable[[str], Iterable[Happened]]
    ) -> None:
        self._folder = folder
        self._review = review
        self._happened = happened

    def write(
        self, code: str, page: Page, reading: PageReading, files: Files, said: tuple[str, tuple[str, ...]]
    ) -> str:
        """Write the twin of a page; return where it is, from the root of the site.

        Args:
            code: the language of the page.
            page: the page.
            reading: what was read from it.
            files: all files of the site, where links may lead.
            said: what it is called, and its last lines.
        """
        name, own = page.file.src_uri, language(code)
        twin = twin_of(page.file.dest_uri)

        def cite(source: str) -> str:
            if source in PLACES:
                return self._list(PLACES[source], code, twin)
            return "" if source.startswith(NOCITE) else as_text(citations.words(source, numbers))

        def find(path: str) -> tuple[str, bool] | None:
            file = files.get_file_from_path(path)
            return (file.dest_uri, file.is_documentation_page()) if file else None

        def link(address: str) -> str:
            return link_from_twin(address, name, twin, find)

        citations, numbers = reading.listing.citations, reading.citations.numbers
        shown = () if "bibliography" in reading.places else reading.citations.cited
        title, remarks = said
        text = in_plain_text(reading.source.text, self._review.labels_of(code), own)
        written = Twin(
            title=title,
            text=TwinText(cite, link).plain(text),
            heading=own.messages["references_heading"],
            references=[reading.listing.words(key, numbers) for key in shown],
            remarks=remarks,
        )
        self._folder.write(twin, written.written())
        return twin

    def fill(self, page: Page, place: str, written: str) -> None:
        """Put into the plain Markdown of a page what was not known when it was written."""
        twin = twin_of(page.file.dest_uri)
        self._folder.write(twin, self._folder.read(twin).replace(place, written))

    def _list(self, name: str, code: str, twin: str) -> str:
        """Write what a macro puts into a page: of a picture links, of the state of translations nothing."""
        citations = self._review.listings.of(code).citations
        if name == "glossary":
            return terms_list(self._review.glossary.terms, language(code))
        if name == "timeline":
            return events_list(self._happened(code), citations.words)
        if name in PICTURES:
            stem = get_relative_url(file_stem(name, code), twin)
            kinds = said_of(PICTURES[name], language(code))
            return files_line(language(code), ((said, f"{stem}.{kind}") for said, kind in kinds))
        if name in {"editor_notes", "names"}:
            # Not all are read yet.
            return place_of(name)
        return self._all_works(code) if name == "bibliography" else ""

    def _all_works(self, code: str) -> str:
        style = self._review.listings.of(code).citations.style
        works = [work.key for work in style.in_order(self._review.library) if style.has_entry(work)]
        return listed(map(self._review.listings.of(code).words, works))
