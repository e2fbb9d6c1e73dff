"""All pictures of a review in one language: what a page shows of each, and the files to take away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sholu.bibliography.references import Reference, Standing
from sholu.bibliography.topics import Topics
from sholu.citations.page import Citations, entry_id, fragment
from sholu.citations.text import Text, in_scripts, plain
from sholu.languages import worded
from sholu.languages.typography import unbroken
from sholu.pictures.citation_graph import CitationGraph
from sholu.pictures.events import Events
from sholu.pictures.literature import Literature, Work
from sholu.pictures.literature_map import LiteratureMap
from sholu.pictures.pages import SeenPage
from sholu.pictures.tables import Files
from sholu.pictures.timeline import Timeline
from sholu.values import Value, field
from sholu.works.shown import ShownWork

# The pictures, and the files of each by their endings.
PICTURES = {
    "timeline": ("svg", "csv"),
    "literature_map": ("svg", "years.svg", "csv"),
    "citation_graph": ("svg", "csv"),
}
# What each is called, in the words of a language.
_TITLES = {"timeline": "timeline_title", "literature_map": "map_title", "citation_graph": "graph_title"}


def file_stem(picture: str, code: str) -> str:
    """Return the path of a picture's files below the root of the site, without their endings."""
    return f"assets/pictures/{file_name(picture, code)}"


def file_name(picture: str, code: str) -> str:
    """Return what a picture's files are called, without their endings: "literature-map.ru"."""
    return f"{picture.replace('_', '-')}.{code}"


class Gallery(Value, dict=True):
    """The pictures in one language.

    `pages` are in the order of the menu. `bibliography` is the address of the list of all works from the page
    with the picture, None where the review has none.
    """

    citations: Citations
    events: Events
    topics: Topics
    pages: tuple[SeenPage, ...] = ()
    bibliography: str | None = None
    marks: Mapping[str, Text] = field(default_factory=dict)

    def text(self, picture: str, stem: str) -> Text:
        """Make a picture for a page; `stem` is the address of its files without their endings."""
        own = self.citations.language
        title = worded(own.messages, _TITLES[picture])
        files = Files(stem, file_name(picture, own.code), PICTURES[picture], title)
        if picture == "timeline":
            drawn = self._timeline.element(self.marks, {page.name: page for page in self.pages}, files)
        else:
            drawn = (self._map if picture == "literature_map" else self._graph).element(files)
        return in_scripts(drawn, self.citations.language.code)

    def files(self, picture: str) -> Mapping[str, str]:
        """Write the files of a picture: their content by ending."""
        every: Mapping[str, Timeline | LiteratureMap | CitationGraph] = {
            "timeline": self._timeline,
            "literature_map": self._map,
            "citation_graph": self._graph,
        }
        drawn = every[picture]
        years = {"years.svg": drawn.years_svg()} if isinstance(drawn, LiteratureMap) else {}
        return {"svg": drawn.svg(), **years, "csv": drawn.csv()}

    @cached_property
    def _timeline(self) -> Timeline:
        labels = {
            key: self._label(self.citations.library[key])
            for event in self.events.events
            for key in event.sources
        }
        return Timeline(self.events, self.citations.language, labels)

    @cached_property
    def literature(self) -> Literature:
        """The works by country, topic and year."""
        return Literature(self._works, self.topics, self.citations.language)

    @cached_property
    def _map(self) -> LiteratureMap:
        return LiteratureMap(self.literature, self.bibliography)

    @cached_property
    def _graph(self) -> CitationGraph:
        works = {work.reference.key: work for work in self._works}
        return CitationGraph(self.pages, works, self.citations.language)

    @cached_property
    def _works(self) -> tuple[Work, ...]:
        style = self.citations.style
        works = filter(style.has_entry, style.in_order(self.citations.library))
        # The pictures show the literature of the subject; what only the editors cite is none of it.
        return tuple(self._work(work) for work in works if work.mention is not Standing.EDITORS)

    def _work(self, reference: Reference) -> Work:
        own = self.citations.language
        title = ShownWork(reference, own).name
        has_list = self.bibliography is not None
        address = f"{self.bibliography}{fragment(entry_id(reference.key))}" if has_list else ""
        return Work(reference, self._label(reference), unbroken(title, own.code), address)

    def _label(self, reference: Reference) -> str:
        """Return what a work is called in the text: "Лаумулин, 2020"."""
        return plain(self.citations.style.called(reference))
