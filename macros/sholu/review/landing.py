"""What the first page of a review shows beside its own text: the argument, the events and the studies in
brief, and all other pages with a line on each. What a review does not have is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sholu.citations.text import Element, Node, Text, html
from sholu.languages import Language, worded
from sholu.languages.typography import joint, unbroken
from sholu.pictures.events import Events
from sholu.pictures.literature import Literature
from sholu.problems import Place, Problem
from sholu.problems.telling import problem
from sholu.regexes import regex
from sholu.review.read_pages import ReadPage
from sholu.review.settings import SETTINGS_FILE
from sholu.translations.blocks import Block, BlockKind
from sholu.values import Value
from sholu.works.groups import SOURCES, UNKNOWN

# What ends a sentence or an item of a list and has no place at the end of a point, in whatever script.
_ENDS = " ;,.；，。、؛،۔"
# So many topics of a country are named; the map of the literature has them all.
_MOST_TOPICS = 3
# In px of the drawing, which is made as wide as there is room: width, a dot with its gap, the line of years.
_WIDTH, _DOT, _YEARS = 320, 8, 20
_MOST_COLUMNS = _WIDTH // _DOT
# In a description of several lines; a no-break space is none.
_LINE_END = regex(r"[ \t]*\n\s*")


class Brief(Value):
    """A part of the review in brief, as HTML, and where the whole of it is."""

    title: str
    address: str
    content: str


class ListedPage(Value):
    """A page of the review in its contents; `code` and `language`, if the first page has others."""

    title: str
    address: str
    description: str
    code: str = ""
    language: str = ""


class Landing(Value):
    """What a first page shows beside its text."""

    briefs: tuple[Brief, ...]
    contents: tuple[ListedPage, ...]


def section_of(page: ReadPage, section: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the heading of a section and what it says point by point, None if the page has no such section.

    Points are the items of its lists; else its subheadings; else its paragraphs.
    """
    blocks = page.version.blocks
    start = next(
        (number for number, one in enumerate(blocks) if _is_heading(one) and one.identifier == section), None
    )
    if start is None:
        return None
    own = [one for one in blocks if one.section == section and not _is_heading(one)]
    points = [one for one in own if one.kind is BlockKind.ITEM] or list(_below(blocks[start:]))
    points = points or [one for one in own if one.kind is BlockKind.PARAGRAPH]
    # Blocks have the words as they were typed.
    code = page.version.language
    return (
        unbroken(blocks[start].words, code),
        tuple(unbroken(one.words, code).rstrip(_ENDS) for one in points if one.words),
    )


def missing_section(
    pages: Mapping[str, Mapping[str, ReadPage]],
    highlights: str,
    settings: str,
    incomplete: Collection[str] = (),
) -> Iterator[Problem]:
    """Report that the option `highlights` names a section that there is not, with all languages that lack it.

    Args:
        pages: those of each language by its code.
        highlights: the option: "findings.md#conclusions", "" for none.
        settings: the text of mkdocs.yml.
        incomplete: the languages that may have the page only later.
    """
    path, _, section = highlights.partition("#")
    found = {code: own.get(f"{code}/{path}") or own.get(path) for code, own in pages.items()}
    if any(found.values()):
        found = {code: page for code, page in found.items() if page or code not in incomplete}
    lacking = [code for code, page in found.items() if page is None or section_of(page, section) is None]
    if highlights and lacking:
        lines = enumerate(settings.split("\n"), 1)
        line = next((number for number, one in lines if "highlights:" in one), 1)
        named = ", ".join(f"docs/{code}/{path}" for code in lacking)
        yield problem("S006", Place(SETTINGS_FILE, line), page=named, section=section)


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _below(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the headings one level below the first block, a heading."""
    first, *others = blocks
    for one in others:
        if _is_heading(one):
            if one.level <= first.level:
                return
            if one.level == first.level + 1:
                yield one


def points_in_brief(points: Iterable[str]) -> str:
    """Write the points of a section."""
    return html((Element("ol", (), tuple(Element("li", (), (one,)) for one in points)),))


def events_in_brief(events: Events, own: Language) -> str:
    """Draw each event as a dot over its year; "" if there are none."""
    years = [event.date.year for event in events.events]
    if not years:
        return ""
    first, last = min(years), max(years)
    step = -(-(last - first + 1) // _MOST_COLUMNS)
    columns = Counter((year - first) // step for year in years)
    count = (last - first) // step + 1
    height = max(columns.values()) * _DOT
    dots = [
        _circle((column + 0.5) * _WIDTH / count, height - (level + 0.5) * _DOT)
        for column, most in sorted(columns.items())
        for level in range(most)
    ]
    ends = [_year(0, "start", first, height)]
    if last > first:
        ends.append(_year(_WIDTH, "end", last, height))
    line = Element("path", (("d", f"M0 {height + 1}H{_WIDTH}"),), ())
    said = own.messages["events_in_brief"].format(
        n=len(years), years=f"{first}–{last}" if last > first else first
    )
    box = (("viewBox", f"0 0 {_WIDTH} {height + _YEARS}"), ("aria-hidden", "true"))
    drawing = Element("svg", (("class", "dots"), *box), (*dots, line, *ends))
    return html((drawing, Element("p", (), (said,))))


def _circle(x: float, y: float) -> Node:
    return Element("circle", (("cx", f"{x:g}"), ("cy", f"{y:g}"), ("r", f"{_DOT * 0.4:g}")), ())


def _year(x: int, anchor: str, year: int, height: int) -> Node:
    place = (("x", str(x)), ("y", str(height + _YEARS - 3)), ("text-anchor", anchor))
    return Element("text", place, (str(year),))


def studies_in_brief(literature: Literature) -> str:
    """Write a row for each country whose scholars wrote, with what most is on; "" if none is known."""
    words = literature.own.messages
    countries = [group for group in literature.groups if group not in {UNKNOWN, SOURCES}]
    if not countries:
        return ""
    head = [
        Element("th", (("scope", "col"),), (worded(words, f"column_{name}"),))
        for name in ("country", "works", "topics")
    ]
    rows = tuple(Element("tr", (), _row(literature, country)) for country in countries)
    table = (Element("thead", (), (Element("tr", (), tuple(head)),)), Element("tbody", (), rows))
    return html((Element("table", (), table),))


def _row(literature: Literature, country: str) -> Text:
    works = literature.of_group(country)
    topics = Counter(topic for work in works for topic in dict.fromkeys(work.reference.keywords))
    # Of those with equally many works the first in the order of the review.
    most = sorted(topics, key=lambda one: (-topics[one], literature.rows.index(one)))[:_MOST_TOPICS]
    return (
        Element("th", (("scope", "row"),), (literature.group_name(country),)),
        Element("td", (), (str(len(works)),)),
        Element("td", (), (joint(";", literature.own.code).join(map(literature.topic_name, most)),)),
    )


def contents(
    pages: Mapping[str, str], links: Mapping[str, str], titles: Mapping[str, str], *language: str
) -> dict[str, ListedPage]:
    """Return the pages of a menu but the first page itself, by their paths.

    Args:
        pages: the path of each with its description, in the order of the menu.
        links: the address of each page from the first one, "" for that itself.
        titles: what each is called.
        language: its code and its name, if they are of another than the first page.
    """
    return {
        name: ListedPage(titles[name], links[name], _LINE_END.sub(" ", description.strip()), *language)
        for name, description in pages.items()
        if links.get(name)
    }


def with_others(own: Mapping[str, ListedPage], others: Mapping[str, ListedPage]) -> tuple[ListedPage, ...]:
    """Return the contents of a language, and between its pages those that only other languages have.

    Args:
        own: its pages in the order of its menu, by their paths from the folder of the language.
        others: those of other languages in the order of their menu, by such paths.
    """
    order = list(own)
    before = ""
    for path in others:
        if path not in order:
            order.insert(order.index(before) + 1 if before else 0, path)
        before = path
    return tuple(own.get(path) or others[path] for path in order)
