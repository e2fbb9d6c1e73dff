"""Open Graph: how a link to a page looks where somebody shares it. What needs an absolute address is left
out where nobody knows at which address the site will stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from sholu.bibliography.references import Reference
from sholu.languages import language
from sholu.publication.works import Publication, PublishedPage

SIZE = (1200, 630)


def tags(
    page: PublishedPage, work: Reference, publication: Publication, site: str
) -> Iterator[tuple[str, str]]:
    """Yield the properties of a page; `site` is what the review is called in its language."""
    yield "og:title", page.title
    yield "og:type", "article"
    yield "og:url", page.shown_at or page.address
    yield "og:description", page.description
    yield "og:site_name", site
    yield "og:locale", language(page.code).locale
    for code in page.versions:
        yield "og:locale:alternate", language(code).locale
    if page.picture:
        yield "og:image", page.picture
        yield "og:image:type", "image/png"
        yield "og:image:width", str(SIZE[0])
        yield "og:image:height", str(SIZE[1])
        yield "og:image:alt", site
    if work.date and work.date.day:
        yield "article:published_time", work.date.iso
    for word in publication.keywords(page.code):
        yield "article:tag", word


def card(page: PublishedPage) -> tuple[str, str]:
    """Return the one tag that has no counterpart in Open Graph: how large the picture is shown."""
    return "twitter:card", "summary_large_image" if page.picture else "summary"
