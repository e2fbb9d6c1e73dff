"""What one MkDocs build publishes beside its pages: records, plain Markdown, pictures, llms.txt; and what the
templates of its pages get as `publication`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin

from mkdocs.utils import get_relative_url

from sholu.bibliography.references import Kind, Reference, Versions
from sholu.citations.parts import part_address
from sholu.languages import language
from sholu.publication.addresses import (
    INDEX,
    LLMS,
    picture_of,
    records_of,
    records_of_original,
    twin_of,
)
from sholu.publication.llms import LanguageOfReview, llms_txt
from sholu.publication.site import EXPORTS, Publisher
from sholu.publication.twins import Twin
from sholu.publication.works import Publication, PublishedPage
from sholu.site.folder import SiteFolder
from sholu.site.rendering import title_of
from sholu.site.settings import (
    default_language,
    home_addresses,
    language_of,
    languages,
    site_descriptions,
    site_names,
)
from sholu.site.twins import Twins
from sholu.site.versions import alternates
from sholu.values import Value, replace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from sholu.review.build import ReviewBuild

# Addresses of files by their ending.
Exports = Mapping[str, str]


class PageView(Value):
    """The variable `publication` of a template; `twin` is relative to the page, the others are HTML."""

    head: str
    cite: str
    twin: str


def unnamed(config: MkDocsConfig) -> Publication:
    """Return what is known of a review that says nothing of itself: what mkdocs.yml calls it."""
    code = default_language(config) or language_of(config)
    names = site_names(config)
    title = Versions(names.get(code, ""), {other: name for other, name in names.items() if other != code})
    return Publication(Reference("review", Kind.ONLINE, code, title=title))


class Describing:
    """Describes the pages of a build as MkDocs comes to them, and writes what stands beside them.

    `pdf_of` returns for a language the address
    of the PDF that is built with the site, from its root, or "".
    """

    def __init__(
        self,
        config: MkDocsConfig,
        review: ReviewBuild,
        publication: Publication,
        pdf_of: Callable[[str], str] = lambda _: "",
    ) -> None:
        self.review = review
        self.publication = publication
        self.pdf_of = pdf_of
        self._folder = SiteFolder(config)
        self.twins = Twins(self._folder)
        self._config = config
        self._site_url = config.site_url or ""
        self._homes = dict(home_addresses(config)) or {language_of(config): "/"}
        self.names = site_names(config)
        self._descriptions = site_descriptions(config)
        homes = {code: self._absolute(home.lstrip("/")) for code, home in self._homes.items()}
        self._publisher = Publisher(
            publication,
            self.names,
            homes if self._site_url else {},
            {code: choice.style for code, choice in review.listings.choices.items()},
        )
        self._pictures: dict[str, str] = {}
        self._described: dict[str, list[tuple[str, str, PublishedPage]]] = {}
        self._pages: dict[str, PublishedPage] = {}
        self._exports: dict[tuple[str, int], tuple[Exports, Mapping[str, Exports]]] = {}

    # ---------------------------------------------------------------- pages

    def write_twin(self, code: str, page: Page, text: str, *, has_list: bool) -> None:
        """Write a page in plain Markdown beside it.

        Args:
            code: its language.
            page: the page, which was read.
            text: its text in plain Markdown.
            has_list: whether the list of all works is a part of that.
        """
        name = page.file.src_uri
        described = self._pages[name] = self._page(code, page)
        listing, read = self.review.listings.of(code), self.review.pages.page(code, name)
        written = Twin(
            title=described.title,
            text=text,
            heading=language(code).messages["references_heading"],
            references=[] if has_list else [listing.words(key, read.numbers) for key in read.cited],
            remarks=self._publisher.remarks(described),
        )
        twin = self.twins.write(page, written)
        self._described.setdefault(code, []).append((name, quote(twin), described))

    def view(self, code: str, page: Page, start: int = 0) -> PageView:
        """Describe a page to its template, and write its record; `start` is the first work of a long list."""
        published = self._pages.pop(page.file.src_uri, None) or self._page(code, page)
        if start and published.address:
            published = replace(published, shown_at=part_address(published.address, start))
        described = self._publisher.describe(published, *self._files(code, page))
        for ending, uri in records_of(page.file.dest_uri).items():
            self._folder.write(uri, EXPORTS[ending]([described.work]))
        return PageView(described.head, described.cite, published.twin)

    def _files(self, code: str, page: Page) -> tuple[Exports, Mapping[str, Exports]]:
        """Return where the exports of the review are, and those of what it restates, from a page."""
        key = code, page.url.count("/")
        if key not in self._exports:
            home = self._homes.get(code, "/").lstrip("/")
            review = _relative(records_of(f"{home}{INDEX}"), page)
            originals = {
                one.key: _relative(records_of_original(one.key), page) for one in self.publication.originals
            }
            self._exports[key] = review, originals
        return self._exports[key]

    def _page(self, code: str, page: Page) -> PublishedPage:
        home = self._homes.get(code, "/").lstrip("/")
        path = unquote(page.url.removeprefix(home).removeprefix("./"))
        name = path.removesuffix(INDEX).removesuffix(".html").strip("/")
        review = self._publisher.review(code)
        others = {other: file for other, file in alternates(page).items() if other != code}
        source = str(page.meta.get("translated_from", "")) or default_language(self._config)
        pdf = self.pdf_of(code)
        cited = self.review.pages.cited(code, page.file.src_uri)
        about = str(page.meta.get("description") or "") or ("" if name else self._descriptions.get(code, ""))
        return PublishedPage(
            code=code,
            name=name,
            title=title_of(self.review, code, page, self._config) if name else review.title.original,
            description=" ".join(about.split()),
            address=self._absolute(page.url) if self._site_url else "",
            home=self._reach(home or ".", page),
            versions={other: self._reach(file.url, page) for other, file in others.items()},
            source="" if source == code else source,
            twin=get_relative_url(quote(twin_of(page.file.dest_uri)), page.url),
            pdf=self._reach(pdf, page) if pdf else "",
            picture=self._picture(code),
            files=_relative(records_of(page.file.dest_uri), page),
            author_ids=tuple(self._author_id(one, code, page) for one in self.publication.author_ids),
            cited=tuple(map(self.review.library.__getitem__, cited)),
        )

    def _author_id(self, one: str, code: str, page: Page) -> str:
        """Return where an author is described; a page of the review is that of this language."""
        if not one.endswith(".md"):
            return one
        home = self._homes.get(code, "/").lstrip("/")
        stem = quote(one.removesuffix(".md"))
        if not self._config.use_directory_urls:
            return self._reach(f"{home}{stem}.html", page)
        folder = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
        return self._reach(f"{home}{folder}" or ".", page)

    def _absolute(self, uri: str) -> str:
        """Return an address in the site, from its root if nobody knows where it will stand."""
        return urljoin(self._site_url, uri) if self._site_url else uri

    def _reach(self, uri: str, page: Page) -> str:
        return urljoin(self._site_url, uri) if self._site_url else get_relative_url(uri, page.url)

    def _picture(self, code: str) -> str:
        """Draw the picture of a language once; without an address of the site nobody could be told of it."""
        if not self._site_url:
            return ""
        if code not in self._pictures:
            # Imported late: a site without an address needs no picture.
            from sholu.publication.picture import picture  # noqa: PLC0415

            uri = picture_of(code)
            review = self._publisher.review(code)
            authors = ", ".join(self.publication.author_names(code))
            below = [authors, " · ".join(languages(self._config).values())]
            self._folder.write(uri, picture(review.title.original, list(filter(None, below))))
            self._pictures[code] = self._absolute(uri)
        return self._pictures[code]

    # ---------------------------------------------------------------- the site

    def finish(self) -> None:
        """Write what belongs to no page."""
        for one in self.publication.originals:
            for ending, uri in records_of_original(one.key).items():
                self._folder.write(uri, EXPORTS[ending]([one]))
        # A review may bring a file of its own.
        if self._described and LLMS not in self._folder:
            self._folder.write(LLMS, llms_txt(map(self._language, self._described)))

    def described(self, code: str) -> tuple[tuple[str, PublishedPage], ...]:
        """Return the pages of a language, each with its path in the docs folder."""
        return tuple((name, page) for name, _, page in self._described.get(code, ()))

    def _language(self, code: str) -> LanguageOfReview:
        pages = sorted(self._described[code], key=lambda one: self.review.pages.place(one[0]))
        return LanguageOfReview(
            languages(self._config).get(code, language(code).name),
            self._publisher.review(code).title.original,
            next((page.description for _, _, page in pages if page.is_home), ""),
            [(page.title, self._absolute(twin), page.description) for _, twin, page in pages],
        )


def _relative(paths: Mapping[str, str], page: Page) -> Exports:
    """Return the addresses of files from a page."""
    return {ending: get_relative_url(quote(path), page.url) for ending, path in paths.items()}
