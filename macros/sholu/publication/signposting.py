"""FAIR Signposting (signposting.org, level 1): typed links in the head, by which a machine finds the authors,
the licence, the record and the content of a page without reading its text.
"""

from __future__ import annotations

from collections.abc import Iterator

from sholu.bibliography.references import Reference
from sholu.citations.text import Element
from sholu.exports import FORMATS
from sholu.publication.works import PublishedPage
from sholu.works.view import doi_address

MEDIA_TYPES = {one.ending: one.media_type for one in FORMATS}


def links(page: PublishedPage, work: Reference, license_address: str) -> Iterator[Element]:
    """Yield the links of a page; `work` is the page as a work in its language."""
    for address in page.author_ids:
        yield _link("author", address)
    # A page without a DOI is best cited by where it stands.
    yield _link("cite-as", doi_address(work.doi) if work.doi else page.address)
    yield _link("type", "https://schema.org/ScholarlyArticle")
    yield _link("type", "https://schema.org/AboutPage")
    yield _link("license", license_address)
    for ending, address in page.files.items():
        yield _link("describedby", address, MEDIA_TYPES[ending])
    yield _link("item", page.twin, "text/markdown")
    yield _link("item", page.pdf, "application/pdf")
    yield _link("alternate", page.twin, "text/markdown")


def _link(relation: str, address: str, media_type: str = "") -> Element:
    return Element("link", (("rel", relation), ("href", address), ("type", media_type)), ())
