"""Whether the versions of a page say the same: block by block, what can be counted must agree.

Compared are the kinds of blocks in each section, headings, citations with their locators, footnotes,
pictures, numbers and dates, and which terms of the glossary are used. A difference is a problem on the
translation that names the place in its source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.glossary.terms import Glossary, Term
from macros.problems import Place, Problem
from macros.translations.blocks import Block, BlockKind, PageVersion
from macros.translations.numbers import numbers

ALLOW = "write <!-- differs: why --> before the block"
AGREE = "make the two agree"
USE_TERM = "use the term in both, or give the glossary the other `forms` under which it stands in the text"
ONLY_HERE = "or write <!-- only here: why --> before a block that the other version should not have"

# Turns a citation as it is typed to what it cites, in one form for all languages; () if it has a fault.
ReadCitation = Callable[[str], tuple[str, ...]]


def differences(
    source: PageVersion, translation: PageVersion, cited: ReadCitation, glossary: Glossary
) -> Iterator[Problem]:
    """Compare a translation with its source.

    Args:
        source: the page from which was translated.
        translation: the page in another language.
        cited: reads a citation of either.
        glossary: the terms that both should use, under whichever of their names.
    """
    sections, translated = _sections(source), _sections(translation)
    yield from _missing_sections(source, translation, sections, translated)
    for name in sections:
        if name in translated:
            pair = (sections[name], translated[name])
            yield from _section(source, translation, pair, cited, glossary)


def _sections(page: PageVersion) -> Mapping[str, list[Block]]:
    sections: dict[str, list[Block]] = {}
    for block in page.blocks:
        if not block.is_only_here:
            sections.setdefault(block.section, []).append(block)
    return sections


def _missing_sections(
    source: PageVersion,
    translation: PageVersion,
    sections: Mapping[str, list[Block]],
    translated: Mapping[str, list[Block]],
) -> Iterator[Problem]:
    for name, blocks in sections.items():
        if name not in translated:
            yield Problem(
                Place(translation.path),
                f"the section {{#{name}}} is missing; it is there in {_place(source, blocks[0])}",
                f"translate it, with the same id after its heading; {ONLY_HERE}",
            )
    for name, blocks in translated.items():
        if name not in sections:
            yield Problem(
                Place(translation.path, translation.line_of(blocks[0])),
                f"the section {{#{name}}} is not there in {source.path}",
                f"give the heading the id that it has there, or take the section out; {ONLY_HERE}",
            )


def _section(
    source: PageVersion,
    translation: PageVersion,
    pair: tuple[list[Block], list[Block]],
    cited: ReadCitation,
    glossary: Glossary,
) -> Iterator[Problem]:
    original, translated = pair
    kinds, translated_kinds = ([block.kind for block in blocks] for blocks in pair)
    if kinds != translated_kinds:
        yield _other_blocks(source, translation, pair)
        return
    for block, counterpart in zip(original, translated, strict=True):
        if not block.reason and not counterpart.reason:
            pages = (source, translation)
            counted = ((what, AGREE) for what in _block_differences(block, counterpart, pages, cited))
            terms = ((what, USE_TERM) for what in _other_terms(block, counterpart, pages, glossary))
            for what, mend in (*counted, *terms):
                yield Problem(
                    Place(translation.path, translation.line_of(counterpart)),
                    f"{what} (compared with {_place(source, block)})",
                    f"{mend}; if they rightly differ, {ALLOW}",
                )


def _other_blocks(
    source: PageVersion, translation: PageVersion, pair: tuple[list[Block], list[Block]]
) -> Problem:
    """Say where the blocks of a section part: at the first that is of another kind or has no counterpart."""
    original, translated = pair
    both = zip(original, translated, strict=False)
    first = next(
        (number for number, (one, other) in enumerate(both) if one.kind is not other.kind),
        min(len(original), len(translated)),
    )
    here = translated[min(first, len(translated) - 1)]
    there = original[min(first, len(original) - 1)]
    name = original[0].section
    return Problem(
        Place(translation.path, translation.line_of(here)),
        f"the section {{#{name}}} has {_counted(translated)}, but {_counted(original)} in {source.path}; "
        f"they part here and at {_place(source, there)}",
        f"divide the text as there; {ONLY_HERE}",
    )


def _counted(blocks: Iterable[Block]) -> str:
    counts = Counter(block.kind.value for block in blocks if block.kind is not BlockKind.HEADING)
    named = (f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
    return ", ".join(named) or "no text"


def _block_differences(
    block: Block, counterpart: Block, pages: tuple[PageVersion, PageVersion], cited: ReadCitation
) -> Iterator[str]:
    if block.citations != counterpart.citations:
        works = (_cited(block, cited), _cited(counterpart, cited))
        yield from _compared("cites", *works)
    if block.footnotes != counterpart.footnotes:
        yield f"has {counterpart.footnotes} footnotes where the other version has {block.footnotes}"
    yield from _compared("shows", Counter(block.images), Counter(counterpart.images))
    source, translation = pages
    yield from _compared(
        "has the number",
        numbers(block.words, source.language),
        numbers(counterpart.words, translation.language),
    )


def _other_terms(
    block: Block, counterpart: Block, pages: tuple[PageVersion, PageVersion], glossary: Glossary
) -> Iterator[str]:
    """Say which terms one block uses and the other does not, however often and under which name it may be."""
    here, there = (
        {use.term.identifier: use.term for use in glossary.uses(one.words, page.language)}
        for one, page in zip((block, counterpart), pages, strict=True)
    )
    yield from _compared("has the term", _named(here, there, pages), _named(there, here, pages))


def _named(
    terms: Mapping[str, Term], others: Mapping[str, Term], pages: tuple[PageVersion, PageVersion]
) -> Counter[str]:
    """Name the terms that are not among the others: "UN" (БҰҰ)."""
    source, translation = pages
    return Counter(
        f'"{term.name(translation.language)}" ({term.name(source.language)})'
        for identifier, term in terms.items()
        if identifier not in others
    )


def _cited(block: Block, cited: ReadCitation) -> Counter[str]:
    return Counter(work for citation in block.citations for work in cited(citation))


def _compared(verb: str, source: Counter[str], translation: Counter[str]) -> Iterator[str]:
    missing, added = _listed(source - translation), _listed(translation - source)
    if missing and added:
        yield f"{verb} {added} where the other version {verb} {missing}"
    elif missing:
        yield f"the other version {verb} {missing}, which is missing here"
    elif added:
        yield f"{verb} {added}, which the other version has not"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(word for word in sorted(counts.elements()) if word)


def _place(page: PageVersion, block: Block) -> str:
    return f"{page.path}:{page.line_of(block)}"
