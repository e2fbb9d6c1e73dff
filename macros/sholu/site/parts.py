"""The pages of a long catalogue in the folder of the site."""

from __future__ import annotations

import posixpath
from functools import partial

from mkdocs.utils import get_relative_url

from sholu.catalogue.parts import Parting
from sholu.citations.page import Citations
from sholu.citations.parts import FIRST, index_address
from sholu.site.written import WrittenPages


def part_catalogue(
    written: WrittenPages,
    url: str,
    citations: Citations,
    index: str,
) -> None:
    """Part the catalogue of a language if it is long, and lead all links to a work to the page that has it.

    Args:
        written: the pages of the site.
        url: the address of the catalogue from the root of the site.
        citations: the works, as the language cites them.
        index: what a script filters the works by.
    """
    style, code = citations.style, citations.language.code
    keys = [work.key for work in style.in_order(citations.library) if style.has_entry(work)]
    if len(keys) <= FIRST:
        return
    parting = Parting(citations.language, url, keys)
    catalogue = next(page for page in written.of_language(code) if page.url == url)
    parts = list(parting.parts(written.read(catalogue)))
    if not parts:
        return
    for address, content in (*parts, (index_address(url), index)):
        written.put_beside(
            catalogue, posixpath.basename(address) or posixpath.basename(catalogue.file), content
        )
    for page in written.of_language(code):
        if page is not catalogue:
            written.revise(page, partial(parting.linked, address=get_relative_url(url, page.url)))
