"""What a search finds: the sections of pages and the works of the bibliography, as plain text.

The door to lxml, which takes the HTML of a page apart as browsers do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from lxml import etree, html

from sholu.values import Value

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What leads somewhere and is no word, what runs, and what the author keeps out by Material's attribute.
_NO_TEXT = etree.XPath(
    "//a[@class='headerlink' or @class='footnote-backref' or @class='block-link']"
    " | //h2[@class='references-heading'] | //script | //style | //*[@data-search-exclude]"
)
_HAS_HEADING = etree.XPath("boolean(.//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6)")


class Document(Value):
    """One thing that is found.

    `location` is its address from the home of its language, with an anchor; `boost` multiplies its score.
    """

    location: str
    title: str
    text: str
    boost: float = 1


def sections(content: str, address: str, title: str) -> Iterator[Document]:
    """Yield what of a page can be found: its beginning, then a document for each of its headings.

    Args:
        content: the HTML of the page, without the frame of the site.
        address: where the page is, from the home of its language.
        title: what the page is called if it has no heading of the first level.
    """
    root = html.fragment_fromstring(content, create_parent="div")
    for element in _NO_TEXT(root):
        element.drop_tree()
    location, heading, words = address, title, [root.text or ""]
    is_named = False
    for element in _blocks(root):
        if element.tag not in HEADINGS:
            words.append(_text(element))
            continue
        if is_named or any(map(str.strip, words)):
            yield Document(location, heading, _joined(words))
        heading, words, is_named = _joined((_text(element),)) or title, [], True
        # The heading of the page is the page itself.
        is_page = element.tag == "h1"
        location = address if is_page or not element.get("id") else f"{address}#{element.get('id')}"
    yield Document(location, heading, _joined(words))


def _blocks(parent: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the blocks of a page; a box that holds headings is opened."""
    for child in parent:
        if not isinstance(child.tag, str):
            continue
        if child.tag not in HEADINGS and _HAS_HEADING(child):
            blocks = _blocks(child)
            # What stands above the heading of an item, as the date of an event, is said of that item.
            yield from sorted(blocks, key=_is_no_heading) if child.tag == "li" else blocks
        else:
            yield child


def _is_no_heading(block: html.HtmlElement) -> bool:
    return block.tag not in HEADINGS


def _text(element: html.HtmlElement) -> str:
    # Python-Markdown writes blocks on lines of their own, so that words of two cells are apart.
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _joined(words: Iterable[str]) -> str:
    return " ".join(" ".join(words).split())


def index_json(documents: Iterable[Document], code: str) -> str:
    """Write the index of one language: letters as letters, since escapes make Cyrillic a third longer."""
    docs = [
        {"location": one.location, "title": one.title, "text": one.text}
        | ({"boost": one.boost} if one.boost != 1 else {})
        for one in documents
    ]
    return json.dumps({"config": {"lang": [code]}, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
