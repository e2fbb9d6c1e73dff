"""What a macro that stands for a list or a picture has to know: what it shows, and what comes with that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from sholu.bibliography.references import Date
from sholu.catalogue.parts import Part
from sholu.citations.text import Text, in_scripts
from sholu.languages import Language, language, worded
from sholu.pictures.gallery import Gallery
from sholu.pictures.tables import Files, said_of
from sholu.publication.lists import files_line
from sholu.review.build import ReviewBuild
from sholu.review.exhibition import Exhibition
from sholu.review.paths import relative_address
from sholu.review.read_pages import ReadPage
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.state import Dated
from sholu.values import Value, field


def _undated(_version: PageVersion, _block: Block) -> Date | None:
    return None


class Asked(Value):
    """A page that asks for what its macro stands for, when all pages of its language are read.

    `place` is the macro, `code` the language of the page, `name` its path in the docs folder, `url` its
    address. `addresses` are those of the pages of its language by their paths, `bibliography` is that of the
    list of all works, None where there is none; all from the root of the site.

    What a place needs that shows all languages is known later: `default`, the language from which pages are
    translated, the pages of all by the paths of their files (`everywhere`: address and title), the names of
    `languages`, and when a block was written (`dated`).
    """

    pictures: Exhibition
    place: str
    code: str
    name: str
    url: str
    addresses: Mapping[str, str]
    bibliography: str | None = None
    default: str = ""
    everywhere: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dated: Dated = _undated

    @property
    def review(self) -> ReviewBuild:
        """All that was gathered."""
        return self.pictures.review

    @property
    def own(self) -> Language:
        """The language of the page."""
        return language(self.code)

    @property
    def links(self) -> Mapping[str, str]:
        """The address of each page of the language as seen from this one; "" is this one itself."""
        return {
            name: "" if address == self.url else self.relative(address)
            for name, address in self.addresses.items()
        }

    @property
    def pages(self) -> Mapping[str, ReadPage]:
        """The pages of the language in the order of the menu, by their paths."""
        return self.review.pages.of(self.code)

    def relative(self, address: str) -> str:
        """Return an address as seen from the page."""
        return relative_address(address, self.url)

    def gallery(self) -> Gallery:
        """Return the pictures as the page shows them."""
        bibliography = None if self.bibliography is None else self.relative(self.bibliography)
        return self.pictures.gallery(self.code, self.name, self.links, bibliography)


def _nothing(_asked: Asked) -> str:
    return ""


def _no_ids(_pictures: Exhibition) -> Iterable[str]:
    return ()


def _all_there(_pictures: Exhibition) -> tuple[str, str] | None:
    return None


class PlaceRecord(Value):
    """A macro without values that stands for a list or a picture; its name is that of its module.

    `text` writes what a page shows, `plain` the same in plain Markdown.
    `ids` are those that it brings onto a page, for links that authors write. `sources` are the citations in
    it, as an author would type them; they are counted among those of the page.
    `missing` tells the code of a problem and the file that holds nothing to show, `files` makes what readers
    take away, by ending.
    `is_searched` is whether its words are found as words of the page. `shows_all_languages` is whether it
    has to wait for the last language.
    """

    text: Callable[[Asked], Text]
    plain: Callable[[Asked], str] = _nothing
    ids: Callable[[Exhibition], Iterable[str]] = _no_ids
    sources: Callable[[Exhibition], Iterable[str]] = _no_ids
    missing: Callable[[Exhibition], tuple[str, str] | None] = _all_there
    files: Callable[[Gallery], Mapping[str, str]] | None = None
    parts: Callable[[Asked, Text], tuple[Part, ...]] | None = None
    is_searched: bool = True
    shows_all_languages: bool = False


def picture(
    title: str,
    endings: tuple[str, ...],
    element: Callable[[Gallery, Files], Text],
    files: Callable[[Gallery], Mapping[str, str]],
) -> PlaceRecord:
    """Make the record of a picture; readers of plain Markdown are led to its files.

    Args:
        title: the word of a language (a message) for what it is.
        endings: those of its files.
        element: writes it for a page.
        files: writes its files, by ending.
    """

    def text(asked: Asked) -> Text:
        gallery, own = asked.gallery(), asked.own
        stem = asked.relative(file_stem(asked.place, own.code))
        named = Files(stem, file_name(asked.place, own.code), endings, worded(own.messages, title))
        return in_scripts(element(gallery, named), own.code)

    def plain(asked: Asked) -> str:
        stem = asked.relative(file_stem(asked.place, asked.code))
        return files_line(asked.own, ((said, f"{stem}.{kind}") for said, kind in said_of(endings, asked.own)))

    return PlaceRecord(text, plain, files=files)


def file_stem(name: str, code: str) -> str:
    """Return the path of a picture's files below the root of the site, without their endings."""
    return f"assets/pictures/{file_name(name, code)}"


def file_name(name: str, code: str) -> str:
    """Return what a picture's files are called, without their endings: "literature-map.ru"."""
    return f"{name.replace('_', '-')}.{code}"
