"""One build's publication: describes each page in its language, and keeps what is the same on many.

Knows addresses and texts, and no MkDocs: whoever calls it knows where files are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sholu.bibliography.references import Kind, Reference
from sholu.citations.text import html, in_scripts, plain
from sholu.exports import FORMATS, Format
from sholu.languages import language, worded
from sholu.publication.cite import Citable, CiteSection
from sholu.publication.head import HeadWriter
from sholu.publication.works import Publication, PublishedPage, as_part, as_site
from sholu.values import State, Value, field, replace
from sholu.works.monolingual import in_language

# By the ending of a file, what writes it.
EXPORTS: Mapping[str, Format] = {one.ending: one for one in FORMATS}


class Described(Value):
    """A page as its template needs it: metadata for the head, how to cite it, and its record as a work."""

    head: str
    cite: str
    work: Reference


class Publisher(State, dict=True):
    """Describes the pages of one build.

    `names` is what the review is called, by language; `homes` are the absolute addresses of its first pages,
    {} where nobody knows at which address the site will stand. `styles` are those of the pages, where these
    have others than their languages.
    """

    publication: Publication
    names: Mapping[str, str]
    homes: Mapping[str, str]
    styles: Mapping[str, str] = field(default_factory=dict)
    _reviews: dict[str, Reference] = field(default_factory=dict)
    _sections: dict[str, CiteSection] = field(default_factory=dict)
    _wholes: dict[tuple[str, ...], str] = field(default_factory=dict)

    @cached_property
    def _heads(self) -> HeadWriter:
        return HeadWriter(self.publication)

    def review(self, code: str) -> Reference:
        """Return the review in one language as a work."""
        if code not in self._reviews:
            own = in_language(self.publication.review, code)
            own = replace(own, restates=self.publication.restated(code))
            self._reviews[code] = as_site(own, self.homes.get(code, ""))
        return self._reviews[code]

    def work(self, page: PublishedPage) -> Reference:
        """Return a page as a work: a part of the review, or the review itself."""
        review = self.review(page.code)
        return review if page.is_home else as_part(review, page)

    def describe(
        self,
        page: PublishedPage,
        review_files: Mapping[str, str],
        original_files: Mapping[str, Mapping[str, str]],
    ) -> Described:
        """Describe a page.

        Args:
            page: the page.
            review_files: the exports of the review's record by ending, relative to the page.
            original_files: those of each work that the review restates, by its key.
        """
        own = language(page.code)
        work = self.work(page)
        name = self.names.get(page.code, "")
        head = self._heads.head(page, work, name, self.homes.get(page.code, ""))
        section = self._section(page.code)
        own_part = ""
        if not page.is_home:
            cited = Citable(own.interface["cite_page"], work, page.files, is_read_here=True)
            own_part = html(in_scripts(section.elements((cited,)), page.code))
        return Described(head, f"{own_part}{self._whole(page.code, review_files, original_files)}", work)

    def _whole(
        self, code: str, review_files: Mapping[str, str], original_files: Mapping[str, Mapping[str, str]]
    ) -> str:
        """Write how to cite the review and what it restates; the links to files are mostly the same."""
        key = code, *review_files.values()
        if key not in self._wholes:
            words = language(code).interface
            review = Citable(words["cite_review"], self.review(code), review_files, is_read_here=True)
            originals = [
                Citable(worded(words, _label(one)), one, original_files[one.key], is_read_here=False)
                for one in self.publication.originals
            ]
            self._wholes[key] = html(in_scripts(self._section(code).elements((review, *originals)), code))
        return self._wholes[key]

    def remarks(self, page: PublishedPage) -> tuple[str, ...]:
        """Return the last lines of a page in plain Markdown: how to cite it, its licence."""
        own = language(page.code)
        words = own.interface
        section = self._section(page.code)
        cited = plain(section.styles[self._style(page.code)].entry(self.work(page)))
        remarks = [f"{words['cite']}: {cited}"]
        if self.publication.license:
            remarks.append(f"{words['license']} {self.publication.license}")
        return tuple(remarks)

    def _section(self, code: str) -> CiteSection:
        if code not in self._sections:
            works = (self.review(code), *self.publication.originals)
            self._sections[code] = CiteSection(language(code), works, self._style(code))
        return self._sections[code]

    def _style(self, code: str) -> str:
        """Name the style in which the pages of a language cite."""
        return self.styles.get(code, "") or language(code).style


def _label(original: Reference) -> str:
    """Name the word for what the review restates."""
    return "cite_original_article" if original.kind is Kind.ARTICLE else "cite_original"
