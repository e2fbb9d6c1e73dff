"""The pages of a site in plain Markdown beside them, with what macros stand for as links and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sholu.citations.elements import place_of
from sholu.citations.macros import NOCITE, PLACES
from sholu.crossreferences.plain import in_plain_text
from sholu.languages import language
from sholu.publication.addresses import link_from_twin, twin_of
from sholu.publication.twins import Twin, TwinText, as_text
from sholu.review.places import PLACES as RECORDS
from sholu.site.folder import SiteFolder
from sholu.values import replace

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from sholu.citations.reading import PageReading
    from sholu.review.build import ReviewBuild
    from sholu.review.places import Asked


class Twins:
    """Writes the twins of pages as they are read."""

    def __init__(self, folder: SiteFolder, review: ReviewBuild) -> None:
        self._folder = folder
        self._review = review

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
        path, own = page.file.src_uri, language(code)
        twin = twin_of(page.file.dest_uri)

        def cite(source: str) -> str:
            if source in PLACES:
                name = PLACES[source]
                # Written once all pages are read; of what shows all languages it says nothing.
                return "" if RECORDS[name].shows_all_languages else place_of(name)
            return "" if source.startswith(NOCITE) else as_text(citations.words(source, numbers))

        def find(path: str) -> tuple[str, bool] | None:
            file = files.get_file_from_path(path)
            return (file.dest_uri, file.is_documentation_page()) if file else None

        def link(address: str) -> str:
            return link_from_twin(address, path, twin, find)

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

    def fill(self, page: Page, mark: str, asked: Asked) -> None:
        """Put into the plain Markdown of a page what a place stands for, in place of its mark."""
        twin = twin_of(page.file.dest_uri)
        written = RECORDS[asked.place].plain(replace(asked, url=twin))
        self._folder.write(twin, self._folder.read(twin).replace(mark, written))
