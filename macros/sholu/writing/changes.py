"""What differs between a review as it was and as it is: blocks, works, problems, addresses. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from sholu.bibliography.library import Library
from sholu.checking.addresses import addresses
from sholu.checking.review import all_told
from sholu.citations.text import plain
from sholu.decoding import text_of
from sholu.problems import Problem
from sholu.review import Review
from sholu.review.versions import translation_states
from sholu.translations.blocks import Block, PageVersion
from sholu.translations.differences import differences
from sholu.translations.typed import typed_blocks
from sholu.values import Value


class ChangedBlock(Value):
    """A block before and after, as it was typed; "" where it was not there; `line` is that of it now."""

    identifier: str
    line: int
    before: str
    after: str


class ChangedPage(Value):
    """A page of a language that has changed: its path, its blocks in their order.

    `was` is the path that it had before, if that was another. One that `is_gone` tells no blocks.
    """

    path: str
    code: str
    blocks: tuple[ChangedBlock, ...]
    was: str = ""
    is_gone: bool = False


class ChangedWork(Value):
    """A work that is new, gone or other: its key, and how each language lists it now ({} if it is gone)."""

    key: str
    is_new: bool
    entries: Mapping[str, str]


class Changes(Value):
    """All that a change does to a review.

    `behind` names the blocks that are behind since: (path, line, id). `problems` are new ones, `addresses`
    those that nobody was led to before.
    """

    pages: tuple[ChangedPage, ...]
    works: tuple[ChangedWork, ...]
    behind: tuple[tuple[str, int, str], ...]
    problems: tuple[Problem, ...]
    addresses: tuple[str, ...]


# A block, the words that were typed for it, its line.
_Typed = Sequence[tuple[Block, str, int]]


def changes(before: Review, after: Review) -> Changes:
    """Compare a review with itself as it was.

    Args:
        before: as it was.
        after: as it is.
    """
    known = Counter((one.place.path, one.code, one.what) for one in all_told(before))
    problems: list[Problem] = []
    for one in all_told(after):
        if known[one.place.path, one.code, one.what]:
            known[one.place.path, one.code, one.what] -= 1
        else:
            problems.append(one)
    was_behind = {(path, name) for path, _, name in _behind(before)}
    behind = tuple(one for one in _behind(after) if (one[0], one[2]) not in was_behind)
    led_to = set(_addresses(before))
    return Changes(
        tuple(_pages(before, after)),
        tuple(_works(before, after)),
        behind,
        tuple(problems),
        tuple(one for one in _addresses(after) if one not in led_to),
    )


def _pages(before: Review, after: Review) -> Iterator[ChangedPage]:
    old, new = (review.gathered.pages.versions() for review in (before, after))
    was = {path: _typed(before, version) for path, version in old.items()}
    now = {path: _typed(after, version) for path, version in new.items()}
    renamed = dict(_renamed(was, now, {**new, **old}))
    for path, version in {**new, **old}.items():
        if path in new:
            former = renamed.get(path, "")
            blocks = tuple(_blocks(was.get(former or path, ()), now[path]))
            if blocks or former:
                yield ChangedPage(path, version.language, blocks, former)
        elif path not in renamed.values():
            yield ChangedPage(path, version.language, (), is_gone=True)


# So much of a page stands in one that has taken its place: of its texts, or of the names of its blocks.
_SAME_TEXTS = 0.5
_SAME_NAMES = 0.8


def _renamed(
    was: Mapping[str, _Typed], now: Mapping[str, _Typed], versions: Mapping[str, PageVersion]
) -> Iterator[tuple[str, str]]:
    """Yield pages that have another name, with the one that they had: the most alike first, each once."""
    gone, new = [path for path in was if path not in now], [path for path in now if path not in was]
    pairs = sorted(
        (
            (-likeness, there, here)
            for here in gone
            for there in new
            if versions[here].language == versions[there].language
            and (likeness := _likeness(was[here], now[there]))
        ),
    )
    taken: set[str] = set()
    for _, there, here in pairs:
        if not taken & {there, here}:
            taken |= {there, here}
            yield there, here


def _likeness(one: _Typed, other: _Typed) -> float:
    """Return how much of two pages is the same, from 0 for too little to call it one page to 1."""
    texts = _shared([text for _, text, _ in one], [text for _, text, _ in other])
    names = _shared([block.identifier for block, *_ in one], [block.identifier for block, *_ in other])
    return texts if texts >= _SAME_TEXTS else _SAME_TEXTS * names if names >= _SAME_NAMES else 0


def _shared(one: Sequence[str], other: Sequence[str]) -> float:
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / ((len(one) + len(other)) or 1)


def _blocks(was: _Typed, now: _Typed) -> Iterator[ChangedBlock]:
    """Yield what differs, in the order of the page; what has taken the place of another is it, changed."""
    old_texts, new_texts = ([text for _, text, _ in typed] for typed in (was, now))
    for is_same, start, end, new_start, new_end in differences(old_texts, new_texts):
        if is_same:
            continue
        for old, new in zip_longest(was[start:end], now[new_start:new_end]):
            block, _, line = new or (old[0], "", 0)
            yield ChangedBlock(block.identifier, line, old[1] if old else "", new[1] if new else "")


def _typed(review: Review, version: PageVersion) -> _Typed:
    typed = typed_blocks(version, text_of((review.folder / version.path).read_bytes()))
    return [(one, typed[one.identifier].words, version.line_of(one)) for one in version.blocks]


def _works(before: Review, after: Review) -> Iterator[ChangedWork]:
    old, new = _entries(before), _entries(after)
    for key, entries in new.items():
        if old.get(key) != entries:
            yield ChangedWork(key, key not in old, entries)
    for key in old:
        if key not in new:
            yield ChangedWork(key, is_new=False, entries={})


def _entries(review: Review) -> Mapping[str, Mapping[str, str]]:
    library: Library = review.gathered.library
    listings = [(code, review.gathered.listings.of(code).citations) for code in review.settings.codes]
    return {
        work.key: {code: plain(citations.entry(work.key)) for code, citations in listings} for work in library
    }


def _behind(review: Review) -> Iterator[tuple[str, int, str]]:
    for state in translation_states(review.gathered, review.settings.default):
        for one in state.stale:
            yield state.translation.path, state.translation.line_of(one.block), one.block.identifier


def _addresses(review: Review) -> Iterator[str]:
    paths = review.gathered.pages.versions()
    texts = {path: text_of((review.folder / path).read_bytes()) for path in paths}
    shown = review.settings.bibliography
    for one in addresses(review.gathered.library, shown, texts):
        yield one.address
