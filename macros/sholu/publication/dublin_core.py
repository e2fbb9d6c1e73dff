"""Dublin Core in the head of a page, as DCMI's "Expressing Dublin Core in HTML" has it."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.bibliography.references import Reference
from sholu.publication.works import Publication, PublishedPage, authors_of, inverted_name, iso_date, title_of

# What the prefixes of the tags mean: `<link rel="schema.DC" href="…">`.
SCHEMAS = (
    ("schema.DC", "http://purl.org/dc/elements/1.1/"),
    ("schema.DCTERMS", "http://purl.org/dc/terms/"),
)


def tags(page: PublishedPage, work: Reference, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the tags of a page; `work` is the page as a work in its language."""
    yield "DC.title", page.title
    for author in authors_of(work):
        yield "DC.creator", inverted_name(author)
    yield "DC.description", page.description
    for word in publication.keywords(page.code):
        yield "DC.subject", word
    yield "DC.language", page.code
    yield "DC.type", "Text"
    yield "DC.format", "text/html"
    yield "DC.identifier", page.address
    yield "DCTERMS.issued", iso_date(work.date)
    yield "DCTERMS.license", publication.license
    if not page.is_home:
        yield "DCTERMS.isPartOf", work.container.original
    for original in publication.originals:
        authors = "; ".join(map(inverted_name, authors_of(original)))
        yield "DC.source", ". ".join(filter(None, (authors.rstrip("."), title_of(original))))
