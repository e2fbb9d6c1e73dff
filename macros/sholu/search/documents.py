"""What a search finds: the sections of pages and the works of the bibliography, as plain text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias
from xml.etree.ElementTree import Element

from sholu.citations.elements import Placeholder
from sholu.citations.marks import CitationMark
from sholu.values import Value, json_bytes

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What leads somewhere and is no word.
_SIGNS = frozenset({"headerlink", "footnote-backref", "block-link"})


# Where words in another language begin and end, and which it is.
Spans: TypeAlias = tuple[tuple[int, int, str], ...]
# Words, and their language if it is not that of the page.
Run: TypeAlias = tuple[str, str]


class Document(Value, gc=False):
    """One thing that is found.

    `location` is its address from the home of its language, with an anchor; `boost` multiplies its score. The
    spans tell which of its words are in another language. `forms` counts the names of a term, which begin its
    text: those of the page's language, and all.
    """

    location: str
    title: str
    text: str
    boost: float = 1
    title_languages: Spans = ()
    text_languages: Spans = ()
    forms: tuple[int, int] | None = None


def sections(page: Element, address: str, title: str) -> Iterator[Document]:
    """Yield what of a page can be found: its beginning, then a document for each of its headings.

    Args:
        page: its tree; what is not open in it is not found on it.
        address: where the page is, from the home of its language.
        title: what the page is called if it has no heading of the first level.
    """
    location, words, is_named = address, [(page.text or "", "")], False
    heading: tuple[Run, ...] = ((title, ""),)
    for element in _blocks(page):
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


def _blocks(parent: Element) -> Iterator[Element]:
    """Yield the blocks of a page; a box that holds headings is opened, and what a macro stands for."""
    for child in parent:
        if _is_silent(child):
            continue
        if isinstance(child, Placeholder) or (child.tag not in HEADINGS and _has_heading(child)):
            blocks = _blocks(child)
            # What stands above the heading of an item, as the date of an event, is said of that item.
            yield from sorted(blocks, key=_is_no_heading) if child.tag == "li" else blocks
        else:
            yield child


def _is_silent(element: Element) -> bool:
    """Tell whether an element has no words of the page: signs, what runs, what its author keeps out.

    That is done by Material's attribute.
    """
    if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
        return True
    if "data-search-exclude" in element.attrib:
        return True
    name = element.get("class")
    if element.tag == "sup" and element.get("id", "").startswith("fnref"):
        # The number of a note: “January 1947.1”.
        return True
    return (element.tag == "a" and name in _SIGNS) or (element.tag == "h2" and name == "references-heading")


def _has_heading(element: Element) -> bool:
    return any(one.tag in HEADINGS for one in element.iter())


def _is_no_heading(block: Element) -> bool:
    return block.tag not in HEADINGS


def _runs(element: Element) -> tuple[Run, ...]:
    # Python-Markdown writes blocks on lines of their own, so that words of two cells are apart.
    runs: list[Run] = []
    _gather(element, "", runs)
    return tuple(runs)


def _gather(element: Element, language: str, runs: list[Run]) -> None:
    if isinstance(element, CitationMark):
        runs += element.runs(language)
        return
    own = element.get("lang", language)
    if element.text:
        runs.append((element.text, own))
    for child in element:
        if not _is_silent(child):
            _gather(child, own, runs)
        if child.tail:
            runs.append((child.tail, own))


def joined(runs: Iterable[Run]) -> tuple[str, Spans]:
    """Write runs as one text with single spaces, and where in it which language stands.

    Places are counted as scripts do, in UTF-16.
    """
    runs = tuple(runs)
    if not any(code for _, code in runs):
        return " ".join("".join([text for text, _ in runs]).split()), ()
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length, is_apart = 0, False
    # Those of the page's own language are most; what follows one another is one.
    for code, group in groupby(runs, itemgetter(1)):
        text = "".join([one for one, _ in group])
        if not text:
            continue
        words = " ".join(text.split())
        has_space = is_apart or text[0].isspace()
        is_apart = text[-1].isspace()
        if not words:
            continue
        if has_space and parts:
            words = f" {words}"
        parts.append(words)
        start, length = length, length + len(words.encode("utf-16-le")) // 2
        if code:
            spans.append((start + words.startswith(" "), length, code))
    return "".join(parts), tuple(spans)


def index_json(documents: Iterable[Document], code: str) -> bytes:
    """Write the index of one language: letters as letters, since escapes make Cyrillic a third longer."""
    docs = [
        {"location": one.location, "title": one.title, "text": one.text}
        | ({"boost": one.boost} if one.boost != 1 else {})
        | ({"forms": one.forms} if one.forms else {})
        | ({"titleLangs": spans} if (spans := _others(one.title_languages, code)) else {})
        | ({"langs": spans} if (spans := _others(one.text_languages, code)) else {})
        for one in documents
    ]
    return json_bytes({"config": {"lang": [code]}, "docs": docs})


def _others(spans: Spans, code: str) -> Spans:
    return tuple(span for span in spans if span[2] != code)
