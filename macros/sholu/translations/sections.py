"""Whether two versions of a page have the same sections, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.translations.blocks import Block, BlockKind, PageVersion

# The name of the section in which all footnotes of a page stand.
FOOTNOTES = "footnote"
Sections = Mapping[str, list[Block]]


def compared_sections(source: PageVersion, translation: PageVersion) -> tuple[Sections, Sections]:
    """Return the blocks of two versions by their sections, without what only one of them is to have."""
    one, other = _sections(source), _sections(translation)
    # Signs of footnotes are counted in each block; how many texts there are is told where the signs agree.
    signs = {sum(block.footnotes for block in page.blocks) for page in (source, translation)}
    if len(signs) > 1 and len(one.get(FOOTNOTES, ())) != len(other.get(FOOTNOTES, ())):
        one.pop(FOOTNOTES, None)
        other.pop(FOOTNOTES, None)
    return one, other


def other_sections(
    source: PageVersion, translation: PageVersion, sections: Sections, translated: Sections
) -> Iterator[Problem]:
    """Find sections that only one version has, and the first that stands elsewhere.

    Args:
        source: the page from which was translated.
        translation: the page in another language.
        sections: those of the source.
        translated: those of the translation.
    """
    yield from _missing_sections(source, translation, sections, translated)
    yield from _order(source, translation, sections, translated)


def _sections(page: PageVersion) -> dict[str, list[Block]]:
    sections: dict[str, list[Block]] = {}
    for block in page.blocks:
        if not block.is_only_here:
            sections.setdefault(block.section, []).append(block)
    # Footnotes stand where their author wrote them down; what belongs together has one name.
    for blocks in sections.values():
        if blocks[0].kind is BlockKind.FOOTNOTE:
            blocks.sort(key=lambda block: block.identifier)
    return sections


def _missing_sections(
    source: PageVersion,
    translation: PageVersion,
    sections: Sections,
    translated: Sections,
) -> Iterator[Problem]:
    missing = [name for name in sections if name not in translated]
    more = [name for name in translated if name not in sections]
    is_renamed = len(missing) == len(more) == 1 and _same_place(missing + more, sections, translated)
    for name, blocks in sections.items():
        if name not in translated and not is_renamed:
            before = [block for block in translation.blocks if _precedes(block.section, name, sections)]
            line = translation.line_of(before[-1]) if before else 1
            yield problem(
                "T007",
                Place(translation.path, line),
                called=_called(name),
                section=name,
                where=place_of(source, blocks[0]),
            )
    for name, blocks in translated.items():
        if name not in sections:
            after = [block for block in source.blocks if _precedes(block.section, name, translated)]
            there = sections[missing[0]][:1] if is_renamed else after[-1:]
            where = f"{source.path}:{source.line_of(there[0]) if there else 1}"
            yield problem(
                "T008",
                Place(translation.path, translation.line_of(blocks[0])),
                called=_called(name),
                section=name,
                path=source.path,
                where=where,
            )


def _same_place(names: list[str], sections: Sections, translated: Sections) -> bool:
    """Tell whether two sections, one of each page, are one section under two ids."""
    here, there = names
    return FOOTNOTES not in names and list(sections).index(here) == list(translated).index(there)


def _called(section: str) -> str:
    """Return the phrase by which the part of a page is called."""
    return "@@footnotes" if section == FOOTNOTES else "@@section" if section else "@@opening"


def _precedes(section: str, name: str, sections: Iterable[str]) -> bool:
    """Tell whether a section stands somewhere before that of a name."""
    names = list(sections)
    return section in names and names.index(section) < names.index(name)


def _order(
    source: PageVersion,
    translation: PageVersion,
    sections: Sections,
    translated: Sections,
) -> Iterator[Problem]:
    """Find the first section that stands elsewhere than in the source."""
    there = [name for name in sections if name in translated]
    here = [name for name in translated if name in sections]
    for name, expected in zip(here, there, strict=True):
        if name != expected:
            yield problem(
                "T009",
                Place(translation.path, translation.line_of(translated[name][0])),
                section=name,
                expected=expected,
                where=place_of(source, sections[expected][0]),
            )
            return


def place_of(page: PageVersion, block: Block) -> str:
    """Return where a block of a page begins: its file and line."""
    return f"{page.path}:{page.line_of(block)}"
