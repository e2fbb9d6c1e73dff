"""How to cite: the page, the whole review and what it restates, by each norm, with files to take away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sholu.bibliography.library import Library
from sholu.bibliography.references import Date, Reference
from sholu.citations import dates
from sholu.citations.styles import STYLES, note, style_of
from sholu.citations.text import Element, Node, Span, Text
from sholu.exports import FORMATS
from sholu.languages import Language, worded
from sholu.publication import coins
from sholu.values import Value, replace

# The day on which a reader reads the page is not known when it is built: a style is given this one, and where
# it has written it a mark is left, which the reader's browser fills in.
_TODAY = Date(9999, 12, 31)


class Citable(Value):
    """A work that a reader may cite: its name in the row of works, and its exports by format.

    `is_read_here` says that the reader has it before him, so that a norm may ask when.
    """

    label: str
    work: Reference
    files: Mapping[str, str]
    is_read_here: bool


class CiteSection:
    """Writes the section in one language, the style of its pages (`first`) before the others."""

    def __init__(self, language: Language, works: tuple[Reference, ...], first: str) -> None:
        self.language = language
        self.words = language.interface
        library = Library({work.key: work for work in works})
        self.styles = {
            name: style_of(name, library, language) for name in sorted(STYLES, key=lambda one: one != first)
        }

    def elements(self, works: tuple[Citable, ...]) -> Text:
        """Write the section for some works, in their order."""
        return tuple(Element("div", (("class", "cite__work"),), tuple(self._work(one))) for one in works)

    def entry(self, one: Citable, style: str) -> Text:
        """Dress a work by a norm, with a mark in place of the day on which it is read."""
        if not (one.is_read_here and one.work.urls):
            return self.styles[style].entry(one.work)
        dressed = self.styles[style].entry(replace(one.work, access_date=_TODAY))
        return tuple(part for node in dressed for part in self._marked(node))

    def _work(self, one: Citable) -> Iterator[Node]:
        yield Element("p", (("class", "cite__label"),), (one.label,))
        for style in self.styles:
            norm = Span((self._title(style),), role="cite__norm")
            text = Span(self.entry(one, style), role="cite__text")
            yield Element("p", (("class", "cite__entry"),), (norm, " ", text, " ", self._button(style, one)))
        if words := note(one.work, self.language):
            yield Element("p", (("class", "cite__note"),), words)
        links: list[Node] = []
        for kind in FORMATS:
            if kind.ending in one.files:
                save = (("href", one.files[kind.ending]), ("download", f"{one.work.key}.{kind.ending}"))
                links += [" ", Element("a", save, (kind.name,))]
        if links:
            yield Element("p", (("class", "cite__files"),), (self.words["cite_download"], *links))
        yield coins.span(one.work)

    def _title(self, style: str) -> str:
        """Name a norm in the words of the language, where it has some."""
        return str(self.words.get(f"norm_{style}", STYLES[style].title))

    def _button(self, style: str, one: Citable) -> Node:
        label = f"{self.words['cite_copy']}: {one.label}, {self._title(style)}"
        attributes = (
            ("type", "button"),
            ("class", "cite__copy"),
            ("aria-label", label),
            ("hidden", "hidden"),
        )
        return Element("button", attributes, (self.words["cite_copy"],))

    def _marked(self, node: Node) -> Iterator[Node]:
        if not isinstance(node, str):
            yield node
            return
        forms = {"numeric": dates.numeric(_TODAY), "long": dates.full(_TODAY, self.language)}
        for form, written in forms.items():
            before, found, after = node.partition(written)
            if found:
                blank = worded(self.words, f"today_{form}")
                yield before
                yield Element("span", (("class", "cite__today"), ("data-today", form)), (blank,))
                yield after
                return
        yield node
