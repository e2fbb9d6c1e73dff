"""What a search finds: the sections of pages and the works of the bibliography, as plain text.

The door to lxml, which takes the HTML of a page apart as browsers do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml import etree, html

from sholu.values import Value

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What leads somewhere and is no word, what runs, and what the author keeps out by Material's attribute.
_NO_TEXT = etree.XPath(
    "//a[@class='headerlink' or @class='footnote-backref' or @class='block-link']"
    " | //h2[@class='references-heading'] | //script | //style | //*[@data-search-exclude]"
)
_HAS_LANGUAGE = etree.XPath("boolean(descendant-or-self::*[@lang])")
_SPACES = re.compile(r"\s+")
_HAS_HEADING = etree.XPath("boolean(.//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6)")


# Where words in another language begin and end, and which it is.
Spans: TypeAlias = tuple[tuple[int, int, str], ...]
# Words, and their language if it is not that of the page.
Run: TypeAlias = tuple[str, str]


class Document(Value):
    """One thing that is found.

    `location` is its address from the home of its language, with an anchor; `boost` multiplies its score. The
    spans tell which of its words are in another language.
    """

    location: str
    title: str
    text: str
    boost: float = 1
    title_languages: Spans = ()
    text_languages: Spans = ()


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
    location, words, is_named = address, [(root.text or "", "")], False
    heading: tuple[Run, ...] = ((title, ""),)
    for element in _blocks(root):
        if element.tag not in HEADINGS:
            words += _runs(element)
            words.append((" ", ""))
            continue
        if is_named or any(text.strip() for text, _ in words):
            yield _document(location, heading, words)
        heading, words, is_named = _runs(element), [], True
        # The heading of the page is the page itself.
        is_page = element.tag == "h1"
        location = address if is_page or not element.get("id") else f"{address}#{element.get('id')}"
    yield _document(location, heading, words)


def _document(location: str, heading: Iterable[Run], words: Iterable[Run]) -> Document:
    (title, title_languages), (text, text_languages) = joined(heading), joined(words)
    return Document(location, title, text, title_languages=title_languages, text_languages=text_languages)


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


def _runs(element: html.HtmlElement) -> tuple[Run, ...]:
    # Python-Markdown writes blocks on lines of their own, so that words of two cells are apart.
    if not _HAS_LANGUAGE(element):
        return ((str(etree.tostring(element, method="text", encoding="unicode", with_tail=False)), ""),)
    return tuple(_marked(element, ""))


def _marked(element: html.HtmlElement, language: str) -> Iterator[Run]:
    own = element.get("lang", language)
    yield element.text or "", own
    for child in element:
        if isinstance(child.tag, str):
            yield from _marked(child, own)
        yield child.tail or "", own


def joined(runs: Iterable[Run]) -> tuple[str, Spans]:
    """Write runs as one text with single spaces, and where in it which language stands.

    Places are counted as scripts do, in UTF-16.
    """
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length, is_apart = 0, False
    for text, code in runs:
        if not text:
            continue
        words = _SPACES.sub(" ", text)
        if words.startswith(" ") or is_apart:
            words = f" {words.lstrip(' ')}" if parts else words.lstrip(" ")
        is_apart = words.endswith(" ")
        if is_apart:
            words = words[:-1]
        if not words:
            continue
        parts.append(words)
        start, length = length, length + len(words.encode("utf-16-le")) // 2
        if code:
            spans.append((start + words.startswith(" "), length, code))
    return "".join(parts), tuple(spans)


def index_json(documents: Iterable[Document], code: str) -> str:
    """Write the index of one language: letters as letters, since escapes make Cyrillic a third longer."""
    docs = [
        {"location": one.location, "title": one.title, "text": one.text}
        | ({"boost": one.boost} if one.boost != 1 else {})
        | ({"titleLangs": spans} if (spans := _others(one.title_languages, code)) else {})
        | ({"langs": spans} if (spans := _others(one.text_languages, code)) else {})
        for one in documents
    ]
    return json.dumps({"config": {"lang": [code]}, "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def _others(spans: Spans, code: str) -> Spans:
    return tuple(span for span in spans if span[2] != code)
