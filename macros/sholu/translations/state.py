"""How far the translations of a review are: for its authors as text, for its readers as HTML.

Readers see a note on each block that is behind, and a page with all of them (`{{ translations() }}`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sholu.bibliography.references import Date
from sholu.citations import dates
from sholu.citations.text import Element, Link, Node, Span, Text, html, in_scripts
from sholu.languages import Language, language
from sholu.problems import Place, on_one_line
from sholu.problems.telling import phrase
from sholu.regexes import regex
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.lock import Lock, Stale, is_recorded, stale_blocks, word_differences
from sholu.values import Value

# The day on which a block of a page was last written, None if nobody knows.
Dated = Callable[[PageVersion, Block], Date | None]


class TranslationState(Value):
    """One translated page: what of it is behind its source, and whether it was ever accepted."""

    source: PageVersion
    translation: PageVersion
    stale: tuple[Stale, ...]
    is_recorded: bool


def state_of(lock: Lock, source: PageVersion, translation: PageVersion) -> TranslationState:
    """Compare a translation with the record of what it was made from."""
    stale = tuple(stale_blocks(lock, source, translation))
    return TranslationState(source, translation, stale, is_recorded(lock, source, translation))


class Remaining(Value):
    """Something left to do on a translated page: where, what, which words of the source have changed."""

    place: Place
    what: str
    differences: str = ""

    def __str__(self) -> str:
        lines = (f"{self.place}: {self.what}", *([f"    {self.differences}"] if self.differences else ()))
        return "\n".join(map(on_one_line, lines))


def report(state: TranslationState, dated: Dated, told_in: str = "en") -> Iterator[Remaining]:
    """Tell authors what of a page is behind, in their language; nothing if all is up to date."""
    path, source = state.translation.path, state.source
    if not state.is_recorded:
        what = phrase("translations_never", told_in, source=source.path, path=path)
        yield Remaining(Place(path), what)
    for one in state.stale:
        day = dated(source, one.source)
        when = f"{day.year:04}-{day.month or 0:02}-{day.day or 0:02}" if day else ""
        of_source = f"{source.path}:{source.line_of(one.source)} (#{one.block.identifier})"
        name = "translations_behind_since" if when else "translations_behind"
        yield Remaining(
            Place(path, state.translation.line_of(one.block)),
            phrase(name, told_in, source=of_source, day=when),
            word_differences(one.before, one.source.text),
        )


def stale_notes(state: TranslationState, dated: Dated) -> Mapping[str, Text]:
    """Write the notes on the blocks of a translation that are behind, by the ids of the blocks."""
    own = language(state.translation.language)
    return {
        one.block.identifier: (Span((_changed(own, dated(state.source, one.source)),), role="stale"),)
        for one in state.stale
    }


def _changed(own: Language, day: Date | None) -> str:
    if day is None:
        return own.messages["original_changed"]
    return own.messages["original_changed_on"].format(dates.signed(day, own))


class Pages(Value):
    """The pages of a review by path: address from the page in hand, title; and the names of languages."""

    links: Mapping[str, str]
    titles: Mapping[str, str]
    languages: Mapping[str, str]


def overview(states: Iterable[TranslationState], own: Language, pages: Pages, dated: Dated) -> Text:
    """Write the state of all translations.

    Args:
        states: that of each translated page, in the order of the menu.
        own: the language of the page on which it stands.
        pages: all pages.
        dated: tells when a block was written.
    """
    items = tuple(_item(state, own, pages, dated) for state in states)
    return in_scripts((Element("ul", (("class", "translations"),), items),), own.code)


def _item(state: TranslationState, own: Language, pages: Pages, dated: Dated) -> Node:
    path, code = state.translation.path, state.translation.language
    title = Span((pages.titles.get(path, path),), language="" if code == own.code else code)
    languages = f"{pages.languages[state.source.language]} → {pages.languages[code]}"
    if not state.is_recorded:
        said = own.messages["translation_not_recorded"]
    elif state.stale:
        said = own.messages["translation_behind"].format(n=len(state.stale))
    else:
        said = own.messages["translation_fresh"]
    address = pages.links.get(path, "")

    def item(words: str, block: Block, before: str = "") -> Node:
        return Element("li", (), (before, Link((words,), f"{address}#{block.identifier}")))

    behind = [item(_changed(own, dated(state.source, one.source)), one.block) for one in state.stale]
    why = f"{own.messages['translation_differs']} "
    reasons = {block.reason: block for block in reversed(state.translation.blocks) if block.reason}
    differ = [item(reason, block, why) for reason, block in reversed(reasons.items())]
    inner: Text = (Element("ul", (), (*behind, *differ)),) if behind or differ else ()
    name = path.partition(f"/{code}/")[2].removesuffix(".md").replace("/", "-")
    # The same in every language, so that side by side each item has its counterpart.
    identifier = f"state-{code}-{name}"
    return Element("li", (("id", identifier),), (Link((title,), address), f" ({languages}): {said}", *inner))


_BLOCK_LINK = regex(r'<a (?=[^>]*class="(?:block-link|headerlink)")[^>]*?href="#(?P<id>[^"]+)"')


def with_notes(page: str, notes: Mapping[str, Text]) -> str:
    """Put notes, by the id of a block, at the end of their blocks, before the link that each has."""
    return _BLOCK_LINK.sub(lambda link: f"{html(notes.get(link['id'], ()))}{link[0]}", page)
