"""From the text of a page to its HTML and all that was found on it, by Python-Markdown; no MkDocs, no disk.

Puts together what the rooms add to Python-Markdown. Nothing of a page is held beyond its conversion, so
that any other text may be read by the same settings: the excerpt of a blog, what a hook or plugin writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

from sholu.citations.markdown import CitationsExtension
from sholu.citations.page import Citations
from sholu.citations.reading import PageReading
from sholu.citations.rule import WordsExtension
from sholu.contents import ContentsExtension
from sholu.crossreferences.labels import Labels
from sholu.crossreferences.markdown import CrossReferencesExtension
from sholu.foreign import ForeignExtension
from sholu.formulas.grammar import UNCLOSED
from sholu.formulas.markdown import FormulasExtension
from sholu.glossary.markdown import TermsExtension
from sholu.glossary.terms import Glossary
from sholu.languages import Language
from sholu.pages.guarded import GuardedExtension
from sholu.pages.hard_breaks import BreaksExtension, may_have_breaks
from sholu.pages.labels import may_have_labels
from sholu.pages.lines import numbered
from sholu.pages.links import Follow, LinksExtension
from sholu.pages.persons import MarkedPerson, PersonsExtension, may_have_persons
from sholu.pages.quick_steps import quicken
from sholu.pages.quotations import QuotationsExtension, may_have_sources
from sholu.pages.raw import with_raw_html
from sholu.pages.verses import VersesExtension, may_have_verses
from sholu.problems import Place
from sholu.problems.telling import problem
from sholu.translations.markdown import BlocksExtension, FoundBlocks

# What writes the HTML of a page behind its tree, all of which is in the tree too (`pages.raw`).
_WRITERS = ("raw_html", "amp_substitute", "footnote")
# Where Python-Markdown holds its rules.
_RULES = ("preprocessors", "inlinePatterns", "treeprocessors", "postprocessors")


class TextExtension(Extension):
    """What Sholu adds to the reader of any text that is no page of the review.

    Citations are written out in the language of `citations`, words in other letters marked. It brings no ids
    and no list, which the page has on which the text may come to stand.
    """

    def __init__(self) -> None:
        super().__init__()
        self.citations: Citations | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register what is added; nothing as long as nobody knows the language."""
        if self.citations is None:
            return
        code = self.citations.language.code
        _extend(
            md,
            WordsExtension(self.citations),
            FormulasExtension(),
            VersesExtension(),
            QuotationsExtension(),
            BreaksExtension(),
            ForeignExtension(code),
            ContentsExtension(),
        )


class PageExtension(TextExtension):
    """What Sholu adds to the reader of one page, and what is found on it: it serves one conversion.

    Args:
        reading: the page; it gets the problems that are found.
        glossary: the terms that are explained on it.
        block_link: what the link to a block is called.
        follow: returns another address for a link that its author wrote, or None (`LinksExtension`).
        labels: what is numbered on all pages of its language; it gets those that this one refers to.
    """

    def __init__(
        self,
        reading: PageReading,
        glossary: Glossary,
        block_link: str,
        follow: Follow,
        labels: Labels,
    ) -> None:
        super().__init__()
        self.citations = reading.listing.citations
        self.reading = reading
        self._blocks = BlocksExtension(block_link)
        self._terms = TermsExtension(glossary, self.citations.language.code)
        self._links = LinksExtension(follow)
        self.labels = labels
        self._persons = PersonsExtension()
        self._root = Element("div")
        self._converting: Markdown | None = None
        self._parser: Markdown | None = None
        # Whether the tree holds all of the page: what an extension of others writes behind it is HTML alone.
        self.is_whole = True

    def tree(self) -> Element:
        """Return the tree of the page once it is written, HTML that its author typed put in as elements.

        Citations, lists and places are to be opened (`sholu.pages.tree.unfold`) by whoever reads them.
        """
        if self._converting is not None:
            stash, lines = self._converting.htmlStash.rawHtmlBlocks, numbered(self._converting)
            self._root = with_raw_html(self._root, stash, lines.code_languages)
            self._converting = None
        return self._root

    def let_go(self) -> None:
        """Take the parser apart, once nobody converts by it or asks for the tree any more.

        Its rules know it, and it knows them: in this circle Python would hold a page till it looked for one.
        """
        if self._parser is not None:
            vars(self._parser.parser).clear()
            for name in _RULES:
                setattr(self._parser, name, Registry())
            self._parser = None

    @property
    def found(self) -> FoundBlocks:
        """The blocks of the page, once it is read."""
        return self._blocks.found

    @property
    def persons(self) -> tuple[MarkedPerson, ...]:
        """The persons whom its author has marked, once it is read."""
        return tuple(self._persons.found)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register what is added."""
        code = self.reading.listing.citations.language.code
        # A list that goes on behind a paragraph begins with the number that was typed: "3. …".
        vars(md.parser.blockprocessors["olist"])["LAZY_OL"] = False
        _extend(
            md,
            CitationsExtension(self.reading),
            self._blocks,
            self._terms,
            ContentsExtension(),
            self._links,
            ForeignExtension(code),
            *self._rarer(),
        )
        # After all that others do to the tree.
        md.treeprocessors.register(_KeepingStep(md, self._keep), "sholu_tree", -2000)

    def _rarer(self) -> Iterator[Extension]:
        """Yield the rules for what few pages have, where this one may have it."""
        text = self.reading.source.text
        if "$" in text:
            yield FormulasExtension(self._tell_of_formula)
            for found in UNCLOSED.finditer(self.reading.source.prose if "$$" in text else ""):
                line = self.reading.source.line(found.start())
                self._tell("Q001", Place(self.reading.source.path, line), "$$")
        if may_have_persons(text):
            yield self._persons
        yield from _of_any_text(text)
        if self.labels.concern(self.reading.source.path) or may_have_labels(text):
            yield CrossReferencesExtension(self.reading, self.labels)

    def _tell_of_formula(self, code: str, named: str, line: int) -> None:
        source = self.reading.source
        self._tell(code, Place(source.path, source.file_line(line)), named)

    def _tell(self, code: str, place: Place, named: str) -> None:
        self.reading.problems.append(problem(code, place, named=named))

    def _keep(self, md: Markdown, root: Element) -> None:
        self._converting, self._parser, self._root = md, md, root
        self.is_whole = len(md.postprocessors) == sum(name in md.postprocessors for name in _WRITERS)


class _KeepingStep(Treeprocessor):
    """Hands over the tree that is written then."""

    def __init__(self, md: Markdown, keep: Callable[[Markdown, Element], None]) -> None:
        super().__init__(md)
        self.keep = keep

    def run(self, root: Element) -> None:
        """Hand it over."""
        self.keep(self.md, root)


def _of_any_text(text: str) -> Iterator[Extension]:
    """Yield the rules for poems, quotations and broken lines, where a text may have some."""
    if may_have_verses(text):
        yield VersesExtension()
    if may_have_sources(text):
        yield QuotationsExtension()
    if may_have_breaks(text):
        yield BreaksExtension()


def _extend(md: Markdown, *extensions: Extension) -> None:
    # The guards last, since they look at the rules that are there.
    for extension in (*extensions, GuardedExtension()):
        extension.extendMarkdown(md)
    quicken(md)


def converted(
    text: str, rules: PageExtension, extensions: Iterable[str], settings: Mapping[str, Mapping[str, object]]
) -> str:
    """Return the HTML of a page; what is found on it the rules hold afterwards.

    Args:
        text: the page, its macros written out.
        rules: those of this page.
        extensions: the names of other extensions of Python-Markdown.
        settings: their settings, by name.

    Raises:
        MissingExtensionError: one of them is not there, or refuses its settings.
    """
    configs = {name: dict(one) for name, one in settings.items()}
    try:
        markdown = Markdown(extensions=[*extensions, rules], extension_configs=configs)
    except RecursionError:
        raise
    except Exception as error:  # what foreign code may raise for settings that it cannot read is not known
        raise MissingExtensionError(str(error)) from error
    return markdown.convert(text)


def words_of_others(own: Language) -> Mapping[str, Mapping[str, object]]:
    """Return what other extensions say on a page in a language, as their settings, by their names."""
    words = own.interface
    return {
        "toc": {"permalink_title": words["permalink"]},
        "footnotes": {"BACKLINK_TITLE": words["footnote_back"]},
    }


class MissingExtensionError(ValueError):
    """An extension of Python-Markdown that cannot be used; the message says why."""
