"""The HTML that an author typed within a page, as elements of its tree.

Python-Markdown keeps it apart, piece by piece, until the tree is written: an opening tag is one piece, its
end another. For those who read the tree it is put in afterwards; nothing else is parsed anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from html import unescape
from html.parser import HTMLParser
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER
from markdown.util import AMP_SUBSTITUTE, BLOCK_LEVEL_ELEMENTS, HTML_PLACEHOLDER_RE, STX

from sholu.pages.tree import EMPTY, Written
from sholu.regexes import regex
from sholu.values import Value

# What the tree holds of what was escaped already; it is written as it is.
_ENTITY = regex(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_SIGN = regex("\x02[^\x02\x03]*\x03")
_SIGNS = ((AMP_SUBSTITUTE, "&"), (NBSP_PLACEHOLDER, "\u00a0"), (FN_BACKLINK_TEXT, "↩"))
_TAG = regex(r"</?([^ >]+)")
_DEEPEST = 200
# The attribute in which the tree keeps the language of code that is in no class of its HTML.
CODE_LANGUAGE = "data-language"
# Elements that may end by a slash, and in which names are as they are typed: viewBox.
_FOREIGN = frozenset({"svg", "math"})
_NAMES = regex(r"[A-Za-z][\w:.-]*")
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
     "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"}
)  # fmt: skip
# What nobody need close: which elements end where one begins, if they are open within the second (HTML
# Living Standard, 13.1.2.4).
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    **{
        one: (frozenset({"p"}), _CELLS | {"table", "caption", "button", "object", "foreignObject"})
        for one in _BLOCKS
    },
    "li": (frozenset({"li", "p"}), frozenset({"ul", "ol", "menu", "dir"})),
    **{one: (frozenset({"dt", "dd", "p"}), frozenset({"dl"})) for one in ("dt", "dd")},
    **{one: (_CELLS | {"p"}, frozenset({"table"})) for one in _CELLS},
    "tr": (_CELLS | {"tr", "p"}, frozenset({"table"})),
    **{one: (_SECTIONS | _CELLS | {"tr", "p"}, frozenset({"table"})) for one in _SECTIONS},
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    **{one: (frozenset({"rt", "rp"}), frozenset({"ruby"})) for one in ("rt", "rp")},
}


def with_raw_html(
    root: Element, stash: Sequence[str | Element], code_languages: Mapping[int, str] = MappingProxyType({})
) -> Element:
    """Put into a tree what was kept apart, now that it is written; return it.

    Args:
        root: the tree.
        stash: what was kept apart, in the order of its placeholders.
        code_languages: those that fences name, by the number of the placeholder; what colours code forgets.
    """
    kept = _Kept(stash, code_languages)
    for parent in list(root.iter()):
        if isinstance(parent, Written):
            continue
        # Most pages hold no HTML.
        if stash:
            _splice_blocks(parent, kept)
            if STX in (parent.text or "") or any(STX in (child.tail or "") for child in parent):
                _Builder(parent, kept).build()
        _read_signs(parent)
        for child in parent:
            if child.tail:
                child.tail = _read(child.tail)
    return root


def parsed(html: str) -> Element:
    """Return the tree of a page that was made otherwise."""
    root = Element("div")
    builder = _Builder(root, _Kept(()))
    builder.feed(html)
    builder.close()
    return root


def _splice_blocks(parent: Element, stash: _Kept) -> None:
    """Put blocks of HTML in the place of the paragraphs that hold them, as is done when a page is written."""
    for position in range(len(parent) - 1, -1, -1):
        child = parent[position]
        if child.tag != "p" or len(child) or not (found := HTML_PLACEHOLDER_RE.fullmatch(child.text or "")):
            continue
        kept = stash.pieces[int(found[1])]
        tag = _TAG.match(kept) if isinstance(kept, str) else None
        if tag and (tag[1][0] in "!?@%" or tag[1].lower() in BLOCK_LEVEL_ELEMENTS):
            box = Element("div")
            box.text = child.text
            _Builder(box, stash).build()
            blocks = list(box)
            if blocks:
                blocks[-1].tail = (blocks[-1].tail or "") + (child.tail or "")
            parent[position : position + 1] = blocks


def _read_signs(element: Element) -> None:
    if element.text:
        element.text = _read(element.text)
    for name, value in element.items():
        if value and "&" in value:
            element.set(name, _ENTITY.sub(lambda found: unescape(found[0]), value))


def _read(words: str | None) -> str | None:
    """Return a text of the tree as its readers see it."""
    if not words or ("&" not in words and STX not in words):
        return words
    for sign, meant in _SIGNS:
        words = words.replace(sign, meant)
    return _ENTITY.sub(lambda found: unescape(found[0]), _SIGN.sub("", words))


class _Kept(Value):
    """What was kept apart of a page, and the languages of code in it, by the numbers of placeholders."""

    pieces: Sequence[str | Element]
    code_languages: Mapping[int, str] = MappingProxyType({})


def _name_language(code: Element, language: str) -> None:
    """Keep the language of code for those who read the tree; its classes are those of the HTML."""
    if language:
        code.set(CODE_LANGUAGE, language)


def _name(element: Element) -> str:
    """Return what the parser calls an element."""
    return str(element.tag).lower()


class _Builder(HTMLParser):
    """Builds the content of an element anew, in which tags stand as text between its children."""

    def __init__(self, element: Element, stash: _Kept) -> None:
        super().__init__(convert_charrefs=True)
        self.element = element
        self.stash = stash
        self.open = [element]
        # How many of each are open, in small letters: a page may open thousands and close none.
        self._names: Counter[str] = Counter()

    def build(self) -> None:
        """Take all out of the element, and put it back with what was kept apart."""
        text, children = self.element.text, list(self.element)
        self.element.text = None
        self.element[:] = []
        self._text(text)
        for child in children:
            tail, child.tail = child.tail, None
            self.open[-1].append(child)
            self._text(tail)

    def _text(self, words: str | None) -> None:
        position = 0
        for found in HTML_PLACEHOLDER_RE.finditer(words or ""):
            self.handle_data(_read((words or "")[position : found.start()]) or "")
            number = int(found[1])
            kept = self.stash.pieces[number]
            if isinstance(kept, str):
                parent, before = self.open[-1], len(self.open[-1])
                self.feed(kept)
                self.close()
                for one in parent[before : before + 1]:
                    _name_language(one, self.stash.code_languages.get(number, ""))
            else:
                self.open[-1].append(kept)
            position = found.end()
        self.handle_data(_read((words or "")[position:]) or "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _ENDS:
            self._end_before(tag)
        if tag in _FOREIGN or self._is_open(_FOREIGN):
            # The parser hands over names in small letters.
            typed = {name.lower(): name for name in _NAMES.findall(self.get_starttag_text() or "")}
            attrs = [(typed.get(name, name), value) for name, value in attrs]
            element = Element(typed.get(tag, tag), {name: value or "" for name, value in attrs})
        else:
            element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].append(element)
        # What is nested deeper is put side by side, as browsers do.
        if tag not in EMPTY and len(self.open) < _DEEPEST:
            self.open.append(element)
            self._names[_name(element)] += 1

    def _is_open(self, names: Collection[str]) -> bool:
        return any(self._names[name] for name in names)

    def _close_from(self, position: int) -> None:
        """Close what stands at a place of those that are open, and what is in it."""
        self._names.subtract(map(_name, self.open[position:]))
        del self.open[position:]

    def _end_before(self, tag: str) -> None:
        """End what need not be closed before an element begins."""
        ended, within = _ENDS[tag]
        for place in range(len(self.open) - 1, 0, -1) if self._is_open(ended) else ():
            if self.open[place].tag in within:
                return
            if self.open[place].tag in ended:
                self._close_from(place)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close it where the slash does so."""
        self.handle_starttag(tag, attrs)
        if len(self.open) > 1 and _name(self.open[-1]) == tag and self._is_open(_FOREIGN):
            self._close_from(-1)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those in it that nobody has closed."""
        if self._names[tag]:
            place = next(n for n in range(len(self.open) - 1, 0, -1) if _name(self.open[n]) == tag)
            self._close_from(place)

    def handle_data(self, data: str) -> None:
        """Put text at the end of what is open."""
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        elif data:
            parent.text = (parent.text or "") + data
